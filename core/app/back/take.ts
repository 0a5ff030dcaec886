import type { Finding, Outcome } from "../../app-port";
import { buildForms, type BuiltForms, startOf } from "../../form/build";
import { backSheet, type Operation } from "../../form/back-mark";
import { indicatorsHome, indicatorsReach } from "../../form/indicators-layout";
import { hasLog, type LogLine, logPatch } from "../../form/log-sheet";
import { rankingHome, rankingReach } from "../../form/ranking-layout";
import { findRubricSheet } from "../../form/rubric-heads";
import { rubricPatch } from "../../form/rubric-sheet";
import { storePatch } from "../../form/store-patch";
import { findStore, type Store } from "../../form/store-sheet";
import { unitsHome } from "../../form/units-home";
import { unitsPatch } from "../../form/units-sheet";
import { issue } from "../../issue/issue";
import { readUnitList } from "../../ranking/unit-list";
import type { Rubric } from "../../rubric/rubric";
import { type Address, type Area, sameSheet } from "../../sheet/address";
import { progressColumn } from "../../sheet/journal-mark";
import type { Block, Expect, SheetPatch } from "../../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../../sheet/snapshot";
import { rankingWords, sheetWords } from "../../words/sheets";
import type { Book, ReadSheet } from "../book";
import { finish, refused } from "../build";
import { asRead } from "../expect";
import { findingOf } from "../finding";
import { formsAgain, madeForms, type MadeForm } from "./forms";
import { rubricOfForms } from "./keep";
import { rankingDress } from "./ranking-dress";
import { readWayBack, recordExpect, recordPatch, type SheetPast, storeBefore, type WayBack } from "./record";
import { firstChange, sameSeen, seenAt } from "./seen";
import { leftSeen, readerOf, sheetAgain, sheetNow, sheetWas } from "./sheets";

const lost = (): Outcome => refused(findingOf(issue("back-lost", {}, {}), null));
const edited = (at: Address): Finding => findingOf(issue("back-edited", {}, { sheet: at.sheet }), at);
const filled = (at: Address): Finding => findingOf(issue("back-filled", {}, { sheet: at.sheet }), at);
const used = (sheet: string, at: Address): Finding => findingOf(issue("back-used", {}, { sheet }), at);

const whole = (sheet: SheetSnapshot): Expect[] =>
  sheet.values.length === 0 ? [] : [{ sheet: sheet.name, row: 0, column: 0, values: sheet.values }];

/** A sheet that goes, stays as it is, or is to be again what it was. */
interface Fate {
  readonly sheet: SheetSnapshot;
  /** Null for a sheet that the operation made. */
  readonly past: SheetPast | null;
  /** The cell that keeps it as it is. */
  readonly filled: Address | null;
}

function fatesOf(snapshot: Snapshot, past: WayBack, forms: readonly MadeForm[]): Fate[] {
  return [
    ...forms.map(({ reading, filled: at }) => ({ sheet: reading.found.sheet, past: null, filled: at })),
    ...past.sheets.flatMap((each): Fate[] => {
      const sheet = sheetNow(each, snapshot);
      if (sheet === null) return [];
      const change = firstChange(leftSeen(each), sheet, each.was === null);
      return [{ sheet, past: each.was === null ? null : each, filled: change === null ? null : { sheet: sheet.name, ...change } }];
    }),
  ];
}

/** The sheets that go, and why others of those that were made stay: they were filled in, or a sheet that stays computes from them. */
function removedOf(snapshot: Snapshot, fates: readonly Fate[]): { removed: readonly SheetSnapshot[]; findings: readonly Finding[] } {
  const made = fates.filter(({ past }) => past === null);
  const findings = made.flatMap(({ filled: at }) => (at === null ? [] : [filled(at)]));
  let removed = made.flatMap(({ sheet, filled: at }) => (at === null ? [sheet] : []));
  const again = fates.filter(({ past, filled: at }) => past !== null && at === null).map(({ sheet }) => sheet);
  for (;;) {
    const staying = snapshot.sheets.filter((sheet) => !removed.includes(sheet) && !again.includes(sheet));
    const read = removed.flatMap((sheet) => {
      const at = readerOf(sheet.name, staying);
      return at === null ? [] : [{ sheet, at }];
    });
    if (read.length === 0) return { removed, findings };
    findings.push(...read.map(({ sheet, at }) => used(sheet.name, at)));
    removed = removed.filter((sheet) => !read.some((each) => each.sheet === sheet));
  }
}

const isRubric = (snapshot: Snapshot, sheet: SheetSnapshot): boolean => findRubricSheet({ ...snapshot, sheets: [sheet] }) !== null;

/** The sheets as they were, in the place of those that stand now. */
const withSheets = (snapshot: Snapshot, sheets: ReadonlyMap<SheetSnapshot, SheetSnapshot>): Snapshot =>
  ({ ...snapshot, sheets: snapshot.sheets.map((sheet) => sheets.get(sheet) ?? sheet) });

