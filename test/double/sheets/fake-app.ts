/// <reference types="google-apps-script" />
import { borderKinds, colorKinds, sheetKinds, wrapKinds } from "./fake-color";
import { conditionKinds, FakeColouringBuilder, pointKinds } from "./fake-colouring";
import { protectionKinds } from "./fake-protection";
import { FakeValidationBuilder, validationKinds } from "./fake-validation";
import { enumeration, strict } from "./strict";
import type { World } from "./world";

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Visibility = typeof GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility;
type Dimensions = typeof GoogleAppsScript.Spreadsheet.Dimension;

const visibilities = enumeration<Visibility>("DeveloperMetadataVisibility", ["DOCUMENT", "PROJECT"]);
const dimensions = enumeration<Dimensions>("Dimension", ["COLUMNS", "ROWS"]);

export class FakeApp
  implements Pick<App,
    | "BooleanCriteria" | "BorderStyle" | "ColorType" | "DataValidationCriteria" | "DeveloperMetadataVisibility" | "Dimension"
    | "InterpolationType" | "ProtectionType" | "SheetType" | "WrapStrategy" | "flush" | "getActive" | "getActiveRange"
    | "getActiveSheet" | "getActiveSpreadsheet" | "getCurrentCell" | "getUi" | "newConditionalFormatRule"
    | "newDataValidation" | "setActiveRange" | "setActiveSheet" | "setCurrentCell"> {
  readonly self: App;
  constructor(private readonly world: World) {
    this.self = strict<App>("SpreadsheetApp", this, world);
  }
  get BooleanCriteria(): App["BooleanCriteria"] {
    return conditionKinds;
  }
  get BorderStyle(): App["BorderStyle"] {
    return borderKinds;
  }
  get ColorType(): App["ColorType"] {
    return colorKinds;
  }
  get DataValidationCriteria(): App["DataValidationCriteria"] {
    return validationKinds;
  }
  get DeveloperMetadataVisibility(): App["DeveloperMetadataVisibility"] {
    return visibilities;
  }
  get Dimension(): App["Dimension"] {
    return dimensions;
  }
  get InterpolationType(): App["InterpolationType"] {
    return pointKinds;
  }
  get ProtectionType(): App["ProtectionType"] {
    return protectionKinds;
  }
  get SheetType(): App["SheetType"] {
    return sheetKinds;
  }
  get WrapStrategy(): App["WrapStrategy"] {
    return wrapKinds;
  }
  flush(): void {
    this.world.book.engine.settle();
  }
  getActive(): Spreadsheet {
    return this.world.spreadsheet();
  }
  getActiveSpreadsheet(): Spreadsheet {
    return this.world.spreadsheet();
  }
  getActiveSheet(): Sheet {
    return this.world.sheet(this.world.book.engine.active);
  }
  getActiveRange(): Range {
    return this.world.spreadsheet().getActiveRange()!;
  }
  getCurrentCell(): Range {
    return this.world.spreadsheet().getCurrentCell()!;
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }
  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  }
  getUi(): GoogleAppsScript.Base.Ui {
    return this.world.ui();
  }
  newConditionalFormatRule(): GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder {
    return new FakeColouringBuilder(this.world).self;
  }
  newDataValidation(): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
    return new FakeValidationBuilder(this.world).self;
  }
}
