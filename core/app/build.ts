import type { BuildChoice, BuildReport, Finding, Outcome, Progress, ReportLine } from "../app-port";
import { type BuiltForms, buildForms, startOf } from "../form/build";
import type { FormReading } from "../form/read";
import type { FormLine } from "../form/rebuild";
import { readUnits } from "../form/units-home";
import { rubricPatch } from "../form/rubric-sheet";
import { cellName } from "../sheet/address";
import { formsPast, withWayBack } from "./back/keep";
import type { FormPast } from "./back/record";
import type { Book } from "./book";
import { gaveWayLines } from "./check-log";
import { farLines } from "./far-formulas";
import { findingOf } from "./finding";
import { addressOf } from "./form-findings";
import { overwrittenIn } from "./meant-forms";
import { doubledCodes } from "./unit-list";
import { asRead } from "./expect";
import { criteriaOf, type Rubric } from "../rubric/rubric";

/** What a build writes, with what its forms were before. */
type BuildOutcome = Outcome & { readonly report: BuildReport; readonly past: readonly FormPast[] };

export const refused = (...findings: Finding[]): Outcome => ({ patch: null, findings });

function lines(
  built: BuiltForms, pick: (report: BuiltForms["forms"][number]["report"]) => readonly FormLine[],
): ReportLine[] {
  return built.forms.flatMap(({ sheet, unit, report }) =>
    pick(report).map((line): ReportLine => {
      const at = line.row === null ? null : { sheet, row: line.row, column: 1 };
      const named = line.label === undefined || line.label === "" || line.label === line.name ? line.name : `${line.name} (${line.label})`;
      return {
        code: line.code, name: named, unit: unit.name === "" ? null : unit.name, at,
        ...(line.from === undefined ? {} : { from: line.from, to: line.code }),
      };
    }),
  );
}

export const nothingBuilt: BuildReport = {
  read: 0, direct: 0, forms: [], kept: 0, moved: [], added: [], reworded: [], parked: [], far: [],
};

export function reportOf(built: BuiltForms, rubric: Rubric): BuildReport {
  const criteria = criteriaOf(rubric);
  return {
    read: criteria.filter(({ rule }) => rule !== null && rule.kind !== "direct").length,
    direct: criteria.filter(({ rule }) => rule === null || rule.kind === "direct").length,
    forms: built.forms.map(({ sheet, unit }) => ({ id: sheet, unit, at: startOf(rubric, sheet) })),
    kept: built.forms.reduce((count, { report }) => count + report.kept, 0),
    moved: lines(built, (report) => report.moved),
    added: lines(built, (report) => report.added),
    reworded: lines(built, (report) => report.reworded),
    parked: [
      ...lines(built, (report) => report.parked),
      ...built.forms.flatMap(({ sheet, unit, report }) =>
        report.notes.map(({ text, row }): ReportLine => ({
          code: cellName(row, 0), name: text, unit: unit.name === "" ? null : unit.name, at: { sheet, row, column: 1 },
        })),
      ),
    ],
    far: [],
  };
}

/** Builds or rebuilds the forms of a choice, a piece at a time. */
export function* buildRun(
  book: Book, rubric: Rubric, choice: BuildChoice, source = book.source,
): Generator<Progress, BuildOutcome, void> {
  const doubled = doubledCodes(readUnits(book.snapshot).list);
  if (choice.units.some(({ code }) => doubled.codes.has(code.toLowerCase()))) {
    const findings = doubled.issues.map((own) => findingOf(own, addressOf(own.at.cell)));
    return { ...refused(...findings), report: nothingBuilt, past: [] };
  }
  const dated: Rubric = choice.year === "" ? rubric : { ...rubric, year: choice.year };
  const { facts } = book.snapshot;
  const over = overwrittenIn(book);
  const gave = ({ sheet, unit }: FormReading) => gaveWayLines(over(sheet), unit, facts);
  const work = buildForms(book.snapshot, dated, choice.units.map(({ code, name }) => ({ code, name })), source, null, gave);
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      const { patch } = step.value;
      const taken = [...book.snapshot.sheets.map(({ name }) => name), ...patch.sheets.map(({ sheet }) => sheet)];
      const lost = book.sheet === null ? [rubricPatch(dated, null, taken)] : [];
      const expect = [...asRead(book), ...patch.expect];
      return {
        patch: { ...patch, expect, sheets: [...lost, ...patch.sheets] }, findings: [], report: reportOf(step.value, dated),
        past: formsPast(step.value, book.snapshot),
      };
    }
    yield step.value;
  }
}

/** The same with the record of the way back from it. */
export function* recordedBuild(
  book: Book, run: Generator<Progress, BuildOutcome, void>,
): Generator<Progress, Outcome & { readonly report: BuildReport }, void> {
  const { past, ...outcome } = yield* run;
  const built = withWayBack(book, past.every(({ before }) => before !== null) ? "rebuild" : "build", outcome, past);
  return { ...built, report: { ...built.report, far: farLines(built.findings) } };
}

/** All of a generator's work at once. */
export function finish<T>(work: Generator<Progress, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
