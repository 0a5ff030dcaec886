import type { Outcome } from "../../app-port";
import type { Operation } from "../../form/back-mark";
import { issue } from "../../issue/issue";
import { sameSheet } from "../../sheet/address";
import { expectsWhole, type Patch, type SheetPatch } from "../../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../../sheet/snapshot";
import type { Held } from "./packed";
import { findingOf } from "../finding";
import { type CellPast, recordExpect, recordPatch, recordText, type WayBack } from "./record";

export const lineHeld = (sheet: SheetSnapshot, row: number): Held[] =>
  (sheet.values[row] ?? []).map((v, column): Held => {
    const f = sheet.formulas[row]?.[column] ?? null;
    return f === null ? v : { f, v };
  });

/** The cells that such parts fill, as they were. */
export const cellsPast = (old: SheetSnapshot, parts: readonly SheetPatch[]): CellPast[] =>
  parts.flatMap(({ sheet, blocks = [] }) => blocks.flatMap((block) => block.cells.flatMap((line, r) => line.flatMap((write, c): CellPast[] => {
    const [row, column] = [block.row + r, block.column + c];
    const was = lineHeld(old, row)[column] ?? null;
    return write === null ? [] : [{ sheet, row, column, was, left: "f" in write ? { f: true } : write.v }];
  }))));

/** Whether there is anything to take back. */
const isEmpty = ({ store, sheets, cells, forms }: WayBack): boolean =>
  store === undefined && sheets.length + cells.length + forms.length === 0;

/**
 * What an operation writes, with a record in the place of the last one's. Where there is none, since looks alone were
 * written or since it would be too long, the last one's goes, and of the latter a finding tells.
 */
export function withRecord<T extends Outcome>(snapshot: Snapshot, what: Operation, outcome: T, patch: Patch, past: WayBack): T {
  const text = isEmpty(past) ? null : recordText(past);
  const told = text !== null || isEmpty(past) ? outcome : { ...outcome, findings: [...outcome.findings, findingOf(issue("back-long", {}, {}), null)] };
  const record = recordPatch(snapshot, what, text, patch.sheets);
  if (record === null) return told;
  // Where the whole sheet is expected, so is the record.
  const isWhole = patch.expect.some((each) => sameSheet(each.sheet, record.sheet) && expectsWhole(each));
  const expect = isWhole ? patch.expect : [...patch.expect, ...recordExpect(snapshot)];
  return { ...told, patch: { ...patch, expect, sheets: [...patch.sheets, record] } };
}

/** The same of what only fills cells. */
export function withCellsBack<T extends Outcome>(snapshot: Snapshot, what: Operation, outcome: T): T {
  const { patch } = outcome;
  if (patch === null) return outcome;
  const cells = patch.sheets.flatMap((part) => {
    const sheet = snapshot.sheets.find(({ name }) => sameSheet(name, part.sheet));
    return sheet === undefined ? [] : cellsPast(sheet, [part]);
  });
  return withRecord(snapshot, what, outcome, patch, { decimal: snapshot.facts.decimal, sheets: [], cells, forms: [] });
}
