import { readNumber } from "../../core/number/read";

/**
 * What the grid, which knows numbers with a decimal point only, should be given for typed text: "3,5" becomes "3.5",
 * "85,5%" becomes "85.5%", and where the comma is the decimal mark "1.000" becomes "1000". Null leaves the text as it is.
 * @param percents whether the cell shows percents. Then "85" is "85%", as Excel's automatic percent entry has it: only a
 *   fraction without its leading 0 (",85") is the share itself.
 */
export function typedNumber(text: string, decimal: "," | ".", percents = false): string | null {
  const plain = text.trim();
  const bare = plain.replace(/^[+-]/, "");
  const isShare = bare.startsWith(decimal);
  if (!/^\d[\d.,]*%?$/.test(isShare ? bare.slice(1) : bare)) return null;
  if (!percents && /^\d+%?$/.test(bare)) return null;
  const reading = readNumber(plain, decimal);
  if (reading.kind !== "number") return null;
  const isPercent = reading.percent === true || (percents && !isShare);
  const number = isPercent ? `${reading.value}%` : reading.value;
  return number === plain ? null : number;
}

/** What a cell asks for: its format and its check say so. */
export interface Asked {
  readonly kind: "words" | "number" | "any";
  readonly percents: boolean;
}

/** Numbers as the grid spells them. It would also read "0x10", "12/5" and sums of money. */
const SPELLED = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?%?$/i;

/**
 * An entry as a cell takes it: text that stays text, a number as the grid spells it, or null where the grid may read it
 * by itself. Where a number is asked for, a day or a percent would become another number: it stays text, so that the
 * check refuses it or the form says what is wrong.
 */
export function entryOf(
  text: string, decimal: "," | ".", { kind, percents }: Asked,
): { readonly text: string } | { readonly number: string } | null {
  if (kind === "words") return { text };
  const number = typedNumber(text, decimal, percents);
  const spelled = number ?? text.trim();
  const isNumber = SPELLED.test(spelled);
  if (kind === "number" && (!isNumber || (spelled.endsWith("%") && !percents))) return { text };
  if (!isNumber && text.trim() !== "" && !Number.isNaN(Number(text))) return { text };
  return number === null ? null : { number };
}

/** The value of a number as the grid spells it: of "95.5%" it is 0.955, not a digit more. */
export const valueOf = (spelled: string): number =>
  spelled.endsWith("%") ? percentValue(spelled.slice(0, -1)) : Number(spelled);

const percentValue = (digits: string): number =>
  /e/i.test(digits) ? Number(digits) / 100 : Number(`${digits}e-2`);
