import type { Grid } from "./grid";
import { fold, oneLine } from "./fold";
import { readNumber } from "../number/read";

/** What the block above a table says about it; "" and null where it says nothing. */
export interface Heading {
  readonly title: string;
  /** "742/QĐ-UBND ngày 24/6/2022". */
  readonly decision: string;
  /** `so`, `huyen`, `xa`, `tinh`, `bo`, joined by `+`. */
  readonly level: string;
  readonly year: string;
  readonly total: string | null;
  readonly criteria: number | null;
}

const titled = /^(?:phu luc ?[ivx\d]* ?[:.–-]? ?)?(bang )?(bo |he thong |danh muc |quy dinh |khung )?(chi so|tieu chi|cac tieu chi|bang diem|bang cham|phieu|thang diem|cham diem|bang tieu chi|danh gia)/;
const letterhead = /^(cong hoa xa hoi|doc lap|uy ban nhan dan|uy ban|ubnd|hoi dong nhan dan|bo (?!chi so|tieu chi|thang diem)|so |phu luc|kem theo|\(|don vi|so:|ngay |kinh gui|mau )/;
const levels: readonly (readonly [string, RegExp])[] = [
  ["tinh", /cap tinh|cac tinh|tinh, thanh pho/],
  ["bo", /cap bo|cac bo|bo, co quan ngang bo/],
  ["so", /cap so|so, nganh|so, ban|so nganh|cac so|co quan chuyen mon/],
  ["huyen", /cap huyen|quan, huyen|huyen, thi xa|cac huyen|thanh pho thu duc/],
  ["xa", /cap xa|xa, phuong|phuong, xa|phuong\/xa|xa\/phuong|cac xa|dac khu/],
];

/** First cell of the sheet that this product writes: title and decision stand below it as they are. */
const ownSheet = "scorebook rubric";

function joinTitle(lines: readonly string[]): string {
  const at = lines.findIndex((line) => titled.test(fold(line)));
  const start = at >= 0 ? at : lines.findIndex((line) => line.length > 12 && line === line.toUpperCase() && !letterhead.test(fold(line)));
  if (start < 0) return "";
  const title = [lines[start]!];
  for (const line of lines.slice(start + 1)) {
    if (line !== line.toUpperCase() || letterhead.test(fold(line)) || !/\p{L}/u.test(line)) break;
    title.push(line);
  }
  return title.join(" ");
}

function decisionIn(text: string): string {
  const number = /(\d{1,5})\s*\/\s*(QĐ|NQ|KH|TT|CT)\s*-\s*([\p{Lu}\d&-]{2,20})/u.exec(text);
  if (number === null) return "";
  const rest = text.slice(number.index, number.index + 160);
  const long = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu.exec(rest);
  const short = /ngày\s+(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/iu.exec(rest);
  const date = long ?? short;
  const plain = `${number[1]!}/${number[2]!}-${number[3]!}`;
  return date === null ? plain : `${plain} ngày ${Number(date[1])}/${Number(date[2])}/${date[3]!}`;
}

/** The points and counts that running text declares: "gồm 8 chỉ số chính, 43 chỉ số thành phần, 100 điểm". */
export function declaredIn(text: string): { total: string | null; criteria: number | null } {
  const folded = fold(text);
  const figures = [...folded.matchAll(/([\d.,]+)( ?diem)?/g)];
  const points =
    /(?:tong (?:so )?diem(?: toi da)?|thang diem|diem toi da|toi da)(?: la| tinh toi da la)?(?: ?[:=])?(?: ?\()? ?([\d.,]+)/.exec(folded) ??
    figures.find(([, figure, unit]) => unit !== undefined && /\d$/.test(figure!)) ?? null;
  const counts = [...folded.matchAll(/(\d+) ?(chi so thanh phan|tieu chi thanh phan|chi tieu thanh phan|tieu chi|)/g)];
  const count = counts.find(([, , of]) => of!.endsWith("thanh phan")) ?? counts.find(([, , of]) => of !== "");
  const read = points === null ? null : readNumber(points[1]!.replace(/[.,]$/, ""), ",");
  return { total: read?.kind === "number" ? read.value : null, criteria: count === undefined ? null : Number(count[1]) };
}

/** Reads the block above row `end`: title, decision, level, year, and the sums it declares. */
export function readHeading(grid: Grid, end: number, sheetName = ""): Heading {
  const lines: string[] = [];
  for (let row = 0; row < end; row++) {
    for (let column = 0; column < grid.columns; column++) {
      for (const line of grid.text(row, column).split("\n")) if (line !== "") lines.push(line);
    }
  }
  const whole = lines.join("\n");
  const own = lines[0]?.startsWith(ownSheet) === true;
  const title = own ? (lines[1]?.startsWith("(") === false ? lines[1] : "") : oneLine(joinTitle(lines));
  const folded = fold(title === "" ? sheetName : title);
  const found = levels.filter(([, pattern]) => pattern.test(folded)).map(([level]) => level);
  const year = /(?:năm|NĂM)\s+(20\d{2})/u.exec(title)?.[1] ?? /\b(20\d{2})\b/.exec(title)?.[1] ?? yearIn(lines);
  const declared = declaredIn(lines.filter((line) => !letterhead.test(fold(line))).join("\n"));
  const decision = (own ? /^\(Theo (.+)\)$/.exec(lines[lines.length - 1]!)?.[1] : undefined) ?? decisionIn(whole);
  return { title, decision, level: found.join("+"), year, ...declared };
}

/** A year named by a line that is no date of signing: "Năm 2026", "áp dụng năm 2026". */
function yearIn(lines: readonly string[]): string {
  for (const line of lines) {
    const match = /năm(?: đánh giá)?:?\s+(20\d{2})/iu.exec(line);
    if (match !== null && !/ngày\s+\S+\s+tháng/iu.test(line)) return match[1]!;
  }
  return "";
}
