import type { Exact } from "../number/exact";

/** A unit (đơn vị) that is measured. */
export interface Unit {
  /** Differs from every other unit's by more than case; free of `*`, `?` and `~`, which spreadsheets read as patterns. */
  readonly code: string;
  readonly name: string;
  /** The block (khối) it is ranked in; "" where the list has no blocks. */
  readonly block: string;
  /** False for encouraged units (khuyến khích): scored, shown, not ranked. */
  readonly ranked: boolean;
  /** The unit or place it belongs to, as the list writes it. */
  readonly parent?: string;
  /** Result of the period before, where the list gives it. */
  readonly previous?: { readonly total: Exact | null; readonly rank: number | null };
}

/** What a unit brings to a ranking: its final points, its own maximum, both per indicator. */
export interface Entry {
  readonly unit: Unit;
  /** Null where the unit has no score at all. */
  readonly total: Exact | null;
  /** The unit's own maximum: what does not apply to it is taken out. */
  readonly max: Exact;
  /** By the indicator's id. */
  readonly indicators: ReadonlyMap<string, IndicatorPoints>;
}

export interface IndicatorPoints {
  readonly points: Exact | null;
  readonly max: Exact;
}
