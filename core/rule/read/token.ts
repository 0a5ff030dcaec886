/** A word, number, sign or quoted text, with its spelling (`raw`) and the folded form that is compared (`key`). */
export interface Token {
  readonly kind: "word" | "number" | "sign" | "quote";
  readonly raw: string;
  readonly key: string;
  /** White space, or a line break, stands before it. */
  readonly gap: boolean;
  readonly line: boolean;
  /** Of a number: its plain decimal or fraction. */
  readonly value?: string;
  /** Of a number: a lone mark before three digits, which some write for thousands and some for decimals. */
  readonly doubtful?: boolean;
}

const signs: Readonly<Record<string, string>> = {
  "：": ":",
  "；": ";",
  "，": ",",
  "．": ".",
  "（": "(",
  "）": ")",
  "［": "(",
  "］": ")",
  "[": "(",
  "]": ")",
  "％": "%",
  "＝": "=",
  "＋": "+",
  "／": "/",
  "＊": "*",
  "×": "*",
  "·": "*",
  "∙": "*",
  "⋅": "*",
  "✕": "*",
  "✖": "*",
  "∗": "*",
  "⁄": "/",
  "∕": "/",
  "÷": "/",
  "→": ":",
  "⇒": ":",
  "≧": "≥",
  "⩾": "≥",
  "≦": "≤",
  "⩽": "≤",
  "＞": ">",
  "＜": "<",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "−": "-",
  "﹣": "-",
  "－": "-",
  "•": "•",
  "●": "•",
  "▪": "•",
  "◦": "•",
  "○": "•",
  "■": "•",
  "✓": "•",
  "✔": "•",
  "❖": "•",
  "➢": "•",
};
const fractions: Readonly<Record<string, string>> = { "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3" };
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Composed letters, plain line breaks; a text all in capitals is told in small letters. */
export function normalise(text: string): string {
  const composed = text.normalize("NFC").replace(/\r\n?|[\u2028\u2029\u000b\u000c\u0085]/g, "\n");
  return /\p{Ll}/u.test(composed) ? composed : composed.toLowerCase();
}

const spelling: Readonly<Record<string, string>> = { tỉ: "tỷ", quí: "quý", kì: "kỳ" };

function fold(word: string): string {
  const key = word.replace(unseen, "").toLowerCase().replace(/ð/g, "đ").normalize("NFC");
  return spelling[key] ?? key;
}

const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));

const trimmed = (digits: string): string => digits.replace(/^0+(?=\d)/, "");

/** What digits with marks between them spell: "0,5", "1.000", "1.234,5"; null for codes such as "1.2.3". */
function numberOf(raw: string): { value: string; doubtful: boolean } | null {
  const groups = raw.split(/[.,]/);
  const marks = raw.replace(/\d/g, "");
  const [whole = "", last = ""] = [groups[0], groups[groups.length - 1]];
  if (marks === "") return { value: trimmed(whole), doubtful: false };
  if (marks.length === 1) {
    const thousands = last.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
    if (thousands && marks === ".") return { value: whole + last, doubtful: true };
    return { value: `${trimmed(whole)}.${last}`, doubtful: thousands };
  }
  const inner = groups.slice(1, -1);
  const even = /^\d{1,3}$/.test(whole) && inner.every((group) => group.length === 3);
  const mark = marks[0]!;
  if (!even || [...marks.slice(0, -1)].some((other) => other !== mark)) return null;
  if (marks[marks.length - 1] !== mark) return { value: `${trimmed(whole + inner.join(""))}.${last}`, doubtful: false };
  return last.length === 3 ? { value: trimmed(groups.join("")), doubtful: false } : null;
}

const wordAt = /\p{L}[\p{L}\p{M}\p{N}_\u00ad\u200b-\u200f\u2060]*/uy;
const numberAt = /[\d\uff10-\uff19]+(?:[.,][\d\uff10-\uff19]+)*/y;
const spaceAt = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/y;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Where the quoted text that opens at `at` ends; a doubled closing mark stands for itself. -1: it never ends. */
function quoteEnd(text: string, at: number): number {
  for (let end = text.indexOf("”", at + 1); end >= 0; end = text.indexOf("”", end + 2)) {
    if (text[end + 1] !== "”") return end;
  }
  return -1;
}

