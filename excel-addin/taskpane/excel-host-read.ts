import type { Address } from "../../core/sheet/address";
import { sameSheet } from "../../core/sheet/address";
import { HostError, type HostErrorCode } from "../../core/sheet/host";
import type { SheetState } from "../../core/sheet/workbook";
import { printOf, type RawCells, rawFields, rawLines, rawOf } from "./excel-host-cells";
import { cellsOf, type Given, PieceReader, type Wanted } from "./excel-host-pieces";
import { type ExcelRequests, isGone } from "./excel-host-request";

/** A sheet of the workbook as it was last seen. */
export interface KnownSheet {
  readonly id: string;
  readonly name: string;
  readonly state: SheetState;
}

interface BookRead {
  readonly name: string;
  readonly decimal: "," | ".";
  readonly selection: Address | null;
  /** In the order of the tabs. */
  readonly sheets: readonly (KnownSheet & { readonly raw: RawCells | null })[];
}

/** With these Excel may refuse to compute what it lets people read. */
const refusals: readonly HostErrorCode[] = ["protected", "unknown"];

/** Cells in all that are read. */
const mostCells = 2000000;

export const states = {
  Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden",
} as const satisfies Record<string, SheetState>;

const stateOf = (visibility: Excel.SheetVisibility | keyof typeof states): SheetState => states[visibility];

export const listSheets = (context: Excel.RequestContext): Excel.WorksheetCollection =>
  context.workbook.worksheets.load("items/id,items/name,items/visibility");

export const knownSheets = (list: Excel.WorksheetCollection): KnownSheet[] =>
  list.items.map(({ id, name, visibility }) => ({ id, name, state: stateOf(visibility) }));

/** Reads the workbook, and remembers what the next reading can ask for at once. */
export class BookReader {
  /** The sheets as last seen: their ranges are asked for in the same request as the list of sheets. */
  sheets: readonly KnownSheet[] = [];
  /** Contents as last read, by sheet id. */
  readonly prints = new Map<string, string>();
  /** Excel refused to give everything in one answer. */
  private large = false;
  /** Excel computes nothing by itself: it is asked to before each reading, so that the sheets keep step with the panel. */
  private manual = false;
  private readonly pieces: PieceReader;

  constructor(private readonly requests: ExcelRequests) {
    this.pieces = new PieceReader(requests);
  }

  /** Whether so many cells are better not asked for at once. */
  isTooMuch(cells: number): boolean {
    return this.large && !this.pieces.fits(cells);
  }

  /** Cells in as many requests as Excel asks for. */
  cells(wanted: readonly Wanted[]): Promise<Given[]> {
    return this.pieces.read(wanted);
  }

  /**
   * Everything that a snapshot holds; only of the named sheets where names are given. One request while the workbook
   * has the sheets it had last time, one more for those that it did not have.
   */
  async read(wanted?: readonly string[]): Promise<BookRead> {
    const isWanted = ({ name }: { readonly name: string }): boolean =>
      wanted === undefined || wanted.some((each) => sameSheet(each, name));
    const guessed = this.sheets.filter(isWanted);
    const computed = this.manual;
    const first = await this.first(this.large ? [] : guessed.map(({ id }) => id));
    this.manual = first.app.calculationMode === "Manual";
    if (this.manual && !computed) return this.read(wanted);
    this.sheets = knownSheets(first.list);
    const asked = this.sheets.filter(isWanted);
    const raws = new Map<string, RawCells | null>();
    for (const [id, used] of first.used) raws.set(id, used.isNullObject ? null : rawOf(used));
    const missing = asked.filter(({ id }) => !raws.has(id)).map(({ id }) => id);
    if (missing.length > 0) for (const [id, raw] of await this.rest(missing)) raws.set(id, raw);
    for (const { id } of asked) this.prints.set(id, printOf(raws.get(id) ?? null));
    const { cell, app, workbook } = first;
    return {
      name: workbook.name,
      decimal: app.decimalSeparator === "." ? "." : ",",
      selection: cell === null ? null : { sheet: cell.worksheet.name, row: cell.rowIndex, column: cell.columnIndex },
      sheets: asked.map((sheet) => ({ ...sheet, raw: raws.get(sheet.id) ?? null })),
    };
  }

  private async first(ids: readonly string[]) {
    if (!this.manual) return this.asked(ids, false);
    try {
      return await this.asked(ids, true);
    } catch (error) {
      if (!(error instanceof HostError) || !refusals.includes(error.code)) throw error;
      return this.asked(ids, false);
    }
  }

  private async asked(ids: readonly string[], computes: boolean) {
    const ask = (standing: boolean, ranges: readonly string[]) => (context: Excel.RequestContext) => {
      const { workbook, application } = context;
      if (computes) application.calculate("Recalculate");
      const list = listSheets(context);
      const used = ranges.map((id) => {
        const sheet = workbook.worksheets.getItemOrNullObject(id);
        return [id, sheet.getUsedRangeOrNullObject(true).load(rawFields)] as const;
      });
      const cell = standing ? workbook.getActiveCell().load("rowIndex,columnIndex") : null;
      cell?.worksheet.load("name");
      return { list, used, cell, app: application.load("decimalSeparator,calculationMode"), workbook: workbook.load("name") };
    };
    try {
      return await this.requests.send(ask(true, ids));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.code === "too-big" && ids.length > 0) {
        this.large = true;
        return this.requests.send(ask(true, []));
      }
      if (isGone(error) && ids.length > 0) return this.requests.send(ask(true, []));
      // Nobody stands on a cell, for example on a chart's own sheet.
      if (error.code !== "unknown" || !/Selection|getActiveCell/i.test(error.detail)) throw error;
      return this.requests.send(ask(false, ids));
    }
  }

  /** Ranges of sheets that the first request did not ask for. */
  private async rest(ids: readonly string[]): Promise<ReadonlyMap<string, RawCells | null>> {
    const used = (context: Excel.RequestContext, id: string, fields: string) =>
      context.workbook.worksheets.getItemOrNullObject(id).getUsedRangeOrNullObject(true).load(fields);
    if (!this.large) {
      try {
        const ranges = await this.requests.send((context) => ids.map((id) => used(context, id, rawFields)));
        return new Map(ids.map((id, k) => [id, ranges[k]!.isNullObject ? null : rawOf(ranges[k]!)]));
      } catch (error) {
        if (!(error instanceof HostError) || error.code !== "too-big") throw error;
        this.large = true;
      }
    }
    const sizes = await this.requests.send((context) =>
      ids.map((id) => used(context, id, "rowIndex,columnIndex,rowCount,columnCount")));
    const wanted: Wanted[] = [];
    ids.forEach((id, k) => {
      if (sizes[k]!.isNullObject) return;
      const { rowIndex, columnIndex, rowCount, columnCount } = sizes[k]!;
      wanted.push({ id, row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount, fields: rawLines });
    });
    const cells = cellsOf(wanted);
    if (cells > mostCells) throw new HostError("too-big", `${cells} cells`);
    this.large = !this.pieces.fits(4 * cells);
    const given = await this.pieces.read(wanted);
    const raws = new Map<string, RawCells | null>(ids.map((id) => [id, null]));
    wanted.forEach(({ id, row, column }, k) => raws.set(id, { row, column, ...given[k]! }));
    return raws;
  }
}
