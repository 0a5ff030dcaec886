import type { Engine } from "./grid-engine";

const RETRY = 50;
const LONGEST_WAIT = 5000;

/**
 * Gives rows of wrapped text the height they need, as other programs do when they open a file: a sheet's rows the first
 * time it is shown, later the rows that are written.
 */
export class RowFitter {
  private done = new Set<string>();
  /** Measurements that wait for an idle moment. */
  private asked: { readonly unitId: string; readonly id: string }[] = [];

  constructor(private readonly engine: Engine) {
    engine.api.onCommandExecuted(({ id }) => {
      if (id === "sheet.operation.set-worksheet-active") this.fitShown();
    });
  }

  /** The workbook is about to go; nothing of it can be measured any more. */
  leave(): void {
    const { sheets } = this.engine;
    for (const params of this.asked) this.run(sheets.CancelMarkDirtyRowAutoHeightOperation.id, params);
    this.asked = [];
  }

  /** Another workbook stands in the grid. */
  begin(): void {
    this.done = new Set();
    this.fitShown();
  }

  private fitShown(since = Date.now()): void {
    const sheet = this.engine.api.getActiveWorkbook()?.getActiveSheet();
    if (sheet === undefined || this.done.has(sheet.getSheetId())) return;
    // The sheet is measured once it is drawn, which is a few frames after it was loaded.
    if ((sheet.getSkeleton() ?? null) === null) {
      if (Date.now() - since < LONGEST_WAIT) setTimeout(() => this.fitShown(since), RETRY);
      return;
    }
    this.done.add(sheet.getSheetId());
    this.fit(sheet.getSheetId(), 0, sheet.getLastRow());
  }

  fit(subUnitId: string, startRow: number, endRow: number): void {
    const { api, sheets } = this.engine;
    const unitId = api.getActiveWorkbook()?.getId();
    if (unitId === undefined) return;
    const id = `fit-${subUnitId}-${startRow}-${endRow}`;
    this.asked.push({ unitId, id });
    const ranges = [{ startRow, endRow, startColumn: 0, endColumn: 0 }];
    this.run(sheets.MarkDirtyRowAutoHeightOperation.id, { unitId, subUnitId, id, ranges });
  }

  private run(id: string, params: object): void {
    const { core, univer } = this.engine;
    univer.__getInjector().get(core.ICommandService).syncExecuteCommand(id, params);
  }
}
