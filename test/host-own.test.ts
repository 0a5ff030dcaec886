import { areaName, cellName } from "../core/sheet/address";
import { isOwnFormat } from "../core/sheet/own-formats";
import type { Workbook } from "../core/sheet/workbook";
import type { Patience } from "../excel-addin/taskpane/excel-host-request";
import { ironCalculate } from "./double/iron-calc";
import { PersonHand } from "./double/hand";
import { bootExcel, type Booted } from "./double/office/boot";
import { ExcelDouble } from "./double/office/excel-double";
import { OfficeError } from "./double/office/office-object";
import { areaOf } from "./double/office/places";
import { actionKind, type ActionInfo, type RequestBody } from "./double/office/wire";
import { chartKinds } from "./double/sheets/fake-chart";
import { World } from "./double/sheets/world";
import { SheetEngine } from "./double/sheet-engine";
import { type ExcelDesk, openExcel, TestWorld } from "./host-excel";
import { inOrder, type OwnDesk, ownFill, type OwnRow, ownRows, type OwnThing, ownThings, press, told } from "./host-own";
import { sheets } from "./kit/damaged-book";
import { Desk } from "./kit/desk";
import { type NodePane, startPane } from "./kit/pane-in-node";
import { builtSheets, openSheets } from "./sheets-desk";

jest.setTimeout(120000);

const waits: Patience = { typing: 120, again: 20, answer: 40 };
let pane: NodePane;
let boot: ExcelDesk;
let person: Booted;
beforeAll(async () => {
  pane = await startPane();
  boot = openExcel(new Desk().workbook, { waits, Host: pane.Host });
  person = bootExcel(new SheetEngine(new Desk().workbook), { set: "1.18", decimal: "," });
  builtSheets();
}, 600000);

/** Formulas of a workbook among those given. */
const formulasIn = ({ sheets: all }: Workbook, texts: ReadonlySet<string>): OwnThing[] =>
  all.flatMap(({ name, cells }) => cells.flatMap((line, row) => Array.from(line ?? []).flatMap((cell, column): OwnThing[] =>
    cell?.f !== undefined && texts.has(cell.f) ? [{ kind: "formula", at: { sheet: name, row, column }, text: cell.f }] : [])));

const placeOf = (address: string): { sheet: string; area: NonNullable<ReturnType<typeof areaOf>> } => {
  const [, quoted, bare, cells = ""] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address)!;
  return { sheet: quoted?.replace(/''/g, "'") ?? bare!, area: areaOf(cells)! };
};

const changes = ({ ActionType, Name, ObjectPathId }: ActionInfo, { ObjectPaths }: RequestBody): boolean =>
  ActionType === actionKind.setProperty || (ActionType === actionKind.method && !Name.startsWith("_"))
  || (ActionType === actionKind.instantiate && ObjectPaths[ObjectPathId]?.Name === "Add");

