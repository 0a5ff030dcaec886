import { readNumber } from "../../core/number/read";

/**
 * What the grid, which knows numbers with a decimal point only, should be given for typed text: "3,5" becomes "3.5",
 * "85,5%" becomes "85.5%", and where the comma is the decimal mark "1.000" becomes "1000". Null leaves the text as it is.
 */
export function typedNumber(text: string, decimal: "," | "."): string | null {
  const plain = text.trim();
  if (!/^[+-]?\d[\d.,]*%?$/.test(plain) || /^[+-]?\d+%?$/.test(plain)) return null;
  const reading = readNumber(plain, decimal);
  if (reading.kind !== "number") return null;
  const number = reading.percent === true ? `${reading.value}%` : reading.value;
  return number === plain ? null : number;
}
