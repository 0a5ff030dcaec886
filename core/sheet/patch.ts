import type { Address, Area } from "./address";
import type { CellValue, ColorScale, Conditional, Print, Protection, SheetState, Style, Validation } from "./workbook";

/** One cell of a block: `null` leaves the cell as it is; `v: null` empties it. Text is always written as text. */
export type Write = null | { readonly v: string | number | boolean | null } | { readonly f: string; readonly v: CellValue };

export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly Write[])[];
}

/** What is to change in one sheet. A host applies the parts in the order of the fields. */
export interface SheetPatch {
  readonly sheet: string;
  /** The sheet is made where the workbook lacks it; otherwise a missing sheet refuses the patch. */
  readonly create?: boolean;
  /** Place among the sheets, from 0, when it is made. */
  readonly position?: number;
  readonly state?: SheetState;
  /** Areas emptied first: contents, looks, checks and merges. Formats by condition stay. */
  readonly clear?: readonly Area[];
  readonly styles?: readonly { readonly area: Area; readonly style: Style }[];
  readonly blocks?: readonly Block[];
  readonly merges?: readonly Area[];
  readonly validations?: readonly { readonly area: Area; readonly rule: Validation }[];
  /** All conditional formats of ours on the sheet, told by `own-formats.ts`; those of people stay. Absent leaves all. */
  readonly conditionals?: readonly Conditional[];
  /** All heat colours of ours on the sheet; those of people stay. Absent leaves all. */
  readonly scales?: readonly ColorScale[];
  readonly columns?: readonly { readonly column: number; readonly width?: number; readonly hidden?: boolean }[];
  readonly rows?: readonly { readonly row: number; readonly height?: number; readonly hidden?: boolean }[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly filter?: Area;
  readonly print?: Print;
  readonly tab?: string;
  /** `null` takes protection off. */
  readonly protection?: Protection | null;
  /** The sheet is deleted, and nothing else of this part is done; one that is missing already is as it should be. */
  readonly remove?: true;
}

const fills: readonly string[] = ["sheet", "blocks"] satisfies (keyof SheetPatch)[];

/**
 * Whether a part of a patch only fills cells of a sheet that stands, which every host does whole or not at all; `also`
 * are fields that do not count. One that is there without a value says nothing.
 */
export const onlyFills = (part: SheetPatch, also: readonly (keyof SheetPatch)[] = []): boolean =>
  Object.entries(part).every(([key, value]) => value === undefined || fills.includes(key) || (also as readonly string[]).includes(key));

/** Cells and the values a patch was computed from; a host that finds others refuses the patch. */
export interface Expect {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
}

/** Whether a whole sheet is expected: more than a column, from the first cell on. */
export const expectsWhole = ({ row, column, values }: Expect): boolean =>
  row === 0 && column === 0 && values.some((line) => line.length > 1);

/** What is to be written, as plain data. */
export interface Patch {
  readonly expect: readonly Expect[];
  readonly sheets: readonly SheetPatch[];
  readonly show?: Address;
}
