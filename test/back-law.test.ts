import { createApp } from "../core/app";
import { finish } from "../core/app/build";
import type { Outcome, Run } from "../core/app-port";
import { readForms } from "../core/form/read";
import { findRubricSheet } from "../core/form/rubric-heads";
import { rubricPatch } from "../core/form/rubric-sheet";
import { storeOf, storePatch } from "../core/form/store-patch";
import { readStore, storedRubric } from "../core/form/store-sheet";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import type { Facts, Snapshot } from "../core/sheet/snapshot";
import { emptyWorkbook, type Sheet, type Workbook } from "../core/sheet/workbook";
import { comparable } from "./host-contract";
import { contents } from "./kit/contents";
import { Chance } from "./kit/chance";
import { randomCase } from "./kit/random-rubric";
import { Desk } from "./kit/desk";

const facts: Facts = { host: "page", language: "vi", decimal: ",", now: "2026-11-22T08:00" };
const app = createApp();
const done = <T extends Outcome>(run: Run<T>): T => ("next" in run ? finish(run) : run);
const read = (workbook: Workbook): Snapshot => snapshotOf(workbook, facts, null);
const count = Number(process.env["RUBRICS"] ?? 10);
const seed = Number(process.env["SEED"] ?? 1);

function after(workbook: Workbook, { patch, findings }: Outcome): Workbook {
  if (patch === null) throw new Error(`refused: ${JSON.stringify(findings).slice(0, 300)}`);
  const result = applyPatch(workbook, patch);
  if (!result.ok) throw new Error(`stale: ${JSON.stringify(result.stale).slice(0, 300)}`);
  return result.workbook;
}

const units = [{ code: "A", name: "Xã A" }, { code: "B", name: "Xã B" }];
const build = (workbook: Workbook, ...of: typeof units): Outcome => done(app.build(read(workbook), { units: of, year: "2026" }));

/** A drawn rubric with a filled form of one unit, as the panel would have made it; null where its sheet is no rubric. */
function start(number: number): Desk | null {
  const { rubric, answers } = randomCase(number);
  const made = applyPatch(emptyWorkbook, {
    expect: [], sheets: [rubricPatch(rubric, null), storePatch(storeOf(rubric, { language: "vi", forms: [], parked: [] }), null)],
  });
  if (!made.ok) throw new Error("stale");
  const built = build(made.workbook, units[0]!);
  if (built.patch === null) return null;
  const of = new Desk(after(made.workbook, built));
  const [form] = readForms(of.snapshot(), storedRubric(readStore(of.snapshot())!)!);
  for (const [criterion, answer] of answers) {
    for (const [input, value] of Object.entries(answer.inputs)) {
      const at = form?.cellOf(criterion, { input });
      if (at !== null && at !== undefined && value !== null && typeof value !== "object") of.enter(at, value);
    }
    const at = form?.cellOf(criterion, "evidence");
    if (at !== null && at !== undefined && answer.evidence !== "") of.enter(at, answer.evidence);
  }
  // Written again, so that what formulas show is what they compute.
  of.write(build(of.workbook, units[0]!));
  return of;
}

/** What people may do to a rubric's sheet. */
function edited(of: Desk, chance: Chance): void {
  const sheet = findRubricSheet(of.snapshot())!;
  const rows = sheet.values.flatMap((line, row) => (row > 3 && typeof line[0] === "string" ? [row] : []));
  for (let times = chance.whole(1, 3); times > 0; times -= 1) {
    const row = chance.pick(rows);
    const other = chance.pick(rows);
    const at = (column: number, line = row) => ({ sheet: sheet.name, row: line, column });
    switch (chance.whole(0, 4)) {
      case 0:
        of.enter(at(2), `${String(of.value(at(2)) ?? "")} (sửa)`);
        break;
      case 1:
        of.enter(at(4), of.value(at(4, other)));
        break;
      case 2:
        of.enter(at(3), chance.pick([1, 2.5, 4]));
        break;
      case 3:
        of.insertRow(sheet.name, row + 1);
        for (const [column, v] of [[2, "Tiêu chí thêm"], [3, 1], [6, of.value(at(6))], [7, of.value(at(7))]] as const) of.enter(at(column, row + 1), v);
        break;
      default:
        of.deleteRow(sheet.name, row);
    }
  }
}

