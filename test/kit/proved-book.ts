import type { Book } from "../../core/app/book";
import { finish } from "../../core/app/build";
import { proveBook } from "../../core/app/prove";
import { formsByUnit } from "../../core/app/standings";
import { rankingBook } from "../../core/form/ranking-book";
import { readForms } from "../../core/form/read";
import { listOf } from "../../core/form/units-home";
import type { Proven } from "../../core/app-port";
import type { Unit } from "../../core/ranking/unit";
import type { Rubric } from "../../core/rubric/rubric";
import type { Answer } from "../../core/scoring/answer";
import { score } from "../../core/scoring/score";
import { snapshotOf } from "../../core/sheet/apply";
import type { Snapshot } from "../../core/sheet/snapshot";
import type { Workbook } from "../../core/sheet/workbook";
import { Chance } from "./chance";
import { formBook } from "./form-book";
import { randomAnswer, randomCase } from "./random-rubric";
import { applied, facts, unit } from "./ranking";

/** The book of a rubric that no sheet holds. */
export const bookOf = (snapshot: Snapshot, rubric: Rubric): Book => ({
  snapshot, store: null, sheet: null, rubric, issues: [], source: "",
  forms: readForms(snapshot, rubric).map((reading) => ({ reading, scores: score(rubric, reading.answers, reading.reviews) })),
});

export const proofOf = (snapshot: Snapshot, rubric: Rubric): Proven => finish(proveBook(bookOf(snapshot, rubric)));
export const proofOfBook = (workbook: Workbook, rubric: Rubric): Proven => proofOf(snapshotOf(workbook, facts, null), rubric);

/** Forms of one drawn rubric, each with drawn answers, and the ranking of their units, some without a form. */
export function rankedCase(seed: number, count = 4): { rubric: Rubric; workbook: Workbook } {
  const { rubric, answers, reviews } = randomCase(seed);
  const chance = new Chance(seed + 1);
  const policy = rubric.settings.notApplicable;
  const more = Array.from({ length: count - 1 }, () => ({
    rubric, reviews: new Map(),
    answers: new Map(rubric.nodes.flatMap((node): [string, Answer][] =>
      node.kind === "criterion" && !chance.often(4) ? [[node.id, randomAnswer(chance, node, policy)]] : [])),
  }));
  const { workbook } = formBook([{ rubric, answers, reviews }, ...more]);
  const units = Array.from({ length: count + 1 }, (_, at): Unit => unit(`U${at + 1}`, `Khối ${seed % 2 === 0 ? 1 : at % 2}`, {
    ranked: (at + seed) % 5 !== 0,
    ...(at % 2 === 0 && seed % 3 === 0 ? { previous: { total: { n: 101n, d: 2n }, rank: at + 1 } } : {}),
  }));
  return { rubric, workbook: rankedAgain(workbook, rubric, units) };
}

/** The ranking of units, written into a workbook of forms. */
export function rankedAgain(workbook: Workbook, rubric: Rubric, units: readonly Unit[]): Workbook {
  const snapshot = snapshotOf(workbook, facts, null);
  const list = listOf(units);
  const { forms } = formsByUnit(bookOf(snapshot, rubric), rubric, list);
  return applied(workbook, rankingBook(snapshot, rubric, list, forms).patch);
}
