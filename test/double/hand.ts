import type { Address } from "../../core/sheet/address";
import type { EngineSheet } from "./engine-sheet";
import { Refusal } from "./refusal";
import type { SheetEngine } from "./sheet-engine";
import { takeText } from "./typed-value";
import { holds } from "./validity";

/** A person before the spreadsheet: locks and checks stop what is typed, not what is pasted. */
export class PersonHand {
  constructor(
    private readonly engine: SheetEngine,
    /** The decimal mark of this computer's regional settings. */
    private readonly decimal: "," | "." = ",",
  ) {}

  private sheet(name: string): EngineSheet {
    const sheet = this.engine.find(name);
    if (sheet === null) throw new Refusal("missing", name);
    return sheet;
  }

  select({ sheet, row, column }: Address): void {
    this.engine.select(this.sheet(sheet), { row, column, rows: 1, columns: 1 });
  }

  /** Types text and presses Enter. False where the cell's check shows its alert instead. */
  type(at: Address, text: string): boolean {
    const sheet = this.sheet(at.sheet);
    this.engine.mayWrite(sheet, { ...at, rows: 1, columns: 1 });
    const rule = sheet.checkAt(at.row, at.column);
    const value = sheet.look(at.row, at.column).format === "@" ? text : takeText(text, this.decimal).value;
    if (rule !== null && !text.startsWith("=") && !holds(rule, value, this.engine)) return false;
    this.engine.write(sheet, at, [[text]], { by: "person", decimal: this.decimal });
    return true;
  }

  /** Chooses a member of the cell's dropdown. */
  pick(at: Address, option: string): void {
    const sheet = this.sheet(at.sheet);
    const rule = sheet.checkAt(at.row, at.column);
    if (rule === null || (rule.kind !== "list" && rule.kind !== "range")) throw new Refusal("operation", "no dropdown");
    if (!holds(rule, option, this.engine)) throw new Refusal("argument", option);
    this.engine.write(sheet, at, [[option]], { by: "person", pick: true, decimal: this.decimal });
  }

  /** Pins a note to a cell, for which a protected sheet has to be unlocked. */
  note({ sheet: name, row, column }: Address, text: string): void {
    const sheet = this.sheet(name);
    this.engine.mayChange(sheet, null);
    sheet.attached.remark({ kind: "note", row, column, text, author: "Người dùng" });
  }

  /** Pastes lines of texts, from a cell on. */
  paste(at: Address, lines: readonly (readonly string[])[]): void {
    this.engine.write(this.sheet(at.sheet), at, lines, { by: "person", decimal: this.decimal });
  }
}
