import type { Rule } from "../rule";
import { type Branch, readBranches, readChoice } from "./choice";
import { fallen } from "./falling";
import { groupsOf, readGroups } from "./groups";
import { affirmed, readMeasure } from "./measure";
import { isRepeated } from "./number-word";
import { admit, assume, type Frame, fragmentOf, isNone, type Read, settle, unread } from "./reading";
import { of, type Of, type Statement } from "./saying";
import { isCondition, isException } from "./threshold";
import { bareEnds, labelOf, phraseAt, type Token } from "./token";
import type { Said } from "./value";
import { weighs } from "./weight";
import { isLabel, isNegative, isOtherwise, memberOf, waiverLabel } from "./words";

const figureKinds: readonly Statement["kind"][] = [
  "define",
  "most",
  "value",
  "quotient",
  "formula",
  "zero",
  "excluded",
  "limit",
];

/** Reads statements that no part, period or condition wraps: one choice, one measure, or parts without numbers. */
export function readLeaf(statements: readonly Statement[], frame: Frame, read: Read): Rule {
  const [first] = statements;
  const direct = of(statements, "direct")[0] ?? of(statements, "unscored")[0];
  if (direct !== undefined) return readDirect(direct, statements, frame);
  const repeated = statements.find(
    (statement) => (statement.kind === "head" || statement.kind === "words") && isRepeated(statement.words),
  );
  if (repeated !== undefined) throw unread(repeated.text);
  const falling = fallen(statements, frame);
  if (falling !== null) return falling;
  const stray = statements.find(({ kind }) =>
    ["part", "period", "sum", "unmet", "require", "waiver", "confirmed", "turned", "falling"].includes(kind),
  );
  if (stray !== undefined) throw unread(stray.text);
  const lost = statements.find((statement) => statement.kind === "words" && statement !== first);
  if (lost !== undefined) throw unread(lost.text);
  const compared = of(statements, "relative");
  if (compared.length > 0) return readCompared(compared, statements, frame);
  const question = of(statements, "question");
  if (question.length > 1) throw unread(question[1]!.text);
  const asked = question[0] === undefined ? null : labelOf(question[0].label);
  const branches = of(statements, "branch");
  if (of(statements, "choose").length > 0) {
    const other = statements.find(({ kind }) => !["choose", "branch", "question"].includes(kind));
    if (other !== undefined) throw unread(other.text);
    return readChoice(branches, asked, frame);
  }
  const required = requiredBy(statements);
  if (required !== null) {
    admit(required.denial.score, frame, required.denial.text);
    const rule = read(required.rest, frame);
    return {
      kind: "precondition",
      question: required.question,
      otherwise: settle(required.denial.score.worth, frame, required.denial.text),
      rule,
    };
  }
  const groups = groupsOf(statements);
  if (groups.length > 1) return readGroups(groups, frame, read);
  const heads = statements.filter(
    (statement): statement is Of<"head"> | Of<"words"> => statement.kind === "head" || statement.kind === "words",
  );
  const odd =
    heads.find((head) => !isLabel(head.words) || isException(head.words) || weighs(head.words)) ?? heads[1];
  if (odd !== undefined) throw unread(odd.text);
  const subject = heads[0]?.words ?? null;
  const rest = statements.filter((statement) => statement !== heads[0]);
  if (rest.length === 0) throw unread(heads[0]?.text ?? first?.text ?? "");
  if (isMeasured(rest)) {
    if (asked !== null) throw unread(question[0]!.text);
    if (subject !== null && !isSubject(subject)) throw unread(heads[0]!.text);
    return readMeasure(saidBy(rest, subject), frame);
  }
  const left = rest.find(({ kind }) => kind !== "branch" && kind !== "question");
  if (left !== undefined) throw unread(left.text);
  if (subject !== null && isCondition(subject)) throw unread(heads[0]!.text);
  return readWorded(branches, asked ?? (subject === null ? null : labelOf(subject)), frame);
}

