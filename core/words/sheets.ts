import type { Language } from "../sheet/snapshot";
import { rankingSheet as rankingEn } from "./en/ranking-sheet";
import { sheet as en } from "./en/sheet";
import type { RankingWords } from "./ranking-words";
import type { SheetWords } from "./sheet-words";
import { rankingSheet as rankingVi } from "./vi/ranking-sheet";
import { sheet as vi } from "./vi/sheet";

/** Labels, states and messages on a form's sheets: only what writes sheets needs them. */
export const sheetWords = (language: Language): SheetWords => (language === "vi" ? vi : en);

/** The same on `Đơn vị`, `Chỉ số` and `Xếp hạng`. */
export const rankingWords = (language: Language): RankingWords => (language === "vi" ? rankingVi : rankingEn);
