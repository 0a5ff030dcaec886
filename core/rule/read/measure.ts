import { compare, exact, one, parseExact } from "../../number/exact";
import type { Measure, Rule, StepScore, ZeroPolicy } from "../rule";
import { isAbsent } from "./absent";
import { type Branch, onTop, sameMeasure } from "./choice";
import { inPercent } from "./percent";
import type { Range } from "./range";
import {
  admit,
  admitNumbers,
  assume,
  type Frame,
  fragmentOf,
  isAll,
  isNone,
  pointsOf,
  settle,
  textOf,
  unread,
} from "./reading";
import { decimalOf } from "./product";
import type { Score } from "./score";
import { type Piece, stepsOf } from "./steps";
import { bareEnds, type Token } from "./token";
import { type Said, type Valued, valued } from "./value";
import { caseWords, isNegative, isNothingDone, isOtherwise, isShort, keysOf, memberOf, waiverLabel } from "./words";

function stepScore(
  statement: { score: Score; text: string; of?: Branch["of"] },
  is: Valued,
  alias: string | null,
  frame: Frame,
): StepScore {
  const { score, text } = statement;
  admit(score, frame, text);
  const divided = is.value.kind === "count" ? null : inPercent(statement);
  const amount = settle(divided?.worth ?? score.worth, frame, text);
  const limits = {
    ...(score.cap === undefined ? {} : { cap: settle(score.cap, frame, text) }),
    ...(score.floor === undefined ? {} : { floor: settle(score.floor, frame, text) }),
  };
  if (statement.of?.each !== undefined) return { times: amount, per: "1", ...limits };
  if (score.value === null) {
    if (score.cap !== undefined || score.floor !== undefined) throw unread(text);
    return { give: amount };
  }
  const { value, figures } = is;
  let per = divided?.per ?? score.per;
  if (score.counted !== undefined) {
    const key = keysOf(score.counted);
    const plain = score.value === "ratio" || per !== "1" || is.of !== null || value.kind !== "count";
    if (plain || !is.names.includes(key)) throw unread(text);
    if (typeof score.value.under === "string") per = score.value.under;
  } else if (score.value !== "ratio") {
    const [name, ...more] = score.value.over;
    if (value.kind === "count") {
      if (more.length > 0 || name !== figures[0]!.name || Array.isArray(score.value.under)) throw unread(text);
      if (typeof score.value.under === "string") {
        if (per !== "1") throw unread(text);
        per = score.value.under;
      }
    } else if (score.value.under === null) {
      if (more.length > 0 || (name !== alias && !(value.kind === "share" && name === "r"))) throw unread(text);
    } else if (typeof score.value.under === "string") {
      if (value.kind !== "per" || score.value.under !== value.under || value.over.join() !== score.value.over.join())
        throw unread(text);
    }
  } else if (value.kind === "count") {
    if (is.of === null || per !== "1") throw unread(text);
    per = is.of;
  }
  return { times: amount, per, ...limits };
}

/** All of a known number: nothing is above it. */
function full(range: Range, of: string | null): Range {
  const all = of !== null && range.lone && range.low !== null && compare(range.low.at, parseExact(of)) === 0;
  return all ? { ...range, high: null, lone: false } : range;
}

/**
 * Whether "mỗi mô hình" counts what the bands count: the same words, and no lone number to which it could add
 * ("có 01 mô hình: 3 điểm; mỗi mô hình tiếp theo: 1 điểm").
 */
function countsEach(each: readonly Token[], said: Said, is: Valued, frame: Frame): boolean {
  if (is.value.kind !== "count" || is.of !== null) return false;
  const key = keysOf(bareEnds(each));
  const ranged = said.branches.filter(({ of }) => of.ranged !== null);
  const units = ranged.map(({ of }) => keysOf(bareEnds(of.ranged!.unit))).filter((unit) => unit !== "");
  if (ranged.length > 0 && units.length === 0) return false;
  const adds = ({ of, score }: Branch): boolean => {
    const { amount } = score.worth;
    return of.ranged!.range.lone && !isNone(amount) && !isAll(amount, frame.most);
  };
  if (units.some((unit) => unit !== key) || ranged.some(adds)) return false;
  return said.defines.every(({ label }) => ` ${keysOf(label)} `.includes(` ${key} `));
}

