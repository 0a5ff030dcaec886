import { HostError } from "../../core/sheet/host";
import type { ExcelRequests } from "./excel-host-request";

type Field = "values" | "valueTypes" | "formulas" | "numberFormat";

/** Cells of a sheet, named by its id, and what is asked of them. */
export interface Wanted {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly fields: readonly Field[];
}

/** What was asked of cells, line by line; a field that was not asked for is empty. */
export type Given = Readonly<Record<Field, unknown[][]>>;

/** Cells of one request where all at once are too many, and the fewest that are tried. */
const piece = 20000;
const smallestPiece = 500;

const nothing = (): Given => ({ values: [], valueTypes: [], formulas: [], numberFormat: [] });

export const cellsOf = (wanted: readonly Wanted[]): number =>
  wanted.reduce((sum, { rows, columns }) => sum + rows * columns, 0);

/** Queues what is asked of each range; what is returned gives it, once the request is answered. */
export function askFor(context: Excel.RequestContext, wanted: readonly Wanted[]): () => Given[] {
  const ranges = wanted.map(({ id, row, column, rows, columns, fields }) =>
    context.workbook.worksheets.getItem(id).getRangeByIndexes(row, column, rows, columns).load(fields.join()));
  return () => ranges.map((range, k): Given => ({
    ...nothing(), ...Object.fromEntries(wanted[k]!.fields.map((field) => [field, range[field]])),
  }));
}

/** Reads cells in as many requests as Excel asks for. */
export class PieceReader {
  /** Cells of a request that Excel last gave. */
  private size = piece;

  constructor(private readonly requests: ExcelRequests) {}

  /** Whether so many cells are no more than one request of a large workbook. */
  fits(cells: number): boolean {
    return cells <= this.size;
  }

  async read(wanted: readonly Wanted[]): Promise<Given[]> {
    const given = wanted.map(nothing);
    for (let left: readonly Part[] = wanted.map((each, of) => ({ ...each, of })); left.length > 0; ) {
      const { now, later } = cut(left, this.size);
      try {
        const answers = await this.requests.send((context) => askFor(context, now));
        answers().forEach((lines, k) => {
          const { of, fields } = now[k]!;
          for (const field of fields) given[of]![field].push(...lines[field]);
        });
        left = later;
      } catch (error) {
        if (!(error instanceof HostError) || error.code !== "too-big" || this.size <= smallestPiece) throw error;
        this.size = Math.ceil(this.size / 2);
      }
    }
    return given;
  }
}

interface Part extends Wanted {
  /** Place among all that is wanted. */
  readonly of: number;
}

/** What makes up one request of about `size` cells, at least a row, and what is left for later ones. */
function cut(wanted: readonly Part[], size: number): { now: Part[]; later: Part[] } {
  const now: Part[] = [];
  let first = 0;
  for (let room = size; first < wanted.length; first++) {
    const next = wanted[first]!;
    const rows = Math.min(next.rows, Math.max(now.length === 0 ? 1 : 0, Math.floor(room / next.columns)));
    if (rows === 0) break;
    now.push({ ...next, rows });
    room -= rows * next.columns;
    if (rows === next.rows) continue;
    return { now, later: [{ ...next, row: next.row + rows, rows: next.rows - rows }, ...wanted.slice(first + 1)] };
  }
  return { now, later: wanted.slice(first) };
}