/** Branches in words; "nếu không phát sinh …: điểm tối đa" among them is asked on its own. */
function readWorded(branches: readonly Branch[], question: string | null, frame: Frame): Rule {
  const waiver = branches.find(
    (branch, k) => k > 0 && branch.of.each === undefined && branch.of.waiver && !isNone(branch.score.worth.amount),
  );
  const others = branches.filter((branch) => branch !== waiver);
  if (waiver === undefined || others.length === 0) return readBranches(branches, question, frame);
  if (waiver.score.value !== null) throw unread(waiver.text);
  admit(waiver.score, frame, waiver.text);
  const label = waiverLabel(waiver.of.words);
  const rule = readBranches(others, question, frame);
  return {
    kind: "waiver",
    when: { question: label },
    label,
    give: settle(waiver.score.worth, frame, waiver.text),
    rule,
  };
}

const isSubject = (words: readonly Token[]): boolean =>
  !isNegative(words) && !["có", "đã", "nếu", "khi", "được"].includes(words[0]?.key ?? "");

/** Whether the statements measure something rather than name cases in words. */
function isMeasured(statements: readonly Statement[]): boolean {
  if (statements.some(({ kind }) => figureKinds.includes(kind))) return true;
  const branches = of(statements, "branch");
  if (branches.some((branch) => branch.of.each !== undefined || branch.score.value !== null)) return true;
  const ranged = branches.filter((branch) => branch.of.ranged !== null);
  const worded = branches.filter(
    (branch) => branch.of.ranged === null && !isNegative(branch.of.words) && !isOtherwise(branch.of.words),
  );
  const strong = ranged.filter((branch) => !branch.of.ranged!.range.weak);
  if (worded.length > 0) return false;
  if (strong.length === 0 && ranged.some((branch) => branch.of.ranged!.unit.length === 0)) return false;
  return strong.length > 0 || new Set(ranged.map((branch) => branch.of.ranged!.range.low?.at.n)).size > 1;
}

function saidBy(statements: readonly Statement[], subject: readonly Token[] | null): Said {
  return {
    defines: of(statements, "define"),
    mosts: of(statements, "most"),
    values: of(statements, "value"),
    quotients: of(statements, "quotient"),
    formulas: of(statements, "formula"),
    branches: of(statements, "branch"),
    zeros: of(statements, "zero"),
    excluded: of(statements, "excluded"),
    limits: of(statements, "limit"),
    subject,
  };
}

function readDirect(direct: Of<"direct"> | Of<"unscored">, statements: readonly Statement[], frame: Frame): Rule {
  const other = statements.find((statement) => statement !== direct);
  if (other !== undefined) throw unread(other.text);
  if (direct.kind === "unscored") {
    if (frame.most.n !== 0n) throw unread(direct.text);
    assume(frame, "assume-no-points", { words: fragmentOf(direct.text) });
    return { kind: "direct" };
  }
  if (direct.label === null) return { kind: "direct" };
  if (!direct.said) assume(frame, "assume-direct", { words: fragmentOf(direct.text) });
  return { kind: "direct", label: labelOf(direct.label) };
}

/** Compared with other units: figures and a value, and no points of its own. */
function readCompared(compared: readonly Of<"relative">[], statements: readonly Statement[], frame: Frame): Rule {
  const [comparison, second] = compared;
  const leader = of(statements, "leader")[0];
  const known = ["relative", "leader", "define", "most", "value", "quotient"];
  const other = second ?? statements.find(({ kind }) => !known.includes(kind));
  if (other !== undefined) throw unread(other.text);
  if (leader !== undefined && (comparison!.to !== "best" || comparison!.better !== "high")) throw unread(leader.text);
  const said = saidBy(
    statements.filter((statement) => statement !== comparison),
    null,
  );
  const measured = readMeasure({ ...said, formulas: [stand(comparison!)] }, frame);
  if (measured.kind !== "measure") throw unread(comparison!.text);
  return {
    kind: "relative",
    to: comparison!.to,
    better: comparison!.better,
    figures: measured.figures,
    value: measured.value,
  };
}

