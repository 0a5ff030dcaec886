import fc from "fast-check";
import { type Area, parseAreaName } from "../core/sheet/address";
import { emptySheet } from "../core/sheet/apply";
import type { Asked } from "../core/sheet/host";
import type { Protection, Validation } from "../core/sheet/workbook";
import { checkRead, type ReadCheck } from "../excel-addin/taskpane/excel-host-check-read";
import { type ExcelDesk, openExcel } from "./host-excel";
import { inspectBook } from "./host-inspect-rows";
import { randomCheck } from "./kit/random-check";

const area = (name: string): Area => parseAreaName(name)!;
const words = { prompt: { title: "1.1", text: "Nhập." }, error: { title: "1.1", text: "Sai." }, allowBlank: true };
const alert = { showAlert: true, style: "Stop", title: "1.1", message: "Sai." } as const;
const native: ReadCheck = {
  type: "None", rule: {}, prompt: { showPrompt: true, title: "1.1", message: "Nhập." }, errorAlert: alert, ignoreBlanks: true,
};
const list = (source: string, inCellDropDown = true): Partial<ReadCheck> => ({ type: "List", rule: { list: { inCellDropDown, source } } });
const bounds = (formula1: string | number, formula2: string | number, operator: "Between" | "NotBetween" = "Between"): Partial<ReadCheck> =>
  ({ type: "Decimal", rule: { decimal: { formula1, formula2, operator } } });

/** What Excel may answer, by its documents, and what it is for us. */
const rows: readonly (readonly [name: string, read: Partial<ReadCheck>, check: object | null | "other"])[] = [
  ["none", {}, null],
  ["cells that differ", { type: "Inconsistent", rule: null, prompt: null, errorAlert: null, ignoreBlanks: null }, "other"],
  ["rules that differ", { type: "MixedCriteria", rule: null }, "other"],
  ["words alone that differ", { ...list("a,b"), prompt: null }, "other"],
  ["a list", list("a, b,c"), { ...words, kind: "list", options: ["a", "b", "c"] }],
  ["a list without its arrow", list("a,b", false), "other"],
  ["a list in cells", list("='Danh mục''s'!$A$1:$A$5"), { ...words, kind: "range", sheet: "Danh mục's", area: area("A1:A5") }],
  ["a list in cells of the same sheet", list("=$A$1:$A$5"), { ...words, kind: "range", sheet: "Một", area: area("A1:A5") }],
  ["a list of an unquoted sheet", list("=Hai!A1"), { ...words, kind: "range", sheet: "Hai", area: area("A1") }],
  ["a list whose sheet is gone", list("=#REF!$A$1:$A$5"), "other"],
  ["a list by name", list("=MyList"), "other"],
  ["bounds as formulas", bounds("=-0.5", "=1E+2"), { ...words, kind: "number", min: -0.5, max: 100 }],
  ["bounds as numbers", bounds(0, 5), { ...words, kind: "number", min: 0, max: 5 }],
  ["bounds in a cell", bounds("=A1", "=5"), "other"],
  ["outside of bounds", bounds("=0", "=5", "NotBetween"), "other"],
  ["a formula of somebody's", { type: "Custom", rule: { custom: { formula: "=A1>1" } } }, "other"],
  ["a day", { type: "Date", rule: { date: { formula1: "=1", formula2: "=2", operator: "Between" } } }, "other"],
  [
    "a length", { type: "TextLength", rule: { textLength: { formula1: "=500", operator: "LessThanOrEqualTo" } } },
    { ...words, kind: "length", max: 500 },
  ],
  ["a least length", { type: "TextLength", rule: { textLength: { formula1: "=5", operator: "GreaterThan" } } }, "other"],
  ["an alert that is not shown", { ...list("a"), errorAlert: { ...alert, showAlert: false } }, "other"],
  ["an alert that warns and lets pass", { ...list("a"), errorAlert: { ...alert, style: "Warning" } }, "other"],
  [
    "a prompt that is not shown", { ...list("a"), prompt: { showPrompt: false, title: "1.1", message: "Nhập." } },
    { ...words, prompt: { title: "", text: "" }, kind: "list", options: ["a"] },
  ],
  ["blanks refused", { ...list("a"), ignoreBlanks: false }, { ...words, allowBlank: false, kind: "list", options: ["a"] }],
];

test.each(rows)("a check as Excel gives it: %s", (_name, read, check) => {
  expect(checkRead({ ...native, ...read }, "Một")).toEqual(check);
});

const rule = randomCheck("danh mục's");
/** A title that differs where Excel cuts it off, or before. */
const nearly = ({ error, ...rest }: Validation): Validation =>
  ({ ...rest, error: { ...error, title: error.title.slice(0, 32).padEnd(36, "x") } });
