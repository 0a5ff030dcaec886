import type { Area } from "./address";
import type { Carried } from "./carried";

/** A cell error as the workbook shows it, for example `#REF!`. */
interface CellError {
  readonly error: string;
}

/** What a cell holds: text, a number, TRUE or FALSE, nothing, or an error. Dates arrive as serial numbers. */
export type CellValue = string | number | boolean | null | CellError;

export type Align = "left" | "center" | "right";

/** How a cell looks. Absent fields leave the sheet's default. Colours are `RRGGBB`. */
export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly align?: Align;
  readonly vertical?: "top" | "middle" | "bottom";
  readonly indent?: number;
  /** Number format code, en-US. `@` is text. */
  readonly format?: string;
  readonly border?: "thin" | "none";
  readonly underline?: boolean;
  /** False lets a person type here when the sheet is protected. */
  readonly locked?: boolean;
}

export interface Cell {
  readonly v: CellValue;
  /** Formula, en-US, comma separated, without the leading `=`. `v` is then its cached value. */
  readonly f?: string;
  readonly s?: Style;
}

/** One dropdown or number check. `prompt` shows on entry, `error` on refusal; both in words. */
export type Validation = {
  readonly prompt: { readonly title: string; readonly text: string };
  readonly error: { readonly title: string; readonly text: string };
  /** The prompt without what only names the row, for a host that shares a check among rows; absent where it names none. */
  readonly brief?: string;
  readonly allowBlank: boolean;
} & (
  | { readonly kind: "list"; readonly options: readonly string[] }
  /** A dropdown whose members stand in cells, for lists longer than 255 characters. */
  | { readonly kind: "range"; readonly sheet: string; readonly area: Area }
  | { readonly kind: "number" | "whole"; readonly min: number; readonly max: number }
  | { readonly kind: "length"; readonly max: number }
);

/** A format shown where `formula` (written for the area's first cell) holds. */
export interface Conditional {
  readonly area: Area;
  readonly formula: string;
  readonly style: Style;
}

/** Heat colours over an area, from the lowest value's fill to the highest's. */
export interface ColorScale {
  readonly area: Area;
  readonly low: string;
  readonly high: string;
}

/** Protection without a password: what a person may still do. */
export interface Protection {
  readonly formatColumns: boolean;
  readonly formatRows: boolean;
  readonly filter: boolean;
  readonly sort: boolean;
}

export interface Print {
  readonly orientation: "portrait" | "landscape";
  readonly fitWidth: boolean;
  /** Rows repeated on every page, first and last, from 0. */
  readonly repeat?: readonly [number, number];
  /** Columns repeated on every page, first and last, from 0. */
  readonly repeatColumns?: readonly [number, number];
  /** Percent of the full size, where the width is not fitted. */
  readonly scale?: number;
  /** Columns that begin a page, where the width is not fitted. */
  readonly breaks?: readonly number[];
  readonly footer?: string;
  readonly area?: Area;
}

export type SheetState = "visible" | "hidden" | "veryHidden";

export interface Sheet {
  readonly name: string;
  readonly state: SheetState;
  /** `cells[row][column]`, from 0. Missing rows and cells are blank. */
  readonly cells: readonly (readonly (Cell | undefined)[] | undefined)[];
  /** `width` is what a file's `width` is: characters of the standard font, the cell's padding among them; see `width.ts`. */
  readonly columns: readonly ({ readonly width?: number; readonly hidden?: boolean } | undefined)[];
  /** `height` in points. */
  readonly rows: readonly ({ readonly height?: number; readonly hidden?: boolean } | undefined)[];
  readonly merges: readonly Area[];
  readonly validations: readonly { readonly area: Area; readonly rule: Validation }[];
  readonly conditionals: readonly Conditional[];
  readonly scales: readonly ColorScale[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly protection?: Protection;
  readonly print?: Print;
  readonly filter?: Area;
  readonly tab?: string;
  readonly carried?: Carried;
}

/** A workbook as plain data, the common ground of files, grids and tests. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly active: string | null;
  /** Custom document properties. */
  readonly properties: Readonly<Record<string, string>>;
}

export const emptyWorkbook: Workbook = { sheets: [], active: null, properties: {} };