/** The formula that a comparison stands in place of: all or nothing of the value does not matter here. */
const stand = ({ ratio, text, sentence }: Of<"relative">): Of<"formula"> => ({
  kind: "formula",
  text,
  sentence,
  score: {
    worth: { amount: { points: "0" }, scope: "" },
    value: ratio ? "ratio" : null,
    per: "1",
    bare: false,
    doubts: [],
  },
});

interface Required {
  readonly question: string;
  readonly denial: Branch;
  readonly rest: readonly Statement[];
}

/** The words of a case without "có", "đã", "chưa có". */
function coreOf(words: readonly Token[]): string {
  let at = isNegative(words) ? 1 : 0;
  while (["có", "đã", "được"].includes(words[at]?.key ?? "")) at++;
  return words.slice(at).map((token) => token.key).join(" ");
}

/** "Có triển khai: Điểm = a/b × điểm tối đa; chưa triển khai: 0 điểm": a case in words that a formula stands for. */
function carriedBy(statements: readonly Statement[]): Required | null {
  const branches = of(statements, "branch");
  const met = branches.find(({ score }) => score.value !== null);
  const denial = branches.find((branch) => branch !== met);
  if (met === undefined || denial === undefined || branches.length !== 2) return null;
  if (statements.some(({ kind }) => kind === "formula" || kind === "head" || kind === "words")) return null;
  const worded = [met, denial].every(({ of: on }) => on.ranged === null && on.each === undefined);
  const { value, cap, floor, worth } = denial.score;
  if (!worded || value !== null || cap !== undefined || floor !== undefined || !isNone(worth.amount)) return null;
  const words = met.of.words;
  if (isNegative(words) || isOtherwise(words) || met.of.meaning !== undefined) return null;
  if (!isNegative(denial.of.words)) return null;
  const [core, denied] = [coreOf(words), coreOf(denial.of.words)];
  if (denied !== core && denied !== "") return null;
  const { score, text, sentence } = met;
  const rest = statements.flatMap((statement): Statement[] => {
    if (statement === denial) return [];
    return statement === met ? [{ kind: "formula", score, text, sentence }] : [statement];
  });
  return { question: memberOf(words), denial, rest };
}

/** "Có chuyên mục và số tin, bài: … Chưa có chuyên mục: 0 điểm": a head that a denial takes back. */
function requiredBy(statements: readonly Statement[]): Required | null {
  const carried = carriedBy(statements);
  if (carried !== null) return carried;
  const head = statements.find((statement): statement is Of<"head"> => statement.kind === "head");
  if (head === undefined) return null;
  for (const denial of of(statements, "branch")) {
    const { words, ranged, each } = denial.of;
    const fixed = denial.score.value === null && denial.score.cap === undefined && denial.score.floor === undefined;
    if (ranged !== null || each !== undefined || !fixed || !isNegative(words) || denial.of.waiver) continue;
    const denied = words.slice(1);
    const core = denied[0]?.key === "có" ? denied.slice(1) : denied;
    const lead = ["có", "đã"].includes(head.words[0]?.key ?? "") ? 1 : 0;
    if (core.length === 0 || lead === 0 || phraseAt(head.words, lead, core.map((token) => token.key).join(" ")) === 0)
      continue;
    const end = lead + core.length;
    const link = head.words[end];
    if (link !== undefined && link.key !== "và" && link.key !== ",") continue;
    const subject = bareEnds(head.words.slice(end + 1));
    if (subject.length > 0 && !isSubject(subject)) continue;
    const rest = statements.flatMap((statement): Statement[] => {
      if (statement === denial) return [];
      if (statement !== head) return [statement];
      return subject.length === 0 ? [] : [{ ...head, words: subject }];
    });
    return { question: affirmed([words[0]!, ...head.words.slice(0, end)]), denial, rest };
  }
  return null;
}
