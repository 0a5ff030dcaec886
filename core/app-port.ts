import type { Issue } from "./issue/issue";
import type { Operation } from "./form/back-mark";
import type { RuleDraft } from "./rule/draft";
import type { Input } from "./rule/inputs";
import type { Rubric, Settings } from "./rubric/rubric";
import type { Address, Area } from "./sheet/address";
import type { Asked, Guards } from "./sheet/host";
import type { Patch } from "./sheet/patch";
import type { WhyStep } from "./scoring/why";
import type { CheckText } from "./check/tell";
import type { Proof } from "./proof/proof";
import type { ProofText } from "./proof/tell";
import type { Language, Snapshot } from "./sheet/snapshot";

/** What the panel asks of the core. All of it is pure; numbers are plain decimals with `.` ("71.25"), never formatted. */
export interface App {
  /** What the workbook holds. Called after each edit. */
  look(snapshot: Snapshot): Status;
  /** The reading of the table around the selection, else of the first table found; `ticks` are agreed assumptions' ids. */
  readTable(snapshot: Snapshot, ticks: ReadonlySet<string>): Preview;
  /** Writes sheet `Bộ chỉ số`. A criterion with an assumption that is not ticked takes a direct score. */
  confirm(snapshot: Snapshot, preview: Preview): Outcome;
  /** The forms of the units in `choice`, in place where they stand already: no answer is lost. */
  build(snapshot: Snapshot, choice: BuildChoice): Run<Outcome & { readonly report: BuildReport }>;
  /** Puts an empty list of units into the workbook, to be typed or pasted into. */
  listUnits(snapshot: Snapshot): Outcome;
  rank(snapshot: Snapshot): Run<Outcome & { readonly units: number }>;
  /** Computes every score again from the answers and names the cells that show another. Writes nothing. */
  prove(snapshot: Snapshot): Run<Proven>;
  /** Why a criterion has its points; `unit` is a unit's code, null where the workbook holds one form. */
  why(snapshot: Snapshot, criterion: string, unit: string | null): Why | null;
  /** The same for the row that a cell stands in; null where it is not a criterion's. */
  whyAt(snapshot: Snapshot, at: Address): Why | null;
  /** The rule that a draft spells, live; without a draft, the one that fits the rule as it stands. A problem where its row is gone. */
  refine(snapshot: Snapshot, criterion: string, draft: RuleDraft | null): Refinement | Finding;
  /** Writes the draft's canonical text into the criterion's rule cell, of the rubric or, before it, of the table. */
  applyRule(snapshot: Snapshot, criterion: string, draft: RuleDraft): Outcome;
  /** Mends what needs no thinking: "3,5" as text to a number, a list member to its exact spelling. */
  convert(snapshot: Snapshot, findings: readonly Finding[]): Outcome;
  settings(snapshot: Snapshot, settings: Settings): Outcome;
  /**
   * Takes the last operation back, which cannot be taken back itself. Answers stay as they are now; `findings` say what
   * was left as it is, and why.
   */
  takeBack(snapshot: Snapshot): Outcome;
  /** Ends a write that a host died in the middle of. Until then nothing else is written. */
  resume(snapshot: Snapshot): Outcome;
  /** What a host is asked to tell before `check` and `repair`. */
  asks(snapshot: Snapshot): Run<readonly Asked[]>;
  /**
   * Every cell of ours against what would be written now. `guards` are what the host answered to `asks`; null where it
   * cannot tell, and then checks, locks, formats and colours are not looked at.
   */
  check(snapshot: Snapshot, guards: readonly (Guards | null)[] | null): Run<CheckReport & Checked>;
  /** Mends all that `check` finds and that can be mended. No answer is lost; what gave way goes to the log. */
  repair(snapshot: Snapshot, guards: readonly (Guards | null)[] | null): Run<Outcome & Checked & { readonly repaired: Repaired }>;
  presets(): readonly PresetName[];
  /** Puts a preset's table into the workbook, as its annex would be pasted. */
  preset(snapshot: Snapshot, id: string): Outcome;
  /** Known band schemes, to choose from in the settings. */
  schemes(): readonly BandScheme[];
}

/** What is to be written, with the problems met; without a patch nothing can be written and the problems say why. */
export interface Outcome {
  readonly patch: Patch | null;
  readonly findings: readonly Finding[];
}

/** A proof with its sentences in every language. */
export interface Proven extends Proof {
  readonly told: Readonly<Record<Language, ProofText>>;
}

/** Done at once, or a piece at a time so that the panel can show how far it is, and stop. */
export type Run<T> = T | Generator<Progress, T, void>;

export interface Progress {
  readonly done: number;
  readonly of: number;
}

