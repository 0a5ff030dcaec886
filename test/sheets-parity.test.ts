import { formPatch } from "../core/form/form-sheet";
import { layoutForm } from "../core/form/layout";
import { storeOf, storePatch } from "../core/form/store-patch";
import type { Outcome, Run } from "../core/app-port";
import { applyPatch, emptySheet } from "../core/sheet/apply";
import type { Patch } from "../core/sheet/patch";
import type { Sheet, Workbook } from "../core/sheet/workbook";
import { ironCalculate } from "./double/iron-calc";
import type { Calculate } from "./double/sheet-engine";
import { comparable } from "./host-contract";
import { openExcel } from "./host-excel";
import { Desk } from "./kit/desk";
import { differences } from "./kit/differences";
import type { Sheets } from "./kit/engines";
import { type RandomCase, randomCase } from "./kit/random-rubric";
import { expectSame } from "./kit/same";
import { builtSheets, fitted, openSheets, workbookIn } from "./sheets-desk";

beforeAll(() => void builtSheets(), 600000);

const empty: Workbook = { sheets: [emptySheet("Trang 1")], active: "Trang 1", properties: {} };
const perBook = 10;
const count = Number(process.env["RUBRICS"] ?? 300);
const cases = Array.from({ length: count }, (_, index) => randomCase(Number(process.env["SEED"] ?? 1) + index));

/** Forms of one workbook share its bands. */
function formsPatch(group: readonly RandomCase[], decimal: "," | "."): { patch: Patch; unrounded: readonly number[] } {
  const { bands, bandUnit } = group[0]!.rubric.settings;
  const sheets = group.map(({ rubric: own, answers, reviews }, index) => {
    const rubric = { ...own, settings: { ...own.settings, bands, bandUnit } };
    const unit = { code: `U${index + 1}`, name: "Xã Đảo" };
    return formPatch(rubric, { sheet: `Phiếu ${index + 1}`, unit, language: "vi", decimal, answers, reviews });
  });
  const store = storePatch(storeOf(group[0]!.rubric, { language: "vi", forms: [], parked: [] }), null);
  const { columns } = layoutForm(group[0]!.rubric, "Phiếu 1");
  const unrounded = (["measured", "points", "ownSelf", "ownFinal"] as const).map((name) => columns[name]);
  return { patch: { expect: [], sheets: [...sheets, store] }, unrounded };
}

/** The same formulas over the same figures are computed once. */
function once(): Calculate {
  const known = new Map<string, Workbook>();
  return (workbook) => {
    const key = JSON.stringify(workbook.sheets.map(({ name, cells }) =>
      [name, cells.map((cut) => Array.from(cut ?? []).map((cell) => [cell?.f ?? null, cell?.f === undefined ? (cell?.v ?? null) : null]))]));
    let done = known.get(key);
    if (done === undefined) known.set(key, (done = ironCalculate(workbook)));
    return { ...workbook, sheets: workbook.sheets.map((sheet, index) => ({ ...sheet, cells: done.sheets[index]!.cells.map((cut, row) =>
      Array.from(cut ?? []).map((cell, column) => {
        const own = sheet.cells[row]?.[column];
        return own?.f === undefined ? own : { ...own, v: cell?.v ?? null };
      })) })) };
  };
}

/** Formulas are told apart from their values: an engine computes those. */
const withoutComputed = ({ sheets, ...book }: Workbook): Workbook => ({
  ...book,
  sheets: sheets.map((sheet) => ({
    ...sheet, cells: sheet.cells.map((cut) => Array.from(cut ?? []).map((cell) => (cell?.f === undefined ? cell : { ...cell, v: null }))),
  })),
});

const valuesIn = ({ sheets }: Workbook): Sheets =>
  Object.fromEntries(sheets.map(({ name, cells }) => [name, cells.map((cut) => Array.from(cut ?? []).map((cell) => cell?.v ?? null))]));

const each = (workbook: Workbook, how: (sheet: Sheet) => Sheet): Workbook => ({ ...workbook, sheets: workbook.sheets.map(how) });

/** Page, Excel and Google Sheets after the same patches. Throws where one refuses. */
async function threeHosts(first: Workbook, patches: readonly Patch[], locale: string): Promise<Record<"page" | "excel" | "sheets", Workbook>> {
  const calculate = once();
  let page = first;
  const excel = openExcel(first, { decimal: locale === "vi_VN" ? "," : "." });
  const sheets = openSheets({ workbook: first, own: true, locale, calculate });
  await sheets.host.read();
  for (const patch of patches) {
    const applied = applyPatch(page, patch);
    if (!applied.ok) throw new Error("stale");
    page = applied.workbook;
    expect(await excel.host.write(patch)).toEqual({ ok: true });
    expect(await sheets.host.write(patch)).toEqual({ ok: true });
  }
  return { page, excel: excel.engine.workbook(), sheets: workbookIn(sheets.book) };
}

let compared = { cells: 0, checks: 0 };

function expectParity({ page, excel, sheets }: Record<"page" | "excel" | "sheets", Workbook>, unrounded: readonly number[], decimal: "," | "."): void {
  const seen = (workbook: Workbook): object => comparable(withoutComputed({ ...workbook, active: null }));
  expectSame(seen(excel), seen(page));
  expectSame(seen(each(sheets, fitted)), seen(each(page, fitted)));
  // Excel's double joins numbers to text with a point under every locale; its formulas are the same as the others'.
  for (const other of decimal === "." ? [excel, sheets] : [sheets]) {
    const { compared: cells, found } = differences(page, valuesIn(other), (_, column) => unrounded.includes(column));
    expect(found.slice(0, 5)).toEqual([]);
    compared = { cells: compared.cells + cells, checks: compared.checks + page.sheets.reduce((sum, each) => sum + each.validations.length, 0) };
  }
}

test(`${count} random rubrics are the same in the page, in Excel and in Google Sheets`, async () => {
  for (let from = 0; from < cases.length; from += perBook) {
    const decimal = (from / perBook) % 2 === 0 ? "," : ".";
    const { patch, unrounded } = formsPatch(cases.slice(from, from + perBook), decimal);
    expectParity(await threeHosts(empty, [patch], decimal === "," ? "vi_VN" : "en_US"), unrounded, decimal);
  }
  console.log(`${compared.cells} formulas and ${compared.checks} checks compared`);
  expect(compared.cells).toBeGreaterThan(count * 200);
}, 600000);

test.each(["vi_VN", "en_US"])("every preset, confirmed, built for three units and ranked, in a spreadsheet of %s", async (locale) => {
  for (const { id } of new Desk(empty).app.presets()) {
    const plan = new Desk(empty);
    const patches: Patch[] = [];
    const step = (outcome: Run<Outcome>): void => {
      const { patch } = plan.all(outcome);
      patches.push(patch!);
      plan.apply(patch!);
    };
    step(plan.app.preset(plan.snapshot(), id));
    step(plan.app.confirm(plan.snapshot(), plan.read()));
    const units = ["HT", "DS", "QT"].map((code) => ({ code, name: `Phường ${code}` }));
    step(plan.app.build(plan.snapshot(), { units, year: "2026" }));
    step(plan.app.rank(plan.snapshot()));
    expectParity(await threeHosts(empty, patches, locale), [], locale === "vi_VN" ? "," : ".");
  }
}, 300000);
