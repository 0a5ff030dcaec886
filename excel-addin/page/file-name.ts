import { openBook } from "../../core/app/book";
import { withoutTail } from "../../core/number/tail";
import type { Snapshot } from "../../core/sheet/snapshot";
import { pageWords } from "../../core/words/page";

const ENDING = ".xlsx";
/** Longest name, with room for the folders before it. */
const LONGEST = 120;

/** A name that every system takes, with its ending; "" where nothing is left of what was typed. */
export function fileName(typed: string): string {
  const bare = typed.trim().replace(/\.xlsx$/i, "");
  const plain = bare.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").replace(/\s+/g, " ").slice(0, LONGEST);
  const inner = withoutTail(plain.replace(/^[ .]+/, ""), /[ .]/);
  return inner === "" ? "" : inner + ENDING;
}

/** What a workbook is called that nobody has named: after its unit and year; "" where it holds no form. */
export function suggestedName(snapshot: Snapshot): string {
  const { forms, rubric } = openBook(snapshot, null) ?? { forms: [], rubric: null };
  const [first, second] = forms;
  if (first === undefined || rubric === null) return "";
  const words = pageWords(snapshot.facts.language);
  const { name, code } = first.reading.unit;
  return fileName(second === undefined ? words.formName(name || code, rubric.year) : words.formsName(rubric.year));
}
