import { issue } from "../../issue/issue";
import { compare, decimalText, exact, type Exact, parseExact, plus, zero } from "../../number/exact";
import { no, yes } from "../inputs";
import type { Amount, Choice, Rule } from "../rule";
import { admit, assume, fixed, type Frame, fragmentOf, isAll, isNone, pointsOf, unread, Unread } from "./reading";
import { countedIn } from "./number-word";
import { decimalOf, shareOf } from "./product";
import type { Statement } from "./saying";
import { nameOverlaps, nothingAfterAll } from "./overlap";
import { checkCount } from "./size";
import { isException, isOfRatio } from "./threshold";
import { labelOf, type Token } from "./token";
import { isNegative, isNothingDone, isOtherwise, memberOf } from "./words";

export type Branch = Extract<Statement, { readonly kind: "branch" }>;

interface Option {
  readonly branch: Branch;
  readonly amount: Amount;
}

const all: Amount = { share: "1" };
const none: Amount = { share: "0" };
export const pointsText = (value: Exact): string => decimalOf(value) ?? decimalText(value, 4);

function optionsOf(branches: readonly Branch[], frame: Frame): Option[] {
  return branches.map((branch) => {
    const amount = branch.of.each === undefined ? fixed(branch, frame) : null;
    if (amount === null) throw unread(branch.text);
    return { branch, amount };
  });
}

/** "1" beside "1/2*điểm tối đa" could be a point or a share, "50% số điểm" of the maximum or of another level. */
export function sameMeasure(branches: readonly Branch[]): void {
  const bare = branches.find(({ score }) => score.bare && !isNone(score.worth.amount));
  const some = branches.find(({ score }) => score.partial === true);
  const whole = ({ score }: Branch): boolean => {
    const { amount } = score.worth;
    return score.partial === true || isNone(amount) || ("share" in amount && amount.share === "1");
  };
  if (some !== undefined && !branches.every((branch) => whole(branch) && branch.score.value === null))
    throw unread(some.text);
  if (bare !== undefined && branches.some(({ score }) => "share" in score.worth.amount && !isNone(score.worth.amount)))
    throw unread(bare.text);
}

/** "Cộng 0,5 điểm" beside plain points comes on top of them: no one rule says so. */
export function onTop(branches: readonly Branch[]): void {
  const signed = branches.find((branch) => branch.score.signed === true);
  if (signed !== undefined && branches.some((branch) => branch.score.signed !== true)) throw unread(signed.text);
}

const keyOf = (tokens: readonly Token[]): string => tokens.map((token) => token.key).join(" ");

/** Two branches for one case: the same words twice, or "A hoặc B" against "chưa A hoặc chưa B". */
function contradiction(options: readonly Option[]): void {
  const seen = new Map<string, Option>();
  for (const option of options) {
    const key = keyOf(option.branch.of.words) + keyOf(option.branch.of.meaning ?? []);
    const other = seen.get(key);
    if (other !== undefined) throw contradictory(other.branch, option.branch);
    seen.set(key, option);
  }
  const linked = (option: Option, link: string): readonly (readonly Token[])[] => {
    const pieces: Token[][] = [[]];
    for (const token of option.branch.of.words) {
      if (token.key === link) pieces.push([]);
      else pieces[pieces.length - 1]!.push(token);
    }
    return pieces;
  };
  for (const denied of options) {
    for (const link of ["hoặc", "và"]) {
      const pieces = linked(denied, link);
      if (pieces.length < 2 || !pieces.every(isNegative)) continue;
      const other = options.find(
        (option) => option !== denied && !isNegative(option.branch.of.words) && linked(option, link).length > 1,
      );
      if (other === undefined) continue;
      if (link === "hoặc") throw contradictory(other.branch, denied.branch);
      throw new Unread(issue("rule-gap-either", {}, { words: fragmentOf(other.branch.text) }));
    }
  }
}

const contradictory = (first: Branch, second: Branch): Unread =>
  new Unread(issue("rule-contradictory", {}, { first: fragmentOf(first.text), second: fragmentOf(second.text) }));

function memberFor(option: Option): Choice["options"][number] {
  const { words, meaning } = option.branch.of;
  return {
    label: memberOf(words),
    ...(meaning === undefined ? {} : { meaning: labelOf(meaning) }),
    score: option.amount,
  };
}

