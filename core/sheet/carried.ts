/** What a part of a file is that a sheet brings along, unread and unchanged. */
export type CarriedKind =
  | "drawing" | "chart" | "chart-ex" | "chart-style" | "chart-colors" | "chart-theme" | "chart-shapes" | "picture"
  | "comments" | "notes" | "threads" | "persons";

export interface CarriedPart {
  readonly kind: CarriedKind;
  /** Of a picture: how its file ends, in small letters, without the dot. */
  readonly extension?: string;
  /** The part's bytes, each as one letter of code 0 to 255. */
  readonly bytes: string;
  /** By which name the part calls others of the same list. */
  readonly relations: readonly { readonly id: string; readonly part: number }[];
}

/** Runs of rows or columns in their present order: the first of each as the file numbered it (from 0; null: new), and how many. */
export type Lines = readonly (readonly [first: number | null, count: number])[];

/** What a sheet brought from its file that is neither shown nor changed: charts, pictures, comments. */
export interface Carried {
  /** The sheet's name in the file, which is how charts call it. */
  readonly name: string;
  readonly parts: readonly CarriedPart[];
  /** Where rows and columns went since; absent: nowhere. What follows the last run follows it on. */
  readonly rows?: Lines;
  readonly columns?: Lines;
}
