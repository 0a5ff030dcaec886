import { type Area, areaName, sameSheet } from "../../core/sheet/address";
import { type Asked, type Guards, HostError } from "../../core/sheet/host";
import type { Protection, Validation } from "../../core/sheet/workbook";
import { checkFields, checkRead, isHeldFor, type ReadCheck } from "./excel-host-check-read";
import { type BookReader, type KnownSheet, knownSheets, listSheets } from "./excel-host-read";
import { type ExcelRequests, isGone } from "./excel-host-request";

/** The guards of one asked part while their answers come in. */
interface Found {
  protection: Protection | null;
  readonly locked: (boolean | null)[][];
  readonly formats: string[][];
  readonly checks: (Validation | null | "other")[];
  conditionals: string[];
}

/** Something asked of one sheet. `ask` queues it; what that returns puts the answer in its place, and says what is to be asked next. */
interface Question {
  ask(context: Excel.RequestContext): () => readonly Question[] | void;
  /** The same with more questions, where Excel has no answer to this one. */
  readonly careful?: Question;
  /** Two that ask the same together; null where it cannot be less. */
  readonly halves: (() => readonly [Question, Question]) | null;
}

type SheetOf = (context: Excel.RequestContext) => Excel.Worksheet;

function placeProtection({ protected: guarded, options }: Excel.WorksheetProtection, found: Found): void {
  // What nobody allowed may be read as null.
  found.protection = !guarded ? null : {
    formatColumns: options.allowFormatColumns === true, formatRows: options.allowFormatRows === true,
    filter: options.allowAutoFilter === true, sort: options.allowSort === true,
  };
}

const bare = (formula: string): string => formula.replace(/^=/, "");

function aboutSheet(sheetOf: SheetOf, found: Found): Question {
  return {
    halves: null,
    careful: aboutSheetOfAnyFormats(sheetOf, found),
    ask: (context) => {
      const sheet = sheetOf(context);
      const guard = sheet.protection.load("protected,options");
      const formats = sheet.getRange().conditionalFormats.load("items/type,items/customOrNullObject/rule/formula");
      return () => {
        placeProtection(guard, found);
        found.conditionals = formats.items.flatMap(({ type, customOrNullObject }) =>
          type === "Custom" ? [bare(customOrNullObject.rule.formula)] : []);
      };
    },
  };
}

/** A heat map or an icon set has no formula that could be asked for: first the kinds, then the formulas of those that have one. */
function aboutSheetOfAnyFormats(sheetOf: SheetOf, found: Found): Question {
  return {
    halves: null,
    ask: (context) => {
      const sheet = sheetOf(context);
      const guard = sheet.protection.load("protected,options");
      const formats = sheet.getRange().conditionalFormats.load("items/type,items/id");
      return () => {
        placeProtection(guard, found);
        const ids = formats.items.flatMap(({ type, id }) => (type === "Custom" ? [id] : []));
        return ids.length === 0 ? [] : [{
          halves: null,
          ask: (again) => {
            const all = sheetOf(again).getRange().conditionalFormats;
            const rules = ids.map((id) => all.getItem(id).custom.rule.load("formula"));
            return () => void (found.conditionals = rules.map(({ formula }) => bare(formula)));
          },
        }];
      };
    },
  };
}

/** Locks and formats of rows of the asked area, counted from its first. */
function aboutCells(sheetOf: SheetOf, found: Found, area: Area, first: number, rows: number): Question {
  const half = Math.ceil(rows / 2);
  return {
    halves: rows < 2 ? null : () => [
      aboutCells(sheetOf, found, area, first, half),
      aboutCells(sheetOf, found, area, first + half, rows - half),
    ],
    ask: (context) => {
      const range = sheetOf(context).getRangeByIndexes(area.row + first, area.column, rows, area.columns);
      const looks = range.load("numberFormat").getCellProperties({ format: { protection: true } });
      return () => {
        range.numberFormat.forEach((line: unknown[], i) => (found.formats[first + i] = line.map(String)));
        looks.value.forEach((line, i) => {
          found.locked[first + i] = line.map(({ format }) => format?.protection?.locked ?? null);
        });
      };
    },
  };
}

