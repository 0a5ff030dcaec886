import type { Figure, Value } from "../rule";
import type { Branch } from "./choice";
import { assume, type Frame, fragmentOf, isNone, textOf, unread } from "./reading";
import type { Of } from "./saying";
import type { Score } from "./score";
import type { Terms } from "./terms";
import { sameRatio } from "./about";
import { bareEnds, labelOf, normalise, type Token, tokenise } from "./token";
import { hasNumberWord } from "./number-word";
import { onlyWhole } from "./whole";
import { isNegative, keysOf } from "./words";

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

/** What is entered, and what it makes. */
export interface Valued {
  readonly value: Value;
  readonly figures: readonly Figure[];
  /** How many make "tỷ lệ" whole ("đủ 7 nội dung"). */
  readonly of: string | null;
  /** Words that stand for a counted number in a formula. */
  readonly names: readonly string[];
}

const generic = new Set([
  "", "tỷ lệ", "đạt", "đạt tỷ lệ", "tỷ lệ đạt", "có", "được", "đạt được", "tỷ lệ đạt được", "hoàn thành", "thực hiện",
  "đạt kết quả", "số lượng", "có số lượng",
]);
const joining = new Set(["và", "hoặc", "nhưng", "đồng", "kèm", "nếu", "trừ", "ngoài"]);
/** Words after which numbers count what is lacking. */
const turning = new Set(["thiếu", "chậm", "trễ", "muộn", "giảm", "sai", "vượt", "quá"]);

/** Figures are plainly those of one value: the bands speak of one subject and one unit, and of nothing else. */
function subjectOf(
  branches: readonly Branch[],
  alias: string | null,
): { before: readonly Token[]; unit: readonly Token[] } {
  let before: readonly Token[] = [];
  let unit: readonly Token[] = [];
  const ranged = branches.filter((branch) => branch.of.ranged !== null);
  const first = ranged[0] === undefined ? "" : keysOf(ranged[0].of.ranged!.before);
  const turned = ranged.find(({ of }) => of.ranged!.before.some((token) => turning.has(token.key)));
  const other = turned === undefined ? undefined : ranged.find(({ of }) => keysOf(of.ranged!.before) !== first);
  if (other !== undefined) throw unread(other.text);
  for (const branch of branches) {
    const ranged = branch.of.ranged;
    if (ranged === null) continue;
    const words = bareEnds(ranged.before);
    if (
      [...words, ...ranged.unit].some((token) => joining.has(token.key)) ||
      hasNumberWord(words) ||
      hasNumberWord(ranged.unit) ||
      isNegative(words) ||
      isNegative(words.slice(-1))
    )
      throw unread(branch.text);
    const key = keysOf(words);
    if (!generic.has(key) && key !== alias) {
      if (before.length > 0 && keysOf(before) !== key) throw unread(branch.text);
      before = words;
    }
    const [mine, other] = [keysOf(ranged.unit), keysOf(unit)];
    if (mine === "") continue;
    if (other !== "" && !mine.startsWith(other) && !other.startsWith(mine)) throw unread(branch.text);
    if (mine.length > other.length) unit = bareEnds(ranged.unit);
  }
  return { before, unit };
}

const namesOf = (terms: Terms): string[] =>
  [...terms.over, ...(Array.isArray(terms.under) ? (terms.under as readonly string[]) : [])].map((term) =>
    term.replace(/^-/, ""),
  );

const isQuotient = (score: Score): score is Score & { value: Terms } =>
  score.value !== null && score.value !== "ratio" && score.value.under !== null;

/** The quotient that the text writes, wherever it does. */
function writtenValue(said: Said): { terms: Terms; text: string } | null {
  const inline = [...said.formulas, ...said.branches].flatMap(({ score, text }) =>
    isQuotient(score) && Array.isArray(score.value.under) ? [{ terms: score.value, text }] : [],
  );
  const all = [...said.values.map(({ terms, text }) => ({ terms, text })), ...inline];
  const first = all[0];
  if (first === undefined) return null;
  const other = all.find(({ terms }) => JSON.stringify(terms) !== JSON.stringify(first.terms));
  if (other !== undefined) throw unread(other.text);
  return first;
}

