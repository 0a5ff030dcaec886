import { areaName, columnName } from "../../core/sheet/address";
import type { Area } from "../../core/sheet/address";
import { withOwn } from "../../core/sheet/own-formats";
import type { SheetPatch } from "../../core/sheet/patch";
import type { Style } from "../../core/sheet/workbook";
import { flatStyles, runs } from "./excel-host-areas";
import { setCheck } from "./excel-host-checks";
import type { StandingFormat } from "./excel-host-formats";
import { type Compared, isDaily, type SheetFacts } from "./excel-host-compare";
import { type Entries, entriesIn, type Loose, writtenAreas } from "./excel-host-entries";
import { addConditional, addScale, pointsOfWidth, setPrint, setStyle } from "./excel-host-look";
import { bytesOf } from "./excel-host-text";

/** The sheets of one request, each got once. */
export class Pages {
  private readonly found = new Map<string, Excel.Worksheet>();

  constructor(readonly context: Excel.RequestContext) {}

  at(name: string): Excel.Worksheet {
    const key = name.toLowerCase();
    let sheet = this.found.get(key);
    if (sheet === undefined) this.found.set(key, (sheet = this.context.workbook.worksheets.getItem(name)));
    return sheet;
  }

  add(name: string): Excel.Worksheet {
    const sheet = this.context.workbook.worksheets.add(name);
    this.found.set(name.toLowerCase(), sheet);
    return sheet;
  }
}

/** One thing to do, and about how many bytes of a request it takes. */
export interface Step {
  readonly bytes: number;
  readonly run: (pages: Pages) => void;
}

/** About what a range with one thing set takes, and each further thing; measured on what office.js sends. */
export const rangeBytes = 420;
export const moreBytes = 180;
/** Contents of one step; a larger block is written in several. */
const mostEntries = 400000;

const visibility = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** A format by condition to be added before all others. */
interface Added {
  readonly bytes: number;
  readonly add: (sheet: Excel.Worksheet) => Excel.ConditionalFormat;
}

export const step = (bytes: number, run: (pages: Pages) => void): Step => ({ bytes, run });

function writeEntries(sheet: string, { row, column, cells }: Entries): Step[] {
  const steps: Step[] = [];
  let [first, bytes] = [0, 0];
  const flush = (end: number): void => {
    if (end === first) return;
    const lines = cells.slice(first, end).map((line) => [...line]);
    const at = row + first;
    const computes = lines.some((line) => line.some((entry) => typeof entry === "string" && entry.startsWith("=")));
    steps.push(step(rangeBytes + bytes, (pages) => {
      const range = pages.at(sheet).getRangeByIndexes(at, column, lines.length, lines[0]!.length);
      // Excel can undo values; older ones forget what can be undone when formulas are written.
      if (computes) range.formulas = lines;
      else range.values = lines;
    }));
    [first, bytes] = [end, 0];
  };
  cells.forEach((line, i) => {
    bytes += bytesOf(JSON.stringify(line)) + 1;
    if (bytes > mostEntries) flush(i + 1);
  });
  flush(cells.length);
  return steps;
}

const writeLoose = (sheet: string, { row, column, entry }: Loose): Step =>
  step(rangeBytes + 2 * moreBytes + bytesOf(String(entry)), (pages) => {
    const cell = pages.at(sheet).getRangeByIndexes(row, column, 1, 1);
    cell.numberFormat = [["General"]];
    cell.formulas = [[entry]];
    cell.numberFormat = [["@"]];
  });

/** Sizes first: a hidden row that gets a height is shown by it. */
function sizes({ sheet: name, columns = [], rows = [] }: SheetPatch): Step[] {
  const columnsAt = (pages: Pages, first: number, count: number): Excel.Range =>
    pages.at(name).getRange(`${columnName(first)}:${columnName(first + count - 1)}`);
  const rowsAt = (pages: Pages, first: number, count: number): Excel.Range =>
    pages.at(name).getRange(`${first + 1}:${first + count}`);
  const has = <T, K extends keyof T>(list: readonly T[], key: K): (T & Required<Pick<T, K>>)[] =>
    list.filter((each): each is T & Required<Pick<T, K>> => each[key] !== undefined);
  const set = (run: (pages: Pages) => void): Step => step(rangeBytes, run);
  return [
    ...runs(has(columns, "width"), ({ column }) => column, ({ width }) => String(width)).map(({ first, count, item }) =>
      set((pages) => (columnsAt(pages, first, count).format.columnWidth = pointsOfWidth(item.width)))),
    ...runs(has(columns, "hidden"), ({ column }) => column, ({ hidden }) => String(hidden)).map(
      ({ first, count, item }) => set((pages) => (columnsAt(pages, first, count).columnHidden = item.hidden))),
    ...runs(has(rows, "height"), ({ row }) => row, ({ height }) => String(height)).map(({ first, count, item }) =>
      set((pages) => (rowsAt(pages, first, count).format.rowHeight = item.height))),
    ...runs(has(rows, "hidden"), ({ row }) => row, ({ hidden }) => String(hidden)).map(({ first, count, item }) =>
      set((pages) => (rowsAt(pages, first, count).rowHidden = item.hidden))),
  ];
}

/**
 * What the parts of one sheet do to its formats by condition and its heat colours: the last word on each counts. Ours
 * are taken off before anything is cleared, and come after everything else; `keeps` where others stand.
 */
