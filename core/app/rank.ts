import type { Finding } from "../app-port";
import { overwrittenRanking } from "../check/ranking";
import { reservedRow } from "../form/layout";
import { logPatch } from "../form/log-sheet";
import { type RankingBook, rankingBook } from "../form/ranking-book";
import { listOf, readUnits } from "../form/units-home";
import { pointsPlace, ranksPlace } from "../proof/ranking-place";
import type { UnitList } from "../ranking/unit-list";
import type { Rubric } from "../rubric/rubric";
import type { Patch } from "../sheet/patch";
import { rankingWords } from "../words/sheets";
import { type Book, isOutdated } from "./book";
import { gaveWayLines } from "./check-log";
import { findingOf } from "./finding";
import { addressOf } from "./form-findings";
import { formsByUnit } from "./standings";
import { twinForms } from "./twin-forms";
import { doubledCodes, unitsOfForms } from "./unit-list";

/** The units that are ranked, of the list or, without one, of the forms; and whose each form is. */
export function rankedUnits(book: Book, rubric: Rubric): ReturnType<typeof formsByUnit> & { readonly list: UnitList } {
  const known = readUnits(book.snapshot).list;
  const made = known.units.length > 0 ? null : unitsOfForms(book);
  // Without units and without forms the list says what is wrong with it.
  const list = made === null || made.length === 0 ? known : listOf([...new Set(made)]);
  return { list, ...formsByUnit(book, rubric, list, made ?? undefined) };
}

/** The ranking of the workbook's units, or null where it has no rubric; no ranking while a code stands for two units. */
export function rankBook(book: Book): { ranking: RankingBook | null; findings: readonly Finding[] } | null {
  if (book.rubric === null) return null;
  const known = readUnits(book.snapshot).list;
  const doubled = doubledCodes(known);
  if (doubled.issues.length > 0) return { ranking: null, findings: doubled.issues.map((own) => findingOf(own, addressOf(own.at.cell))) };
  const { list, forms, strays } = rankedUnits(book, book.rubric);
  const ranking = rankingBook(book.snapshot, book.rubric, list, forms);
  const twins = twinForms(book.forms);
  const findings = [
    ...ranking.issues.map((issue) => findingOf(issue, null)),
    ...twins,
    ...strays.filter(({ reading }) => !twins.some(({ at }) => at?.sheet === reading.sheet)).map(({ reading }) =>
      findingOf(
        { code: "unit-form-stray", at: {}, params: { sheet: reading.sheet, name: reading.unit.name } },
        { sheet: reading.sheet, row: reading.found.rows.get(reservedRow.unit) ?? 0, column: reading.found.columns.get("name") ?? 0 },
      ),
    ),
  ];
  return { ranking, findings };
}

/** A book in the language that its ranking stands in, whatever the panel speaks. */
export function inRankingLanguage(book: Book): Book {
  const { facts } = book.snapshot;
  const place = pointsPlace(book.snapshot, [], []) ?? ranksPlace(book.snapshot, []);
  const language = place === null ? facts.language : place.words === rankingWords("en") ? "en" : "vi";
  return language === facts.language ? book : { ...book, snapshot: { ...book.snapshot, facts: { ...facts, language } } };
}

/** The patch of a ranking, with what people typed over cells that it writes again in the log. */
export function rankingPatchOf(book: Book, { patch }: RankingBook): Patch {
  const { snapshot } = book;
  const standing = inRankingLanguage(book);
  const meant = standing === book ? patch : (rankBook(standing)?.ranking?.patch ?? patch);
  const gave = gaveWayLines(overwrittenRanking(meant.sheets, snapshot, isOutdated(book)), null, snapshot.facts);
  return gave.length === 0 ? patch : { ...patch, sheets: [...patch.sheets, logPatch(gave, snapshot, snapshot.facts.language)] };
}
