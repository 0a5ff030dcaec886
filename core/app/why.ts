import type { Finding, Why, WhyFigure } from "../app-port";
import { decimalText, type Exact } from "../number/exact";
import { inputsOf } from "../rule/inputs";
import { readInput } from "../rule/input-value";
import { isCriterion, nodeKeys, type Rubric } from "../rubric/rubric";
import { blankAnswer } from "../scoring/answer";
import { unrounded, whySteps } from "../scoring/why";
import type { Address } from "../sheet/address";
import { type Book, type OpenForm, ruleCell } from "./book";
import { formFindings } from "./form-findings";

const spelt = (points: Exact | null): string | null => (points === null ? null : decimalText(points));

/** Why a criterion has its points: figures read, the reckoning, rounding, review, group, total, clause. */
export function whyOf(
  form: OpenForm, rubric: Rubric, id: string, findings: readonly Finding[], clauseAt: Address | null,
): Why | null {
  const { reading, scores } = form;
  const criterion = rubric.nodes.find((node) => node.id === id);
  const score = scores.criteria.get(id);
  if (criterion === undefined || !isCriterion(criterion) || score === undefined) return null;
  const keys = nodeKeys(rubric);
  const answer = reading.answers.get(id) ?? blankAnswer;
  const figures = inputsOf(criterion.rule, criterion).map((input): WhyFigure => {
    const read = readInput(input, answer.inputs[input.name]);
    const value =
      read.kind === "number" ? decimalText(read.value) : read.kind === "option" ? input.options?.[read.index] ?? null : null;
    const { name, kind, label, unit = "" } = input;
    return { name, kind, label, value, unit, at: reading.cellOf(id, { input: name }) };
  });
  const group = rubric.nodes.find((node) => node.id === criterion.parent);
  const sums = group === undefined ? undefined : scores.groups.get(group.id);
  const review = reading.reviews.get(id);
  return {
    criterion: id,
    code: keys.get(id) ?? criterion.code,
    name: criterion.name,
    unit: reading.unit,
    points: spelt(score.final),
    max: criterion.max,
    digits: rubric.settings.digits,
    at: reading.cellOf(id, "row"),
    figures,
    steps: whySteps(criterion, score, rubric.settings.notApplicable),
    unrounded: spelt(unrounded(score)),
    review:
      score.reviewed === null
        ? null
        : { self: spelt(score.self), points: decimalText(score.reviewed), reason: review?.reason ?? "" },
    group:
      group === undefined || sums === undefined
        ? null
        : { code: keys.get(group.id) ?? group.code, name: group.name, points: decimalText(sums.final), max: decimalText(sums.max) },
    total: { points: decimalText(scores.total.final), max: decimalText(scores.total.max) },
    clause: criterion.text,
    decision: rubric.decision,
    clauseAt,
    findings: findings.filter((finding) => finding.issue.at.criterion === keys.get(id)),
    refines: criterion.rule === null || criterion.rule.kind === "direct",
  };
}

/** The same by the unit's code, null for the only form. */
export function whyIn(book: Book, id: string, unit: string | null): Why | null {
  const { rubric, snapshot } = book;
  const form = book.forms.find(({ reading }) => unit === null || reading.unit.code === unit);
  if (rubric === null || form === undefined) return null;
  return whyOf(form, rubric, id, formFindings(form, rubric, snapshot.facts), ruleCell(book, id));
}

/** The same for the row that a cell stands in; null where it is not a criterion's. */
export function whyAt(book: Book, at: Address): Why | null {
  const { rubric, snapshot } = book;
  const form = book.forms.find(({ reading }) => reading.sheet === at.sheet);
  const id = form?.reading.nodeAt(at.row) ?? null;
  if (rubric === null || form === undefined || id === null) return null;
  return whyOf(form, rubric, id, formFindings(form, rubric, snapshot.facts), ruleCell(book, id));
}
