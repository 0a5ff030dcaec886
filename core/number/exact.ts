/** An exact rational number; `d` is above 0 and the fraction is in lowest terms. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function exact(n: bigint | number, d: bigint | number = 1n): Exact {
  const top = BigInt(n);
  const bottom = BigInt(d);
  if (bottom === 0n) throw new RangeError("zero denominator");
  const g = gcd(top, bottom) || 1n;
  const sign = bottom < 0n ? -1n : 1n;
  return { n: (sign * top) / g, d: (sign * bottom) / g };
}

export const zero: Exact = { n: 0n, d: 1n };
export const one: Exact = { n: 1n, d: 1n };

export const plus = (a: Exact, b: Exact): Exact => exact(a.n * b.d + b.n * a.d, a.d * b.d);
export const less = (a: Exact, b: Exact): Exact => exact(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Exact, b: Exact): Exact => exact(a.n * b.n, a.d * b.d);
export const over = (a: Exact, b: Exact): Exact => exact(a.n * b.d, a.d * b.n);
export const negate = (a: Exact): Exact => ({ n: -a.n, d: a.d });
export const sum = (terms: readonly Exact[]): Exact => terms.reduce(plus, zero);

/** Below 0, 0 or above 0, as `a` is below, equal to or above `b`. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const min = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);
export const max = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);
export const isZero = (a: Exact): boolean => a.n === 0n;
export const isWhole = (a: Exact): boolean => a.d === 1n;

/** Ten to the power of `power`, which may be negative. */
export function tenTo(power: number): Exact {
  return power >= 0 ? { n: 10n ** BigInt(power), d: 1n } : { n: 1n, d: 10n ** BigInt(-power) };
}

/** The number that a plain decimal ("-0.75", "1e-7") or a fraction ("1/2") spells; throws on anything else. */
export function parseExact(text: string): Exact {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
  if (fraction !== null) return exact(BigInt(fraction[1]!), BigInt(fraction[2]!));
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  if (match === null) throw new RangeError(`not a number: ${text}`);
  const [, sign = "", whole = "0", part = "", power = "0"] = match;
  const scaled = exact(BigInt(sign + whole + part), 10n ** BigInt(part.length));
  return power === "0" ? scaled : times(scaled, tenTo(Number(power)));
}

/** What a cell's number stands for: its decimal of 15 significant digits, which is all a spreadsheet keeps. */
export function fromCell(value: number): Exact {
  if (!Number.isFinite(value)) throw new RangeError(`not a cell number: ${value}`);
  return parseExact(value.toPrecision(15));
}

/** The nearest double, for cached cell values. */
export function toNumber(a: Exact): number {
  const bits = a.n.toString(2).length - a.d.toString(2).length;
  if (Math.abs(bits) > 900) return Number(a.n) / Number(a.d);
  const shift = BigInt(Math.max(0, 80 - bits));
  const quotient = (a.n << shift) / a.d;
  return Number(quotient) / 2 ** Number(shift);
}

/** Whole part of `a / 10^-digits`, half away from zero, without a guard. */
function roundHalfAway(a: Exact, digits: number): bigint {
  const scaled = times(a, tenTo(digits));
  const positive = scaled.n < 0n ? -scaled.n : scaled.n;
  const rounded = (2n * positive + scaled.d) / (2n * scaled.d);
  return scaled.n < 0n ? -rounded : rounded;
}

/** Decimal places of the guard that is added before rounding to `digits`: a midpoint lost in binary is still a midpoint. */
export const guardDigits = (digits: number): number => Math.min(digits + 7, 12);

/** Points rounded to `digits`, half away from zero with the guard that the native formulas carry. */
export function roundPoints(a: Exact, digits: number): Exact {
  if (isZero(a)) return zero;
  const guard = tenTo(-guardDigits(digits));
  const guarded = a.n < 0n ? less(a, guard) : plus(a, guard);
  return exact(roundHalfAway(guarded, digits), 10n ** BigInt(digits));
}

/** Decimal text with `.`: exact where the decimal ends, otherwise cut to `digits` places, half away from zero. */
export function decimalText(a: Exact, digits = 10): string {
  const scaled = roundHalfAway(a, digits);
  const positive = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, "0");
  const whole = positive.slice(0, positive.length - digits);
  const part = digits === 0 ? "" : positive.slice(positive.length - digits).replace(/0+$/, "");
  return (scaled < 0n ? "-" : "") + whole + (part === "" ? "" : `.${part}`);
}

/** Width of the guard on a step's threshold: `value >= T - 10^-9`. */
export const stepGuard: Exact = tenTo(-9);
