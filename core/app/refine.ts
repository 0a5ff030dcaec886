import type { Refinement, RuleDraft } from "../app-port";
import { decimalText, roundPoints } from "../number/exact";
import { type DraftProblem, draftOf, draftRule } from "../rule/draft";
import { type Input, inputsOf, no, yes } from "../rule/inputs";
import { rulePoints } from "../rule/points";
import { printRule } from "../rule/print";
import type { Rule } from "../rule/rule";
import type { Criterion, Rubric } from "../rubric/rubric";
import { criterionDigits } from "../scoring/score";
import type { Address } from "../sheet/address";
import type { CellValue } from "../sheet/workbook";

type Sample = Readonly<Record<string, CellValue>>;

const plain = (value: CellValue): string => (typeof value === "number" ? String(value) : String(value ?? ""));

/** A few answers that show what a rule does: its ends, its thresholds, just below them. */
function samplesOf(rule: Rule, inputs: readonly Input[]): Sample[] {
  const [first] = inputs;
  if (first === undefined) return [];
  if (rule.kind === "choice") return (first.options ?? []).map((option) => ({ [first.name]: option }));
  if (rule.kind === "parts") {
    const half = Math.ceil(inputs.length / 2);
    const answered = (count: number): Sample =>
      Object.fromEntries(inputs.map(({ name }, k) => [name, k < count ? yes : no]));
    return [answered(inputs.length), answered(half), answered(0)];
  }
  if (rule.kind !== "measure") return [{ [first.name]: Number(first.max) }];
  if (rule.value.kind === "count") {
    const marks = rule.steps.flatMap((step) => (step.from === null ? [] : [Number(step.from)]));
    const values = [...new Set(marks.flatMap((mark) => [mark, mark - 1]).filter((value) => value >= 0))];
    return values.sort((a, b) => b - a).slice(0, 6).map((value) => ({ [first.name]: value }));
  }
  const marks = rule.steps.flatMap((step) => (step.from === null ? [] : [Number(step.from) * 100]));
  const values = [...new Set([100, ...marks.flatMap((mark) => [mark, mark - 1]), 50, 0])].filter((value) => value >= 0 && value <= 100);
  return values.sort((a, b) => b - a).slice(0, 6).map((value) =>
    Object.fromEntries(inputs.map(({ name, kind }, k) => [name, kind === "share" ? value / 100 : k === inputs.length - 1 ? 100 : value])),
  );
}

const shownSample = (sample: Sample): string =>
  Object.entries(sample).map(([name, value]) => (name === "x" ? plain(value) : `${name} = ${plain(value)}`)).join(", ");

/** The guided editor of one criterion: what the draft spells, and what a few answers would earn. */
export function refinementOf(
  criterion: Criterion, key: string, rubric: Rubric, at: Address | null, draft: RuleDraft | null,
): Refinement & { readonly parsed: Rule | null } {
  const shown = draft ?? draftOf(criterion.rule, criterion);
  const { rule, problems }: { rule: Rule | null; problems: readonly DraftProblem[] } = draftRule(shown, criterion);
  const samples = rule === null ? [] : samplesOf(rule, inputsOf(rule, criterion));
  return {
    criterion: { id: criterion.id, code: key, name: criterion.name, max: criterion.max },
    at,
    text: criterion.text,
    draft: shown,
    rule: rule === null ? "" : printRule(rule),
    samples: samples.flatMap((sample) => {
      const outcome = rulePoints(rule, criterion, (name) => sample[name]);
      if (outcome.kind !== "scored") return [];
      const points = decimalText(roundPoints(outcome.points, criterionDigits(rubric)));
      return [{ answer: shownSample(sample), points }];
    }),
    problems,
    parsed: rule,
  };
}
