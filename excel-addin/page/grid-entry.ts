import type { ICellData, Nullable } from "@univerjs/core";
import type { Address } from "../../core/sheet/address";
import type { Engine } from "./grid-engine";
import { typedNumber } from "./grid-typing";

/** Members of lists are recognised whatever the case and the spelling of tone marks. */
const folded = (text: string): string => text.normalize("NFC").trim().toLowerCase();

/** Runs before the grid's own reading of what was typed. */
const FIRST = 100;
/** Runs on what the grid's number formats made of a cell (10), before its checks draw theirs (9). */
const AFTER_FORMATS = 9.5;

/** Whether a number format shows percents; a % sign in quotes is only a letter. */
const showsPercents = (pattern: string | undefined): boolean => /%/.test((pattern ?? "").replace(/"[^"]*"|\\./g, ""));

/**
 * What is typed is read as people here write it: numbers with their decimal mark, percents without their sign where the
 * cell shows percents, list members in any case.
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
    handler: (cell, { worksheet, row, col, unitId, subUnitId }, next) => {
      const text = cell?.v;
      if (typeof text !== "string" || text === "" || cell?.t === core.CellValueType.FORCE_STRING) return next(cell);
      const options = optionsAt({ sheet: worksheet.getName(), row, column: col });
      const option = options.find((member) => folded(member) === folded(text));
      if (option !== undefined) return next({ ...cell, v: option, t: core.CellValueType.STRING });
      const format = injector.get(sheets.INumfmtService).getValue(unitId, subUnitId, row, col);
      const number = typedNumber(text, decimal(), showsPercents(format?.pattern));
      return next(number === null ? cell : { ...cell, v: number });
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
