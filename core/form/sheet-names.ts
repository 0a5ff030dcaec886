import { sameSheet } from "../sheet/apply";

/** The sheets that a workbook of ours holds, as people see them. They are found by what stands in them. */
export const sheetNames = { rubric: "Bộ chỉ số", form: "Phiếu", log: "Nhật ký" } as const;

/** Most characters of a sheet's name. */
const longestName = 31;

/** A name that a sheet may have and none has yet: the wish, else with a number behind it. */
export function freeSheetName(wish: string, taken: readonly string[]): string {
  const clean = wish.replace(/[[\]:*?/\\\u0000-\u001f]/g, " ").replace(/\s+/g, " ").replace(/^'+|'+$/g, "").trim();
  const cut = (most: number): string => Array.from(clean === "" ? sheetNames.form : clean).slice(0, most).join("").trim();
  for (let count = 1; ; count += 1) {
    const tail = count === 1 ? "" : ` ${count}`;
    const name = cut(longestName - tail.length) + tail;
    if (!taken.some((other) => sameSheet(other, name))) return name;
  }
}
