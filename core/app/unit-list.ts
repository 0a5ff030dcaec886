import type { Outcome } from "../app-port";
import { unitsHome } from "../form/units-home";
import { layoutUnits, unitsPatch } from "../form/units-sheet";
import { noUnits, readUnitList } from "../ranking/unit-list";
import { unitColumns } from "../ranking/unit-words";
import type { Snapshot } from "../sheet/snapshot";
import { rankingWords } from "../words/sheets";

/** Sheet `Đơn vị`, ready for names; a list that stands there already is only tidied. */
export function unitListPatch(snapshot: Snapshot): Outcome {
  const { sheet, name } = unitsHome(snapshot);
  const list = sheet === null ? noUnits : readUnitList(sheet);
  const { firstRow } = layoutUnits(list, name);
  const words = rankingWords(snapshot.facts.language);
  const show = { sheet: name, row: firstRow, column: unitColumns.indexOf("name") };
  const expect = sheet === null || sheet.values.length === 0 ? [] : [{ sheet: name, row: 0, column: 0, values: sheet.values }];
  return { patch: { expect, sheets: [unitsPatch(list, sheet, words, name)], show }, findings: [] };
}
