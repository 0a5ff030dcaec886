import { compare, decimalText, over, parseExact } from "../number/exact";
import { type DecimalMark, readNumber } from "../number/read";
import type { CellValue } from "../sheet/workbook";
import type { Input } from "./inputs";

/** What a cell would hold after a person typed this text, or why that cannot be said. */
export type Typed =
  | { readonly kind: "cell"; readonly value: CellValue }
  | { readonly kind: "ambiguous"; readonly readings: readonly string[] };

const folded = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

function typedNumber(text: string, decimal: DecimalMark | undefined, kind: Input["kind"]): Typed {
  const read = readNumber(text, decimal);
  if (read.kind === "ambiguous") return { kind: "ambiguous", readings: read.readings };
  if (read.kind === "none" || (read.of !== undefined && kind !== "points")) return { kind: "cell", value: text };
  const value = parseExact(read.value);
  const hundred = parseExact("100");
  if (read.percent === true) return { kind: "cell", value: Number(decimalText(over(value, hundred), 15)) };
  if (kind === "share") {
    // A percent cell takes 85 for 85 %, and 1 may be either end of the scale.
    if (compare(value, parseExact("1")) === 0) return { kind: "ambiguous", readings: ["1%", "100%"] };
    if (compare(value, parseExact("1")) > 0) return { kind: "cell", value: Number(decimalText(over(value, hundred), 15)) };
  }
  return { kind: "cell", value: Number(read.value) };
}

/**
 * Turns typed text into what the cell would hold: a number by this computer's decimal mark, or the list's exact member
 * whatever its case and spelling of tone marks. What is neither stays text. Numbers and truth values pass.
 */
export function typed(input: Input, entry: CellValue, decimal?: DecimalMark): Typed {
  if (entry === null || (typeof entry === "string" && entry.trim() === "")) return { kind: "cell", value: null };
  if (input.kind === "list") {
    if (typeof entry === "boolean" && input.options?.length === 2) {
      return { kind: "cell", value: input.options[entry ? 0 : 1] ?? null };
    }
    if (typeof entry !== "string") return { kind: "cell", value: entry };
    const member = input.options?.find((option) => folded(option) === folded(entry));
    return { kind: "cell", value: member ?? entry };
  }
  return typeof entry === "string" ? typedNumber(entry, decimal, input.kind) : { kind: "cell", value: entry };
}