const place = { row: 2, column: 1, rows: 2, columns: 1 };
const ask = (checks: Asked["checks"], more: Partial<Asked> = {}): Asked =>
  ({ sheet: "Một", area: area("A1:C4"), protection: null, checks, ...more });

const plainCheck: Validation = { ...words, kind: "number", min: 0, max: 10 };

test("whatever rule is written is found again, and not for another that Excel holds otherwise", async () => {
  const desk = openExcel(inspectBook);
  await desk.host.read();
  let [lost, alike] = [0, 0];
  await fc.assert(fc.asyncProperty(rule, fc.option(rule), async (written, drawn) => {
    const other = drawn ?? nearly(written);
    const left = async (one: Validation): Promise<string> => {
      const sheets = [{ sheet: "Một", clear: [place], validations: [{ area: place, rule: one }] }];
      expect(await desk.host.write({ expect: [], sheets })).toEqual({ ok: true });
      return JSON.stringify(desk.engine.workbook().sheets[0]!.validations);
    };
    const standing = await left(written);
    const before = desk.trips.requests;
    const [guards] = await desk.host.inspect([ask([written, other].map((one) => ({ area: place, rule: one })))]);
    expect(desk.trips.requests - before).toBe(1);
    const [first, second] = guards!.checks;
    expect(first).toBe(written);
    if (standing === "[]") lost++;
    if (second === other) alike++;
    expect(second === other).toBe(standing === await left(other));
    // Excel keeps no short words of a check, so these two are one to it whatever chance draws beside.
  }), { numRuns: 200, examples: [[plainCheck, { ...plainCheck, brief: "Nhập số." }]] });
  console.log(`200 rules, ${lost} that Excel cannot hold, ${alike} taken for another`);
  expect(alike).toBeGreaterThan(0);
}, 120000);

const guard: Protection = { formatColumns: true, formatRows: false, filter: true, sort: false };
const opened = async (): Promise<ExcelDesk> => {
  const desk = openExcel(inspectBook);
  await desk.host.read();
  const check: Validation = { ...words, kind: "number", min: 0, max: 5 };
  await desk.host.write({
    expect: [], sheets: [{
      sheet: "Một", validations: [{ area: place, rule: check }], protection: guard,
      styles: [{ area: area("B3:B4"), style: { locked: false, format: "0.00" } }],
    }],
  });
  return desk;
};
const asked = ask([{ area: place, rule: { ...words, kind: "number", min: 0, max: 5 } }], { protection: { ...guard, sort: true } });

test("what a protection allows is what stands, not what was asked", async () => {
  const desk = await opened();
  expect((await desk.host.inspect([asked]))[0]).toMatchObject({ protection: guard });
});

test("where one answer would be too large it is asked in parts, down to single rows, and found the same", async () => {
  const desk = await opened();
  const whole = await desk.host.inspect([asked, ask([], { sheet: "Danh mục's" })]);
  for (const refusals of [1, 2, 3]) {
    const before = desk.trips.requests;
    desk.double.faults.push(...Array.from({ length: refusals }, () => "ResponsePayloadSizeLimitExceeded"));
    expect(await desk.host.inspect([asked, ask([], { sheet: "Danh mục's" })])).toEqual(whole);
    // Each refusal leaves two halves of what was refused.
    expect(desk.trips.requests - before).toBe(1 + 2 * refusals);
  }
  desk.double.faults.push(...Array.from({ length: 20 }, () => "ResponsePayloadSizeLimitExceeded"));
  await expect(desk.host.inspect([asked])).rejects.toMatchObject({ code: "too-big" });
});

describe("sheets since the last reading", () => {
  test("none was read yet", async () => {
    const desk = openExcel(inspectBook);
    expect((await desk.host.inspect([asked]))[0]).toMatchObject({ checks: [null] });
    expect(desk.trips.requests).toBe(2);
  });

  test("one was deleted, another renamed, a third made", async () => {
    const desk = await opened();
    const { engine } = desk;
    engine.addSheet("Ba");
    engine.rename(engine.find("Một")!, "Hai");
    engine.deleteSheet(engine.find("Danh mục's")!);
    const found = await desk.host.inspect(["Một", "Hai", "Ba", "Danh mục's"].map((sheet) => ({ ...asked, sheet })));
    expect(found.map((guards) => guards?.protection ?? null)).toEqual([null, guard, null, null]);
    expect(found.map((guards) => guards?.sheet ?? null)).toEqual([null, "Hai", "Ba", null]);
  });
});

test("an Excel without the members that are asked for says so", async () => {
  const desk = openExcel({ ...inspectBook, sheets: [emptySheet("Một")] }, { set: "1.8" });
  await expect(desk.host.inspect([asked])).rejects.toMatchObject({ code: "too-old" });
});
