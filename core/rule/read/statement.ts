import type { Exact } from "../../number/exact";
import type { Relative } from "../rule";
import { afterBullet, type Clause } from "./clause";
import { readHead } from "./head";
import { rangeOf, type Ranged } from "./range";
import { readRelative } from "./relative";
import { isLoss, isNothing, limitsAt, numberAt, type Score, scoreAt, wholeScore, worthAt, type Worth } from "./score";
import { nameOf, skipPercent, termsAt, type Terms, wholeTerms } from "./terms";
import { anyPhraseAt, bareEnds, isSign, labelOf, phraseAt, spell, type Token, topLevel } from "./token";
import { caseWords, isLabel, isWaiver } from "./words";

/** What must hold for a score: words, perhaps with numbers in them, perhaps with a meaning in brackets. */
export interface Case {
  readonly words: readonly Token[];
  readonly meaning?: readonly Token[];
  readonly ranged: Ranged | null;
  /** "Nếu không có …": the criterion has nothing to measure. */
  readonly waiver: boolean;
  /** "mỗi sáng kiến": the score is for each of these. */
  readonly each?: readonly Token[];
}

/** One thing that a text says. */
export type Saying =
  | { readonly kind: "define"; readonly name: string; readonly label: readonly Token[]; readonly unit?: string }
  | { readonly kind: "most"; readonly name: string; readonly most: string }
  | { readonly kind: "value"; readonly terms: Terms; readonly name?: string }
  | { readonly kind: "quotient"; readonly over: readonly Token[]; readonly under: readonly Token[] }
  | { readonly kind: "formula"; readonly score: Score }
  | { readonly kind: "branch"; readonly of: Case; readonly score: Score }
  | { readonly kind: "head"; readonly words: readonly Token[] }
  | { readonly kind: "part"; readonly path: string; readonly share?: Worth; readonly label?: readonly Token[] }
  | { readonly kind: "period"; readonly names: readonly string[] }
  | { readonly kind: "sum" }
  | { readonly kind: "choose" }
  | { readonly kind: "question"; readonly label: readonly Token[] }
  | { readonly kind: "require"; readonly question: readonly Token[] }
  | { readonly kind: "unmet"; readonly worth: Worth }
  | { readonly kind: "zero"; readonly terms: readonly string[]; readonly give: Worth | "excluded" }
  | {
      readonly kind: "waiver";
      readonly when: { readonly figure: string } | { readonly question: readonly Token[] };
      readonly label: readonly Token[];
      readonly worth: Worth;
    }
  | { readonly kind: "excluded"; readonly words: readonly Token[] }
  | { readonly kind: "relative"; readonly to: Relative["to"]; readonly better: Relative["better"] }
  | { readonly kind: "direct"; readonly label: readonly Token[] | null; readonly said: boolean }
  | { readonly kind: "unscored" }
  | { readonly kind: "limit"; readonly worth: Worth }
  | { readonly kind: "confirmed"; readonly best: Exact | null; readonly least: Exact | null }
  | { readonly kind: "note" }
  | { readonly kind: "words"; readonly words: readonly Token[] };

/** A saying with the text it came from and the sentence it stands in. */
export type Statement = Saying & { readonly text: string; readonly sentence: number };

const define = (tokens: readonly Token[]): Saying | null => {
  const from = anyPhraseAt(tokens, 0, ["với", "trong đó"]);
  const start = from > 0 && isSign(tokens[from], ":", ",") ? from + 1 : from;
  const name = nameOf(tokens[start]);
  const marked = isSign(tokens[start + 1], "=", ":") || tokens[start + 1]?.key === "là";
  if (name === null || !marked) return null;
  const rest = bareEnds(tokens.slice(start + 2));
  if (rest.length === 0) return null;
  const terms = wholeTerms(rest);
  if (terms !== null && terms.under !== null) return { kind: "value", terms, name };
  if (isSign(tokens[start + 1], ":") && wholeScore(rest) !== null) return null;
  const unit = unitOf(rest);
  const label = unit === null ? rest : rest.slice(0, unit.from);
  if (!isLabel(label)) return null;
  return { kind: "define", name, label, ...(unit === null ? {} : { unit: unit.unit }) };
};

