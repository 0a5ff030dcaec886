import { type Area, areaName } from "../../../core/sheet/address";
import { areaWithout, emptySheet, overlaps } from "../../../core/sheet/apply";
import type { CellValue, Conditional, Sheet, Style, Workbook } from "../../../core/sheet/workbook";
import type { EngineSheet } from "../engine-sheet";
import { lacking } from "../look";
import { type Calculate, SheetEngine } from "../sheet-engine";
import { isUnread, localFormula, neutralFormula, shiftFormula, spelledFormula } from "./formula-text";
import { isDateFormat, type Locale, localeOf, takeText } from "./locale";
import { type Check, ruleOf, validationOf } from "./rule";
import { Refused } from "./strict";

/** A protected sheet (`area` null) or range. `open` are the cells of a protected sheet that stay open. */
export interface Guard {
  area: Area | null;
  open: readonly Area[];
  description: string;
  warningOnly: boolean;
  domainEdit: boolean;
  readonly editors: Set<string>;
}

/** A conditional format as Sheets keeps it: one formula, written for the first cell of the first area. */
export type Colouring = { readonly areas: readonly Area[] } & (
  | { readonly kind: "formula"; readonly formula: string; readonly style: Style }
  | { readonly kind: "gradient"; readonly low: string; readonly high: string }
);

/** What Sheets keeps of a sheet beside its cells. */
export interface Extra {
  /** The grid ends here; beyond it there are no cells. */
  rows: number;
  columns: number;
  checks: Check[];
  colourings: Colouring[];
  guards: Guard[];
}

export const newGrid = { rows: 1000, columns: 26 };
const mostCells = 10000000;
export const longestText = 50000;
export const protectedText =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

export interface BookOptions {
  readonly locale?: string;
  readonly workbook?: Workbook;
  readonly calculate?: Calculate | null;
  /** The workbook is Sheets' own and has lost nothing in a file: the first of the people protected it. */
  readonly own?: boolean;
  /** E-mail addresses; the first owns the file. */
  readonly people?: readonly string[];
}

/** A spreadsheet as Google keeps it, over the sheet engine. Throws `Refused` where Google would. */
export class GoogleBook {
  readonly engine: SheetEngine;
  readonly calculate: Calculate | null;
  locale: Locale;
  readonly zone = "Asia/Ho_Chi_Minh";
  readonly hoursEast = 7;
  name = "Sổ chuyển đổi số";
  readonly people: readonly string[];
  /** Whoever acts at the moment. */
  user: string;
  readonly metadata: { key: string; value: string; sheet: number | null }[] = [];
  readonly names = new Map<string, { sheet: number; area: Area }>();
  readonly properties = { document: new Map<string, string>(), script: new Map<string, string>(), user: new Map<string, string>() };
  /** Cells in which a picture stands, `sheet id!row,column`. */
  private readonly pictures = new Set<string>();
  /** The run that holds the document lock. */
  lockedBy: object | null = null;
  private readonly extras = new Map<number, Extra>();

  constructor({ locale = "vi_VN", workbook, own = false, calculate = null, people = ["chu@so.gov.vn"] }: BookOptions = {}) {
    const first: Workbook = workbook ?? { sheets: [emptySheet("Trang tính1")], active: null, properties: {} };
    // What a trip through a file loses: properties, deep hiding, protection and print settings.
    const sheets = first.sheets.map((sheet): Sheet => ({
      ...lacking(sheet, "protection", "print"),
      state: sheet.state === "veryHidden" ? "hidden" : sheet.state,
      validations: [],
      conditionals: [],
      scales: [],
      cells: sheet.cells.map((cut) => cut?.map((cell) =>
        cell?.s?.locked === undefined ? cell : { ...cell, s: lacking(cell.s, "locked") })),
    }));
    const local: Calculate | null = calculate === null ? null : (book) => calculate(spelled(book, this.locale));
    this.engine = new SheetEngine({ sheets, active: first.active, properties: {} }, local);
    this.calculate = calculate;
    this.locale = localeOf(locale);
    this.people = people;
    this.user = people[0]!;
    first.sheets.forEach((sheet, index) => this.takeExtras(this.engine.sheets[index]!, sheet, workbook === undefined || own));
    if (own) first.sheets.forEach((sheet, index) => this.protectAs(this.engine.sheets[index]!, sheet));
  }

