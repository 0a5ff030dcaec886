/// <reference types="google-apps-script" />
import type { Area } from "../../../core/sheet/address";
import type { EngineSheet } from "../engine-sheet";
import { FakeRange } from "./fake-range";
import { strict } from "./strict";
import type { World } from "./world";

type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** Several ranges of a sheet that are told the same in one call. */
export class FakeRangeList
  implements Pick<RangeList,
    | "getRanges" | "setBackground" | "setFontColor" | "setFontWeight" | "setFontStyle" | "setFontLine" | "setFontSize"
    | "setHorizontalAlignment" | "setVerticalAlignment" | "setWrap" | "setWrapStrategy" | "setNumberFormat" | "setBorder"
    | "clear" | "clearContent" | "clearFormat" | "clearDataValidations" | "breakApart" | "setValue" | "activate"> {
  readonly self: RangeList;
  private readonly ranges: readonly FakeRange[];

  constructor(private readonly world: World, sheet: EngineSheet, areas: readonly Area[]) {
    this.ranges = areas.map((area) => new FakeRange(world, sheet, area));
    this.self = strict<RangeList>("RangeList", this, world);
  }
  private readonly each = (tell: (range: FakeRange) => unknown): RangeList => {
    for (const { sheet, area } of this.ranges) this.world.book.mayEdit(sheet, area);
    for (const range of this.ranges) tell(range);
    return this.self;
  };
  getRanges(): GoogleAppsScript.Spreadsheet.Range[] {
    return this.ranges.map(({ self }) => self);
  }
  setBackground(color: string | null): RangeList {
    return this.each((range) => range.setBackground(color));
  }
  setFontColor(color: string | null): RangeList {
    return this.each((range) => range.setFontColor(color));
  }
  setFontWeight(weight: GoogleAppsScript.Spreadsheet.FontWeight | null): RangeList {
    return this.each((range) => range.setFontWeight(weight));
  }
  setFontStyle(style: GoogleAppsScript.Spreadsheet.FontStyle | null): RangeList {
    return this.each((range) => range.setFontStyle(style));
  }
  setFontLine(line: GoogleAppsScript.Spreadsheet.FontLine | null): RangeList {
    return this.each((range) => range.setFontLine(line));
  }
  setFontSize(size: number): RangeList {
    return this.each((range) => range.setFontSize(size));
  }
  setHorizontalAlignment(alignment: "left" | "center" | "normal" | "right" | null): RangeList {
    return this.each((range) => range.setHorizontalAlignment(alignment));
  }
  setVerticalAlignment(alignment: "top" | "middle" | "bottom" | null): RangeList {
    return this.each((range) => range.setVerticalAlignment(alignment));
  }
  setWrap(on: boolean): RangeList {
    return this.each((range) => range.setWrap(on));
  }
  setWrapStrategy(strategy: GoogleAppsScript.Spreadsheet.WrapStrategy): RangeList {
    return this.each((range) => range.setWrapStrategy(strategy));
  }
  setNumberFormat(format: string): RangeList {
    return this.each((range) => range.setNumberFormat(format));
  }
  setBorder(
    top: boolean | null, left: boolean | null, bottom: boolean | null, right: boolean | null, vertical: boolean | null,
    horizontal: boolean | null, color?: string | null, style?: GoogleAppsScript.Spreadsheet.BorderStyle | null,
  ): RangeList {
    return this.each((range) => range.setBorder(top, left, bottom, right, vertical, horizontal, color, style));
  }
  setValue(value: unknown): RangeList {
    return this.each((range) => range.setValue(value));
  }
  clear(options?: { commentsOnly?: boolean | undefined; contentsOnly?: boolean | undefined; formatOnly?: boolean | undefined; validationsOnly?: boolean | undefined }): RangeList {
    return this.each((range) => range.clear(options));
  }
  clearContent(): RangeList {
    return this.each((range) => range.clearContent());
  }
  clearFormat(): RangeList {
    return this.each((range) => range.clearFormat());
  }
  clearDataValidations(): RangeList {
    return this.each((range) => range.clearDataValidations());
  }
  breakApart(): RangeList {
    return this.each((range) => range.breakApart());
  }
  activate(): RangeList {
    const last = this.ranges[this.ranges.length - 1]!;
    last.activate();
    return this.self;
  }
}
