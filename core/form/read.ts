import { issue, type Issue } from "../issue/issue";
import type { Reviews } from "../review/review";
import { type Criterion, criteriaOf, nodeKeys, type Rubric } from "../rubric/rubric";
import { inputsOf } from "../rule/inputs";
import type { Answers } from "../scoring/answer";
import { type Address, cellName } from "../sheet/address";
import type { Language, Snapshot } from "../sheet/snapshot";
import { formWords } from "../words/form-sheet";
import { answersFrom, askedIn, type Entry, entriesOf, fits } from "./entry";
import { findForm, formulaAt, type FoundForm, textAt } from "./find";
import type { Letterhead } from "./form-sheet";
import { inputLabel } from "./input-label";
import { entryColumns, type FormColumn, inputRowId, longestText, reservedRow, rowId } from "./layout";
import { type OtherForm, otherForm } from "./other-rubric";
import type { Question } from "./relabel";
import { readStore, type StoredNode } from "./store-sheet";

export type FormCell = "row" | "evidence" | "explanation" | "reviewed" | "reason" | { readonly input: string };

/** One form as it stands in a workbook. */
export interface FormReading {
  readonly sheet: string;
  readonly language: Language;
  readonly unit: { readonly code: string; readonly name: string };
  readonly letterhead: Letterhead;
  readonly answers: Answers;
  readonly reviews: Reviews;
  /** Entries that the rubric has a place for, and those that it has none for. */
  readonly entries: readonly Entry[];
  readonly homeless: readonly Entry[];
  /** The inputs that the form shows for each criterion, in the words of its rows. */
  readonly asked: ReadonlyMap<string, readonly Question[]>;
  /** Rows of groups, where nothing is asked: what people wrote there is a note. */
  readonly groups: ReadonlySet<number>;
  /** What stands in a criterion's own cell though it is not "Không áp dụng". */
  readonly strange: readonly Entry[];
  /** Problems of the sheet itself; those of the figures come with the scores. */
  readonly issues: readonly Issue[];
  readonly found: FoundForm;
  /** Cells by what they are about; null where the sheet has lost them. */
  cellOf(criterion: string, what: FormCell): Address | null;
  /** The criterion whose block a row belongs to, the id of a group on its row; null elsewhere. */
  nodeAt(row: number): string | null;
}

function sheetIssues(found: FoundForm, rubric: Rubric, unit: string): Issue[] {
  const { sheet, columns, rows, language } = found;
  const said = formWords(language);
  const at = unit === "" ? {} : { unit };
  const keys = nodeKeys(rubric);
  const missing = (["code", "name", ...entryColumns, "status"] as const).filter((column) => !columns.has(column));
  const issues = missing.map((column) => issue("form-column-missing", at, { sheet: sheet.name, column: said.heads[column] }));
  const names = new Map<string, Criterion>();
  for (const criterion of criteriaOf(rubric)) {
    const place = { ...at, criterion: keys.get(criterion.id)! };
    const say = (label: string): Issue =>
      issue("form-row-missing", place, { sheet: sheet.name, name: criterion.name || criterion.code, label });
    names.set(rowId(criterion.id), criterion);
    if (!rows.has(rowId(criterion.id))) issues.push(say(""));
    for (const input of inputsOf(criterion.rule, criterion)) {
      const id = inputRowId(criterion.id, input.name);
      names.set(id, criterion);
      if (rows.has(rowId(criterion.id)) && !rows.has(id)) issues.push(say(inputLabel(input, said)));
    }
  }
  for (const { id, row } of found.twice) {
    const cell = `${sheet.name}!${cellName(row, columns.get("name") ?? found.idColumn)}`;
    const own = names.get(id);
    const name = own?.name ?? textAt(sheet, row, columns.get("name"));
    const place = own === undefined ? {} : { criterion: keys.get(own.id)! };
    issues.push(issue("form-row-twice", { ...at, ...place, cell }, { sheet: sheet.name, name }));
  }
  return issues;
}

const words = new Set<string>(["evidence", "explanation", "reason"]);

function isChoice(entry: Entry, rubric: Rubric): boolean {
  const criterion = criteriaOf(rubric).find(({ id }) => id === entry.criterion);
  const inputs = criterion === undefined ? [] : inputsOf(criterion.rule, criterion);
  return inputs.some(({ name, kind }) => entry.part === `input ${name}` && kind === "list");
}

function entryIssues(
  entries: readonly Entry[], strange: readonly Entry[], found: FoundForm, rubric: Rubric, unit: string,
): Issue[] {
  const { sheet } = found;
  const keys = nodeKeys(rubric);
  const place = (entry: Entry) => ({
    ...(unit === "" ? {} : { unit }), criterion: keys.get(entry.criterion) ?? entry.code,
    cell: `${sheet.name}!${cellName(entry.row, entry.column)}`,
  });
  const issues = strange.map((entry) =>
    issue("not-applicable-unknown", place(entry), { text: textAt(sheet, entry.row, entry.column) }));
  for (const entry of entries) {
    const formula = formulaAt(sheet, entry.row, entry.column);
    const { label, error } = entry;
    if (typeof entry.value === "string" && entry.value.length > longestText) {
      issues.push(issue("entry-long", place(entry), { label, length: entry.value.length, most: longestText }));
    }
    if (error !== undefined) {
      const meant = formula === null ? "" : String(entry.value);
      issues.push(issue("words-error", place(entry), { label, text: error, meant }));
    } else if (formula !== null && words.has(entry.part)) {
      issues.push(issue("formula-in-words", place(entry), { label, formula: `=${formula}` }));
    } else if (formula !== null && (typeof entry.value === "number" || (typeof entry.value === "string" && isChoice(entry, rubric)))) {
      issues.push(issue("formula-entered", place(entry), { label, formula: `=${formula}` }));
    }
    if (entry.day !== undefined) issues.push(issue("date-entered", place(entry), { label: entry.label, text: entry.day }));
  }
  return issues;
}

