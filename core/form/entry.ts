import type { Review, Reviews } from "../review/review";
import { inputsOf } from "../rule/inputs";
import { spellings } from "../rule/input-value";
import { type Criterion, criteriaOf, type Rubric } from "../rubric/rubric";
import type { Answer, Answers } from "../scoring/answer";
import type { Language } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { formWords } from "../words/form-sheet";
import { cellAt, formulaAt, type FoundForm, textAt } from "./find";
import { inputRowId, rowId } from "./layout";
import type { Question } from "./relabel";

/** Which cell of a criterion an entry stands in: `input a`, `beside a evidence` in the row of an input, or its own. */
export type Part = `input ${string}` | `beside ${string}` | "evidence" | "explanation" | "notApplicable" | "reviewed" | "reason";

/** One thing that a person entered into a form, with its place and what the form calls it. */
export interface Entry {
  readonly criterion: string;
  readonly part: Part;
  readonly value: CellValue;
  readonly row: number;
  readonly column: number;
  readonly code: string;
  readonly name: string;
  readonly label: string;
  /** What the cell shows, where a program turned a figure into a day or a time. */
  readonly day?: string;
  /** The error that the cell shows where words belong; `value` is then what was typed, as far as it is known. */
  readonly error?: string;
}

export const isPart = (text: string): text is Part =>
  text.startsWith("input ") || text.startsWith("beside ") || ["evidence", "explanation", "notApplicable", "reviewed", "reason"].includes(text);

const dayText = /^(\d{1,4}([/-])\d{1,2}(\2\d{1,4})?|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}-\p{L}{3,}.*|\d{1,2}:\d{2}(:\d{2})?)( |$)/u;

/** The text of a number that shows as a day or a time of day. */
function dayAt(found: FoundForm, row: number, column: number): { day: string } | null {
  const text = found.sheet.texts?.[row]?.[column] ?? null;
  return typeof found.sheet.values[row]?.[column] === "number" && text !== null && dayText.test(text) ? { day: text } : null;
}

/** Days of this century, as the serial numbers that a program makes of them: figures of a form are rarely as high. */
const [firstDay, lastDay] = [36526, 73050];

/** Whether an entry is a figure that a program took for a day: as a plain number it would be scored as something never typed. */
export const isDay = ({ value, day }: Pick<Entry, "value" | "day">): boolean =>
  day !== undefined && typeof value === "number" && (day.includes(":") || (value >= firstDay && value <= lastDay));

/** Words that begin with a sign are taken for a formula by spreadsheet programs, and then mostly for a wrong one. */
const typedWords = (formula: string): string => (/^[-+@]/.test(formula) ? formula : `=${formula}`);

/** What people wrote into a cell for words. */
function wordsAt(found: FoundForm, row: number, column: number): { value: string; error?: string } {
  const { sheet } = found;
  const held = cellAt(sheet, row, column);
  if (typeof held !== "object" || held === null) return { value: textAt(sheet, row, column) };
  const formula = formulaAt(sheet, row, column);
  return { value: formula === null ? held.error : typedWords(formula), error: held.error };
}

/** Whether a criterion's own cell says what the form's dropdown and formulas call "không áp dụng". */
const isNotApplicable = (value: CellValue, language: Language): boolean =>
  typeof value === "string" && spellings(formWords(language).notApplicable).includes(value);

const parts = ["evidence", "explanation", "reviewed", "reason"] as const;

/** What each row of a form is about, by the rubric first, else by the form of the id. */
function subjects(found: FoundForm, rubric: Rubric): Map<number, { criterion: string; input: string | null }> {
  const known = new Map<string, { criterion: string; input: string | null }>();
  for (const criterion of criteriaOf(rubric)) {
    known.set(rowId(criterion.id), { criterion: criterion.id, input: null });
    for (const input of inputsOf(criterion.rule, criterion)) {
      known.set(inputRowId(criterion.id, input.name), { criterion: criterion.id, input: input.name });
    }
  }
  const bare = (id: string): string => (id.startsWith("##") ? id.slice(1) : id);
  const subjectsOf = new Map<number, { criterion: string; input: string | null }>();
  for (const [row, id] of found.idOf) {
    const own = known.get(id);
    if (own !== undefined) subjectsOf.set(row, own);
    else if (!id.startsWith("#") || id.startsWith("##")) {
      // A group's row too: it may have been a criterion's when people filled it in.
      const bar = id.lastIndexOf("|");
      const owner = bar < 0 ? "" : id.slice(0, bar);
      const isInput = bar > 0 && (found.rows.has(owner) || known.has(owner));
      subjectsOf.set(row, isInput ? { criterion: bare(owner), input: id.slice(bar + 1) } : { criterion: bare(id), input: null });
    }
  }
  return subjectsOf;
}

