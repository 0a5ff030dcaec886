import type { ISelectionCell, Workbook, Worksheet } from "@univerjs/core";
import type { Engine } from "./grid-engine";

/** As the grid numbers keys, and what comes from them. */
const [TAB, ENTER, KEYBOARD] = [9, 13, 4] as const;

/**
 * Shift+Tab and Shift+Enter: from the first cell of what is selected the grid steps to a selection before the first
 * one, of which there is none, and then has no cell in hand. Here a single cell leads to the one before it, or stays
 * at the edge of the sheet, and the first cell of several leads to the last one, as in Excel.
 * While a cell is typed in, the grid knows both keys without Shift only: here they end the typing and then step back.
 */
export function stepBack(root: HTMLElement, { api, core, sheets, sheetsUi, univer }: Engine): void {
  const { LEFT, UP } = core.Direction;
  const step = sheetsUi.MoveSelectionEnterAndTabCommand;
  const onward = step.handler.bind(step);
  /** The step that ends the typing is one back. */
  let back = false;

  const isFirst = (sheet: Worksheet, { startRow, startColumn }: ISelectionCell, isLeft: boolean): boolean => {
    let before = (isLeft ? startColumn : startRow) - 1;
    while (before >= 0 && !(isLeft ? sheet.getColVisible(before) : sheet.getRowVisible(before))) before--;
    return before < 0;
  };

  step.handler = (accessor, params) => {
    // Who hears of the command reads there where it led.
    if (back && params !== undefined) params.direction = params.keycode === TAB ? LEFT : UP;
    back = false;
    const direction = params?.direction;
    const book = accessor.get(core.IUniverInstanceService).getCurrentUnitOfType<Workbook>(core.UniverInstanceType.UNIVER_SHEET);
    const held = accessor.get(sheets.SheetsSelectionsService).getCurrentSelections();
    const [first] = held;
    const last = held[held.length - 1];
    const at = first?.primary ?? null;
    if ((direction !== LEFT && direction !== UP) || first === undefined || last === undefined || at === null || !book ||
      at.startRow !== first.range.startRow || at.startColumn !== first.range.startColumn) return onward(accessor, params);
    const commands = accessor.get(core.ICommandService);
    const sheet = book.getActiveSheet();
    if (held.length === 1 && core.Rectangle.equals(first.range, at)) {
      if (isFirst(sheet, at, direction === LEFT)) return false;
      return commands.executeCommand(sheetsUi.MoveSelectionCommand.id, { direction });
    }
    const primary = sheet.getCellInfoInMergeData(last.range.endRow, last.range.endColumn);
    const selections = held.map((each) => ({ ...each, primary: each === last ? primary : null }));
    return commands.executeCommand(sheets.SetSelectionsOperation.id, {
      unitId: sheet.getUnitId(), subUnitId: sheet.getSheetId(), selections, reveal: true,
    });
  };
  addEventListener("keydown", (event) => {
    const { key, shiftKey, ctrlKey, altKey, metaKey, isComposing, target } = event;
    back = false;
    if ((key !== "Tab" && key !== "Enter") || !shiftKey || ctrlKey || altKey || metaKey || isComposing) return;
    const book = api.getActiveWorkbook();
    if (!(target instanceof Node && root.contains(target)) || book?.isCellEditing() !== true) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    back = true;
    univer.__getInjector().get(core.ICommandService).syncExecuteCommand(sheetsUi.SetCellEditVisibleOperation.id, {
      visible: false, eventType: KEYBOARD, keycode: key === "Tab" ? TAB : ENTER, unitId: book.getId(),
    });
  }, true);
}
