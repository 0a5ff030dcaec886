import type { UnitName } from "../app-port";
import type { Address } from "../sheet/address";
import type { Measure } from "./due";

/** What came of computing every score again. Numbers are plain decimals with `.`, never formatted. */
export interface Proof {
  /** Computed cells that were compared. */
  readonly cells: number;
  readonly forms: number;
  /** Units whose lines on the ranking sheets were compared. */
  readonly units: number;
  /** Criteria whose points were typed, as figures or as points of a whole indicator: taken as entered. */
  readonly entered: number;
  /** Criteria that wait for other units' results: they have no points of their own yet. */
  readonly waiting: number;
  /** Cells whose row or column is gone, and units that a ranking sheet has no line for. */
  readonly lost: number;
  readonly absent: number;
  /** The rubric was changed after the forms were built. */
  readonly outdated: boolean;
  /** By sheet, then by row; those that only follow from others are marked. */
  readonly differences: readonly Difference[];
  /** Decimal places that points are shown with. */
  readonly digits: number;
}

export const noProof: Proof = {
  cells: 0, forms: 0, units: 0, entered: 0, waiting: 0, lost: 0, absent: 0, outdated: false, differences: [], digits: 0,
};

/** A cell that does not show what the answers give. */
export interface Difference {
  readonly at: Address;
  readonly unit: UnitName | null;
  readonly measure: Measure;
  /** The row's code and name; "" in the rows of totals. */
  readonly code: string;
  readonly name: string;
  /** What stands there, and what should: a decimal, a text, "" for nothing. */
  readonly shown: string;
  readonly right: string;
  /** Text stands there. */
  readonly text: boolean;
  /** What the cell's points gain when it is right; null where it holds none. */
  readonly gain: string | null;
  readonly hidden: boolean;
  /** It is computed from other wrong cells, and right as soon as they are. */
  readonly follows: boolean;
  /** Of the unit on this sheet: its total and its rank as the sheet's totals give it; null where it has none. */
  readonly effect: Effect | null;
}

export interface Effect {
  readonly total: { readonly shown: string; readonly right: string };
  /** By the totals that the sheet shows, and by the right ones. */
  readonly rank: { readonly shown: number | null; readonly right: number | null } | null;
}