/** "(đơn vị tính: hồ sơ)" at the end of a label. */
function unitOf(tokens: readonly Token[]): { from: number; unit: string } | null {
  if (!isSign(tokens[tokens.length - 1], ")")) return null;
  for (let from = tokens.length - 2; from >= 0; from--) {
    if (!isSign(tokens[from], "(")) continue;
    const length = anyPhraseAt(tokens, from + 1, ["đơn vị tính", "đơn vị", "đvt"]);
    if (length > 0 && isSign(tokens[from + 1 + length], ":")) {
      return { from, unit: labelOf(tokens.slice(from + 2 + length, -1)) };
    }
  }
  return null;
}

/** "n ≤ 7": the most that can be counted. */
function most(tokens: readonly Token[]): Saying | null {
  const name = nameOf(tokens[0]);
  const number = tokens[2];
  if (name === null || tokens.length !== 3 || !isSign(tokens[1], "≤") || number?.value === undefined || number.doubtful === true) return null;
  return number.value.includes("/") ? null : { kind: "most", name, most: number.value };
}

/** Where words divided by words are divided: the only slash, or the only one before "tổng". */
function slashOf(tokens: readonly Token[]): number | null {
  const slashes = topLevel(tokens, "/");
  if (slashes.length === 1) return slashes[0]!;
  const total = slashes.filter((at) => tokens[at + 1]?.key === "tổng");
  return total.length === 1 ? total[0]! : null;
}

function quotient(words: readonly Token[], named: boolean): Saying | null {
  let tokens = bareEnds(words);
  const star = tokens.findIndex((token, k) => isSign(token, "*") && skipPercent(tokens, k) === tokens.length);
  if (star > 0) tokens = tokens.slice(0, star);
  const slash = slashOf(tokens);
  if (slash === null || slash === 0 || slash === tokens.length - 1) return null;
  const [over, under] = [tokens.slice(0, slash), tokens.slice(slash + 1)];
  const counts = ["số", "tổng", "lượng", "số lượng"];
  if (!counts.includes(under[0]!.key) || (!named && !counts.includes(over[0]!.key))) return null;
  return isLabel(over) && isLabel(under) ? { kind: "quotient", over, under } : null;
}

/** "Tỷ lệ (%) = (b+c)/a", "Tỷ lệ = số A/tổng số B". */
function value(tokens: readonly Token[]): Saying | null {
  if (phraseAt(tokens, 0, "tỷ lệ") === 0) return null;
  const equals = tokens.findIndex((token) => isSign(token, "=", ":"));
  if (equals < 0 || (isSign(tokens[equals], ":") && wholeTerms(tokens.slice(equals + 1)) === null)) return null;
  const head = tokens.slice(2, equals);
  if (head.some((token) => token.kind === "number" || isSign(token, "*", "+"))) return null;
  const terms = wholeTerms(tokens.slice(equals + 1));
  return terms === null ? quotient(tokens.slice(equals + 1), true) : { kind: "value", terms };
}

const isZeroAt = (tokens: readonly Token[], at: number): boolean => isSign(tokens[at], "=") && tokens[at + 1]?.value === "0";

const leaves = ["không áp dụng tiêu chí này", "không áp dụng tiêu chí", "không áp dụng", "không đánh giá tiêu chí này", "không đánh giá", "không xét", "không tính tiêu chí này", "không tính vào điểm tối đa"];