const figureOf = (name: string, label: string, define: Of<"define"> | undefined): Figure => ({
  name,
  label,
  ...(define?.unit === undefined ? {} : { unit: define.unit }),
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

const isTotal = (define: Of<"define">): boolean =>
  define.label[0]?.key === "tổng" || keysOf(define.label).startsWith("số lượng tổng");
const isIncluded = (define: Of<"define">): boolean => keysOf(define.label).startsWith("trong đó");

/** The letter that stands for the value. */
const aliasOf = (said: Said): string | null =>
  said.values[0]?.name ?? (said.defines.length === 1 ? said.defines[0]!.name : null);

const idle = new Set(["tỷ", "lệ", "số", "lượng", "tổng", "đạt", "có", "được", "các", "những", "của"]);
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");

/** The value that a text measures, its figures in the text's words. Words about it that no label holds are named. */
export function valued(said: Said, frame: Frame): Valued {
  const is = measured(said, frame);
  const { before, unit } = subjectOf(said.branches, aliasOf(said));
  const written = [...said.values, ...said.quotients];
  const about = written.flatMap((value) => (value.about === undefined ? [] : [value.about]));
  sameRatio(said, about, before, unit);
  const known = new Set([...is.figures.flatMap((figure) => wordsOf(figure.label)), ...wordsOf(frame.name)]);
  for (const words of [said.subject ?? [], before, unit, ...about]) {
    const all = words.flatMap((token) => wordsOf(token.raw));
    if (all.some((word) => !known.has(word) && !idle.has(word))) {
      assume(frame, "assume-note", { fragment: textOf(words) });
    }
  }
  const count = keysOf(unit).replace(/ \/ .*/, "");
  const names = [
    ...is.figures.map(({ label }) => keysOf(tokenise(label))),
    ...(count === "" ? [] : [`số ${count}`, `số ${keysOf(unit)}`]),
  ];
  return { ...is, names };
}

function measured(said: Said, frame: Frame): Omit<Valued, "names"> {
  const ranged = said.branches.filter((branch) => branch.of.ranged !== null);
  const percent = ranged.some((branch) => branch.of.ranged!.range.percent);
  const plain = ranged.find((branch) => !branch.of.ranged!.range.percent);
  const named = [...said.formulas, ...said.branches].some(({ score }) => score.value === "ratio");
  const { before, unit } = subjectOf(said.branches, aliasOf(said));
  if (percent && plain !== undefined) throw unread(plain.text);
  const written = writtenValue(said);
  if (said.quotients.length > 0) {
    const [quotient, ...more] = said.quotients;
    if (more.length > 0 || written !== null || said.defines.length > 0) throw unread((more[0] ?? quotient!).text);
    if (plain !== undefined) throw unread(plain.text);
    const figures = [
      { name: "a", label: labelOf(quotient!.over) },
      { name: "b", label: labelOf(quotient!.under) },
    ];
    return { value: { kind: "ratio", over: ["a"], under: ["b"] }, figures, of: null };
  }
  if (written !== null) {
    if (plain !== undefined) throw unread(plain.text);
    const { terms, text } = written;
    if (terms.under === null) {
      const define = said.defines[0];
      const name = terms.over[0]!;
      if (
        terms.over.length > 1 ||
        name.startsWith("-") ||
        said.defines.length > 1 ||
        (define !== undefined && define.name !== name)
      )
        throw unread(text);
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
    return {
      value: { kind: "ratio", over: [top], under: [bottom] },
      figures: figuresOf(said, [top, bottom], first.text, frame),
      of: null,
    };
  }
  const needing = [...said.formulas, ...said.branches].find(({ score }) => score.value === "ratio");
  if (said.defines.length > 1) throw unread((needing ?? said.defines[1]!).text);
  const define = said.defines[0];
  if (define === undefined && named && !percent) {
    const full = ranged.find((branch) => branch.of.ranged!.range.lone && !isNone(branch.score.worth.amount));
    const bound = full?.of.ranged?.range.low;
    if (
      full !== undefined &&
      bound !== undefined &&
      bound !== null &&
      bound.at.d === 1n &&
      bound.at.n > 0n &&
      unit.length > 0
    ) {
      const label = `số ${labelOf(unit)}`;
      const of = bound.at.n.toString();
      assume(frame, "assume-out-of", { label, of });
      return { value: { kind: "count", max: of }, figures: [{ name: "n", label }], of };
    }
    if (plain !== undefined) throw unread(plain.text);
  }
  if (percent || named) {
    if (define !== undefined && !keysOf(define.label).startsWith("tỷ lệ")) throw unread(define.text);
    const told = said.subject ?? (before.length > 0 ? before : null);
    const ratio = said.formulas.find(({ about }) => about !== undefined)?.about;
    const counted = ratio ?? unit;
    const own = told !== null ? labelOf(told) : counted.length > 0 ? `tỷ lệ ${labelOf(counted)}` : frame.name;
    const label = define === undefined ? own : labelOf(define.label);
    if (define === undefined) assume(frame, "assume-share", { label });
    return { value: { kind: "share" }, figures: [figureOf("r", label, define)], of: null };
  }
  const each = said.branches.find((branch) => branch.of.each !== undefined)?.of.each;
  const untold = each === undefined && define === undefined && before.length + unit.length === 0;
  onlyWhole(said.branches, said.subject ?? (untold ? tokenise(normalise(frame.name)) : []), define);
  const counted =
    said.subject !== null
      ? each === undefined || keysOf(said.subject).includes(keysOf(each))
        ? labelOf(said.subject)
        : `${labelOf(said.subject)} (số ${labelOf(each)})`
      : each !== undefined
        ? `số ${labelOf(each)}`
        : before.length > 0
          ? unit.length > 0
            ? `${labelOf(before)} (số ${labelOf(unit)})`
            : labelOf(before)
          : unit.length > 0
            ? `số ${labelOf(unit)}`
            : frame.name;
  const name = define?.name ?? "n";
  if (define === undefined && each === undefined && ranged.length === 0) throw unread(said.formulas[0]?.text ?? "");
  const most = said.mosts[0];
  if (most !== undefined && (most.name !== name || said.mosts.length > 1)) throw unread(most.text);
  const label = define === undefined ? counted : labelOf(define.label);
  return {
    value: { kind: "count", ...(most === undefined ? {} : { max: most.most }) },
    figures: [figureOf(name, label, define)],
    of: null,
  };
}
