import type { FoundForm } from "../form/find";
import { dash, type FormColumn, formColumns, firstHelper, inputRowId, pillarRowId, reservedRow, rowId } from "../form/layout";
import { type Exact, isZero, less, one, plus, zero } from "../number/exact";
import { bandOf } from "../ranking/band";
import { code } from "../rule/code";
import { countedGroups, openNodes } from "../rubric/counted";
import { type Criterion, type Group, isCriterion, type Rubric } from "../rubric/rubric";
import { type CriterionScore, percentOf, type Scores } from "../scoring/score";
import { type Due, dueNumber, dueText, type Measure, type Right } from "./due";

const helpers: ReadonlySet<FormColumn> = new Set(formColumns.slice(formColumns.indexOf(firstHelper)));

interface FormDues {
  readonly dues: readonly Due[];
  /** Cells whose row or column the sheet no longer has. */
  readonly lost: number;
}

type Put = (id: string, column: FormColumn, right: Right, measure?: Measure) => void;

function criterionDues(criterion: Criterion, score: CriterionScore, put: Put): void {
  const id = rowId(criterion.id);
  const added = (points: Exact | null): Right => ({ value: score.counted ? points ?? zero : zero });
  const { outcome } = score;
  put(id, "self", dueNumber(score.self));
  put(id, "final", dueNumber(score.final));
  put(id, "points", outcome.kind === "scored" ? { value: outcome.points } : null);
  put(id, "adjusted", dueNumber(score.reviewed));
  put(id, "ownMax", { value: score.max });
  put(id, "ownSelf", added(score.self));
  put(id, "ownFinal", added(score.final));
  const dealt = score.self !== null || score.reviewed !== null || score.code === code.excluded;
  put(id, "filled", { value: dealt ? one : zero }, "count");
  for (const { rule, inputs, measured, points } of outcome.kind === "scored" ? outcome.traces : []) {
    const [first] = inputs;
    if (first === undefined || !["measure", "choice", "direct"].includes(rule.kind)) continue;
    const leaf = inputRowId(criterion.id, first.name);
    put(leaf, "points", { value: points });
    if (measured !== null) put(leaf, "measured", { value: measured }, "count");
  }
}

function groupDues(group: Group, rubric: Rubric, scores: Scores, scored: boolean, open: boolean, put: Put): void {
  const id = rowId(group.id);
  const sums = scores.groups.get(group.id)!;
  const empty = isZero(sums.max);
  put(id, "max", !scored || empty ? { text: dash } : { value: sums.max });
  for (const part of ["self", "final"] as const) {
    put(id, part, !scored || (empty && !open) ? { text: dash } : { value: sums[part] });
    if (group.cap === undefined) continue;
    const inside = rubric.nodes.filter(({ parent }) => parent === group.id).reduce((sum, node) => {
      const criterion = scores.criteria.get(node.id);
      if (criterion === undefined) return plus(sum, scores.groups.get(node.id)![part]);
      return criterion.counted ? plus(sum, criterion[part] ?? zero) : sum;
    }, zero);
    put(id, part === "self" ? "ownSelf" : "ownFinal", { value: less(sums[part], inside) });
  }
}

/** Every computed number of a form, and its band, as its answers give them; cells are found by ids and column keys. */
export function formDues(found: FoundForm, rubric: Rubric, scores: Scores): FormDues {
  const dues: Due[] = [];
  let lost = 0;
  let about = { code: "", name: "" };
  const put: Put = (id, column, right, measure = "points") => {
    const row = found.rows.get(id);
    const place = found.columns.get(column);
    if (row === undefined || place === undefined) lost += 1;
    else dues.push({ row, column: place, right, measure, ...about, hidden: helpers.has(column) });
  };
  const counted = countedGroups(rubric);
  const open = openNodes(rubric);
  for (const node of rubric.nodes) {
    about = { code: node.code, name: node.name };
    if (isCriterion(node)) criterionDues(node, scores.criteria.get(node.id)!, put);
    else groupDues(node, rubric, scores, counted.has(node.id), open.has(node.id), put);
  }
  about = { code: "", name: "" };
  const { total, percent } = scores;
  const { bands, bandUnit } = rubric.settings;
  put(reservedRow.facts, "self", { value: total.final });
  for (const part of ["max", "self", "final"] as const) put(reservedRow.total, part, { value: total[part] });
  const share = (of: Exact | null): Right => (of === null ? { text: dash } : { value: of });
  put(reservedRow.percent, "self", share(percentOf(total.self, total.max)), "percent");
  put(reservedRow.percent, "final", share(percent), "percent");
  if (bands.length > 0) {
    const value = bandUnit === "points" ? total.final : percent;
    put(reservedRow.band, "final", value === null ? { text: dash } : dueText(bandOf(value, bands) ?? ""), "band");
  }
  for (const pillar of rubric.pillars) {
    about = { code: pillar.code, name: pillar.name };
    const sums = scores.pillars.get(pillar.code)!;
    for (const part of ["max", "self", "final"] as const) put(pillarRowId(pillar.code), part, { value: sums[part] });
  }
  return { dues, lost };
}
