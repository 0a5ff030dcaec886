import type { DamageIssues } from "../issue/damage";
import type { Issues } from "../issue/issue";
import type { PanelWords } from "./vi/panel";

/** A sentence for each problem code of an area: what is wrong and how to mend it. The place is put in front by `say`. */
export type Says<Area> = { readonly [C in keyof Area]: (params: Area[C]) => string };

/** All that the panel says in one language. A missing key does not compile. What stands on sheets: `sheets.ts`. */
export interface Words {
  /** What a check of the whole workbook finds is said in `damage.ts`. */
  readonly issues: Says<Omit<Issues, keyof DamageIssues>>;
  readonly panel: PanelWords;
}