/** Cells of people beside and below a form, between its rows where it has none of its own. */
function noted(of: Desk, chance: Chance): void {
  const [form] = readForms(of.snapshot(), storedRubric(readStore(of.snapshot())!)!);
  const { sheet, owned, idOf } = form!.found;
  const [wide, high] = [Math.max(...owned) + 1, Math.max(...idOf.keys()) + 1];
  for (let times = chance.whole(0, 4); times > 0; times -= 1) {
    const below = chance.often(50);
    const at = { sheet: sheet.name, row: below ? high + chance.whole(0, 3) : chance.whole(8, high), column: below ? chance.whole(0, wide) : wide + chance.whole(0, 2) };
    if (chance.often(30)) of.enter(at, 2, "1+1");
    else of.enter(at, `ghi chú ${times}`);
  }
}

/** A row of the height that nobody set says nothing: a form that was longer once leaves such. */
const standard = 15;
const heightsOf = (sheet: Sheet): Sheet["rows"] =>
  Array.from(sheet.rows, (row) => (row?.height === standard && row.hidden !== true ? undefined : row));

const seen = (workbook: Workbook): object => {
  const shown = workbook.sheets.filter(({ name }) => name !== "_scorebook" && name !== "Nhật ký");
  return comparable({ ...workbook, sheets: shown.map((sheet) => ({ ...sheet, rows: heightsOf(sheet) })), active: null });
};

/** Everything that people entered, in its form or parked. */
function kept(workbook: Workbook): string[] {
  const snapshot = read(workbook);
  const store = readStore(snapshot)!;
  const forms = readForms(snapshot, storedRubric(store)!);
  return [...forms.flatMap(({ entries, homeless }) => [...entries, ...homeless]), ...store.parked].map(({ value }) => String(value));
}

const presses: Readonly<Record<string, (of: Desk, chance: Chance) => Outcome>> = {
  "a rebuild by an edited rubric": (of, chance) => {
    edited(of, chance);
    return build(of.workbook, units[0]!);
  },
  "a rebuild with a form more": (of, chance) => {
    edited(of, chance);
    return build(of.workbook, ...units);
  },
  "other settings": (of, chance) =>
    of.app.settings(of.snapshot(), {
      ...of.look().settings!, digits: chance.whole(0, 3), evidence: chance.pick(["required", "optional"]),
      notApplicable: chance.pick(["excluded", "full", "zero", "none"]),
    }),
  "a ranking": (of) => done(of.app.rank(of.snapshot())),
};

test.each(Object.entries(presses))("%s and taking it back leave the workbook as it was, in every cell", (_name, press) => {
  let compared = 0;
  for (let number = seed; number < seed + count; number += 1) {
    const chance = new Chance(number);
    const of = start(number);
    if (of === null) continue;
    noted(of, chance);
    const outcome = press(of, chance);
    // An edit may leave a table that is no rubric.
    if (outcome.patch === null) continue;
    const before = of.workbook;
    of.write(outcome);
    if (of.look().back === null) throw new Error(`no way back: ${number}`);
    of.write(of.app.takeBack(of.snapshot()));
    const found = { number, workbook: seen(of.workbook) };
    expect(found).toEqual({ number, workbook: seen(before) });
    compared += 1;
  }
  expect(compared).toBeGreaterThan(count / 2);
});

test("what was entered between an operation and its taking back stays", () => {
  let entered = 0;
  for (let number = seed; number < seed + count; number += 1) {
    const chance = new Chance(number);
    const of = start(number);
    if (of === null) continue;
    const outcome = presses["a rebuild by an edited rubric"]!(of, chance);
    if (outcome.patch === null) continue;
    const before = kept(of.workbook);
    of.write(outcome);
    const since = of.look().findings.filter(({ todo, at }) => todo === "blank" && at !== null).map(({ at }) => at!);
    const typed = since.map((at, k) => {
      of.enter(at, `số ${number}.${k}`);
      return `số ${number}.${k}`;
    });
    entered += typed.length;
    of.write(of.app.takeBack(of.snapshot()));
    const left = new Set(kept(of.workbook));
    expect({ number, lost: [...typed, ...before].filter((value) => !left.has(value)) }).toEqual({ number, lost: [] });
  }
  expect(entered).toBeGreaterThan(count / 2);
});

