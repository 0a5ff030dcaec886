import { areaName, columnName, sameSheet } from "../../core/sheet/address";
import type { Area } from "../../core/sheet/address";
import { overlaps } from "../../core/sheet/apply";
import type { Patch, SheetPatch } from "../../core/sheet/patch";
import { flatStyles, runs } from "./excel-host-areas";
import { setCheck } from "./excel-host-checks";
import { type Compared, isDaily } from "./excel-host-compare";
import { type Entries, entriesIn, type Loose, writtenAreas } from "./excel-host-entries";
import { addConditional, addScale, pointsOfWidth, protectionOptions, sameProtection, setPrint, setStyle } from "./excel-host-look";
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
const rangeBytes = 420;
const moreBytes = 230;
/** Contents of one step; a larger block is written in several. */
const mostEntries = 400000;

const visibility = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

const step = (bytes: number, run: (pages: Pages) => void): Step => ({ bytes, run });

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

/** What one part of a patch does, in the order of its fields. */
function stepsOf(part: SheetPatch, { facts, ready }: Compared, fresh: (area: Area) => boolean): Step[] {
  const name = part.sheet;
  const about = facts.get(name);
  const steps: Step[] = [];
  const set = (bytes: number, run: (sheet: Excel.Worksheet) => void): void => {
    steps.push(step(bytes, (pages) => run(pages.at(name))));
  };
  const { state } = part;
  if (state !== undefined) set(moreBytes, (sheet) => (sheet.visibility = visibility[state]));
  const { conditionals, scales } = part;
  const gone = [...(conditionals === undefined ? [] : about?.conditionals ?? []), ...(scales === undefined ? [] : about?.scales ?? [])];
  if (gone.length > 0) {
    // Before anything is cleared, which takes formats by condition along.
    set(rangeBytes + gone.length * moreBytes, (sheet) => {
      const standing = sheet.getRange().conditionalFormats;
      for (const id of gone) standing.getItem(id).delete();
    });
  }
  for (const area of part.clear ?? []) {
    set(rangeBytes + 2 * moreBytes, (sheet) => {
      const range = sheet.getRange(areaName(area));
      range.unmerge();
      range.clear("All");
      range.dataValidation.clear();
    });
  }
  const looks = flatStyles(part.styles ?? []);
  // A border taken off is taken from the neighbour too, so these come first.
  for (const { area, style } of [...looks].sort((a, b) => Number(b.style.border === "none") - Number(a.style.border === "none"))) {
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
    set(rangeBytes + 4 * moreBytes + words + list, (sheet) => setCheck(sheet, area, rule, fresh(area)));
  }
  if (conditionals !== undefined || scales !== undefined) {
    // What is added last comes first in Excel, so the first is added last. Formats stand before heat colours.
    for (const scale of [...(scales ?? [])].reverse()) set(rangeBytes + 2 * moreBytes, (sheet) => addScale(sheet, scale));
    for (const each of [...(conditionals ?? [])].reverse()) {
      set(rangeBytes + 6 * moreBytes + bytesOf(each.formula), (sheet) => addConditional(sheet, each));
    }
  }
  const sameSize = ({ width, height, hidden }: { width?: number; height?: number; hidden?: boolean }): string =>
    JSON.stringify([width, height, hidden]);
  for (const { first, count, item: { width, hidden } } of runs(part.columns ?? [], ({ column }) => column, sameSize)) {
    set(rangeBytes + moreBytes, (sheet) => {
      const range = sheet.getRange(`${columnName(first)}:${columnName(first + count - 1)}`);
      if (width !== undefined) range.format.columnWidth = pointsOfWidth(width);
      if (hidden !== undefined) range.columnHidden = hidden;
    });
  }
  for (const { first, count, item: { height, hidden } } of runs(part.rows ?? [], ({ row }) => row, sameSize)) {
    set(rangeBytes + moreBytes, (sheet) => {
      const range = sheet.getRange(`${first + 1}:${first + count}`);
      if (height !== undefined) range.format.rowHeight = height;
      if (hidden !== undefined) range.rowHidden = hidden;
    });
  }
  const { filter, freeze, print, tab } = part;
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
    set(rangeBytes, ({ autoFilter }) => {
      if (about?.filtered === true) autoFilter.remove();
      autoFilter.apply(areaName(filter));
    });
  }
  if (print !== undefined) set(rangeBytes + 8 * moreBytes, (sheet) => setPrint(sheet, print));
  if (tab !== undefined) set(moreBytes, (sheet) => (sheet.tabColor = `#${tab}`));
  return steps;
}

