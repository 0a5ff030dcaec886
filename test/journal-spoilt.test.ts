import { chunksOf } from "../core/sheet/chunks";
import { withJournal } from "../core/sheet/journal";
import { hasJournal, journalColumn, journalMark, progressColumn } from "../core/sheet/journal-mark";
import type { Patch } from "../core/sheet/patch";
import type { CellValue } from "../core/sheet/workbook";
import { Chance } from "./kit/chance";
import { bookInUse } from "./kit/damaged-book";
import type { Desk } from "./kit/desk";

const used = bookInUse();
used.facts = { ...used.facts, host: "sheets" };
/** What a ranking writes down before it begins. */
const { print, ...real } = JSON.parse(textOf(used.all(used.app.rank(used.snapshot())).patch!)) as Record<string, unknown>;
function textOf({ sheets: [journal] }: Patch): string {
  const cells = journal!.blocks![0]!.cells.map(([cell]) => cell!.v);
  return cells.slice(2).map((chunk) => String(chunk).slice(1)).join("");
}

const column = (at: number, values: readonly CellValue[]): Patch["sheets"][number] =>
  ({ sheet: "_scorebook", blocks: [{ row: 0, column: at, cells: values.map((v) => [{ v: v as string | number | null }]) }] });

/** The workbook in use with a journal in its hidden sheet, `begun` parts of it begun. */
function left(begun: number | null, count: CellValue, chunks: readonly string[]): Desk {
  const desk = used.copy();
  desk.apply({ expect: [], sheets: [column(journalColumn, [journalMark, count, ...chunks]), column(progressColumn, [begun])] });
  return desk;
}

/** What is said where the write is gone on with; after that nothing is left of it. */
function ended(desk: Desk): string[] {
  expect(hasJournal(desk.snapshot())).toBe(true);
  const outcome = desk.app.resume(desk.snapshot());
  desk.write(outcome);
  expect(hasJournal(desk.snapshot())).toBe(false);
  return outcome.findings.map(({ issue }) => issue.code);
}

const facts = ({ workbook }: Desk): string =>
  JSON.stringify(workbook.sheets.find(({ name }) => name === "_scorebook")!.cells.map((line) => (line ?? []).slice(0, progressColumn)));

/** What is said says so, and no sheet but that of the journal was touched. */
function expectDropped(desk: Desk, begun: number | null): void {
  expect(ended(desk)).toEqual([begun === null || begun === 0 ? "write-undone" : "write-lost"]);
  expect(desk.workbook.sheets.filter((sheet, at) => sheet !== used.workbook.sheets[at]).map(({ name }) => name)).toEqual(["_scorebook"]);
  expect(facts(desk)).toBe(facts(used));
}

const form = "Phiếu HT";
/** A part that is otherwise as it should be, in a patch that is. */
const part = (rest: object): object => ({ patch: { expect: [], sheets: [{ sheet: form, ...rest }] }, fresh: [] });
const area = { row: 0, column: 0, rows: 1, columns: 1 };
const expecting = (expect: unknown): object => ({ patch: { expect, sheets: [] }, fresh: [] });
const check = { prompt: { title: "", text: "" }, error: { title: "", text: "" }, allowBlank: true };

