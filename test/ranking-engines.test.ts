import type { Workbook } from "../core/sheet/workbook";
import { computed, differences, engines } from "./kit/differences";
import { pointsRubric, rankTyped, unit } from "./kit/ranking";

const scores = (units: number, of: readonly number[], seed: number): number[][] => {
  let state = seed;
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: units }, () => of.map((max) => Math.round(next() * max * 10) / 10));
};

const books: [string, Workbook][] = [];
for (const ties of ["competition", "dense", "modified"] as const) {
  const rubric = pointsRubric([["20"], ["30.5"], ["50"], ["5", "-5"]], { ties });
  const units = Array.from({ length: 40 }, (_, at) =>
    unit(`U${at}`, `Khối ${at % 3}`, {
      ranked: at % 7 !== 0, ...(at % 4 === 0 ? { previous: { total: null, rank: at + 1 } } : {}),
    }),
  );
  const points = scores(40, [20, 30.5, 50, 5], 7).map((row) => row.map((value) => Math.round(value / 5) * 5 / 10));
  books.push([`blocks ${ties}`, rankTyped(rubric, units, points).workbook]);
}

test.each(engines)("every formula cell of the ranking is as %s computes it", async (engine) => {
  const sheets = await computed(engine, books.map(([, workbook]) => workbook));
  books.forEach(([name, workbook], at) => {
    const { compared, found } = differences(workbook, sheets[at]!, () => true);
    expect({ name, found: found.slice(0, 10) }).toEqual({ name, found: [] });
    expect(compared).toBeGreaterThan(1000);
  });
});
