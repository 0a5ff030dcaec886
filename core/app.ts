import type { App, Finding, Outcome, Preview, Refinement, Status } from "./app-port";
import { begun } from "./app/begun";
import { type Book, bookAt, openBook, type ReadSheet, ruleCell, sourceOf } from "./app/book";
import { withWayBack } from "./app/back/keep";
import type { FormPast } from "./app/back/record";
import { takeBack } from "./app/back/take";
import { buildRun, finish, nothingBuilt, recordedBuild, refused } from "./app/build";
import { asRead } from "./app/expect";
import { asksOf, checkBook, repairBook, unrepaired } from "./app/check-book";
import { convertPatch } from "./app/convert";
import { findingOf } from "./app/finding";
import { staged, statusOf } from "./app/look";
import { lostIdsIn } from "./app/lost-ids";
import { previewOf, readableTable } from "./app/preview";
import { presetPatch } from "./app/preset";
import { proveBook } from "./app/prove";
import { rankBook, rankingPatchOf } from "./app/rank";
import { refinementOf } from "./app/refine";
import { schemes } from "./app/schemes";
import { tableStatus } from "./app/table-status";
import { journaled, journaledRun, resumed } from "./app/unfinished";
import { unitListPatch } from "./app/unit-list";
import { whyAt, whyIn } from "./app/why";
import { withIds } from "./check/lost-ids";
import { rubricPatch } from "./form/rubric-sheet";
import { storeName } from "./form/store-name";
import { rubricBefore, storeOf, storePatch } from "./form/store-patch";
import { sheetNames } from "./form/sheet-names";
import { findStore } from "./form/store-sheet";
import { issue } from "./issue/issue";
import { decimalText } from "./number/exact";
import type { RuleDraft } from "./rule/draft";
import { checkBands } from "./rubric/check";
import { presets } from "./rubric/preset-list";
import { readRubric } from "./rubric/read";
import { type Criterion, isCriterion, nodeKeys, type Rubric, type Settings } from "./rubric/rubric";
import { score } from "./scoring/score";
import type { Address } from "./sheet/address";
import { applyPatch, snapshotOf } from "./sheet/apply";
import type { Patch } from "./sheet/patch";
import type { Facts, Snapshot } from "./sheet/snapshot";
import { emptyWorkbook } from "./sheet/workbook";

const noRubric: Outcome = refused(findingOf(issue("rubric-missing", {}, {}), null));

interface Settled {
  readonly rubric: Rubric;
  /** Print of the sheet as it will stand. */
  readonly source: string;
}

/** Reads the rubric's own sheet: its texts are canonical, so what still needs an assumption takes a direct score. */
const readSheet: ReadSheet = (sheet, store) => {
  const previous = store === null ? undefined : rubricBefore(store);
  const { rubric, issues } = readRubric(sheet, { assumptions: "refuse", previous });
  if (rubric === null || store === null) return { rubric, issues };
  const known = new Set(rubric.nodes.map(({ id }) => id));
  const stored = store.pillars.filter(({ groups }) => groups.every((id) => known.has(id)));
  const pillars = rubric.pillars.length > 0 ? rubric.pillars : stored;
  // The sheet is the definition; the hidden sheet adds what no table says, and the year that forms were built for.
  const { id, level, year } = store.rubric;
  return { rubric: { ...rubric, id, level, year, pillars, settings: store.settings }, issues };
};

/** A rubric as it will be read back from its own sheet: canonical texts, trimmed names. */
function settled(rubric: Rubric, facts: Facts): Settled {
  const written = applyPatch(emptyWorkbook, { expect: [], sheets: [rubricPatch(rubric, null)] });
  const sheet = written.ok ? snapshotOf(written.workbook, facts, null).sheets[0] : undefined;
  if (sheet === undefined) return { rubric, source: "" };
  const { rubric: read, issues } = readRubric(sheet, { assumptions: "refuse" });
  const { id, title, decision, level, year, pillars, settings } = rubric;
  return read === null
    ? { rubric, source: "" }
    : { rubric: { ...read, id, title, decision, level, year, pillars, settings }, source: sourceOf(sheet, issues) };
}

/** The hidden facts of a rubric, with what the workbook already keeps. */
function storeSheetPatch(book: Book, { rubric, source }: Settled): Patch["sheets"][number] {
  const { snapshot, store } = book;
  const rest = { language: store?.language ?? snapshot.facts.language, forms: store?.forms ?? [], parked: store?.parked ?? [] };
  return storePatch(storeOf(rubric, { ...rest, source }), findStore(snapshot), storeName(snapshot));
}

