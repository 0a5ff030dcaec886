/** What a check says on entry and on refusal; the title is put in front by the sheet. */
export interface CheckWords {
  readonly prompt: string;
  readonly error: string;
}

/** What a form calls its parts: to write it, and to find one's way in one that was written. */
export interface FormWords {
  readonly heads: Readonly<
    Record<
      | "code" | "name" | "rule" | "max" | "answer" | "unit" | "self" | "status" | "evidence" | "explanation"
      | "reviewed" | "reason" | "final",
      string
    >
  >;
  readonly agency: string;
  readonly unitName: string;
  readonly motto: string;
  readonly mottoLine: string;
  readonly title: string;
  readonly decision: (decision: string) => string;
  readonly unitCode: string;
  readonly period: string;
  readonly periodOf: (year: string) => string;
  readonly total: string;
  /** Before the total at the head of the form. */
  readonly points: string;
  readonly percent: string;
  readonly band: string;
  readonly progress: string;
  readonly pillar: (name: string) => string;
  readonly placeDate: (year: string) => string;
  readonly preparedBy: string;
  readonly head: string;
  readonly signHint: string;
  readonly footer: string;
  readonly askedProof: (proof: string) => string;
  readonly notApplicable: string;
  /** Labels of inputs whose text gives none. */
  readonly input: Readonly<Record<"list" | "number" | "whole" | "share" | "points", string>>;
  /** How the question of a precondition and of a waiver is called. */
  readonly condition: string;
  readonly waiver: string;
  readonly units: Readonly<Record<"share" | "points", string>>;
  readonly part: (number: string) => string;
}

/**
 * Text that stands on sheets. `{}` in a text is a place that the sheet fills by formula, so that numbers show as this
 * computer writes them.
 */
export interface SheetWords {
  readonly form: FormWords;
  readonly status: {
    readonly full: string;
    readonly unscored: string;
    readonly notApplicable: string;
    readonly notApplicableReason: string;
    readonly notApplicableOnly: string;
    readonly wrong: string;
    readonly wrongOne: string;
    readonly missing: string;
    readonly blank: string;
    readonly unchosen: string;
    readonly direct: string;
    readonly relative: string;
    readonly silent: string;
    readonly excluded: string;
    readonly negativeUnder: string;
    readonly evidence: string;
    readonly evidenceOrWords: string;
    readonly clamped: string;
    /** Before what is scored and still to be looked at. */
    readonly look: string;
    readonly reviewRange: string;
    readonly reviewReason: string;
    readonly notNumber: string;
    readonly notInList: string;
    readonly notWhole: string;
    readonly range: string;
    readonly shareRange: string;
    readonly negative: string;
    readonly tooLarge: string;
    readonly cellError: string;
    readonly left: string;
    readonly done: string;
  };
  readonly checks: {
    readonly list: CheckWords;
    readonly number: CheckWords;
    readonly whole: (max: string | null) => CheckWords;
    readonly share: CheckWords;
    readonly points: (min: string, max: string) => CheckWords;
    readonly reviewed: (min: string, max: string) => CheckWords;
    readonly evidence: (asked: string) => CheckWords;
    readonly explanation: CheckWords;
    readonly reason: CheckWords;
    readonly notApplicable: CheckWords;
    readonly letterhead: CheckWords;
  };
  readonly store: { readonly note: string };
  readonly log: {
    readonly heads: Readonly<Record<"when" | "what" | "unit" | "code" | "name" | "part" | "value", string>>;
    readonly parked: string;
    readonly reworded: string;
    readonly returned: string;
    readonly note: string;
    /** A line of what was taken back, and what each operation is called there. */
    readonly back: string;
    readonly operations: Readonly<
      Record<"confirm" | "build" | "rebuild" | "units" | "rank" | "rule" | "convert" | "settings" | "preset" | "repair", string>
    >;
    readonly repaired: string;
    readonly gaveWay: string;
    /** A formula elsewhere that reads rows which moved. */
    readonly far: string;
    /** Many cells of a column in one line: `first` says what was done in the first; `computed` of them held what was computed, "" for none. */
    readonly column: (name: string, count: string, first: string, computed: string) => string;
    readonly parts: Readonly<Record<"evidence" | "explanation" | "reviewed" | "reason" | "notApplicable", string>>;
  };
}
