import { rows } from "./kit/rows";
import { typedInputs } from "./kit/typed";
import { codes, secondScore } from "./second-scorer";

test("the row file holds at least three rows for each of the 43 criteria", () => {
  const count = new Map<string, number>();
  for (const row of rows) count.set(row.criterion, (count.get(row.criterion) ?? 0) + 1);
  expect([...count.keys()].sort()).toEqual(codes);
  expect(codes).toHaveLength(43);
  expect(Math.min(...count.values())).toBeGreaterThanOrEqual(3);
});

test("each row names its clause: words of the text, or the page of the rules", () => {
  const lost = rows.filter((row) => !row.clause.startsWith("core/rule/README.md") && !row.text.includes(row.clause));
  expect(lost).toEqual([]);
});

test.each(rows.map((row) => [row.criterion, JSON.stringify(row.inputs), row.points, row.inputs] as const))(
  "%s %s is worth %s by the second scorer",
  (criterion, _, points, inputs) => expect(secondScore(criterion, typedInputs(inputs))).toBe(points),
);
