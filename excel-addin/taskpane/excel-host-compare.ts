import { sameSheet } from "../../core/sheet/address";
import { sameValue } from "../../core/sheet/apply";
import { HostError } from "../../core/sheet/host";
import { type Block, type Expect, onlyFills, type Patch, type SheetPatch } from "../../core/sheet/patch";
import { cellValue } from "./excel-host-cells";
import { blockArea, entriesOf, type Entries, Formats, type Loose, writtenAreas } from "./excel-host-entries";
import { type FormatsAsked, type StandingFormat, withFormats } from "./excel-host-formats";
import { askFor, cellsOf, type Given, type Wanted } from "./excel-host-pieces";
import { type BookReader, type KnownSheet, knownSheets, listSheets } from "./excel-host-read";
import { type ExcelRequests, isGone } from "./excel-host-request";

/** What of a sheet decides how it is written. */
export interface SheetFacts {
  readonly protection: Excel.WorksheetProtectionOptions | null;
  readonly filtered: boolean;
  /** Its formats by condition, heat colours among them, the first before the others. */
  readonly formats: readonly StandingFormat[];
}

/** A block of a patch as it will be written. */
interface Ready {
  readonly entries: Entries;
  readonly loose: readonly Loose[];
  /** All cells written may be written while the sheet is protected. */
  readonly open: boolean;
}

export interface Compared {
  readonly stale: readonly Expect[];
  readonly readOnly: boolean;
  readonly sheets: readonly KnownSheet[];
  /** By the sheet's name in the patch; a sheet to be made has none. */
  readonly facts: ReadonlyMap<string, SheetFacts>;
  readonly ready: ReadonlyMap<Block, Ready>;
}

const named = (sheets: readonly KnownSheet[], name: string): KnownSheet | undefined =>
  sheets.find((sheet) => sameSheet(sheet.name, name));

/** Whether a part does nothing but write contents, be it in a sheet that it makes. */
export const isDaily = (part: SheetPatch): boolean => onlyFills(part, ["create", "position"]);

/** The number formats under each part's contents, as the parts before it leave them. */
function formatsOf(patch: Patch, known: readonly KnownSheet[]): ReadonlyMap<SheetPatch, Formats> {
  const last = new Map<string, Formats>();
  return new Map(patch.sheets.map((part) => {
    const key = part.sheet.toLowerCase();
    const next = last.get(key)?.copy() ?? new Formats(part.create === true && named(known, part.sheet) === undefined);
    next.add(part);
    last.set(key, next);
    return [part, next];
  }));
}

interface Plan {
  readonly known: readonly KnownSheet[];
  readonly patch: Patch;
  readonly formats: ReadonlyMap<SheetPatch, Formats>;
}

/** The cells that a patch expects something of, and those whose number format decides how they are written. */
function wantedOf({ known, patch, formats }: Plan): ReadonlyMap<Expect | Block, Wanted> {
  const found = new Map<Expect | Block, Wanted>();
  for (const expect of patch.expect) {
    const { id } = named(known, expect.sheet) ?? {};
    const columns = Math.max(0, ...expect.values.map((line) => line.length));
    if (id === undefined || columns === 0) continue;
    const { row, column, values } = expect;
    found.set(expect, { id, row, column, rows: values.length, columns, fields: ["values", "valueTypes"] });
  }
  for (const part of patch.sheets) {
    const { id } = named(known, part.sheet) ?? {};
    if (id === undefined) continue;
    for (const block of part.blocks ?? []) {
      const area = blockArea(block);
      const formatAt = formats.get(part)!.over(area);
      const unknown = block.cells.some((line, i) =>
        line.some((write, j) => write !== null && formatAt(area.row + i, area.column + j) === undefined));
      if (unknown) found.set(block, { id, ...area, fields: ["numberFormat"] });
    }
  }
  return found;
}

function ask(context: Excel.RequestContext, { known, patch }: Plan, wanted: readonly Wanted[], formatsOf: FormatsAsked) {
  const sheetOf = (name: string): Excel.Worksheet | null => {
    const sheet = named(known, name);
    return sheet === undefined ? null : context.workbook.worksheets.getItemOrNullObject(sheet.id);
  };
  const facts = new Map([...new Set(patch.sheets.map(({ sheet }) => sheet))].flatMap((name) => {
    const sheet = sheetOf(name);
    if (sheet === null) return [];
    const parts = patch.sheets.filter((part) => part.sheet === name);
    const filters = parts.some(({ filter }) => filter !== undefined);
    const formatted = parts.some(({ conditionals, scales, clear = [] }) =>
      conditionals !== undefined || scales !== undefined || clear.length > 0);
    return [[name, {
      protection: sheet.protection.load("protected,options"),
      filter: filters ? sheet.autoFilter.load("enabled") : null,
      formats: formatted ? formatsOf(sheet, parts.some(({ scales }) => scales !== undefined)) : null,
    }] as const];
  }));
  const locks = new Map(patch.sheets.filter(isDaily).flatMap((part) => {
    const sheet = sheetOf(part.sheet);
    if (sheet === null) return [];
    return (part.blocks ?? []).map((block) => [block, writtenAreas(block).map(({ row, column, rows, columns }) =>
      sheet.getRangeByIndexes(row, column, rows, columns).format.protection.load("locked"))] as const);
  }));
  const workbook = context.workbook.load("readOnly");
  const formats = new Map([...facts].flatMap(([name, { formats: found }]) => (found === null ? [] : [[name, found] as const])));
  return { list: listSheets(context), workbook, facts, formats, locks, given: askFor(context, wanted) };
}

