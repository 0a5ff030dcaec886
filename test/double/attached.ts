import { areaName, quoteSheet, type Area } from "../../core/sheet/address";
import { overlaps } from "../../core/sheet/apply";

/** A thread of comments on a cell, or a note. */
export interface Remark {
  readonly id: number;
  readonly kind: "comment" | "note";
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly author: string;
  readonly replies: readonly string[];
}

/** A chart that lies over cells of its sheet; it reads cells of this sheet or of others. */
export interface Chart {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly area: Area;
  /** One for each series, as formulas name cells: `'Phiếu'!$B$2:$B$9`. */
  readonly sources: readonly string[];
}

/** Cells as a chart names them. */
export const sourceOf = (sheet: string, area: Area): string =>
  `${quoteSheet(sheet)}!${areaName(area).replace(/[A-Z]+|\d+/g, "$$$&")}`;

/** What lies on the cells of a sheet and is no content of theirs. It goes where a program takes it along. */
export class Attached {
  remarks: readonly Remark[] = [];
  charts: readonly Chart[] = [];
  private nextId = 1;

  remarkAt(kind: Remark["kind"], row: number, column: number): Remark | null {
    return this.remarks.find((each) => each.kind === kind && each.row === row && each.column === column) ?? null;
  }

  remark(remark: Omit<Remark, "id" | "replies">): Remark {
    const added = { ...remark, id: this.nextId++, replies: [] };
    this.remarks = [...this.remarks, added];
    return added;
  }

  changeRemark(id: number, change: Partial<Pick<Remark, "text" | "replies">>): void {
    this.remarks = this.remarks.map((each) => (each.id === id ? { ...each, ...change } : each));
  }

  dropRemark(id: number): void {
    this.remarks = this.remarks.filter((each) => each.id !== id);
  }

  /** Remarks of cells in an area go, of one kind or of both. */
  clear(area: Area, kind: Remark["kind"] | null = null): void {
    this.remarks = this.remarks.filter(({ row, column, ...remark }) =>
      (kind !== null && remark.kind !== kind) || !overlaps({ row, column, rows: 1, columns: 1 }, area));
  }

  /** Cells became one: what was said of the others than the first is gone. */
  cover(area: Area): void {
    const { row, column } = area;
    const first = this.remarks.filter((each) => each.row === row && each.column === column);
    this.clear(area);
    this.remarks = [...this.remarks, ...first];
  }

  chart(chart: Omit<Chart, "id">): Chart {
    const added = { ...chart, id: this.nextId++ };
    this.charts = [...this.charts, added];
    return added;
  }

  changeChart(id: number, change: Partial<Omit<Chart, "id">>): void {
    this.charts = this.charts.map((each) => (each.id === id ? { ...each, ...change } : each));
  }

  dropChart(id: number): void {
    this.charts = this.charts.filter((each) => each.id !== id);
  }

  /** Charts read other sheets as formulas do. */
  reword(how: (formula: string) => string): void {
    this.charts = this.charts.map((chart) => ({ ...chart, sources: chart.sources.map(how) }));
  }
}
