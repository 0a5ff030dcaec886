import { readForms } from "../core/form/read";
import type { Rubric } from "../core/rubric/rubric";
import { guardsOf } from "../core/sheet/guards";
import type { Guards } from "../core/sheet/host";
import { cellName } from "../core/sheet/address";
import type { Workbook } from "../core/sheet/workbook";
import { bookInUse } from "./kit/damaged-book";
import { type Desk, named } from "./kit/desk";
import { damageRows } from "./rows/damages";

let whole: Desk;
let rubric: Rubric;
beforeAll(() => {
  whole = bookInUse();
  rubric = whole.rubric();
});

/** What the sheets hold by cell, their hidden facts and the log apart. What a formula shows follows from it. */
function contents({ sheets }: Workbook): object {
  const held: Record<string, Record<string, object>> = {};
  for (const { name, cells } of sheets) {
    if (name === "_scorebook" || name === "Nhật ký") continue;
    const own: Record<string, object> = (held[name] = {});
    cells.forEach((cut, row) => cut?.forEach((cell, column) => {
      if (cell === undefined || ((cell.v === null || cell.v === "") && cell.f === undefined)) return;
      own[cellName(row, column)] = cell.f === undefined ? { v: cell.v } : { f: cell.f };
    }));
  }
  return held;
}

const guards = (desk: Desk): (Guards | null)[] => guardsOf(desk.workbook, desk.all(desk.app.asks(desk.snapshot())));
const found = (desk: Desk): string[] =>
  desk.all(desk.app.check(desk.snapshot(), guards(desk))).findings.map(({ issue, at }) => `${issue.code} ${at === null ? "" : named(at)}`);
/** Looks, checks and protection are mended for good; what formulas showed follows from what they compute. */
const isMended = (line: string): boolean => /^damage-(check|protection|lock|cells-|format|colours|values-stale|value-error)/.test(line);

const answersIn = (desk: Desk): string[] => readForms(desk.snapshot(), rubric).flatMap(({ sheet, entries, strange, homeless }) =>
  [...entries, ...strange, ...homeless].map(({ criterion, part, value }) => `${sheet} ${criterion} ${part} ${JSON.stringify(value)}`));

test.each(damageRows)("$name: repaired and taken back, the sheets hold again what they held", ({ damage }) => {
  const desk = whole.copy();
  damage(desk);
  const [before, answers, amiss] = [desk.workbook, answersIn(desk), found(desk)];
  const repair = desk.all(desk.app.repair(desk.snapshot(), guards(desk)));
  if (repair.patch !== null) desk.apply(repair.patch);
  if (desk.look().back?.what !== "repair") {
    // Looks, checks and protection alone do not go back.
    expect(contents(desk.workbook)).toEqual(contents(before));
    return;
  }
  desk.write(desk.app.takeBack(desk.snapshot()));
  expect(contents(desk.workbook)).toEqual(contents(before));
  expect(answersIn(desk)).toEqual(answers);
  const again = found(desk);
  expect(again.filter((line) => !amiss.includes(line))).toEqual([]);
  expect(amiss.filter((line) => !again.includes(line) && !isMended(line))).toEqual([]);
});
