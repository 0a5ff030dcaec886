import { parseCellName } from "../../core/sheet/address";
import type { Change } from "../../core/sheet/host";
import { printOf } from "./excel-host-cells";
import { type BookReader, knownSheets, listSheets } from "./excel-host-read";
import type { Clock, ExcelRequests } from "./excel-host-request";

/** What the pane stands in: the browser's window, or a test. */
export interface Surroundings extends Clock {
  /** Whether anyone can see the pane. */
  visible(): boolean;
  /** Calls back when a person comes back to the pane, until the returned function is called. */
  onFocus(heard: () => void): () => void;
  /** Calls back again and again, until the returned function is called. */
  every(milliseconds: number, heard: () => void): () => void;
}

/** Milliseconds between two looks at the sheet that is shown. */
export const beat = 2000;
/** Milliseconds after a calculation before the sheet is looked at. */
const calm = 500;
/** A sheet with more cells than this is looked at less often, in proportion. */
const light = 20000;

/**
 * Tells of edits and selections. Excel tells of most itself; a pick from a dropdown raises no event on the web, so the
 * sheet that is shown is compared with what was last read: on focus, after calculations, and at each beat.
 */
export function watchBook(
  requests: ExcelRequests, reader: BookReader, around: Surroundings, heard: (change: Change) => void,
): () => void {
  let stopped = false;
  let looking = false;
  let again = false;
  let registering = false;
  let calculated = false;
  let rests = 0;
  /** The sheet that was shown at the last look: a pick may have been its last change. */
  let before: string | null = null;
  let handlers: OfficeExtension.EventHandlerResult<unknown>[] = [];

  const tell = (change: Change): void => {
    if (!stopped) heard(change);
  };

  const look = async (): Promise<void> => {
    if (stopped) return;
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      const { list, ranges } = await requests.send((context) => {
        const shown = context.workbook.worksheets.getActiveWorksheet().load("id");
        const last = before === null ? null : context.workbook.worksheets.getItemOrNullObject(before).load("id");
        const sheets = last === null ? [shown] : [shown, last];
        return {
          list: listSheets(context),
          ranges: sheets.map((sheet) => ({
            sheet, used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,values"),
          })),
        };
      }, { patient: false });
      let changed = JSON.stringify(knownSheets(list)) !== JSON.stringify(reader.sheets) && reader.sheets.length > 0;
      rests = 0;
      for (const { sheet, used } of ranges) {
        if (sheet.isNullObject) continue;
        const { isNullObject } = used;
        const cells = isNullObject ? null : { row: used.rowIndex, column: used.columnIndex, values: used.values };
        const [old, now] = [reader.prints.get(sheet.id), printOf(cells)];
        reader.prints.set(sheet.id, now);
        if (old !== undefined && old !== now) changed = true;
        const count = cells === null ? 0 : cells.values.length * (cells.values[0]?.length ?? 0);
        rests = Math.max(rests, Math.floor(count / light));
      }
      before = ranges[0]!.sheet.id;
      if (changed) {
        reader.sheets = knownSheets(list);
        tell({ kind: "edit" });
      }
    } catch {
      // Typing in a cell, no answer, or the sheet is gone: the next beat looks again.
      before = null;
    } finally {
      looking = false;
    }
    if (again) {
      again = false;
      await look();
    }
  };

  /** An edit that is told of makes Excel calculate too; whoever was told has read it by then, and nothing is found. */
  const lookLater = async (): Promise<void> => {
    if (calculated) return;
    calculated = true;
    await around.wait(calm);
    calculated = false;
    await look();
  };

  const selected = async (worksheetId: string | null, address: string): Promise<void> => {
    const known = reader.sheets.find(({ id }) => id === worksheetId);
    const at = parseCellName(address.split(/[:,;]/)[0] ?? "");
    if (known !== undefined && at !== null) return tell({ kind: "select", at: { sheet: known.name, ...at } });
    try {
      const cell = await requests.send((context) => {
        const active = context.workbook.getActiveCell().load("rowIndex,columnIndex");
        active.worksheet.load("name");
        return active;
      }, { patient: false });
      tell({ kind: "select", at: { sheet: cell.worksheet.name, row: cell.rowIndex, column: cell.columnIndex } });
    } catch {
      // Nobody stands on a cell.
    }
  };

  const register = async (): Promise<void> => {
    if (registering || stopped) return;
    registering = true;
    try {
      handlers = await requests.send(({ workbook: { worksheets } }): OfficeExtension.EventHandlerResult<unknown>[] => [
        worksheets.onChanged.add(async ({ triggerSource }) => {
          if (triggerSource !== "ThisLocalAddin") tell({ kind: "edit" });
        }),
        worksheets.onSelectionChanged.add(({ worksheetId, address }) => selected(worksheetId, address)),
        worksheets.onActivated.add(async () => {
          await selected(null, "");
          await look();
        }),
        worksheets.onCalculated.add(lookLater),
        worksheets.onAdded.add(look),
        worksheets.onDeleted.add(look),
      ]);
      if (stopped) await leave();
    } catch {
      // A cell is being typed in: the next beat tries again.
      registering = false;
    }
  };

  const leave = async (): Promise<void> => {
    const [first, ...rest] = handlers.splice(0);
    if (first === undefined) return;
    for (const handler of [first, ...rest]) handler.remove();
    await first.context.sync().catch(() => {});
  };

  const beats = around.every(beat, () => {
    if (!around.visible()) return;
    void register();
    if (rests > 0) rests--;
    else void look();
  });
  const unfocus = around.onFocus(() => void look());
  void register();
  return () => {
    stopped = true;
    beats();
    unfocus();
    void leave();
  };
}
