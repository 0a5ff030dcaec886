/** `input` is the input's stable name ("a", "2.b"), `label` what it asks for in the text's words, "" where it has none. */
interface AtInput {
  readonly input: string;
  readonly label: string;
}

export interface ScoringIssues {
  /** An input of the criterion is empty. */
  "input-blank": AtInput;
  /** Nothing is chosen in a dropdown. */
  "choice-blank": AtInput;
  /** Text, a truth value or a date's words where a number is needed. */
  "input-not-number": AtInput & { readonly text: string };
  "input-not-whole": AtInput & { readonly text: string };
  /** Outside what the input may hold; all three as plain decimals. A share is a part of 1. */
  "input-out-of-range": AtInput & {
    readonly text: string; readonly min: string; readonly max: string; readonly share?: true;
  };
  "input-not-in-list": AtInput & { readonly text: string; readonly options: readonly string[] };
  /** The cell shows an error of its own, such as #REF!. */
  "input-cell-error": AtInput & { readonly text: string };
  /** An input that the criterion does not have; `known` are the names it has. */
  "input-unknown": { readonly input: string; readonly known: readonly string[] };
  /** A ratio whose denominator is 0, and a text that does not say what then. */
  "denominator-zero": AtInput;
  /** A ratio whose denominator is a difference that fell below 0. */
  "denominator-negative": AtInput;
  /** A ratio above 1, counted as 1. */
  "ratio-above-one": { readonly input: string; readonly over: string; readonly under: string };
  /** The criterion is measured against the other units: a second pass. */
  "relative-pending": Record<never, never>;
  /** Proof is required and none is named: the claimed points count as 0. */
  "evidence-missing": { readonly claimed: string };
  /** Proof is missing and nothing explains why. */
  "explanation-missing": Record<never, never>;
  "not-applicable-reason-missing": Record<never, never>;
  /** The rubric does not let a criterion be left out. */
  "not-applicable-refused": Record<never, never>;
  "review-not-number": { readonly text: string };
  "review-out-of-range": { readonly text: string; readonly min: string; readonly max: string };
  /** Reviewed points differ from the self score and no reason is given. */
  "review-reason-missing": { readonly self: string; readonly reviewed: string };
}
