import { decimalText, fromCell } from "../number/exact";
import { type DecimalMark, readNumber } from "../number/read";
import { withoutTail } from "../number/tail";
import type { CellValue } from "../sheet/workbook";
import { fold } from "./fold";

/** What a cell of the maximum column says. `either`: a number that only the rest of the table can settle. */
export type Maximum =
  | { readonly kind: "blank" }
  /** `plus`: written with a plus sign. */
  | { readonly kind: "points"; readonly value: string; readonly plus?: true }
  | { readonly kind: "either"; readonly readings: readonly string[]; readonly text: string }
  | { readonly kind: "unscored" }
  | { readonly kind: "unread"; readonly text: string };

/** Most points of a row; the rubric's own sheet takes no more. */
export const mostPoints = 1_000_000;

const blank: Maximum = { kind: "blank" };
const unscoredWords = /khong (tinh|cham) diem|khong diem|chi (theo doi|thong ke)/;

/** Whether words say that a row or group earns no points. */
export const isUnscored = (text: string): boolean => unscoredWords.test(fold(text));

/** The number's own part of "Tối đa 04 điểm", "≤ 10", "từ 0 đến 5 điểm", "Điểm tối đa: 20". */
function bareNumber(text: string): string {
  const folded = fold(text).replace(/^\((.*)\)$/, "$1").trim();
  return folded
    .replace(/^(?:(?:diem|so diem|diem so|muc|khong qua|cao nhat|toi da|thang diem|max|<=|≤|la|:|=|\s)+)(?=[\d(+-])/, "")
    .replace(/^(?:tu )?0\s*(?:-|–|den|\.\.+|…)\s*(?=\d)/, "")
    .replace(/(\d)\s*(?:diem|d)\s*\(?(?:toi da)?\)?\.?$/, "$1");
}

/** Reads a cell of the maximum column; `decimal` is the decimal mark of the table where its other numbers settle it. */
export function readMaximum(value: CellValue, text: string, decimal?: DecimalMark): Maximum {
  if (typeof value === "number") {
    return Math.abs(value) > mostPoints ? { kind: "unread", text: String(value) } : { kind: "points", value: decimalText(fromCell(value)) };
  }
  const shown = text.trim();
  if (shown === "" || /^[-–—−_.…]+$/.test(shown) || fold(shown) === "khong") return blank;
  if (isUnscored(shown)) return { kind: "unscored" };
  for (const candidate of [shown, bareNumber(shown)]) {
    const read = readNumber(candidate, decimal);
    if (read.kind === "ambiguous") return { kind: "either", readings: read.readings, text: shown };
    if (read.kind === "number" && read.percent === undefined && (read.of === undefined || read.of === read.value)) {
      if (Math.abs(Number(read.value)) > mostPoints) break;
      return { kind: "points", value: read.value, ...(/^\(?\s*\+/.test(shown) ? { plus: true } : {}) };
    }
  }
  return { kind: "unread", text: shown };
}

/** Points written behind a name: "Nhận thức số: (60 điểm)", "Điểm cộng (tối đa 04 điểm)", "Thể chế số - 10đ". */
export function pointsInName(name: string): { readonly name: string; readonly points: string } | null {
  const match =
    /^([^]*\S)\s*\(\s*((?:(?:tối đa|Tối đa|TỐI ĐA)\s*)?(?:[:=]\s*)?\d[\d.,]*\s*(?:điểm|ĐIỂM|Điểm|đ))\s*\)(?:\s*[:.])?$/u.exec(name) ??
    /^([^]*\S)\s*[:–-]\s*((?:(?:tối đa|Tối đa|TỐI ĐA)\s*)?\d[\d.,]*\s*(?:điểm|ĐIỂM|Điểm|đ))(?:\s*[:.])?$/u.exec(name);
  if (match === null) return null;
  return { name: withoutTail(match[1]!, /[\s:;,–-]/), points: match[2]!.trim() };
}
