import { layoutForm } from "../../core/form/layout";
import { indicatorsKey, indicatorsSheetName } from "../../core/form/indicators-layout";
import { presetRubric } from "../../core/rubric/preset-rubric";
import { criteriaOf, type Rubric } from "../../core/rubric/rubric";
import { snapshotOf } from "../../core/sheet/apply";
import type { Snapshot } from "../../core/sheet/snapshot";
import type { Cell, CellValue, Workbook } from "../../core/sheet/workbook";
import { readXlsx, writeXlsx } from "../../excel-addin/page/xlsx";
import { Chance } from "../kit/chance";
import { Desk } from "../kit/desk";
import { randomAnswer } from "../kit/random-rubric";
import { type Line, line, middle, timed, timedLater, within } from "./timing";

type Place = readonly [row: number, column: number, value: CellValue];

/** The preset's criteria, over and over, in groups of fifty. */
export function annex(count: number): (string | number | null)[][] {
  const own = criteriaOf(presetRubric("hcm-xa-2026")!);
  return [
    ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Tài liệu kiểm chứng"],
    ...Array.from({ length: count }, (_, k) => {
      const { name, max, text, evidence } = own[k % own.length]!;
      const group = Math.floor(k / 50) + 1;
      const head = k % 50 === 0 ? [[String(group), `Nhóm ${group}`, null, null, null]] : [];
      return [...head, [`${group}.${(k % 50) + 1}`, name, Number(max), text, evidence]];
    }).flat(),
  ];
}

export function put(desk: Desk, sheet: string, places: readonly Place[]): void {
  desk.change(sheet, (old) => {
    const cells = old.cells.map((row) => [...(row ?? [])]);
    for (const [row, column, v] of places) {
      const { s } = cells[row]?.[column] ?? {};
      const cell: Cell = { v, ...(s === undefined ? {} : { s }) };
      (cells[row] ??= [])[column] = cell;
    }
    return { ...old, cells };
  });
}

/** Cells of a form's answers, and what somebody might have typed there. */
export function typed(rubric: Rubric, sheet: string, chance: Chance): Place[] {
  const layout = layoutForm(rubric, sheet);
  const answers = new Map(criteriaOf(rubric).map((node) => [node.id, randomAnswer(chance, node, "none").inputs]));
  return layout.rows.flatMap((row) =>
    row.kind === "input" ? [[row.row, layout.columns.answer, answers.get(row.node.id)?.[row.input.name] ?? null] as const] : [],
  ).filter(([, , value]) => typeof value !== "object");
}

/** A look at snapshots that are new each time and differ by one answer. */
export function lookAfterEdit(desk: Desk, sheet: string, at: Place): number {
  const snapshots = Array.from({ length: 12 }, (_, k): Snapshot => {
    put(desk, sheet, [[at[0], at[1], k % 2 === 0 ? at[2] : null]]);
    return { ...snapshotOf(desk.workbook, desk.facts, { sheet, row: at[0], column: at[1] }) };
  });
  return middle(snapshots.map((snapshot) => {
    const began = performance.now();
    desk.app.look(snapshot);
    return performance.now() - began;
  }).slice(3));
}

const spelled = (workbook: Workbook): [string, number] => ["JSON of its cells", timed(() => JSON.stringify(workbook.sheets.map(({ cells }) => cells)), 5, 1)];

export async function walkLines(): Promise<Line[]> {
  const lines: Line[] = [];
  const chance = new Chance(2);
  for (const count of [43, 500, 1000]) {
    const named = (what: string): string => `${what} of ${count.toLocaleString("en")} criteria`;
    const desk = new Desk();
    desk.paste("Phụ lục", annex(count));
    lines.push(line(named("read an annex"), timed(() => desk.copy().read(), 3, 1), spelled(desk.workbook)));
    if (count === 1000) continue;
    desk.confirm();
    const unit = { code: "HT", name: "Phường Hạc Thành" };
    const snapshot = desk.snapshot();
    const built = timed(() => desk.all(desk.app.build({ ...snapshot }, { units: [unit], year: "2026" })), 3, 1);
    desk.build(unit);
    const cells = spelled(desk.workbook);
    lines.push(line(named("build the form"), built, cells));
    const rubric = desk.rubric();
    const answers = typed(rubric, "Phiếu", chance);
    put(desk, "Phiếu", answers);
    lines.push(line(named("look after an edit in a form"), lookAfterEdit(desk, "Phiếu", answers[3]!), cells, within(16)));
    const bytes = await writeXlsx(desk.workbook);
    lines.push(line(`${named("write .xlsx")}, ${Math.round(bytes.length / 1024)} kB`, await timedLater(() => writeXlsx(desk.workbook), 3), cells));
    lines.push(line(named("read .xlsx"), await timedLater(() => readXlsx(bytes, "a.xlsx"), 3), cells));
  }
  return [...lines, ...rankedLines(chance)];
}

/** A thousand units, one of them with its form here, the others with typed points. */
export function rankedLines(chance: Chance): Line[] {
  const units = 1000;
  const desk = new Desk();
  desk.paste("Phụ lục", annex(43));
  desk.confirm();
  desk.build({ code: "U1", name: "Đơn vị 1" });
  desk.addSheet("Đơn vị", [["Mã", "Tên đơn vị", "Khối"], ...Array.from({ length: units }, (_, k) => [`U${k + 1}`, `Đơn vị ${k + 1}`, `Khối ${k % 3}`])]);
  desk.rank();
  const answers = typed(desk.rubric(), "Phiếu", chance);
  put(desk, "Phiếu", answers);
  const points = desk.sheet(indicatorsSheetName);
  const columns = points.cells[0]!.flatMap((cell, column) => (String(cell?.v ?? "").startsWith(indicatorsKey.points("")) ? [column] : []));
  const head = points.cells.findIndex((row, k) => k > 0 && typeof row?.[0]?.v === "string");
  const cells = points.cells.flatMap((row, at) =>
    at > head && typeof row?.[0]?.v === "string" && row[0].v !== "U1" ? columns.map((column): Place => [at, column, chance.whole(0, 100) / 10]) : []);
  put(desk, indicatorsSheetName, cells);
  const written = spelled(desk.workbook);
  return [
    line("look after an edit, 1,000 units ranked", lookAfterEdit(desk, "Phiếu", answers[3]!), written, within(16)),
    line("rank 1,000 units into their sheets", timed(() => desk.all(desk.app.rank({ ...desk.snapshot() })), 3, 1), written),
  ];
}