  private takeExtras(sheet: EngineSheet, from: Sheet, fresh: boolean): void {
    const least = fresh ? newGrid : { rows: 1, columns: 1 };
    this.extras.set(sheet.id, {
      rows: Math.max(least.rows, from.cells.length, from.rows.length),
      columns: Math.max(least.columns, ...from.cells.map((cut) => cut?.length ?? 0), from.columns.length),
      checks: from.validations.flatMap(({ area, rule: check }) => {
        const rule = ruleOf(check, (name) => this.engine.find(name)?.id ?? null);
        return rule === null ? [] : [{ area, rule }];
      }),
      colourings: [
        ...from.conditionals.map(({ area, formula, style }) => ({ areas: [area], kind: "formula" as const, formula, style })),
        ...from.scales.map(({ area, low, high }) => ({ areas: [area], kind: "gradient" as const, low, high })),
      ],
      guards: [],
    });
  }

  private protectAs(sheet: EngineSheet, { protection, cells }: Sheet): void {
    if (protection === undefined) return;
    const open = cells.flatMap((cut, row) => Array.from(cut ?? []).flatMap((cell, column): Area[] =>
      cell?.s?.locked === false ? [{ row, column, rows: 1, columns: 1 }] : []));
    this.extra(sheet).guards.push({
      area: null, open, description: "", warningOnly: false, domainEdit: false, editors: new Set([this.user]),
    });
  }

  extra(sheet: EngineSheet): Extra {
    let extra = this.extras.get(sheet.id);
    if (extra === undefined) this.extras.set(sheet.id, (extra = { ...newGrid, checks: [], colourings: [], guards: [] }));
    return extra;
  }

  sheetById(id: number): EngineSheet | null {
    return this.engine.sheets.find((sheet) => sheet.id === id) ?? null;
  }

  /** Refuses a workbook of more than ten million cells. */
  mayHold(more: number): void {
    const held = this.engine.sheets.reduce((sum, sheet) => sum + this.extra(sheet).rows * this.extra(sheet).columns, 0);
    if (held + more <= mostCells) return;
    throw new Refused(`This action would increase the number of cells in the workbook above the limit of ${mostCells} cells.`);
  }

  passes(guard: Guard): boolean {
    return guard.warningOnly || this.user === this.people[0] || guard.editors.has(this.user);
  }

  /** Refuses where something of an area, or (null) the sheet itself, is kept from who acts. */
  mayEdit(sheet: EngineSheet, area: Area | null): void {
    for (const guard of this.extra(sheet).guards) {
      if (this.passes(guard)) continue;
      if (area === null ? guard.area === null : this.keeps(guard, area)) throw new Refused(protectedText);
    }
  }

  private keeps(guard: Guard, area: Area): boolean {
    if (guard.area !== null) return overlaps(guard.area, area);
    return guard.open.reduce((left, open) => left.flatMap((part) => areaWithout(part, open)), [area]).length > 0;
  }

  /** Everything formulas depend on changed. */
  touch(): void {
    this.engine.write(this.engine.sheets[0]!, { row: 0, column: 0 }, [[null]]);
  }