/** Words, numbers and signs of a normalised text, in one pass. Text in “…” is one token whatever it holds. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let gap = false;
  let line = false;
  let quotes = true;
  const push = (kind: Token["kind"], raw: string, key: string, more: Partial<Token> = {}): void => {
    tokens.push({ kind, raw, key, gap, line, ...more });
    gap = false;
    line = false;
  };
  while (at < text.length) {
    const space = matchAt(spaceAt, text, at);
    if (space !== null) {
      gap ||= /\s/.test(space);
      line ||= space.includes("\n");
      at += space.length;
      continue;
    }
    const word = matchAt(wordAt, text, at);
    if (word !== null) {
      push("word", word.replace(unseen, ""), fold(word));
      at += word.length;
      continue;
    }
    const number = matchAt(numberAt, text, at);
    if (number !== null) {
      const plain = halfWidth(number);
      const found = numberOf(plain);
      if (found === null) push("word", plain, plain);
      else push("number", number, plain, found);
      at += number.length;
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(at)!);
    const end = char === "“" && quotes ? quoteEnd(text, at) : -1;
    if (char === "“" && end < 0) quotes = false;
    if (end >= 0) {
      push("quote", text.slice(at, end + 1), "“");
      at = end + 1;
      continue;
    }
    const part = fractions[char];
    const pair = text.slice(at, at + 2);
    if (part !== undefined) push("number", char, char, { value: part });
    else if (pair === ">=" || pair === "<=" || pair === "=>" || pair === "->") {
      push("sign", pair, pair === ">=" ? "≥" : pair === "<=" ? "≤" : ":");
      at += 1;
    } else push("sign", halfWidth(char), signs[char] ?? char);
    at += char.length;
  }
  return tokens;
}

/** The spelling of tokens, white space made single. */
export function spell(tokens: readonly Token[]): string {
  let text = "";
  tokens.forEach((token, k) => {
    text += k > 0 && token.gap ? ` ${token.raw}` : token.raw;
  });
  return text;
}

const edge = new Set([",", ";", ":", ".", "-", "•", "→"]);

/** Tokens without punctuation at their ends. */
export function bareEnds(tokens: readonly Token[]): readonly Token[] {
  let from = 0;
  let to = tokens.length;
  while (from < to && tokens[from]!.kind === "sign" && edge.has(tokens[from]!.key)) from++;
  while (to > from && tokens[to - 1]!.kind === "sign" && edge.has(tokens[to - 1]!.key)) to--;
  return tokens.slice(from, to);
}

/** A label in the text's words; one in “…” alone is told as it stands inside. */
export function labelOf(tokens: readonly Token[]): string {
  const words = bareEnds(tokens);
  const only = words[0];
  if (words.length === 1 && only?.kind === "quote") return only.raw.slice(1, -1).replace(/””/g, "”");
  return spell(words);
}

/** How many tokens from `at` on spell the phrase (folded words with single spaces); 0 where they do not. */
export function phraseAt(tokens: readonly Token[], at: number, phrase: string): number {
  const first = tokens[at]?.key;
  if (first === undefined || !phrase.startsWith(first)) return 0;
  return spells(tokens, at, phrase.split(" "));
}

function spells(tokens: readonly Token[], at: number, words: readonly string[]): number {
  for (let k = 0; k < words.length; k++) if (tokens[at + k]?.key !== words[k]) return 0;
  return words.length;
}

/** Phrases by their first word, so that most positions are passed over at once. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export function phrases(...list: readonly string[]): Phrases {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of list) {
    const words = phrase.split(" ");
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), words]);
  }
  return byFirst;
}

/** The length of the longest of the phrases at `at`, or 0. */
export function anyPhraseAt(tokens: readonly Token[], at: number, among: Phrases): number {
  const key = tokens[at]?.key;
  const found = key === undefined ? undefined : among.get(key);
  let longest = 0;
  for (const words of found ?? []) longest = Math.max(longest, spells(tokens, at, words));
  return longest;
}

export const isSign = (token: Token | undefined, ...keys: readonly string[]): boolean =>
  token !== undefined && token.kind === "sign" && keys.includes(token.key);

/** Positions of a sign outside brackets, among tokens. */
export function topLevel(tokens: readonly Token[], sign: string): number[] {
  const found: number[] = [];
  let depth = 0;
  tokens.forEach((token, k) => {
    if (isSign(token, "(")) depth++;
    else if (isSign(token, ")")) depth = Math.max(0, depth - 1);
    else if (depth === 0 && isSign(token, sign)) found.push(k);
  });
  return found;
}
