import { exact, one, over, parseExact } from "../../number/exact";
import type { Figure, Measure, Rule, StepScore, Value, ZeroPolicy } from "../rule";
import type { Branch } from "./choice";
import { admit, admitNumbers, assume, type Frame, fragmentOf, isAll, isNone, settle, textOf, unread } from "./reading";
import type { Bound, Range } from "./range";
import type { Score } from "./score";
import type { Statement } from "./statement";
import { type Piece, stepsOf } from "./steps";
import type { Terms } from "./terms";
import { bareEnds, labelOf, type Token } from "./token";
import { caseWords, isNegative, isNothingDone, isOtherwise, isShort, memberOf } from "./words";

type Of<K extends Statement["kind"]> = Extract<Statement, { readonly kind: K }>;

/** What a measured criterion's text says, sorted. */
export interface Said {
  readonly defines: readonly Of<"define">[];
  readonly mosts: readonly Of<"most">[];
  readonly values: readonly Of<"value">[];
  readonly quotients: readonly Of<"quotient">[];
  readonly formulas: readonly Of<"formula">[];
  readonly branches: readonly Branch[];
  readonly zeros: readonly Of<"zero">[];
  readonly excluded: readonly Of<"excluded">[];
  readonly limits: readonly Of<"limit">[];
  /** What is measured, where words before the bands tell. */
  readonly subject: readonly Token[] | null;
}

interface Valued {
  readonly value: Value;
  readonly figures: readonly Figure[];
  /** The constant that bands count towards ("đủ 7 nội dung"), where they are not in percent. */
  readonly of: string | null;
}

const generic = new Set([
  "", "tỷ lệ", "đạt", "đạt tỷ lệ", "tỷ lệ đạt", "có", "được", "đạt được", "tỷ lệ đạt được", "hoàn thành", "thực hiện", "đạt kết quả", "số lượng", "có số lượng",
]);
const joining = new Set(["và", "hoặc", "nhưng", "đồng", "kèm", "nếu", "trừ", "ngoài"]);
const keyOf = (tokens: readonly Token[]): string => bareEnds(tokens).map((token) => token.key).join(" ");

/** Figures are plainly those of one value: the bands speak of one subject and one unit, and of nothing else. */
function subjectOf(branches: readonly Branch[], alias: string | null): { before: readonly Token[]; unit: readonly Token[] } {
  let before: readonly Token[] = [];
  let unit: readonly Token[] = [];
  for (const branch of branches) {
    const ranged = branch.of.ranged;
    if (ranged === null) continue;
    const words = bareEnds(ranged.before);
    if ([...words, ...ranged.unit].some((token) => joining.has(token.key)) || isNegative(words) || isNegative(words.slice(-1))) throw unread(branch.text);
    const key = keyOf(words);
    if (!generic.has(key) && key !== alias) {
      if (before.length > 0 && keyOf(before) !== key) throw unread(branch.text);
      before = words;
    }
    const [mine, other] = [keyOf(ranged.unit), keyOf(unit)];
    if (mine === "") continue;
    if (other !== "" && !mine.startsWith(other) && !other.startsWith(mine)) throw unread(branch.text);
    if (mine.length > other.length) unit = bareEnds(ranged.unit);
  }
  return { before, unit };
}

const namesOf = (terms: Terms): string[] =>
  [...terms.over, ...(Array.isArray(terms.under) ? (terms.under as readonly string[]) : [])].map((term) => term.replace(/^-/, ""));

const isQuotient = (score: Score): score is Score & { value: Terms } =>
  score.value !== null && score.value !== "ratio" && score.value.under !== null;

/** The quotient that the text writes, wherever it does. */
function writtenValue(said: Said): { terms: Terms; text: string } | null {
  const inline = [...said.formulas, ...said.branches].flatMap(({ score, text }) =>
    isQuotient(score) && Array.isArray(score.value.under) ? [{ terms: score.value, text }] : []);
  const all = [...said.values.map(({ terms, text }) => ({ terms, text })), ...inline];
  const first = all[0];
  if (first === undefined) return null;
  const other = all.find(({ terms }) => JSON.stringify(terms) !== JSON.stringify(first.terms));
  if (other !== undefined) throw unread(other.text);
  return first;
}

