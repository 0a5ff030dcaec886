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
