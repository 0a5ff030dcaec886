import { call, type Expr, infix, minus, num, text, when } from "../formula/expr";
import { compare, type Exact, less, parseExact, plus, stepGuard } from "../number/exact";
import type { Band, Settings } from "../rubric/rubric";

function reaches(value: Exact, band: Band): boolean {
  const from = parseExact(band.from);
  return band.inclusive
    ? compare(value, less(from, stepGuard)) >= 0
    : compare(value, plus(from, stepGuard)) > 0;
}

/**
 * The name of the band (xếp loại) that a percentage or a number of points falls in, whichever `bandUnit` says; null
 * below the lowest. Bands stand highest first. An inclusive bound is reached from `from - 10^-9` on, an exclusive one
 * above `from + 10^-9`, as the native formulas have it.
 */
export function bandOf(value: Exact, bands: readonly Band[]): string | null {
  return bands.find((band) => reaches(value, band))?.name ?? null;
}

/** The next higher band and what is missing to its bound (more than that where it is not inclusive); null in the highest. */
export function toNextBand(value: Exact, bands: readonly Band[]): { band: Band; missing: Exact } | null {
  const at = bands.findIndex((band) => reaches(value, band));
  const band = bands[(at < 0 ? bands.length : at) - 1];
  return band === undefined ? null : { band, missing: less(parseExact(band.from), value) };
}

/** What the bands look at: percent of the unit's own maximum, or points. */
export const bandValue = (
  settings: Pick<Settings, "bandUnit">, points: Exact | null, percent: Exact | null,
): Exact | null => (points === null ? null : settings.bandUnit === "points" ? points : percent);

const guard = infix(num(10), "^", minus(num(9)));

/** A band's lower bound in a formula; `inclusive` may be a cell that holds 1 for yes. */
interface BandExpr {
  readonly from: Expr;
  readonly inclusive: boolean | Expr;
}

function reachesFormula(value: Expr, { from, inclusive }: BandExpr): Expr {
  const atLeast = infix(value, ">=", infix(from, "-", guard));
  const above = infix(value, ">", infix(from, "+", guard));
  if (typeof inclusive === "boolean") return inclusive ? atLeast : above;
  return call("OR", above, call("AND", infix(inclusive, "=", num(1)), atLeast));
}

/** What stands for each band, in the bands' order, by the value of a cell that holds a number; `below` under the lowest. */
export const bandFormula = (value: Expr, bands: readonly BandExpr[], each: readonly Expr[], below: Expr): Expr =>
  bands.reduceRight<Expr>((rest, band, index) => when(reachesFormula(value, band), each[index]!, rest), below);

/** The bounds of bands as they stand in the rubric. */
export const boundsOf = (bands: readonly Band[]): BandExpr[] =>
  bands.map(({ from, inclusive }) => ({ from: num(from), inclusive }));

/** The band's name by formula, "" where the value is no number or below the lowest band. */
export const bandNameFormula = (value: Expr, bands: readonly Band[]): Expr =>
  when(call("ISNUMBER", value), bandFormula(value, boundsOf(bands), bands.map((band) => text(band.name)), text("")), text(""));