const figureOf = (name: string, label: string, define: Of<"define"> | undefined): Figure => ({
  name, label, ...(define?.unit === undefined ? {} : { unit: define.unit }),
});

function figuresOf(said: Said, names: readonly string[], text: string, frame: Frame): Figure[] {
  const figures: Figure[] = [];
  for (const define of said.defines) {
    if (figures.some((figure) => figure.name === define.name)) throw unread(define.text);
    if (!names.includes(define.name)) {
      assume(frame, "assume-note", { fragment: fragmentOf(define.text) });
      continue;
    }
    figures.push(figureOf(define.name, labelOf(define.label), define));
  }
  if (names.some((name) => !figures.some((figure) => figure.name === name))) throw unread(text);
  return figures;
}

const isTotal = (define: Of<"define">): boolean => define.label[0]?.key === "tổng" || keyOf(define.label).startsWith("số lượng tổng");
const isIncluded = (define: Of<"define">): boolean => keyOf(define.label).startsWith("trong đó");

function valued(said: Said, frame: Frame): Valued {
  const ranged = said.branches.filter((branch) => branch.of.ranged !== null);
  const percent = ranged.some((branch) => branch.of.ranged!.range.percent);
  const plain = ranged.find((branch) => !branch.of.ranged!.range.percent);
  const named = [...said.formulas, ...said.branches].some(({ score }) => score.value === "ratio");
  const alias = said.values[0]?.name ?? (said.defines.length === 1 ? said.defines[0]!.name : null);
  const { before, unit } = subjectOf(said.branches, alias);
  if (percent && plain !== undefined) throw unread(plain.text);
  const written = writtenValue(said);
  if (said.quotients.length > 0) {
    const [quotient, ...more] = said.quotients;
    if (more.length > 0 || written !== null || said.defines.length > 0) throw unread((more[0] ?? quotient!).text);
    if (plain !== undefined) throw unread(plain.text);
    const figures = [{ name: "a", label: labelOf(quotient!.over) }, { name: "b", label: labelOf(quotient!.under) }];
    return { value: { kind: "ratio", over: ["a"], under: ["b"] }, figures, of: null };
  }
  if (written !== null) {
    if (plain !== undefined) throw unread(plain.text);
    const { terms, text } = written;
    if (terms.under === null) {
      const define = said.defines[0];
      const name = terms.over[0]!;
      if (terms.over.length > 1 || name.startsWith("-") || said.defines.length > 1 || (define !== undefined && define.name !== name)) throw unread(text);
      const label = define === undefined ? frame.name : labelOf(define.label);
      return { value: { kind: "share" }, figures: [figureOf("r", label, define)], of: null };
    }
    const figures = figuresOf(said, namesOf(terms), text, frame);
    if (typeof terms.under === "string") {
      if (/^0+(\.0+)?$/.test(terms.under)) throw unread(text);
      return { value: { kind: "per", over: [...terms.over], under: terms.under }, figures, of: null };
    }
    return { value: { kind: "ratio", over: [...terms.over], under: [...terms.under] }, figures, of: null };
  }
  if (said.defines.length === 2 && (percent || named)) {
    if (plain !== undefined) throw unread(plain.text);
    const [first, second] = said.defines as [Of<"define">, Of<"define">];
    const turned = (isTotal(first) && !isTotal(second)) || isIncluded(second);
    const [top, bottom] = turned ? [second.name, first.name] : [first.name, second.name];
    assume(frame, "assume-ratio", { over: top, under: bottom });
    return { value: { kind: "ratio", over: [top], under: [bottom] }, figures: figuresOf(said, [top, bottom], first.text, frame), of: null };
  }
  if (said.defines.length > 1) throw unread(said.defines[1]!.text);
  const define = said.defines[0];
  if (define === undefined && named && !percent) {
    const full = ranged.find((branch) => branch.of.ranged!.range.lone && !isNone(branch.score.worth.amount));
    const bound = full?.of.ranged?.range.low;
    if (full !== undefined && bound != null && bound.at.d === 1n && bound.at.n > 0n && unit.length > 0) {
      const label = `số ${labelOf(unit)}`;
      const of = bound.at.n.toString();
      assume(frame, "assume-out-of", { label, of });
      return { value: { kind: "per", over: ["n"], under: of }, figures: [{ name: "n", label }], of };
    }
    if (plain !== undefined) throw unread(plain.text);
  }
  if (percent || named) {
    if (define !== undefined && !keyOf(define.label).startsWith("tỷ lệ")) throw unread(define.text);
    const told = said.subject ?? (before.length > 0 ? before : null);
    const label = define !== undefined ? labelOf(define.label) : frame.name !== "" ? frame.name : told === null ? "" : labelOf(told);
    if (define === undefined) assume(frame, "assume-share", { label });
    return { value: { kind: "share" }, figures: [figureOf("r", label, define)], of: null };
  }
  const each = said.branches.find((branch) => branch.of.each !== undefined)?.of.each;
  const counted = said.subject !== null ? labelOf(said.subject)
    : each !== undefined ? `số ${labelOf(each)}`
    : before.length > 0 ? (unit.length > 0 ? `${labelOf(before)} (số ${labelOf(unit)})` : labelOf(before))
    : unit.length > 0 ? `số ${labelOf(unit)}` : frame.name;
  const name = define?.name ?? "n";
  const most = said.mosts[0];
  if (most !== undefined && (most.name !== name || said.mosts.length > 1)) throw unread(most.text);
  const label = define === undefined ? counted : labelOf(define.label);
  return {
    value: { kind: "count", ...(most === undefined ? {} : { max: most.most }) },
    figures: [figureOf(name, label, define)],
    of: null,
  };
}

