import { type Criterion, criteriaOf, type Rubric } from "../rubric/rubric";
import type { Area } from "../sheet/address";
import type { Block, Expect, SheetPatch } from "../sheet/patch";
import { sameValue } from "../sheet/apply";
import type { Language } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { sheetWords } from "../words/sheets";
import { answersFrom, type Entry, fits, isDay, type Part } from "./entry";
import { cellAt } from "./find";
import { type Move, moveForeign, rewritten, stands } from "./foreign";
import { formPatch, type Letterhead } from "./form-sheet";
import {
  entryColumns, type FormLayout, inputRowId, layoutForm, longestText, pillarRowId, reservedRow, rowId,
} from "./layout";
import { freedRows } from "./looks";
import type { FormReading } from "./read";
import { followLabels, type Question, questionsOf } from "./relabel";
import type { Parked } from "./store-sheet";

/** A criterion in a report of a rebuild, by what people know it by. */
export interface FormLine {
  readonly criterion: string;
  readonly code: string;
  readonly name: string;
  /** For a criterion whose code changed: the code it had. */
  readonly from?: string;
  /** Parked and returned lines: which cell, what it held. */
  readonly label?: string;
  readonly value?: CellValue;
  readonly row: number | null;
}

/** What a rebuild did with what people had entered. */
export interface FormReport {
  /** Entries that stay with their criterion. */
  readonly kept: number;
  /** Criteria with entries whose code changed. */
  readonly moved: readonly FormLine[];
  /** Criteria that the form did not have. */
  readonly added: readonly FormLine[];
  /** Entries of a criterion's only input, whose words changed: what it said before, and what it holds. */
  readonly reworded: readonly FormLine[];
  /** Entries without a place, and what of a text is more than a cell holds. */
  readonly parked: readonly FormLine[];
  readonly returned: readonly FormLine[];
  /**
   * Words of people that stood between the rows of the form and went below it, and formulas of theirs that moved: a
   * formula is written as it was, so it may now speak of other cells than its author meant.
   */
  readonly notes: readonly { readonly text: string; readonly row: number }[];
}

export interface Rebuilt {
  readonly sheet: SheetPatch;
  readonly expect: readonly Expect[];
  /** All that is parked for this form now. */
  readonly parked: readonly Parked[];
  /** Cells of people that stand elsewhere now. */
  readonly moves: readonly Move[];
  readonly report: FormReport;
}

/** What a form was before it was last written, beyond what its rubric and its answers say. */
export interface FormBefore {
  readonly unit: { readonly code: string; readonly name: string };
  /** Cells of people around the form: row and column now, row and column then. */
  readonly moved: readonly (readonly [row: number, column: number, homeRow: number, homeColumn: number])[];
  /** Formulas that people entered where only values were kept. */
  readonly formulas: readonly { readonly criterion: string; readonly part: Part; readonly formula: string; readonly value: CellValue }[];
}

export interface FormOrder {
  readonly sheet: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly language: Language;
  readonly decimal: "," | ".";
  readonly position?: number;
  readonly store?: string;
  /** Formulas stay without their values: of a form that is only looked at. */
  readonly valueless?: boolean;
}

/** Ids of a layout's rows. */
function rowIds(layout: FormLayout): Map<string, number> {
  const ids = new Map(
    layout.rows.map((row) => [row.kind === "input" ? inputRowId(row.node.id, row.input.name) : rowId(row.id), row.row]),
  );
  const reserved: readonly (readonly [string, number])[] = [
    [reservedRow.mark, layout.keyRow], [reservedRow.agency, layout.agencyCell.row], [reservedRow.unit, layout.unitCell.row], [reservedRow.title, 3],
    [reservedRow.subtitle, 4], [reservedRow.facts, layout.unitCodeCell.row], [reservedRow.head, layout.headRow],
    [reservedRow.total, layout.totalRow], [reservedRow.percent, layout.percentRow], [reservedRow.band, layout.bandRow],
    [reservedRow.date, layout.dateCell.row], [reservedRow.sign, layout.signRow], [reservedRow.signHint, layout.signRow + 1],
    [reservedRow.names, layout.endRow],
    ...layout.pillars.map(({ pillar, row }) => [pillarRowId(pillar.code), row] as const),
  ];
  for (const [id, row] of reserved) ids.set(id, row);
  return ids;
}

/** What the patch was computed from: ids, and everything that people may have entered since. */
function expectsOf(reading: FormReading): Expect[] {
  const { sheet, columns, idColumn } = reading.found;
  const rows = sheet.values.length;
  const held = [idColumn, ...entryColumns.flatMap((name) => columns.get(name) ?? [])];
  return held.map((column) => ({
    sheet: sheet.name, row: 0, column,
    values: Array.from({ length: rows }, (_, row) => [cellAt(sheet, row, column)]),
  }));
}