/** Writes every standing form again for a rubric, with its sheet and the hidden facts; and what the forms were before. */
function rewrite(book: Book, of: Settled, more: Patch["sheets"]): { readonly patch: Patch; readonly past: readonly FormPast[] } {
  if (book.forms.length === 0) return { patch: { expect: asRead(book), sheets: [storeSheetPatch(book, of), ...more] }, past: [] };
  const choice = { units: book.forms.map(({ reading }) => reading.unit), year: of.rubric.year };
  const { patch, past } = finish(buildRun(book, of.rubric, choice, of.source));
  return { patch: { expect: patch?.expect ?? [], sheets: [...more, ...(patch?.sheets ?? [])] }, past };
}

interface Target {
  readonly rubric: Rubric;
  readonly criterion: Criterion;
  readonly key: string;
  readonly at: Address | null;
}

const criterionGone = ({ sheet, snapshot }: Book): Finding =>
  findingOf(issue("criterion-gone", {}, { sheet: sheet?.name ?? snapshot.selection?.sheet ?? sheetNames.rubric }), null);

/** The criterion of the rubric, or, before one is confirmed, of the table. */
function targetOf(book: Book, id: string): Target | null {
  const before = book.rubric === null ? readableTable(book.snapshot, null, new Set()) : null;
  const rubric = book.rubric ?? before?.reading?.rubric ?? null;
  const criterion = rubric?.nodes.find((node) => node.id === id);
  if (rubric === null || criterion === undefined || !isCriterion(criterion)) return null;
  const row = before?.reading?.rows.find((own) => own.id === id);
  const column = before?.reading?.columns.method;
  const inTable = row === undefined || column === undefined ? null : { sheet: before!.sheet!.name, row: row.row, column };
  return { rubric, criterion, key: nodeKeys(rubric).get(id) ?? criterion.code, at: inTable ?? ruleCell(book, id) };
}

function applyRule(book: Book, id: string, draft: RuleDraft): Outcome {
  const target = targetOf(book, id);
  if (target === null || target.at === null) return refused(criterionGone(book));
  const { rule, parsed } = refinementOf(target.criterion, target.key, target.rubric, target.at, draft);
  if (parsed === null) return refused(findingOf(issue("draft-blank", { criterion: target.key }, {}), target.at));
  const { sheet, row, column } = target.at;
  const cell = { sheet, blocks: [{ row, column, cells: [[{ v: rule }]] }] };
  const held = book.snapshot.sheets.find(({ name }) => name === sheet)?.values[row]?.[column] ?? null;
  if (book.rubric === null) {
    return withWayBack(book, "rule", { patch: { expect: [{ sheet, row, column, values: [[held]] }], sheets: [cell] }, findings: [] });
  }
  const nodes = book.rubric.nodes.map((node) => (node.id === id ? { ...target.criterion, text: rule, rule: parsed } : node));
  const { patch, past } = rewrite(book, settled({ ...book.rubric, nodes }, book.snapshot.facts), [cell]);
  return withWayBack(book, "rule", { patch, findings: [] }, past);
}

function confirm(book: Book, preview: Preview): Outcome {
  const { rubric, table } = preview;
  if (rubric === null || table === null) return refused(...preview.findings);
  const kept = settled(book.rubric === null ? rubric : { ...rubric, id: book.rubric.id, settings: book.rubric.settings }, book.snapshot.facts);
  const { sheet, area } = table;
  const read = book.snapshot.sheets.find(({ name }) => name === sheet);
  const values = Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => read?.values[area.row + r]?.[area.column + c] ?? null),
  );
  const own = rubricPatch(kept.rubric, book.sheet, book.snapshot.sheets.map(({ name }) => name));
  const { patch, past } = rewrite(book, kept, [own]);
  const expect = [...patch.expect, { sheet, row: area.row, column: area.column, values }];
  const show = { sheet: own.sheet, row: 1, column: 1 };
  return withWayBack(book, "confirm", { patch: { ...patch, expect, show }, findings: [] }, past);
}

