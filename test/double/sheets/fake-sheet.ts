/// <reference types="google-apps-script" />
import { parseAreaName, parseCellName } from "../../../core/sheet/address";
import type { Area } from "../../../core/sheet/address";
import { FakeChart, FakeChartBuilder } from "./fake-chart";
import { FakeColouring } from "./fake-colouring";
import { colourText } from "./look-fields";
import { FakeProtection } from "./fake-protection";
import { FakeRangeList } from "./fake-range-list";
import { SheetGrid } from "./sheet-grid";
import { fakeOf, Refused } from "./strict";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** `A1:B2`, `A:C` or `2:5` within a grid; null where the text names nothing. */
export function areaOf(text: string, grid: { readonly rows: number; readonly columns: number }): Area | null {
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text);
  if (columns !== null) {
    const [from, to] = [parseCellName(`${columns[1]}1`)!.column, parseCellName(`${columns[2]}1`)!.column];
    return { row: 0, column: Math.min(from, to), rows: grid.rows, columns: Math.abs(to - from) + 1 };
  }
  const rows = /^\$?([1-9]\d*):\$?([1-9]\d*)$/.exec(text);
  if (rows !== null) {
    const [from, to] = [Number(rows[1]) - 1, Number(rows[2]) - 1];
    return { row: Math.min(from, to), column: 0, rows: Math.abs(to - from) + 1, columns: grid.columns };
  }
  return parseAreaName(text);
}

