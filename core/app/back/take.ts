import type { Outcome } from "../../app-port";
import { startOf } from "../../form/build";
import { backSheet, type Operation } from "../../form/back-mark";
import { hasLog, type LogLine, logPatch } from "../../form/log-sheet";
import type { Store } from "../../form/store-sheet";
import { unitsHome } from "../../form/units-home";
import type { Address } from "../../sheet/address";
import type { Expect, SheetPatch } from "../../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../../sheet/snapshot";
import { sheetWords } from "../../words/sheets";
import type { Book, ReadSheet } from "../book";
import { refused } from "../build";
import { asRead } from "../expect";
import { withFarFormulas } from "../far-formulas";
import { cellsAgain } from "./cells-again";
import { factsAgain, type FactsAgain } from "./facts-again";
import { type Fates, fatesOf } from "./fates";
import { madeForms, type MadeForm } from "./forms";
import { readWayBack } from "./found";
import { rubricOfForms } from "./keep";
import { recordExpect, recordPatch, storeBefore, type WayBack } from "./record";
import { sheetsAgain } from "./sheets-again";
import { edited, filled, lost, none } from "./told";

const whole = (sheet: SheetSnapshot): Expect[] =>
  sheet.values.length === 0 ? [] : [{ sheet: sheet.name, row: 0, column: 0, values: sheet.values }];

/** Operations that have nothing left to take back once this sheet of theirs stays as it is. */
const one: readonly Operation[] = ["confirm", "preset", "units"];
/** Operations that are taken back whole or not at all. */
const exact: readonly Operation[] = ["rule", "repair"];

/** What was done last, read from its record. */
interface Done {
  readonly what: Operation;
  readonly at: string;
  readonly past: WayBack;
  /** The hidden facts before it. */
  readonly before: Store | null;
  /** The forms that it made and that stand. */
  readonly forms: readonly MadeForm[];
}

/** What was done last; a string where it cannot be told any more. */
function lastDone(book: Book): Done | "none" | "lost" {
  const { snapshot, store } = book;
  const found = readWayBack(snapshot);
  if (found === null) return "none";
  if (found === "lost") return "lost";
  const { past } = found;
  const before = past.store === undefined ? store : past.store === null ? null : storeBefore(past.store, store);
  if (before === null && past.store !== undefined && past.store !== null) return "lost";
  const written = store === null ? book.rubric : rubricOfForms(store, book.rubric);
  if (written === null && past.forms.some((form) => form.before === null)) return "lost";
  return { ...found, before, forms: written === null ? [] : madeForms(book, past, written, before) };
}

/** The line of the log that tells of it; null where no log is kept and none is needed. */
function lineOf({ snapshot, forms }: Book, { what, at }: Done, { removed }: Fates): LogLine | null {
  const stays = snapshot.sheets.some((sheet) => sheet.state === "visible" && !removed.includes(sheet));
  const isForm = forms.some(({ reading }) => !removed.includes(reading.found.sheet));
  if (!hasLog(snapshot) && !isForm && stays) return null;
  const { language, now } = snapshot.facts;
  const words = sheetWords(language).log;
  return { when: now.replace("T", " "), what: words.back, unit: "", code: "", name: words.operations[what], part: at.replace("T", " "), value: "" };
}

/**
 * Takes the last operation back: forms to the rubric that they had, with the answers as they are now; sheets that it made
 * go, unless something was entered there since; other sheets of ours get back what they held.
 */
export const takeBack = (book: Book, readSheet: ReadSheet): Outcome => withFarFormulas(book.snapshot, takenBack(book, readSheet));

function takenBack(book: Book, readSheet: ReadSheet): Outcome {
  const { snapshot, store } = book;
  const done = lastDone(book);
  if (typeof done === "string") return done === "none" ? none() : lost();
  const { what, past, before, forms } = done;
  const fates = fatesOf(snapshot, past, forms);
  const { removed, kept, again, findings } = fates;
  // A list of units only loses its tidying; anything else of ours would lose what was entered.
  const units = unitsHome(snapshot).sheet;
  const changed = fates.changed.filter(({ sheet }) => sheet !== units);
  if (changed.length > 0) return refused(...changed.map((fate) => edited(fate.filled!)));
  if (one.includes(what) && kept.length > 0) return refused(...findings);
  // Forms that stay, where none stood before, keep the facts that they were made with.
  const keepsFacts = forms.some(({ reading }) => !removed.includes(reading.found.sheet)) && past.forms.every((form) => form.before === null);
  if (keepsFacts && removed.length === 0) return refused(...findings);
  const cells = cellsAgain(snapshot, past);
  if (exact.includes(what) && cells.changed.length > 0) return refused(...cells.changed.map(edited));

  const line = lineOf(book, done, fates);
  const removedForms = forms.filter(({ reading }) => removed.includes(reading.found.sheet));
  const facts = factsAgain(book, past, keepsFacts ? store : before, removedForms, new Set(again.map(({ sheet }) => sheet.name)), line);
  if (facts === null) return lost();
  const sheets = sheetsAgain(book, again, before, past.digits ?? null, readSheet);
  const left = [...findings, ...cells.changed.map(filled)];
  if (removed.length + sheets.length + cells.sheets.length + facts.sheets.length === 0) return left.length > 0 ? refused(...left) : none();
  const log = line === null || facts.built !== null ? [] : [logPatch([line], snapshot, snapshot.facts.language)];
  const record = recordPatch(snapshot, what, null);
  const gone = new Set(removed.map(({ name }) => name));
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
