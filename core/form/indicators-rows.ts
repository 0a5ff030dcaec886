import { issue, type Issue } from "../issue/issue";
import {
  compare, type Exact, fromCell, isZero, less, plus, roundPoints, stepGuard, sum, toNumber, zero,
} from "../number/exact";
import { fullMaximum, indicatorsOf, pointsText } from "../ranking/indicator";
import type { Entry, Unit } from "../ranking/unit";
import { appliesNot, entryOf } from "../ranking/entry";
import { plainText } from "../ranking/unit-list";
import type { Rubric } from "../rubric/rubric";
import type { Scores } from "../scoring/score";
import { cellName } from "../sheet/address";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { indicatorsKey } from "./indicators-layout";
import type { FormLayout } from "./layout";

/** A unit's form in this workbook, with its scores. */
export interface UnitForm {
  readonly layout: FormLayout;
  readonly scores: Scores;
}

/** What people typed for a unit on `Chỉ số`, by the indicator's id. */
export interface TypedPoints {
  readonly code: string;
  readonly name: string;
  readonly row: number;
  readonly points: ReadonlyMap<string, CellValue>;
  readonly max: CellValue;
  /** The cell of an indicator's points, of the maximum for null. */
  cell(id: string | null): string;
}

/** A line of `Chỉ số`. */
export interface PointsRow {
  /** Null where the list of units does not have the code: the line is kept for what people typed. */
  readonly unit: Unit | null;
  readonly code: string;
  readonly name: string;
  readonly form: UnitForm | null;
  /** The points cells by indicator, as they stand or as the form gives them. */
  readonly cells: readonly CellValue[];
  readonly max: CellValue;
  readonly entry: Entry;
}

/** Stands for an indicator that does not apply; people may type a hyphen for it. */
export const notScored = "–";
export const isNotScored = (value: CellValue): boolean => value === notScored || value === "-";
export const isEmpty = (value: CellValue | undefined): boolean => value === null || value === undefined || value === "";

/** Lines of points that stand on the sheet, found by the keys of the hidden first row. */
function readTyped(sheet: SheetSnapshot | null): TypedPoints[] {
  if (sheet === null) return [];
  const keys = (sheet.values[0] ?? []).map((value) => (typeof value === "string" ? value.normalize("NFC") : ""));
  const codes = keys.indexOf(indicatorsKey.code);
  const names = keys.indexOf(indicatorsKey.name);
  const max = keys.indexOf(indicatorsKey.max);
  const prefix = indicatorsKey.points("");
  const places = keys.flatMap((key, column) =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), column] as const] : [],
  );
  if (codes < 0 || places.length === 0) return [];
  const typed = (row: number, column: number): CellValue => {
    const formula = sheet.formulas[row]?.[column] ?? null;
    return formula !== null && formula.includes("!") ? null : sheet.values[row]?.[column] ?? null;
  };
  const head = sheet.values.findIndex((row, i) => i > 0 && plainText(row[codes]) !== "");
  return sheet.values.flatMap((row, at): TypedPoints[] => {
    const unit = plainText(row[codes]);
    if (head < 0 || at <= head || unit === "") return [];
    return [{
      code: unit, name: plainText(row[names]), row: at,
      points: new Map(places.map(([id, column]) => [id, typed(at, column)])),
      max: max < 0 ? null : typed(at, max),
      cell: (id) => `${sheet.name}!${cellName(at, id === null ? max : places.find(([of]) => of === id)?.[1] ?? codes)}`,
    }];
  });
}

const shown = (value: CellValue): string =>
  typeof value === "object" && value !== null ? value.error
    : typeof value === "number" ? pointsText(fromCell(value)) : String(value);

const isNumber = (value: CellValue): value is number => typeof value === "number" && Number.isFinite(value);

/**
 * The lines of `Chỉ số`: the units of the list in its order, from their forms or from what people typed, then lines
 * whose code the list no longer has, as long as points stand in them.
 */
