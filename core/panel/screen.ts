import type { BuildChoice, BuildReport, Checked, Preview, Proven, Refinement, RuleDraft } from "./app-port";
import type { SettingsDraft } from "./settings-draft";

export type CheckFilter = "all" | "problem" | "read" | "assumed" | "unread";

/** Rows shown at a time in a long list; more on request. */
export const pageRows = { check: 40, finding: 3, findingMore: 20, unit: 50 } as const;

export interface CheckScreen {
  readonly at: "check";
  /** Null until the table has been read. */
  readonly preview: Preview | null;
  readonly ticks: readonly string[];
  readonly filter: CheckFilter;
  readonly shown: number;
}

export interface BuildScreen {
  readonly at: "build";
  readonly choice: BuildChoice;
  readonly shown: number;
  /** What a rebuild would change, to be agreed to; null until asked. */
  readonly report: BuildReport | null;
}

export interface RefineScreen {
  readonly at: "refine";
  readonly criterion: string;
  /** What the person has typed; null until the first change. */
  readonly draft: RuleDraft | null;
  readonly refinement: Refinement | null;
  readonly from: CheckScreen | HomeScreen;
}

export interface HomeScreen {
  readonly at: "home";
}

export type Screen =
  | HomeScreen
  | CheckScreen
  | BuildScreen
  | RefineScreen
  | { readonly at: "built"; readonly report: BuildReport }
  | { readonly at: "repair"; readonly checked: Checked["checked"] }
  | { readonly at: "proof"; readonly told: Proven["told"] }
  | { readonly at: "settings"; readonly draft: SettingsDraft }
  | { readonly at: "presets" }
  | { readonly at: "about" };

export const home: HomeScreen = { at: "home" };
export const newCheck: CheckScreen = { at: "check", preview: null, ticks: [], filter: "all", shown: pageRows.check };
