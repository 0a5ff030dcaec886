import { compare, decimalText, type Exact, isZero, negate, parseExact, sum, zero } from "../number/exact";
import { withoutTail } from "../number/tail";
import { bonusOf } from "./ending";
import { last } from "./code";
import { fold } from "./fold";
import type { Line } from "./line";
import { isUnscored, type Maximum, pointsInName, readMaximum } from "./maximum";
import type { Branch } from "./tree";

/** What is wrong with a row's maximum; `negative` was taken as a deduction. */
export type Fault =
  | { readonly kind: "missing" }
  | { readonly kind: "unread"; readonly text: string }
  | { readonly kind: "negative"; readonly text: string }
  | { readonly kind: "either"; readonly text: string; readonly readings: readonly string[] }
  | { readonly kind: "sign"; readonly text: string };

/** A row of the rubric to be: group or criterion, its points, and the text its options were folded into. */
export interface Weighed {
  readonly branch: Branch;
  readonly parent: Weighed | null;
  readonly kind: "group" | "criterion";
  /** The declared maximum of a group, null where it declares none; the maximum of a criterion. */
  readonly max: string | null;
  readonly min: string;
  readonly bonus: boolean;
  readonly scored: boolean;
  readonly cap: { readonly min: string; readonly max: string } | null;
  readonly text: string;
  readonly fault: Fault | null;
}

type Sign = "bonus" | "deduction" | "both" | null;

const plain = (value: Exact): string => decimalText(value);
const points = (max: Maximum): Exact | null => (max.kind === "points" ? parseExact(max.value) : null);

/** Options listed below a criterion, not criteria of their own: marked by letters or dashes, without rules, the best worth all. */
function areOptions(branch: Branch, methods: boolean): boolean {
  const { children, line } = branch;
  const loose = children.every(({ code, children: inner, line: own }) => {
    const style = code === null ? null : last(code).style;
    return (style === "lower" || style === "mark") && inner.length === 0 && own.text === "" && own.kind === null && own.level === null;
  });
  if (!loose || children.length === 0) return false;
  if (methods && line.text !== "") return true;
  const given = children.map((child) => points(child.line.max));
  if (given.every((value) => value === null)) return true;
  if (given.some((value) => value !== null && isZero(value))) return true;
  const own = points(line.max);
  if (own === null) return false;
  const most = given.reduce<Exact>((best, value) => (value !== null && compare(value, best) > 0 ? value : best), zero);
  const added = sum(given.map((value) => value ?? zero));
  return compare(added, own) !== 0 && compare(most, own) === 0;
}

function optionText({ line }: Branch): string {
  const value = line.max.kind === "points" ? `${line.max.value.replace(".", ",")} điểm` : line.max.kind === "blank" ? "" : line.max.kind === "unscored" ? "0 điểm" : line.max.text;
  const name = withoutTail(line.name, /[\s:;.,]/);
  return value === "" ? line.name : `${name}: ${value};`;
}

/** Every value a maximum can have. */
const readingsOf = (max: Maximum): Exact[] =>
  max.kind === "points" ? [parseExact(max.value)] : max.kind === "either" ? max.readings.map(parseExact) : [];

/** Settles "1.000" by what stands around it: no group holds less than one of its rows, and sums that agree are meant. */
function settle(branch: Branch, max: Maximum, rows: readonly Branch[]): Maximum {
  if (max.kind !== "either") return max;
  let left = max.readings;
  if (rows.length > 0) {
    const inner = rows.map((child) => readingsOf(child.line.max));
    if (inner.every((values) => values.length === 1)) {
      const added = sum(inner.map(([value]) => value!));
      const same = left.filter((reading) => compare(parseExact(reading), added) === 0);
      if (same.length === 1) return { kind: "points", value: same[0]! };
    }
    left = left.filter((reading) => inner.every((values) => values.every((value) => compare(value, parseExact(reading)) <= 0)));
  }
  for (let above = branch.parent; above !== null; above = above.parent) {
    const own = points(above.line.max);
    if (own !== null) left = left.filter((reading) => compare(parseExact(reading), own) <= 0);
  }
  return left.length === 1 ? { kind: "points", value: left[0]! } : max;
}

/** A cap in words: "Tối đa 04 điểm" in the name, the rule or the note of a group. */
function capIn(line: Line): Exact | null {
  for (const text of [line.text, line.note]) {
    const match = /tối đa\s+(?:không quá\s+)?(\d[\d.,]*\s*(?:điểm|đ))/iu.exec(text);
    const read = match === null ? null : readMaximum(match[1]!, match[1]!, ",");
    if (read?.kind === "points") return parseExact(read.value);
  }
  const named = pointsInName(line.name);
  return named === null ? null : points(readMaximum(named.points, named.points, ","));
}

