import { issue, type Issue } from "../issue/issue";
import { compare, decimalText, type Exact, isWhole, max, over, parseExact, times, zero } from "../number/exact";
import { type Bounds, no, yes } from "./inputs";
import { amountOf } from "./points";
import { printRule } from "./print";
import type { Amount, Measure, Rule, Step, ZeroPolicy } from "./rule";

export type RuleDraftKind = "yes-no" | "ratio" | "threshold" | "options" | "bands" | "checklist" | "direct";

/** The blanks of the guided editor as a person types them; those of other kinds are kept but not read. */
export interface RuleDraft {
  readonly kind: RuleDraftKind;
  readonly question: string;
  /** Labels of numerator and denominator. */
  readonly over: string;
  readonly under: string;
  /** In percent. */
  readonly threshold: string;
  /** Whether the threshold itself earns all. */
  readonly inclusive: boolean;
  readonly below: "proportional" | "zero";
  readonly zero: ZeroPolicy;
  readonly options: readonly { readonly label: string; readonly score: string }[];
  /** What is counted, and "from" with what it earns; a score is points, or a share ("1/2"). */
  readonly count: string;
  readonly bands: readonly { readonly from: string; readonly score: string }[];
  readonly items: readonly string[];
}

/** By blank: "over", "options.1.score", "" for the whole. */
export interface DraftProblem {
  readonly blank: string;
  readonly issue: Issue;
}

export const emptyDraft: RuleDraft = {
  kind: "yes-no", question: "", over: "", under: "", threshold: "", inclusive: true, below: "proportional", zero: "ask",
  options: [{ label: "", score: "1" }, { label: "", score: "0" }],
  count: "", bands: [{ from: "", score: "1" }, { from: "0", score: "0" }], items: ["", ""],
};

const all: Amount = { share: "1" };
const none: Amount = { share: "0" };
const ratioSteps: Step[] = [{ from: null, inclusive: true, score: { times: all, per: "1" } }];

/** "0,5" and "0.5" are points; "1/2" is a share of the maximum; "tối đa" is all of it. */
function readAmount(written: string): Amount | null {
  const text = written.normalize("NFC").trim().toLowerCase();
  if (/^(điểm )?(tối đa|max)$/.test(text)) return all;
  const share = /^(-?\d{1,6})\s*\/\s*(\d{1,6})$/.exec(text);
  if (share !== null) return Number(share[2]) === 0 ? null : { share: `${share[1]}/${share[2]}` };
  const points = /^-?\d{1,9}([.,]\d{1,9})?$/.exec(text);
  return points === null ? null : { points: text.replace(",", ".") };
}

function readDecimal(written: string): Exact | null {
  const text = written.trim().replace(/%$/, "").trimEnd();
  return /^\d{1,9}([.,]\d{1,9})?$/.test(text) ? parseExact(text.replace(",", ".")) : null;
}

/** The rule that a draft spells, or what is missing. */
export function draftRule(draft: RuleDraft, bounds: Bounds): { rule: Rule | null; problems: readonly DraftProblem[] } {
  const problems: DraftProblem[] = [];
  const add = (blank: string, of: Issue): void => void problems.push({ blank, issue: of });
  const word = (blank: string, text: string): string => {
    const clean = text.normalize("NFC").replace(/\s+/g, " ").trim();
    if (clean === "") add(blank, issue("draft-blank", {}, {}));
    return clean;
  };
  const most = parseExact(bounds.max);
  const amount = (blank: string, text: string): Amount => {
    const read = readAmount(text);
    if (read === null) {
      add(blank, text.trim() === "" ? issue("draft-blank", {}, {}) : issue("draft-not-amount", {}, { text }));
      return none;
    }
    const points = amountOf(read, most);
    if (compare(points, max(most, zero)) > 0 || compare(points, parseExact(bounds.min)) < 0) {
      add(blank, issue("draft-amount-out-of-range", {}, { text, min: bounds.min, max: bounds.max }));
    }
    return read;
  };
  const best = (amounts: readonly Amount[]): void => {
    const top = amounts.map((of) => amountOf(of, most)).reduce(max, parseExact(bounds.min));
    if (problems.length === 0 && compare(top, most) !== 0) {
      add("", issue("draft-never-full", {}, { max: bounds.max, best: decimalText(top) }));
    }
  };
  const figures = (): Measure["figures"] => [
    { name: "a", label: word("over", draft.over) }, { name: "b", label: word("under", draft.under) },
  ];
  const ratio = (steps: readonly Step[]): Rule => ({
    kind: "measure", figures: figures(), value: { kind: "ratio", over: ["a"], under: ["b"] }, steps: [...steps], zero: draft.zero,
  });
  const build = (): Rule => {
    switch (draft.kind) {
      case "yes-no": {
        const meaning = word("question", draft.question);
        return { kind: "choice", options: [{ label: yes, meaning, score: all }, { label: no, score: none }] };
      }
      case "ratio":
        return ratio(ratioSteps);
      case "threshold": {
        const percent = readDecimal(draft.threshold);
        if (percent === null || compare(percent, parseExact("100")) > 0) {
          add("threshold", draft.threshold.trim() === "" ? issue("draft-blank", {}, {}) : issue("draft-not-percent", {}, { text: draft.threshold }));
          return ratio(ratioSteps);
        }
        const below: Step = {
          from: null, inclusive: true, score: draft.below === "zero" ? { give: none } : { times: all, per: "1" },
        };
        const from = decimalText(over(percent, parseExact("100")), 11);
        return ratio([{ from, inclusive: draft.inclusive, score: { give: all } }, below]);
      }
      case "options": {
        if (draft.options.length < 2) add("", issue("draft-too-few", {}, { least: 2 }));
        const seen = new Set<string>();
        const options = draft.options.map((option, k) => {
          const label = word(`options.${k}.label`, option.label);
          if (label !== "" && seen.has(label)) add(`options.${k}.label`, issue("draft-twice", {}, { text: label }));
          seen.add(label);
          return { label, score: amount(`options.${k}.score`, option.score) };
        });
        best(options.map((option) => option.score));
        return { kind: "choice", options };
      }
      case "bands": {
        if (draft.bands.length < 2) add("", issue("draft-too-few", {}, { least: 2 }));
        const seen = new Set<string>();
        const steps = draft.bands.map((band, k) => {
          const from = readDecimal(band.from);
          const score = amount(`bands.${k}.score`, band.score);
          if (from === null || !isWhole(from)) {
            add(`bands.${k}.from`, band.from.trim() === "" ? issue("draft-blank", {}, {}) : issue("draft-not-count", {}, { text: band.from }));
            return { from: zero, score };
          }
          const spelt = decimalText(from);
          if (seen.has(spelt)) add(`bands.${k}.from`, issue("draft-twice", {}, { text: spelt }));
          seen.add(spelt);
          return { from, score };
        });
        best(steps.map((step) => step.score));
        const label = word("count", draft.count);
        const sorted = [...steps].sort((a, b) => compare(b.from, a.from));
        return {
          kind: "measure", figures: [{ name: "n", label }], value: { kind: "count" }, zero: "ask",
          steps: sorted.map(({ from, score }): Step => ({ from: decimalText(from), inclusive: true, score: { give: score } })),
        };
      }
      case "checklist": {
        if (draft.items.length < 2) add("", issue("draft-too-few", {}, { least: 2 }));
        const share = `1/${Math.max(1, draft.items.length)}`;
        const parts = draft.items.map((item, k) => ({
          label: word(`items.${k}`, item), share: { share },
          rule: { kind: "choice", options: [{ label: yes, score: all }, { label: no, score: none }] } as const,
        }));
        return { kind: "parts", parts };
      }
      case "direct":
        return { kind: "direct" };
    }
  };
  const rule = build();
  return { rule: problems.length === 0 ? rule : null, problems };
}