/**
 * `nothing`: no table, rubric or form; `table`: a criteria table not yet confirmed; `rubric`: confirmed, no form;
 * `form`: a form with gaps; `full`: nothing left to do in it; `units`: several units to receive and rank; `unfinished`: a
 * write was begun and not ended.
 */
export type Stage = "unfinished" | "nothing" | "table" | "rubric" | "form" | "full" | "units";

export interface Status {
  readonly stage: Stage;
  /** The unit whose form is in hand; null where there is none. */
  readonly unit: UnitName | null;
  /** "" where not known. */
  readonly year: string;
  readonly rubric: { readonly title: string; readonly decision: string; readonly criteria: number } | null;
  /** A table found but not confirmed: its criteria, its points, the rows that wait for a tick or a rule. */
  readonly table: {
    readonly criteria: number; readonly points: string; readonly toConfirm: number; readonly unread: number;
  } | null;
  /** Of the form in hand. */
  readonly totals: Totals | null;
  readonly progress: { readonly filled: number; readonly total: number } | null;
  /** In the order of the sheet. */
  readonly findings: readonly Finding[];
  readonly groups: readonly GroupScore[];
  /** Every form in the workbook. */
  readonly forms: readonly FormName[];
  /** How many of `forms` have a criterion that is not filled in. */
  readonly incomplete: number;
  /** The form in hand, one of `forms`; null where there is none. */
  readonly form: string | null;
  /** The units of sheet `Đơn vị`, each with `hasForm`; null where there is no such sheet. */
  readonly units: { readonly list: readonly UnitName[]; readonly received: number; readonly ranked: boolean } | null;
  /** For the selected row. */
  readonly why: Why | null;
  readonly settings: Settings | null;
  /** The last operation, where it can be taken back, and when it was done (`2026-11-22T08:30`). */
  readonly back: { readonly what: Operation; readonly at: string } | null;
}

export interface UnitName {
  readonly code: string;
  readonly name: string;
  /** Set where units are listed: its form stands in this workbook. */
  readonly hasForm?: boolean;
}

export interface FormName {
  readonly id: string;
  readonly unit: UnitName;
  readonly at: Address;
}

export interface Totals {
  /** Final points: reviewed where given, else the unit's own. */
  readonly points: string;
  /** The unit's own points, where a review changed them. */
  readonly self: string | null;
  readonly max: string;
  /** 0 to 100, rounded as the form prints it; null where the maximum is 0. */
  readonly percent: string | null;
  /** Null while the rubric has no bands. */
  readonly band: string | null;
  /** Points missing to the next band; null in the highest. */
  readonly toNext: { readonly points: string; readonly band: string } | null;
  readonly rank: { readonly rank: number; readonly of: number } | null;
  /** Decimal places that points are shown with. */
  readonly digits: number;
}

/** A group of the first level; `points` null while nothing is filled, `max` "0" where it is not scored. */
export interface GroupScore {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly points: string | null;
  readonly max: string;
  readonly at: Address | null;
}

/** What a person does about a problem; the panel's lists are grouped by it, in this order. */
export type Todo = "blank" | "value" | "evidence" | "reason" | "formula" | "sheet" | "rule" | "table" | "unit" | "note";

/** A problem with its way out. */
export interface Finding {
  /** The same while the problem is the same. */
  readonly id: string;
  readonly issue: Issue;
  readonly todo: Todo;
  readonly at: Address | null;
  /** `convert` mends it in one press. */
  readonly mends: boolean;
  /** The criterion whose rule can be chosen in the guided editor. */
  readonly refines: string | null;
}

/** Something that does not stand as it would be written now; `repairs`: a repair mends it. */
export interface Damaged extends Finding {
  readonly repairs: boolean;
}

export interface CheckReport {
  /** Form by form, in the order of the rows. */
  readonly findings: readonly Damaged[];
  readonly forms: number;
  /** Cells that were compared. */
  readonly cells: number;
  /** Cells that people filled in. */
  readonly answers: number;
  /** Checks, locks, formats and colours were looked at. */
  readonly inspected: boolean;
}

/** The same in sentences, or what a repair did and left. */
export interface Checked {
  readonly checked: Readonly<Record<Language, CheckText>>;
}

/** How many of the things found were mended, and how many answers stayed. */
export interface Repaired {
  readonly count: number;
  readonly answers: number;
}

export interface Preview {
  readonly table: { readonly sheet: string; readonly area: Area } | null;
  /** What would be written; null without a table. */
  readonly rubric: Rubric | null;
  readonly sums: readonly SumCheck[];
  readonly rows: readonly PreviewRow[];
  /** Problems of the table as a whole; those of a row stand in the row. */
  readonly findings: readonly Finding[];
}

