import { readForms } from "../core/form/read";
import type { Rubric } from "../core/rubric/rubric";
import { guardsOf } from "../core/sheet/guards";
import type { Guards } from "../core/sheet/host";
import { contents } from "./kit/contents";
import { bookInUse } from "./kit/damaged-book";
import { type Desk, named } from "./kit/desk";
import { damageRows } from "./rows/damages";

let whole: Desk;
let rubric: Rubric;
beforeAll(() => {
  whole = bookInUse();
  rubric = whole.rubric();
});

const guards = (desk: Desk): (Guards | null)[] => guardsOf(desk.workbook, desk.all(desk.app.asks(desk.snapshot())));
const found = (desk: Desk): string[] =>
  desk.all(desk.app.check(desk.snapshot(), guards(desk))).findings.map(({ issue, at }) => `${issue.code} ${at === null ? "" : named(at)}`);
/** Looks, checks and protection are mended for good; what formulas showed follows from what they compute. */
const isMended = (line: string): boolean => /^damage-(check|protection|lock|cells-|format|colours|values-stale|value-error)/.test(line);

const answersIn = (desk: Desk): string[] => readForms(desk.snapshot(), rubric).flatMap(({ sheet, entries, strange, homeless }) =>
  [...entries, ...strange, ...homeless].map(({ criterion, part, value }) => `${sheet} ${criterion} ${part} ${JSON.stringify(value)}`));

/** Of rows in which looks and checks alone are mended, one. */
const rows = damageRows.filter(({ name, found: lines }) => name === "a check taken off" || lines.length === 0 || !lines.every(isMended));
test.each(rows)("$name: repaired and taken back, the sheets hold again what they held", ({ damage }) => {
  const desk = whole.copy();
  damage(desk);
  const damaged = desk.copy();
  const [before, answers] = [desk.workbook, answersIn(desk)];
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
  // Sheets that were written again are dressed for the rows that they have once more.
  if (!repair.patch!.sheets.some(({ clear, blocks }) => clear !== undefined && blocks?.some(({ column }) => column === 0) === true)) return;
  const [amiss, again] = [found(damaged), found(desk)];
  expect(again.filter((line) => !amiss.includes(line))).toEqual([]);
  expect(amiss.filter((line) => !again.includes(line) && !isMended(line))).toEqual([]);
});

test("a repair that wrote a form again is not taken back over an answer that was given since", () => {
  const desk = whole.copy();
  damageRows.find(({ name }) => name === "an input's row deleted")!.damage(desk);
  const repair = desk.all(desk.app.repair(desk.snapshot(), guards(desk)));
  desk.apply(repair.patch!);
  const at = desk.cell("8", { input: "n" }, "Phiếu HT");
  desk.enter(at, 3);
  const outcome = desk.app.takeBack(desk.snapshot());
  expect(outcome.patch).toBeNull();
  expect(outcome.findings.map(({ issue: { code }, at: place }) => [code, named(place!)])).toEqual([["back-edited", named(at)]]);
});

test("before a repair of checks it is said that they are not taken back; of formulas alone nothing is said", () => {
  const notes = (name: string): number => {
    const desk = whole.copy();
    damageRows.find((row) => row.name === name)!.damage(desk);
    return desk.all(desk.app.check(desk.snapshot(), guards(desk))).checked.vi.notes.filter((note) => note.includes("hoàn tác")).length;
  };
  expect(["a check taken off", "a score emptied"].map(notes)).toEqual([1, 0]);
});
