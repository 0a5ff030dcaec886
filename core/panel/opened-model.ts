import type { Address } from "../sheet/address";
import type { PersonEvent, RowList } from "./event";
import type { FindingLine, MainPress, Press } from "./model";
import type { CheckFilter } from "./screen";

/** A screen that is opened over the first one. */
interface Opened {
  readonly title: string;
  readonly close: Press;
}

export interface CheckModel extends Opened {
  readonly at: "check";
  /** Said while there is nothing to show. */
  readonly waiting: string | null;
  readonly summary: string;
  readonly source: Press | null;
  readonly again: Press;
  readonly sumsLabel: string;
  readonly sums: readonly { readonly text: string; readonly show: Press | null }[];
  readonly sumsNote: string | null;
  readonly findings: readonly FindingLine[];
  readonly filterLabel: string;
  readonly filters: readonly {
    readonly filter: CheckFilter;
    readonly label: string;
    readonly count: string;
    readonly on: boolean;
  }[];
  readonly tickAll: {
    readonly label: string;
    readonly note: string;
    readonly on: "all" | "some" | "none";
    readonly ids: readonly string[];
  } | null;
  readonly rows: readonly CheckRow[];
  readonly noRows: string | null;
  readonly more: Press | null;
  readonly shown: string;
  readonly confirm: MainPress & { readonly note: string };
}

export type CheckRow =
  | {
      readonly kind: "group";
      readonly id: string;
      readonly depth: number;
      readonly code: string;
      readonly name: string;
      readonly max: string;
      readonly findings: readonly FindingLine[];
    }
  | {
      readonly kind: "criterion";
      readonly id: string;
      readonly code: string;
      readonly name: string;
      readonly max: string;
      readonly state: "read" | "assumed" | "agreed" | "unread";
      readonly stateText: string;
      readonly textLabel: string;
      readonly text: string;
      readonly ruleLabel: string;
      readonly rule: string;
      readonly assumptions: readonly { readonly id: string; readonly text: string; readonly on: boolean }[];
      readonly note: string | null;
      readonly findings: readonly FindingLine[];
      readonly show: Press | null;
      readonly refine: Press | null;
    };

/** One thing to fill in. `field` is its path in the screen's draft. */
export interface Field {
  readonly field: string;
  readonly label: string;
  readonly hint: string | null;
  readonly problem: string | null;
  readonly kind: "text" | "number" | "check" | "radio" | "select";
  readonly value: string | boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Whoever opens the screen types here. */
  readonly first?: true;
}

/** Rows of fields that can be added and taken away. */
export interface FieldList {
  readonly list: RowList;
  readonly label: string;
  readonly note: string | null;
  readonly problem: string | null;
  readonly rows: readonly { readonly fields: readonly Field[]; readonly remove: Press | null }[];
  readonly add: Press;
}

export type FormPart =
  | { readonly kind: "field"; readonly field: Field }
  | { readonly kind: "list"; readonly list: FieldList }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | {
      readonly kind: "schemes";
      readonly label: string;
      readonly own: string;
      readonly chosen: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    };

export interface ReportModel {
  readonly summary: readonly string[];
  readonly lists: readonly {
    readonly id: string;
    readonly title: string;
    readonly note: string | null;
    readonly lines: readonly { readonly text: string; readonly detail: string; readonly at: Address | null }[];
  }[];
}

export interface BuildModel extends Opened {
  readonly at: "build";
  readonly intro: string;
  readonly parts: readonly FormPart[];
  readonly units: {
    readonly label: string;
    readonly all: { readonly label: string; readonly on: "all" | "some" | "none"; readonly event: PersonEvent };
    readonly rows: readonly {
      readonly code: string;
      readonly name: string;
      readonly note: string;
      readonly on: boolean;
      readonly event: PersonEvent;
    }[];
    readonly more: Press | null;
  } | null;
  readonly problem: string | null;
  readonly report: (ReportModel & { readonly title: string }) | null;
  readonly main: MainPress;
}

export interface BuiltModel extends Opened {
  readonly at: "built";
  readonly report: ReportModel;
  readonly main: Press | null;
  /** Takes the forms back. */
  readonly back: Press | null;
}

export interface RefineModel extends Opened {
  readonly at: "refine";
  readonly waiting: string | null;
  readonly body: {
    readonly criterion: string;
    readonly max: string;
    readonly textLabel: string;
    readonly text: string;
    readonly show: Press | null;
    readonly parts: readonly FormPart[];
    readonly resultLabel: string;
    /** The canonical text; "" while blanks are missing. */
    readonly result: string;
    readonly missing: string;
    readonly problems: readonly string[];
    readonly samples: {
      readonly label: string;
      readonly answer: string;
      readonly points: string;
      readonly rows: readonly (readonly [string, string])[];
    } | null;
    readonly main: MainPress;
  } | null;
}

export interface SettingsModel extends Opened {
  readonly at: "settings";
  readonly parts: readonly FormPart[];
  readonly main: MainPress;
}

export interface PresetsModel extends Opened {
  readonly at: "presets";
  readonly intro: string;
  readonly rows: readonly { readonly title: string; readonly line: string; readonly use: MainPress }[];
}

/** What was compared or repaired, and what is amiss, in groups. */
export interface ProofModel extends Opened {
  readonly at: "proof" | "repair";
  readonly good: boolean;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly groups: readonly {
    readonly heading: string;
    readonly effect: string | null;
    readonly lines: readonly FindingLine[];
    readonly more: string | null;
  }[];
  readonly more: string | null;
  readonly main: MainPress;
  /** Takes a repair back that was made just now. */
  readonly back: Press | null;
}

export interface AboutModel extends Opened {
  readonly at: "about";
  readonly lines: readonly string[];
  /** To the page on privacy and licences, where the host has one. */
  readonly privacy: Press | null;
}