/** The parts that make sheets again what they were; null where their looks are not known. */
function sheetsAgain(book: Book, fates: readonly Fate[], before: Store | null, readSheet: ReadSheet): SheetPatch[] | null {
  const again = fates.flatMap(({ sheet, past }) => (past === null ? [] : [{ sheet, past, was: sheetWas(past, sheet.name) }]));
  if (again.length === 0) return [];
  const snapshot = withSheets(book.snapshot, new Map(again.map(({ sheet, was }) => [sheet, was])));
  const [units, points, ranks] = [unitsHome(snapshot).sheet, indicatorsHome(snapshot).sheet, rankingHome(snapshot).sheet];
  const isRanking = again.some(({ was }) => was === points || was === ranks);
  const rubrics = [book.rubric, book.store === null ? null : rubricOfForms(book.store, book.rubric)];
  const dresses = !isRanking
    ? []
    : rubrics.reduce<readonly SheetPatch[] | null>(
        (found, rubric) => found ?? (rubric === null ? null : rankingDress({ ...book, snapshot }, rubric)), null);
  if (dresses === null) return null;
  return again.map(({ sheet, past, was }): SheetPatch => {
    if (was === points || was === ranks) {
      const reach = (was === points ? indicatorsReach : rankingReach)(sheet);
      const clear: Area[] = reach === null ? [] : [{ row: 0, column: 0, ...reach }];
      return sheetAgain(past, sheet, dresses.find((dress) => dress.sheet === was.name) ?? null, clear);
    }
    if (was === units) {
      const list = readUnitList(was);
      return sheetAgain(past, sheet, list.ours ? unitsPatch(list, was, rankingWords(snapshot.facts.language), sheet.name) : null, []);
    }
    const rubric = isRubric(snapshot, was) ? readSheet(was, before).rubric : null;
    return sheetAgain(past, sheet, rubric === null ? null : rubricPatch(rubric, sheet), []);
  });
}

/** Cells that alone were written: those that still hold it get back what they held. */
function cellsAgain(snapshot: Snapshot, { cells }: WayBack): { sheets: SheetPatch[]; expect: Expect[]; changed: Address[] } {
  const blocks = new Map<string, Block[]>();
  const expect: Expect[] = [];
  const changed: Address[] = [];
  for (const { sheet: name, row, column, was, left } of cells) {
    const sheet = snapshot.sheets.find((each) => sameSheet(each.name, name));
    if (sheet === undefined || !sameSeen(seenAt(sheet, row, column), left)) {
      changed.push({ sheet: name, row, column });
      continue;
    }
    const write = typeof was === "object" && was !== null ? ("f" in was ? was : { v: was.error }) : { v: was };
    const own = blocks.get(sheet.name);
    const block = { row, column, cells: [[write]] };
    if (own === undefined) blocks.set(sheet.name, [block]);
    else own.push(block);
    expect.push({ sheet: sheet.name, row, column, values: [[sheet.values[row]?.[column] ?? null]] });
  }
  // One part for a sheet: hosts count parts in the journal and reach into the sheet anew for each.
  return { sheets: [...blocks].map(([sheet, own]): SheetPatch => ({ sheet, blocks: own })), expect, changed };
}

interface FactsAgain {
  readonly sheets: readonly SheetPatch[];
  readonly expect: readonly Expect[];
  readonly built: BuiltForms | null;
  readonly rubric: Rubric | null;
}

/** The hidden facts and the forms as they were, with the answers as they are; null where that is not known. */
function factsAgain(book: Book, past: WayBack, before: Store | null, removed: readonly MadeForm[], line: LogLine | null): FactsAgain | null {
  const { snapshot, store } = book;
  const none = { expect: [], built: null, rubric: null };
  const standing = findStore(snapshot);
  if (past.store === undefined) return { ...none, sheets: [] };
  if (store === null || standing === null) return null;
  const gone = new Set(removed.map(({ reading }) => reading.sheet));
  const left = book.forms.filter(({ reading }) => !gone.has(reading.sheet));
  if (before === null) {
    const area = { row: 0, column: 0, rows: standing.values.length, columns: progressColumn };
    return left.length > 0 ? null : { ...none, sheets: [{ sheet: standing.name, clear: [area] }] };
  }
  const again = formsAgain(past, before, store, removed, line);
  if (left.length === 0) return { ...none, sheets: [storePatch({ ...before, parked: again.parked }, standing)] };
  const rubric = rubricOfForms(before, book.rubric);
  if (rubric === null) return null;
  const rest = { ...snapshot, sheets: snapshot.sheets.filter(({ name }) => !gone.has(name)) };
  const built = finish(buildForms(rest, rubric, [], before.source, again));
  return { sheets: built.patch.sheets, expect: built.patch.expect, built, rubric };
}

