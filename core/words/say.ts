import type { Issue } from "../issue/issue";
import type { Language } from "../sheet/snapshot";
import { vi } from "./vi";
import type { Words } from "./words";

/** Vietnamese is always there; other languages are learnt before they are spoken, so that nobody downloads both. */
const learnt = new Map<Language, Words>([["vi", vi]]);

export const learn = (language: Language, words: Words): void => void learnt.set(language, words);
export const knows = (language: Language): boolean => learnt.has(language);
export const wordsOf = (language: Language): Words => learnt.get(language) ?? vi;

/** Longest word of a cell, and longest list of members, that a sentence quotes whole. */
const longestQuote = 160;
const longestMember = 80;
const longestCode = 24;
const mostMembers = 12;

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // A letter of two halves is not cut in the middle.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "").trimEnd()}…`;
}

/** Parameters as a sentence can quote them: people put whole documents into cells. */
export function quotable(params: object): object {
  const entries = Object.entries(params).map(([key, value]: [string, unknown]): [string, unknown] => {
    if (typeof value === "string") return [key, cut(value, longestQuote)];
    if (!Array.isArray(value)) return [key, value];
    const members = value.slice(0, mostMembers).map((each: unknown) => (typeof each === "string" ? cut(each, longestMember) : each));
    return [key, value.length > mostMembers && typeof members[0] === "string" ? [...members, "…"] : members];
  });
  return Object.fromEntries(entries);
}

/** A criterion by its code; `2#2` is the second that is called 2. */
function rowName(key: string, language: Language): string {
  const [, code = key, count] = /^(.+)#(\d+)$/.exec(key) ?? [];
  const short = cut(code, longestCode);
  return count === undefined ? short : `${short} (${language === "vi" ? "lần" : "no."} ${count})`;
}

/** The sentence of a problem: where, what, how to mend. */
export function say(issue: Issue, language: Language): string {
  const says = wordsOf(language).issues[issue.code as keyof Words["issues"]] as (params: unknown) => string;
  const { cell } = issue.at;
  const criterion = issue.at.criterion === undefined ? undefined : rowName(issue.at.criterion, language);
  const named = cell === undefined ? undefined : cell.slice(cell.lastIndexOf("!") + 1);
  const place =
    language === "vi"
      ? [criterion && `Dòng ${criterion}`, named && `ô ${named}`]
      : [criterion && `Row ${criterion}`, named && `cell ${named}`];
  const where = place.filter((part) => part !== undefined && part !== "").join(", ");
  const what = says(quotable(issue.params));
  return where === "" ? what : `${where[0]!.toUpperCase()}${where.slice(1)}: ${what}`;
}
