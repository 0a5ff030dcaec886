import { recalculate } from "../kit/engines";
import { Chance } from "../kit/chance";
import { pointsRubric, rankTyped, unit } from "../kit/ranking";
import { emptySheet } from "../../core/sheet/apply";
import { emptyWorkbook, type Workbook } from "../../core/sheet/workbook";
import { writeXlsx } from "../../excel-addin/page/xlsx";
import { type Line, line } from "./timing";

const sizes = [400, 800, 1600, 3321];
const mostPerDoubling = 2.5;

/** A ranking of units by nine indicators, points typed, many of them tied. */
function ranking(count: number): Workbook {
  const chance = new Chance(count);
  const rubric = pointsRubric(Array.from({ length: 9 }, () => ["10"] as const));
  const units = Array.from({ length: count }, (_, at) => unit(`U${at}`, `Khối ${at % 3}`));
  return rankTyped(rubric, units, units.map(() => Array.from({ length: 9 }, () => chance.whole(0, 100) / 10))).workbook;
}

/** The shorter of two: a busy computer only ever adds. */
async function recalculated(workbook: Workbook): Promise<number> {
  const bytes = await writeXlsx(workbook);
  const times: number[] = [];
  for (let k = 0; k < 2; k += 1) {
    const began = performance.now();
    await recalculate("libreoffice", [{ name: "a", bytes }]);
    times.push(performance.now() - began);
  }
  return Math.min(...times);
}

/** LibreOffice opens a ranking, computes every formula and saves it; its start is measured apart and taken off. */
export async function engineLines(): Promise<Line[]> {
  const start = await recalculated({ ...emptyWorkbook, sheets: [{ ...emptySheet("A"), cells: [[{ v: 1 }]] }], active: "A" });
  const lines: Line[] = [];
  let before: readonly [count: number, ms: number] | null = null;
  for (const count of sizes) {
    const ms = Math.max(1, (await recalculated(ranking(count))) - start);
    const what = `LibreOffice recalculates ${count.toLocaleString("en")} ranked units`;
    if (before === null) lines.push(line(what, ms, ["its start", start]));
    else {
      const [fewer, earlier] = before;
      const perDoubling = (ms / earlier) ** (1 / Math.log2(count / fewer));
      lines.push(line(what, ms, [`${fewer.toLocaleString("en")} units`, earlier], {
        text: `x ${mostPerDoubling} per doubling: x ${perDoubling.toFixed(2)}`, holds: () => perDoubling <= mostPerDoubling,
      }));
    }
    before = [count, ms];
  }
  return lines;
}
