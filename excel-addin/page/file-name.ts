import { openBook } from "../../core/app/book";
import { withoutTail } from "../../core/number/tail";
import type { Snapshot } from "../../core/sheet/snapshot";
import { pageWords } from "../../core/words/page";

const ENDING = ".xlsx";
/** Longest name, with room for the folders before it. */
const LONGEST = 120;

/** Marks that turn the order of letters round, so that a name seems to end otherwise than it does. */
const TURNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** What no name holds: signs of paths, line ends, halves of letters, what is no letter at all. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cs}\uffff\ufffe]+/gu;
/** Windows keeps these names for itself, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)\d)(?:\.|$)/i;

/** A name that every system takes, with its ending; "" where nothing is left of what was typed. */
export function fileName(typed: string): string {
  const bare = typed.trim().replace(/\.xlsx$/i, "");
  const plain = bare.replace(TURNS, "").replace(REFUSED, " ").replace(/\s+/g, " ").slice(0, LONGEST);
  const inner = withoutTail(plain.replace(/^[ .]+/, ""), /[ .\ud800-\udbff]/);
  return inner === "" ? "" : (RESERVED.test(inner) ? "_" : "") + inner + ENDING;
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
