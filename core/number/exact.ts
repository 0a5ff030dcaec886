import { withoutTail } from "./tail";

/** An exact rational number; `d` is above 0 and the fraction is in lowest terms. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

/** Up to here a double holds every whole number, and divides it much faster than a bigint. */
const plain = BigInt(Number.MAX_SAFE_INTEGER);

/** Of numbers that are not negative. */
function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > plain) [x, y] = [y, x % y];
  if (y === 0n) return x;
  let [p, q] = [Number(y), Number(x % y)];
  while (q !== 0) [p, q] = [q, p % q];
  return BigInt(p);
}

export const zero: Exact = { n: 0n, d: 1n };
export const one: Exact = { n: 1n, d: 1n };

/** In lowest terms; `d` is above 0. */
function reduced(n: bigint, d: bigint): Exact {
  if (d === 1n) return { n, d };
  if (n === 0n) return zero;
  const g = gcd(n < 0n ? -n : n, d);
  return g === 1n ? { n, d } : { n: n / g, d: d / g };
}

export function exact(n: bigint | number, d: bigint | number = 1n): Exact {
  const top = BigInt(n);
  const bottom = BigInt(d);
  if (bottom === 0n) throw new RangeError("zero denominator");
  return bottom < 0n ? reduced(-top, -bottom) : reduced(top, bottom);
}

export const plus = (a: Exact, b: Exact): Exact =>
  a.n === 0n ? b : b.n === 0n ? a : a.d === b.d ? reduced(a.n + b.n, a.d) : reduced(a.n * b.d + b.n * a.d, a.d * b.d);
export const less = (a: Exact, b: Exact): Exact =>
  b.n === 0n ? a : a.d === b.d ? reduced(a.n - b.n, a.d) : reduced(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Exact, b: Exact): Exact => reduced(a.n * b.n, a.d * b.d);
export const over = (a: Exact, b: Exact): Exact => exact(a.n * b.d, a.d * b.n);
export const negate = (a: Exact): Exact => ({ n: -a.n, d: a.d });
export const sum = (terms: readonly Exact[]): Exact => terms.reduce(plus, zero);

/** Below 0, 0 or above 0, as `a` is below, equal to or above `b`. */
export function compare(a: Exact, b: Exact): number {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

export const min = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);
export const max = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);
export const isZero = (a: Exact): boolean => a.n === 0n;
export const isWhole = (a: Exact): boolean => a.d === 1n;

const powers = Array.from({ length: 32 }, (_, power) => 10n ** BigInt(power));
const tens = (power: number): bigint => powers[power] ?? 10n ** BigInt(power);

/** Ten to the power of `power`, which may be negative. */
export function tenTo(power: number): Exact {
  return power >= 0 ? { n: tens(power), d: 1n } : { n: 1n, d: tens(-power) };
}

/** The same decimals stand in a rubric's rules for every unit, the same figures in every second form. */
const mostKept = 20000;
const spelled = new Map<string, Exact>();
const stood = new Map<number, Exact>();

function keep<K>(known: Map<K, Exact>, key: K, value: Exact): Exact {
  if (known.size >= mostKept) known.clear();
  known.set(key, value);
  return value;
}

/** The number that a plain decimal ("-0.75", "1e-7") or a fraction ("1/2") spells; throws on anything else. */
export const parseExact = (text: string): Exact => spelled.get(text) ?? keep(spelled, text, parsed(text));

function parsed(text: string): Exact {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
  if (fraction !== null) return exact(BigInt(fraction[1]!), BigInt(fraction[2]!));
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  if (match === null) throw new RangeError(`not a number: ${text}`);
  const [, sign = "", whole = "0", part = "", power = "0"] = match;
  const scaled = reduced(BigInt(sign + whole + part), tens(part.length));
  return power === "0" ? scaled : times(scaled, tenTo(Number(power)));
}

/** What a cell's number stands for: its decimal of 15 significant digits, which is all a spreadsheet keeps. */
export function fromCell(value: number): Exact {
  if (!Number.isFinite(value)) throw new RangeError(`not a cell number: ${value}`);
  return stood.get(value) ?? keep(stood, value, parsed(value.toPrecision(15)));
}

/** The nearest double, for cached cell values. */
export function toNumber(a: Exact): number {
  const bits = a.n.toString(2).length - a.d.toString(2).length;
  if (Math.abs(bits) > 900) return Number(a.n) / Number(a.d);
  const shift = BigInt(Math.max(0, 80 - bits));
  const quotient = (a.n << shift) / a.d;
  return Number(quotient) / 2 ** Number(shift);
}

/** Whole part of `n/d / 10^-digits`, half away from zero, without a guard. */
function roundHalfAway(n: bigint, d: bigint, digits: number): bigint {
  const twice = 2n * (n < 0n ? -n : n) * tens(digits);
  const rounded = (twice + d) / (2n * d);
  return n < 0n ? -rounded : rounded;
}

/** Decimal places of the guard that is added before rounding to `digits`: a midpoint lost in binary is still a midpoint. */
export const guardDigits = (digits: number): number => Math.min(digits + 7, 12);

/** Points rounded to `digits`, half away from zero with the guard that the native formulas carry. */
export function roundPoints(a: Exact, digits: number): Exact {
  // What needs no more places stays as it is, with or without a guard.
  if (tens(digits) % a.d === 0n) return a;
  const guard = tens(guardDigits(digits));
  const guarded = a.n * guard + (a.n < 0n ? -a.d : a.d);
  return reduced(roundHalfAway(guarded, a.d * guard, digits), tens(digits));
}

/** Decimal text with `.`: exact where the decimal ends, otherwise cut to `digits` places, half away from zero. */
export function decimalText(a: Exact, digits = 10): string {
  const scaled = roundHalfAway(a.n, a.d, digits);
  const positive = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, "0");
  const whole = positive.slice(0, positive.length - digits);
  const part = digits === 0 ? "" : withoutTail(positive.slice(positive.length - digits), /0/);
  return (scaled < 0n ? "-" : "") + whole + (part === "" ? "" : `.${part}`);
}

/** Width of the guard on a step's threshold: `value >= T - 10^-9`. */
export const stepGuard: Exact = tenTo(-9);
