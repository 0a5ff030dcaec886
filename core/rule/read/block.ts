import { issue } from "../../issue/issue";
import { compare, exact, max, min, negate, over, zero } from "../../number/exact";
import type { Amount, Rule } from "../rule";
import { pointsText } from "./choice";
import { agrees, extremesOf, hasShares, isOpen, isSame, rescaled } from "./extremes";
import { readLeaf } from "./leaf";
import { assume, fixed, type Frame, fragmentOf, isAll, pointsOf, settle, unread, Unread, within } from "./reading";
import type { Of, Statement } from "./saying";
import { labelOf } from "./token";
import { waiverLabel } from "./words";

/** Reads what stands in one criterion, part or period. What wraps a rule stands before it, or is a last sentence. */
export function readBlock(statements: readonly Statement[], frame: Frame): Rule {
  const [first, ...rest] = statements;
  if (first === undefined) throw unread("");
  switch (first.kind) {
    case "confirmed": {
      const rule = readBlock(rest, { ...frame, known: false });
      const found = extremesOf(rule, frame.most);
      if (!isSame(found.low, first.least) || !isSame(found.high, first.best)) checkReach(rule, frame);
      return rule;
    }
    case "waiver": {
      const when = "figure" in first.when ? first.when : { question: labelOf(first.when.question) };
      const rule = readBlock(rest, frame);
      return { kind: "waiver", when, label: labelOf(first.label), give: settle(first.worth, frame, first.text), rule };
    }
    case "require": {
      const unmet = rest[0];
      if (unmet?.kind !== "unmet") throw unread(first.text);
      const rule = readBlock(rest.slice(1), frame);
      return {
        kind: "precondition",
        question: labelOf(first.question),
        otherwise: settle(unmet.worth, frame, unmet.text),
        rule,
      };
    }
    case "period":
      return withLast(statements, frame, (inner) => readPeriods(first, inner.slice(1), frame));
    case "sum":
      if (rest[0]?.kind !== "part") throw unread(first.text);
      return withLast(rest, frame, (inner) => readParts(inner, frame));
    case "part":
      return withLast(statements, frame, (inner) => readParts(inner, frame));
    default: {
      const rule = readLeaf(statements, frame, readBlock);
      return rule;
    }
  }
}

/** A last "nếu không có …: điểm tối đa" behind parts or periods is for the whole. */
function withLast(statements: readonly Statement[], frame: Frame, read: (inner: readonly Statement[]) => Rule): Rule {
  const last = statements[statements.length - 1]!;
  const own = statements.map((statement) => statement.kind).lastIndexOf("part");
  const chosen = statements.slice(own + 1).some((statement) => statement.kind === "choose");
  if (chosen || last.kind !== "branch" || last.of.ranged !== null || last.of.each !== undefined || !last.of.waiver)
    return read(statements);
  if (
    last.sentence === statements[statements.length - 2]?.sentence &&
    statements.length > 1 &&
    !last.text.toLowerCase().startsWith("nếu")
  )
    return read(statements);
  const give = fixed(last, frame);
  if (give === null || !isAll(give, frame.most)) return read(statements);
  const rule = read(statements.slice(0, -1));
  const label = waiverLabel(last.of.words);
  const figures = denominators(rule, "");
  const only = figures[0];
  if (figures.length === 1 && only !== undefined) {
    assume(frame, "assume-waiver", { words: fragmentOf(label), figure: only.figure, label: only.label });
    return { kind: "waiver", when: { figure: only.figure }, label, give, rule };
  }
  return { kind: "waiver", when: { question: label }, label, give, rule };
}

/** Figures that are a quotient's whole denominator, by full name. */
function denominators(rule: Rule, path: string): { figure: string; label: string }[] {
  switch (rule.kind) {
    case "measure": {
      if (rule.value.kind !== "ratio" || rule.value.under.length !== 1) return [];
      const name = rule.value.under[0]!;
      return [{ figure: path + name, label: rule.figures.find((figure) => figure.name === name)?.label ?? "" }];
    }
    case "parts":
      return rule.parts.flatMap((part, k) => denominators(part.rule, `${path}${k + 1}.`));
    case "repeat":
      return rule.periods.flatMap((_, k) => denominators(rule.rule, `${path}${k + 1}.`));
    case "precondition":
    case "waiver":
      return denominators(rule.rule, path);
    default:
      return [];
  }
}

