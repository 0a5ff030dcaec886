import type { Input } from "../rule/inputs";
import type { FormWords } from "../words/sheet-words";

/** What stands before an input: its letter and what it asks for. */
export function inputLabel(input: Input, words: FormWords): string {
  const label = input.label === "" ? words.input[input.kind] : input.label;
  return input.kind === "number" ? `${input.name} = ${label}` : label;
}
