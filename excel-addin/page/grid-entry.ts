import type { ICellData, Nullable } from "@univerjs/core";
import type { Address } from "../../core/sheet/address";
import type { Engine } from "./grid-engine";
import { askedAt } from "./grid-asked";
import { isFigure } from "./grid-figure";
import { entryOf } from "./grid-typing";

/** Members of lists are recognised whatever the case and the spelling of tone marks. */
const folded = (text: string): string => text.normalize("NFC").trim().toLowerCase();

/** Runs before the grid's own reading of what was typed. */
const FIRST = 100;
/** Runs on what the grid's number formats made of a cell (10), before its checks draw theirs (9). */
const AFTER_FORMATS = 9.5;

/**
 * What is typed is read as people here write it: numbers with their decimal mark, percents without their sign where the
 * cell shows percents, list members in any case. What a cell does not ask for is not made a number.
 */
export function readEntries(
  engine: Engine,
  decimal: () => "," | ".",
  optionsAt: (at: Address) => readonly string[],
): void {
  const { core, sheets, univer } = engine;
  const injector = univer.__getInjector();
  injector.get(sheets.SheetInterceptorService).writeCellInterceptor.intercept(sheets.AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, { worksheet, row, col, subUnitId }, next) => {
      if (cell === null || cell === undefined || cell.t === core.CellValueType.FORCE_STRING) return next(cell);
      const text = cell.v ?? cell.f;
      if (typeof text !== "string" || text === "") return next(cell);
      const options = cell.f ? [] : optionsAt({ sheet: worksheet.getName(), row, column: col });
      const option = options.find((member) => folded(member) === folded(text));
      if (option !== undefined) return next({ ...cell, v: option, t: core.CellValueType.STRING });
      const asked = askedAt(engine, subUnitId, row, col);
      if (cell.f && asked.kind !== "words") return next(cell);
      const entry = entryOf(text, decimal(), asked);
      if (entry === null) return next(cell);
      if ("number" in entry) return next({ ...cell, v: entry.number });
      if (!isFigure(engine, text)) return next(cell);
      return next({ ...cell, v: text, f: null, t: core.CellValueType.FORCE_STRING });
    },
  });
}

/** Numbers without a format of their own are shown, and offered for editing, with the decimal mark of people here. */
export function showNumbers(engine: Engine, decimal: () => "," | "."): void {
  const { core, sheets, univer } = engine;
  const interceptors = univer.__getInjector().get(sheets.SheetInterceptorService);
  const isFraction = (cell: Nullable<ICellData>): cell is ICellData & { v: number } =>
    typeof cell?.v === "number" && !Number.isInteger(cell.v) && cell.t === core.CellValueType.NUMBER;
  interceptors.intercept(sheets.INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: AFTER_FORMATS,
    effect: core.InterceptorEffectEnum.Value,
    handler: (cell, _where, next) => {
      if (decimal() === "." || !isFraction(cell)) return next(cell);
      return next({ ...cell, v: core.numfmt.format("General", cell.v, { locale: "vi" }) });
    },
  });
  interceptors.writeCellInterceptor.intercept(sheets.BEFORE_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, where, next) => {
      const shown = next(cell);
      const held = where.worksheet.getCellRaw(where.row, where.col);
      if (decimal() === "." || !isFraction(held) || held.f || held.si) return shown;
      return shown === null || shown === undefined ? shown : { ...shown, v: String(shown.v).replace(".", ",") };
    },
  });
}
