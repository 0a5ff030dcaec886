import { type Address, parseCellName } from "../../../core/sheet/address";
import type { EngineSheet } from "../engine-sheet";
import { type GoogleBook, newGrid } from "./google-book";
import { violated } from "./judge";
import { Refused } from "./strict";

/** Cells of a clipboard's text: tabs between columns, quotes around cells of several lines. */
export function clipboardCells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    rows[rows.length - 1]!.push(quoted?.replace(/""/g, '"') ?? plain ?? "");
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows;
}

/** Somebody before the sheet. What Sheets refuses comes back as its words; null means that it was taken. */
export class Person {
  constructor(private readonly book: GoogleBook, readonly email: string = book.people[0]!) {}

  private sheet(name: string): EngineSheet {
    const sheet = this.book.engine.find(name);
    if (sheet === null) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  private as(act: () => void): string | null {
    const before = this.book.user;
    this.book.user = this.email;
    try {
      act();
      return null;
    } catch (error) {
      if (error instanceof Refused) return error.message;
      throw error;
    } finally {
      this.book.user = before;
    }
  }

  select(at: Address): void {
    const sheet = this.sheet(at.sheet);
    this.book.engine.select(sheet, { row: at.row, column: at.column, rows: 1, columns: 1 });
  }

  /** Types into a cell: read by the spreadsheet's locale, held to its rule and its protection. */
  type(name: string, cell: string, text: string): string | null {
    const sheet = this.sheet(name);
    const { row, column } = parseCellName(cell)!;
    return this.as(() => {
      this.book.mayEdit(sheet, { row, column, rows: 1, columns: 1 });
      this.select({ sheet: name, row, column });
      const content = this.book.take(sheet, row, column, text);
      const against = violated(this.book, sheet, row, column, content);
      if (against !== null) throw new Refused(against);
      this.book.put(sheet, row, column, content);
      this.book.touch();
    });
  }

  /** Chooses from a dropdown. */
  pick(name: string, cell: string, member: string): string | null {
    const { row, column } = parseCellName(cell)!;
    const criteria = this.book.checkAt(this.sheet(name), row, column)?.rule.criteria;
    if (criteria === undefined || !("dropdown" in criteria) || !criteria.dropdown) throw new Error(`no dropdown in ${name}!${cell}`);
    return this.type(name, cell, member);
  }

  /** Pastes text from elsewhere. The grid grows for it; what breaks a rule is let in and marked. */
  paste(name: string, cell: string, text: string): string | null {
    const sheet = this.sheet(name);
    const { row, column } = parseCellName(cell)!;
    const cells = clipboardCells(text);
    const columns = Math.max(...cells.map((line) => line.length));
    return this.as(() => {
      this.book.mayEdit(sheet, { row, column, rows: cells.length, columns });
      const extra = this.book.extra(sheet);
      extra.rows = Math.max(extra.rows, row + cells.length);
      extra.columns = Math.max(extra.columns, column + columns);
      cells.forEach((line, i) => line.forEach((part, j) =>
        this.book.put(sheet, row + i, column + j, this.book.take(sheet, row + i, column + j, part))));
      this.book.touch();
      this.select({ sheet: name, row, column });
    });
  }

  /** Begins a discussion on a cell, which no script can see. */
  comment(name: string, cell: string, text: string): void {
    const { row, column } = parseCellName(cell)!;
    this.sheet(name).attached.remark({ kind: "comment", row, column, text, author: this.email });
  }

  addSheet(name: string): void {
    this.book.mayHold(newGrid.rows * newGrid.columns);
    this.book.engine.activate(this.book.engine.addSheet(name));
  }
}