const malformed: readonly unknown[] = [
  {}, 1, null, [], "x", { patch: {} }, { patch: { expect: [], sheets: [1] }, fresh: [] }, { patch: { expect: [], sheets: [] } },
  { patch: { expect: [], sheets: [] }, fresh: [1] }, { patch: { expect: [], sheets: {} }, fresh: [] },
  { patch: { expect: [], sheets: [], show: {} }, fresh: [] }, { patch: { expect: [], sheets: [], show: "A1" }, fresh: [] },
  expecting([{ sheet: form, row: 0, column: 0 }]), expecting([{ sheet: form, row: 0, column: 0, values: [1] }]),
  expecting([{ sheet: form, row: 0, column: 0, values: "x" }]), expecting([{ sheet: form, row: "0", column: 0, values: [[1]] }]),
  expecting([{ sheet: form, row: 0, column: 0, values: [[{}]] }]), expecting([{}]), expecting({}),
  part({ blocks: [{}] }), part({ blocks: "x" }), part({ blocks: {} }), part({ blocks: null }), part({ blocks: [null] }),
  part({ blocks: [{ row: 0, column: 0, cells: [{}] }] }), part({ blocks: [{ row: 0, column: 0, cells: [[1]] }] }),
  part({ blocks: [{ row: 0, column: 0, cells: [[{}]] }] }), part({ blocks: [{ row: 0, column: 0, cells: [[{ v: [] }]] }] }),
  part({ blocks: [{ row: 0, column: 0, cells: [[{ f: 1, v: 1 }]] }] }), part({ blocks: [{ row: -1, column: 0, cells: [[{ v: 1 }]] }] }),
  part({ blocks: [{ row: 0.5, column: 0, cells: [[{ v: 1 }]] }] }), part({ blocks: [{ row: 1e9, column: 0, cells: [[{ v: 1 }]] }] }),
  part({ clear: [{}] }), part({ clear: "x" }), part({ clear: [null] }), part({ clear: [{ ...area, rows: 1e12 }] }), part({ clear: [{ ...area, row: -1 }] }),
  part({ styles: [{ area, style: 1 }] }), part({ styles: [{ style: {} }] }), part({ styles: [{ area: { ...area, rows: 1e6, columns: 1e4 }, style: {} }] }),
  part({ styles: [{ area, style: { fill: "red" } }] }), part({ styles: [{ area, style: { size: "big" } }] }),
  part({ merges: [1] }), part({ merges: area }), part({ validations: [{ area }] }), part({ validations: [{ area, rule: { ...check, kind: "list" } }] }),
  part({ validations: [{ area, rule: { ...check, kind: "sum", min: 0, max: 1 } }] }), part({ validations: [{ area, rule: { kind: "whole", min: 0, max: 1 } }] }),
  part({ conditionals: [{ area, style: {} }] }), part({ conditionals: {} }), part({ scales: [{ area }] }), part({ columns: [{ width: 5 }] }),
  part({ columns: [{ column: 1e12 }] }), part({ rows: [{ row: 1e12 }] }), part({ rows: [null] }), part({ freeze: 1 }), part({ freeze: { rows: -1, columns: 0 } }),
  part({ filter: [] }), part({ print: { orientation: "up", fitWidth: true } }), part({ print: 1 }), part({ tab: {} }), part({ tab: "blue" }),
  part({ protection: true }), part({ protection: { sort: 1 } }), part({ remove: false }), part({ state: "gone" }), part({ position: -1 }), part({ create: 1 }),
  part({ sheet: "" }), part({ sheet: 1 }), part({ sheet: "a/b", create: true }), part({ sheet: "đ".repeat(32), create: true }), part({ paint: 1 }),
];

test.each(malformed.map((written) => [JSON.stringify(written).slice(0, 110), written]))("a journal that tells %s is dropped", (_text, written) => {
  const chunks = chunksOf(JSON.stringify(written));
  for (const begun of [0, 1]) expectDropped(left(begun, chunks.length, chunks), begun);
});

test("a journal that was cut is dropped: in a piece, by a piece, or in the number of pieces", () => {
  const text = JSON.stringify({ ...real, print });
  const chunks = chunksOf(text);
  expect(chunks.length).toBeGreaterThan(1);
  const cut: readonly (readonly [count: CellValue, chunks: readonly string[]])[] = [
    [chunks.length, chunks.slice(0, -1)], [chunks.length, chunks.slice(1)], [chunks.length - 1, chunks], [chunks.length + 1, chunks],
    [chunks.length, chunks.map((chunk) => chunk.slice(1))], [chunks.length, chunks.map((chunk) => chunk.slice(0, -1))],
    [chunks.length, [...chunks].reverse()], [String(chunks.length), chunks], [1e12, chunks], [-1, chunks], [0.5, chunks], [0, []], [null, chunks],
    [{ error: "#REF!" }, chunks], [chunks.length, []], [1, ["|"]], [1, [""]],
  ];
  for (const [count, pieces] of cut) for (const begun of [null, 1]) expectDropped(left(begun, count, pieces), begun);
});

