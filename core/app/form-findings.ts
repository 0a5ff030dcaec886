import type { Finding } from "../app-port";
import { issue, type Issue } from "../issue/issue";
import { cellAt } from "../form/find";
import { type Input, inputsOf } from "../rule/inputs";
import { compare, decimalText, exact, isZero, one, times } from "../number/exact";
import { readInput } from "../rule/input-value";
import { typed } from "../rule/typed";
import { type Criterion, criteriaOf, nodeKeys, type Rubric } from "../rubric/rubric";
import { type Address, parseCellName } from "../sheet/address";
import type { CellValue } from "../sheet/workbook";
import type { Facts } from "../sheet/snapshot";
import { formWords } from "../words/form-sheet";
import type { OpenForm } from "./book";
import { findingOf } from "./finding";

/** The input of a criterion that a reviewer's points are. */
const reviewInput = (criterion: Criterion): Input => ({
  name: "points", label: "", kind: "points", min: criterion.min, max: criterion.max,
});

/** What a cell should hold in place of what was typed, or null where only a person can tell. */
export function mended(input: Input, cell: CellValue | undefined, facts: Facts): string | number | null {
  if (typeof cell !== "string") return null;
  const read = typed(input, cell, facts.decimal);
  if (read.kind !== "cell" || (typeof read.value !== "string" && typeof read.value !== "number")) return null;
  const counts = readInput(input, read.value);
  return read.value !== cell && counts.kind !== "fault" && counts.kind !== "blank" ? read.value : null;
}

/** A cell that an issue names as `Sheet!A1`. */
export function addressOf(cell: string | undefined | null): Address | null {
  if (cell === undefined || cell === null) return null;
  const mark = cell.lastIndexOf("!");
  const at = parseCellName(cell.slice(mark + 1));
  return at === null ? null : { sheet: cell.slice(0, mark), ...at };
}

function placeOf(issue: Issue, id: string, form: OpenForm): Address | null {
  const { reading } = form;
  switch (issue.code) {
    case "evidence-missing":
      return reading.cellOf(id, "evidence");
    case "explanation-missing":
    case "not-applicable-reason-missing":
      return reading.cellOf(id, "explanation");
    case "review-not-number":
    case "review-out-of-range":
      return reading.cellOf(id, "reviewed");
    case "review-reason-missing":
      return reading.cellOf(id, "reason");
    default:
      break;
  }
  const params = issue.params as { readonly input?: string };
  return params.input === undefined || params.input === "" ? reading.cellOf(id, "row") : reading.cellOf(id, { input: params.input });
}

/** What a cell should hold in place of what a problem was found with, or null where only a person can tell. */
export function mendOf(
  issue: Issue, criterion: Criterion, held: CellValue, form: OpenForm, facts: Facts,
): string | number | null {
  switch (issue.code) {
    case "review-not-number":
      return mended(reviewInput(criterion), held, facts);
    case "input-not-number":
    case "input-not-in-list": {
      const { input: name } = issue.params;
      const input = inputsOf(criterion.rule, criterion).find((candidate) => candidate.name === name);
      return input === undefined ? null : mended(input, held, facts);
    }
    case "not-applicable-unknown": {
      const { notApplicable } = formWords(form.reading.language);
      return mended({ name: "", label: "", kind: "list", options: [notApplicable], min: "", max: "" }, held, facts);
    }
    case "words-error":
      return issue.params.meant === "" ? null : issue.params.meant;
    default:
      return null;
  }
}

/** Shares under 1 %, which may have been typed as parts of 1 into cells that take them as percents. */
function smallShares({ reading }: OpenForm, rubric: Rubric): Issue[] {
  const keys = nodeKeys(rubric);
  return criteriaOf(rubric).flatMap((criterion) => {
    const answer = reading.answers.get(criterion.id);
    if (answer === undefined || answer.notApplicable !== undefined) return [];
    return inputsOf(criterion.rule, criterion).flatMap((input) => {
      const read = readInput(input, answer.inputs[input.name]);
      if (input.kind !== "share" || read.kind !== "number") return [];
      const meant = times(read.value, exact(100));
      if (isZero(meant) || compare(meant, one) >= 0) return [];
      const { name, label } = input;
      return [issue("share-small", { criterion: keys.get(criterion.id)! }, {
        input: name, label, text: decimalText(read.value, 15), meant: decimalText(meant, 15),
      })];
    });
  });
}

/** Everything to look at in a form, in the order of its rows, each with its cell and its way out. */
export function formFindings(form: OpenForm, rubric: Rubric, facts: Facts): Finding[] {
  const keys = nodeKeys(rubric);
  const byKey = new Map(criteriaOf(rubric).map((criterion) => [keys.get(criterion.id)!, criterion]));
  const findings = [...form.reading.issues, ...form.scores.issues, ...smallShares(form, rubric)].map((issue) => {
    const criterion = issue.at.criterion === undefined ? undefined : byKey.get(issue.at.criterion);
    if (criterion === undefined) return findingOf(issue, addressOf(issue.at.cell));
    const at = addressOf(issue.at.cell) ?? placeOf(issue, criterion.id, form);
    const held = at === null ? null : cellAt(form.reading.found.sheet, at.row, at.column);
    return findingOf(issue, at, { mends: mendOf(issue, criterion, held, form, facts) !== null });
  });
  // A row that is gone is said to be gone; that nothing stands in it needs no second word.
  const placed = findings.filter(({ at, todo }) => at !== null || todo !== "blank");
  const order = (finding: Finding): number => finding.at?.row ?? -1;
  return placed.sort((a, b) => order(a) - order(b));
}
