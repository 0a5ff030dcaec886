import type { Workbook } from "../core/sheet/workbook";
import { ExcelHost } from "../excel-addin/taskpane/excel-host";
import type { Patience } from "../excel-addin/taskpane/excel-host-request";
import type { ExcelWorld } from "../excel-addin/taskpane/excel-host-world";
import { ironCalculate } from "./double/iron-calc";
import { type BootOptions, bootExcel, type Booted } from "./double/office/boot";
import { SheetEngine } from "./double/sheet-engine";

/** What stands around a pane in a test: beats and focus come when the test says so. */
export class TestWorld implements ExcelWorld {
  seen = true;
  requestBytes = Infinity;
  /** Waits that have not ended. */
  pending = 0;
  private readonly beats = new Set<() => void>();
  private readonly focuses = new Set<() => void>();

  now(): string {
    return "2026-11-22T08:30";
  }
  visible(): boolean {
    return this.seen;
  }
  onFocus(heard: () => void): () => void {
    this.focuses.add(heard);
    return () => this.focuses.delete(heard);
  }
  every(_milliseconds: number, heard: () => void): () => void {
    this.beats.add(heard);
    return () => this.beats.delete(heard);
  }
  after(milliseconds: number, done: () => void): () => void {
    this.pending++;
    const end = (): void => {
      if (timer === null) return;
      clearTimeout(timer);
      timer = null;
      this.pending--;
    };
    let timer: NodeJS.Timeout | null = setTimeout(() => {
      end();
      done();
    }, milliseconds).unref();
    return end;
  }
  wait(milliseconds: number): Promise<void> {
    return new Promise((done) => void this.after(milliseconds, done));
  }
  beat(): void {
    for (const heard of [...this.beats]) heard();
  }
  focus(): void {
    for (const heard of [...this.focuses]) heard();
  }
}

export interface ExcelDesk extends Booted {
  /** Waits until nothing is asked, told or waited for any more. */
  settle(): Promise<void>;
  readonly host: ExcelHost;
  readonly engine: SheetEngine;
  readonly world: TestWorld;
}

export interface ExcelOptions extends BootOptions {
  readonly waits?: Patience;
  /** The host's class, from its sources where absent. */
  readonly Host?: typeof ExcelHost;
}

/** A workbook in the double of Excel, with the host over it. */
export function openExcel(workbook: Workbook, options: ExcelOptions = {}): ExcelDesk {
  const { waits, Host = ExcelHost, ...rest } = options;
  const engine = new SheetEngine(workbook, ironCalculate);
  const booted = bootExcel(engine, { decimal: ",", name: "sổ.xlsx", ...rest });
  const world = new TestWorld();
  const host = new Host(booted.Excel, () => "vi", world, waits);
  const settle = (): Promise<void> => booted.idle(() => world.pending > 0);
  return { ...booted, host, engine, world, settle };
}
