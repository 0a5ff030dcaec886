import type { Style } from "../sheet/workbook";
import type { FormColumn } from "./layout";

/** Widths in characters, for Vietnamese at 11 points. */
export const columnWidths: Readonly<Partial<Record<FormColumn, number>>> = {
  id: 12, code: 8, name: 36, rule: 34, max: 8, answer: 15, unit: 12, self: 10, status: 31, evidence: 26,
  explanation: 22, reviewed: 10, reason: 22, final: 10,
};

const lineHeight = 15;
const tallest = 405;

/** Lines that a text takes in a column of `width` characters, no word broken; bold and capital letters are wider. */
export function linesOf(text: string, width: number, bold = false): number {
  const room = Math.max(1, width - 1);
  const wider = bold ? 1.1 : 1;
  const widthOf = (word: string): number => (word.length + (word.match(/\p{Lu}/gu) ?? []).length * 0.35) * wider;
  return text.split(/\r?\n/).reduce((lines, part) => {
    let [own, used] = [1, 0];
    for (const word of part.split(" ")) {
      let wide = widthOf(word);
      if (used > 0 && used + wider + wide > room) [own, used] = [own + 1, 0];
      for (; wide > room; wide -= room) own += 1;
      used += wide + (used > 0 ? wider : 0);
    }
    return lines + own;
  }, 0);
}

/** Rows that a table leaves, at the height of a row that nobody set. */
export const freedRows = (from: number, to: number): { row: number; height: number; hidden: boolean }[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => ({ row: from + k, height: lineHeight, hidden: false }));

/** Height in points of a row with so many lines. */
export const heightOf = (lines: number): number => Math.min(tallest, lines * lineHeight + 4);

/** Four meanings, told apart by type as well as by colour: entered, computed, reviewed, amiss. */
export const looks = {
  table: { border: "thin", wrap: true, vertical: "top" },
  head: { bold: true, fill: "DCE6F1", wrap: true, align: "center", vertical: "middle", border: "thin" },
  group: { bold: true, fill: "EEF2F7" },
  total: { bold: true, fill: "DCE6F1", border: "thin", wrap: true, vertical: "middle" },
  foot: { border: "thin", wrap: true, vertical: "middle" },
  entered: { fill: "FFF9DB", border: "thin", locked: false },
  /** A criterion's own cell, which normally stays blank. */
  left: { italic: true, border: "thin", locked: false, color: "595959" },
  /** A rule that was not read: its words, and the points entered by hand. */
  unread: { fill: "F3E8F7", italic: true },
  blank: { italic: true, color: "595959" },
  computed: { bold: true, align: "right" },
  reviewed: { fill: "E8F3EC", italic: true, border: "thin", locked: false },
  quiet: { color: "595959" },
  problem: { bold: true, underline: true, color: "A4262C", fill: "FDE7E9" },
  todo: { bold: true, color: "7A4B00", fill: "FFF1CC" },
  done: { color: "0B5A0B" },
  changed: { underline: true, italic: true },
} as const satisfies Record<string, Style>;

/** Number format of points with so many decimals. */
export const pointsFormat = (digits: number): string => (digits === 0 ? "0" : `0.${"0".repeat(digits)}`);
export const percentFormat = '0.00" %"';
export const shareFormat = "0.00%";