function choiceOf(options: readonly Option[], question: string | null, extra: Choice["options"] = []): Choice {
  const members = [...options.map(memberFor), ...extra];
  const labels = new Set(members.map((member) => member.label));
  if (labels.size !== members.length) throw unread(options[0]!.branch.text);
  return { kind: "choice", ...(question === null ? {} : { question }), options: members };
}

/** All or nothing: "Có" and "Không", with the text's words as their meaning. */
function yesNo(met: Option, unmet: Option | null, question: string | null): Choice {
  const told = (option: Option, label: string): { meaning?: string } => {
    const { words, meaning } = option.branch.of;
    if (meaning !== undefined) return { meaning: labelOf(meaning) };
    const text = labelOf(words);
    return text.toLowerCase() === label.toLowerCase() ? {} : { meaning: text };
  };
  return {
    kind: "choice",
    ...(question === null ? {} : { question }),
    options: [
      { label: yes, ...told(met, yes), score: met.amount },
      { label: no, ...(unmet === null ? {} : told(unmet, no)), score: unmet?.amount ?? { points: "0" } },
    ],
  };
}

/** The options of a text that says that one applies. */
export function readChoice(branches: readonly Branch[], question: string | null, frame: Frame): Rule {
  const options = optionsOf(branches, frame);
  if (branches.some(({ score }) => score.partial === true)) sameMeasure(branches);
  if (options.length < 2) throw unread(branches[0]?.text ?? "");
  return choiceOf(options, question);
}

function partsOf(options: readonly Option[], frame: Frame): Rule {
  assume(frame, "assume-sum", { parts: options.length });
  return {
    kind: "parts",
    parts: options.map(({ branch, amount }) => ({
      label: memberOf(branch.of.words),
      share: amount,
      rule: {
        kind: "choice",
        options: [
          { label: yes, score: all },
          { label: no, score: none },
        ],
      },
    })),
  };
}

/** "01 ứng dụng …; 01 ứng dụng khác …", each the same: items that are counted. */
function itemsOf(options: readonly Option[], frame: Frame): Rule | null {
  const [first, ...others] = options;
  if (first === undefined || others.length === 0) return null;
  const unit = (option: Option): string | null => {
    const [one, ...rest] = option.branch.of.words;
    return one?.value === "1" && rest.length > 0
      ? keyOf(rest.filter((token) => token.key !== "khác" && token.key !== "nữa"))
      : null;
  };
  const wanted = unit(first);
  const other = (option: Option): boolean =>
    unit(option) === wanted && option.branch.of.words.some((token) => token.key === "khác");
  const each = pointsOf(first.amount, frame.most);
  if (
    wanted === null ||
    !others.every((option) => other(option) && compare(pointsOf(option.amount, frame.most), each) === 0)
  )
    return null;
  const label = `số ${labelOf(first.branch.of.words.slice(1))}`;
  assume(frame, "assume-per-item", { label, most: String(options.length) });
  const total = times(first.amount, options.length);
  return {
    kind: "measure",
    figures: [{ name: "n", label }],
    value: { kind: "count" },
    zero: "ask",
    steps: [{ from: null, inclusive: true, score: { times: first.amount, per: "1", cap: total } }],
  };
}

function times(amount: Amount, count: number): Amount {
  const spelt = "share" in amount ? amount.share : amount.points;
  const value = parseExact(spelt);
  const total = exact(value.n * BigInt(count), value.d);
  return "share" in amount ? { share: shareOf(total) } : { points: decimalOf(total)! };
}

/** Holds options of which a person chooses one to be complete, each with a case of its own. */
function chosen(options: readonly Option[], frame: Frame): void {
  checkCount("options", options.length);
  const spoken = options.map(({ branch: { of, text }, amount }) => ({
    words: of.words,
    points: pointsOf(amount, frame.most),
    measured: of.ranged?.range.weak === false,
    text,
  }));
  nothingAfterAll(spoken);
  nameOverlaps(spoken, frame);
}

