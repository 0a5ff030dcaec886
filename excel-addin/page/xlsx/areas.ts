import type { Area } from "../../../core/sheet/address";

/** Blank rows and columns beyond the last cell that an area may still cover. */
export const SPARE_ROWS = 1000;
const SPARE_COLUMNS = 100;
/** Cells of all merged areas and checks together: a grid lays each out cell by cell. */
const MOST = 2000000;

/**
 * Keeps the areas of a file to what its sheets reach: one over a whole sheet has 17 thousand million cells, and a grid
 * goes through them.
 */
export class Areas {
  private taken = 0;
  /** Whether anything had to be cut or left out. */
  cut = false;

  /** The part of an area that lies on a sheet of so many rows and columns, or null where none does. */
  within(area: Area, rows: number, columns: number): Area | null {
    const high = Math.min(area.rows, rows + SPARE_ROWS - area.row);
    const wide = Math.min(area.columns, columns + SPARE_COLUMNS - area.column);
    if (high !== area.rows || wide !== area.columns) this.cut = true;
    return area.row >= 0 && area.column >= 0 && high > 0 && wide > 0 ? { ...area, rows: high, columns: wide } : null;
  }

  /** The same for an area that is laid out cell by cell: null also where all of them have become too much. */
  laidOut(area: Area, rows: number, columns: number): Area | null {
    const within = this.within(area, rows, columns);
    if (within === null) return null;
    return this.hasRoom(within) ? within : null;
  }

  /** A merged area stays whole or goes: one that was cut is not what anybody meant. */
  merged(area: Area, rows: number, columns: number): Area | null {
    const within = this.within(area, rows, columns);
    const whole = within !== null && within.rows === area.rows && within.columns === area.columns;
    return whole && this.hasRoom(within) ? within : null;
  }

  private hasRoom(within: Area): boolean {
    this.taken += within.rows * within.columns;
    if (this.taken <= MOST) return true;
    this.taken -= within.rows * within.columns;
    this.cut = true;
    return false;
  }
}
