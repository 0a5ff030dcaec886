/// <reference types="google-apps-script" />
import { areaName } from "../../../core/sheet/address";
import { overlaps } from "../../../core/sheet/apply";
import { within } from "../sheet-areas";
import { FakeValidation } from "./fake-validation";
import { RangeLooks } from "./range-looks";
import type { Rule } from "./rule";
import { fakeOf, Refused } from "./strict";

type Range = GoogleAppsScript.Spreadsheet.Range;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type Clear = {
  commentsOnly?: boolean | undefined; contentsOnly?: boolean | undefined; formatOnly?: boolean | undefined;
  validationsOnly?: boolean | undefined; skipFilteredRows?: boolean | undefined;
};

export class FakeRange extends RangeLooks
  implements Pick<Range,
    | "getDataValidation" | "getDataValidations" | "setDataValidation" | "setDataValidations" | "clearDataValidations"
    | "merge" | "breakApart" | "getMergedRanges" | "isPartOfMerge" | "clear" | "createFilter" | "getFilter" | "protect"
    | "getNote" | "getNotes" | "setNote" | "setNotes" | "clearNote"> {

  getDataValidations(): (DataValidation | null)[][] {
    return this.grid((row, column) => {
      const check = this.world.book.checkAt(this.sheet, row, column);
      return check === null ? null : new FakeValidation(this.world, check.rule).self;
    });
  }
  getDataValidation(): DataValidation | null {
    return this.getDataValidations()[0]![0]!;
  }
  setDataValidation(rule: DataValidation | null): Range {
    this.mayEdit();
    this.world.book.setCheck(this.sheet, this.area, rule === null ? null : fakeOf(FakeValidation, rule).rule);
    return this.self;
  }
  setDataValidations(rules: (DataValidation | null)[][]): Range {
    this.mayEdit();
    const block = this.sized(rules).map((line) =>
      line.map((rule): Rule | null => (rule === null ? null : fakeOf(FakeValidation, rule).rule)));
    const { book } = this.world;
    book.setCheck(this.sheet, this.area, null);
    const extra = book.extra(this.sheet);
    // Neighbours below one another under one rule are one area, except where its formula names cells.
    for (let j = 0; j < this.area.columns; j++) {
      for (let i = 0; i < this.area.rows; ) {
        const rule = block[i]![j]!;
        let end = i + 1;
        while (end < this.area.rows && rule?.criteria.kind !== "CUSTOM_FORMULA" && block[end]![j] === rule) end++;
        const area = { row: this.area.row + i, column: this.area.column + j, rows: end - i, columns: 1 };
        if (rule !== null) extra.checks.push({ area, rule });
        i = end;
      }
    }
    return this.self;
  }
  clearDataValidations(): Range {
    return this.setDataValidation(null);
  }

  merge(): Range {
    this.mayEdit();
    const { row, column, rows, columns } = this.area;
    const { rows: top, columns: left } = this.sheet.freeze ?? { rows: 0, columns: 0 };
    if ((row < top && top < row + rows) || (column < left && left < column + columns)) {
      throw new Refused("You can't merge frozen and non-frozen cells.");
    }
    if (this.sheet.merges.some((other) => overlaps(other, this.area) && !within(other, this.area))) {
      throw new Refused("You must select all cells in a merged range to merge or unmerge them.");
    }
    this.sheet.merge(this.area);
    this.world.book.touch();
    return this.self;
  }
  breakApart(): Range {
    this.mayEdit();
    if (this.sheet.merges.some((other) => overlaps(other, this.area) && !within(other, this.area))) {
      throw new Refused("You must select all cells in a merged range to merge or unmerge them.");
    }
    this.sheet.unmerge(this.area);
    return this.self;
  }
  getMergedRanges(): Range[] {
    return this.sheet.merges.filter((area) => overlaps(area, this.area)).map((area) => this.world.range(this.sheet, area));
  }
  isPartOfMerge(): boolean {
    return this.sheet.merges.some((area) => overlaps(area, this.area));
  }

  getNotes(): string[][] {
    return this.grid((row, column) => this.sheet.attached.remarkAt("note", row, column)?.text ?? "");
  }
  getNote(): string {
    return this.getNotes()[0]![0]!;
  }
  setNotes(notes: (string | null)[][]): Range {
    this.mayEdit();
    const block = this.sized(notes);
    const { attached } = this.sheet;
    attached.clear(this.area, "note");
    this.grid((row, column) => {
      const text = block[row - this.area.row]![column - this.area.column] ?? "";
      if (text !== "") attached.remark({ kind: "note", row, column, text, author: "" });
    });
    return this.self;
  }
  setNote(note: string | null): Range {
    return this.setNotes(this.grid(() => note));
  }
  clearNote(): Range {
    return this.setNote(null);
  }

  /** Without options contents, looks and what was said of the cells go; checks and merges stay. */
  clear(options: Clear = {}): Range {
    const { commentsOnly = false, contentsOnly = false, formatOnly = false, validationsOnly = false } = options;
    const all = !commentsOnly && !contentsOnly && !formatOnly && !validationsOnly;
    this.mayEdit();
    if (all || contentsOnly) this.clearContent();
    if (all || formatOnly) this.clearFormat();
    if (validationsOnly) this.clearDataValidations();
    if (all || commentsOnly) this.sheet.attached.clear(this.area);
    return this.self;
  }

  createFilter(): GoogleAppsScript.Spreadsheet.Filter {
    this.mayEdit();
    if (this.sheet.filter !== null) throw new Refused("You can't create a filter in a sheet that already has a filter.");
    if (this.area.rows < 1) throw new Refused(`No data in ${areaName(this.area)}`);
    this.sheet.filter = this.area;
    return this.world.filter(this.sheet);
  }
  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    const { filter } = this.sheet;
    return filter !== null && overlaps(filter, this.area) ? this.world.filter(this.sheet) : null;
  }
  protect(): GoogleAppsScript.Spreadsheet.Protection {
    return this.world.protect(this.sheet, this.area);
  }
}