function readPeriods(head: Of<"period">, statements: readonly Statement[], frame: Frame): Rule {
  const periods = exact(head.names.length);
  const plain = { used: false };
  const rule = readBlock(statements, { ...frame, scope: "kỳ", most: over(frame.most, periods), known: false, plain });
  const repeat = (inner: Rule): Rule => ({ kind: "repeat", periods: [...head.names], rule: inner });
  if (!plain.used) return repeat(rule);
  // "Điểm tối đa" may be the criterion's: then a period earns its part of it.
  const whole = rescaled(rule, periods);
  const { low, high } = extremesOf(repeat(whole), frame.most);
  const far = frame.most.n < 0n ? low : high;
  if (isSame(far, frame.most)) return repeat(whole);
  assume(frame, "assume-part-maximum", { points: pointsText(over(frame.most, periods)) });
  return repeat(rule);
}

/** The statements of each part, by the numbers of their heads. */
function partsOf(statements: readonly Statement[], path: string): { head: Of<"part">; body: Statement[] }[] {
  const found: { head: Of<"part">; body: Statement[] }[] = [];
  for (const statement of statements) {
    if (statement.kind === "part" && statement.path === `${path}${found.length + 1}`)
      found.push({ head: statement, body: [] });
    else if (found.length === 0) throw unread(statement.text);
    else found[found.length - 1]!.body.push(statement);
  }
  return found;
}

function readParts(statements: readonly Statement[], frame: Frame): Rule {
  const prefix = frame.path === "" ? "" : `${frame.path}.`;
  const parts = partsOf(statements, prefix).map(({ head, body }, k) => {
    if (body.length === 0) throw unread(head.text);
    const label = head.label === undefined ? `Phần ${prefix}${k + 1}` : labelOf(head.label);
    const path = `${prefix}${k + 1}`;
    return { label, ...(head.share === undefined ? sharedPart(body, path, frame) : ownPart(head, body, path, frame)) };
  });
  return { kind: "parts", parts };
}

/** A part whose head tells its points. */
function ownPart(
  head: Of<"part">,
  body: readonly Statement[],
  path: string,
  frame: Frame,
): { share: Amount; rule: Rule } {
  const share = settle(head.share!, frame, head.text);
  const most = pointsOf(share, frame.most);
  const plain = { used: false };
  const inner: Frame = { ...frame, scope: "phần", most, least: min(most, zero), known: true, path, plain };
  const rule = readBlock(body, inner);
  if (plain.used) {
    const { low, high } = extremesOf(rule, most);
    if (!isSame(most.n < 0n ? low : high, most)) throw unread(head.text);
    assume(frame, "assume-part-maximum", { points: pointsText(most) });
  }
  if (body[0]!.kind !== "confirmed") checkReach(rule, inner);
  return { share, rule };
}

/** A part whose share is the most that its text can earn. */
function sharedPart(body: readonly Statement[], path: string, frame: Frame): { share: Amount; rule: Rule } {
  const rule = readBlock(body, { ...frame, known: false, path });
  const { low, high } = extremesOf(rule, frame.most);
  const far = frame.most.n < 0n ? low : high;
  if (far === null || far.n === 0n || isOpen(rule)) throw unread(body[0]!.text);
  if (!hasShares(rule)) return { share: { points: pointsText(far) }, rule };
  const factor = over(frame.most, far);
  return { share: { share: within("1", far, frame.most) }, rule: rescaled(rule, factor) };
}

/** Names, or refuses, points that do not agree with the maximum in force. */
export function checkReach(rule: Rule, frame: Frame): void {
  const { most, least } = frame;
  if (agrees(rule, most, least)) return;
  const { low, high } = extremesOf(rule, most);
  const [far, near] = most.n < 0n ? [low, high] : [high, low];
  const bounds = { min: pointsText(min(least, most)), max: pointsText(max(most, least.n > 0n ? least : zero)) };
  const refuse = (points: string): Unread => new Unread(issue("rule-points", {}, { points, ...bounds }));
  const reach = most.n < 0n ? negate(most) : most;
  if (near === null || compare(most.n < 0n ? negate(near) : near, most.n < 0n ? zero : min(least, zero)) < 0) {
    throw refuse(near === null ? "" : pointsText(near));
  }
  if (far === null) assume(frame, "assume-limit", { limit: pointsText(most) });
  else if (compare(most.n < 0n ? negate(far) : far, reach) > 0) throw refuse(pointsText(far));
  else if (!isSame(far, most)) assume(frame, "assume-points", { points: pointsText(far), max: pointsText(most) });
}