/** What a form asks for each criterion, answered or not, in the words of its rows. */
export function askedIn(found: FoundForm, rubric: Rubric): ReadonlyMap<string, readonly Question[]> {
  const asked = new Map<string, Question[]>();
  for (const [row, { criterion, input }] of subjects(found, rubric)) {
    if (input === null) continue;
    const label = textAt(found.sheet, row, found.columns.get("name"));
    asked.set(criterion, [...(asked.get(criterion) ?? []), { name: input, label }]);
  }
  return asked;
}

/** Everything that people entered into a form, of criteria that the rubric knows or no longer knows; `groups` are rows without any. */
export function entriesOf(found: FoundForm, rubric: Rubric, groups: ReadonlySet<number>): { entries: Entry[]; strange: Entry[] } {
  const { sheet, columns } = found;
  const entries: Entry[] = [];
  const strange: Entry[] = [];
  const { heads } = formWords(found.language);
  for (const [row, { criterion, input }] of subjects(found, rubric)) {
    if (groups.has(row)) continue;
    const ownerRow = input === null ? row : (found.rows.get(rowId(criterion)) ?? row);
    const about = {
      criterion, row, code: textAt(sheet, row, columns.get("code")), name: textAt(sheet, ownerRow, columns.get("name")),
    };
    const answer = columns.get("answer");
    const value = cellAt(sheet, row, answer);
    if (answer !== undefined && value !== null && value !== "") {
      if (input !== null) {
        const label = textAt(sheet, row, columns.get("name"));
        entries.push({ ...about, part: `input ${input}`, value, column: answer, label, ...dayAt(found, row, answer) });
      } else {
        const said: Entry = { ...about, part: "notApplicable", value, column: answer, label: heads.answer };
        (isNotApplicable(value, found.language) ? entries : strange).push(said);
      }
    }
    const asked = input === null ? "" : textAt(sheet, row, columns.get("name"));
    for (const part of parts) {
      const column = columns.get(part);
      const held = cellAt(sheet, row, column);
      if (column === undefined || held === null || held === "") continue;
      const kept = part === "reviewed" ? { value: held, ...dayAt(found, row, column) } : wordsAt(found, row, column);
      if (input === null) entries.push({ ...about, part, column, label: heads[part], ...kept });
      else entries.push({ ...about, part: `beside ${input} ${part}`, column, label: `${heads[part]}: ${asked}`, ...kept });
    }
  }
  return { entries, strange };
}

/** Whether a rubric has a place for an entry. */
export function fits(entry: { criterion: string; part: string }, criteria: ReadonlyMap<string, Criterion>, rubric: Rubric): boolean {
  const criterion = criteria.get(entry.criterion);
  if (criterion === undefined) return false;
  if (entry.part === "notApplicable") return rubric.settings.notApplicable !== "none";
  if (entry.part.startsWith("beside ")) return false;
  if (!entry.part.startsWith("input ")) return true;
  const name = entry.part.slice("input ".length);
  return inputsOf(criterion.rule, criterion).some((input) => input.name === name);
}

/** Entries put together into answers and reviews. */
export function answersFrom(entries: readonly Pick<Entry, "criterion" | "part" | "value">[]): {
  answers: Answers;
  reviews: Reviews;
} {
  type Draft = { inputs: Record<string, CellValue>; notApplicable?: string; evidence: string; explanation: string };
  const answers = new Map<string, Draft>();
  const reviews = new Map<string, { points: CellValue; reason: string; reviewer: string }>();
  const text = (value: CellValue): string =>
    value === null ? "" : typeof value === "object" ? value.error : String(value);
  for (const { criterion, part, value } of entries) {
    if (part === "reviewed" || part === "reason") {
      const review = reviews.get(criterion) ?? { points: null, reason: "", reviewer: "" };
      if (part === "reviewed") review.points = value;
      else review.reason = text(value);
      reviews.set(criterion, review);
      continue;
    }
    const answer = answers.get(criterion) ?? { inputs: {}, evidence: "", explanation: "" };
    if (part === "evidence" || part === "explanation") answer[part] = text(value);
    else if (part === "notApplicable") answer.notApplicable = "";
    else answer.inputs[part.slice("input ".length)] = value;
    answers.set(criterion, answer);
  }
  return { answers: answers as ReadonlyMap<string, Answer>, reviews: reviews as ReadonlyMap<string, Review> };
}