/** A workbook in Excel: the built pane's host at ExcelApi 1.14 before it, and a person who has all of Excel. */
function excelDesk(workbook: Workbook): OwnDesk {
  const engine = new SheetEngine(workbook, ironCalculate);
  const double = new ExcelDouble(engine, { decimal: ",", name: "sổ.xlsx" });
  for (const { double: entry } of [boot, person]) entry.request = (json, flags) => double.request(json, flags);
  const hand = new PersonHand(engine);
  const texts = new Set<string>();
  let [done, end] = [0, Infinity];
  double.acting = (action, body) => {
    if (!changes(action, body)) return;
    if (++done <= end) return;
    double.silent = true;
    throw new OfficeError("GeneralException", "told to hang");
  };
  const made = async (thing: OwnThing): Promise<void> => {
    const { at: { sheet: name, row, column }, text } = thing;
    if (thing.kind === "note") return hand.note(thing.at, text);
    if (thing.kind === "format" || thing.kind === "bars") {
      return person.Excel.run(async (context) => {
        const all = context.workbook.worksheets.getItem(name).getRange(areaName(thing.area)).conditionalFormats;
        const format = all.add(thing.kind === "bars" ? "DataBar" : "Custom");
        if (thing.kind === "format") {
          format.custom.rule.formula = `=${text}`;
          format.custom.format.fill.color = `#${ownFill}`;
          if (!thing.above) format.priority = -1;
        }
        await context.sync();
      });
    }
    await person.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const cell = sheet.getCell(row, column);
      if (thing.kind === "comment") context.workbook.comments.add(cell, text);
      else if (thing.kind !== "chart") {
        texts.add(text);
        cell.formulas = [[`=${text}`]];
      } else {
        const { sheet: from, area } = thing.source;
        const chart = sheet.charts.add("ColumnClustered", context.workbook.worksheets.getItem(from).getRange(areaName(area)));
        chart.name = text;
        chart.title.text = text;
        chart.setPosition(cell, cell.getOffsetRange(11, 6));
      }
      await context.sync();
    });
  };
  const alive = (): void => {
    double.silent = false;
    end = Infinity;
  };
  return {
    open: () => {
      alive();
      const world = new TestWorld();
      world.requestBytes = 40000;
      return new pane.Host(boot.Excel, () => "vi", world, waits);
    },
    done: () => done,
    dieAfter: (count) => void (end = done + count),
    workbook: () => engine.workbook(),
    formats: () => new Map(engine.sheets.map(({ name, formats }) => [name, inOrder(formats.map((one) => ({
      isOurs: one.kind === "custom" ? isOwnFormat(one.formula) : one.kind === "scale",
      says: one.kind === "custom" ? one.formula : one.kind,
    })))])),
    put: async (things) => {
      // Who writes beside a protected form takes its protection off and puts it on again.
      for (const thing of things) {
        const sheet = engine.find(thing.at.sheet)!;
        const { guard } = sheet;
        sheet.guard = null;
        await made(thing);
        sheet.guard = guard;
      }
    },
    find: () => person.Excel.run(async (context) => {
      const { comments, worksheets } = context.workbook;
      comments.load("content,authorName");
      worksheets.load("name");
      await context.sync();
      const said = comments.items.map((comment) => ({ comment, cell: comment.getLocation().load("address") }));
      const charts = worksheets.items.map(({ name, charts: all }) => ({ name, all: all.load("name,title/text") }));
      await context.sync();
      const drawn = charts.flatMap(({ name, all }) => all.items.map((chart) => ({
        name, chart, source: chart.series.getItemAt(0).getDimensionDataSourceString("Values"),
      })));
      await context.sync();
      return [
        ...formulasIn(engine.workbook(), texts),
        ...said.map(({ comment, cell }): OwnThing => {
          const { sheet, area } = placeOf(cell.address);
          return { kind: "comment", at: { sheet, row: area.row, column: area.column }, text: comment.content };
        }),
        ...engine.sheets.flatMap(({ name, attached }) => attached.remarks.flatMap(({ kind, row, column, text }): OwnThing[] =>
          kind === "note" ? [{ kind, at: { sheet: name, row, column }, text }] : [])),
        ...engine.sheets.flatMap(({ name, formats }) => formats.flatMap((one): OwnThing[] => {
          const at = { sheet: name, row: one.area.row, column: one.area.column };
          if (one.kind === "bars") return [{ kind: "bars", at, text: "", area: one.area }];
          const isTheirs = one.kind === "custom" && one.style.fill === ownFill;
          return isTheirs ? [{ kind: "format", at, text: one.formula, area: one.area, above: false }] : [];
        })),
        ...drawn.map(({ name, chart, source }): OwnThing => {
          const { row, column } = engine.find(name)!.attached.charts.find((each) => each.name === chart.name)!.area;
          return { kind: "chart", at: { sheet: name, row, column }, text: chart.title.text, source: placeOf(source.value) };
        }),
      ];
    }),
  };
}