function saveSettings(book: Book, settings: Settings): Outcome {
  if (book.rubric === null) return noRubric;
  const total = decimalText(score(book.rubric, new Map()).total.max);
  const problems = checkBands(settings, total).map((found) => findingOf(found, null));
  const wrong = problems.filter(({ issue: { code } }) => code === "band-name-empty" || code === "band-order");
  if (wrong.length > 0) return refused(...wrong);
  const { patch, past } = rewrite(book, { rubric: { ...book.rubric, settings }, source: book.source }, []);
  return withWayBack(book, "settings", { patch, findings: problems }, past);
}

/** What one can do, each a page of calls. */
export function createApp(): App {
  let last: Book | null = null;
  const open = (snapshot: Snapshot): Book => (last = bookAt(last, snapshot) ?? openBook(snapshot, readSheet));
  /** The book with the ids that rows of its forms lost. */
  const whole = (snapshot: Snapshot): { book: Book; lost: ReturnType<typeof lostIdsIn> } => {
    const book = open(snapshot);
    const lost = lostIdsIn(book);
    return { book: lost.length === 0 ? book : openBook(withIds(snapshot, lost), readSheet), lost };
  };
  return {
    look: (snapshot): Status => {
      const book = open(snapshot);
      return staged(snapshot, book.rubric === null ? tableStatus(book) : statusOf(book));
    },
    readTable: (snapshot, ticks) => {
      const book = open(snapshot);
      const onOwn = book.sheet !== null && snapshot.selection?.sheet === book.sheet.name;
      return previewOf(snapshot, ticks, book.rubric, new Set(book.sheet === null || onOwn ? [] : [book.sheet.name]));
    },
    confirm: (snapshot, preview) => begun(snapshot) ?? journaled(snapshot, confirm(open(snapshot), preview)),
    build: (snapshot, choice) => {
      const stopped = begun(snapshot);
      const book = open(snapshot);
      if (stopped !== null || book.rubric === null) return { ...(stopped ?? noRubric), report: nothingBuilt };
      return journaledRun(snapshot, recordedBuild(book, buildRun(book, book.rubric, choice)));
    },
    listUnits: (snapshot) => {
      const book = open(snapshot);
      return begun(snapshot) ?? journaled(snapshot, withWayBack(book, "units", unitListPatch(book)));
    },
    rank: (snapshot) => {
      const stopped = begun(snapshot);
      if (stopped !== null) return { ...stopped, units: 0 };
      const book = open(snapshot);
      const ranked = rankBook(book);
      if (ranked === null) return { ...noRubric, units: 0 };
      const { ranking } = ranked;
      const standings = ranking?.standings ?? [];
      if (ranking === null || standings.length === 0) return { ...refused(...ranked.findings), units: 0 };
      const outcome = { patch: rankingPatchOf(book, ranking), findings: ranked.findings, units: standings.length };
      return journaled(snapshot, withWayBack(book, "rank", outcome));
    },
    prove: (snapshot) => proveBook(open(snapshot)),
    why: (snapshot, criterion, unit) => whyIn(open(snapshot), criterion, unit),
    whyAt: (snapshot, at) => whyAt(open(snapshot), at),
    refine: (snapshot, criterion, draft): Refinement | Finding => {
      const book = open(snapshot);
      const target = targetOf(book, criterion);
      if (target === null) return criterionGone(book);
      return refinementOf(target.criterion, target.key, target.rubric, target.at, draft);
    },
    applyRule: (snapshot, criterion, draft) =>
      begun(snapshot) ?? journaled(snapshot, applyRule(open(snapshot), criterion, draft)),
    convert: (snapshot, findings) => begun(snapshot) ?? convertPatch(open(snapshot), findings),
    settings: (snapshot, settings) => begun(snapshot) ?? journaled(snapshot, saveSettings(open(snapshot), settings)),
    resume: (snapshot) => resumed(snapshot),
    asks: (snapshot) => asksOf(whole(snapshot).book),
    check: (snapshot, guards) => {
      const { book, lost } = whole(snapshot);
      return checkBook(book, lost, guards);
    },
    repair: (snapshot, guards) => {
      const stopped = begun(snapshot);
      if (stopped !== null) return { ...stopped, ...unrepaired };
      const { book, lost } = whole(snapshot);
      return journaledRun(snapshot, repairBook(open(snapshot), book, lost, guards));
    },
    presets: () => presets,
    preset: (snapshot, id) => begun(snapshot) ?? journaled(snapshot, withWayBack(open(snapshot), "preset", presetPatch(snapshot, id))),
    takeBack: (snapshot) => begun(snapshot) ?? journaled(snapshot, takeBack(open(snapshot), readSheet)),
    schemes: () => schemes,
  };
}

