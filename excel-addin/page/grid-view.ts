import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Address } from "../../core/sheet/address";
import type { Engine } from "./grid-engine";

/** The heads of rows and columns, and the bar that scrolls, in pixels. */
const HEADS = { row: 46, column: 20 } as const;
const BAR = 14;
/** What is left to be seen around a cell that the grid moves to. */
const MARGIN = 40;
/** Rows that are measured after they are drawn push a cell away again; it is followed this long. */
const FOLLOWED = [0, 60, 200, 500, 1000, 1800] as const;
/** The grid moves its selection this soon after a key. */
const KEY_REACH = 300;
const SEARCHED_ROWS = 300;

/** Sums of sizes up to and with each row or column. */
type Sums = readonly number[];
const before = (sums: Sums, index: number): number => (index <= 0 ? 0 : (sums[Math.min(index, sums.length) - 1] ?? 0));

/**
 * Where the moving part has to stand, so that from..to is whole in it.
 * @param still what the part that stands still takes of `room`.
 */
export function placeFor(
  { from, to }: { readonly from: number; readonly to: number },
  now: number, still: number, room: number,
): number {
  if (to <= still) return now;
  const free = room - still;
  if (from >= now + still && to <= now + room) return now;
  const margin = Math.max(0, Math.min(MARGIN, (free - (to - from)) / 2));
  // What is larger than the room shows its beginning.
  if (from < now + still || to - from > free) return Math.max(0, from - still - margin);
  return Math.max(0, to - room + margin);
}

/** Keeps the cell in hand on the screen. */
export class View {
  private timers: ReturnType<typeof setTimeout>[] = [];
  private keyAt = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly engine: Engine,
    private readonly selection: () => Address | null,
  ) {
    const leave = (): void => this.leave();
    root.addEventListener("wheel", leave, { capture: true, passive: true });
    root.addEventListener("pointerdown", leave, true);
    addEventListener("keydown", () => (this.keyAt = Date.now()), true);
  }

  /** The selection has moved: after a key the cell is followed, a click stands where it is. */
  moved(): void {
    if (Date.now() - this.keyAt < KEY_REACH) this.follow(FOLLOWED.slice(0, 2));
  }

  follow(times: readonly number[] = FOLLOWED): void {
    this.leave();
    this.timers = times.map((time) => setTimeout(() => this.reveal(), time));
  }

  private leave(): void {
    this.timers.forEach(clearTimeout);
    this.timers = [];
  }

  private reveal(): void {
    const sheet = this.engine.api.getActiveWorkbook()?.getActiveSheet();
    const at = this.selection();
    const skeleton = sheet?.getSkeleton() ?? null;
    const canvas = this.root.querySelector<HTMLElement>("canvas[id^=univer-sheet-main]");
    if (sheet === undefined || at === null || skeleton === null || canvas === null || canvas.clientHeight === 0) return;
    const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = sheet.getScrollState();
    const { xSplit, ySplit } = sheet.getFreeze();
    const zoom = sheet.getZoom();
    const [rows, columns] = [skeleton.rowHeightAccumulation, skeleton.columnWidthAccumulation];
    const size = (sums: Sums, index: number) => ({ from: before(sums, index), to: before(sums, index + 1) });
    const top = before(rows, sheetViewStartRow) + offsetY;
    const left = before(columns, sheetViewStartColumn) + offsetX;
    const height = (canvas.clientHeight - BAR) / zoom - HEADS.column;
    const width = (canvas.clientWidth - BAR) / zoom - HEADS.row;
    const y = placeFor(size(rows, at.row), top, before(rows, ySplit), height);
    const x = placeFor(size(columns, at.column), left, before(columns, xSplit), width);
    if (y === top && x === left) return;
    const [row, column] = [startOf(rows, y), startOf(columns, x)];
    const { core, sheetsUi, univer } = this.engine;
    univer.__getInjector().get(core.ICommandService).syncExecuteCommand(sheetsUi.ScrollCommand.id, {
      sheetViewStartRow: row, sheetViewStartColumn: column,
      offsetY: y - before(rows, row), offsetX: x - before(columns, column),
    });
  }
}

/** The row or column in which a place lies. */
function startOf(sums: Sums, place: number): number {
  const found = sums.findIndex((sum) => sum > place);
  return found < 0 ? Math.max(sums.length - 1, 0) : found;
}

/** Where to stand on a sheet whose selection is hidden: its first cell that is seen and open, else the first seen. */
export function firstSeen(sheet: FWorksheet, locked: (row: number, column: number) => boolean): [number, number] | null {
  const model = sheet.getSheet();
  const columns = Array.from({ length: sheet.getLastColumn() + 1 }, (_, i) => i).filter((i) => model.getColVisible(i));
  let first: [number, number] | null = null;
  for (let row = 0; row <= Math.min(sheet.getLastRow(), SEARCHED_ROWS); row++) {
    if (!model.getRowVisible(row)) continue;
    for (const column of columns) {
      first ??= [row, column];
      if (!locked(row, column)) return [row, column];
    }
  }
  return first;
}
