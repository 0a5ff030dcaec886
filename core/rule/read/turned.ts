import type { Saying, Statement } from "./saying";
import { wholeScore } from "./score";
import { complementOf, wholeBefore } from "./terms";
import { isSign, phraseAt, type Token } from "./token";

/** "Điểm = (1 - Tỷ lệ) × điểm tối đa": a formula by what is left of the ratio. */
export function readTurned(tokens: readonly Token[]): Saying | null {
  const from = tokens.findIndex((token, k) => isSign(token, "(") && wholeBefore(tokens, k + 1) > 0);
  if (from < 0) return null;
  const ratio = from + 1 + wholeBefore(tokens, from + 1);
  const end = ratio + phraseAt(tokens, ratio, "tỷ lệ");
  if (end === ratio || !isSign(tokens[end], ")")) return null;
  const score = wholeScore([...tokens.slice(0, from), ...tokens.slice(ratio, end), ...tokens.slice(end + 1)]);
  return score?.value === "ratio" ? { kind: "turned", score } : null;
}

/** The turned formula of a text's only quotient as a plain one of what is left; other texts as they are. */
export function straightened(statements: readonly Statement[]): readonly Statement[] {
  const turned = statements.filter(({ kind }) => kind === "turned");
  const values = statements.filter(({ kind }) => kind === "value");
  const [formula, value] = [turned[0], values[0]];
  if (turned.length !== 1 || values.length !== 1 || formula?.kind !== "turned" || value?.kind !== "value") return statements;
  const terms = complementOf(value.terms);
  const plain = statements.every(({ kind }) => ["turned", "value", "define", "zero", "note"].includes(kind));
  if (terms === null || value.about !== undefined || !plain) return statements;
  return statements.map((statement) =>
    statement === formula ? { ...formula, kind: "formula" } : statement === value ? { ...value, terms } : statement);
}
