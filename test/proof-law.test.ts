import { proofOfBook, rankedCase } from "./kit/proved-book";

const first = Number(process.env["SEED"] ?? 1);
const cases = Array.from({ length: Number(process.env["RUBRICS"] ?? 60) }, (_, at) => first + at);

test("drawn rubrics and answers: nothing differs from the core", () => {
  let cells = 0;
  const wrong: unknown[] = [];
  for (const seed of cases) {
    const { rubric, workbook } = rankedCase(seed);
    const proof = proofOfBook(workbook, rubric);
    cells += proof.cells;
    if (proof.lost + proof.absent > 0) wrong.push({ seed, lost: proof.lost, absent: proof.absent });
    for (const each of proof.differences) wrong.push({ seed, ...each, effect: null });
  }
  console.log(`proof: ${cases.length} rubrics, ${cells} cells`);
  expect(wrong.slice(0, 12)).toEqual([]);
  expect(cells).toBeGreaterThan(cases.length * 100);
});