export function conditionSteps(
  parts: readonly SheetPatch[], about: SheetFacts | undefined,
): { before: Step[]; after: Step[]; keeps: boolean } {
  const name = parts[0]!.sheet;
  const conditionals = parts.map((part) => part.conditionals).filter((each) => each !== undefined).pop();
  const scales = parts.map((part) => part.scales).filter((each) => each !== undefined).pop();
  type Slot = StandingFormat | Added;
  const standing: readonly Slot[] = about?.formats ?? [];
  const is = (own: "conditionals" | "scales") => (slot: Slot): boolean => "own" in slot && slot.own === own;
  const ruled = conditionals === undefined ? standing : withOwn(standing, is("conditionals"), conditionals.map((each): Slot => ({
    bytes: 6 * moreBytes + bytesOf(each.formula), add: (sheet) => addConditional(sheet, each),
  })));
  const all = scales === undefined ? ruled : withOwn(ruled, is("scales"), scales.map((scale): Slot => ({
    bytes: 2 * moreBytes, add: (sheet) => addScale(sheet, scale),
  })));
  const gone = (about?.formats ?? []).filter((format) => !all.includes(format));
  const remove = step(rangeBytes + gone.length * moreBytes, (pages) => {
    const found = pages.at(name).getRange().conditionalFormats;
    for (const { id } of gone) found.getItem(id).delete();
  });
  // What is added last comes first in Excel, so the first is added last, behind those that stand before it.
  let above = 0;
  const after = all.flatMap((slot): Step[] => {
    if (!("add" in slot)) {
      above += 1;
      return [];
    }
    const place = above;
    return [step(rangeBytes + slot.bytes + (place === 0 ? 0 : moreBytes), (pages) => {
      const format = slot.add(pages.at(name));
      // Whoever changes the place has to get the format anew for anything else.
      if (place > 0) format.priority = place;
    })];
  });
  return { before: gone.length === 0 ? [] : [remove], after: after.reverse(), keeps: above > 0 };
}

/**
 * What one part of a patch does, in the order of its fields. `fresh`: no check stands in an area; `keeps`: formats by
 * condition stand that are to stay.
 */
export function stepsOf(part: SheetPatch, { facts, ready }: Compared, fresh: (area: Area) => boolean, keeps: boolean): Step[] {
  const name = part.sheet;
  const about = facts.get(name);
  const steps: Step[] = [];
  const set = (bytes: number, run: (sheet: Excel.Worksheet) => void): void => {
    steps.push(step(bytes, (pages) => run(pages.at(name))));
  };
  const { state, filter } = part;
  // Excel may refuse to write into rows that a filter hides, or leave them out.
  if (filter !== undefined && about?.filtered === true) set(rangeBytes, ({ autoFilter }) => autoFilter.remove());
  if (state !== undefined) set(moreBytes, (sheet) => (sheet.visibility = visibility[state]));
  for (const area of part.clear ?? []) {
    set(rangeBytes + 4 * moreBytes, (sheet) => {
      const range = sheet.getRange(areaName(area));
      range.unmerge();
      // Not "All": that may take people's comments with it, as "Formats" takes formats by condition.
      if (keeps) range.style = "Normal";
      else range.clear("Formats");
      for (const what of ["Contents", "Hyperlinks"] as const) range.clear(what);
      range.dataValidation.clear();
    });
  }
  // A border taken off is taken from the neighbour too, so these come first.
  const bare = ({ style: { border } }: { readonly style: Style }): number => (border === "none" ? 0 : 1);
  for (const { area, style } of flatStyles(part.styles ?? []).sort((a, b) => bare(a) - bare(b))) {
    const sides = style.border === undefined ? 0 : 10;
    const formats = style.format === undefined ? 0 : area.rows * area.columns * (style.format.length + 4);
    set(rangeBytes + (Object.keys(style).length + sides) * moreBytes + formats, (sheet) =>
      setStyle(sheet.getRange(areaName(area)), area, style));
  }
  for (const block of part.blocks ?? []) {
    const { entries, loose } = ready.get(block)!;
    if (entries.cells.length === 0 || entries.cells[0]!.length === 0) continue;
    const daily = isDaily(part) && about?.protection !== null && about !== undefined;
    const areas = daily ? writtenAreas(block).map((area) => entriesIn(entries, area)) : [entries];
    for (const each of areas) steps.push(...writeEntries(name, each));
    for (const each of loose) steps.push(writeLoose(name, each));
  }
  for (const area of part.merges ?? []) {
    set(rangeBytes + moreBytes, (sheet) => {
      const range = sheet.getRange(areaName(area));
      range.unmerge();
      range.merge(false);
    });
  }
  for (const { area, rule } of part.validations ?? []) {
    const { prompt, error } = rule;
    const words = bytesOf(prompt.title + prompt.text + error.title + error.text);
    const list = rule.kind === "list" ? bytesOf(rule.options.join(",")) : 80;
    set(rangeBytes + 2 * moreBytes + words + list, (sheet) => setCheck(sheet, area, rule, fresh(area)));
  }
  steps.push(...sizes(part));
  const { freeze, print, tab } = part;
  if (freeze !== undefined) {
    set(rangeBytes, ({ freezePanes }) => {
      freezePanes.unfreeze();
      if (freeze.rows > 0 && freeze.columns > 0) {
        freezePanes.freezeAt(areaName({ row: 0, column: 0, rows: freeze.rows, columns: freeze.columns }));
      } else if (freeze.rows > 0) freezePanes.freezeRows(freeze.rows);
      else if (freeze.columns > 0) freezePanes.freezeColumns(freeze.columns);
    });
  }
  if (filter !== undefined) {
    set(rangeBytes, ({ autoFilter }) => void autoFilter.apply(areaName(filter)));
  }
  if (print !== undefined) set(rangeBytes + 8 * moreBytes, (sheet) => setPrint(sheet, print));
  if (tab !== undefined) set(moreBytes, (sheet) => (sheet.tabColor = `#${tab}`));
  return steps;
}
