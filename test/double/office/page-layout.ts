import type { Print } from "../../../core/sheet/workbook";
import type { EngineSheet } from "../engine-sheet";
import { lacking } from "../look";
import { whole } from "../sheet-engine";
import { aNumber, aString, fields, invalid, notImplemented, OfficeObject, oneOf } from "./office-object";
import { wholeColumns, wholeRows } from "./places";
import { RangeAreasObject } from "./range-areas";
import { RangeObject } from "./range-object";
import { areaGiven } from "./sheet-parts";
import type { World } from "./world";

/** How a sheet prints that nobody set up. */
export const plainPrint: Print = { orientation: "portrait", fitWidth: false };

/** A few of the sizes that Excel knows. No workbook of ours tells the size. */
const paperSizes = ["Letter", "Legal", "A3", "A4", "A5", "B4", "B5"];
const papers = new WeakMap<EngineSheet, string>();

/** The sections of a footer as a file holds it; text before any `&L`, `&C`, `&R` stands in the middle. */
function sections(footer: string): Record<"L" | "C" | "R", string> {
  const found = { L: "", C: "", R: "" };
  const [middle = "", ...rest] = footer.split(/(?=&[LCR])/);
  for (const part of /^&[LCR]/.test(middle) ? [middle, ...rest] : [`&C${middle}`, ...rest]) {
    found[part[1] as "L" | "C" | "R"] = part.slice(2);
  }
  return found;
}

function footerOf({ L, C, R }: Record<"L" | "C" | "R", string>): string {
  if (L === "" && R === "") return C;
  return (L === "" ? "" : `&L${L}`) + (C === "" ? "" : `&C${C}`) + (R === "" ? "" : `&R${R}`);
}

export class PageLayoutObject extends OfficeObject {
  readonly kind = "PageLayout";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
  ) {
    super();
  }

  private change(part: Partial<Print>): void {
    this.world.engine.mayWrite(this.sheet, null);
    this.sheet.print = { ...(this.sheet.print ?? plainPrint), ...part };
  }

  private replace(gone: "scale" | "footer", part: Partial<Print>): void {
    this.world.engine.mayWrite(this.sheet, null);
    this.sheet.print = { ...lacking(this.sheet.print ?? plainPrint, gone), ...part };
  }

  get Orientation(): string {
    return this.sheet.print?.orientation === "landscape" ? "Landscape" : "Portrait";
  }
  set Orientation(value: unknown) {
    const landscape = oneOf(value, ["Portrait", "Landscape"], "orientation") === "Landscape";
    this.change({ orientation: landscape ? "landscape" : "portrait" });
  }
  get Zoom(): unknown {
    const { fitWidth = false, scale = 100 } = this.sheet.print ?? {};
    return fitWidth ? { horizontalFitToPages: 1 } : { scale };
  }
  set Zoom(value: unknown) {
    const given = fields(value, ["horizontalFitToPages", "verticalFitToPages", "scale"], "zoom");
    const { horizontalFitToPages: wide, verticalFitToPages: tall, scale } = given;
    if ((scale ?? null) !== null) {
      if ((wide ?? tall ?? null) !== null) throw invalid("zoom: scale or pages");
      const percent = aNumber(scale, "zoom.scale");
      if (!Number.isInteger(percent) || percent < 10 || percent > 400) throw invalid("zoom.scale");
      this.replace("scale", { fitWidth: false, ...(percent === 100 ? {} : { scale: percent }) });
      return;
    }
    if ((tall ?? null) !== null || aNumber(wide, "zoom.horizontalFitToPages") !== 1) {
      throw notImplemented("zoom other than one page wide");
    }
    this.replace("scale", { fitWidth: true });
  }
  get PaperSize(): string {
    return papers.get(this.sheet) ?? "Letter";
  }
  set PaperSize(value: unknown) {
    const paper = oneOf(value, paperSizes, "paperSize");
    this.change({});
    papers.set(this.sheet, paper);
  }
  get HeadersFooters(): OfficeObject {
    return new HeadersFootersObject((write) => this.footer(write));
  }
  SetPrintArea(area: unknown): void {
    this.change({ area: areaGiven(area, this.sheet, "printArea") });
  }
  SetPrintTitleRows(rows: unknown): void {
    const area = areaGiven(rows, this.sheet, "printTitleRows");
    if (!wholeRows(area)) throw invalid("printTitleRows");
    this.change({ repeat: [area.row, area.row + area.rows - 1] });
  }

  SetPrintTitleColumns(columns: unknown): void {
    const area = areaGiven(columns, this.sheet, "printTitleColumns");
    if (!wholeColumns(area)) throw invalid("printTitleColumns");
    this.change({ repeatColumns: [area.column, area.column + area.columns - 1] });
  }
  GetPrintAreaOrNullObject(): OfficeObject | null {
    const area = this.sheet.print?.area;
    return area === undefined ? null : new RangeAreasObject(this.world, this.sheet, [area]);
  }
  GetPrintTitleRowsOrNullObject(): OfficeObject | null {
    const rows = this.sheet.print?.repeat;
    if (rows === undefined) return null;
    const area = { row: rows[0], column: 0, rows: rows[1] - rows[0] + 1, columns: whole.columns };
    return new RangeObject(this.world, this.sheet, area);
  }
  GetPrintTitleColumnsOrNullObject(): OfficeObject | null {
    const columns = this.sheet.print?.repeatColumns;
    if (columns === undefined) return null;
    const area = { row: 0, column: columns[0], rows: whole.rows, columns: columns[1] - columns[0] + 1 };
    return new RangeObject(this.world, this.sheet, area);
  }

  private footer(write: readonly ["L" | "C" | "R", string] | null): Record<"L" | "C" | "R", string> {
    const now = sections(this.sheet.print?.footer ?? "");
    if (write === null) return now;
    const text = footerOf({ ...now, [write[0]]: write[1] });
    if (text.length > 255) throw invalid("footer longer than 255 characters");
    this.replace("footer", text === "" ? {} : { footer: text });
    return sections(text);
  }
}

type Footer = (write: readonly ["L" | "C" | "R", string] | null) => Record<"L" | "C" | "R", string>;

class HeadersFootersObject extends OfficeObject {
  readonly kind = "HeaderFooterGroup";

  constructor(private readonly footer: Footer) {
    super();
  }

  get State(): string {
    return "Default";
  }
  get DefaultForAllPages(): OfficeObject {
    return new HeaderFooterObject(this.footer);
  }
}

class HeaderFooterObject extends OfficeObject {
  readonly kind = "HeaderFooter";

  constructor(private readonly footer: Footer) {
    super();
  }

  get LeftFooter(): string {
    return this.footer(null).L;
  }
  set LeftFooter(value: unknown) {
    this.footer(["L", aString(value, "leftFooter")]);
  }
  get CenterFooter(): string {
    return this.footer(null).C;
  }
  set CenterFooter(value: unknown) {
    this.footer(["C", aString(value, "centerFooter")]);
  }
  get RightFooter(): string {
    return this.footer(null).R;
  }
  set RightFooter(value: unknown) {
    this.footer(["R", aString(value, "rightFooter")]);
  }
}