/** Tells groups from criteria, folds options into text, and settles points, bonuses, deductions and what is not scored. */
export function weigh(branches: readonly Branch[], methods: boolean): Weighed[] {
  const folded = new Set<Branch>();
  for (const branch of branches) if (areOptions(branch, methods)) for (const child of branch.children) folded.add(child);
  const done = new Map<Branch, Weighed>();
  const signs = new Map<Weighed, Sign>();
  const rows: Weighed[] = [];
  const groupsAt = new Set(branches.filter(({ children }) => children.some((child) => !folded.has(child))).map(levelKey));

  for (const branch of branches) {
    if (folded.has(branch)) continue;
    const { line } = branch;
    const parent = branch.parent === null ? null : done.get(branch.parent) ?? null;
    const children = branch.children.filter((child) => !folded.has(child));
    const text = [line.text, ...branch.children.filter((child) => folded.has(child)).map(optionText)].filter((part) => part !== "").join("\n");
    const declared = settle(branch, line.max, children);
    const value = points(declared);
    const empty = children.length === 0 && value === null && text === "" && line.evidence === "" && declared.kind === "blank";
    const isGroup = line.kind === null
      ? children.length > 0 || line.heading || (empty && groupsAt.has(levelKey(branch)) && line.count === null)
      : line.kind === "group" || line.kind === "unscored" || (line.kind === "criterion" && children.length > 0);
    const informs = isGroup && value === null && /^thong tin chung\b/.test(fold(line.name));
    const said = informs || [line.name, line.note, ...(isGroup ? [line.text] : [])].some(isUnscored) || declared.kind === "unscored";
    const unscored = line.kind === null ? said || (isGroup && value !== null && isZero(value)) : line.kind === "unscored";
    const scored = (parent?.scored ?? true) && !unscored;
    const sign = signOf(branch, parent === null ? null : signs.get(parent) ?? null, declared);
    const base = { branch, parent, scored, text };
    const weighed = isGroup ? asGroup(base, line, sign, value, children, declared) : asCriterion(base, line, sign, value, declared, said);
    signs.set(weighed, sign);
    done.set(branch, weighed);
    rows.push(weighed);
  }
  return rows;
}

const levelKey = ({ code, depth }: Branch): string => `${depth} ${code === null ? "" : code.parts.map(({ style }) => style).join()}`;

function signOf(branch: Branch, above: Sign, max: Maximum): Sign {
  const { kind, name } = branch.line;
  if (kind === "bonus" || kind === "deduction") return kind;
  if (kind === "criterion") return null;
  const own = bonusOf(name);
  if (above === "bonus" || above === "deduction") return above;
  if (own !== null) return own;
  if (above === null) return null;
  const value = points(max);
  if (max.kind === "points" && value !== null && value.n < 0n) return "deduction";
  return above;
}

type Base = Pick<Weighed, "branch" | "parent" | "scored" | "text">;

function asGroup(base: Base, line: Line, sign: Sign, value: Exact | null, children: readonly Branch[], declared: Maximum): Weighed {
  const fault: Fault | null =
    declared.kind === "unread" ? { kind: "unread", text: declared.text } :
    declared.kind === "either" ? { kind: "either", text: declared.text, readings: declared.readings } : null;
  const group = { ...base, kind: "group" as const, min: "0", bonus: sign !== null, fault };
  const most = value === null ? null : plain(value);
  if (line.kind !== null) {
    const cap = line.min === null ? null : { min: line.min, max: most ?? "0" };
    return { ...group, max: most, cap };
  }
  if (sign === null) return { ...group, max: most, cap: null };
  const limit = value ?? capIn(line);
  if (limit === null) return { ...group, max: null, cap: null };
  const size = limit.n < 0n ? negate(limit) : limit;
  const lowest = sum(children.map((child) => points(child.line.max) ?? zero).filter((own) => own.n < 0n));
  const cap =
    sign === "deduction" ? { min: plain(negate(size)), max: "0" } :
    { min: sign === "both" ? plain(lowest) : "0", max: plain(size) };
  return { ...group, max: cap.max, cap };
}

function asCriterion(base: Base, line: Line, sign: Sign, value: Exact | null, declared: Maximum, said: boolean): Weighed {
  const criterion = { ...base, kind: "criterion" as const, cap: null };
  const none = { max: "0", min: "0", bonus: sign !== null };
  if (declared.kind === "unread") return { ...criterion, ...none, fault: { kind: "unread", text: declared.text } };
  if (declared.kind === "either") return { ...criterion, ...none, fault: { kind: "either", text: declared.text, readings: declared.readings } };
  if (value === null) {
    const excused = said || !base.scored || sign === "deduction" && line.min !== null;
    return { ...criterion, ...none, ...(line.min === null ? {} : { min: line.min }), fault: excused ? null : { kind: "missing" } };
  }
  const size = plain(value.n < 0n ? negate(value) : value);
  if (line.kind !== null && line.min !== null) {
    return { ...criterion, max: plain(value), min: line.min, bonus: sign !== null, fault: null };
  }
  if (sign === "deduction") return { ...criterion, max: "0", min: isZero(value) ? "0" : `-${size}`, bonus: true, fault: null };
  if (value.n < 0n) return { ...criterion, max: "0", min: `-${size}`, bonus: true, fault: { kind: "negative", text: plain(value) } };
  if (sign === "both") {
    const told = declared.kind === "points" && (declared.plus === true || hasMinus(base.branch));
    return { ...criterion, max: size, min: "0", bonus: true, fault: told ? null : { kind: "sign", text: line.name } };
  }
  const min = line.min ?? "0";
  return { ...criterion, max: plain(value), min, bonus: sign === "bonus", fault: null };
}

/** Some row of the same group has a minus sign, so that those without one are bonuses. */
const hasMinus = ({ parent }: Branch): boolean =>
  parent !== null && parent.children.some(({ line }) => line.max.kind === "points" && line.max.value.startsWith("-"));
