import { dressFound, foundBeside } from "../../form/dress-found";
import { findForm, type FoundForm } from "../../form/find";
import { indicatorsHome, indicatorsReach } from "../../form/indicators-layout";
import { freedRows } from "../../form/looks";
import { rankingHome, rankingReach } from "../../form/ranking-layout";
import { usedArea } from "../../form/ranking-looks";
import { findRubricSheet } from "../../form/rubric-heads";
import { rubricPatch } from "../../form/rubric-sheet";
import type { Store } from "../../form/store-sheet";
import { unitsHome } from "../../form/units-home";
import { unitsPatch } from "../../form/units-sheet";
import { readUnitList } from "../../ranking/unit-list";
import { defaultSettings, type Rubric } from "../../rubric/rubric";
import type { Area } from "../../sheet/address";
import type { SheetPatch } from "../../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../../sheet/snapshot";
import { rankingWords } from "../../words/sheets";
import type { Book, ReadSheet } from "../book";
import type { Fate } from "./fates";
import { rubricOfForms } from "./keep";
import { pointsDress, ranksDress } from "./ranking-dress";
import { sheetAgain, sheetWas, writeOf } from "./sheets";

interface Again {
  /** The sheet as it stands, and as it was. */
  readonly sheet: SheetSnapshot;
  readonly was: SheetSnapshot;
}

/** The sheets as they were, in the place of those that stand now. */
const withSheets = (snapshot: Snapshot, again: readonly Again[]): Snapshot =>
  ({ ...snapshot, sheets: snapshot.sheets.map((sheet) => again.find((each) => each.sheet === sheet)?.was ?? sheet) });

const areaOf = ({ idOf, owned }: FoundForm): { rows: number; columns: number } =>
  ({ rows: Math.max(0, ...idOf.keys()) + 1, columns: Math.max(0, ...owned) + 1 });

/** A form with the contents that it had; its looks are those that rows and columns of a form have. */
function formAgain({ sheet, was }: Again, found: FoundForm, rubric: Rubric | null): SheetPatch {
  const areas = [found, findForm(sheet)].flatMap((each) => (each === null ? [] : [areaOf(each)]));
  const clear: Area = {
    row: 0, column: 0, rows: Math.max(...areas.map(({ rows }) => rows)), columns: Math.max(...areas.map(({ columns }) => columns)),
  };
  const cells = was.values.map((line, row) => line.map((_, column) => writeOf(was, row, column)));
  if (rubric === null) return sheetAgain(was, sheet, null, []);
  const dress = dressFound(rubric, found, cells);
  return sheetAgain(was, sheet, { ...dress, rows: [...(dress.rows ?? []), ...freedRows(was.values.length, clear.rows)] }, [clear]);
}

/** A sheet of a ranking with the contents that it had; rows that the one before did not have are as any other. */
function rankingAgain({ sheet, was }: Again, dress: Omit<SheetPatch, "sheet"> | null, reach: { rows: number; columns: number } | null): SheetPatch {
  if (dress === null || reach === null) return sheetAgain(was, sheet, dress, []);
  const dressed = new Set(dress.rows?.map(({ row }) => row));
  const rows = [...(dress.rows ?? []), ...freedRows(0, reach.rows).filter(({ row }) => !dressed.has(row))];
  return sheetAgain(was, sheet, { ...dress, rows }, [{ row: 0, column: 0, ...reach }]);
}

/** The parts that make sheets again what they were; `digits` are the decimals that a ranking showed, null where unknown. */
export function sheetsAgain(
  book: Book, fates: readonly Fate[], before: Store | null, digits: number | null, readSheet: ReadSheet,
): SheetPatch[] {
  const all = fates.flatMap(({ sheet, past }): Again[] => (past === null ? [] : [{ sheet, was: sheetWas(past, sheet) }]));
  if (all.length === 0) return [];
  const snapshot = withSheets(book.snapshot, all);
  const { language } = snapshot.facts;
  const [units, points, ranks] = [unitsHome(snapshot).sheet, indicatorsHome(snapshot).sheet, rankingHome(snapshot).sheet];
  const rubric = (before === null ? null : rubricOfForms(before, book.rubric)) ?? book.rubric;
  const shown = digits ?? rubric?.settings.digits ?? defaultSettings.digits;
  return all.map((each): SheetPatch => {
    const { sheet, was } = each;
    const [own, now] = [findForm(was), findForm(sheet)];
    const form = own ?? (now === null ? null : foundBeside(was, now));
    if (form !== null) return formAgain(each, form, rubric);
    if (was === points || was === ranks) {
      const before = usedArea(sheet)?.columns ?? 0;
      const dress = was === points ? pointsDress(was, before, shown, language) : ranksDress(was, points, before, shown, language);
      return rankingAgain(each, dress, (was === points ? indicatorsReach : rankingReach)(sheet));
    }
    if (was === units) {
      const list = readUnitList(was);
      return sheetAgain(was, sheet, list.ours ? unitsPatch(list, was, rankingWords(language), sheet.name) : null, []);
    }
    const read = findRubricSheet({ ...snapshot, sheets: [was] }) === null ? null : readSheet(was, before).rubric;
    return sheetAgain(was, sheet, read === null ? null : rubricPatch(read, sheet), []);
  });
}
