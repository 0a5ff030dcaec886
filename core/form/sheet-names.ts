import { sameSheet } from "../sheet/address";

/** The sheets that a workbook of ours holds, as people see them. They are found by what stands in them. */
export const sheetNames = { rubric: "Bộ chỉ số", form: "Phiếu", log: "Nhật ký" } as const;

/** Most characters of a sheet's name; a letter of two halves counts as two. */
const longestName = 31;
const outside = /^[\s']+|[\s']+$|[\ud800-\udbff]$/g;

/** A name that a sheet may have and none has yet: the wish, else with a number behind it. */
export function freeSheetName(wish: string, taken: readonly string[]): string {
  const clean = wish.replace(/[[\]:*?/\\\u0000-\u001f]/g, " ").replace(/\s+/g, " ").replace(outside, "");
  const cut = (most: number): string => (clean === "" ? sheetNames.form : clean).slice(0, most).replace(outside, "");
  for (let count = 1; ; count += 1) {
    const tail = count === 1 ? "" : ` ${count}`;
    const name = cut(longestName - tail.length) + tail;
    if (!taken.some((other) => sameSheet(other, name))) return name;
  }
}
