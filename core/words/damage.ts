import type { DamageIssues } from "../issue/damage";
import type { Issue } from "../issue/issue";
import type { Language } from "../sheet/snapshot";
import { damage as en } from "./en/damage";
import { quotable, say } from "./say";
import { damage as vi } from "./vi/damage";

const isDamage = (code: string): code is keyof DamageIssues => code in vi;

/** The sentence of what a check found, without its place. These words come with the check, in both languages. */
export function sayDamage(issue: Issue, language: Language): string {
  const { code, params } = issue;
  if (!isDamage(code)) return say({ ...issue, at: {} }, language);
  const says = (language === "vi" ? vi : en)[code] as (params: unknown) => string;
  return says(quotable(params));
}
