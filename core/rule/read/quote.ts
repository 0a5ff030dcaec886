import { clausesOf } from "./clause";
import { isBare } from "./marks";
import type { Saying } from "./saying";
import { statementsOf } from "./statement";
import { labelOf, normalise, tokenise } from "./token";
import { memberOf } from "./words";

/** Where a label stands in the canonical text. */
export type Stand =
  "define" | "unit" | "option" | "meaning" | "part" | "period" | "require" | "question" | "waiver" | "asked" | "direct";

/** A clause in which the label stands as it does in the canonical text. */
const frames: Readonly<Record<Stand, (label: string) => string>> = {
  define: (label) => `a = ${label}`,
  unit: (label) => `a = số (đơn vị tính: ${label})`,
  option: (label) => `- ${label}: 0 điểm`,
  meaning: (label) => `- Có (${label}): 0 điểm`,
  part: (label) => `Phần 1 (2 điểm): ${label}`,
  period: (label) => `Cộng điểm từng kỳ (${label}, ${label}): - Có: 0 điểm`,
  require: (label) => `Điều kiện: ${label}`,
  question: (label) => `Câu hỏi: ${label}`,
  waiver: (label) => `Nếu ${label} (b = 0): 0 điểm`,
  asked: (label) => `Nếu “” (trả lời Có cho câu: ${label}): 0 điểm`,
  direct: (label) => `Chấm điểm trực tiếp: ${label}`,
};

/** The label that the first of the sayings holds there; null where it says something else. */
function found(stand: Stand, said: readonly Saying[]): string | null {
  const [first, second] = said;
  if (first === undefined || said.length > (stand === "period" ? 2 : 1)) return null;
  switch (stand) {
    case "define":
      return first.kind === "define" && first.unit === undefined ? labelOf(first.label) : null;
    case "unit":
      return first.kind === "define" && labelOf(first.label) === "số" ? (first.unit ?? null) : null;
    case "option":
      return first.kind === "branch" && first.of.meaning === undefined && first.of.each === undefined
        ? memberOf(first.of.words)
        : null;
    case "meaning":
      return first.kind === "branch" && first.of.meaning !== undefined ? labelOf(first.of.meaning) : null;
    case "part":
      return first.kind === "part" && first.label !== undefined ? labelOf(first.label) : null;
    case "period":
      return first.kind === "period" && first.names.length === 2 && second?.kind === "branch" ? first.names[0]! : null;
    case "require":
      return first.kind === "require" ? labelOf(first.question) : null;
    case "question":
      return first.kind === "question" ? labelOf(first.label) : null;
    case "waiver":
      return first.kind === "waiver" && "figure" in first.when && first.when.figure === "b"
        ? labelOf(first.label)
        : null;
    case "asked":
      return first.kind === "waiver" && "question" in first.when && labelOf(first.label) === ""
        ? labelOf(first.when.question)
        : null;
    case "direct":
      return first.kind === "direct" && first.label !== null ? labelOf(first.label) : null;
  }
}

/** A label as the canonical text writes it: bare where the reader gives it back as it is, otherwise in “…”. */
export function quoted(label: string, stand: Stand): string {
  const text = label.normalize("NFC");
  // The line behind it keeps capitals from being told in small letters, and shows that the clause ends where it should.
  const clauses = clausesOf(tokenise(normalise(`${frames[stand](text)};\nn = a;`)));
  const whole = text !== "" && !isBare(text) && !/[;.?!](\s|$)/.test(text);
  const clean = whole && /^([^“”\n\r]*“[^“”\n\r]*”)*[^“”\n\r]*$/.test(text) && clauses.length === 2;
  if (clean && found(stand, statementsOf(clauses.slice(0, 1))) === text) return text;
  return `“${text.replace(/”/g, "””")}”`;
}
