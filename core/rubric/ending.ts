import { fold } from "./fold";

const total = /^(tong cong|cong|tong|tong so|tong diem|tong so diem)(\s*[(:+=]|\s+(cac|cua|nhom|muc|phan|toan bo|toi da|chung|diem( |$|:)|[ivx]+\b|\d)|[:.]?$)/;
const note = /^(ghi chu|luu y|chu thich|chu y|noi nhan|nguoi lap|nguoi cham|thu truong|tm\.|kt\.|tl\.|q\.|chu tich|pho chu tich|giam doc|pho giam doc|xac nhan|ky ten|luu: ?vt|- ?luu|\(ky|\(\*+\)|\*+ )/;

/** "Tổng cộng", "Cộng", "Tổng điểm (A+B)": a row that sums others. */
export const isTotal = (text: string): boolean => text.length <= 80 && total.test(fold(text));

export const isMean = (text: string): boolean => /^(diem )?trung binh( cong)?\b.{0,30}$/.test(fold(text));

const signature = /^(noi nhan|nguoi lap|nguoi cham|tm\.|kt\.|tl\.|ky ten|\(ky)/;
const longestSignature = 80;

/** What only stands above signatures, whether a total was given or not. */
export const isSignature = (text: string): boolean => text.length <= longestSignature && signature.test(fold(text));

/** The first words below a table that belong to it no more: notes, signatures, addressees. */
export const isNote = (text: string): boolean => note.test(fold(text));

const positive = /(diem|muc) (thuong|cong|khuyen khich)|^(thuong|cong) diem|^diem uu tien/;
const negative = /(diem|muc) (phat|tru)|^(phat|tru) diem/;
const opening = /^(?:(?:cac|nhom|noi dung|tieu chi|chi so|phan|muc|[ivx]+\.?|\d+\.?)\s+)*/;

/** Whether a name heads bonus points, deductions or both: "Điểm thưởng/điểm trừ". */
export function bonusOf(name: string): "bonus" | "deduction" | "both" | null {
  const folded = fold(name).replace(opening, "");
  const head = folded.slice(0, 40);
  if (!/^(diem|muc|thuong|cong|phat|tru) /.test(head) && !/^diem (thuong|cong|phat|tru)/.test(head)) return null;
  const [up, down] = [positive.test(head), negative.test(head) || /(thuong|cong)\W+(va\W+)?(phat|tru)\b/.test(head)];
  if (!up && !down) return null;
  return up && down ? "both" : up ? "bonus" : "deduction";
}
