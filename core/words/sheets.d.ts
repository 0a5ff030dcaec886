import type { Language } from "../sheet/snapshot";
import type { RankingWords } from "./ranking-words";
import type { SheetWords } from "./sheet-words";
/** Labels, states and messages on a form's sheets: only what writes sheets needs them. */
export declare const sheetWords: (language: Language) => SheetWords;
/** The same on `Đơn vị`, `Chỉ số` and `Xếp hạng`. */
export declare const rankingWords: (language: Language) => RankingWords;
