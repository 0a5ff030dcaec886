import type { Language } from "../sheet/snapshot";
import { formWords } from "../words/form-sheet";
import { wordsOf } from "../words/say";
import { plainNumber } from "../words/plain";
import { findingLine } from "./finding-line";
import type { WhyFigure } from "./app-port";
import type { WhyModel } from "./model";
import { shownPoints, shownShare } from "./shown";
import type { State } from "./state";
import { whyLine } from "./why-line";

/** As the form calls it: only a figure of a formula has a letter. */
function figureLabel({ name, kind, label }: WhyFigure, language: Language): string {
  const called = label === "" ? formWords(language).input[kind] : label;
  return kind === "number" ? `${name} = ${called}` : called;
}

function figureValue({ kind, value, unit }: WhyFigure, language: Language): string {
  if (value === null) return wordsOf(language).panel.why.blank;
  if (kind === "list") return value;
  if (kind === "share") return shownShare(value, language);
  return `${plainNumber(value, language)}${unit === "" ? "" : ` ${unit}`}`;
}

export function whyModel(state: State): WhyModel {
  const { why, language } = state;
  const words = wordsOf(language).panel.why;
  const open = !state.folded.includes("why");
  if (why === null) return { title: words.section, open, body: null, choose: words.choose };
  const points = (value: string): string => shownPoints(value, why.digits, language);
  const orNone = (value: string | null): string => (value === null ? words.noPoints : points(value));
  const most = (value: string): string => shownPoints(value, 0, language);
  const sums: string[] = [];
  if (why.unrounded !== null && why.points !== null) {
    sums.push(words.rounding(plainNumber(why.unrounded, language), points(why.review?.self ?? why.points)));
  }
  if (why.review !== null) {
    sums.push(words.review(orNone(why.review.self), points(why.review.points)));
    if (why.review.reason !== "") sums.push(words.reviewReason(why.review.reason));
  }
  if (why.group !== null) {
    const { code, name, max } = why.group;
    sums.push(words.group(code === "" ? name : `${code}. ${name}`, orNone(why.group.points), most(max)));
  }
  sums.push(words.totalLine(orNone(why.total.points), most(why.total.max)));
  return {
    title: why.points === null ? words.titleOpen(why.code) : words.title(why.code, points(why.points)),
    open,
    choose: words.choose,
    body: {
      name: why.name,
      points: `${orNone(why.points)}/${most(why.max)}`,
      figuresLabel: words.figures,
      figures: why.figures.map((figure) => ({
        label: figureLabel(figure, language), value: figureValue(figure, language), blank: figure.value === null,
      })),
      stepsLabel: words.reckoning,
      steps: why.steps.map((one) => whyLine(one, why.digits, language)),
      sums,
      clauseLabel: why.decision.trim() === "" ? words.clauseOwn : words.clause,
      clause: why.clause,
      decision: why.decision,
      showClause: why.clauseAt === null ? null : { label: words.showClause, event: { is: "show", at: why.clauseAt } },
      refine: why.refines
        ? { label: wordsOf(language).panel.home.refine, event: { is: "refine", criterion: why.criterion } }
        : null,
      findings: why.findings.map((finding) => findingLine(finding, state)),
    },
  };
}
