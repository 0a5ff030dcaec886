import { withoutTail } from "../number/tail";
import { sameSheet } from "../sheet/address";

/** The sheets that a workbook of ours holds, as people see them. They are found by what stands in them. */
export const sheetNames = { rubric: "Bộ chỉ số", form: "Phiếu", log: "Nhật ký" } as const;

/** Most characters of a sheet's name; a letter of two halves counts as two. */
const longestName = 31;
/** Without spaces and apostrophes at its ends, and without half a letter behind. */
const inner = (name: string): string =>
  withoutTail(name.replace(/^[\s']+/, ""), /[\s']/).replace(/[\ud800-\udbff]$/, "");

/** A name that a sheet may have and none has yet: the wish, else with a number behind it. */
export function freeSheetName(wish: string, taken: readonly string[]): string {
  const clean = inner(wish.replace(/[[\]:*?/\\\u0000-\u001f]/g, " ").replace(/\s+/g, " "));
  const cut = (most: number): string => inner((clean === "" ? sheetNames.form : clean).slice(0, most));
  for (let count = 1; ; count += 1) {
    const tail = count === 1 ? "" : ` ${count}`;
    const name = cut(longestName - tail.length) + tail;
    if (!taken.some((other) => sameSheet(other, name))) return name;
  }
}
