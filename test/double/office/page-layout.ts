import type { Print } from "../../../core/sheet/workbook";
import type { EngineSheet } from "../engine-sheet";
import { lacking } from "../look";
import { aNumber, aString, fields, invalid, notImplemented, OfficeObject, oneOf } from "./office-object";
import { wholeRows } from "./places";
import { areaGiven } from "./sheet-parts";
import type { World } from "./world";

const plain: Print = { orientation: "portrait", fitWidth: false };

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
    this.sheet.print = { ...(this.sheet.print ?? plain), ...part };
  }

  get Orientation(): string {
    return this.sheet.print?.orientation === "landscape" ? "Landscape" : "Portrait";
  }
  set Orientation(value: unknown) {
    const landscape = oneOf(value, ["Portrait", "Landscape"], "orientation") === "Landscape";
    this.change({ orientation: landscape ? "landscape" : "portrait" });
  }
  get Zoom(): unknown {
    return this.sheet.print?.fitWidth === true ? { horizontalFitToPages: 1 } : { scale: 100 };
  }
  set Zoom(value: unknown) {
    const { horizontalFitToPages: wide, verticalFitToPages: tall, scale } = fields(value, ["horizontalFitToPages", "verticalFitToPages", "scale"], "zoom");
    if ((scale ?? null) !== null) {
      if (wide !== undefined || tall !== undefined) throw invalid("zoom: scale or pages");
      if (aNumber(scale, "zoom.scale") !== 100) throw notImplemented("zoom.scale other than 100");
      this.change({ fitWidth: false });
      return;
    }
    if ((tall ?? null) !== null || aNumber(wide, "zoom.horizontalFitToPages") !== 1) throw notImplemented("zoom other than one page wide");
    this.change({ fitWidth: true });
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

  private footer(write: readonly ["L" | "C" | "R", string] | null): Record<"L" | "C" | "R", string> {
    const now = sections(this.sheet.print?.footer ?? "");
    if (write === null) return now;
    const text = footerOf({ ...now, [write[0]]: write[1] });
    if (text.length > 255) throw invalid("footer longer than 255 characters");
    const rest = lacking(this.sheet.print ?? plain, "footer");
    this.world.engine.mayWrite(this.sheet, null);
    this.sheet.print = text === "" ? rest : { ...rest, footer: text };
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