function stepScore(statement: { score: Score; text: string; of?: Branch["of"] }, is: Valued, alias: string | null, frame: Frame): StepScore {
  const { score, text } = statement;
  admit(score, frame, text);
  const amount = settle(score.worth, frame, text);
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
  let per = score.per;
  if (score.value !== "ratio") {
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
      if (value.kind !== "per" || score.value.under !== value.under || value.over.join() !== score.value.over.join()) throw unread(text);
    }
  } else if (value.kind === "count") throw unread(text);
  return { times: amount, per, ...limits };
}

function inShare(range: Range, of: string | null): Range {
  if (of === null) return range;
  const divided = (bound: Bound | null): Bound | null => (bound === null ? null : { ...bound, at: over(bound.at, parseExact(of)) });
  return { ...range, low: divided(range.low), high: divided(range.high) };
}

/** A rule that measures a value: what is entered, what it is, what its bands give. */
export function readMeasure(said: Said, frame: Frame): Rule {
  const is = valued(said, frame);
  const { value, figures } = is;
  const alias = said.values[0]?.name ?? (value.kind === "share" ? said.defines[0]?.name ?? null : null);
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
    if (of.each !== undefined) setRest(stepScore(branch, is, alias, frame), text);
    else if (of.ranged !== null) {
      admitNumbers(of.ranged.range.doubts, frame);
      const strictly = value.kind === "count" ? of.ranged.range : { ...of.ranged.range, weak: false };
      pieces.push({ range: inShare(strictly, is.of), score: stepScore(branch, is, alias, frame), text });
    } else if (isOtherwise(of.words) || isShort(of.words)) setRest(stepScore(branch, is, alias, frame), text);
    else if (of.waiver) waivers.push(branch);
    else if (isNegative(of.words) && isNone(branch.score.worth.amount) && branch.score.value === null) denials.push(branch);
    else if (isNegative(of.words)) waivers.push(branch);
    else throw unread(text);
  }
  const [formula, ...formulas] = said.formulas;
  if (formulas.length > 0) throw unread(formulas[0]!.text);
  if (formula !== undefined) {
    if (formula.score.value === null && pieces.length > 0) throw unread(formula.text);
    if (pieces.length > 0) assume(frame, "assume-rest", { formula: fragmentOf(formula.text) });
    setRest(stepScore(formula, is, alias, frame), formula.text);
  }
  const limited = rest === null ? null : withLimit(rest, said, frame);
  if (limited === null && said.limits.length > 0) throw unread(said.limits[0]!.text);
  const percent = value.kind !== "count";
  const top = percent ? one : null;
  const none = countNone(denials, pieces, limited, is, frame);
  const steps = stepsOf([...pieces, ...none.pieces], limited, top, percent && is.of === null, frame);
  const measure: Measure = { kind: "measure", figures: [...figures], value, steps, zero: "ask" };
  return wrapped(measure, none.required, waivers, said, frame);
}

