import { readBranch } from "./branch";
import { afterBullet, type Clause } from "./clause";
import { readConfirmed, readWhen } from "./condition";
import { readDefinition, readMost, readQuotient, readValue } from "./figure";
import { isByBody, speaksOfBody } from "./body";
import { readFalling } from "./falling";
import { readHead } from "./head";
import { isFormula, readNamed } from "./named";
import { isLeader, readRelative } from "./relative";
import type { Saying, Statement } from "./saying";
import { limitsAt, wholeScore, worthAt } from "./score";
import { readTurned, straightened } from "./turned";
import { anyPhraseAt, bareEnds, isSign, phraseAt, phrases, spell, type Token, topLevel } from "./token";
import { weighs } from "./weight";
import { isLabel } from "./words";

const entered = phrases("chấm điểm trực tiếp");
const inAll = phrases("tổng điểm", "tổng số điểm", "tổng cộng", "nhưng");
const noPoints = phrases("không tính điểm", "không chấm điểm");

const outside = phrases(
  "theo kết quả", "căn cứ kết quả", "điểm điều tra xhh", "điểm điều tra xã hội học", "điểm khảo sát",
  "chấm theo kết quả", "lấy kết quả", "lấy điểm", "theo điểm",
);

function direct(tokens: readonly Token[]): Saying | null {
  const length = anyPhraseAt(tokens, 0, entered);
  if (length > 0) {
    if (tokens.length === length) return { kind: "direct", label: null, said: true };
    const label = tokens.slice(length + 1);
    return isSign(tokens[length], ":") && isLabel(label) ? { kind: "direct", label, said: true } : null;
  }
  if (isByBody(tokens)) return { kind: "direct", label: tokens, said: true };
  return anyPhraseAt(tokens, 0, outside) > 0 && isOutside(tokens)
    ? { kind: "direct", label: tokens, said: false }
    : null;
}

/** "Điểm khảo sát" speaks of points, and is a label all the same. */
const isOutside = (tokens: readonly Token[]): boolean => isLabel(tokens[0]!.key === "điểm" ? tokens.slice(1) : tokens);

const notes = phrases(
  "ghi chú", "lưu ý", "căn cứ", "nguồn số liệu", "tài liệu kiểm chứng", "minh chứng", "hồ sơ minh chứng", "chú thích",
  "nguồn", "nguồn dữ liệu",
);

function limit(tokens: readonly Token[]): Saying | null {
  const lead = anyPhraseAt(tokens, 0, inAll);
  const found = limitsAt(tokens, lead, false);
  return found.end === tokens.length && found.cap !== undefined && found.floor === undefined
    ? { kind: "limit", worth: found.cap }
    : null;
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
      const labelled = inside.length === 1 && inside[0]!.kind === "words" && isLabel(rest);
      return labelled ? [{ ...head.saying, label: rest }] : [head.saying, ...inside];
    }
    if (head.saying?.kind === "require" || head.saying?.kind === "question") {
      const words = bareEnds(rest);
      return isLabel(words)
        ? [head.saying.kind === "require" ? { kind: "require", question: words } : { kind: "question", label: words }]
        : [{ kind: "words", words: plain }];
    }
    return [...(head.saying === null ? [] : [head.saying]), ...sayings(rest)];
  }
  const unmet = phraseAt(plain, 0, "không đạt điều kiện");
  const otherwise = unmet > 0 && isSign(plain[unmet], ":") ? worthAt(plain, unmet + 1) : null;
  if (otherwise?.end === plain.length) return [{ kind: "unmet", worth: otherwise.worth }];
  if (anyPhraseAt(plain, 0, noPoints) === plain.length) return [{ kind: "unscored" }];
  const one =
    readConfirmed(plain) ??
    readRelative(plain) ??
    readMost(plain) ??
    readValue(plain) ??
    readWhen(plain) ??
    readDefinition(plain) ??
    limit(plain) ??
    direct(plain);
  const uneven =
    (one?.kind === "define" && weighs(one.label)) ||
    ((one?.kind === "value" || one?.kind === "direct") && weighs(plain));
  if (uneven) return [{ kind: "words", words: plain }];
  if (one !== null) return [one];
  if (speaksOfBody(plain)) return [{ kind: "words", words: plain }];
  const formula = wholeScore(plain);
  if (formula !== null && (formula.value !== null || isFormula(plain))) return [{ kind: "formula", score: formula }];
  const moved = readTurned(plain) ?? readFalling(plain);
  if (moved !== null) return [moved];
  const noted = anyPhraseAt(plain, 0, notes);
  const bracketed =
    isSign(plain[0], "(") && isSign(plain[plain.length - 1], ")") && topLevel(plain.slice(1, -1), ")").length === 0;
  if (bracketed || (noted > 0 && isSign(plain[noted], ":"))) {
    return isLabel(bracketed ? plain : plain.slice(noted + 1)) && !weighs(plain) ? [{ kind: "note" }] : [{ kind: "words", words: plain }];
  }
  if (isLeader(plain)) return [{ kind: "leader" }];
  const said = readBranch(plain) ?? readNamed(plain) ?? [readQuotient(plain, false) ?? { kind: "words", words: plain }];
  return said.some(isUneven) ? [{ kind: "words", words: plain }] : said;
}

/** What is counted, or chosen by a number, with things in it that weigh differently. */
function isUneven(saying: Saying): boolean {
  if (saying.kind === "quotient") return weighs(saying.over) || weighs(saying.under);
  return saying.kind === "head" ? weighs(saying.words) : saying.kind === "branch" && weighs(saying.of.words);
}

/** What a text says, clause by clause. */
export function statementsOf(clauses: readonly Clause[]): readonly Statement[] {
  return straightened(clauses.flatMap(({ tokens, sentence }) => {
    const text = spell(bareEnds(tokens));
    return sayings(tokens).map((saying) => ({ ...saying, text, sentence }));
  }));
}
