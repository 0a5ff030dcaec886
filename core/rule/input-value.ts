import type { CellValue } from "../sheet/workbook";
import { compare, type Exact, fromCell, isWhole, parseExact } from "../number/exact";
import type { Input } from "./inputs";

/** Why a cell's content does not count. */
export type Fault = "not-a-number" | "out-of-range" | "not-whole" | "not-in-list" | "cell-error";

/** What a filled-in cell says to a rule. */
export type InputValue =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: Exact }
  | { readonly kind: "option"; readonly index: number }
  | { readonly kind: "fault"; readonly fault: Fault };

const fault = (of: Fault): InputValue => ({ kind: "fault", fault: of });

/** The two spellings of a list member that count as it: composed, as the dropdown writes it, and decomposed. */
export const spellings = (option: string): readonly string[] => {
  const composed = option.normalize("NFC");
  const decomposed = option.normalize("NFD");
  return composed === decomposed ? [composed] : [composed, decomposed];
};

/** Most characters of a text in a formula, and of the texts of one formula, which holds 8,192 in all. */
const longestText = 255;
const longestTexts = 4000;

/** Whether a list's spellings are too long for a formula's text: they are then compared with cells that hold them. */
export function comparedInCells(options: readonly string[]): boolean {
  const lengths = options.flatMap(spellings).map((spelling) => spelling.replace(/"/g, '""').length);
  return lengths.some((length) => length > longestText) || lengths.reduce((sum, length) => sum + length, 0) > longestTexts;
}

const members = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where each spelling of a list's members stands in the list. */
function membersOf(options: readonly string[]): ReadonlyMap<string, number> {
  let places = members.get(options);
  if (places === undefined) {
    // Backwards, so that of members spelt alike the first one counts.
    places = new Map(options.map((option, index) => spellings(option).map((text) => [text, index] as const)).reverse().flat());
    members.set(options, places);
  }
  return places;
}

/** Reads a cell as the native formulas do: text is never a number, a list member must be exact. */
export function readInput(input: Input, cell: CellValue | undefined): InputValue {
  if (cell === null || cell === undefined || cell === "") return { kind: "blank" };
  if (typeof cell === "object") return fault("cell-error");
  if (input.kind === "list") {
    const written = typeof cell === "number" ? String(cell) : cell;
    const index = typeof written === "string" ? membersOf(input.options ?? []).get(written) : undefined;
    return index === undefined ? fault("not-in-list") : { kind: "option", index };
  }
  if (typeof cell !== "number" || !Number.isFinite(cell)) return fault("not-a-number");
  const value = fromCell(cell);
  if (compare(value, parseExact(input.min)) < 0 || compare(value, parseExact(input.max)) > 0) {
    return fault("out-of-range");
  }
  if (input.kind === "whole" && !isWhole(value)) return fault("not-whole");
  return { kind: "number", value };
}
