import type { Area } from "../../core/sheet/address";

interface Run<T> {
  readonly value: T;
  readonly column: number;
  readonly columns: number;
}

/** Values laid over areas of a sheet, the later over the earlier. */
export class Layer<T> {
  private readonly rows = new Map<number, (T | undefined)[]>();

  lay({ row, column, rows, columns }: Area, value: T | undefined): void {
    for (let i = row; i < row + rows; i++) {
      let line = this.rows.get(i);
      if (line === undefined) this.rows.set(i, (line = []));
      for (let j = column; j < column + columns; j++) line[j] = value;
    }
  }

  at(row: number, column: number): T | undefined {
    return this.rows.get(row)?.[column];
  }

  /** The smallest area around all values; null where there are none. */
  bounds(): Area | null {
    let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
    this.rows.forEach((line, row) => {
      line.forEach((value, column) => {
        if (value === undefined) return;
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
        left = Math.min(left, column);
        right = Math.max(right, column);
      });
    });
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Rectangles that hold each value: runs along a row, joined with the same run in the row above. */
  areas(): Map<T, Area[]> {
    const found = new Map<T, Area[]>();
    let open = new Map<string, { value: T; index: number }>();
    let last = -1;
    for (const row of [...this.rows.keys()].sort((a, b) => a - b)) {
      const now = new Map<string, { value: T; index: number }>();
      for (const { value, column, columns } of runsOf(this.rows.get(row)!)) {
        const key = `${column} ${columns}`;
        const areas = found.get(value) ?? [];
        const above = row === last + 1 ? open.get(key) : undefined;
        if (above !== undefined && above.value === value) {
          const area = areas[above.index]!;
          areas[above.index] = { ...area, rows: area.rows + 1 };
          now.set(key, above);
        } else {
          now.set(key, { value, index: areas.length });
          areas.push({ row, column, rows: 1, columns });
          found.set(value, areas);
        }
      }
      open = now;
      last = row;
    }
    return found;
  }
}

function runsOf<T>(line: readonly (T | undefined)[]): Run<T>[] {
  const runs: Run<T>[] = [];
  for (let from = 0; from < line.length; ) {
    const value = line[from];
    let to = from + 1;
    while (to < line.length && line[to] === value) to++;
    if (value !== undefined) runs.push({ value, column: from, columns: to - from });
    from = to;
  }
  return runs;
}
