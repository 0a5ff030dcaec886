import type { Address } from "../sheet/address";
import type { HostErrorCode, WriteResult } from "../sheet/host";
import type { Language, Snapshot } from "../sheet/snapshot";
import type { BuildReport, Checked, Finding, Outcome, Preview, Progress, Proven, Refinement, Status, Todo, UnitName, Why } from "./app-port";
import type { Action, Door, Tried } from "./effect";
import type { CheckFilter } from "./screen";

/** What the world reports. */
export type WorldEvent =
  | { readonly is: "edited" }
  | { readonly is: "selected"; readonly at: Address }
  /** Another language was chosen outside the panel. */
  | { readonly is: "spoken"; readonly language: Language }
  | { readonly is: "read"; readonly token: number; readonly snapshot: Snapshot }
  | { readonly is: "looked"; readonly snapshot: Snapshot; readonly status: Status }
  | { readonly is: "explained"; readonly at: Address; readonly why: Why | null }
  | { readonly is: "previewed"; readonly preview: Preview }
  | { readonly is: "refined"; readonly refinement: Refinement }
  /** There is nothing left to refine. */
  | { readonly is: "unrefined"; readonly criterion: string; readonly finding: Finding }
  | { readonly is: "went-on"; readonly token: number; readonly progress: Progress }
  | {
      readonly is: "acted"; readonly token: number; readonly outcome: Outcome; readonly report: BuildReport | null;
      /** What a repair says of itself. */
      readonly checked?: Checked["checked"] | null;
    }
  | { readonly is: "checked"; readonly token: number; readonly checked: Checked["checked"] }
  | { readonly is: "proved"; readonly token: number; readonly told: Proven["told"] }
  | { readonly is: "written"; readonly token: number; readonly result: WriteResult }
  /** Some wait failed: a read or write by its token, else what was tried. */
  | { readonly is: "failed"; readonly code: HostErrorCode; readonly token: number }
  | { readonly is: "failed"; readonly code: HostErrorCode; readonly tried: Tried };

/** What a person does in the panel. */
export type PersonEvent =
  | { readonly is: "start" }
  | { readonly is: "go"; readonly to: "home" | "check" | "build" | "settings" | "presets" | "about" }
  | { readonly is: "close" }
  | { readonly is: "language"; readonly language: Language }
  /** `closes`: the open screen has done its part. */
  | { readonly is: "show"; readonly at: Address; readonly closes?: true }
  | { readonly is: "door"; readonly door: Door }
  | { readonly is: "act"; readonly action: Action }
  | { readonly is: "stop" }
  | { readonly is: "dismiss" }
  | { readonly is: "retry" }
  /** A list or a section opens or shuts. */
  | { readonly is: "fold"; readonly part: Todo | "groups" | "why"; readonly open: boolean }
  | { readonly is: "more"; readonly part: Todo | "check" | "units" }
  | { readonly is: "tick"; readonly ids: readonly string[]; readonly on: boolean }
  | { readonly is: "filter"; readonly filter: CheckFilter }
  | { readonly is: "refine"; readonly criterion: string }
  /** A field of the open screen's draft or choice, by its path ("bands.1.from"). */
  | { readonly is: "type"; readonly field: string; readonly value: string | boolean }
  | { readonly is: "add-row"; readonly list: RowList }
  | { readonly is: "remove-row"; readonly list: RowList; readonly index: number }
  /** The bands of a known scheme, taken into the settings. */
  | { readonly is: "scheme"; readonly id: string }
  | { readonly is: "pick"; readonly units: readonly UnitName[]; readonly on: boolean }
  | { readonly is: "build" };

/** The lists of the refine editor's draft and of the settings that have rows to add and to take away. */
export type RowList = "options" | "bands" | "items";

export type PanelEvent = WorldEvent | PersonEvent;
export type Dispatch = (event: PersonEvent) => void;
