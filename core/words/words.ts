import type { Issues } from "../issue/issue";
import type { RankingWords } from "./ranking-words";
import type { SheetWords } from "./sheet-words";
import type { PanelWords } from "./vi/panel";

/** A sentence for each problem code of an area: what is wrong and how to mend it. The place is put in front by `say`. */
export type Says<Area> = { readonly [C in keyof Area]: (params: Area[C]) => string };

/** All sentences of one language. A missing key does not compile. */
export interface Words {
  readonly issues: Says<Issues>;
  readonly panel: PanelWords;
  /** Labels, states and messages on the sheets. */
  readonly sheet: SheetWords;
  readonly ranking: RankingWords;
}