/** A spreadsheet of Google's with the built server on it, and its owner before it. */
function sheetsDesk(workbook: Workbook): OwnDesk {
  const { host, project, person: owner, book } = openSheets({ workbook, own: true });
  const texts = new Set<string>();
  const app = () => new World(book).app;
  for (const sheet of book.engine.sheets) {
    const extra = book.extra(sheet);
    extra.columns = Math.max(extra.columns, ...sheet.cells.map((line) => (line?.length ?? 0) + 5));
  }
  return {
    open: () => host,
    done: () => project.runs.reduce((sum, { told: calls }) => sum + calls.length, 0),
    dieAfter: (lives) => void (project.next = { lives }),
    workbook: () => book.workbook(),
    formats: () => new Map(book.engine.sheets.map((sheet) => [sheet.name, inOrder(book.extra(sheet).colourings.map((one) => ({
      isOurs: one.kind === "gradient" || isOwnFormat(one.formula), says: one.kind === "gradient" ? one.kind : one.formula,
    })))])),
    put: async (things) => {
      const world = app();
      const spreadsheet = world.getActiveSpreadsheet();
      for (const thing of things) {
        const { at: { sheet: name, row, column }, text } = thing;
        const sheet = spreadsheet.getSheetByName(name)!;
        if (thing.kind === "note") sheet.getRange(row + 1, column + 1).setNote(text);
        else if (thing.kind === "comment") owner.comment(name, cellName(row, column), text);
        else if (thing.kind === "format") {
          const { rows, columns } = thing.area;
          const rule = world.newConditionalFormatRule().whenFormulaSatisfied(`=${text}`).setBackground(`#${ownFill.toLowerCase()}`)
            .setRanges([sheet.getRange(row + 1, column + 1, rows, columns)]).build();
          const standing = sheet.getConditionalFormatRules();
          sheet.setConditionalFormatRules(thing.above ? [rule, ...standing] : [...standing, rule]);
        } else if (thing.kind === "formula") {
          texts.add(text);
          sheet.getRange(row + 1, column + 1).setFormula(`=${text.replace(".", ",")}`);
        } else if (thing.kind === "chart") {
          const { sheet: from, area } = thing.source;
          sheet.insertChart(sheet.newChart().setChartType(chartKinds.COLUMN).setOption("title", text)
            .addRange(spreadsheet.getSheetByName(from)!.getRange(areaName(area))).setPosition(row + 1, column + 1, 0, 0).build());
        }
      }
    },
    find: async () => [
      ...formulasIn(book.workbook(), texts),
      ...app().getActiveSpreadsheet().getSheets().flatMap((sheet): OwnThing[] => {
        const name = sheet.getName();
        const { attached } = book.engine.find(name)!;
        const notes = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).getNotes();
        return [
          ...attached.remarks.flatMap(({ kind, row, column, text }): OwnThing[] =>
            kind === "comment" ? [{ kind, at: { sheet: name, row, column }, text }] : []),
          ...book.extra(book.engine.find(name)!).colourings.flatMap((one): OwnThing[] => {
            const [area] = one.areas;
            const isTheirs = area !== undefined && one.kind === "formula" && one.style.fill === ownFill;
            return isTheirs ? [{ kind: "format", at: { sheet: name, row: area.row, column: area.column }, text: one.formula, area, above: false }] : [];
          }),
          ...notes.flatMap((line, row) => line.flatMap((text, column): OwnThing[] =>
            text === "" ? [] : [{ kind: "note", at: { sheet: name, row, column }, text }])),
          ...sheet.getCharts().map((chart, index): OwnThing => {
            const [info, [range]] = [chart.getContainerInfo(), chart.getRanges()];
            const source = { sheet: range!.getSheet().getName(), area: areaOf(range!.getA1Notation())! };
            const at = { sheet: name, row: info.getAnchorRow() - 1, column: info.getAnchorColumn() - 1 };
            return { kind: "chart", at, text: attached.charts[index]!.title, source };
          }),
        ];
      }),
    ],
  };
}

