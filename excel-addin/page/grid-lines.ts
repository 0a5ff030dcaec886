import type { Carried, Lines } from "../../core/sheet/carried";
import type { Workbook } from "../../core/sheet/workbook";
import { linesWith, linesWithout } from "./lines";

interface Range {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

interface Params {
  readonly subUnitId?: string;
  readonly range?: Range;
  readonly sourceRange?: Range;
  readonly targetRange?: Range;
}

type Axis = "rows" | "columns";

const STEPS: Readonly<Record<string, readonly [axis: Axis, work: "put" | "remove" | "move"]>> = {
  "sheet.mutation.insert-row": ["rows", "put"], "sheet.mutation.insert-col": ["columns", "put"],
  "sheet.mutation.remove-rows": ["rows", "remove"], "sheet.mutation.remove-col": ["columns", "remove"],
  "sheet.mutation.move-rows": ["rows", "move"], "sheet.mutation.move-columns": ["columns", "move"],
};
const REPLAYS = /\.command\.(undo|redo)$/;

/** Keeps account of where people moved rows and columns of sheets that carry something which hangs on them. */
export class GridLines {
  private sheets = new Map<string, Partial<Record<Axis, Lines>>>();
  /** What was taken out, the last one last: undo puts it back. */
  private gone: { readonly id: string; readonly axis: Axis; readonly at: number; readonly lines: Lines }[] = [];
  private replaying = false;

  /** Another workbook stands in the grid; its sheets' ids are those of their places. */
  begin({ sheets }: Workbook, idOf: (place: number) => string): void {
    this.gone = [];
    this.sheets = new Map(sheets.flatMap(({ carried }, i) =>
      carried === undefined ? [] : [[idOf(i), {
        ...(carried.rows === undefined ? {} : { rows: carried.rows }), ...(carried.columns === undefined ? {} : { columns: carried.columns }),
      }] as const]));
  }

  /** What a sheet carries, with where its lines stand now. */
  now(id: string, carried: Carried): Carried {
    return { ...carried, ...this.sheets.get(id) };
  }

  before(id: string, isCommand: boolean): void {
    if (isCommand) this.replaying = REPLAYS.test(id);
  }

  heard(id: string, params: Params): void {
    if (REPLAYS.test(id)) this.replaying = false;
    const own = this.sheets.get(params.subUnitId ?? "");
    const step = STEPS[id];
    if (own === undefined || step === undefined) return;
    const [axis, work] = step;
    const ends = (range: Range | undefined): [at: number, count: number] => {
      const { startRow, endRow, startColumn, endColumn } = range!;
      return axis === "rows" ? [startRow, endRow - startRow + 1] : [startColumn, endColumn - startColumn + 1];
    };
    if (work === "move") {
      const [at, count] = ends(params.sourceRange);
      const [to] = ends(params.targetRange);
      const { lines, gone } = linesWithout(own[axis], at, count);
      own[axis] = linesWith(lines, to > at ? to - count : to, gone);
      return;
    }
    const [at, count] = ends(params.range);
    if (work === "remove") {
      const { lines, gone } = linesWithout(own[axis], at, count);
      own[axis] = lines;
      this.gone.push({ id: params.subUnitId!, axis, at, lines: gone });
      return;
    }
    const last = this.gone[this.gone.length - 1];
    const back = this.replaying && last?.id === params.subUnitId && last?.axis === axis && last.at === at &&
      last.lines.reduce((sum, [, own2]) => sum + own2, 0) === count;
    own[axis] = linesWith(own[axis], at, back ? this.gone.pop()!.lines : [[null, count]]);
  }
}
