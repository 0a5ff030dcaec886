import { over } from "../../number/exact";
import { no, yes } from "../inputs";
import type { Amount, Rule } from "../rule";
import { onTop, pointsText, saysNothing } from "./choice";
import { extremesOf, hasShares, rescaled } from "./extremes";
import { admit, assume, type Frame, isNone, type Read, settle, unread, within } from "./reading";
import { of, type Statement } from "./saying";
import { isCondition, isException } from "./threshold";
import { labelOf } from "./token";

/** Statements under one head, or in one sentence beside such heads. */
export function groupsOf(statements: readonly Statement[]): Statement[][] {
  const heads = of(statements, "head");
  if (heads.length === 0) return [[...statements]];
  const groups: Statement[][] = [];
  let previous: Statement | null = null;
  for (const statement of statements) {
    const current = groups[groups.length - 1];
    const ended = previous !== null && previous.sentence !== statement.sentence;
    const under = current?.[0]?.kind === "head";
    if (current === undefined || statement.kind === "head" || (ended && under)) groups.push([statement]);
    else current.push(statement);
    previous = statement;
  }
  return groups;
}

const flat = (groups: readonly (readonly Statement[])[]): Statement[] => groups.flatMap((group) => [...group]);

/** Each group is a part worth the most that it can earn. */
export function readGroups(groups: readonly (readonly Statement[])[], frame: Frame, read: Read): Rule {
  const closing = groups[groups.length - 1]!;
  const [only] = closing;
  const idle = closing.length === 1 && only?.kind === "branch" && saysNothing(only, frame);
  const earning = idle ? groups.slice(0, -1) : groups;
  if (earning.length < 2) throw unread(groups[1]?.[0]?.text ?? "");
  onTop(of(flat(earning), "branch").filter((branch) => !isNone(branch.score.worth.amount)));
  const units = earning.flatMap((group): (readonly Statement[])[] => {
    const single =
      group[0]!.kind !== "head" && group.every(({ kind, ...statement }) => kind === "branch" && "score" in statement);
    return single ? group.map((statement) => [statement]) : [group];
  });
  const parts = units.map((group) => {
    const [lead, ...rest] = group;
    if (lead!.kind === "head") {
      const part = worthOf(rest, frame, read);
      if (isException(lead!.words) || (part.rule.kind !== "measure" && isCondition(lead!.words)))
        throw unread(lead!.text);
      return { label: capital(labelOf(lead!.words)), ...part };
    }
    if (lead!.kind !== "branch") throw unread(lead!.text);
    const { score, of: on, text } = lead!;
    if (
      score.value !== null ||
      score.cap !== undefined ||
      on.ranged !== null ||
      isException(on.words) ||
      on.each !== undefined ||
      isNone(score.worth.amount)
    )
      throw unread(text);
    admit(score, frame, text);
    const label = capital(labelOf(on.words));
    const rule: Rule = {
      kind: "choice",
      options: [
        { label: yes, score: { share: "1" } },
        { label: no, score: { share: "0" } },
      ],
    };
    return { label, share: settle(score.worth, frame, text), rule };
  });
  assume(frame, "assume-sum", { parts: parts.length });
  return { kind: "parts", parts };
}

const capital = (text: string): string => (text === "" ? text : text[0]!.toUpperCase() + text.slice(1));

function worthOf(body: readonly Statement[], frame: Frame, read: Read): { share: Amount; rule: Rule } {
  if (body.length === 0) throw unread("");
  const rule = read(body, { ...frame, known: false });
  const { low, high } = extremesOf(rule, frame.most);
  const far = frame.most.n < 0n ? low : high;
  if (far === null || far.n === 0n) throw unread(body[0]!.text);
  if (!hasShares(rule)) return { share: { points: pointsText(far) }, rule };
  return { share: { share: within("1", far, frame.most) }, rule: rescaled(rule, over(frame.most, far)) };
}