/** A place in a piece of JSON, somewhere down from its top. */
function placeIn(value: unknown, chance: Chance): (string | number)[] {
  if (typeof value !== "object" || value === null || chance.often(10)) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  if (keys.length === 0) return [];
  const key = chance.pick<string | number>(keys);
  return [key, ...placeIn((value as Record<string | number, unknown>)[key], chance)];
}

const odd: readonly unknown[] = [null, {}, [], "", "x", -1, 0.5, 1e12, true, [[]], [null], { sheet: 1 }, { v: {} }];

/** The same journal with one thing in it changed, or gone, and with more behind it. */
function mutated(chance: Chance, more: object): unknown {
  const copy = structuredClone(real);
  const place = placeIn(copy, chance);
  if (place.length === 0) return { ...chance.pick([{}, { patch: {} }, { fresh: [] }]), ...more };
  const last = place.pop()!;
  const holder = place.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], copy) as Record<string | number, unknown>;
  if (chance.often(30)) delete holder[last];
  else if (typeof holder[last] === "number" && chance.often(40)) holder[last] = (holder[last]) + chance.pick([-1, 1, 1000]);
  else if (typeof holder[last] === "string" && chance.often(40)) holder[last] = `${holder[last]}1`;
  else holder[last] = chance.pick(odd);
  // What was put in may be what was there.
  return JSON.stringify(copy) === JSON.stringify(real) ? mutated(chance, more) : { ...copy, ...more };
}

test("a journal in which anything was changed is dropped, and every answer stays", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const chance = new Chance(seed);
    const chunks = chunksOf(JSON.stringify(mutated(chance, { print })));
    const begun = chance.pick([null, 0, 1, 2, 5]);
    expectDropped(left(begun, chunks.length, chunks), begun);
  }
});

test("a journal without a print, as it was left before they had one, is gone on with or dropped, whatever was changed in it", () => {
  let dropped = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const chance = new Chance(seed);
    const chunks = chunksOf(JSON.stringify(mutated(chance, {})));
    const codes = ended(left(1, chunks.length, chunks));
    if (codes.includes("write-lost")) dropped += 1;
  }
  console.log(`${dropped} of 100 changed journals were dropped`);
  expect(dropped).toBeGreaterThan(30);
  expect(dropped).toBeLessThan(100);
});

test("a journal that nobody changed is gone on with", () => {
  expect(print).toMatch(/^[0-9a-f]{16}$/);
  const codes = [{ ...real, print }, real].map((written) => {
    const chunks = chunksOf(JSON.stringify(written));
    return ended(left(1, chunks.length, chunks));
  });
  expect(codes).toEqual([[], []]);
});

test("a note of opened sheets that was changed is none", () => {
  const { sheets } = withJournal({ expect: [], sheets: [{ sheet: "_scorebook", tab: "112233" }] }, "_scorebook");
  for (const note of ["{}", "1", "[1]", `[{"sheet":"${form}"}]`, `[{"sheet":"${form}","protection":1}]`, `[{"sheet":"${form}","protection":{}}]`]) {
    const desk = used.copy();
    desk.facts = { ...desk.facts, host: "excel" };
    desk.apply({ expect: [], sheets: [sheets[0]!, column(progressColumn, [1, `|${note}`])] });
    expect(ended(desk)).toEqual([]);
    expect(facts(desk)).toBe(facts(used));
  }
});

test("after a journal was dropped everything can be done again", () => {
  const desk = left(1, 1, chunksOf(JSON.stringify(part({ blocks: [{}] }))));
  const rank = (): readonly string[] => {
    const outcome = desk.all(desk.app.rank(desk.snapshot()));
    if (outcome.patch !== null) desk.write(outcome);
    return outcome.findings.map(({ issue }) => issue.code);
  };
  expect(desk.look().stage).toBe("unfinished");
  expect(rank()).toEqual(["write-unfinished"]);
  expect(ended(desk)).toEqual(["write-lost"]);
  expect(desk.look().stage).toBe("units");
  expect(rank()).not.toContain("write-unfinished");
  desk.write(desk.app.takeBack(desk.snapshot()));
});