export interface WritePlan {
  /** Only contents are written: nothing that Excel cannot undo. */
  readonly daily: boolean;
  readonly steps: readonly Step[];
  /** Protected sheets that are opened for the writing, with what puts their protection back. */
  readonly opened: readonly { readonly sheet: string; readonly options: Excel.WorksheetProtectionOptions }[];
}

/** All that a patch does, in order: protected sheets opened, parts, protection, what is shown. */
export function planWrite(patch: Patch, compared: Compared): WritePlan {
  const steps: Step[] = [];
  const names = [...new Set(patch.sheets.map(({ sheet }) => sheet.toLowerCase()))];
  const opened: { sheet: string; options: Excel.WorksheetProtectionOptions }[] = [];
  const closing: Step[] = [];
  for (const key of names) {
    const parts = patch.sheets.filter(({ sheet }) => sheet.toLowerCase() === key);
    const name = parts[0]!.sheet;
    const standing = compared.facts.get(name)?.protection ?? null;
    const asked = parts.reduce<SheetPatch["protection"]>((last, { protection }) => protection ?? (protection === null ? null : last), undefined);
    const touched = parts.some((part) =>
      !isDaily(part) || (part.blocks ?? []).some((block) => compared.ready.get(block)?.open !== true));
    const opens = standing !== null && touched;
    if (opens) {
      opened.push({ sheet: name, options: sameProtection(standing) });
      steps.push(step(moreBytes, (pages) => pages.at(name).protection.unprotect()));
    }
    const options = asked === null ? null : asked !== undefined ? protectionOptions(asked) : opens ? sameProtection(standing) : null;
    if (options !== null) closing.push(step(2 * moreBytes, (pages) => pages.at(name).protection.protect(options)));
  }
  let count = compared.sheets.length;
  const made = new Set<string>();
  for (const part of patch.sheets) {
    const { sheet: name, create, position } = part;
    const standing = compared.sheets.some((sheet) => sameSheet(sheet.name, name)) || made.has(name.toLowerCase());
    if (create === true && !standing) {
      made.add(name.toLowerCase());
      const place = position !== undefined && position < count ? position : null;
      count++;
      steps.push(step(2 * moreBytes, (pages) => {
        const sheet = pages.add(name);
        if (place !== null) sheet.position = place;
      }));
    }
    const cleared = part.clear ?? [];
    const fresh = (area: Area): boolean =>
      made.has(name.toLowerCase()) ? !twice(part, area) : cleared.some((each) => inside(area, each)) && !twice(part, area);
    steps.push(...stepsOf(part, compared, fresh));
  }
  const { show } = patch;
  if (show !== undefined) {
    closing.push(step(rangeBytes, (pages) => {
      const sheet = pages.at(show.sheet);
      sheet.activate();
      sheet.getRangeByIndexes(show.row, show.column, 1, 1).select();
    }));
  }
  return { daily: patch.sheets.every(isDaily) && opened.length === 0, steps: [...steps, ...closing], opened };
}

const inside = (area: Area, around: Area): boolean =>
  area.row >= around.row && area.row + area.rows <= around.row + around.rows &&
  area.column >= around.column && area.column + area.columns <= around.column + around.columns;

/** Whether another check of the part lies over the same cells. */
const twice = ({ validations = [] }: SheetPatch, area: Area): boolean =>
  validations.filter((each) => overlaps(each.area, area)).length > 1;
