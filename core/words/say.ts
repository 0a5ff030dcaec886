import type { Issue } from "../issue/issue";
import type { Language } from "../sheet/snapshot";
import { en } from "./en";
import { vi } from "./vi";
import type { Words } from "./words";

export const wordsOf = (language: Language): Words => (language === "vi" ? vi : en);

/** The sentence of a problem: where, what, how to mend. */
export function say(issue: Issue, language: Language): string {
  const says = wordsOf(language).issues[issue.code] as (params: unknown) => string;
  const { criterion, cell } = issue.at;
  const named = cell === undefined ? undefined : cell.slice(cell.lastIndexOf("!") + 1);
  const place =
    language === "vi"
      ? [criterion && `Dòng ${criterion}`, named && `ô ${named}`]
      : [criterion && `Row ${criterion}`, named && `cell ${named}`];
  const where = place.filter((part) => part !== undefined && part !== "").join(", ");
  const what = says(issue.params);
  return where === "" ? what : `${where[0]!.toUpperCase()}${where.slice(1)}: ${what}`;
}
