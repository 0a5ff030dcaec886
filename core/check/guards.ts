import type { Entry } from "../form/entry";
import { type Address, type Area, areaName, sameSheet } from "../sheet/address";
import type { Asked, Guards } from "../sheet/host";
import type { Protection, Sheet, Style, Validation } from "../sheet/workbook";
import { isOpen } from "./cells";
import { type Damage, damage, type Mend } from "./damage";
import type { Places } from "./places";
import { shifted, spelt } from "./spelling";

type Format = "text" | "day" | "number" | "percent";

/** What a number format makes of what is typed. */
function formatKind(format: string): Format {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\][]*\]|_./g, "");
  if (bare === "@") return "text";
  if (/%/.test(bare)) return "percent";
  return /[dmyhs]/i.test(bare.replace(/general|standard/gi, "")) ? "day" : "number";
}

const movedArea = (area: Area, { rows, columns }: Places): Area | null => {
  const [row, column] = [rows[area.row], columns[area.column]];
  const [last, right] = [rows[area.row + area.rows - 1], columns[area.column + area.columns - 1]];
  if (row === null || column === null || last === null || right === null) return null;
  if (row === undefined || column === undefined || last === undefined || right === undefined) return null;
  return { row, column, rows: last - row + 1, columns: right - column + 1 };
};

/** The checks that should stand in a sheet, at the places where their cells are. */
function checksOf(expected: Sheet, sheet: string, places: Places): Asked["checks"] {
  return expected.validations.flatMap(({ area, rule }): Asked["checks"][number][] => {
    const at = movedArea(area, places);
    if (at === null) return [];
    if (rule.kind !== "range") return [{ area: at, rule }];
    const members = movedArea(rule.area, places);
    return members === null ? [] : [{ area: at, rule: { ...rule, sheet, area: members } }];
  });
}

/** What a host is asked to tell of a sheet. */
export function askedOf(expected: Sheet, sheet: string, places: Places): Asked {
  const most = (list: readonly (number | null)[]): number => Math.max(0, ...list.map((at) => at ?? 0)) + 1;
  return {
    sheet,
    area: { row: 0, column: 0, rows: most(places.rows), columns: most(places.columns) },
    protection: expected.protection ?? null,
    checks: checksOf(expected, sheet, places),
  };
}

const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** Whether two checks let the same be typed and say the same of it. */
function sameCheck(a: Validation, b: Validation): boolean {
  if (a === b) return true;
  const said = ({ prompt, error }: Validation): string => [prompt.title, prompt.text, error.title, error.text].map(plain).join("\u0001");
  if (said(a) !== said(b)) return false;
  switch (a.kind) {
    case "list":
      return b.kind === a.kind && a.options.map(plain).join("\u0001") === b.options.map(plain).join("\u0001");
    case "range":
      return b.kind === a.kind && sameSheet(a.sheet, b.sheet) && areaName(a.area) === areaName(b.area);
    case "number":
    case "whole":
      return b.kind === a.kind && a.min === b.min && a.max === b.max;
    case "length":
      return b.kind === a.kind && a.max === b.max;
  }
}

