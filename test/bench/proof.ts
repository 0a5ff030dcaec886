import { finish } from "../../core/app/build";
import { proveBook } from "../../core/app/prove";
import { presetRubric } from "../../core/rubric/preset-rubric";
import { criteriaOf } from "../../core/rubric/rubric";
import { snapshotOf } from "../../core/sheet/apply";
import type { Snapshot } from "../../core/sheet/snapshot";
import { Chance } from "../kit/chance";
import { formBook } from "../kit/form-book";
import { bookOf } from "../kit/proved-book";
import { randomAnswer } from "../kit/random-rubric";
import { facts, pointsRubric, rank, rankTyped, unit } from "../kit/ranking";
import { type Line, line, timed, within } from "./timing";

/** Every score of a workbook computed again, reading it included. */
export function proofLines(): Line[] {
  const chance = new Chance(1);
  const rubric = presetRubric("hcm-xa-2026")!;
  const forms = Array.from({ length: 168 }, () => ({
    rubric, reviews: new Map(),
    answers: new Map(criteriaOf(rubric).map((node) => [node.id, randomAnswer(chance, node, rubric.settings.notApplicable)])),
  }));
  const filled = snapshotOf(formBook(forms).workbook, facts, null);
  const again = (of: Snapshot): Snapshot => ({ ...of, sheets: of.sheets.map((sheet) => ({ ...sheet })) });
  const peer: [string, number] = ["reading and scoring alone", timed(() => bookOf(again(filled), rubric), 3, 1)];
  let cells = 0;
  const proved = timed(() => {
    const proof = finish(proveBook(bookOf(again(filled), rubric)));
    cells = proof.cells;
    if (proof.differences.length > 0) throw new Error("the forms differ from the core");
  }, 3, 1);

  const maxima = Array.from({ length: 9 }, (): [string] => ["10"]);
  const many = pointsRubric(maxima);
  const count = 3321;
  const points = Array.from({ length: count }, () => maxima.map(() => chance.whole(0, 1000) / 100));
  const { workbook } = rankTyped(many, Array.from({ length: count }, (_, at) => unit(`U${at}`)), points);
  const ranked = snapshotOf(workbook, facts, null);
  const made: [string, number] = ["ranking it", timed(() => rank(workbook, many), 1, 0)];
  let places = 0;
  const placed = timed(() => {
    const proof = finish(proveBook(bookOf(again(ranked), many)));
    places = proof.cells;
    if (proof.differences.length > 0) throw new Error("the ranking differs from the core");
  }, 3, 1);
  return [
    line(`168 forms of 43 criteria proved, ${cells} cells`, proved, peer, within(4000)),
    line(`a ranking of ${count} x 9 proved, ${places} cells`, placed, made, within(4000)),
  ];
}
