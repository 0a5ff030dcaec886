import { issue, type Issue } from "../issue/issue";
import { isZero, parseExact } from "../number/exact";
import { askedTwice, inputsOf } from "./inputs";
import { checkReach, readBlock } from "./read/block";
import { clausesOf } from "./read/clause";
import { marksOf } from "./read/marks";
import { assume, type Frame, fragmentOf, unread, Unread } from "./read/reading";
import { checkSize } from "./read/size";
import { statementsOf } from "./read/statement";
import { normalise, tokenise } from "./read/token";
import type { Rule } from "./rule";

/** Something the text leaves unsaid and the reading took for granted: an issue whose code starts with `assume-`. */
export type Assumption = Issue;

/** What a text was taken to mean, with what was taken for granted; or the one problem that kept it from being read. */
export type RuleReading =
  | { readonly kind: "read"; readonly rule: Rule; readonly assumptions: readonly Assumption[] }
  | { readonly kind: "unread"; readonly problem: Issue };

/** The row that the text stands in: its title, and the points it may have as plain decimals. */
export interface Row {
  readonly name: string;
  readonly max: string;
  readonly min: string;
}

const longestRule = 4000;

function frameOf(row: Row): Frame {
  const max = parseExact(row.max);
  const least = parseExact(row.min);
  return {
    name: row.name.normalize("NFC").replace(/\s+/g, " ").trim(),
    scope: "",
    most: isZero(max) ? least : max,
    least,
    known: true,
    path: "",
    assumptions: [],
    plain: { used: false },
  };
}

/** Reads the text of a "cách tính điểm" cell. Nothing is guessed silently: see the codes `assume-…` and `rule-…`. */
export function readRule(text: string, criterion: Row): RuleReading {
  if (text.trim() === "") return { kind: "unread", problem: issue("rule-empty", {}, {}) };
  if (text.length > longestRule) {
    return { kind: "unread", problem: issue("rule-too-long", {}, { length: text.length, most: longestRule }) };
  }
  const marks = marksOf(text);
  if (marks !== null) return { kind: "unread", problem: issue("rule-marks", {}, { marks }) };
  try {
    const frame = frameOf(criterion);
    const statements = statementsOf(clausesOf(tokenise(normalise(text))));
    const said = statements.filter((statement) => {
      if (statement.kind !== "note") return true;
      assume(frame, "assume-note", { fragment: fragmentOf(statement.text) });
      return false;
    });
    const rule = readBlock(said, frame);
    if (said[0]?.kind !== "confirmed") checkReach(rule, frame);
    const inputs = inputsOf(rule, criterion);
    const twice = askedTwice(rule);
    if (twice !== undefined) throw unread(twice.label);
    checkSize(rule, inputs);
    return { kind: "read", rule, assumptions: frame.assumptions };
  } catch (caught) {
    if (!(caught instanceof Unread)) throw caught;
    const { problem } = caught;
    const silent = problem.code === "rule-unread" && problem.params.fragment === "";
    return { kind: "unread", problem: silent ? issue("rule-unread", {}, { fragment: fragmentOf(text) }) : problem };
  }
}
