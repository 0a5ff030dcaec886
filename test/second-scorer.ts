/**
 * A second scorer for the 43 criteria of HCM cấp xã 2026, written from the decision's texts alone with fractions of
 * its own, to judge the first. Nothing of the core is used here.
 */
type Fraction = readonly [n: bigint, d: bigint];
export type Inputs = Readonly<Record<string, string | number | boolean | null>>;
type Scorer = (inputs: Inputs) => Fraction;

const whole = (n: number): Fraction => [BigInt(n), 1n];
const add = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
const mul = (a: Fraction, b: Fraction): Fraction => [a[0] * b[0], a[1] * b[1]];
const atLeast = (a: Fraction, b: Fraction): boolean => a[0] * b[1] >= b[0] * a[1];
const nothing = whole(0);
const all = whole(1);
const guard: Fraction = [1n, 10n ** 9n];

/** Thrown where the texts give no points: a blank, a figure that is none, a denominator 0 nobody provided for. */
class Silent extends Error {}
const silent = (): never => {
  throw new Silent();
};

/** A cell's number as the decimal of 15 digits that a spreadsheet keeps; from 0 to `most`. */
function figure(inputs: Inputs, name: string, most = 1e15): Fraction {
  const cell = inputs[name];
  if (typeof cell !== "number" || !Number.isFinite(cell)) return silent();
  const [, sign, first, rest, power] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(cell.toExponential(14))!;
  const digits = BigInt(first! + (rest ?? ""));
  const shift = Number(power) - 14;
  const value: Fraction = shift >= 0 ? [digits * 10n ** BigInt(shift), 1n] : [digits, 10n ** BigInt(-shift)];
  if ((sign === "-" && digits !== 0n) || !atLeast(whole(most), value)) return silent();
  return value;
}

function count(inputs: Inputs, name: string, most?: number): Fraction {
  const value = figure(inputs, name, most);
  return value[0] % value[1] === 0n ? value : silent();
}

function member<T>(inputs: Inputs, name: string, members: Readonly<Record<string, T>>): T {
  const cell = inputs[name];
  const label = typeof cell === "string" ? cell.normalize("NFC") : "";
  return Object.prototype.hasOwnProperty.call(members, label) ? members[label]! : silent();
}

const yes = (inputs: Inputs, name: string): boolean => member(inputs, name, { Có: true, Không: false });

/** Sum over sum; more than all is all. */
function ratio(inputs: Inputs, over: string, under: string): Fraction {
  const sum = (names: string): Fraction => names.split("+").map((name) => figure(inputs, name)).reduce(add);
  const top = sum(over);
  const bottom = sum(under);
  if (bottom[0] === 0n) return silent();
  return atLeast(top, bottom) ? all : [top[0] * bottom[1], top[1] * bottom[0]];
}

const reaches = (value: Fraction, percent: number): boolean => atLeast(add(value, guard), [BigInt(percent), 100n]);

/** Có: điểm tối đa; không: 0. */
const yesNo = (max: number, name = "x"): Scorer => (inputs) => (yes(inputs, name) ? whole(max) : nothing);
/** Tỷ lệ * điểm tối đa. */
const plain = (max: number, over = "a", under = "b"): Scorer => (inputs) => mul(whole(max), ratio(inputs, over, under));
/** From `percent` on all of it, below it the ratio. */
const jump = (max: number, percent: number, over = "a", under = "b"): Scorer => (inputs) => {
  const value = ratio(inputs, over, under);
  return mul(whole(max), reaches(value, percent) ? all : value);
};
/** All at 100 %, the ratio from 90 %, below that nothing. */
const cliff = (max: number, value: Fraction): Fraction =>
  reaches(value, 100) ? whole(max) : reaches(value, 90) ? mul(whole(max), value) : nothing;
const allOrNothing = (max: number): Scorer => (inputs) => (reaches(ratio(inputs, "a", "b"), 100) ? whole(max) : nothing);
const share = (max: number): Scorer => (inputs) => {
  const value = figure(inputs, "r", 1);
  return mul(whole(max), reaches(value, 100) ? all : value);
};
const sum = (...scorers: Scorer[]): Scorer => (inputs) => scorers.map((scorer) => scorer(inputs)).reduce(add);
const quarter: Readonly<Record<string, Fraction>> = { "Đúng hạn": [1n, 2n], "Trễ hạn": [1n, 4n], "Không thực hiện": nothing };

const scorers: Readonly<Record<string, Scorer>> = {
  "01": yesNo(2), "02": plain(2), "03": plain(2),
  "04": (inputs) => {
    if (!yes(inputs, "p")) return nothing;
    const articles = count(inputs, "n");
    return atLeast(articles, whole(52)) ? whole(2) : atLeast(articles, whole(20)) ? whole(1) : [1n, 2n];
  },
  "05": yesNo(1), "06": yesNo(1),
  "07": sum(...["1.x", "2.x", "3.x", "4.x"].map((name): Scorer => (inputs) => member(inputs, name, quarter))),
  "08": yesNo(1), "09": yesNo(2), "10": sum(yesNo(1, "1.x"), yesNo(1, "2.x")), "11": yesNo(1),
  "12": (inputs) => cliff(1, ratio(inputs, "a", "b")), "13": (inputs) => cliff(1, figure(inputs, "r", 1)),
  "14": sum(yesNo(2, "1.x"), (inputs) => {
    const applications = count(inputs, "2.n");
    return atLeast(applications, whole(2)) ? whole(2) : applications;
  }),
  "15": plain(2), "16": yesNo(2), "17": yesNo(1), "18": yesNo(1), "19": plain(2), "20": yesNo(1), "21": plain(1),
  "22": plain(1), "23": plain(1), "24": yesNo(1), "25": yesNo(2), "26": sum(yesNo(1, "1.x"), yesNo(1, "2.x")),
  "27": allOrNothing(3), "28": jump(5, 75, "b+c", "a"), "29": jump(5, 80), "30": jump(3, 95, "b+d", "a+c"),
  "31": share(5), "32": share(5), "33": plain(4), "34": plain(4), "35": yesNo(2),
  "36": (inputs) =>
    inputs["2.b"] === 0
      ? whole(4)
      : sum(yesNo(2, "1.x"), () => cliff(2, ratio(inputs, "2.a", "2.b")))(inputs),
  "37": allOrNothing(3), "38": (inputs) => figure(inputs, "points", 3),
  "39": (inputs) => {
    const topics = count(inputs, "n", 7);
    return mul(whole(3), [topics[0], topics[1] * 7n]);
  },
  "40": plain(2), "41": jump(5, 30), "42": yesNo(2), "43": jump(1, 70),
};

export const codes: readonly string[] = Object.keys(scorers).sort();

/** Points to two decimals, half away from zero with the guard; null where the text gives none. */
export function secondScore(code: string, inputs: Inputs): string | null {
  try {
    const [n, d] = add(scorers[code]!(inputs), guard);
    const hundredths = ((200n * n + d) / (2n * d)).toString().padStart(3, "0");
    return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`.replace(/\.?0+$/, "");
  } catch (error) {
    if (error instanceof Silent) return null;
    throw error;
  }
}
