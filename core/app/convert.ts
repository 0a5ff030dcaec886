import type { Finding, Outcome } from "../app-port";
import { cellAt } from "../form/find";
import { criteriaOf, nodeKeys } from "../rubric/rubric";
import type { Block, Expect, SheetPatch } from "../sheet/patch";
import { withCellsBack } from "./back/cells";
import type { Book } from "./book";
import { mendOf } from "./form-findings";

/** Mends what needs no thinking: text that is a number, a list member in another spelling. Other findings are passed over. */
export function convertPatch(book: Book, findings: readonly Finding[]): Outcome {
  const { rubric, snapshot, forms } = book;
  if (rubric === null) return { patch: null, findings };
  const keys = nodeKeys(rubric);
  const byKey = new Map(criteriaOf(rubric).map((criterion) => [keys.get(criterion.id)!, criterion]));
  const expect: Expect[] = [];
  const blocks = new Map<string, Block[]>();
  for (const { issue, at, mends } of findings) {
    const criterion = byKey.get(issue.at.criterion ?? "");
    if (!mends || at === null || criterion === undefined) continue;
    const form = forms.find(({ reading }) => reading.sheet === at.sheet);
    const held = form === undefined ? null : cellAt(form.reading.found.sheet, at.row, at.column);
    const value = form === undefined ? null : mendOf(issue, criterion, held, form, snapshot.facts);
    if (value === null) continue;
    expect.push({ sheet: at.sheet, row: at.row, column: at.column, values: [[held]] });
    const block: Block = { row: at.row, column: at.column, cells: [[{ v: value }]] };
    const own = blocks.get(at.sheet);
    if (own === undefined) blocks.set(at.sheet, [block]);
    else own.push(block);
  }
  const sheets = [...blocks].map(([sheet, own]): SheetPatch => ({ sheet, blocks: own }));
  if (sheets.length === 0) return { patch: null, findings };
  return withCellsBack(snapshot, "convert", { patch: { expect, sheets }, findings: [] });
}