/** "Nếu b = 0: …", and the waivers that `printRule` writes: "Nếu … (2.b = 0): …", "Nếu … (trả lời Có): …". */
function when(tokens: readonly Token[]): Saying | null {
  const lead = anyPhraseAt(tokens, 0, ["nếu", "trường hợp", "khi"]);
  const colon = topLevel(tokens, ":").pop();
  const comma = colon ?? tokens.findIndex((token) => isSign(token, ",") || token.key === "thì");
  if (comma < 0) return null;
  const rest = tokens.slice(comma + 1);
  const excluded = anyPhraseAt(rest, 0, leaves) === rest.length && rest.length > 0;
  const score = wholeScore(rest);
  if (!excluded && (score === null || score.value !== null || score.cap !== undefined || score.floor !== undefined || score.doubts.length > 0)) return null;
  const terms = termsAt(tokens, lead);
  if (terms !== null && terms.terms.under === null && isZeroAt(tokens, terms.end) && terms.end + 2 === comma) {
    return { kind: "zero", terms: terms.terms.over, give: excluded ? "excluded" : score!.worth };
  }
  if (excluded && lead > 0) return { kind: "excluded", words: tokens.slice(lead, comma) };
  if (lead === 0 || !isSign(tokens[comma - 1], ")") || score === null) return null;
  let open = comma - 1;
  for (let depth = 0; open >= lead; open--) {
    if (isSign(tokens[open], ")")) depth++;
    else if (isSign(tokens[open], "(") && --depth === 0) break;
  }
  const inner = tokens.slice(open + 1, comma - 1);
  const label = tokens.slice(lead, open);
  if (open <= lead || !isLabel(label)) return null;
  const answered = phraseAt(inner, 0, "trả lời có");
  if (answered > 0) {
    const asked = phraseAt(inner, answered, "cho câu");
    const question = asked > 0 && isSign(inner[answered + asked], ":") ? inner.slice(answered + asked + 1) : label;
    if (asked === 0 && inner.length !== answered) return null;
    return { kind: "waiver", when: { question }, label, worth: score.worth };
  }
  const figure = pathOf(inner.slice(0, -2));
  return figure !== null && isZeroAt(inner, inner.length - 2) ? { kind: "waiver", when: { figure }, label, worth: score.worth } : null;
}

/** "b", "2.b", "1.3.n". */
function pathOf(tokens: readonly Token[]): string | null {
  if (tokens.some((token, k) => k > 0 && token.gap)) return null;
  const path = tokens.map((token) => token.key).join("");
  return /^(\d+\.)*\p{L}\p{M}*\d{0,2}$/u.test(path) ? path : null;
}

function exactAt(tokens: readonly Token[], at: number): { value: Exact | null; end: number } | null {
  const unlimited = phraseAt(tokens, at, "không giới hạn");
  if (unlimited > 0) return { value: null, end: at + unlimited };
  const negative = isSign(tokens[at], "-");
  const number = numberAt(tokens, negative ? at + 1 : at);
  if (number === null || phraseAt(tokens, number.end, "điểm") === 0) return null;
  return { value: negative ? { n: -number.value.n, d: number.value.d } : number.value, end: number.end + 1 };
}

/** "Đã xác nhận điểm cao nhất là 1,5 điểm, thấp nhất là 0 điểm". */
function confirmed(tokens: readonly Token[]): Saying | null {
  const lead = phraseAt(tokens, 0, "đã xác nhận điểm cao nhất là");
  const best = lead > 0 ? exactAt(tokens, lead) : null;
  const second = best === null || !isSign(tokens[best.end], ",") ? 0 : phraseAt(tokens, best.end + 1, "thấp nhất là");
  const least = best !== null && second > 0 ? exactAt(tokens, best.end + 1 + second) : null;
  return best !== null && least?.end === tokens.length ? { kind: "confirmed", best: best.value, least: least.value } : null;
}

function direct(tokens: readonly Token[]): Saying | null {
  const length = anyPhraseAt(tokens, 0, ["chấm điểm trực tiếp"]);
  if (length > 0) {
    if (tokens.length === length) return { kind: "direct", label: null, said: true };
    const label = tokens.slice(length + 1);
    return isSign(tokens[length], ":") && isLabel(label) ? { kind: "direct", label, said: true } : null;
  }
  const outside = ["theo kết quả", "căn cứ kết quả", "điểm điều tra xhh", "điểm điều tra xã hội học", "điểm khảo sát", "chấm theo kết quả", "lấy kết quả", "lấy điểm", "theo điểm"];
  return anyPhraseAt(tokens, 0, outside) > 0 ? { kind: "direct", label: tokens, said: false } : null;
}

const notes = ["ghi chú", "lưu ý", "căn cứ", "nguồn số liệu", "tài liệu kiểm chứng", "minh chứng", "hồ sơ minh chứng", "chú thích", "nguồn", "nguồn dữ liệu"];