  /** A text as a cell takes it: a formula, something read by the locale, or text. */
  take(sheet: EngineSheet, row: number, column: number, text: string): { v: CellValue; f?: string; format?: string } {
    if (text.length > longestText) {
      throw new Refused(`Your input contains more than the maximum of ${longestText} characters in a single cell.`);
    }
    const format = sheet.look(row, column).format;
    if (format === "@") return { v: text };
    if (text.length > 1 && /^[=+]/.test(text) && (text.startsWith("=") || /^\+[A-Z(]/i.test(text))) return { v: null, f: neutralFormula(text.slice(1), this.locale) };
    const taken = takeText(text, this.locale);
    return { v: taken.value, ...(taken.format === undefined || format !== undefined ? {} : { format: taken.format }) };
  }

  /** Puts a picture into a cell; whatever is put there next takes its place. */
  picture(sheet: EngineSheet, row: number, column: number): void {
    this.put(sheet, row, column, { v: null });
    this.pictures.add(`${sheet.id}!${row},${column}`);
  }
  isPicture(sheet: EngineSheet, row: number, column: number): boolean {
    return this.pictures.has(`${sheet.id}!${row},${column}`);
  }
  dropPicture(sheet: EngineSheet, row: number, column: number): void {
    this.pictures.delete(`${sheet.id}!${row},${column}`);
  }

  put(sheet: EngineSheet, row: number, column: number, { v, f, format }: { v: CellValue; f?: string; format?: string }): void {
    this.dropPicture(sheet, row, column);
    const old = sheet.at(row, column)?.s;
    const s = format === undefined ? old : { ...old, format };
    if (v === null && f === undefined && s === undefined) return sheet.put(row, column, undefined);
    sheet.put(row, column, { v, ...(f === undefined ? {} : { f }), ...(s === undefined ? {} : { s }) });
  }

  isDay(sheet: EngineSheet, row: number, column: number): boolean {
    const format = sheet.look(row, column).format;
    return format !== undefined && isDateFormat(format);
  }

  /** What stands behind `=`, as the locale writes it; empty where a cell does not compute. */
  formulaText(sheet: EngineSheet, row: number, column: number): string {
    const f = sheet.at(row, column)?.f;
    return f === undefined ? "" : `=${localFormula(f, this.locale)}`;
  }

  /** Changes the locale. Numbers and formulas stay; they are shown and read back in the new one. */
  setLocale(id: string): void {
    this.locale = localeOf(id);
    this.touch();
  }

  checkAt(sheet: EngineSheet, row: number, column: number): Check | null {
    const on = { row, column, rows: 1, columns: 1 };
    return this.extra(sheet).checks.find(({ area }) => overlaps(area, on)) ?? null;
  }

  setCheck(sheet: EngineSheet, area: Area, rule: Check["rule"] | null): void {
    const extra = this.extra(sheet);
    const kept = extra.checks.flatMap((check) =>
      overlaps(check.area, area) ? areaWithout(check.area, area).map((part) => movedCheck(check, part)) : [check],
    );
    extra.checks = rule === null ? kept : [...kept, { area, rule }];
  }

  /** The book as plain data, computed: cells, looks, and of the rest what a workbook can say. */
  workbook(): Workbook {
    this.engine.settle();
    const plain = this.engine.workbook();
    const sheets = plain.sheets.map((sheet, index): Sheet => {
      const own = this.engine.sheets[index]!;
      const { checks, colourings, guards } = this.extra(own);
      const guard = guards.find(({ area }) => area === null);
      const nameOf = (id: number): string => this.sheetById(id)?.name ?? "#REF!";
      return {
        ...sheet,
        cells: opened(sheet.cells, guard?.open ?? []),
        validations: checks.flatMap(({ area, rule }) => {
          const check = validationOf(rule, nameOf);
          return check === null ? [] : [{ area, rule: check }];
        }),
        conditionals: colourings.flatMap((one) => (one.kind === "formula" ? conditionals(one) : [])),
        scales: colourings.flatMap((one) =>
          one.kind === "gradient" ? one.areas.map((area) => ({ area, low: one.low, high: one.high })) : []),
        ...(guard === undefined ? {} : { protection: { formatColumns: false, formatRows: false, filter: false, sort: false } }),
      };
    });
    return { ...plain, sheets };
  }
}

const spelled = (book: Workbook, locale: Locale): Workbook => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cut) =>
      cut?.map((cell) => (cell?.f === undefined ? cell : { ...cell, f: spelledFormula(cell.f, locale) }))),
  })),
});

/** Cells with the formulas that were not read as they were typed, and the open ones unlocked. */
function opened(cells: Sheet["cells"], open: readonly Area[]): Sheet["cells"] {
  const next = cells.map((cut) => Array.from(cut ?? []).map((cell) =>
    cell?.f !== undefined && isUnread(cell.f) ? { ...cell, f: cell.f.slice(1) } : cell));
  for (const { row, column, rows, columns } of open) {
    for (let i = row; i < row + rows; i++) {
      while (next.length <= i) next.push([]);
      const cut = next[i]!;
      while (cut.length < column + columns) cut.push(undefined);
      for (let j = column; j < column + columns; j++) cut[j] = { v: null, ...cut[j], s: { ...cut[j]?.s, locked: false } };
    }
  }
  return next;
}

/** A rule whose formula is written for the area's first cell, on a part of the area. */
function movedCheck({ area, rule }: Check, part: Area): Check {
  if (rule.criteria.kind !== "CUSTOM_FORMULA") return { area: part, rule };
  const formula = shiftFormula(rule.criteria.formula, part.row - area.row, part.column - area.column);
  return { area: part, rule: { ...rule, criteria: { kind: "CUSTOM_FORMULA", formula } } };
}

function conditionals({ areas, formula, style }: Colouring & { kind: "formula" }): Conditional[] {
  const [first] = areas;
  return areas.map((area) => ({
    area, style, formula: shiftFormula(formula, area.row - first!.row, area.column - first!.column),
  }));
}

/** `Sheet!A1:B2`, for messages. */
export const placeName = (sheet: EngineSheet, area: Area): string => `${sheet.name}!${areaName(area)}`;
