import { sameSheet } from "../../core/sheet/address";
import { sameValue } from "../../core/sheet/apply";
import type { Block, Expect, Patch, SheetPatch } from "../../core/sheet/patch";
import { cellValue } from "./excel-host-cells";
import { blockArea, entriesOf, type Entries, Formats, type Loose, writtenAreas } from "./excel-host-entries";
import { type KnownSheet, knownSheets, listSheets } from "./excel-host-read";
import { type ExcelRequests, isGone } from "./excel-host-request";

/** What of a sheet decides how it is written. */
export interface SheetFacts {
  readonly protection: Excel.WorksheetProtectionOptions | null;
  readonly filtered: boolean;
  /** Ids of the conditional formats by formula, and of the heat colours. */
  readonly conditionals: readonly string[];
  readonly scales: readonly string[];
}

/** A block of a patch as it will be written. */
export interface Ready {
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

const contents: readonly string[] = ["sheet", "blocks", "create", "position"] satisfies (keyof SheetPatch)[];

/** Whether a part does nothing but write contents. */
export const isDaily = (part: SheetPatch): boolean =>
  Object.entries(part).every(([key, value]) => value === undefined || contents.includes(key));

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

function ask(context: Excel.RequestContext, { known, patch, formats }: Plan) {
  const sheetOf = (name: string): Excel.Worksheet | null => {
    const sheet = named(known, name);
    return sheet === undefined ? null : context.workbook.worksheets.getItemOrNullObject(sheet.id);
  };
  const expects = patch.expect.map((expect) => {
    const columns = Math.max(0, ...expect.values.map((line) => line.length));
    const range = columns === 0
      ? undefined
      : sheetOf(expect.sheet)?.getRangeByIndexes(expect.row, expect.column, expect.values.length, columns);
    return range?.load("values,valueTypes");
  });
  const facts = new Map([...new Set(patch.sheets.map(({ sheet }) => sheet))].flatMap((name) => {
    const sheet = sheetOf(name);
    if (sheet === null) return [];
    const parts = patch.sheets.filter((part) => part.sheet === name);
    const filters = parts.some(({ filter }) => filter !== undefined);
    const formatted = parts.some(({ conditionals, scales }) => conditionals !== undefined || scales !== undefined);
    return [[name, {
      protection: sheet.protection.load("protected,options"),
      filter: filters ? sheet.autoFilter.load("enabled") : null,
      formats: formatted ? sheet.getRange().conditionalFormats.load("items/id,items/type") : null,
    }] as const];
  }));
  const blocks = new Map(patch.sheets.flatMap((part) => {
    const sheet = sheetOf(part.sheet);
    if (sheet === null) return [];
    return (part.blocks ?? []).map((block) => {
      const area = blockArea(block);
      const formatAt = formats.get(part)!.over(area);
      const unknown = block.cells.some((line, i) =>
        line.some((write, j) => write !== null && formatAt(area.row + i, area.column + j) === undefined));
      const range = unknown ? sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns) : null;
      const format = range?.load("numberFormat") ?? null;
      const locks = isDaily(part)
        ? writtenAreas(block).map(({ row, column, rows, columns }) =>
            sheet.getRangeByIndexes(row, column, rows, columns).format.protection.load("locked"))
        : [];
      return [block, { format, locks }] as const;
    });
  }));
  return { list: listSheets(context), workbook: context.workbook.load("readOnly"), expects, facts, blocks };
}

/** One request: what the patch expects against what is there, and what has to be known for writing it. */
export async function compare(
  requests: ExcelRequests, known: readonly KnownSheet[], patch: Patch,
): Promise<Compared> {
  const formats = formatsOf(patch, known);
  const got = await requests.send((context) => ask(context, { known, patch, formats })).catch((error: unknown) => {
    if (!isGone(error)) throw error;
    return null;
  });
  if (got === null) return compare(requests, knownSheets(await requests.send(listSheets)), patch);
  const sheets = knownSheets(got.list);
  // A sheet that was renamed, made or deleted since the last reading: asked again, by what is there now.
  const seen = (list: readonly KnownSheet[], name: string): string | undefined => named(list, name)?.id;
  const concerned = [...patch.sheets, ...patch.expect].map(({ sheet }) => sheet);
  if (concerned.some((name) => seen(known, name) !== seen(sheets, name))) return compare(requests, sheets, patch);

  const stale = patch.expect.filter(({ sheet, values }, k) => {
    if (named(sheets, sheet) === undefined) return values.some((line) => line.length > 0);
    const range = got.expects[k];
    return values.some((line, i) =>
      line.some((value, j) => !sameValue(cellValue(range?.values[i]?.[j], range?.valueTypes[i]?.[j]), value)));
  });
  const made: string[] = [];
  for (const { sheet, create } of patch.sheets) {
    if (create === true) made.push(sheet);
    else if (named(sheets, sheet) === undefined && !made.some((name) => sameSheet(name, sheet))) {
      stale.push({ sheet, row: 0, column: 0, values: [] });
    }
  }
  const facts = new Map([...got.facts].map(([name, { protection, filter, formats: found }]): [string, SheetFacts] => {
    const ids = (type: string): string[] => (found?.items ?? []).filter((each) => each.type === type).map(({ id }) => id);
    return [name, {
      protection: protection.protected ? protection.options : null,
      filtered: filter?.enabled === true,
      conditionals: ids("Custom"),
      scales: ids("ColorScale"),
    }];
  }));
  const ready = new Map(patch.sheets.flatMap((part) => {
    return (part.blocks ?? []).map((block): [Block, Ready] => {
      const area = blockArea(block);
      const laid = formats.get(part)!.over(area);
      const found = got.blocks.get(block);
      const standing = found?.format?.numberFormat;
      const { entries, loose } = entriesOf(block, (row, column) =>
        laid(row, column) ?? String(standing?.[row - area.row]?.[column - area.column] ?? "General"));
      const unlocked = (found?.locks ?? []).every(({ locked }) => locked === false);
      return [block, { entries, loose, open: unlocked && loose.length === 0 }];
    });
  }));
  return { stale, readOnly: got.workbook.readOnly, sheets, facts, ready };
}
