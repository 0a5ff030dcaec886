import type { Expr } from "../formula/expr";
import { evaluate } from "../formula/evaluate";
import { parseExact, toNumber } from "../number/exact";
import type { Reviews } from "../review/review";
import { type Criterion, isCriterion, type Rubric } from "../rubric/rubric";
import type { Answers } from "../scoring/answer";
import type { Area } from "../sheet/address";
import type { SheetPatch, Write } from "../sheet/patch";
import type { Language } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { sheetWords } from "../words/sheets";
import type { SheetWords } from "../words/sheet-words";
import { dressForm } from "./dress";
import { type FormFormula, formFormulas } from "./form-formulas";
import { inputLabel } from "./input-label";
import {
  formColumns, type FormColumn, type FormLayout, formMark, inputRowId, layoutForm, longestText,
  optionCells, optionKey, pillarRowId, reservedRow, rowId,
} from "./layout";
import { bandTable, storeSheet } from "./store-layout";

/** What people write around the table. Absent fields get the words of the form's language. */
export interface Letterhead {
  readonly agency?: string;
  readonly period?: string;
  readonly placeDate?: string;
  readonly preparedName?: string;
  readonly headName?: string;
}

/** One unit's form: where it stands, whose it is, what was filled in. */
export interface FormContent {
  readonly sheet: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly language: Language;
  /** How this computer writes decimals: cached texts hold it. */
  readonly decimal: "," | ".";
  readonly answers: Answers;
  readonly reviews: Reviews;
  readonly letterhead?: Letterhead;
  /** Emptied first; absent: the form's own area. */
  readonly clear?: readonly Area[];
  readonly position?: number;
  /** The sheet that holds the bands; absent: `_scorebook`. */
  readonly store?: string;
  /** Content of criteria's own cells that is not "Không áp dụng": left for its author to mend. */
  readonly strange?: ReadonlyMap<string, CellValue>;
  /** Formulas stay without their values: of a form that is only looked at. */
  readonly valueless?: boolean;
}

type Slot = { readonly v: CellValue } | FormFormula;

/** A criterion's "cách tính điểm" cell: the decision's words, and the proof it asks for. */
function ruleText(criterion: Criterion, words: SheetWords): string {
  const proof = criterion.evidence.trim() === "" ? [] : [words.form.askedProof(criterion.evidence)];
  return [criterion.text, ...proof].filter((part) => part !== "").join("\n");
}

/** The text of the form's cells, without formulas and entries. */
function fixedText(rubric: Rubric, layout: FormLayout, form: FormContent, words: SheetWords, set: SetText): void {
  const { form: said } = words;
  const { columns } = layout;
  set(layout.keyRow, columns.id, formMark(form.language));
  for (const column of formColumns.slice(1)) set(layout.keyRow, columns[column], column);
  for (let column = layout.optionColumn; column < layout.width; column++) set(layout.keyRow, column, optionKey);
  const ids: readonly (readonly [number, string])[] = [
    [1, reservedRow.agency], [2, reservedRow.unit], [3, reservedRow.title], [4, reservedRow.subtitle],
    [layout.unitCodeCell.row, reservedRow.facts], [layout.headRow, reservedRow.head],
    [layout.totalRow, reservedRow.total], [layout.percentRow, reservedRow.percent], [layout.bandRow, reservedRow.band],
    [layout.dateCell.row, reservedRow.date], [layout.signRow, reservedRow.sign], [layout.signRow + 1, reservedRow.signHint],
    [layout.endRow, reservedRow.names],
    ...layout.pillars.map(({ pillar, row }) => [row, pillarRowId(pillar.code)] as const),
  ];
  for (const [row, id] of ids) set(row, columns.id, id);

  const head = form.letterhead ?? {};
  set(layout.agencyCell.row, columns.name, head.agency ?? said.agency);
  set(layout.agencyCell.row, columns.evidence, said.motto);
  set(layout.unitCell.row, columns.name, form.unit.name === "" ? said.unitName : form.unit.name);
  set(layout.unitCell.row, columns.evidence, said.mottoLine);
  set(3, columns.unit, rubric.title === "" ? said.title : `${said.title}: ${rubric.title}`);
  if (rubric.decision !== "") set(4, columns.unit, said.decision(rubric.decision));
  set(layout.unitCodeCell.row, columns.name, said.unitCode);
  set(layout.unitCodeCell.row, columns.rule, form.unit.code);
  set(layout.periodCell.row, columns.answer, head.period ?? said.periodOf(rubric.year));
  set(layout.progressCell.row, columns.unit, said.points);
  for (const [key, label] of Object.entries(said.heads)) set(layout.headRow, columns[key as FormColumn], label);
  set(layout.totalRow, columns.name, said.total);
  set(layout.percentRow, columns.name, said.percent);
  set(layout.bandRow, columns.name, said.band);
  for (const { pillar, row } of layout.pillars) {
    set(row, columns.code, pillar.code);
    set(row, columns.name, said.pillar(pillar.name));
  }
  set(layout.dateCell.row, columns.evidence, head.placeDate ?? said.placeDate(rubric.year));
  set(layout.signRow, columns.name, said.preparedBy);
  set(layout.signRow, columns.evidence, said.head);
  set(layout.signRow + 1, columns.evidence, said.signHint);
  set(layout.endRow, columns.name, head.preparedName ?? "");
  set(layout.endRow, columns.evidence, head.headName ?? "");
}

type SetText = (row: number, column: number, value: CellValue) => void;