const isAll = (amount: Amount): boolean => "share" in amount && amount.share === "1";
const isNone = (amount: Amount): boolean => ("share" in amount ? amount.share : amount.points) === "0";
const spell = (amount: Amount): string => ("share" in amount ? amount.share : amount.points);

/**
 * The draft that spells a rule, so that the editor opens on what stands there. A rule that no draft spells opens with
 * blanks to fill in: saved as it opens it would be another rule.
 */
export function draftOf(rule: Rule | null, bounds: Bounds): RuleDraft {
  if (rule === null) return emptyDraft;
  const near = nearest(rule);
  const spelt = draftRule(near, bounds).rule;
  return spelt !== null && printRule(spelt, bounds) === printRule(plainly(rule), bounds) ? near : emptyDraft;
}

/** Without the decision's words for "Không", which the editor does not ask for. */
function plainly(rule: Rule): Rule {
  if (rule.kind !== "choice" || rule.options.length !== 2 || rule.options[1]?.label !== no) return rule;
  const [first, second] = rule.options;
  return { ...rule, options: [first!, { label: second!.label, score: second!.score }] };
}

function nearest(rule: Rule): RuleDraft {
  if (rule.kind === "direct") return { ...emptyDraft, kind: "direct" };
  if (rule.kind === "choice") {
    const [first, second] = rule.options;
    if (rule.options.length === 2 && first?.label === yes && isAll(first.score) && second !== undefined && isNone(second.score)) {
      return { ...emptyDraft, kind: "yes-no", question: first.meaning ?? rule.question ?? "" };
    }
    const options = rule.options.map((option) => ({ label: option.label, score: spell(option.score) }));
    return { ...emptyDraft, kind: "options", options };
  }
  if (rule.kind === "parts" && rule.parts.every((part) => part.rule.kind === "choice")) {
    return { ...emptyDraft, kind: "checklist", items: rule.parts.map((part) => part.label) };
  }
  if (rule.kind !== "measure") return { ...emptyDraft, kind: "direct" };
  if (rule.value.kind === "count") {
    const bands = rule.steps.flatMap((step) => ("give" in step.score ? [{ from: step.from ?? "0", score: spell(step.score.give) }] : []));
    return { ...emptyDraft, kind: "bands", count: rule.figures[0]?.label ?? "", bands };
  }
  const [top, below] = rule.steps;
  const label = (names: readonly string[]): string =>
    names.map((name) => rule.figures.find((figure) => figure.name === name)?.label ?? name).join(" + ");
  const named =
    rule.value.kind === "ratio" ? { over: label(rule.value.over), under: label(rule.value.under) } : { over: "", under: "" };
  if (rule.steps.length === 1) return { ...emptyDraft, kind: "ratio", ...named, zero: rule.zero };
  const threshold = decimalText(times(parseExact(top?.from ?? "1"), parseExact("100")));
  const falls = below !== undefined && "give" in below.score ? "zero" : "proportional";
  return { ...emptyDraft, kind: "threshold", ...named, threshold, inclusive: top?.inclusive ?? true, below: falls, zero: rule.zero };
}
