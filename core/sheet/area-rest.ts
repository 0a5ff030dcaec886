import type { Area } from "./address";

/** Columns of a row from `from` until before `to`. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is left of a span between columns, which come in their order and may come twice. */
function between({ from, to }: Span, columns: readonly number[]): Span[] {
  const left: Span[] = [];
  let next = from;
  for (const column of columns) {
    if (column < from || column >= to) continue;
    if (column > next) left.push({ from: next, to: column });
    next = column + 1;
  }
  if (next < to) left.push({ from: next, to });
  return left;
}

/** Areas without some cells, in as many as there are rows of these that differ from the row above, and gaps in them. */
export function spared(areas: readonly Area[], cells: readonly { readonly row: number; readonly column: number }[]): Area[] {
  const byRow = new Map<number, number[]>();
  for (const { row, column } of cells) {
    const own = byRow.get(row);
    if (own === undefined) byRow.set(row, [column]);
    else own.push(column);
  }
  const rows = [...byRow].sort(([a], [b]) => a - b);
  for (const [, columns] of rows) columns.sort((a, b) => a - b);
  return areas.flatMap((area) => {
    const span = { from: area.column, to: area.column + area.columns };
    const end = area.row + area.rows;
    const left: Area[] = [];
    let band = { row: area.row, spans: [span] };
    const open = (row: number, spans: Span[]): void => {
      const isSame = spans.length === band.spans.length && spans.every(({ from, to }, k) => from === band.spans[k]!.from && to === band.spans[k]!.to);
      if (isSame) return;
      if (row > band.row) left.push(...band.spans.map(({ from, to }) => ({ row: band.row, column: from, rows: row - band.row, columns: to - from })));
      band = { row, spans };
    };
    let next = area.row;
    for (const [row, columns] of rows) {
      if (row < area.row || row >= end) continue;
      if (row > next) open(next, [span]);
      open(row, between(span, columns));
      next = row + 1;
    }
    if (next < end) open(next, [span]);
    open(end, []);
    return left;
  });
}
