import { withoutTail } from "../number/tail";
import type { Input } from "../rule/inputs";
import type { SheetWords } from "../words/sheet-words";

/** Most characters of a part's title in a sentence; where many parts may be named in one, fewer. */
const longestTitle = (parts: number): number => (parts <= 4 ? 28 : 14);

/** A title cut after a whole word; "" where it cannot stand in a list of titles. */
function shortTitle(title: string, most: number): string {
  const plain = title.normalize("NFC").replace(/\s+/g, " ").trim();
  if (plain.includes("|")) return "";
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  const whole = cut.lastIndexOf(" ");
  return `${withoutTail(whole > most / 2 ? cut.slice(0, whole) : cut, /[\s,;:.]/)}…`;
}

const pathOf = (input: Input): string => input.name.slice(0, Math.max(0, input.name.lastIndexOf(".")));

/**
 * How each of a criterion's inputs is called in a sentence: by its letter, else by the title of its part ("Quý II"), by
 * the part's number where titles are alike once cut, or by what is asked for.
 */
export function inputCalls(inputs: readonly Input[], words: SheetWords): ReadonlyMap<string, string> {
  const titled = inputs.filter((input) => input.kind !== "number" && input.part !== undefined);
  const parts = new Map(titled.map((input) => [pathOf(input), input.part ?? ""]));
  const titles = new Map([...parts].map(([path, title]) => [path, shortTitle(title, longestTitle(parts.size))]));
  const shared = (title: string): boolean => [...titles.values()].filter((other) => other === title).length > 1;
  const call = (input: Input): string => {
    if (input.kind === "number") return input.name;
    const path = pathOf(input);
    const title = titles.get(path);
    if (title !== undefined) return title === "" || shared(title) ? words.form.part(path) : title;
    if (input.name === "p") return words.form.condition;
    return input.name === "w" ? words.form.waiver : words.form.input[input.kind].toLowerCase();
  };
  return new Map(inputs.map((input) => [input.name, call(input)]));
}
