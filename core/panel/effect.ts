import type { HostErrorCode } from "../sheet/host";
import type { Address } from "../sheet/address";
import type { Language, Snapshot } from "../sheet/snapshot";
import type { Patch } from "../sheet/patch";
import type { Settings } from "../rubric/rubric";
import type { BuildChoice, Finding, RuleDraft } from "./app-port";

/** What a person can have worked out, and all but a proof and a check written into the workbook. */
export type Action =
  | { readonly kind: "confirm"; readonly ticks: readonly string[] }
  | { readonly kind: "build"; readonly choice: BuildChoice }
  | { readonly kind: "units" }
  | { readonly kind: "rank" }
  | { readonly kind: "prove" }
  | { readonly kind: "check" }
  | { readonly kind: "repair" }
  | { readonly kind: "rule"; readonly criterion: string; readonly draft: RuleDraft }
  | { readonly kind: "convert"; readonly findings: readonly Finding[] }
  | { readonly kind: "settings"; readonly settings: Settings }
  | { readonly kind: "resume" }
  /** Takes the last of these back. */
  | { readonly kind: "back" }
  | { readonly kind: "preset"; readonly id: string };

/** Those that leave something in the workbook. */
export type Written = Exclude<Action, { readonly kind: "prove" | "check" }>;

/** What some hosts can do and others leave to their own commands. */
export type Door = "print" | "save" | "hand-out" | "receive" | "files" | "help" | "privacy";

/** What the world is asked to do. Answers come back as events, with the same token. */
export type Effect =
  /** `soon`: wait until edits pause. */
  | { readonly do: "read"; readonly token: number; readonly soon: boolean }
  | { readonly do: "look"; readonly snapshot: Snapshot }
  | { readonly do: "why"; readonly snapshot: Snapshot; readonly at: Address }
  | { readonly do: "preview"; readonly snapshot: Snapshot; readonly ticks: readonly string[] }
  | { readonly do: "refine"; readonly snapshot: Snapshot; readonly criterion: string; readonly draft: RuleDraft | null }
  | { readonly do: "act"; readonly token: number; readonly snapshot: Snapshot; readonly action: Action }
  | { readonly do: "stop"; readonly token: number }
  | { readonly do: "write"; readonly token: number; readonly patch: Patch }
  | { readonly do: "show"; readonly at: Address }
  | { readonly do: "door"; readonly door: Door }
  | { readonly do: "language"; readonly language: Language };

/** What was asked of the host apart from an action. */
export type Tried = "read" | Door | Address;

/** Why something could not be done. `stale`: the workbook kept changing; `refused`: the findings say why. */
export type Failure =
  | { readonly kind: "host"; readonly code: HostErrorCode; readonly retry: Action | Tried }
  | { readonly kind: "stale"; readonly retry: Action }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };
