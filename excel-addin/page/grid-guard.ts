import type { ICellData, IRange } from "@univerjs/core";
import { cellName, contains } from "../../core/sheet/address";
import type { GridOptions } from "./grid";
import { areaOf } from "./grid-checks";
import { lockId } from "./grid-data";
import type { Engine } from "./grid-engine";
import { askedAt } from "./grid-asked";
import { pastedCell } from "./grid-figure";
import { marked, pastedRows } from "./grid-paste";
import { type Asked, entryOf } from "./grid-typing";

type Cells = Record<number, Record<number, ICellData | null>>;
interface Change {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly cellValue?: Cells;
}

export interface Guard {
  /** Runs a change of our own, which locks and looks do not hinder. */
  freely(change: () => void): void;
  /** Whether cells of the sheet in hand ask for something, or are locked. */
  asks(): boolean;
}

const anything: Asked = { kind: "any", percents: false };

/** Commands that carry looks, checks and locks of cells to other places. */
const MOVES = new Set(["univer.command.cut", "sheet.command.move-range"]);
const PASTES = new Set(["univer.command.paste", "sheet.command.paste-by-short-key"]);
const REPLAYS = new Set(["univer.command.undo", "univer.command.redo"]);

/**
 * Watches what people change. The grid itself keeps them from typing into locked cells; here a paste that would run
 * over locked cells is refused, on a protected sheet a change alters contents but never looks, numbers in pasted
 * text are read as people here write them, and computed values keep the looks of their cells.
 * @param options.refused words for what a lock does not allow.
 */
export function guardGrid(engine: Engine, { decimal, refused, refusedPaste }: GridOptions): Guard {
  const { api, core, sheets, univer } = engine;
  const injector = univer.__getInjector();
  let free = 0;
  let replaying = false;

  const lockedRanges = (unitId: string, subUnitId: string): readonly IRange[] | null => {
    const rules = injector.get(sheets.RangeProtectionRuleModel).getSubunitRuleList(unitId, subUnitId);
    return rules.find((rule) => rule.permissionId === lockId(subUnitId))?.ranges ?? null;
  };
  const within = (ranges: readonly IRange[], row: number, column: number): boolean =>
    ranges.some((range) => contains(areaOf(range), row, column));
  const refuse = (said: string): void => injector.get(sheets.SheetPermissionCheckController).blockExecuteWithoutPermission(said);
  const here = (): { locks: readonly IRange[]; at: IRange } | null => {
    const book = api.getActiveWorkbook() ?? null;
    const at = book?.getActiveRange()?.getRange();
    if (book === null || at === undefined) return null;
    const locks = lockedRanges(book.getId(), book.getActiveSheet().getSheetId());
    return locks === null ? null : { locks, at };
  };

  /** The first locked cell that pasted text reaches, or null. */
  const pasteHits = (text: string): string | null => {
    const target = here();
    if (target === null) return null;
    const { locks, at } = target;
    for (const [i, line] of pastedRows(text).entries()) {
      const hit = line.findIndex((_, j) => within(locks, at.startRow + i, at.startColumn + j));
      if (hit >= 0) return cellName(at.startRow + i, at.startColumn + hit);
    }
    return null;
  };

  /** A pasted number is what people here mean by it, without the grid's rounding errors. */
  const settle = (cell: ICellData): void => {
    if (typeof cell.v === "number") cell.v = Number(cell.v.toPrecision(15));
    if (typeof cell.v !== "string" || cell.v === "") return;
    const entry = entryOf(cell.v, decimal(), anything);
    if (entry === null) return;
    if ("text" in entry) cell.t = core.CellValueType.FORCE_STRING;
    else if (!entry.number.endsWith("%")) Object.assign(cell, { v: Number(entry.number), t: core.CellValueType.NUMBER });
  };
  const isFormula = ({ v, f }: ICellData): boolean => typeof f === "string" && f !== "" && (v === null || v === undefined);

  const adjust = ({ unitId, subUnitId, cellValue = {} }: Change): void => {
    const locks = lockedRanges(unitId, subUnitId);
    for (const [row, line] of Object.entries(cellValue)) {
      for (const [column, cell] of Object.entries(line)) {
        if (locks !== null && within(locks, Number(row), Number(column))) {
          delete line[Number(column)];
        } else if (cell !== null) {
          const waiting = marked(cell.v);
          if (waiting !== null || isFormula(cell)) {
            const asked = askedAt(engine, subUnitId, Number(row), Number(column));
            if (waiting !== null) Object.assign(cell, pastedCell(engine, waiting, decimal(), asked));
            else if (asked.kind === "words") Object.assign(cell, { v: cell.f, t: core.CellValueType.FORCE_STRING, f: null });
          }
          if (locks !== null) delete cell.s;
          if (cell.t === undefined && !cell.f) settle(cell);
        }
      }
    }
  };

  api.onBeforeCommandExecute(({ id, type, params }, options) => {
    if (type === core.CommandType.COMMAND) replaying = REPLAYS.has(id);
    if (free > 0 || replaying) return;
    if (MOVES.has(id) && here() !== null) refuse(refused());
    const { textContent } = (params ?? {}) as { textContent?: string };
    const hit = PASTES.has(id) && textContent !== undefined ? pasteHits(textContent) : null;
    if (hit !== null) refuse(refusedPaste(hit));
    if (id === sheets.SetNumfmtMutation.id) {
      const { unitId, subUnitId } = params as Change;
      // Typing 85% is not a wish to have the cell show percents from now on.
      if (lockedRanges(unitId, subUnitId) !== null) Object.assign(params as object, { values: {}, refMap: {} });
    }
    if (id !== sheets.SetRangeValuesMutation.id) return;
    const change = params as Change;
    if (options?.fromFormula === true) {
      for (const line of Object.values(change.cellValue ?? {})) for (const cell of Object.values(line)) delete cell?.s;
    } else {
      adjust(change);
    }
  });
  api.onCommandExecuted(({ id }) => {
    if (REPLAYS.has(id)) replaying = false;
  });

  return {
    asks: () => here() !== null || (api.getActiveWorkbook()?.getActiveSheet().getDataValidations().length ?? 0) > 0,
    freely(change) {
      free++;
      try {
        change();
      } finally {
        free--;
      }
    },
  };
}