/** Branches in words alone: all or nothing, one of several, or several added up. */
export function readBranches(branches: readonly Branch[], question: string | null, frame: Frame): Rule {
  const odd = branches.find(({ of }) => isException(of.words));
  if (odd !== undefined) throw unread(odd.text);
  const options = optionsOf(branches, frame);
  const earning = options.filter((option) => !isNone(option.amount));
  const empty = options.filter((option) => isNone(option.amount));
  if (earning.length === 0) throw unread(branches[0]!.text);
  onTop(earning.map((option) => option.branch));
  sameMeasure(branches);
  contradiction(options);
  const points = earning.map((option) => pointsOf(option.amount, frame.most));
  const ratio = branches.find(({ of }) => isOfRatio(of.words));
  if (ratio !== undefined && earning.length === 1) throw unread(ratio.text);
  if (earning.length === 1) return single(earning[0]!, empty, options, question, frame);
  const ranged = branches.filter((branch) => branch.of.ranged !== null);
  const worded = branches.find(
    (branch) => branch.of.ranged === null && !isNegative(branch.of.words) && !isOtherwise(branch.of.words),
  );
  if (worded !== undefined && ranged.some((branch) => branch.of.ranged!.range.percent)) throw unread(worded.text);
  if (ratio !== undefined) throw unread(ratio.text);
  const mixed = worded !== undefined && ranged.some((branch) => !branch.of.ranged!.range.weak);
  if (earning.some((option) => isAll(option.amount, frame.most))) {
    if (mixed) assume(frame, "assume-choice", { options: options.length });
    return several(options, question, frame);
  }
  const items = empty.every((option) => isNothingDone(option.branch.of.words)) ? itemsOf(earning, frame) : null;
  if (items !== null) return items;
  const sum = points.reduce(plus, zero);
  if (!frame.known || compare(sum, frame.most) !== 0) {
    assume(frame, "assume-choice", { options: options.length });
    return several(options, question, frame);
  }
  // "Từ hai văn bản trở lên" and "một văn bản" are levels of one thing, which are not added up.
  const things = earning.map((option) => countedIn(option.branch.of.words));
  const level = earning.find((_, k) => things[k] !== null && things.indexOf(things[k]!) !== k);
  if (level !== undefined) throw unread(level.branch.text);
  const parts = earning.map((option) => ({ option, denied: null as Option | null }));
  for (const option of empty) {
    const at = options.indexOf(option) - 1;
    const own = parts.find((part) => part.option === options[at]);
    const paired = empty.length === earning.length && own !== undefined && isNegative(option.branch.of.words);
    if (!paired && !isNothingDone(option.branch.of.words) && !isOtherwise(option.branch.of.words))
      throw unread(option.branch.text);
  }
  return partsOf(earning, frame);
}

function single(
  met: Option,
  empty: readonly Option[],
  options: readonly Option[],
  question: string | null,
  frame: Frame,
): Rule {
  chosen(options, frame);
  const strong = options.find(({ branch }) => branch.of.ranged?.range.weak === false);
  if (strong !== undefined && options.some(({ branch }) => branch.of.ranged === null && !isOtherwise(branch.of.words)))
    throw unread(strong.branch.text);
  const whole = isAll(met.amount, frame.most) || !frame.known;
  const [unmet, ...more] = empty;
  if (more.length > 0) return choiceOf([met, ...empty], question);
  if (unmet === undefined) assume(frame, "assume-otherwise", { points: "0" });
  const denied = isNegative(met.branch.of.words) && !(unmet !== undefined && isNegative(unmet.branch.of.words));
  if (!whole || denied || met.branch.of.meaning !== undefined) {
    if (unmet !== undefined) return choiceOf([met, unmet], question);
    return choiceOf([met], question, [{ label: denied ? "Trường hợp khác" : no, score: { points: "0" } }]);
  }
  return yesNo(met, unmet ?? null, question);
}

function several(options: readonly Option[], question: string | null, frame: Frame): Rule {
  chosen(options, frame);
  const last = options[options.length - 1]!;
  const complete =
    options.some(({ branch, amount }) => isNone(amount) || isOtherwise(branch.of.words)) ||
    isNegative(last.branch.of.words);
  if (complete) return choiceOf(options, question);
  assume(frame, "assume-otherwise", { points: "0" });
  return choiceOf(options, question, [{ label: "Trường hợp khác", score: { points: "0" } }]);
}

/** Whether all that the branch tells is that nothing was done, for nothing. */
export function saysNothing(branch: Branch, frame: Frame): boolean {
  admit(branch.score, frame, branch.text);
  return isNone(branch.score.worth.amount) && (isNothingDone(branch.of.words) || isOtherwise(branch.of.words));
}