/** Where everything is to be after rows of a form moved: formulas went along, what is attached stayed at its cell. */
function moved(things: readonly OwnThing[], before: Workbook, after: Workbook): OwnThing[] {
  const [form] = sheets;
  const [was, is] = [before, after].map((workbook) => new Desk(workbook).cell("3", "row", form).row);
  expect(is).toBeGreaterThan(was!);
  return things.map((thing) =>
    thing.kind === "formula" && thing.at.sheet === form ? { ...thing, at: { ...thing.at, row: thing.at.row + is! - was! } } : thing);
}

const lines = (things: readonly OwnThing[]): string[] => things.map(told).sort();

/** How many formats and heat colours of ours stand in each sheet that had any. */
const counted = ({ sheets: all }: Workbook): Record<string, readonly [number, number]> =>
  Object.fromEntries(all.flatMap(({ name, conditionals, scales }) => {
    const own = [conditionals.filter(({ formula }) => isOwnFormat(formula)).length, scales.length] as const;
    return own[0] + own[1] === 0 ? [] : [[name, own]];
  }));

/** What only Excel has: bars that have no formula, over points and ranks. */
const bars: readonly OwnThing[] = (["Chỉ số", "Xếp hạng", sheets[0]] as const).map((sheet) =>
  ({ kind: "bars", at: { sheet, row: 10, column: 7 }, text: "", area: { row: 10, column: 7, rows: 5, columns: 1 } }));

describe.each([
  ["Excel", excelDesk, bars], ["Google Sheets", sheetsDesk, []],
] as const)("%s", (_name, opened, more) => {
  const counts = new Map<OwnRow["from"], number>();

  /** How much the first press of a row does where nothing dies. */
  async function wholeOf({ from, presses: [work] }: OwnRow): Promise<number> {
    if (!counts.has(from)) {
      const desk = opened(from());
      let before = 0;
      expect(await press(desk.open(), work!, () => void (before = desk.done()))).toBe(true);
      counts.set(from, desk.done() - before);
    }
    return counts.get(from)!;
  }

  /** Presses all, and checks that the person's things are there after each. */
  async function walked(row: OwnRow): Promise<void> {
    const { from, presses, dies, moves } = row;
    const end = dies === undefined ? 0 : Math.round(dies * await wholeOf(row));
    const desk = opened(from());
    const things = [...ownThings(from()), ...more];
    await desk.put(things);
    const order = desk.formats();
    const mine = (formats: readonly string[] = []): readonly string[] => formats.filter((says) => says !== "ours");
    expect(lines(await desk.find())).toEqual(lines(things));
    for (const [index, work] of presses.entries()) {
      const isDying = dies !== undefined && index === 0;
      let before = 0;
      const lives = await press(desk.open(), work, () => {
        before = desk.done();
        if (isDying) desk.dieAfter(end);
      });
      expect(lives).toBe(!isDying);
      if (isDying) continue;
      if (!counts.has(from)) counts.set(from, desk.done() - before);
      const isMoved = moves === true && index === 0;
      expect(lines(await desk.find())).toEqual(lines(isMoved ? moved(things, from(), desk.workbook()) : things));
      const now = desk.formats();
      for (const [sheet, before] of order) {
        // Who died after taking ours off does not know any more where they stood.
        const isKnown = dies === undefined && before.includes("ours");
        expect(isKnown ? now.get(sheet) : mine(now.get(sheet))).toEqual(isKnown ? before : mine(before));
      }
      expect(counted(desk.workbook())).toEqual(counted(ownRows[0]!.from()));
    }
  }

  test.each(ownRows.map((row) => [row.name, row] as const))("%s", (_row, row) => walked(row));
});
