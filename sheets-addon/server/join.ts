import type { Area } from "../../core/sheet/address";

/** The smallest area around others, of which there is at least one. */
export function around(areas: readonly Area[]): Area {
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  return {
    row, column,
    rows: Math.max(...areas.map((area) => area.row + area.rows)) - row,
    columns: Math.max(...areas.map((area) => area.column + area.columns)) - column,
  };
}

/** Where cells of one column that are written stand, with the free ones between them: rows from `from` until before `to`. */
interface Run {
  readonly from: number;
  readonly to: number;
}

function runsOf(rows: readonly number[], isFree: (row: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    let next = last?.to ?? row + 1;
    while (next < row && isFree(next)) next++;
    if (last !== undefined && next >= row) runs[runs.length - 1] = { from: last.from, to: row + 1 };
    else runs.push({ from: row, to: row + 1 });
  }
  return runs;
}

/** Fewer areas around all cells of some: they reach down over cells that are free, and neighbours of one height are one. */
export function joined(areas: readonly Area[], isFree: (row: number, column: number) => boolean): Area[] {
  const columns = new Map<number, number[]>();
  for (const { row, column, rows, columns: count } of areas) {
    for (let j = column; j < column + count; j++) {
      let own = columns.get(j);
      if (own === undefined) columns.set(j, (own = []));
      for (let i = row; i < row + rows; i++) own.push(i);
    }
  }
  const found: Area[] = [];
  let open = new Map<string, number>();
  let last = -1;
  for (const column of [...columns.keys()].sort((a, b) => a - b)) {
    const next = new Map<string, number>();
    for (const { from, to } of runsOf(columns.get(column)!.sort((a, b) => a - b), (row) => isFree(row, column))) {
      const key = `${from} ${to}`;
      const left = column === last + 1 ? open.get(key) : undefined;
      if (left === undefined) next.set(key, found.push({ row: from, column, rows: to - from, columns: 1 }) - 1);
      else {
        found[left] = { ...found[left]!, columns: found[left]!.columns + 1 };
        next.set(key, left);
      }
    }
    open = next;
    last = column;
  }
  return found;
}