function tableText(layout: FormLayout, words: SheetWords, set: SetText): void {
  const { columns } = layout;
  for (const row of layout.rows) {
    set(row.row, columns.id, row.kind === "input" ? inputRowId(row.node.id, row.input.name) : rowId(row.id));
    set(row.row, columns.code, row.node.code);
    if (row.kind !== "input") set(row.row, columns.name, row.node.name);
    if (row.kind === "criterion") {
      set(row.row, columns.rule, ruleText(row.node, words));
      const shown = row.node.bonus && parseExact(row.node.max).n === 0n ? row.node.min : row.node.max;
      set(row.row, columns.max, toNumber(parseExact(shown)));
    }
    if (row.kind === "input") {
      const { input } = row;
      const unit = input.kind === "share" || input.kind === "points" ? words.form.units[input.kind] : "";
      set(row.row, columns.name, inputLabel(input, words.form));
      set(row.row, columns.unit, input.unit ?? unit);
      optionCells(input.options ?? []).forEach((option, k) => set(row.row, layout.optionColumn + k, option));
    }
  }
}

/** A truth value where a number belongs, as text: LibreOffice takes one in a formatted cell for a number. */
const spelt = (value: CellValue): CellValue => (typeof value === "boolean" ? String(value).toUpperCase() : value);

/** What people entered, at its place. */
function entries(rubric: Rubric, layout: FormLayout, form: FormContent, words: SheetWords, set: SetText): void {
  const { columns } = layout;
  for (const node of rubric.nodes) {
    if (!isCriterion(node)) continue;
    const row = layout.rowOf(node.id);
    const answer = form.answers.get(node.id);
    const review = form.reviews.get(node.id);
    set(row, columns.answer, spelt(form.strange?.get(node.id) ?? null));
    if (answer !== undefined) {
      if (answer.notApplicable !== undefined && rubric.settings.notApplicable !== "none") {
        set(row, columns.answer, words.form.notApplicable);
      }
      set(row, columns.evidence, answer.evidence);
      const reasons = [answer.notApplicable ?? "", answer.explanation].filter((part) => part !== "");
      set(row, columns.explanation, reasons.join("\n"));
    }
    if (review !== undefined) {
      set(row, columns.reviewed, spelt(review.points));
      set(row, columns.reason, review.reason);
    }
  }
  for (const row of layout.rows) {
    if (row.kind !== "input") continue;
    const value = form.answers.get(row.node.id)?.inputs[row.input.name] ?? null;
    set(row.row, columns.answer, row.input.kind === "list" ? value : spelt(value));
  }
}

/** A cell's value as it may be written: 15 digits of a number; an error without its formula stays as its text. */
function written(value: CellValue): string | number | boolean | null {
  if (typeof value === "string") return value === "" ? null : value.slice(0, longestText);
  if (typeof value === "number") return Number(value.toPrecision(15));
  return typeof value === "object" && value !== null ? value.error : value;
}

/** The cells of a form with their formulas, each with its value. */
function cellsOf(rubric: Rubric, layout: FormLayout, form: FormContent, words: SheetWords): Write[][] {
  const grid: (Slot | undefined)[][] = Array.from({ length: layout.endRow + 1 }, () => []);
  const set: SetText = (row, column, v) => {
    if (v !== null && v !== "") grid[row]![column] = { v: written(v) };
  };
  fixedText(rubric, layout, form, words, set);
  tableText(layout, words, set);
  entries(rubric, layout, form, words, set);
  const store = form.store ?? storeSheet;
  for (const formula of formFormulas(rubric, form.language, store)) grid[formula.row]![formula.column] = formula;

  const { bands } = rubric.settings;
  const known = new Map<Expr, CellValue>();
  const sight = {
    decimal: form.decimal,
    cell: (sheet: string | undefined, row: number, column: number): CellValue => {
      if (sheet === store) {
        const band = bands[row - bandTable.firstRow];
        if (band === undefined) return null;
        const { name, from } = bandTable;
        return column === name ? band.name : column === from ? toNumber(parseExact(band.from)) : Number(band.inclusive);
      }
      const slot = grid[row]?.[column];
      return slot === undefined ? null : valueOf(slot);
    },
  };
  const valueOf = (slot: Slot): CellValue => {
    if ("v" in slot) return slot.v;
    let value = known.get(slot.expr);
    if (value === undefined) known.set(slot.expr, (value = evaluate(slot.expr, sight)));
    return value;
  };
  return grid.map((cut) =>
    Array.from({ length: layout.width }, (_, column): Write => {
      const slot = cut[column];
      if (slot === undefined) return null;
      if ("v" in slot) return { v: written(slot.v) };
      if (slot.text === null) return { v: written(valueOf(slot)) };
      return { f: slot.text, v: form.valueless === true ? null : valueOf(slot) };
    }),
  );
}

/**
 * A unit's form as a patch: letterhead, table, formulas with their values, looks, checks, print, protection.
 * Text that people wrote stays text. The sheet is made where it is missing.
 */
export function formPatch(rubric: Rubric, form: FormContent): SheetPatch {
  const words = sheetWords(form.language);
  const layout = layoutForm(rubric, form.sheet);
  const cells = cellsOf(rubric, layout, form, words);
  return {
    sheet: form.sheet,
    create: true,
    ...(form.position === undefined ? {} : { position: form.position }),
    clear: form.clear ?? [{ row: 0, column: 0, rows: layout.endRow + 1, columns: layout.width }],
    ...dressForm(rubric, layout, cells, form, words),
    blocks: [{ row: 0, column: 0, cells }],
  };
}