const parkedValue = (value: CellValue): string | number | boolean =>
  value === null ? "" : typeof value === "object" ? value.error : value;

const fitting = <T>(value: T): T => (typeof value === "string" ? value.slice(0, longestText) as T & string : value);

/** The cell of an entry in a layout; null where it has none of its own. */
function placeIn({ columns, rowOf, rows }: FormLayout, criterion: string, part: Part): { row: number; column: number } | null {
  const name = inputOf(part);
  if (name !== null) {
    const row = rows.find((each) => each.kind === "input" && each.node.id === criterion && each.input.name === name)?.row;
    return row === undefined ? null : { row, column: columns.answer };
  }
  const own = entryColumns.find((column) => column !== "answer" && column === part);
  return own === undefined ? null : { row: rowOf(criterion), column: columns[own] };
}

/** What of a text is more than a cell holds, in pieces that fit. */
function excess(value: CellValue): string[] {
  if (typeof value !== "string" || value.length <= longestText) return [];
  const count = Math.ceil(value.length / longestText) - 1;
  return Array.from({ length: count }, (_, k) => value.slice((k + 1) * longestText, (k + 2) * longestText));
}

const inputOf = (part: Part): string | null => (part.startsWith("input ") ? part.slice("input ".length) : null);

/** The entries of a form at their places in the new one; an answer follows the words that it was given under. */
function placed(
  reading: FormReading | null, now: ReadonlyMap<string, readonly Question[]>,
): { entries: Entry[]; homeless: Entry[]; reworded: Entry[] } {
  const places = new Map([...(reading?.asked ?? [])].map(([id, before]) => [id, followLabels(before, now.get(id) ?? [])]));
  const [entries, homeless, reworded]: [Entry[], Entry[], Entry[]] = [[], [], []];
  for (const read of reading?.entries ?? []) {
    const entry = isDay(read) ? { ...read, value: read.day! } : read;
    const name = inputOf(entry.part);
    const place = name === null ? null : places.get(entry.criterion)?.get(name);
    if (place === undefined) homeless.push(entry);
    else entries.push(place === null ? entry : { ...entry, part: `input ${place.name}` });
    if (place?.reworded === true) reworded.push(entry);
  }
  for (const entry of reading?.homeless ?? []) {
    const name = inputOf(entry.part);
    const place = name === null ? undefined : places.get(entry.criterion)?.get(name);
    if (place === undefined) homeless.push(entry);
    else entries.push({ ...entry, ...(isDay(entry) ? { value: entry.day! } : {}), part: `input ${place.name}` });
  }
  // Nobody knows what a cell of an unknown row was about: what stands there is put aside with the rest.
  homeless.push(...(reading?.strange ?? []).filter(({ criterion }) => !now.has(criterion)));
  return { entries, homeless, reworded };
}

/**
 * A unit's form written again in its own sheet after the rubric changed: every entry stays with its criterion and
 * input, entries without a place are parked, and parked ones return with their criterion. Without a reading: a new form.
 * `past` is what it is to be again.
 */
