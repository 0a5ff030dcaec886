import type { Area } from "../../core/sheet/address";
import type { EngineSheet } from "./engine-sheet";

/** Who changed something: code of ours, the person before the screen, or somebody elsewhere. */
export type Hand = "code" | "person" | "other";

type SheetHappening = "added" | "deleted" | "activated" | "deactivated" | "protection" | "renamed";

/** What happened in a book. `pick`: chosen from a dropdown, which some programs tell nobody about. */
export type Happening =
  | { readonly kind: "edit"; readonly sheet: EngineSheet; readonly area: Area; readonly by: Hand; readonly pick: boolean }
  | { readonly kind: "select"; readonly sheet: EngineSheet; readonly area: Area }
  | { readonly kind: SheetHappening; readonly sheet: EngineSheet; readonly by: Hand }
  | { readonly kind: "calculated"; readonly sheet: EngineSheet };
