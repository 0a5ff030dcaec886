import type { Finding, Outcome } from "../app-port";
import { inputsOf } from "../rule/inputs";
import { criteriaOf, nodeKeys } from "../rubric/rubric";
import type { Expect, SheetPatch } from "../sheet/patch";
import type { Book } from "./book";
import { mended, reviewInput } from "./form-findings";

/** Mends what needs no thinking: text that is a number, a list member in another spelling. Other findings are passed over. */
export function convertPatch(book: Book, findings: readonly Finding[]): Outcome {
  const { rubric, snapshot } = book;
  if (rubric === null) return { patch: null, findings };
  const keys = nodeKeys(rubric);
  const byKey = new Map(criteriaOf(rubric).map((criterion) => [keys.get(criterion.id)!, criterion]));
  const expect: Expect[] = [];
  const sheets: SheetPatch[] = [];
  for (const { issue, at, mends } of findings) {
    const criterion = byKey.get(issue.at.criterion ?? "");
    if (!mends || at === null || criterion === undefined) continue;
    const held = snapshot.sheets.find(({ name }) => name === at.sheet)?.values[at.row]?.[at.column] ?? null;
    const name = (issue.params as { readonly input?: string }).input;
    const input =
      name === undefined ? reviewInput(criterion) : inputsOf(criterion.rule, criterion).find((own) => own.name === name);
    const value = input === undefined ? null : mended(input, held, snapshot.facts);
    if (value === null) continue;
    expect.push({ sheet: at.sheet, row: at.row, column: at.column, values: [[held]] });
    sheets.push({ sheet: at.sheet, blocks: [{ row: at.row, column: at.column, cells: [[{ v: value }]] }] });
  }
  return sheets.length === 0 ? { patch: null, findings } : { patch: { expect, sheets }, findings: [] };
}