export class FakeSheet extends SheetGrid
  implements Pick<Sheet,
    | "getName" | "getSheetName" | "setName" | "getSheetId" | "getIndex" | "getParent" | "getType" | "activate" | "getRange"
    | "getRangeList" | "getDataRange" | "hideSheet" | "showSheet" | "isSheetHidden" | "setTabColor" | "getTabColor"
    | "setConditionalFormatRules" | "getConditionalFormatRules" | "clearConditionalFormatRules" | "protect"
    | "getProtections" | "getFilter" | "clear" | "clearContents" | "clearFormats" | "addDeveloperMetadata"
    | "newChart" | "insertChart" | "getCharts" | "removeChart" | "clearNotes"
    | "getActiveCell" | "getCurrentCell" | "getActiveRange" | "setActiveRange" | "setCurrentCell"> {

  getName(): string {
    return this.sheet.name;
  }
  getSheetName(): string {
    return this.sheet.name;
  }
  setName(name: string): Sheet {
    this.world.book.mayEdit(this.sheet, null);
    this.world.named(name, () => this.world.book.engine.rename(this.sheet, name));
    return this.self;
  }
  getSheetId(): number {
    return this.world.gridId(this.sheet);
  }
  getIndex(): number {
    return this.world.book.engine.sheets.indexOf(this.sheet) + 1;
  }
  getParent(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return this.world.spreadsheet();
  }
  getType(): GoogleAppsScript.Spreadsheet.SheetType {
    return this.world.app.SheetType.GRID;
  }
  activate(): Sheet {
    this.world.activate(this.sheet);
    return this.self;
  }

  getRange(first: number | string, column?: number, rows = 1, columns = 1): Range {
    if (typeof first === "string") {
      const area = areaOf(first.replace(/^.*!/, ""), this.extra());
      if (area === null) throw new Refused(`Range not found`);
      return this.world.range(this.sheet, area);
    }
    if ([first, column, rows, columns].some((number) => typeof number !== "number" || !Number.isFinite(number))) {
      throw new Refused("The parameters don't match the method signature for SpreadsheetApp.Sheet.getRange.");
    }
    return this.world.range(this.sheet, { row: first - 1, column: column! - 1, rows, columns });
  }
  getRangeList(names: string[]): GoogleAppsScript.Spreadsheet.RangeList {
    if (names.length === 0) throw new Refused("The range list must contain at least one range.");
    const areas = names.map((name) => areaOf(name, this.extra()));
    if (areas.some((area) => area === null)) throw new Refused("Range not found");
    return new FakeRangeList(this.world, this.sheet, areas.map((area) => area!)).self;
  }
  getDataRange(): Range {
    const used = this.held();
    return this.world.range(this.sheet, { row: 0, column: 0, rows: Math.max(1, used.rows), columns: Math.max(1, used.columns) });
  }
  getActiveCell(): Range {
    return this.getCurrentCell()!;
  }
  getCurrentCell(): Range | null {
    const { sheet, area } = this.world.book.engine.selected;
    const at = sheet === this.sheet ? area : { row: 0, column: 0 };
    return this.world.range(this.sheet, { row: at.row, column: at.column, rows: 1, columns: 1 });
  }
  getActiveRange(): Range | null {
    const { sheet, area } = this.world.book.engine.selected;
    return sheet === this.sheet ? this.world.range(sheet, area) : this.getCurrentCell();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  }

  hideSheet(): Sheet {
    const { engine } = this.world.book;
    this.world.book.mayEdit(this.sheet, null);
    if (engine.sheets.every((other) => other === this.sheet || other.state !== "visible")) {
      throw new Refused("You can't hide all the sheets in a document.");
    }
    engine.setState(this.sheet, "hidden");
    return this.self;
  }
  showSheet(): Sheet {
    this.world.book.engine.setState(this.sheet, "visible");
    return this.self;
  }
  isSheetHidden(): boolean {
    return this.sheet.state !== "visible";
  }
  setTabColor(color: string | null): Sheet {
    if (color !== null && !/^#[0-9a-f]{6}$/i.test(color)) throw new Refused("Invalid argument: color");
    this.sheet.tab = color === null ? null : color.slice(1).toUpperCase();
    return this.self;
  }
  getTabColor(): string | null {
    return this.sheet.tab === null ? null : colourText(this.sheet.tab);
  }

  setConditionalFormatRules(rules: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]): void {
    this.world.book.mayEdit(this.sheet, null);
    const fakes = rules.map((rule) => fakeOf(FakeColouring, rule));
    if (fakes.some(({ sheet }) => sheet !== this.sheet)) throw new Refused("A conditional format rule's ranges must be on this sheet.");
    this.extra().colourings = fakes.map(({ colouring }) => colouring);
  }
  getConditionalFormatRules(): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
    return this.extra().colourings.map((one) => new FakeColouring(this.world, this.sheet, one).self);
  }
  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }

  protect(): GoogleAppsScript.Spreadsheet.Protection {
    return this.world.protect(this.sheet, null);
  }
  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
    const whole = String(type) === "SHEET";
    return this.extra()
      .guards.filter(({ area }) => (area === null) === whole)
      .map((guard) => new FakeProtection(this.world, this.sheet, guard).self);
  }
  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    return this.sheet.filter === null ? null : this.world.filter(this.sheet);
  }

  newChart(): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
    return new FakeChartBuilder(this.world, this.sheet).self;
  }
  insertChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    this.world.book.mayEdit(this.sheet, null);
    const { drawn, id } = fakeOf(FakeChart, chart);
    if (id !== null) throw new Refused("The chart stands on a sheet already.");
    this.sheet.attached.chart(drawn);
  }
  getCharts(): GoogleAppsScript.Spreadsheet.EmbeddedChart[] {
    return this.sheet.attached.charts.map(({ id, ...drawn }) => new FakeChart(this.world, this.sheet, drawn, id).self);
  }
  removeChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    this.world.book.mayEdit(this.sheet, null);
    const { id } = fakeOf(FakeChart, chart);
    if (id !== null) this.sheet.attached.dropChart(id);
  }

  private readonly all = (): Range => {
    const { rows, columns } = this.extra();
    return this.world.range(this.sheet, { row: 0, column: 0, rows, columns });
  };
  clear(): Sheet {
    this.all().clear();
    return this.self;
  }
  clearNotes(): Sheet {
    this.all().clearNote();
    return this.self;
  }
  clearContents(): Sheet {
    this.all().clearContent();
    return this.self;
  }
  clearFormats(): Sheet {
    this.all().clearFormat();
    return this.self;
  }
  addDeveloperMetadata(key: string, value?: unknown): Sheet {
    this.world.book.metadata.push({ key, value: typeof value === "string" ? value : "", sheet: this.sheet.id });
    return this.self;
  }
}
