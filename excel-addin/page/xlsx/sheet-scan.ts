import { cellName, parseCellName } from "../../../core/sheet/address";
import type { Refuse } from "./file-error";
import { LIMITS } from "./limits";
import { MarkupError, type OnTag, attributesOf } from "./markup";
import { LAST_COLUMN, LAST_ROW, columnNumber } from "./sheet-size";

/** A cell as nearly every program writes it; others are read slowly. */
const PLAIN = /^\s+r="([A-Z]{1,3})([1-9]\d{0,6})"(?:\s+s="\d+")?(?:\s+t="([a-zA-Z]+)")?\s*$/;

/** What has been counted over all the sheets of a file. */
export class Tally {
  private readonly counts = { cells: 0, extent: 0, rules: 0 };

  constructor(private readonly refuse: Refuse) {}

  add(cap: keyof Tally["counts"], count: number): void {
    this.counts[cap] += count;
    if (this.counts[cap] > LIMITS[cap]) throw this.refuse("file-too-large", { cap, most: LIMITS[cap] });
  }

  /** Whether a sheet that reaches so far still has room beside the others. */
  holds(extent: number): boolean {
    return this.counts.extent + extent <= LIMITS.extent;
  }
}

/** Tags that stand for one area each, and those that list several. */
const SINGLE = new Set(["mergeCell", "cfRule", "hyperlink", "brk", "filterColumn", "filter"]);
const LISTED = new Set(["dataValidation", "conditionalFormatting"]);

/** Longest number of a text that is read. */
const LONGEST_NUMBER = 20;

interface SheetScan {
  readonly onTag: OnTag;
  onValue(piece: string): void;
  /** Cells, as `row,column`, that name a text which the file does not hold. */
  done(): ReadonlySet<string>;
}

/**
 * Counts what a sheet's part holds, tag by tag, before a reader lays it out: cells in order and each once, how far they
 * reach, areas and columns, and the texts that they name among so many.
 * @throws {FileError} `file-cells-order`, `file-far-cell`, `file-too-large`; `file-damaged` where the number of a text is none; {MarkupError} where a place is none.
 */
export function sheetScan(sheet: string, texts: number, tally: Tally, refuse: Refuse): SheetScan {
  let row = 0;
  let column = 0;
  let rows = 0;
  let columns = 0;
  let spans = 0;
  const missing = new Set<string>();
  /** The number of the text that the cell in hand names; null where it names none. */
  let text: string | null = null;

  const settle = (): void => {
    if (text === null) return;
    const number = text.trim();
    if (number !== "" && (!/^\d+$/.test(number) || number.length > LONGEST_NUMBER)) throw refuse("file-damaged", { part: sheet });
    if (number === "" || Number(number) >= texts) missing.add(`${row - 1},${column - 1}`);
    text = null;
  };

  const onRow = (written: string): void => {
    settle();
    const named = attributesOf(written).get("r");
    const next = named === undefined ? row + 1 : /^[1-9]\d{0,6}$/.test(named) ? Number(named) : NaN;
    if (!(next <= LAST_ROW)) throw new MarkupError("broken");
    if (next <= row) throw refuse("file-cells-order", { sheet, cell: cellName(next - 1, 0) });
    row = next;
    column = 0;
  };

  const onCell = (written: string): void => {
    settle();
    const quick = PLAIN.exec(written);
    const attributes = quick === null ? attributesOf(written) : null;
    const named = attributes?.get("r");
    const parsed = named === undefined ? null : parseCellName(named);
    if (named !== undefined && parsed === null) throw new MarkupError("broken");
    const at = quick !== null ? [Number(quick[2]), columnNumber(quick[1]!)] as const
      : parsed !== null ? [parsed.row + 1, parsed.column + 1] as const : [row, column + 1] as const;
    if (row === 0 || at[0] > LAST_ROW || at[1] > LAST_COLUMN) throw new MarkupError("broken");
    if (at[0] !== row || at[1] <= column) throw refuse("file-cells-order", { sheet, cell: cellName(at[0] - 1, at[1] - 1) });
    column = at[1];
    if ((attributes === null ? quick![3] : attributes.get("t")) === "s") text = "";
    tally.add("cells", 1);
    rows = row;
    columns = Math.max(columns, column);
    if (!tally.holds(rows * columns)) throw refuse("file-far-cell", { sheet, cell: cellName(row - 1, column - 1) });
  };

  const onColumn = (written: string): void => {
    const attributes = attributesOf(written);
    const bound = (name: string): number => Math.min(Number(attributes.get(name) ?? NaN), LAST_COLUMN);
    spans += Math.max(0, bound("max") - bound("min") + 1);
    // Columns that are described twice are no program's work.
    if (!(spans <= 2 * LAST_COLUMN)) throw new MarkupError("broken");
    tally.add("rules", 1);
  };

  return {
    onTag(name, written, within) {
      // Buttons on a sheet have rows and columns of their own.
      if (name === "c" && within.includes("sheetData")) onCell(written);
      else if (name === "row" && within.includes("sheetData")) onRow(written);
      else if (name === "col" && within.includes("cols")) onColumn(written);
      else if (SINGLE.has(name)) tally.add("rules", 1);
      else if (LISTED.has(name)) tally.add("rules", (attributesOf(written).get("sqref") ?? "").trim().split(/\s+/).length);
    },
    onValue(piece) {
      if (text !== null && text.length <= LONGEST_NUMBER) text += piece;
    },
    done() {
      settle();
      tally.add("extent", rows * columns);
      return missing;
    },
  };
}