/** What programs and people do to sheets of ours by mistake. */
function spoilt(of: Desk, chance: Chance): void {
  const [form] = readForms(of.snapshot(), storedRubric(readStore(of.snapshot())!)!);
  const { sheet, rows, columns } = form!.found;
  const row = chance.pick([...rows.values()].filter((each) => each > 6));
  const final = columns.get("final")!;
  switch (chance.whole(0, 4)) {
    case 0:
      of.enter({ sheet: sheet.name, row, column: final }, 1);
      break;
    case 1:
      of.deleteRow(sheet.name, row);
      break;
    case 2:
      of.duplicateRow(sheet.name, row);
      break;
    case 3:
      of.enter({ sheet: sheet.name, row, column: columns.get("id")! }, "id khác");
      break;
    default: {
      const points = of.workbook.sheets.find(({ name }) => name === "Chỉ số");
      if (points === undefined) of.deleteRow(sheet.name, row);
      else of.deleteRow(points.name, chance.whole(6, points.cells.length - 1));
    }
  }
}

/** What people enter in forms and lists between presses. */
function filled(of: Desk, chance: Chance): void {
  const blank = of.look().findings.filter(({ todo, at }) => todo === "blank" && at !== null).map(({ at }) => at!);
  for (let times = chance.whole(0, 3); times > 0 && blank.length > 0; times -= 1) of.enter(chance.pick(blank), chance.whole(0, 5));
  if (!of.workbook.sheets.some(({ name }) => name === "Đơn vị")) return;
  for (let row = 5; row < 5 + chance.whole(0, 3); row += 1) {
    const unit = chance.often(25) ? [null, null, null] : [`U${row}`, `Xã số ${row}`, chance.pick(["Xã", "Phường", null])];
    unit.forEach((v, column) => of.enter({ sheet: "Đơn vị", row, column }, v));
  }
}

const inSequence: Readonly<Record<string, (of: Desk, chance: Chance) => Outcome>> = {
  ...presses,
  "a list of units": (of) => of.app.listUnits(of.snapshot()),
  "a repair": (of, chance) => {
    for (let times = chance.whole(1, 3); times > 0; times -= 1) spoilt(of, chance);
    return of.all(of.app.repair(of.snapshot(), null));
  },
};

test("whatever was done before it, an operation is taken back in every value and formula, also from a saved file", async () => {
  const done: Record<string, number> = {};
  for (let number = seed; number < seed + Math.ceil(count / 2); number += 1) {
    const chance = new Chance(1000 + number);
    const of = start(number);
    if (of === null) continue;
    for (let step = 0; step < 5; step += 1) {
      const name = chance.pick(Object.keys(inSequence));
      filled(of, chance);
      const outcome = inSequence[name]!(of, chance);
      if (outcome.patch === null) continue;
      const before = of.workbook;
      of.write(outcome);
      if (of.look().back === null) {
        // A repair that touched no cell.
        expect({ number, step, name, cells: contents(of.workbook) }).toEqual({ number, step, name, cells: contents(before) });
        continue;
      }
      const isSaved = chance.often(30);
      const [was, undone] = isSaved ? [await new Desk(before).reopen(), await of.reopen()] : [new Desk(before), of.copy()];
      undone.write(undone.app.takeBack(undone.snapshot()));
      expect({ number, step, name, cells: contents(undone.workbook) }).toEqual({ number, step, name, cells: contents(was.workbook) });
      expect({ number, step, name, kept: kept(undone.workbook) }).toEqual({ number, step, name, kept: kept(was.workbook) });
      done[name] = (done[name] ?? 0) + 1;
    }
  }
  process.stdout.write(`operations in a row, each taken back: ${JSON.stringify(done)}\n`);
  expect(Object.keys(done).length).toBeGreaterThan(count < 5 ? 0 : 3);
}, 60000 + count * 2000);
