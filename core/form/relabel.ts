import { withoutTail } from "../number/tail";
import { inputsOf } from "../rule/inputs";
import type { Criterion } from "../rubric/rubric";
import type { SheetWords } from "../words/sheet-words";
import { inputLabel } from "./input-label";
import { longestText } from "./layout";

/** An input as a form shows it: its name within the criterion, and its words. */
export interface Question {
  readonly name: string;
  readonly label: string;
}

/** What an input asks for, however it is spelt: without its letter, spaces, case and marks at the end. */
const asks = ({ name, label }: Question): string =>
  withoutTail(
    (label.startsWith(`${name} = `) ? label.slice(name.length + 3) : label)
      .normalize("NFC").toLowerCase().replace(/\s+/g, " "),
    /[\s.,;:!?…]/,
  ).trim();

export const questionsOf = (criterion: Criterion, words: SheetWords): Question[] =>
  inputsOf(criterion.rule, criterion).map((input) => ({
    name: input.name, label: inputLabel(input, words.form).slice(0, longestText),
  }));

/**
 * Where the answers to the old questions of a criterion go: by the old name the new one, none where it is not certain.
 * A question keeps its place while its words stand there, else follows them; a lone question may be worded anew.
 */
export function followLabels(
  before: readonly Question[], now: readonly Question[],
): ReadonlyMap<string, { readonly name: string; readonly reworded: boolean }> {
  const names = new Map<string, { name: string; reworded: boolean }>();
  const at = new Map(now.map((question) => [question.name, asks(question)]));
  const free = new Set(at.keys());
  const stay = (name: string, reworded: boolean): void => {
    names.set(name, { name, reworded });
    free.delete(name);
  };
  for (const old of before) {
    // A form that lost the words of a row says nothing against its place.
    if (at.has(old.name) && (old.label.trim() === "" || at.get(old.name) === asks(old))) stay(old.name, false);
  }
  const rest = before.filter(({ name, label }) => !names.has(name) && label.trim() !== "");
  const open = [...free];
  for (const old of rest) {
    const meant = asks(old);
    const places = open.filter((name) => at.get(name) === meant);
    if (places.length !== 1 || rest.filter((other) => asks(other) === meant).length !== 1) continue;
    names.set(old.name, { name: places[0]!, reworded: false });
    free.delete(places[0]!);
  }
  const [only] = before;
  if (before.length === 1 && now.length === 1 && !names.has(only!.name) && only!.name === now[0]!.name) stay(only!.name, true);
  return names;
}
