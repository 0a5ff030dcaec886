import { type Address, cellName } from "../sheet/address";
import type { Code } from "../issue/issue";
import type { Language } from "../sheet/snapshot";
import { plainNumber } from "../words/plain";
import { type DamageGroup, repairWords } from "../words/repair";
import { sayDamage } from "../words/damage";
import type { CheckReport, Damaged } from "../app-port";

/** What a check found, or what a repair left, in a language's sentences. */
export interface CheckText {
  readonly title: string;
  readonly good: boolean;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly groups: readonly {
    readonly heading: string;
    readonly lines: readonly { readonly place: string; readonly text: string; readonly at: Address | null }[];
    readonly more: string | null;
  }[];
  /** Something was repaired just now that can be taken back. */
  readonly taken: boolean;
  /** What a press would repair, in words; null where there is nothing. */
  readonly repair: string | null;
  readonly again: string;
}

/** Lines of a group that a list shows. */
const most = 40;
const order: readonly DamageGroup[] = ["rubric", "sheet", "rows", "formula", "words", "guard", "people"];
const prefixes: readonly (readonly [string, DamageGroup])[] = [
  ["damage-rubric", "rubric"], ["damage-settings", "rubric"], ["damage-answers", "rubric"], ["damage-sheet", "sheet"],
  ["damage-form-", "sheet"], ["damage-facts", "sheet"], ["damage-ranking", "sheet"], ["damage-rows", "rows"], ["damage-ids", "rows"], ["damage-unit", "rows"],
  ["damage-columns", "rows"], ["damage-formula", "formula"], ["damage-value", "formula"], ["damage-text", "words"],
  ["damage-cell-", "words"],
];
const groupOf = (code: Code): DamageGroup => prefixes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? "guard";

/** `repaired`: what was done just now; null where only looked at. `forGood`: it cannot be taken back. */
export function tellCheck(
  report: CheckReport, repaired: { readonly count: number; readonly answers: number } | null, language: Language, forGood = false,
): CheckText {
  const words = repairWords(language);
  const count = (value: number): string => plainNumber(String(value), language);
  const { findings } = report;
  const mends = findings.filter(({ repairs }) => repairs).length;
  const left = findings.length - mends;
  const groups = new Map<DamageGroup, Damaged[]>();
  for (const each of findings) {
    const group = each.repairs ? groupOf(each.issue.code) : "people";
    const own = groups.get(group);
    if (own === undefined) groups.set(group, [each]);
    else own.push(each);
  }
  const place = (at: Address | null): string => (at === null ? "" : `${at.sheet} · ${cellName(at.row, at.column)}`);
  return {
    title: words.title,
    good: mends === 0 && report.forms > 0,
    summary: repaired !== null
      ? words.done(count(repaired.count), count(repaired.answers))
      : report.forms === 0 ? words.nothing : findings.length === 0 ? words.clean : words.found(count(mends), count(left)),
    notes: [
      repaired === null && report.forms > 0 ? words.scope(count(report.cells), count(report.forms), count(report.answers)) : "",
      repaired !== null && left > 0 ? words.left(count(left)) : "",
      report.forms > 0 && !report.inspected ? words.uninspected : "",
      repaired === null && groups.has("guard") ? words.guardsStay : "",
      forGood ? words.forGood : "",
    ].filter((note) => note !== ""),
    groups: order.flatMap((group) => {
      const own = groups.get(group);
      if (own === undefined) return [];
      return [{
        heading: `${words.group[group]} (${count(own.length)})`,
        lines: own.slice(0, most).map(({ issue, at }) => ({ place: place(at), text: sayDamage(issue, language), at })),
        more: own.length > most ? words.more(count(own.length - most)) : null,
      }];
    }),
    taken: repaired !== null && !forGood,
    repair: mends === 0 || repaired !== null ? null : words.repair(count(mends)),
    again: words.again,
  };
}