export function pointsRows(
  rubric: Rubric, units: readonly Unit[], forms: ReadonlyMap<string, UnitForm>, sheet: SheetSnapshot | null,
): { rows: readonly PointsRow[]; issues: readonly Issue[] } {
  const indicators = indicatorsOf(rubric);
  const full = fullMaximum(indicators);
  const fullGuarded = plus(full, stepGuard);
  const bounds = indicators.map(({ min, max }) => ({ low: less(min, stepGuard), high: plus(max, stepGuard) }));
  const typed = new Map(readTyped(sheet).map((line) => [line.code.toLowerCase(), line]));
  const issues: Issue[] = [];

  const fromForm = (unit: Unit, form: UnitForm, line: TypedPoints | undefined): PointsRow => {
    const entry = entryOf(indicators, unit, form.scores);
    const points = indicators.map(({ id }) => entry.indicators.get(id)!.points);
    indicators.forEach((indicator, i) => {
      const value = line?.points.get(indicator.id) ?? null;
      if (!isNumber(value)) return;
      const own = points[i]!;
      if (own !== null && compare(own, fromCell(value)) === 0) return;
      issues.push(issue("points-from-form", { unit: unit.code, cell: line!.cell(indicator.id) }, {
        name: unit.name, indicator: indicator.label, text: shown(value), form: form.layout.sheet,
      }));
    });
    const cells = indicators.map((indicator, i): CellValue => {
      const own = points[i]!;
      return own !== null ? toNumber(own) : appliesNot(indicator, form.scores) ? notScored : null;
    });
    return { unit, code: unit.code, name: unit.name, form, cells, max: toNumber(entry.max), entry };
  };

  const fromTyped = (unit: Unit, listed: boolean, line: TypedPoints | undefined): PointsRow => {
    const cells = indicators.map(({ id }) => line?.points.get(id) ?? null);
    const at = (id: string | null): { unit: string; cell?: string } => ({
      unit: unit.code, ...(line === undefined ? {} : { cell: line.cell(id) }),
    });
    let wrong = false;
    const points = cells.map((value, i): Exact | null => {
      const { id, label, min, max } = indicators[i]!;
      if (isEmpty(value) || isNotScored(value)) return null;
      const where = { name: unit.name, indicator: label, text: shown(value) };
      if (isNumber(value)) {
        const read = fromCell(value);
        if (compare(read, bounds[i]!.low) >= 0 && compare(read, bounds[i]!.high) <= 0) return read;
        issues.push(issue("points-out-of-range", at(id), { ...where, min: pointsText(min), max: pointsText(max) }));
      } else issues.push(issue("points-not-number", at(id), where));
      wrong = true;
      return null;
    });
    const given = points.filter((of) => of !== null);
    const missing = indicators.filter((_, i) => isEmpty(cells[i]));
    if (listed && given.length > 0 && missing.length > 0) {
      const labels = missing.map(({ label }) => label);
      issues.push(issue("points-missing", at(missing[0]!.id), { name: unit.name, indicators: labels }));
    }
    const max = isEmpty(line?.max) ? Number(pointsText(full)) : line!.max;
    const own = isNumber(max) ? fromCell(max) : zero;
    const maxFits = own.n > 0n && compare(own, fullGuarded) <= 0;
    if (!maxFits && !isZero(full)) {
      issues.push(issue("unit-max-wrong", at(null), { name: unit.name, text: shown(max), max: pointsText(full) }));
    }
    const { digits, roundAt } = rubric.settings;
    return {
      unit: listed ? unit : null, code: unit.code, name: unit.name, form: null, cells, max,
      entry: {
        unit,
        total: wrong || given.length === 0 ? null : roundPoints(sum(given), roundAt === "total" ? digits : 10),
        max: maxFits ? own : zero,
        indicators: new Map(indicators.map(({ id, share }, i) => [id, { points: points[i]!, max: share }])),
      },
    };
  };

  const rows = units.map((unit): PointsRow => {
    const line = typed.get(unit.code.toLowerCase());
    const form = forms.get(unit.code);
    return form === undefined ? fromTyped(unit, true, line) : fromForm(unit, form, line);
  });
  const listed = new Set(units.map(({ code }) => code.toLowerCase()));
  for (const line of typed.values()) {
    if (listed.has(line.code.toLowerCase()) || [...line.points.values()].every(isEmpty)) continue;
    issues.push(issue("points-unlisted", { cell: line.cell(null) }, { code: line.code, name: line.name }));
    rows.push(fromTyped({ code: line.code, name: line.name, block: "", ranked: false }, false, line));
  }
  return { rows, issues };
}