/** One request, more where Excel's answer would be too large for one. */
async function answered(requests: ExcelRequests, reader: BookReader, plan: Plan) {
  const wanted = wantedOf(plan);
  const cells = [...wanted.values()];
  const keyed = (given: readonly Given[]): ReadonlyMap<Expect | Block, Given> =>
    new Map([...wanted.keys()].map((key, k) => [key, given[k]!]));
  if (!reader.isTooMuch(cellsOf(cells))) {
    try {
      const { got, standing } = await withFormats(requests, (context, formatsOf) => ask(context, plan, cells, formatsOf));
      return { ...got, standing, held: keyed(got.given()) };
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== "too-big" || cells.length === 0) throw error;
    }
  }
  const { got, standing } = await withFormats(requests, (context, formatsOf) => ask(context, plan, [], formatsOf));
  return { ...got, standing, held: keyed(await reader.cells(cells)) };
}

/** Questions until the workbook has the sheets that were asked about. */
const mostTries = 2;

/**
 * What the patch expects against what is there, and what has to be known for writing it. Where sheets were renamed, made
 * or deleted since the last reading, it is asked again by what is there now; where they keep changing, all is stale.
 */
export async function compare(requests: ExcelRequests, reader: BookReader, patch: Patch): Promise<Compared> {
  const concerned = [...patch.sheets, ...patch.expect].map(({ sheet }) => sheet);
  const idOf = (list: readonly KnownSheet[], name: string): string | undefined => named(list, name)?.id;
  for (let tries = 0; tries < mostTries; tries++) {
    const known = reader.sheets;
    const plan: Plan = { known, patch, formats: formatsOf(patch, known) };
    try {
      const got = await answered(requests, reader, plan);
      reader.sheets = knownSheets(got.list);
      if (concerned.every((name) => idOf(known, name) === idOf(reader.sheets, name))) {
        return comparedBy(reader.sheets, plan, got);
      }
    } catch (error) {
      if (!isGone(error)) throw error;
      reader.sheets = knownSheets(await requests.send(listSheets));
    }
  }
  const stale = patch.expect.length > 0 ? patch.expect : patch.sheets.map(({ sheet }) => missing(sheet));
  return { stale, readOnly: false, sheets: reader.sheets, facts: new Map(), ready: new Map() };
}

const missing = (sheet: string): Expect => ({ sheet, row: 0, column: 0, values: [] });

function comparedBy(
  sheets: readonly KnownSheet[], { patch, formats }: Plan, got: Awaited<ReturnType<typeof answered>>,
): Compared {
  const stale = patch.expect.filter((expect) => {
    const { sheet, values } = expect;
    if (named(sheets, sheet) === undefined) return values.some((line) => line.length > 0);
    const held = got.held.get(expect);
    return values.some((line, i) =>
      line.some((value, j) => !sameValue(cellValue(held?.values[i]?.[j], held?.valueTypes[i]?.[j]), value)));
  });
  const made: string[] = [];
  for (const { sheet, create, remove } of patch.sheets) {
    if (remove === true) continue;
    if (create === true) made.push(sheet);
    else if (named(sheets, sheet) === undefined && !made.some((name) => sameSheet(name, sheet))) {
      stale.push(missing(sheet));
    }
  }
  const facts = new Map([...got.facts].map(([name, { protection, filter }]): [string, SheetFacts] => [name, {
    protection: protection.protected ? protection.options : null,
    filtered: filter?.enabled === true,
    formats: got.standing.get(name) ?? [],
  }]));
  const ready = new Map(patch.sheets.flatMap((part) => {
    return (part.blocks ?? []).map((block): [Block, Ready] => {
      const area = blockArea(block);
      const laid = formats.get(part)!.over(area);
      const standing = got.held.get(block)?.numberFormat;
      const { entries, loose } = entriesOf(block, (row, column) =>
        laid(row, column) ?? String(standing?.[row - area.row]?.[column - area.column] ?? "General"));
      const unlocked = (got.locks.get(block) ?? []).every(({ locked }) => locked === false);
      return [block, { entries, loose, open: unlocked && loose.length === 0 }];
    });
  }));
  return { stale, readOnly: got.workbook.readOnly, sheets, facts, ready };
}