/** Protection, locks, formats, checks and colours of a sheet against those that would be written; the formats of `days` stay. */
export function guardDamages(
  expected: Sheet, sheet: string, places: Places, guards: Guards, days: readonly Pick<Entry, "row" | "column">[] = [],
): Damage[] {
  const damages: Damage[] = [];
  const inPlace = <T extends Mend>(mend: T): Damage["mend"] => (places.orderly ? mend : "whole");
  const first: Address = { sheet, row: places.rows[expected.freeze?.rows ?? 0] ?? 0, column: places.columns[1] ?? 0 };
  const { protection } = expected;
  if (protection !== undefined) {
    const cells = expected.cells.flatMap((cut, r) => (cut ?? []).flatMap((cell, c): Address[] => {
      const [row, column] = [places.rows[r], places.columns[c]];
      return !isOpen(cell) || (row ?? null) === null || (column ?? null) === null ? [] : [{ sheet, row: row!, column: column! }];
    }));
    const mend = protectionMend(protection, cells);
    if (guards.protection === null) damages.push(damage("damage-protection-off", { sheet }, null, mend));
    else if ((Object.keys(protection) as (keyof typeof protection)[]).some((key) => guards.protection![key] !== protection[key])) {
      damages.push(damage("damage-protection-altered", { sheet }, null, mend));
    }
  }

  const [open, shut]: [Address[], Address[]] = [[], []];
  const formats = new Map<Format, { at: Address; format: string }[]>();
  places.rows.forEach((row, r) => places.columns.forEach((column, c) => {
    if (row === null || column === null) return;
    const cell = expected.cells[r]?.[c];
    const at = { sheet, row, column };
    const locked = protection === undefined ? undefined : guards.locked?.[row]?.[column];
    if (locked !== undefined && locked === isOpen(cell)) (isOpen(cell) ? shut : open).push(at);
    const found = guards.formats[row]?.[column];
    const meant = cell?.s?.format ?? "General";
    // Where nothing stands and nothing is typed, a format says nothing.
    if (found === undefined || (!isOpen(cell) && (cell?.v ?? null) === null && cell?.f === undefined)) return;
    const kind = formatKind(found);
    if (kind === "day" && days.some((day) => day.row === row && day.column === column)) return;
    // Where a sheet is not protected, people type into all of it.
    const typed = isOpen(cell) || (protection === undefined && formatKind(meant) === "text");
    if (kind === formatKind(meant) || (cell?.f === undefined && !typed && kind !== "day" && kind !== "percent")) return;
    const same = formats.get(kind);
    if (same === undefined) formats.set(kind, [{ at, format: meant }]);
    else same.push({ at, format: meant });
  }));
  const styled = (cells: readonly Address[], style: Style): Damage["mend"] =>
    inPlace({ styles: runsOf(cells).map((area) => ({ area, style })) });
  if (open.length > 0) damages.push(damage("damage-cells-unlocked", { count: open.length }, open[0]!, styled(open, { locked: true })));
  if (shut.length > 0) damages.push(damage("damage-cells-locked", { count: shut.length }, shut[0]!, styled(shut, { locked: false })));
  for (const [format, cells] of formats) {
    const styles = cells.map(({ at: { row, column }, format: meant }) => ({ area: { row, column, rows: 1, columns: 1 }, style: { format: meant } }));
    damages.push(damage("damage-format-changed", { count: cells.length, format }, cells[0]!.at, inPlace({ styles })));
  }

  const [lost, altered]: [Asked["checks"][number][], Asked["checks"][number][]] = [[], []];
  checksOf(expected, sheet, places).forEach((check, index) => {
    const stands = guards.checks[index];
    if (stands === undefined || (stands !== null && stands !== "other" && sameCheck(stands, check.rule))) return;
    (stands === null ? lost : altered).push(check);
  });
  for (const [code, checks] of [["damage-check-lost", lost], ["damage-check-altered", altered]] as const) {
    const [one] = checks;
    if (one === undefined) continue;
    const at = { sheet, row: one.area.row, column: one.area.column };
    damages.push(damage(code, { count: checks.length }, at, inPlace({ validations: checks })));
  }

  const stand = new Set(guards.conditionals.map((formula) => spelt(formula)));
  const meant = expected.conditionals.flatMap(({ area, formula, style }) => {
    const at = movedArea(area, places);
    return at === null ? [] : [{ area: at, formula: shifted(formula, places.moved), style }];
  });
  const gone = meant.filter(({ formula }) => !stand.has(spelt(formula)));
  if (gone.length > 0) damages.push(damage("damage-colours-lost", { count: gone.length }, first, inPlace({ conditionals: meant })));
  return damages;
}

/** Protection with the cells that stay open: some programs know these only from it. */
export const protectionMend = (protection: Protection, open: readonly Address[]): Mend => ({
  protection, styles: runsOf(open).map((area) => ({ area, style: { locked: false } })),
});

/** Cells below one another as areas. */
function runsOf(cells: readonly Address[]): Area[] {
  const areas: { row: number; column: number; rows: number; columns: number }[] = [];
  const last = new Map<number, (typeof areas)[number]>();
  for (const { row, column } of cells) {
    const above = last.get(column);
    if (above !== undefined && above.row + above.rows === row) above.rows++;
    else {
      const area = { row, column, rows: 1, columns: 1 };
      areas.push(area);
      last.set(column, area);
    }
  }
  return areas;
}