function letterheadOf(found: FoundForm, year: string): { unit: { code: string; name: string }; letterhead: Letterhead } {
  const { sheet, columns, rows } = found;
  const said = formWords(found.language);
  const read = (id: string, column: FormColumn): string => textAt(sheet, rows.get(id), columns.get(column)).trim();
  const own = (text: string, given: string): string | undefined => (text === given ? undefined : text);
  /** The form's own words for another year are nobody's: they give way to this year's. */
  const dated = (text: string, given: (of: string) => string): string | undefined => {
    const some = year === "" ? undefined : text.match(/\d{4}/g)?.pop();
    return text === given(year).trim() || text === given("").trim() || (some !== undefined && text === given(some).trim())
      ? undefined : text;
  };
  const name = read(reservedRow.unit, "name");
  const fields = {
    agency: own(read(reservedRow.agency, "name"), said.agency),
    period: dated(read(reservedRow.facts, "answer"), said.periodOf),
    placeDate: dated(read(reservedRow.date, "evidence"), said.placeDate),
    preparedName: own(read(reservedRow.names, "name"), ""),
    headName: own(read(reservedRow.names, "evidence"), ""),
  };
  const letterhead = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== undefined)) as Letterhead;
  return { unit: { code: read(reservedRow.facts, "rule"), name: name === said.unitName ? "" : name }, letterhead };
}

/** Rows of groups. One that was a criterion when the form was filled in still has answers: it is none of them. */
function groupRows(found: FoundForm, rubric: Rubric, stored: readonly StoredNode[]): Set<number> {
  const kinds = new Map([...rubric.nodes, ...stored].map(({ id, kind }) => [rowId(id), kind]));
  const asking = new Set([...found.rows.keys()].map((id) => id.slice(0, Math.max(0, id.lastIndexOf("|")))));
  return new Set([...found.idOf].filter(([, id]) => kinds.get(id) === "group" && !asking.has(id)).map(([row]) => row));
}

function readForm(found: FoundForm, rubric: Rubric, stored: readonly StoredNode[]): FormReading {
  const { sheet, columns, rows } = found;
  const { unit, letterhead } = letterheadOf(found, rubric.year);
  const criteria = new Map<string, Criterion>(criteriaOf(rubric).map((criterion) => [criterion.id, criterion]));
  const groups = groupRows(found, rubric, stored);
  const all = entriesOf(found, rubric, groups);
  const entries = all.entries.filter((entry) => fits(entry, criteria, rubric));
  const homeless = all.entries.filter((entry) => !fits(entry, criteria, rubric));
  const gone = new Map(homeless.filter((entry) => !criteria.has(entry.criterion)).map((entry) => [entry.criterion, entry]));
  const at = unit.code === "" ? {} : { unit: unit.code };
  const blocks = new Map<number, string>();
  for (const node of rubric.nodes) {
    const own = rows.get(rowId(node.id));
    if (own !== undefined) blocks.set(own, node.id);
    if (node.kind === "group") continue;
    for (const input of inputsOf(node.rule, node)) {
      const row = rows.get(inputRowId(node.id, input.name));
      if (row !== undefined) blocks.set(row, node.id);
    }
  }
  return {
    sheet: sheet.name,
    language: found.language,
    unit,
    letterhead,
    ...answersFrom(entries),
    entries,
    homeless,
    asked: askedIn(found, rubric),
    groups,
    strange: all.strange,
    issues: [
      ...sheetIssues(found, rubric, unit.code),
      ...[...gone.values()].map(({ code, name, row, column }) =>
        issue("form-row-unknown", { ...at, cell: `${sheet.name}!${cellName(row, column)}` }, { sheet: sheet.name, code, name })),
      ...entryIssues(entries, all.strange, found, rubric, unit.code),
    ],
    found,
    cellOf: (criterion, what) => {
      const id = typeof what === "object" ? inputRowId(criterion, what.input) : rowId(criterion);
      const row = rows.get(id);
      const column = columns.get(typeof what === "object" ? "answer" : what === "row" ? "name" : what);
      return row === undefined || column === undefined ? null : { sheet: sheet.name, row, column };
    },
    nodeAt: (row) => blocks.get(row) ?? null,
  };
}

/** Every form of a workbook, in the order of its sheets, read by the ids of its rows and columns; none of another rubric. */
export function readForms(snapshot: Snapshot, rubric: Rubric): FormReading[] {
  const stored = readStore(snapshot)?.nodes ?? [];
  return snapshot.sheets.flatMap((sheet) => {
    const found = findForm(sheet);
    return found === null || otherForm(found, rubric, stored) !== null ? [] : [readForm(found, rubric, stored)];
  });
}

/** Forms that were built for another rubric: nobody here knows what their answers mean. */
export function otherForms(snapshot: Snapshot, rubric: Rubric): OtherForm[] {
  const stored = readStore(snapshot)?.nodes ?? [];
  return snapshot.sheets.flatMap((sheet) => {
    const found = findForm(sheet);
    return (found === null ? null : otherForm(found, rubric, stored)) ?? [];
  });
}
