import { type Exact, parseExact, times, exact } from "../../number/exact";
import { nameOf } from "./terms";
import { anyPhraseAt, isSign, phraseAt, phrases, type Token } from "./token";

const under = phrases("dưới", "<", "nhỏ hơn", "thấp hơn", "cận", "ít hơn");
const within = phrases("≤", "không quá", "nhỏ hơn hoặc bằng", "bằng");
const ratioWord = phrases("tỷ lệ");
const fromWord = phrases("từ", "đạt từ", "trong khoảng từ", "khoảng từ");
const upWord = phrases("trở lên", "trở đi", "hoặc hơn", "hoặc cao hơn");
const downWord = phrases("trở xuống", "hoặc ít hơn", "hoặc thấp hơn");
const strictWord = phrases("đúng", "bằng", "=", "đạt đúng");

/** One end of a range; null is no end. */
export interface Bound {
  readonly at: Exact;
  readonly inclusive: boolean;
}

/** Numbers that a condition asks for: "từ 90% đến dưới 100%". */
export interface Range {
  readonly low: Bound | null;
  readonly high: Bound | null;
  /** In percent; `low` and `high` are then shares of 1. */
  readonly percent: boolean;
  /** A lone number: "4 lần", "100%", "đủ 7 nội dung". */
  readonly lone: boolean;
  /** A lone number without "%" or a word such as "đạt": it may be part of a name. */
  readonly weak: boolean;
  readonly doubts: readonly Token[];
}

export interface Ranged {
  readonly range: Range;
  /** Words before, after and within: what is measured, and its unit. */
  readonly before: readonly Token[];
  readonly unit: readonly Token[];
  /** A word such as "trên" is left over before the numbers ("trên 75% trở lên"). */
  readonly broken: boolean;
}

interface Figure {
  readonly value: Exact;
  readonly percent: boolean;
  readonly token: Token;
  readonly unit: readonly Token[];
  readonly end: number;
}

const least = phrases(
  "≥", "lớn hơn hoặc bằng", "trên hoặc bằng", "bằng hoặc lớn hơn", "bằng hoặc trên", "từ bằng", "không dưới",
  "không thấp hơn", "không ít hơn", "không nhỏ hơn", "tối thiểu là", "tối thiểu", "ít nhất là", "ít nhất",
  "đạt ít nhất", "đạt tối thiểu",
);
const above = phrases(">", "trên", "lớn hơn", "cao hơn", "nhiều hơn", "hơn", "vượt", "vượt quá", "đạt trên", "quá");
const below = phrases(
  "<", "dưới", "nhỏ hơn", "thấp hơn", "ít hơn", "chưa đạt", "chưa đủ", "không đủ", "chưa đến", "chưa tới",
  "không đạt", "không đến", "chưa được", "đạt dưới",
);
const most = phrases(
  "≤", "nhỏ hơn hoặc bằng", "dưới hoặc bằng", "bằng hoặc nhỏ hơn", "bằng hoặc dưới", "ít hơn hoặc bằng", "không quá",
  "không vượt quá", "không hơn", "không lớn hơn", "nhiều nhất", "tối đa",
);
const exactly = phrases("đúng", "bằng", "=", "đủ", "đầy đủ", "đạt", "đạt đủ", "đạt đúng", "cả", "hoàn thành");
const to = phrases("đến", "tới", "-", "cho đến");
const stop = new Set([",", ";", ":", ".", "(", ")", "=", "<", ">", "≤", "≥", "*", "+", "•"]);
const words = new Set(["đến", "tới", "trở", "dưới", "trên", "và", "hoặc", "từ", "cho"]);
const left = new Set([
  "từ", "trên", "dưới", "đến", "tới", "quá", "hơn", "không", "chưa", "khoảng", "gần", ">", "<", "≥", "≤", "=", "-",
  "+",
]);
const unitLength = 8;

/** A number with its "%" and the words of its unit, which end at a mark or a word that ranges use. */
function figureAt(tokens: readonly Token[], at: number): Figure | null {
  const token = tokens[at];
  if (token?.kind !== "number" || token.value === undefined || token.value.includes("/")) return null;
  let end = at + 1;
  const percent = isSign(tokens[end], "%") || phraseAt(tokens, end, "phần trăm") > 0;
  if (percent) end += isSign(tokens[end], "%") ? 1 : 2;
  const from = end;
  while (end < tokens.length && end - from < unitLength) {
    const next = tokens[end]!;
    if (next.kind === "number" || words.has(next.key) || (next.kind === "sign" && stop.has(next.key))) break;
    if (isSign(next, "-") && next.gap) break;
    if (isSign(next, "/") && tokens[end + 1]?.kind !== "word") return null;
    end++;
  }
  if (isSign(tokens[from], "-") && !tokens[from]!.gap && tokens[from + 1]?.kind === "number") end = from;
  const value = parseExact(token.value);
  return { value: percent ? times(value, exact(1n, 100n)) : value, percent, token, unit: tokens.slice(from, end), end };
}

interface Found {
  readonly range: Range;
  readonly unit: readonly Token[];
  readonly end: number;
}

const bound = (figure: Figure | null, inclusive: boolean): Bound | null =>
  figure === null ? null : { at: figure.value, inclusive };