/** A score for each item: "mỗi sáng kiến 1 điểm", "trừ 0,5 điểm cho mỗi lần chậm, tối đa 2 điểm". */
function perItem(tokens: readonly Token[]): Saying | null {
  const worth = worthAt(tokens, 0);
  if (worth !== null && !worth.bare) {
    const mark = anyPhraseAt(tokens, worth.end, ["cho mỗi", "mỗi", "đối với mỗi", "với mỗi"]);
    if (mark === 0) return null;
    const loss = isLoss(worth.worth);
    for (let end = tokens.length; end > worth.end + mark; end--) {
      const limits = limitsAt(tokens, end, loss);
      if (limits.end !== tokens.length || (end < tokens.length && limits.end === end)) continue;
      if (end < tokens.length && (limits.cap ?? limits.floor) === undefined) continue;
      const each = bareEnds(tokens.slice(worth.end + mark, end));
      if (!isLabel(each)) continue;
      const { end: _, ...held } = limits;
      return branchEach(each, { worth: worth.worth, value: null, per: "1", bare: false, doubts: [], ...held });
    }
    return null;
  }
  const mark = anyPhraseAt(tokens, 0, ["cứ mỗi", "cứ", "mỗi một", "mỗi", "có mỗi"]);
  if (mark === 0) return null;
  const one = tokens[mark]?.value === "1" ? 1 : 0;
  for (let at = mark + one + 1; at < tokens.length; at++) {
    const colon = isSign(tokens[at], ":", ",") ? 1 : 0;
    const found = scoreAt(tokens, at + colon);
    if (found === null || found.end !== tokens.length || found.score.value !== null || (found.score.bare && colon === 0)) continue;
    const each = bareEnds(tokens.slice(mark + one, at));
    return each.length > 0 && isLabel(each) && !each.some((token) => token.kind === "number" || isSign(token, "%")) ? branchEach(each, found.score) : null;
  }
  return null;
}

const branchEach = (each: readonly Token[], score: Score): Saying | null =>
  ["thêm", "tăng", "giảm"].some((word) => each.some((token) => token.key === word))
    ? null
    : { kind: "branch", of: { words: each, ranged: null, waiver: false, each }, score };

/** "Có (đã ban hành)": the label, and its meaning in brackets. */
function caseOf(words: readonly Token[]): Case {
  const plain = caseWords(words);
  const [first, second] = plain;
  const closed = isSign(plain[plain.length - 1], ")");
  if (closed && isSign(second, "(") && topLevel(plain.slice(1, -1), ")").length === 0 && (first!.kind === "quote" || ["có", "không"].includes(first!.key))) {
    return { words: [first!], meaning: plain.slice(2, -1), ranged: null, waiver: false };
  }
  return { words: plain, ranged: plain.some((token) => token.kind === "quote") ? null : rangeOf(plain), waiver: isWaiver(words) };
}

/** A case and its score: "từ 75% trở lên: điểm tối đa", "đúng hạn 0,5 điểm", "Có (2 điểm)". Heads stand before. */
function branch(tokens: readonly Token[]): Saying[] | null {
  const colons = topLevel(tokens, ":");
  const last = colons[colons.length - 1] ?? -1;
  const tail = tokens.slice(last + 1);
  const headsOf = (until: number): Saying[] | null => {
    const heads: Saying[] = [];
    let from = 0;
    for (const colon of colons) {
      if (colon >= until) break;
      const words = bareEnds(tokens.slice(from, colon));
      if (!isLabel(words)) return null;
      if (words.length > 0) heads.push({ kind: "head", words });
      from = colon + 1;
    }
    return heads;
  };
  const whole = last > 0 ? wholeScore(tail) : null;
  if (whole !== null) {
    const from = (colons[colons.length - 2] ?? -1) + 1;
    const words = afterBullet(tokens.slice(from, last));
    const heads = headsOf(colons.length > 1 ? last : 0);
    if (heads === null || words.length === 0) return null;
    const each = perItem(tokens.slice(from));
    if (each !== null) return [...heads, each];
    const of = caseOf(words);
    return isCase(of) ? [...heads, { kind: "branch", of, score: whole }] : null;
  }
  const each = perItem(afterBullet(tail));
  if (each !== null) {
    const heads = headsOf(last + 1);
    return heads === null ? null : [...heads, each];
  }
  const plain = afterBullet(tail);
  const close = isSign(plain[plain.length - 1], ")") ? plain.length - 1 : plain.length;
  for (let at = 1; at < close; at++) {
    const bracketed = close < plain.length && isSign(plain[at - 1], "(");
    const end = bracketed ? close : plain.length;
    const marked = isSign(plain[at - 1], "-", "=");
    const found = scoreAt(plain, at);
    if (found === null || found.end !== end) continue;
    if (found.score.bare && !marked && !bracketed && plain[at]!.key !== "0") continue;
    const words = plain.slice(0, bracketed || marked ? at - 1 : at);
    const heads = headsOf(last + 1);
    const of = caseOf(words);
    if (heads === null || of.words.length === 0 || !isCase(of)) return null;
    return [...heads, { kind: "branch", of, score: found.score }];
  }
  return null;
}