/** A sum of maxima or a count against what the table declares. */
export interface SumCheck {
  readonly of: "points" | "criteria" | "groups";
  /** The group; null for the whole table. */
  readonly group: { readonly code: string; readonly name: string } | null;
  /** Null where the table declares none. */
  readonly declared: string | null;
  readonly found: string;
  readonly agrees: boolean;
  readonly at: Address | null;
}

export type PreviewRow =
  | {
      readonly kind: "group";
      readonly id: string;
      /** 0 for the first level. */
      readonly depth: number;
      readonly code: string;
      readonly name: string;
      readonly max: string | null;
      readonly at: Address | null;
      readonly findings: readonly Finding[];
    }
  | {
      readonly kind: "criterion";
      readonly id: string;
      readonly depth: number;
      readonly code: string;
      readonly name: string;
      readonly max: string;
      readonly at: Address | null;
      /** The cell of its rule. */
      readonly ruleAt: Address | null;
      readonly state: "read" | "assumed" | "unread";
      /** The table's own words. */
      readonly text: string;
      /** The rule read, as canonical text; "" where unread. */
      readonly rule: string;
      readonly assumptions: readonly Assumption[];
      readonly findings: readonly Finding[];
    };

/** How a text would be understood, to be agreed to. */
export interface Assumption {
  readonly id: string;
  readonly issue: Issue;
  readonly ticked: boolean;
}

/** A unit that stands in no list has the code "". */
export interface BuildChoice {
  readonly units: readonly UnitName[];
  readonly year: string;
}

export interface BuildReport {
  /** Criteria with a rule, and those that take a direct score. */
  readonly read: number;
  readonly direct: number;
  readonly forms: readonly FormName[];
  /** Answers that stay where they are. */
  readonly kept: number;
  readonly moved: readonly ReportLine[];
  readonly added: readonly ReportLine[];
  /** Answers to a criterion's only question, whose words changed: each with the words it was given under. */
  readonly reworded: readonly ReportLine[];
  /** Answers without a place in the new form, and where they are kept. */
  readonly parked: readonly ReportLine[];
  /** Formulas of people on other sheets that read rows which moved: each with its cell, and as it stays. */
  readonly far: readonly ReportLine[];
}

export interface ReportLine {
  readonly code: string;
  readonly name: string;
  readonly unit: string | null;
  /** The old and the new place, for `moved`. */
  readonly from?: string;
  readonly to?: string;
  readonly at: Address | null;
}

export interface Why {
  /** The criterion's id. */
  readonly criterion: string;
  readonly code: string;
  readonly name: string;
  readonly unit: UnitName | null;
  /** Final points; null where there are none yet. */
  readonly points: string | null;
  readonly max: string;
  readonly digits: number;
  readonly at: Address | null;
  readonly figures: readonly WhyFigure[];
  readonly steps: readonly WhyStep[];
  /** The points before rounding, only where rounding changed them. */
  readonly unrounded: string | null;
  readonly review: { readonly self: string | null; readonly points: string; readonly reason: string } | null;
  readonly group: { readonly code: string; readonly name: string; readonly points: string | null; readonly max: string } | null;
  readonly total: { readonly points: string | null; readonly max: string };
  /** The decision's own words, and the decision ("" where not known). */
  readonly clause: string;
  readonly decision: string;
  readonly clauseAt: Address | null;
  /** Why there are no points, or what to look at. */
  readonly findings: readonly Finding[];
  /** Its points are entered by hand, so that its rule can be chosen in the guided editor. */
  readonly refines: boolean;
}

/**
 * `name` as the text calls it ("b", "2.a"), of figures of the kind `number`; `value` a decimal or a list member, null
 * where blank; a share is of 1.
 */
export interface WhyFigure {
  readonly name: string;
  readonly kind: Input["kind"];
  readonly label: string;
  readonly value: string | null;
  readonly unit: string;
  readonly at: Address | null;
}

export type { WhyStep };

export type { RuleDraft, RuleDraftKind } from "./rule/draft";

export interface Refinement {
  readonly criterion: { readonly id: string; readonly code: string; readonly name: string; readonly max: string };
  readonly at: Address | null;
  /** The cell's text as it stands. */
  readonly text: string;
  readonly draft: RuleDraft;
  /** The canonical text; "" while blanks are missing. */
  readonly rule: string;
  /** A few answers and their points, so that a person sees whether the rule is meant so. */
  readonly samples: readonly { readonly answer: string; readonly points: string }[];
  /** By blank: "over", "options.1.score", "" for the whole. */
  readonly problems: readonly { readonly blank: string; readonly issue: Issue }[];
}

export interface PresetName {
  readonly id: string;
  readonly title: string;
  readonly criteria: number;
  readonly points: string;
}

export interface BandScheme extends Pick<Settings, "bands" | "bandUnit"> {
  readonly id: string;
  /** Who used it, when ("Kon Tum, DTI 2023"). */
  readonly source: string;
}
