import { sameSheet } from "../../core/sheet/apply";
import type { Address } from "../../core/sheet/address";
import type { Workbook } from "../../core/sheet/workbook";
import type { Grid } from "../../excel-addin/page/grid";
import { EngineSheet } from "../double/engine-sheet";
import { ExcelDouble } from "../double/office/excel-double";
import { requestFlag, type ResponseBody } from "../double/office/wire";
import { SheetEngine } from "../double/sheet-engine";
import { changesOf } from "./changes";
import type { Excel, ExcelFacts } from "./external";

/** Above this many cells the whole workbook is shown anew. */
const SMALL = 2000;

/** Excel played by the page's grid: the double acts on what the grid holds, and the grid shows what it did. */
export class GridExcel implements Excel {
  readonly double: ExcelDouble;
  readonly engine: SheetEngine;
  /** Addresses that the pane had opened in the browser. */
  readonly browsed: string[] = [];
  /** Requests answered, and what was refused. */
  requests = 0;
  readonly refused: string[] = [];
  private held: Workbook;
  private dirty = false;
  private frame = 0;
  private nextSheet = 1000;
  /** One thing after another: requests, and what a person did in between. */
  private turn: Promise<unknown> = Promise.resolve();
  private readonly leaves: (() => void)[];

  constructor(
    private readonly grid: Grid,
    readonly facts: ExcelFacts,
    name: string,
  ) {
    this.held = grid.save();
    this.engine = new SheetEngine(this.held);
    this.double = new ExcelDouble(this.engine, { name, decimal: facts.content.startsWith("vi") ? "," : "." });
    this.stand();
    const soon = (): void => {
      if (this.frame === 0) this.frame = requestAnimationFrame(() => void this.after(() => this.hear()));
    };
    this.leaves = [
      grid.onEdit(() => {
        this.dirty = true;
        soon();
      }),
      grid.onSelect(soon),
    ];
  }

  leave(): void {
    cancelAnimationFrame(this.frame);
    for (const off of this.leaves) off();
  }

  onEvents(heard: Parameters<Excel["onEvents"]>[0]): () => void {
    return this.double.onEvents(heard);
  }

  browse(address: string): void {
    this.browsed.push(address);
  }

  /** Requests come one after another; one that waits for a cell to be finished keeps nobody else waiting. */
  async request(json: string, flags: number): Promise<string> {
    this.requests += 1;
    if (this.engine.editing) return this.double.request(json, flags);
    return this.after(async () => {
      await this.hear();
      const stood = this.engine.selected;
      const answer = await this.double.request(json, flags);
      const { Error: error } = JSON.parse(answer) as ResponseBody;
      if (error !== undefined) this.refused.push(`${error.Code} ${error.Location ?? ""}: ${error.Message}`);
      if ((flags & requestFlag.write) !== 0) await this.show();
      if (this.engine.selected !== stood) this.grid.show(this.engine.selection());
      return answer;
    });
  }

  private after<T>(act: () => Promise<T>): Promise<T> {
    const next = this.turn.then(act, act);
    this.turn = next.catch(() => undefined);
    return next;
  }

  /** Takes over what the grid holds, and tells what a person did in it. */
  private async hear(): Promise<void> {
    this.frame = 0;
    await this.grid.settled();
    if (this.dirty) {
      this.dirty = false;
      const now = this.grid.save();
      const { typed, computed, added, gone } = changesOf(this.held, now);
      const lost = this.engine.sheets.filter(({ name }) => gone.some((one) => sameSheet(one, name)));
      this.take(now);
      for (const sheet of lost) this.engine.tell({ kind: "deleted", sheet, by: "person" });
      for (const name of added) this.engine.tell({ kind: "added", sheet: this.engine.find(name)!, by: "person" });
      for (const { sheet, area } of typed) {
        this.engine.tell({ kind: "edit", sheet: this.engine.find(sheet)!, area, by: "person", pick: false });
      }
      for (const name of computed) this.engine.tell({ kind: "calculated", sheet: this.engine.find(name)! });
    }
    this.stand();
  }

  /** Sheets keep who they are, by their names. */
  private take(book: Workbook): void {
    this.held = book;
    this.engine.sheets = book.sheets.map((sheet) => {
      const known = this.engine.find(sheet.name);
      const fresh = new EngineSheet(known?.id ?? this.nextSheet++, sheet);
      if (known === null) return fresh;
      const password = known.guard?.password;
      if (fresh.guard !== null && password !== undefined) fresh.guard = { ...fresh.guard, password };
      return Object.assign(known, fresh);
    });
  }

  private stand(): void {
    const at: Address | null = this.grid.selection();
    const sheet = at === null ? null : this.engine.find(at.sheet);
    if (at === null || sheet === null) return;
    const { sheet: old, area } = this.engine.selected;
    const left = this.engine.active;
    if (sheet === old && left === sheet && area.row === at.row && area.column === at.column) return;
    this.engine.active = sheet;
    const now = { row: at.row, column: at.column, rows: 1, columns: 1 };
    this.engine.selected = { sheet, area: now };
    if (left !== sheet) {
      this.engine.tell({ kind: "deactivated", sheet: left, by: "person" });
      this.engine.tell({ kind: "activated", sheet, by: "person" });
    }
    this.engine.tell({ kind: "select", sheet, area: now });
  }

  /** Shows in the grid what the double has written. */
  private async show(): Promise<void> {
    const { properties } = this.held;
    const now = { ...this.engine.workbook(), properties };
    const { typed, added, gone, shape } = changesOf(this.held, now);
    const cells = typed.reduce((sum, one) => sum + one.cells, 0);
    if (added.length > 0 || gone.length > 0 || shape || cells > SMALL) {
      this.grid.load(now, { fresh: false });
      await this.grid.drawn();
      this.grid.show(this.engine.selection());
    } else if (cells > 0) {
      this.grid.write(typed.flatMap(({ sheet, blocks }) => blocks.map((block) => ({ sheet, block }))));
    } else {
      return;
    }
    await this.grid.settled();
    this.dirty = false;
    this.take(this.grid.save());
  }
}