/** The words of a case are a label, but for the numbers and comparisons of its range. */
function isCase(of: Case): boolean {
  if (of.ranged === null) return isLabel(of.words) && (of.meaning === undefined || isLabel(of.meaning));
  return isLabel(of.ranged.before) && isLabel(of.ranged.unit);
}

function limit(tokens: readonly Token[]): Saying | null {
  const lead = anyPhraseAt(tokens, 0, ["tổng điểm", "tổng số điểm", "tổng cộng", "nhưng"]);
  const found = limitsAt(tokens, lead, false);
  return found.end === tokens.length && found.cap !== undefined && found.floor === undefined ? { kind: "limit", worth: found.cap } : null;
}

/** What the tokens of one clause say, heads first. */
function sayings(tokens: readonly Token[]): Saying[] {
  const plain = bareEnds(afterBullet(tokens));
  if (plain.length === 0) return [];
  const head = readHead(plain);
  if (head !== null) {
    const rest = plain.slice(head.end);
    if (head.saying?.kind === "part") {
      const inside = sayings(rest);
      const labelled = inside.length === 1 && inside[0]!.kind === "words";
      return labelled ? [{ ...head.saying, label: rest }] : [head.saying, ...inside];
    }
    if (head.saying?.kind === "require" || head.saying?.kind === "question") {
      const words = bareEnds(rest);
      return isLabel(words) ? [head.saying.kind === "require" ? { kind: "require", question: words } : { kind: "question", label: words }] : [{ kind: "words", words: plain }];
    }
    return [...(head.saying === null ? [] : [head.saying]), ...sayings(rest)];
  }
  const unmet = phraseAt(plain, 0, "không đạt điều kiện");
  const otherwise = unmet > 0 && isSign(plain[unmet], ":") ? worthAt(plain, unmet + 1) : null;
  if (otherwise?.end === plain.length) return [{ kind: "unmet", worth: otherwise.worth }];
  if (anyPhraseAt(plain, 0, ["không tính điểm", "không chấm điểm"]) === plain.length) return [{ kind: "unscored" }];
  const one = confirmed(plain) ?? readRelative(plain) ?? most(plain) ?? value(plain) ?? when(plain) ?? define(plain) ?? limit(plain) ?? direct(plain);
  if (one !== null) return [one];
  const formula = wholeScore(plain);
  if (formula !== null && (formula.value !== null || isNothing(formula) || isFormula(plain))) return [{ kind: "formula", score: formula }];
  const noted = anyPhraseAt(plain, 0, notes);
  if (noted > 0 && isSign(plain[noted], ":") && isLabel(plain.slice(noted + 1))) return [{ kind: "note" }];
  return branch(plain) ?? [quotient(plain, false) ?? { kind: "words", words: plain }];
}

const isFormula = (tokens: readonly Token[]): boolean =>
  tokens[0]?.key === "điểm" || tokens[0]?.key === "số" ? tokens.some((token) => isSign(token, "=")) : false;

/** What a text says, clause by clause. */
export function statementsOf(clauses: readonly Clause[]): Statement[] {
  return clauses.flatMap(({ tokens, sentence }) => {
    const text = spell(bareEnds(tokens));
    return sayings(tokens).map((saying) => ({ ...saying, text, sentence }));
  });
}