function aboutCheck(sheetOf: SheetOf, found: Found, { sheet, checks }: Asked, index: number): Question {
  const { area, rule } = checks[index]!;
  return {
    halves: null,
    ask: (context) => {
      const check = sheetOf(context).getRange(areaName(area)).dataValidation.load(checkFields);
      return () => {
        const standing = checkRead(check as ReadCheck, sheet);
        found.checks[index] = isHeldFor(standing, rule) ? rule : standing;
      };
    },
  };
}

/** Null where an Excel leaves out what it was asked for. */
const told = (locked: readonly (readonly (boolean | null)[])[]): readonly (readonly boolean[])[] | null =>
  locked.every((line): line is readonly boolean[] => line.every((is) => is !== null)) ? locked : null;

/** Questions until the workbook has the sheets that were asked about. */
const mostTries = 2;

/** Reads what guards sheets: one request, more where Excel's answer would be too large for one. */
export class BookInspector {
  constructor(
    private readonly requests: ExcelRequests,
    private readonly reader: BookReader,
  ) {}

  /** In the order asked; null for a sheet that is not there. */
  async inspect(asked: readonly Asked[]): Promise<readonly (Guards | null)[]> {
    const idsIn = (sheets: readonly KnownSheet[]): (string | undefined)[] =>
      asked.map(({ sheet }) => sheets.find(({ name }) => sameSheet(name, sheet))?.id);
    for (let tries = 0; ; tries++) {
      const ids = idsIn(this.reader.sheets);
      try {
        const found = asked.map((): Found => ({ protection: null, locked: [], formats: [], checks: [], conditionals: [] }));
        await this.answer(asked.flatMap((each, k) => {
          const id = ids[k];
          return id === undefined ? [] : questionsOf(each, id, found[k]!);
        }));
        const now = idsIn(this.reader.sheets);
        if (tries >= mostTries || ids.every((id, k) => id === now[k])) {
          return asked.map(({ sheet }, k) =>
            (ids[k] === undefined || ids[k] !== now[k] ? null : { sheet, ...found[k]!, locked: told(found[k]!.locked) }));
        }
      } catch (error) {
        if (!isGone(error) || tries >= mostTries) throw error;
        this.reader.sheets = knownSheets(await this.requests.send(listSheets));
      }
    }
  }

  /** Puts the answers in their places, and keeps the list of sheets that came with them. */
  private async answer(questions: readonly Question[]): Promise<void> {
    try {
      const { list, places } = await this.requests.send((context) => ({
        list: listSheets(context), places: questions.map((each) => each.ask(context)),
      }));
      this.reader.sheets = knownSheets(list);
      const next = places.flatMap((place) => place() ?? []);
      if (next.length > 0) await this.answer(next);
    } catch (error) {
      if (error instanceof HostError && error.code === "unknown" && questions.some(({ careful }) => careful !== undefined)) {
        return this.answer(questions.map((each) => each.careful ?? each));
      }
      const parts = error instanceof HostError && error.code === "too-big" ? halved(questions) : null;
      if (parts === null) throw error;
      for (const part of parts) await this.answer(part);
    }
  }
}

function questionsOf(asked: Asked, id: string, found: Found): Question[] {
  const sheetOf: SheetOf = ({ workbook }) => workbook.worksheets.getItem(id);
  return [
    aboutSheet(sheetOf, found),
    ...(asked.area.rows * asked.area.columns === 0 ? [] : [aboutCells(sheetOf, found, asked.area, 0, asked.area.rows)]),
    ...asked.checks.map((_, index) => aboutCheck(sheetOf, found, asked, index)),
  ];
}

/** The questions as two lists; null where they cannot be less. */
function halved(questions: readonly Question[]): readonly (readonly Question[])[] | null {
  const [only] = questions;
  if (only === undefined) return null;
  if (questions.length === 1) return only.halves?.().map((half) => [half]) ?? null;
  const middle = Math.ceil(questions.length / 2);
  return [questions.slice(0, middle), questions.slice(middle)];
}
