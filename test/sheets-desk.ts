import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { cellName } from "../core/sheet/address";
import type { Language } from "../core/sheet/snapshot";
import { pixelsOfWidth } from "../core/sheet/width";
import type { Cell, Sheet, Validation, Workbook } from "../core/sheet/workbook";
import { Server, type Runner } from "../sheets-addon/sidebar/server";
import { SheetsHost } from "../sheets-addon/sidebar/sheets-host";
import { lacking } from "./double/look";
import { ironCalculate } from "./double/iron-calc";
import { type BookOptions, GoogleBook } from "./double/sheets/google-book";
import { Person } from "./double/sheets/person";
import { type Built, Project, readBuilt } from "./double/sheets/project";
import { type Rule, ruleOf } from "./double/sheets/rule";
import { scriptRun, type RunOptions } from "./double/sheets/script-run";
import type { WorldOptions } from "./double/sheets/world";

const root = join(__dirname, "..");
let built: Built | null = null;

/** What `clasp push` would take, built where its sources changed, or as the folder that `SHEETS_BUILT` names holds it. */
export function builtSheets(): Built {
  if (built === null) {
    const given = process.env["SHEETS_BUILT"];
    const script = join(root, "excel-addin/build.mjs");
    if (given === undefined) execFileSync(process.execPath, [script, "--of=sheets"], { stdio: ["ignore", "ignore", "inherit"] });
    built = readBuilt(given ?? join(root, "dist", "sheets"));
  }
  return built;
}

export interface SheetsDesk {
  readonly book: GoogleBook;
  readonly project: Project;
  readonly host: SheetsHost;
  readonly server: Server;
  readonly person: Person;
}

/** A spreadsheet in the double, with the built script on it and the sidebar's host before it. */
export function openSheets(options: BookOptions & { readonly run?: RunOptions; readonly world?: WorldOptions } = {}): SheetsDesk {
  const { run = {}, world = {}, ...rest } = options;
  const book = new GoogleBook({ calculate: ironCalculate, ...rest });
  const project = new Project(book, builtSheets(), world);
  const server = new Server(() => scriptRun(project, run) as unknown as Runner);
  const language = (): Language => "vi";
  if (rest.own === true && rest.workbook !== undefined) ownRules(book, rest.workbook);
  return { book, project, server, host: new SheetsHost(server, language), person: new Person(book) };
}

/** Rules as the server writes them: with all their words, and by formula what only a formula can say. */
function ownRules(book: GoogleBook, { sheets }: Workbook): void {
  sheets.forEach(({ validations }, index) => {
    for (const { area, rule } of validations) {
      const sheet = book.engine.sheets[index]!;
      if (rule.kind !== "whole" && rule.kind !== "length") {
        const plain = ruleOf(rule, (name) => book.engine.find(name)?.id ?? null);
        if (plain !== null) book.setCheck(sheet, area, { ...plain, help: said(rule) });
        continue;
      }
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          const at = cellName(row, column);
          const formula = rule.kind === "length" ? "TRUE()"
            : `IFERROR(AND(ISNUMBER(${at}),${at}=INT(${at}),${at}>=${rule.min},${at}<=${rule.max}),FALSE())`;
          const check: Rule = { criteria: { kind: "CUSTOM_FORMULA", formula }, allowInvalid: false, help: said(rule) };
          book.setCheck(sheet, { row, column, rows: 1, columns: 1 }, check);
        }
      }
    }
  });
}

const wholeRule = /^IFERROR\(AND\(ISNUMBER\((\$?[A-Z]+\$?\d+)\),\1=INT\(\1\),\1>=(-?\d+),\1<=(\d+)\),FALSE\(\)\)$/;

/** A rule by formula as what it stands for; null where it is none that the server writes. */
function checkOf({ criteria, help }: Rule): Validation | null {
  if (criteria.kind !== "CUSTOM_FORMULA") return null;
  const words = { prompt: { title: "", text: help }, error: { title: "", text: help }, allowBlank: true };
  const whole = wholeRule.exec(criteria.formula);
  if (whole !== null) return { ...words, kind: "whole", min: Number(whole[2]), max: Number(whole[3]) };
  return criteria.formula === "TRUE()" ? { ...words, kind: "length", max: 0 } : null;
}

