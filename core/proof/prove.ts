import type { Progress } from "../app-port";
import { cellAt } from "../form/find";
import { pointsRows, type UnitForm } from "../form/indicators-rows";
import { indicatorsHome } from "../form/indicators-layout";
import { reservedRow } from "../form/layout";
import type { FormReading } from "../form/read";
import { decimalText } from "../number/exact";
import { indicatorsOf, rankedCriteria } from "../ranking/indicator";
import type { UnitList } from "../ranking/unit-list";
import { isCriterion, type Rubric } from "../rubric/rubric";
import type { Scores } from "../scoring/score";
import type { Snapshot } from "../sheet/snapshot";
import { contentOf, keyOf } from "./due";
import { Findings } from "./findings";
import { formDues } from "./form-due";
import { formFollows } from "./form-follows";
import type { Effect, Proof } from "./proof";
import { piecesOf, proveRanking, ranksOf } from "./ranking-proof";
import { standingsBy, toldByCore, toldByForm } from "./told";

/** What is proved: the forms of a workbook with the scores of their answers, and the units that are ranked. */
interface Proved {
  readonly snapshot: Snapshot;
  readonly rubric: Rubric;
  readonly forms: readonly { readonly reading: FormReading; readonly scores: Scores }[];
  readonly list: UnitList;
  /** By the code of their unit. */
  readonly byUnit: ReadonlyMap<string, UnitForm>;
  readonly outdated: boolean;
}

/** Computes every score again from the answers alone and holds each computed cell of the workbook against it. */
export function* prove(proved: Proved): Generator<Progress, Proof, void> {
  const { snapshot, rubric, forms, list, byUnit } = proved;
  const indicators = indicatorsOf(rubric);
  const criteria = rankedCriteria(rubric);
  const { settings } = rubric;
  const found = new Findings();
  let done = 0;
  let lost = 0;
  const readingOf = new Map(forms.map(({ reading }) => [reading.sheet, reading]));
  const { rows } = pointsRows(rubric, list.units, byUnit, indicatorsHome(snapshot).sheet);
  const ownForm = rows.map(({ form }) => (form === null ? null : readingOf.get(form.layout.sheet) ?? null));
  const core = rows.map((row) => toldByCore(row, criteria));
  const right = standingsBy(rows, core, indicators, settings);
  const byForms = rows.map((row, at) => {
    const reading = ownForm[at]!;
    return reading === null ? core[at]! : toldByForm(row, reading, indicators, criteria, core[at]!);
  });
  const shownByForms = standingsBy(rows, byForms, indicators, settings);
  const lineOf = new Map(ownForm.flatMap((reading, at) => (reading === null ? [] : [[reading.sheet, at] as const])));

  const of = forms.length + piecesOf(rows.length);
  for (const { reading, scores } of forms) {
    yield { done: done++, of };
    const { sheet } = reading.found;
    const due = formDues(reading.found, rubric, scores);
    lost += due.lost;
    const wrong = found.wrong(sheet, due.dues);
    if (wrong.length === 0) continue;
    const follows = formFollows(reading.found, rubric, new Set(wrong.map(({ row, column }) => keyOf(row, column))));
    const line = lineOf.get(reading.sheet);
    const total = cellAt(sheet, reading.found.rows.get(reservedRow.total) ?? -1, reading.found.columns.get("final"));
    const effect: Effect = {
      total: { shown: contentOf(total), right: decimalText(scores.total.final, 15) },
      rank: line === undefined ? null : ranksOf(shownByForms[line]!, right[line]!, rows[line]!),
    };
    for (const each of wrong) found.add(sheet, each, reading.unit, follows(each.row, each.column), effect);
  }

  const ranking = proveRanking(found, snapshot, { rows, indicators, criteria, settings, core, right, byForms, shownByForms });
  let piece = ranking.next();
  for (; piece.done !== true; piece = ranking.next()) yield { done: done++, of };
  const { units, absent } = piece.value;

  const rated = rubric.nodes.filter(isCriterion);
  const direct = rated.filter(({ rule }) => rule === null || rule.kind === "direct").length;
  const typed = rows.filter(({ form, cells }) => form === null && cells.some((value) => value !== null && value !== "")).length;
  return {
    cells: found.cells, forms: forms.length, units,
    entered: direct * forms.length + typed * indicators.length,
    waiting: rated.filter(({ rule }) => rule?.kind === "relative").length * forms.length,
    lost, absent, outdated: proved.outdated, differences: found.differences, digits: settings.digits,
  };
}