/** A rule that measures a value: what is entered, what it is, what its bands give. */
export function readMeasure(said: Said, frame: Frame): Rule {
  onTop(said.branches.filter((branch) => !isNone(branch.score.worth.amount)));
  sameMeasure(said.branches);
  const is = valued(said, frame);
  const { value, figures } = is;
  const alias = said.values[0]?.name ?? (value.kind === "share" ? (said.defines[0]?.name ?? null) : null);
  const pieces: Piece[] = [];
  const denials: Branch[] = [];
  const waivers: Branch[] = [];
  let rest: StepScore | null = null;
  const setRest = (score: StepScore, text: string): void => {
    if (rest !== null) throw unread(text);
    rest = score;
  };
  for (const branch of said.branches) {
    const { of, text } = branch;
    if (of.each !== undefined) {
      if (!countsEach(of.each, said, is, frame)) throw unread(text);
      setRest(stepScore(branch, is, alias, frame), text);
    } else if (of.ranged !== null) {
      admitNumbers(of.ranged.range.doubts, frame);
      pieces.push({ range: full(of.ranged.range, is.of), score: stepScore(branch, is, alias, frame), text });
    } else if (isOtherwise(of.words) || isShort(of.words)) setRest(stepScore(branch, is, alias, frame), text);
    else if (of.waiver) waivers.push(branch);
    else if (isNegative(of.words) && isNone(branch.score.worth.amount) && branch.score.value === null)
      denials.push(branch);
    else if (isNegative(of.words)) waivers.push(branch);
    else throw unread(text);
  }
  const [formula, ...formulas] = said.formulas;
  if (formulas.length > 0) throw unread(formulas[0]!.text);
  if (formula !== undefined) {
    if (formula.score.value === null && pieces.length > 0) throw unread(formula.text);
    if (pieces.length > 0) assume(frame, "assume-rest", { formula: fragmentOf(formula.text) });
    setRest(stepScore({ score: formula.score, text: formula.text }, is, alias, frame), formula.text);
  }
  const limited =
    rest === null
      ? null
      : held(
          withLimit(rest, said, frame),
          value.kind === "count" && value.max === undefined && pieces.length === 0,
          frame,
        );
  if (limited === null && said.limits.length > 0) throw unread(said.limits[0]!.text);
  const percent = value.kind !== "count";
  const top = percent ? one : null;
  const none = countNone(denials, pieces, limited, is, frame);
  const steps = stepsOf([...pieces, ...none.pieces], limited, top, percent, frame);
  const measure: Measure = { kind: "measure", figures: [...figures], value, steps, zero: "ask" };
  return wrapped(measure, none.required, waivers, said, frame);
}

function withLimit(rest: StepScore, said: Said, frame: Frame): StepScore {
  const [limit, ...more] = said.limits;
  if (limit === undefined) return rest;
  if (more.length > 0 || "give" in rest || rest.cap !== undefined) throw unread(limit.text);
  return { ...rest, cap: settle(limit.worth, frame, limit.text) };
}

/** Points per item without a limit of their own end at the row's. */
function held(rest: StepScore, count: boolean, frame: Frame): StepScore {
  if ("give" in rest || !count || !frame.known) return rest;
  const each = pointsOf(rest.times, frame.most);
  const most = decimalOf(frame.most)!;
  const loss = frame.most.n < 0n;
  if ((loss ? rest.floor : rest.cap) !== undefined || (loss ? each.n >= 0n : each.n <= 0n)) return rest;
  assume(frame, "assume-limit", { limit: most });
  return loss ? { ...rest, floor: { points: most } } : { ...rest, cap: { share: "1" } };
}

const zeroRange: Range = {
  low: { at: exact(0n), inclusive: true },
  high: { at: exact(0n), inclusive: true },
  percent: false,
  lone: false,
  weak: false,
  doubts: [],
};