function made(
  low: Figure | null,
  lowIn: boolean,
  high: Figure | null,
  highIn: boolean,
  end: number,
  lone = false,
  weak = false,
): Found | null {
  const figures = [low, high].filter((figure): figure is Figure => figure !== null);
  // "từ 90 đến 100%": the sign of the last number is for both.
  const percent = figures.some((figure) => figure.percent);
  const shared = (figure: Figure | null): Figure | null =>
    figure === null || figure.percent || !percent
      ? figure
      : { ...figure, percent, value: times(figure.value, exact(1n, 100n)) };
  if (percent && figures.length === 2 && figures[0]!.percent && !figures[1]!.percent) return null;
  const unit = figures.map((figure) => figure.unit).find((tokens) => tokens.length > 0) ?? [];
  const doubts = figures.filter((figure) => figure.token.doubtful === true).map((figure) => figure.token);
  return {
    range: { low: bound(shared(low), lowIn), high: bound(shared(high), highIn), percent, lone, weak, doubts },
    unit,
    end,
  };
}

/** "đến dưới 100%", "- 75%", "và dưới 20" behind the lower end. */
function upperAt(tokens: readonly Token[], at: number, and: boolean): { figure: Figure; inclusive: boolean } | null {
  const link = anyPhraseAt(tokens, at, to) || (isSign(tokens[at], ",") ? 1 : 0);
  const both = link === 0 && and ? phraseAt(tokens, at, "và") : 0;
  if (link === 0 && both === 0) return null;
  const from = at + Math.max(link, both);
  const below = anyPhraseAt(tokens, from, under);
  const upTo = anyPhraseAt(tokens, from, within);
  const comma = isSign(tokens[at], ",");
  if ((both > 0 || comma) && below === 0 && upTo === 0) return null;
  const figure = figureAt(tokens, from + Math.max(below, upTo));
  return figure === null ? null : { figure, inclusive: below === 0 };
}

/** "20% ≤ tỷ lệ < 50%". */
function betweenAt(tokens: readonly Token[], at: number): Found | null {
  const first = tokens[at];
  const low = first?.kind === "number" ? figureAt(tokens, at) : null;
  if (low === null || !isSign(tokens[low.end], "≤", "<")) return null;
  const middle = low.end + 1;
  const named = anyPhraseAt(tokens, middle, ratioWord) || (nameOf(tokens[middle]) === null ? 0 : 1);
  if (named === 0 || !isSign(tokens[middle + named], "≤", "<")) return null;
  const high = figureAt(tokens, middle + named + 1);
  if (high === null) return null;
  return made(low, isSign(tokens[low.end], "≤"), high, isSign(tokens[middle + named], "≤"), high.end);
}

function rangeAt(tokens: readonly Token[], at: number): Found | null {
  const between = betweenAt(tokens, at);
  if (between !== null) return between;
  const from = anyPhraseAt(tokens, at, fromWord);
  const kinds = [least, above, below, most].map((list) => anyPhraseAt(tokens, at, list));
  const longest = Math.max(...kinds);
  const worded = longest > 0 ? kinds.indexOf(longest) : -1;
  const even = anyPhraseAt(tokens, at, exactly);
  const lead = Math.max(from, longest, from === 0 && even > longest ? even : 0);
  const figure = figureAt(tokens, at + lead);
  if (figure === null) return null;
  const after = figure.end;
  const up = anyPhraseAt(tokens, after, upWord);
  const down = anyPhraseAt(tokens, after, downWord);
  if (lead === longest && worded >= 0) {
    if (up > 0 || down > 0) return null;
    if (worded >= 2)
      return worded === 2 ? made(null, false, figure, false, after) : made(null, false, figure, true, after);
    const upper = upperAt(tokens, after, true);
    if (upper !== null) return made(figure, worded === 0, upper.figure, upper.inclusive, upper.figure.end);
    return made(figure, worded === 0, null, false, after);
  }
  if (up > 0) return made(figure, true, null, false, after + up);
  if (down > 0) return made(null, false, figure, true, after + down);
  const upper = upperAt(tokens, after, from > 0 || figure.percent);
  const strict = anyPhraseAt(tokens, at, strictWord) === lead && lead > 0;
  if (upper !== null) {
    return strict ? null : made(figure, true, upper.figure, upper.inclusive, upper.figure.end);
  }
  if (from > 0) return null;
  return made(figure, true, figure, true, after, !strict, !figure.percent && lead === 0);
}

/** Words whose number is a name, a date or a limit rather than a count: "mức 2", "trong 5 ngày". */
const naming = new Set([
  "trong", "sau", "trước", "vòng", "hạn", "ngày", "tháng", "quý", "năm", "số", "mức", "độ", "loại", "cấp", "hạng",
  "thứ", "đoạn", "nhóm", "phần", "mục", "điều", "khoản", "kỳ", "đợt", "lần",
]);

/** The one range of numbers that a condition holds, with the words around it; null where there is none, or several. */
export function rangeOf(tokens: readonly Token[]): Ranged | null {
  for (let at = 0; at < tokens.length; at++) {
    const found = rangeAt(tokens, at);
    if (found === null) continue;
    const before = tokens.slice(0, at);
    const rest = tokens.slice(found.end);
    if ([...before, ...rest].some((token) => token.kind === "number")) return null;
    if (found.range.weak && before.length > 0 && naming.has(before[before.length - 1]!.key)) return null;
    const broken = before.length > 0 && left.has(before[before.length - 1]!.key);
    return { range: found.range, before, unit: [...found.unit, ...rest], broken };
  }
  return null;
}
