import type { CaseIssues } from "./case";
import type { DamageIssues } from "./damage";
import type { DraftIssues } from "./draft";
import type { FileIssues } from "./file";
import type { FormIssues } from "./form";
import type { NumberIssues } from "./number";
import type { RankingIssues } from "./ranking";
import type { RuleIssues } from "./rule";
import type { ScoringIssues } from "./scoring";
import type { TableIssues } from "./table";

/** Every problem code with its parameters. The words for them stand in `core/words`. */
export interface Issues
  extends CaseIssues,
    DamageIssues,
    DraftIssues,
    NumberIssues,
    RuleIssues,
    TableIssues,
    ScoringIssues,
    FormIssues,
    RankingIssues,
    FileIssues {}

export type Code = keyof Issues;

/** Where a problem is, as far as it is known. `cell` is `Sheet!A1`. */
export interface Place {
  readonly unit?: string;
  readonly criterion?: string;
  readonly cell?: string;
}

/** A problem as data: code, place, parameters. Words come last. */
export type Issue<C extends Code = Code> = {
  [K in C]: { readonly code: K; readonly at: Place; readonly params: Issues[K] };
}[C];

export function issue<C extends Code>(code: C, at: Place, params: Issues[C]): Issue {
  return { code, at, params } as unknown as Issue;
}
