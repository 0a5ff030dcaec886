import { withoutTail } from "../number/tail";
import type { Address } from "../sheet/address";
import { cellName } from "../sheet/address";
import type { Language } from "../sheet/snapshot";
import { plainNumber } from "../words/plain";
import { say, wordsOf } from "../words/say";
import type { Issue } from "../issue/issue";

/** Points with at least `digits` decimal places: "1.5" is "1,50" in Vietnamese. */
export function shownPoints(value: string, digits: number, language: Language): string {
  const [whole = "0", part = ""] = value.split(".");
  const padded = part.padEnd(digits, "0");
  return plainNumber(padded === "" ? whole : `${whole}.${padded}`, language);
}

/** "75.50" (of 100) as "75,5 %". */
export function shownPercent(value: string, language: Language): string {
  const short = value.includes(".") ? withoutTail(value, /0/).replace(/\.$/, "") : value;
  return wordsOf(language).panel.percent(plainNumber(short, language));
}

/** A share of 1 ("0.755") as a percentage ("75,5 %"), moved by its digits so that nothing is rounded. */
export function shownShare(value: string, language: Language): string {
  const [whole = "0", part = ""] = value.split(".");
  const padded = part.padEnd(2, "0");
  const moved = `${whole}${padded.slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, "$1");
  return shownPercent(padded.length > 2 ? `${moved}.${padded.slice(2)}` : moved, language);
}

export const shownCount = (count: number, language: Language): string => plainNumber(String(count), language);

/** The sentence of a problem whose place is shown beside it. */
export const sentence = (of: Issue, language: Language): string => say({ ...of, at: {} }, language);

/** "1.2 · E14", as far as either is known. */
export function shownPlace(code: string | undefined, at: Address | null): string {
  return [code ?? "", at === null ? "" : cellName(at.row, at.column)].filter((part) => part !== "").join(" · ");
}
