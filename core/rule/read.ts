import { issue, type Issue } from "../issue/issue";
import type { Rule } from "./rule";

/** What a text was taken to mean, with what was taken for granted; or the one problem that kept it from being read. */
export type RuleReading =
  | { readonly kind: "read"; readonly rule: Rule; readonly assumptions: readonly Issue[] }
  | { readonly kind: "unread"; readonly problem: Issue };

/** The row that the text stands in: its title, and the points it may have as plain decimals. */
export interface Row {
  readonly name: string;
  readonly max: string;
  readonly min: string;
}

/** Reads the text of a "cách tính điểm" cell. Nothing is guessed silently: see the codes `assume-…` and `rule-…`. */
export function readRule(text: string, _criterion: Row): RuleReading {
  if (text.trim() === "") return { kind: "unread", problem: issue("rule-empty", {}, {}) };
  return { kind: "unread", problem: issue("rule-unread", {}, { fragment: text.trim().slice(0, 80) }) };
}