/** "Chưa có: 0 điểm" beside bands: the count 0, or a condition of its own. */
function countNone(
  denials: readonly Branch[],
  pieces: readonly Piece[],
  rest: StepScore | null,
  is: Valued,
  frame: Frame,
): { pieces: Piece[]; required: Branch | null } {
  const [denial, ...more] = denials;
  if (denial === undefined) return { pieces: [], required: null };
  if (more.length > 0) throw unread(more[0]!.text);
  admit(denial.score, frame, denial.text);
  const counted = is.value.kind === "count";
  const known = new Set([
    ...is.figures.flatMap((figure) => figure.label.toLowerCase().split(/\s+/)),
    ...frame.name.toLowerCase().split(/[\s,]+/),
  ]);
  const own = denial.of.words.slice(1).filter((token) => token.key !== "có");
  const about =
    is.of !== null || isNothingDone(denial.of.words) || (own.length > 0 && own.every((token) => known.has(token.key)));
  if (!about || (!counted && !isNothingDone(denial.of.words))) return { pieces: [], required: denial };
  assume(frame, "assume-none", { words: textOf(denial.of.words) });
  const covered = rest !== null || pieces.some(({ range }) => range.low === null || range.low.at.n === 0n);
  if (covered && !zeroAtNone(pieces, rest)) throw unread(denial.text);
  const piece: Piece = { range: zeroRange, score: { give: { points: "0" } }, text: denial.text };
  return { pieces: covered ? [] : [piece], required: null };
}

/** Whether the bands give nothing at 0 anyway. */
function zeroAtNone(pieces: readonly Piece[], rest: StepScore | null): boolean {
  const nothing = (score: StepScore): boolean => ("times" in score ? score.floor === undefined : isNone(score.give));
  const lowest = pieces.find(({ range }) => range.low === null || (range.low.at.n === 0n && range.low.inclusive));
  return lowest !== undefined ? nothing(lowest.score) : rest !== null && nothing(rest);
}

/** The positive form of a denial: "chưa có chuyên mục" becomes "Có chuyên mục". */
export function affirmed(words: readonly Token[]): string {
  const rest = caseWords(words).slice(1);
  const first = rest[0]?.key;
  const text = memberOf(rest);
  return first === undefined || ["có", "đã", "được"].includes(first)
    ? text
    : `Có ${text[0]!.toLowerCase()}${text.slice(1)}`;
}

function wrapped(
  measure: Measure,
  required: Branch | null,
  waivers: readonly Branch[],
  said: Said,
  frame: Frame,
): Rule {
  const under = measure.value.kind === "ratio" ? measure.value.under : null;
  let zero: ZeroPolicy = "ask";
  const outer: ((rule: Rule) => Rule)[] = [];
  const waive = (figure: string, label: string, statement: { text: string }, worth: Score["worth"]): void => {
    const give = settle(worth, frame, statement.text);
    outer.push((rule) => ({ kind: "waiver", when: { figure }, label, give, rule }));
  };
  for (const policy of said.zeros) {
    const { terms, give, text } = policy;
    const isUnder = under !== null && terms.length === under.length && terms.every((term) => under.includes(term));
    if (isUnder && zero === "ask") {
      if (give === "excluded") zero = "excluded";
      else {
        const amount = settle(give, frame, text);
        if (isNone(amount)) zero = "zero";
        else if (isAll(amount, frame.most)) zero = "full";
        else if (terms.length === 1) waive(terms[0]!, `${terms[0]!} = 0`, policy, give);
        else throw unread(text);
      }
    } else if (
      give !== "excluded" &&
      terms.length === 1 &&
      measure.figures.some((figure) => figure.name === terms[0])
    ) {
      waive(terms[0]!, `${terms[0]!} = 0`, policy, give);
    } else throw unread(text);
  }
  const lone =
    under !== null && under.length === 1 ? measure.figures.find((figure) => figure.name === under[0]) : undefined;
  for (const { words, text } of said.excluded) {
    if (lone === undefined || zero !== "ask") throw unread(text);
    assume(frame, "assume-waiver", { words: textOf(words), figure: lone.name, label: lone.label });
    zero = "excluded";
  }
  for (const waiver of waivers) {
    const { score, of, text } = waiver;
    if (score.value !== null || score.cap !== undefined || score.floor !== undefined) throw unread(text);
    admit(score, frame, text);
    const label = waiverLabel(of.words);
    if (lone !== undefined && isAbsent(of.words, lone, measure, frame)) {
      assume(frame, "assume-waiver", { words: fragmentOf(label), figure: lone.name, label: lone.label });
      waive(lone.name, label, waiver, score.worth);
    } else {
      const give = settle(score.worth, frame, text);
      outer.push((rule) => ({ kind: "waiver", when: { question: label }, label, give, rule }));
    }
  }
  let rule: Rule = { ...measure, zero };
  if (required !== null) {
    rule = {
      kind: "precondition",
      question: affirmed(required.of.words),
      otherwise: settle(required.score.worth, frame, required.text),
      rule,
    };
  }
  return outer.reduceRight<Rule>((inner, wrap) => wrap(inner), rule);
}