function withLimit(rest: StepScore, said: Said, frame: Frame): StepScore {
  const [limit, ...more] = said.limits;
  if (limit === undefined) return rest;
  if (more.length > 0 || "give" in rest || rest.cap !== undefined) throw unread(limit.text);
  return { ...rest, cap: settle(limit.worth, frame, limit.text) };
}

const zeroRange: Range = {
  low: { at: exact(0n), inclusive: true }, high: { at: exact(0n), inclusive: true }, percent: false, lone: false, weak: false, doubts: [],
};

/** "Chưa có: 0 điểm" beside bands: the count 0, or a condition of its own. */
function countNone(
  denials: readonly Branch[], pieces: readonly Piece[], rest: StepScore | null, is: Valued, frame: Frame,
): { pieces: Piece[]; required: Branch | null } {
  const [denial, ...more] = denials;
  if (denial === undefined) return { pieces: [], required: null };
  if (more.length > 0) throw unread(more[0]!.text);
  admit(denial.score, frame, denial.text);
  const counted = is.value.kind === "count" || is.of !== null;
  const known = new Set([...is.figures.flatMap((figure) => figure.label.toLowerCase().split(/\s+/)), ...frame.name.toLowerCase().split(/[\s,]+/)]);
  const own = denial.of.words.slice(1).filter((token) => token.key !== "có");
  const about = is.of !== null || isNothingDone(denial.of.words) || (own.length > 0 && own.every((token) => known.has(token.key)));
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
  return first === undefined || ["có", "đã", "được"].includes(first) ? text : `Có ${text[0]!.toLowerCase()}${text.slice(1)}`;
}

function wrapped(measure: Measure, required: Branch | null, waivers: readonly Branch[], said: Said, frame: Frame): Rule {
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
    } else if (give !== "excluded" && terms.length === 1 && measure.figures.some((figure) => figure.name === terms[0])) {
      waive(terms[0]!, `${terms[0]!} = 0`, policy, give);
    } else throw unread(text);
  }
  const lone = under !== null && under.length === 1 ? measure.figures.find((figure) => figure.name === under[0]) : undefined;
  for (const { words, text } of said.excluded) {
    if (lone === undefined || zero !== "ask") throw unread(text);
    assume(frame, "assume-waiver", { words: textOf(words), figure: lone.name, label: lone.label });
    zero = "excluded";
  }
  for (const waiver of waivers) {
    const { score, of, text } = waiver;
    if (score.value !== null || score.cap !== undefined || score.floor !== undefined) throw unread(text);
    admit(score, frame, text);
    const label = labelOf(caseWords(of.words));
    if (lone !== undefined) {
      assume(frame, "assume-waiver", { words: fragmentOf(label), figure: lone.name, label: lone.label });
      waive(lone.name, label, waiver, score.worth);
    } else {
      const give = settle(score.worth, frame, text);
      outer.push((rule) => ({ kind: "waiver", when: { question: label }, label, give, rule }));
    }
  }
  let rule: Rule = { ...measure, zero };
  if (required !== null) {
    rule = { kind: "precondition", question: affirmed(required.of.words), otherwise: settle(required.score.worth, frame, required.text), rule };
  }
  return outer.reduceRight<Rule>((inner, wrap) => wrap(inner), rule);
}
