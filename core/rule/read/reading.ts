import { issue, type Issue, type Issues } from "../../issue/issue";
import type { RuleIssues } from "../../issue/rule";
import { compare, type Exact, one, over, parseExact, times, zero } from "../../number/exact";
import type { Amount, Rule } from "../rule";
import { shareOf, type Scope, type Worth } from "./product";
import type { Score } from "./score";
import type { Statement } from "./saying";
import { spell, type Token } from "./token";

/** Thrown inside the reader where a text cannot be read; carries the one problem that is told. */
export class Unread extends Error {
  constructor(readonly problem: Issue) {
    super(problem.code);
  }
}

const longestFragment = 160;

/** A fragment short enough to be shown. */
export function fragmentOf(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length <= longestFragment ? plain : `${plain.slice(0, longestFragment - 1)}…`;
}

export const unread = (text: string): Unread => new Unread(issue("rule-unread", {}, { fragment: fragmentOf(text) }));

type AssumptionCode = Extract<keyof RuleIssues, `assume-${string}`>;

/** One level at which a maximum is in force: the criterion, a part, a period. */
export interface Frame {
  readonly name: string;
  readonly scope: Scope;
  /** What shares are of. Below 0 for a deduction. */
  readonly most: Exact;
  readonly least: Exact;
  /** Whether `most` is to be reached here; it is not where a part's own share is still to be found. */
  readonly known: boolean;
  /** Numbers of the parts around ("2.1"), "" at the criterion. */
  readonly path: string;
  readonly assumptions: Issue[];
  /** Amounts that say "điểm tối đa" without saying whose, while a part or a period is read. */
  readonly plain: { used: boolean };
}

/** Reads what stands within a frame. */
export type Read = (statements: readonly Statement[], frame: Frame) => Rule;

export function assume<C extends AssumptionCode>(frame: Frame, code: C, params: Issues[C]): void {
  const made = issue(code, {}, params);
  const same = JSON.stringify(made);
  if (!frame.assumptions.some((other) => JSON.stringify(other) === same)) frame.assumptions.push(made);
}

/** The amount of a worth in this frame. */
export function settle(worth: Worth, frame: Frame, text: string): Amount {
  if ("points" in worth.amount) return worth.amount;
  if (worth.scope !== "" && worth.scope !== frame.scope) throw unread(text);
  if (worth.scope === "" && frame.scope !== "" && parseExact(worth.amount.share).n !== 0n) frame.plain.used = true;
  return worth.amount;
}

/** Names what a score leaves open: numbers of two readings, "không tính điểm". */
export function admit(score: Score, frame: Frame, text: string): void {
  // Where points are earned, "không trừ điểm" leaves them all.
  if (score.unlost === true && !isBelowZero(frame.most)) throw unread(text);
  admitNumbers(score.doubts, frame);
  if (score.custom === true) assume(frame, "assume-no-points", { words: fragmentOf(text) });
}

export function admitNumbers(doubts: readonly Token[], frame: Frame): void {
  for (const doubt of doubts) assume(frame, "assume-number", { text: doubt.raw, value: doubt.value! });
}

/** A score that is one amount; null where it depends on a value or is limited. */
export function fixed(statement: Statement & { readonly score: Score }, frame: Frame): Amount | null {
  const { score, text } = statement;
  if (score.value !== null || score.cap !== undefined || score.floor !== undefined) return null;
  admit(score, frame, text);
  return settle(score.worth, frame, text);
}

export const pointsOf = (amount: Amount, most: Exact): Exact =>
  "share" in amount ? times(parseExact(amount.share), most) : parseExact(amount.points);

export const isAll = (amount: Amount, most: Exact): boolean =>
  ("share" in amount && compare(parseExact(amount.share), one) === 0) ||
  (most.n !== 0n && compare(pointsOf(amount, most), most) === 0);
export const isNone = (amount: Amount): boolean =>
  parseExact("share" in amount ? amount.share : amount.points).n === 0n;

/** A share of a larger maximum as a share of `part`. */
export const within = (share: string, whole: Exact, part: Exact): string =>
  shareOf(over(times(parseExact(share), whole), part));

export const textOf = (tokens: readonly Token[]): string => fragmentOf(spell(tokens));

const isBelowZero = (value: Exact): boolean => compare(value, zero) < 0;
