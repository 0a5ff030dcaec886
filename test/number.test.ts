import { decimalText, exact, fromCell, parseExact, roundPoints, toNumber } from "../core/number/exact";

describe("points are rounded half away from zero", () => {
  test.each([
    ["1.005", 2, "1.01"],
    ["2.675", 2, "2.68"],
    ["-1.005", 2, "-1.01"],
    ["1.0049999", 2, "1"],
    ["1.00499999999999", 2, "1.01"],
    ["0", 2, "0"],
    ["0.5", 0, "1"],
    ["1/3", 4, "0.3333"],
    ["0.00048828125", 10, "0.0004882813"],
  ])("%s to %i places is %s", (value, digits, expected) => {
    expect(decimalText(roundPoints(parseExact(value), digits))).toBe(expected);
  });
});

test("a cell's number is its decimal of 15 digits", () => {
  expect(fromCell(0.1 + 0.2)).toEqual(parseExact("0.3"));
  expect(fromCell(1e21)).toEqual(exact(10n ** 21n));
});

test.each([["1/3", 1 / 3], ["2.675", 2.675], ["-7/3", -7 / 3], ["0", 0], ["1e-7", 1e-7]])(
  "%s is the nearest double",
  (value, expected) => expect(toNumber(parseExact(value))).toBe(expected),
);