/** An error that somebody typed: a script cannot tell it from its text. */
const errorAsText = (cell: Cell | undefined): Cell | undefined =>
  cell !== undefined && cell.f === undefined && typeof cell.v === "object" && cell.v !== null ? { ...cell, v: cell.v.error } : cell;

/** The book with the rules that stand for another kind, and error constants as the texts that a script reads. */
export function workbookIn(book: GoogleBook): Workbook {
  const plain = book.workbook();
  return {
    ...plain,
    sheets: plain.sheets.map((sheet, index): Sheet => {
      const { checks } = book.extra(book.engine.sheets[index]!);
      return {
        ...sheet,
        cells: sheet.cells.map((cut) => cut?.map(errorAsText)),
        validations: [
          ...sheet.validations,
          ...checks.flatMap(({ area, rule }) => {
            const check = checkOf(rule);
            return check === null ? [] : [{ area, rule: check }];
          }),
        ],
      };
    }),
  };
}

const said = ({ brief, prompt, error }: Validation): string =>
  brief ?? [prompt.title, prompt.text === "" ? error.text : prompt.text].filter((text) => text !== "").join(". ");

/** Fewer frozen rows and columns where the edge would cut a merged cell. */
function unmerged({ rows, columns }: NonNullable<Sheet["freeze"]>, merges: Sheet["merges"]): NonNullable<Sheet["freeze"]> {
  const cuts = (at: number, start: number, size: number): boolean => start < at && at < start + size;
  let free = { rows, columns };
  while (merges.some((merge) => cuts(free.columns, merge.column, merge.columns))) free = { ...free, columns: free.columns - 1 };
  while (merges.some((merge) => cuts(free.rows, merge.row, merge.rows))) free = { ...free, rows: free.rows - 1 };
  return free;
}

/**
 * A sheet without what Google Sheets has no place for: what a protection allows, open cells of an unprotected sheet,
 * indents, printed pages, deep hiding, typed errors, a check's title and second text, limits of length, quarters of a point, a frozen edge
 * through a merged cell.
 */
export function asInSheets(sheet: Sheet): Sheet {
  const isGuarded = sheet.protection !== undefined;
  return {
    ...lacking(sheet, "protection", "print"),
    state: sheet.state === "veryHidden" ? "hidden" : sheet.state,
    cells: sheet.cells.map((cut) => Array.from(cut ?? []).map(errorAsText).map((cell) => {
      if (cell?.s === undefined) return cell;
      const s: { format?: string } = lacking(cell.s, "indent", "locked");
      // A number or a formula would become text in a cell for text.
      if (s.format === "@" && (typeof cell.v !== "string" || cell.f !== undefined) && cell.v !== null) delete s.format;
      return { ...cell, s: { ...s, ...(isGuarded && cell.s.locked === false ? { locked: false } : {}) } };
    })),
    ...(sheet.freeze === undefined ? {} : { freeze: unmerged(sheet.freeze, sheet.merges) }),
    columns: Array.from(sheet.columns).map((column) =>
      column?.width === undefined ? column : { ...column, width: pixelsOfWidth(column.width) / 7 }),
    rows: Array.from(sheet.rows).map((row) =>
      row?.height === undefined ? row : { ...row, height: Math.round(Math.max(21, (row.height * 4) / 3)) * 0.75 }),
    validations: sheet.validations.map(({ area, rule }) => ({
      area,
      rule: {
        ...rule, prompt: { title: "", text: said(rule) }, error: { title: "", text: "" }, allowBlank: true,
        ...(rule.kind === "length" ? { max: 0 } : {}),
      },
    })),
    ...(isGuarded ? { protection: { formatColumns: false, formatRows: false, filter: false, sort: false } } : {}),
  };
}


/** The same where rows differ in many ways: their heights are left to Sheets, which fits them to their texts. */
export const fitted = (sheet: Sheet): Sheet => {
  const known = asInSheets(sheet);
  return { ...known, rows: Array.from(known.rows).map((row) => row && lacking(row, "height")) };
};
