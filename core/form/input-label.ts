import type { Input } from "../rule/inputs";
import type { SheetWords } from "../words/sheet-words";

/** What stands before an input: its letter and what it asks for. */
export function inputLabel(input: Input, words: SheetWords): string {
  const label = input.label === "" ? words.form.input[input.kind] : input.label;
  return input.kind === "number" ? `${input.name} = ${label}` : label;
}