/** Operations that have nothing left to take back once this sheet of theirs stays as it is. */
const one: readonly Operation[] = ["confirm", "preset", "units"];

/**
 * Takes the last operation back: forms to the rubric that they had, with the answers as they are now; sheets that it made
 * go, unless something was entered there since; other sheets of ours get back what they held.
 */
export function takeBack(book: Book, readSheet: ReadSheet): Outcome {
  const { snapshot, store } = book;
  const found = readWayBack(snapshot);
  if (found === null) return refused(findingOf(issue("back-none", {}, {}), null));
  if (found === "lost") return lost();
  const { what, at, past } = found;
  const before = past.store === undefined ? store : past.store === null ? null : storeBefore(past.store, store);
  if (before === null && past.store !== undefined && past.store !== null) return lost();
  const written = store === null ? book.rubric : rubricOfForms(store, book.rubric);
  if (written === null && past.forms.some((form) => form.before === null)) return lost();
  const forms = written === null ? [] : madeForms(book, past, written, before);
  const fates = fatesOf(snapshot, past, forms);

  const { removed, findings } = removedOf(snapshot, fates);
  const kept = fates.filter((fate) => fate.past === null && !removed.includes(fate.sheet));
  const units = unitsHome(snapshot).sheet;
  // A list of units only loses its tidying; anything else of ours would lose what was entered.
  const changed = fates.filter((fate) => fate.past !== null && fate.filled !== null && fate.sheet !== units);
  if (changed.length > 0) return refused(...changed.map((fate) => edited(fate.filled!)));
  if (one.includes(what) && kept.length > 0) return refused(...findings);
  // Forms that stay, where none stood before, keep the facts that they were made with.
  const keepsFacts = forms.some(({ reading }) => !removed.includes(reading.found.sheet)) && past.forms.every((form) => form.before === null);
  if (keepsFacts && removed.length === 0) return refused(...findings);
  const keepers = kept.map(({ sheet }) => sheet);
  const again = fates.filter((fate) => fate.past !== null && fate.filled === null && readerOf(fate.sheet.name, keepers) === null);
  const sheets = sheetsAgain(book, again, before, readSheet);
  const cells = cellsAgain(snapshot, past);
  if ((what === "rule" || what === "repair") && cells.changed.length > 0) return refused(...cells.changed.map(edited));
  const gone = new Set(removed.map(({ name }) => name));
  const removedForms = forms.filter(({ reading }) => gone.has(reading.sheet));
  const stays = snapshot.sheets.some(({ name, state }) => state === "visible" && !gone.has(name));
  const logs = hasLog(snapshot) || book.forms.length > removedForms.length || !stays;
  const { language, now } = snapshot.facts;
  const words = sheetWords(language).log;
  const line: LogLine | null = !logs ? null : {
    when: now.replace("T", " "), what: words.back, unit: "", code: "", name: words.operations[what], part: at.replace("T", " "), value: "",
  };
  const facts = factsAgain(book, past, keepsFacts ? store : before, removedForms, line);
  if (sheets === null || facts === null) return lost();
  const nothing = removed.length + sheets.length + cells.sheets.length + facts.sheets.length === 0;
  const left = [...findings, ...cells.changed.map(filled)];
  if (nothing) return refused(...(left.length > 0 ? left : [findingOf(issue("back-none", {}, {}), null)]));
  const log = line === null || facts.built !== null ? [] : [logPatch([line], snapshot, language)];
  const record = recordPatch(snapshot, what, null);
  const seen = new Set(asRead(book).map(({ sheet }) => sheet));
  const touched = [...removed, ...again.map(({ sheet }) => sheet)].filter(({ name }) => !seen.has(name));
  return {
    patch: {
      expect: [
        ...asRead(book), ...facts.expect, ...touched.flatMap(whole), ...cells.expect,
        ...(seen.has(backSheet(snapshot)!.name) ? [] : recordExpect(snapshot)),
      ],
      sheets: [
        ...facts.sheets, ...sheets, ...cells.sheets, ...log,
        ...[...gone].map((sheet): SheetPatch => ({ sheet, remove: true })), ...(record === null ? [] : [record]),
      ],
      ...showOf(snapshot, gone, facts),
    },
    findings: left,
  };
}

/** Who stands on a sheet that goes is led to a form, else to the first sheet that stays. */
function showOf({ selection, sheets }: Snapshot, gone: ReadonlySet<string>, { built, rubric }: FactsAgain): { show?: Address } {
  if (selection !== null && !gone.has(selection.sheet)) return {};
  const form = built?.forms[0];
  if (form !== undefined && rubric !== null) return { show: startOf(rubric, form.sheet) };
  const stays = sheets.find(({ name, state }) => state === "visible" && !gone.has(name));
  return stays === undefined ? {} : { show: { sheet: stays.name, row: 0, column: 0 } };
}
