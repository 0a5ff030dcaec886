/// <reference types="google-apps-script" />
import { areaOf } from "./fake-sheet";
import { FakeSheet } from "./fake-sheet";
import { FakeProtection, FakeUser } from "./fake-protection";
import { newGrid } from "./google-book";
import { RangePlace } from "./range-place";
import { fakeOf, Refused, strict } from "./strict";
import type { World } from "./world";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type User = GoogleAppsScript.Base.User;

export class FakeSpreadsheet
  implements Pick<Spreadsheet,
    | "getId" | "getName" | "getUrl" | "getSpreadsheetLocale" | "getSpreadsheetTimeZone" | "getSheets" | "getNumSheets"
    | "getSheetByName" | "getActiveSheet" | "setActiveSheet" | "insertSheet" | "deleteSheet" | "moveActiveSheet"
    | "getCurrentCell" | "getActiveCell" | "getActiveRange" | "setCurrentCell" | "setActiveRange" | "getRange"
    | "getRangeByName" | "getNamedRanges" | "setNamedRange" | "removeNamedRange" | "getProtections" | "toast" | "getOwner"
    | "getEditors" | "addDeveloperMetadata"> {
  readonly self: Spreadsheet;
  constructor(private readonly world: World) {
    this.self = strict<Spreadsheet>("Spreadsheet", this, world);
  }

  getId(): string {
    return "1ScorebookDouble";
  }
  getName(): string {
    return this.world.book.name;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.getId()}/edit`;
  }
  getSpreadsheetLocale(): string {
    return this.world.book.locale.id;
  }
  getSpreadsheetTimeZone(): string {
    return this.world.book.zone;
  }
  getSheets(): Sheet[] {
    return this.world.book.engine.sheets.map((sheet) => this.world.sheet(sheet));
  }
  getNumSheets(): number {
    return this.world.book.engine.sheets.length;
  }
  getSheetByName(name: string): Sheet | null {
    const found = this.world.book.engine.find(name);
    return found === null ? null : this.world.sheet(found);
  }
  getActiveSheet(): Sheet {
    return this.world.sheet(this.world.book.engine.active);
  }
  setActiveSheet(sheet: Sheet): Sheet {
    this.world.activate(fakeOf(FakeSheet, sheet).sheet);
    return sheet;
  }

  insertSheet(first?: unknown, second?: unknown): Sheet {
    const { book } = this.world;
    const name = typeof first === "string" ? first : null;
    const at = typeof first === "number" ? first : typeof second === "number" ? second : null;
    if (typeof first === "object" && first !== null) throw new Error("not faked: a sheet from a template");
    book.mayHold(newGrid.rows * newGrid.columns);
    const sheet = this.world.named(name, () => book.engine.addSheet(name));
    const places = book.engine.sheets.length - 1;
    // Beside the sheet in front where no place is given.
    const place = at ?? book.engine.sheets.indexOf(book.engine.active) + 1;
    if (place < 0 || place > places) throw new Refused("The sheet index is out of bounds.");
    book.engine.moveSheet(sheet, place);
    this.world.activate(sheet);
    return this.world.sheet(sheet);
  }
  deleteSheet(sheet: Sheet): void {
    const { engine } = this.world.book;
    const gone = fakeOf(FakeSheet, sheet).sheet;
    this.world.book.mayEdit(gone, null);
    if (engine.sheets.every((other) => other === gone || other.state !== "visible")) {
      throw new Refused("You can't remove all the visible sheets in a document.");
    }
    engine.deleteSheet(gone);
  }
  moveActiveSheet(place: number): void {
    const { engine } = this.world.book;
    if (!(place >= 1) || place > engine.sheets.length) throw new Refused("The sheet index is out of bounds.");
    engine.moveSheet(engine.active, place - 1);
  }

  getCurrentCell(): Range | null {
    const { sheet, area } = this.world.book.engine.selected;
    return this.world.range(sheet, { row: area.row, column: area.column, rows: 1, columns: 1 });
  }
  getActiveCell(): Range {
    return this.getCurrentCell()!;
  }
  getActiveRange(): Range | null {
    const { sheet, area } = this.world.book.engine.selected;
    return this.world.range(sheet, area);
  }
  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  getRange(name: string): Range {
    const parts = /^(?:(?:'((?:[^']|'')+)'|([^!']+))!)?(.+)$/.exec(name);
    const [, quoted, bare, cells = ""] = parts ?? [];
    const { engine } = this.world.book;
    const title = quoted?.replace(/''/g, "'") ?? bare;
    const sheet = title === undefined ? engine.active : engine.find(title);
    const area = sheet === null ? null : areaOf(cells, this.world.book.extra(sheet));
    if (sheet === null || area === null) throw new Refused(`Range not found`);
    return this.world.range(sheet, area);
  }
  getRangeByName(name: string): Range | null {
    const found = this.world.book.names.get(name);
    const sheet = found === undefined ? null : this.world.book.sheetById(found.sheet);
    return found === undefined || sheet === null ? null : this.world.range(sheet, found.area);
  }
  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return [...this.world.book.names.keys()].map((name) => this.world.namedRange(name));
  }
  setNamedRange(name: string, range: Range): void {
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || /^(?:[A-Z]{1,3}\d+|R\d*C\d*|TRUE|FALSE)$/i.test(name)) {
      throw new Refused("The name of the range is invalid.");
    }
    const { sheet, area } = fakeOf(RangePlace, range);
    this.world.book.names.set(name, { sheet: sheet.id, area });
  }
  removeNamedRange(name: string): void {
    if (!this.world.book.names.delete(name)) throw new Refused(`The named range "${name}" does not exist.`);
  }
  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
    const whole = String(type) === "SHEET";
    return this.world.book.engine.sheets.flatMap((sheet) =>
      this.world.book.extra(sheet).guards
        .filter(({ area }) => (area === null) === whole)
        .map((guard) => new FakeProtection(this.world, sheet, guard).self));
  }
  toast(message: string): void {
    this.world.said.push(message);
  }
  getOwner(): User | null {
    return new FakeUser(this.world, this.world.book.people[0]!).self;
  }
  getEditors(): User[] {
    return this.world.book.people.map((email) => new FakeUser(this.world, email).self);
  }
  addDeveloperMetadata(key: string, value?: unknown): Spreadsheet {
    this.world.book.metadata.push({ key, value: typeof value === "string" ? value : "", sheet: null });
    return this.self;
  }
}
