import type { Language } from "../sheet/snapshot";
import { plainNumber } from "../words/plain";
import { wordsOf } from "../words/say";
import type { WhyStep } from "./app-port";
import { shownPoints, shownShare } from "./shown";

/** One line of the reckoning of a score, in words. */
export function whyLine(step: WhyStep, digits: number, language: Language): string {
  const words = wordsOf(language).panel.why;
  const points = (value: string): string => {
    const [, part = ""] = value.split(".");
    return part.length > digits ? plainNumber(value, language) : shownPoints(value, digits, language);
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
