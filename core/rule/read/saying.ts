import type { Exact } from "../../number/exact";
import type { Relative } from "../rule";
import type { Ranged } from "./range";
import type { Worth } from "./product";
import type { Score } from "./score";
import type { Terms } from "./terms";
import type { Token } from "./token";

/** What must hold for a score: words, perhaps with numbers in them, perhaps with a meaning in brackets. */
export interface Case {
  readonly words: readonly Token[];
  readonly meaning?: readonly Token[];
  readonly ranged: Ranged | null;
  /** "Nếu không có …": the criterion has nothing to measure. */
  readonly waiver: boolean;
  /** "mỗi sáng kiến": the score is for each of these. */
  readonly each?: readonly Token[];
}

/** One thing that a text says. */
export type Saying =
  | { readonly kind: "define"; readonly name: string; readonly label: readonly Token[]; readonly unit?: string }
  | { readonly kind: "most"; readonly name: string; readonly most: string }
  | { readonly kind: "value"; readonly terms: Terms; readonly name?: string; readonly about?: readonly Token[] }
  | {
      readonly kind: "quotient";
      readonly over: readonly Token[];
      readonly under: readonly Token[];
      readonly about?: readonly Token[];
    }
  /** `about` is what "tỷ lệ" is of, where the text tells. */
  | { readonly kind: "formula"; readonly score: Score; readonly about?: readonly Token[] }
  /** By what is left of the ratio: "(1 - Tỷ lệ) × điểm tối đa". */
  | { readonly kind: "turned"; readonly score: Score }
  | { readonly kind: "branch"; readonly of: Case; readonly score: Score }
  /** The maximum less points for each of `of.each`. */
  | { readonly kind: "falling"; readonly of: Case; readonly score: Score }
  | { readonly kind: "head"; readonly words: readonly Token[] }
  | { readonly kind: "part"; readonly path: string; readonly share?: Worth; readonly label?: readonly Token[] }
  | { readonly kind: "period"; readonly names: readonly string[] }
  | { readonly kind: "sum" }
  | { readonly kind: "choose" }
  | { readonly kind: "question"; readonly label: readonly Token[] }
  | { readonly kind: "require"; readonly question: readonly Token[] }
  | { readonly kind: "unmet"; readonly worth: Worth }
  | { readonly kind: "zero"; readonly terms: readonly string[]; readonly give: Worth | "excluded" }
  | {
      readonly kind: "waiver";
      readonly when: { readonly figure: string } | { readonly question: readonly Token[] };
      readonly label: readonly Token[];
      readonly worth: Worth;
    }
  | { readonly kind: "excluded"; readonly words: readonly Token[] }
  | {
      readonly kind: "relative";
      readonly to: Relative["to"];
      readonly better: Relative["better"];
      readonly ratio: boolean;
    }
  | { readonly kind: "leader" }
  | { readonly kind: "direct"; readonly label: readonly Token[] | null; readonly said: boolean }
  | { readonly kind: "unscored" }
  | { readonly kind: "limit"; readonly worth: Worth }
  | { readonly kind: "confirmed"; readonly best: Exact | null; readonly least: Exact | null }
  | { readonly kind: "note" }
  | { readonly kind: "words"; readonly words: readonly Token[] };

/** A saying with the text it came from and the sentence it stands in. */
export type Statement = Saying & { readonly text: string; readonly sentence: number };

export type Of<K extends Statement["kind"]> = Extract<Statement, { readonly kind: K }>;

/** The statements of one kind, in order. */
export const of = <K extends Statement["kind"]>(statements: readonly Statement[], kind: K): Of<K>[] =>
  statements.filter((statement): statement is Of<K> => statement.kind === kind);
