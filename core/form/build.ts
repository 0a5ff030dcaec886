import type { Rubric } from "../rubric/rubric";
import type { Address } from "../sheet/address";
import type { Expect, Patch, SheetPatch } from "../sheet/patch";
import type { Snapshot } from "../sheet/snapshot";
import { fingerprintOf } from "./fingerprint";
import { formsOf } from "./form-of-unit";
import { layoutForm } from "./layout";
import { lostForms } from "./lost-forms";
import { type LogLine, logLines, logPatch } from "./log-sheet";
import { type FormReading, readForms } from "./read";
import { type FormBefore, type FormReport, rebuildForm, type Rebuilt } from "./rebuild";
import { parkedOf } from "./same-unit";
import { freeSheetName, sheetNames } from "./sheet-names";
import { storeName } from "./store-name";
import { storeOf, storePatch } from "./store-patch";
import { findStore, type Parked, readStore, type StoredForm } from "./store-sheet";
import { readUnits } from "./units-home";

export interface FormUnit {
  readonly code: string;
  readonly name: string;
}

/** What a build wrote, form by form. */
export interface BuiltForms {
  readonly patch: Patch;
  readonly forms: readonly {
    readonly sheet: string; readonly unit: FormUnit; readonly report: FormReport;
    /** As it stood; null where it was made. */
    readonly reading: FormReading | null;
    readonly moves: Rebuilt["moves"];
  }[];
}

/** What forms are to be again, where what was done to them is taken back. */
export interface Past {
  /** What of each form that stands; null where only its rubric was another. */
  of(standing: readonly FormReading[]): readonly (FormBefore | null)[];
  /** Entries without a place, as far as they stand in no form. */
  readonly parked: readonly Parked[];
  /** Comes first in the log; null where nothing is to be logged. */
  readonly line: LogLine | null;
}

/** Where filling in begins: the first input of a form as it is laid out. */
export function startOf(rubric: Rubric, sheet: string): Address {
  const { rows, headRow, columns } = layoutForm(rubric, sheet);
  const first = rows.find(({ kind }) => kind === "input");
  return { sheet, row: first?.row ?? headRow, column: first === undefined ? columns.name : columns.answer };
}

/** A unit that is listed again, to the letter. Codes in other letters get a form each, and people are told of them. */
const isAskedAgain = (a: FormUnit, b: FormUnit): boolean => a.code === b.code && (a.code !== "" || a.name === b.name);

/**
 * The form of each unit that stands already, else null. The other units of the workbook's list keep theirs; a form that
 * nobody claims is that of a unit that is alone.
 */
function standingForms(units: readonly FormUnit[], standing: readonly FormReading[], snapshot: Snapshot): (FormReading | null)[] {
  const codes = new Set(units.map(({ code }) => code));
  const names = new Set(units.flatMap(({ code, name }) => (code === "" ? [name] : [])));
  const others = readUnits(snapshot).units.filter(({ code, name }) => !codes.has(code) && !names.has(name));
  const own = formsOf([...units, ...others], standing.map(({ unit }) => unit));
  const [only] = standing;
  const unclaimed = units.length === 1 && standing.length === 1 && only!.unit.code === "" && only!.unit.name === "";
  return units.map((_, at) => (own[at] === null ? (unclaimed ? only! : null) : standing[own[at]!]!));
}

/**
 * The forms of the units, each in the sheet where it stands already, else in a new one; forms of other units are
 * written again where the rubric changed, or where `past` knows what they were. `source` is the print of the sheet that the
 * rubric was read from; `gave` says what people typed over cells of a form that is written again. One patch for all, with `_scorebook` and `Nhật ký`. Yields after each form.
 */
export function* buildForms(
  snapshot: Snapshot, rubric: Rubric, units: readonly FormUnit[], source = "", past: Past | null = null,
  gave: (reading: FormReading) => readonly LogLine[] = () => [],
): Generator<{ done: number; of: number }, BuiltForms, void> {
  const { language, decimal, now } = snapshot.facts;
  const standing = readForms(snapshot, rubric);
  const store = readStore(snapshot);
  const hidden = storeName(snapshot);
  const changed = store === null || store.fingerprint !== fingerprintOf(rubric);
  const taken = snapshot.sheets.map((sheet) => sheet.name);
  const jobs: { unit: FormUnit; sheet: string; reading: FormReading | null }[] = [];
  const asked = units.filter((unit, at) => !units.slice(0, at).some((before) => isAskedAgain(before, unit)));
  const found = standingForms(asked, standing, snapshot);
  for (const [at, unit] of asked.entries()) {
    const reading = found[at]!;
    const wish = units.length + standing.length === 1 ? sheetNames.form : `${sheetNames.form} ${unit.code === "" ? unit.name : unit.code}`;
    const sheet = reading?.sheet ?? freeSheetName(wish.trim(), taken);
    taken.push(sheet);
    const own = { code: unit.code || (reading?.unit.code ?? ""), name: unit.name || (reading?.unit.name ?? "") };
    jobs.push({ unit: own, sheet, reading });
  }
  const befores = past?.of(standing) ?? [];
  const before = (reading: FormReading | null): FormBefore | null => (reading === null ? null : befores[standing.indexOf(reading)] ?? null);
  const others = standing.filter((form) => !jobs.some((job) => job.reading === form));
  for (const reading of others) {
    if (changed || before(reading) !== null) jobs.push({ unit: before(reading)?.unit ?? reading.unit, sheet: reading.sheet, reading });
  }
  const left = others.filter((reading) => !jobs.some((job) => job.reading === reading));

  const sheets: SheetPatch[] = [];
  const expect: Expect[] = [];
  const forms: BuiltForms["forms"][number][] = [];
  const lines: LogLine[] = past === null || past.line === null ? [] : [past.line];
  const aside = past?.parked ?? store?.parked ?? [];
  const owned = parkedOf(aside, [...jobs.map(({ unit, sheet, reading }) => ({ unit, sheet, made: reading === null })), ...left]);
  const written = new Set(owned.slice(0, jobs.length).flat());
  const parked = aside.filter((each) => !written.has(each));
  for (const [index, { unit, sheet, reading }] of jobs.entries()) {
    const order = { sheet, unit, decimal, language: reading?.language ?? language, store: hidden };
    const rebuilt = rebuildForm(rubric, order, reading, owned[index]!, before(reading));
    parked.push(...rebuilt.parked);
    sheets.push(rebuilt.sheet);
    expect.push(...rebuilt.expect);
    forms.push({ sheet, unit, report: rebuilt.report, reading, moves: rebuilt.moves });
    if (reading !== null) lines.push(...gave(reading));
    lines.push(...logLines(rebuilt, unit, now, language));
    yield { done: index + 1, of: jobs.length };
  }
  const known = [...forms, ...left].map(({ sheet, unit }): StoredForm => ({ sheet, unit }));
  const stored = [...known, ...lostForms(store, known, snapshot)];
  const facts = storePatch(storeOf(rubric, { source, language, forms: stored, parked }), findStore(snapshot), hidden);
  const show = forms[0];
  return {
    patch: {
      expect,
      sheets: [facts, ...sheets, ...(lines.length === 0 ? [] : [logPatch(lines, snapshot, language)])],
      ...(show === undefined ? {} : { show: startOf(rubric, show.sheet) }),
    },
    forms,
  };
}