export function rebuildForm(
  rubric: Rubric, order: FormOrder, reading: FormReading | null, parkedBefore: readonly Parked[], past: FormBefore | null = null,
): Rebuilt {
  const words = sheetWords(order.language);
  const layout = layoutForm(rubric, order.sheet);
  const criteria = new Map<string, Criterion>(criteriaOf(rubric).map((criterion) => [criterion.id, criterion]));
  const now = new Map([...criteria].map(([id, criterion]) => [id, questionsOf(criterion, words)]));
  const { entries, homeless, reworded } = placed(reading, now);
  const taken = new Set(entries.map((entry) => `${entry.criterion} ${entry.part}`));

  const alike = (text: string): string => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  /** An id that left the form may mean another criterion by now: then only its name tells. */
  const same = (each: Parked): boolean =>
    reading?.found.rows.has(rowId(each.criterion)) === true || alike(criteria.get(each.criterion)!.name) === alike(each.name);
  const questionsParked = new Map<string, Question[]>();
  for (const { criterion, part, label } of parkedBefore) {
    const name = inputOf(part);
    const known = questionsParked.get(criterion) ?? [];
    if (name !== null && !known.some((other) => other.name === name)) known.push({ name, label });
    questionsParked.set(criterion, known);
  }
  /** Where a parked entry belongs now: an input's by its words alone. */
  const home = (each: Parked): Part | null => {
    const name = inputOf(each.part);
    if (name === null) return fits(each, criteria, rubric) ? each.part : null;
    const asked = questionsParked.get(each.criterion)!.map((question) =>
      question.name === name ? { name, label: each.label } : question);
    const place = followLabels(asked, now.get(each.criterion) ?? []).get(name);
    return place === undefined || place.reworded ? null : `input ${place.name}`;
  };
  const returned: Parked[] = [];
  const parked: Parked[] = [];
  for (const each of [...parkedBefore].reverse()) {
    const part = home(each);
    if (part !== null && !taken.has(`${each.criterion} ${part}`) && same(each)) {
      taken.add(`${each.criterion} ${part}`);
      returned.push({ ...each, part });
    } else parked.unshift(each);
  }
  for (const { criterion, code, name, part, label, value } of homeless) {
    parked.push({ unit: order.unit.code, sheet: order.sheet, criterion, code, name, part, label, value: fitting(parkedValue(value)) });
  }

  const { answers, reviews } = answersFrom([...entries, ...returned]);
  const letterhead: Letterhead = reading?.letterhead ?? {};
  const strange = new Map((reading?.strange ?? []).filter(({ criterion }) => criteria.has(criterion))
    .map(({ criterion, value }) => [criterion, value]));

  const end = { row: layout.endRow, column: layout.width - 1 };
  const moves = reading === null ? [] : moveForeign(
    reading.found, layout, rowIds(layout), reading.groups,
    new Map((past?.moved ?? []).map(([row, column, homeRow, homeColumn]) => [`${row},${column}`, { row: homeRow, column: homeColumn }])),
  );
  const clear: Area[] = [];
  const extra: Block[] = [];
  if (reading !== null) {
    const { idOf, owned } = reading.found;
    const rows = Math.max(end.row, ...idOf.keys()) + 1;
    const columns = Math.max(end.column, ...owned) + 1;
    clear.push({ row: 0, column: 0, rows, columns });
    for (const move of moves) {
      const { row, column } = move.from;
      if (!stands(reading.found, move) && (row >= rows || column >= columns)) clear.push({ row, column, rows: 1, columns: 1 });
    }
    for (const move of moves) {
      const cleared = clear.some((area) =>
        move.row < area.row + area.rows && move.row >= area.row && move.column < area.column + area.columns && move.column >= area.column);
      if (cleared || !stands(reading.found, move)) {
        extra.push({ row: move.row, column: move.column, cells: [[rewritten(move)]] });
      }
    }
  }
  for (const { criterion, part, formula, value } of past?.formulas ?? []) {
    const kept = entries.find((entry) => entry.criterion === criterion && entry.part === part);
    const place = kept === undefined || !sameValue(kept.value, value) ? null : placeIn(layout, criterion, part);
    if (place !== null) extra.push({ ...place, cells: [[{ f: formula, v: value }]] });
  }
  const sheet = formPatch(rubric, {
    ...order, answers, reviews, letterhead, strange, ...(clear.length === 0 ? {} : { clear }),
  });

  const line = (id: string, rest: Partial<FormLine> = {}): FormLine => {
    const criterion = criteria.get(id);
    return {
      criterion: id, code: criterion?.code ?? "", name: criterion?.name ?? "",
      row: criterion === undefined ? null : layout.rowOf(id), ...rest,
    };
  };
  const oldCode = new Map(entries.map((entry) => [entry.criterion, entry.code]));
  const labelOf = (each: Parked): string => {
    const question = now.get(each.criterion)?.find(({ name }) => each.part === `input ${name}`);
    return question?.label ?? each.label;
  };
  const free = [...(reading?.found.owned ?? [])].filter((column) => column >= layout.width).sort((a, b) => a - b);
  return {
    sheet: {
      ...sheet,
      blocks: [...(sheet.blocks ?? []), ...extra],
      columns: [...(sheet.columns ?? []), ...free.map((column) => ({ column, hidden: false }))],
      rows: [...(sheet.rows ?? []), ...freedRows(layout.endRow + 1, Math.max(0, ...(reading?.found.idOf.keys() ?? [])) + 1)],
    },
    expect: reading === null ? [] : expectsOf(reading),
    parked,
    moves,
    report: {
      kept: entries.length,
      moved: [...oldCode].filter(([id, code]) => criteria.get(id)!.code !== code).map(([id, from]) => line(id, { from })),
      reworded: reworded.map(({ criterion, label, value }) => line(criterion, { label, value })),
      added: reading === null
        ? []
        : [...criteria.keys()].filter((id) => !reading.found.rows.has(rowId(id))).map((id) => line(id)),
      parked: [
        ...homeless.flatMap(({ criterion, code, name, label, value }) =>
          [fitting(value), ...excess(value)].map((piece) => line(criterion, { code, name, label, value: piece }))),
        ...entries.flatMap((entry) => excess(entry.value).map((value) => line(entry.criterion, { label: entry.label, value }))),
      ],
      returned: returned.map((each) => line(each.criterion, { label: labelOf(each), value: each.value })),
      notes: moves.filter(({ from, row, column, lost }) => lost || (from.formula !== null && (row !== from.row || column !== from.column)))
        .map(({ from, row }) => ({ text: from.formula === null ? String(parkedValue(from.value)) : `=${from.formula}`, row })),
    },
  };
}
