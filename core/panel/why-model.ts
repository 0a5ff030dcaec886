import { wordsOf } from "../words/say";
import { plainNumber } from "../words/plain";
import type { Why, WhyStep } from "./app-port";
import { findingLine } from "./finding-line";
import type { WhyModel } from "./model";
import { shownPoints, shownShare } from "./shown";
import type { State } from "./state";

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
      figures: why.figures.map(({ name, label, value, unit, at }) => ({
        label: label === "" ? name : `${name} = ${label}`,
        value: value === null ? words.blank : `${plainNumber(value, language)}${unit === "" ? "" : ` ${unit}`}`,
        blank: value === null,
        at,
      })),
      stepsLabel: words.reckoning,
      steps: why.steps.map((one) => stepText(one, why, state)),
      sums,
      clauseLabel: words.clause,
      clause: why.clause,
      decision: why.decision,
      showClause: why.clauseAt === null ? null : { label: words.showClause, event: { is: "show", at: why.clauseAt } },
      findings: why.findings.map((finding) => findingLine(finding, state)),
    },
  };
}

function stepText(step: WhyStep, why: Why, state: State): string {
  const { language } = state;
  const words = wordsOf(language).panel.why;
  const points = (value: string): string => {
    const [, part = ""] = value.split(".");
    return part.length > why.digits ? plainNumber(value, language) : shownPoints(value, why.digits, language);
  };
  const plain = (value: string): string => plainNumber(value, language);
  switch (step.kind) {
    case "ratio":
      return words.ratio(plain(step.over), plain(step.under), shownShare(step.value, language));
    case "value":
      return step.of === "share" ? words.share(shownShare(step.value, language)) : words.count(plain(step.value));
    case "held":
      return step.at === "1" ? words.heldOne : words.heldZero;
    case "step": {
      if (step.from === null) return words.lowest;
      const from = step.percent ? shownShare(step.from, language) : plain(step.from);
      return step.inclusive ? words.from(from) : words.above(from);
    }
    case "give":
      if (step.share === "1") return words.giveAll(points(step.points));
      if (step.share === "0" || Number(step.points) === 0) return words.giveNone;
      return step.share === null ? words.give(points(step.points)) : words.giveShare(step.share, points(step.points));
    case "times": {
      const value = step.percent ? shownShare(step.value, language) : plain(step.value);
      return words.times(value, plain(step.amount), points(step.points));
    }
    case "choice":
      return words.choice(step.label, points(step.points));
    case "part":
      if (step.points === null) return words.partOpen(step.label);
      return words.part(step.label, points(step.points), step.max === null ? "" : plain(step.max));
    case "zero":
      return words.zero[step.policy];
    case "precondition":
      return step.met ? words.met(step.question) : words.unmet(step.question);
    case "waiver":
      return words.waiver(step.label, points(step.points));
    case "bounds":
      return step.at === "max" ? words.boundMax(points(step.points)) : words.boundMin(points(step.points));
    case "direct":
      return words.direct(points(step.points));
    case "evidence":
      return words.evidence(points(step.claimed));
    case "not-applicable":
      return words.notApplicable[step.policy];
  }
}
