import * as fc from "fast-check";
import { readRubric } from "../core/rubric/read";
import { pastedSheet } from "../core/rubric/pasted";

type Value = string | number | null;
const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const letters = "ABCDEFGHIJKL";
/** The day that vi-VN makes of "3.4": 3 April 2026. */
const serial = (day: number, month: number): number => Math.round(Date.UTC(2026, month - 1, day) / 86400000) + 25569;

/** How a table numbers its groups and its criteria: the g-th group from 1, its k-th criterion, the n-th of all. */
const numberings: Readonly<Record<string, { group: (g: number) => Value; row: (g: number, k: number, n: number) => Value }>> = {
  "1 / 1.1": { group: (g) => String(g), row: (g, k) => `${g}.${k}` },
  "1. / 1.1.": { group: (g) => `${g}.`, row: (g, k) => `${g}.${k}.` },
  "I / 1 running on": { group: (g) => romans[g - 1]!, row: (_g, _k, n) => String(n) },
  "I / 1 starting again": { group: (g) => romans[g - 1]!, row: (_g, k) => k },
  "A / A.1": { group: (g) => letters[g - 1]!, row: (g, k) => `${letters[g - 1]!}.${k}` },
  "A / 1": { group: (g) => letters[g - 1]!, row: (_g, k) => String(k) },
  "1 / 01 running on": { group: (g) => String(g), row: (_g, _k, n) => String(n).padStart(2, "0") },
  "1 / 1 running on, zeros lost": { group: (g) => g, row: (_g, _k, n) => n },
  "1 / 1.1 as numbers": { group: (g) => g, row: (g, k) => Number(`${g}.${k}`) },
  "1 / 1.1 as days": { group: (g) => g, row: (g, k) => (g <= 12 && k <= 12 ? serial(g, k) : `${g}.${k}`) },
  "Tiêu chí 1 / 1": { group: (g) => `Tiêu chí ${g}`, row: (_g, k) => String(k) },
};

const groups = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 10 });
const rule = "Có: điểm tối đa; không: 0 điểm";

test.each(Object.entries(numberings))("a table numbered %s is read as it was meant", (name, numbering) => {
  fc.assert(
    fc.property(groups, fc.integer({ min: 0, max: 15 }), fc.boolean(), fc.boolean(), (tree, above, split, totalled) => {
      const table: Value[][] = Array.from({ length: above }, () => [null, "Phụ lục kèm theo"]);
      table.push(["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"]);
      const expected: string[] = [];
      let n = 0;
      tree.forEach((rows, g) => {
        const sum = rows.reduce((added, own) => added + own, 0);
        table.push([numbering.group(g + 1), `Nhóm ${g}`, sum / 4, null]);
        expected.push(`0 Nhóm ${g} ${sum / 4}`);
        rows.forEach((own, k) => {
          n += 1;
          const [first, ...rest] = split ? rule.split("; ") : [rule];
          table.push([numbering.row(g + 1, k + 1, n), `Tiêu chí về ${n}`, own / 4, first!]);
          for (const more of rest) table.push([null, null, null, more]);
          expected.push(`1 Tiêu chí về ${n} ${own / 4}`);
        });
      });
      const total = tree.flat().reduce((added, own) => added + own, 0) / 4;
      if (totalled) table.push([null, "Tổng cộng", total, null]);
      const reading = readRubric(pastedSheet("Phụ lục", table), { assumptions: "accept" });
      if (reading.rubric === null) throw new Error(JSON.stringify(reading.issues));
      expect(reading.rows.map((row) => `${row.depth} ${row.name} ${Number(row.max)}`)).toEqual(expected);
      expect(reading.issues).toEqual([]);
      if (/^1 \/ 1\.1 as/.test(name)) {
        const codes = tree.flatMap((rows, g) => [String(g + 1), ...rows.map((_, k) => `${g + 1}.${k + 1}`)]);
        expect(reading.rows.map(({ code }) => code)).toEqual(codes);
      }
      expect(reading.rows.filter(({ kind }) => kind === "criterion").every(({ state }) => state === "read" || state === "assumed")).toBe(true);
      expect(new Set(reading.rows.map(({ id }) => id)).size).toBe(expected.length);
    }),
    { numRuns: 60 },
  );
});
