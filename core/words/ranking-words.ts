import type { CheckWords } from "./sheet-words";

/** Text on the sheets of units, points and ranks. `{}` is a place that the sheet fills by formula. */
export interface RankingWords {
  readonly units: {
    readonly title: string;
    readonly hint: string;
    readonly heads: Readonly<
      Record<"code" | "name" | "block" | "parent" | "standing" | "previousTotal" | "previousRank", string>
    >;
    readonly ranked: string;
    readonly encouraged: string;
    readonly checks: Readonly<
      Record<"code" | "name" | "block" | "parent" | "standing" | "previousTotal" | "previousRank", CheckWords>
    >;
  };
  readonly points: {
    readonly title: string;
    readonly hint: string;
    readonly heads: Readonly<
      Record<"code" | "name" | "block" | "standing" | "total" | "max" | "percent" | "band" | "note", string>
    >;
    readonly maxRow: string;
    /** Stands for the block of a unit that has none. */
    readonly noBlock: string;
    readonly notes: Readonly<
      Record<"unlisted" | "newBlock" | "wrong" | "max" | "none" | "missing" | "encouraged" | "full", string>
    >;
    readonly checks: {
      readonly points: (name: string, min: string, max: string) => CheckWords;
      readonly max: (max: string) => CheckWords;
      readonly computed: CheckWords;
    };
  };
  readonly ranks: {
    readonly annex: string;
    readonly title: string;
    /** Waits for the number and day of the decision that the annex belongs to. */
    readonly attached: string;
    readonly heads: Readonly<
      Record<
        | "number" | "name" | "block" | "points" | "max" | "percent" | "band" | "rank" | "overall" | "previousRank"
        | "rankDelta" | "totalDelta",
        string
      >
    >;
    readonly rankBy: (indicator: string) => string;
    /** Stand in place of a rank. */
    readonly encouraged: string;
    readonly none: string;
    readonly legend: string;
    /** Said where the rows are out of order: with one block, with several. */
    readonly outOfOrder: string;
    readonly outOfOrderBlocks: string;
    readonly summary: {
      readonly title: string;
      readonly heads: Readonly<Record<"band" | "count" | "share", string>>;
      readonly all: string;
      readonly bandless: string;
      readonly counted: string;
      readonly ranked: string;
      readonly mean: string;
    };
    readonly checks: { readonly computed: CheckWords; readonly letterhead: CheckWords };
    readonly preparedBy: string;
    readonly preparedHint: string;
  };
}
