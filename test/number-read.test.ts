import * as fc from "fast-check";
import { decimalMarkOf, readNumber, type NumberReading } from "../core/number/read";
import { numbers } from "./rows/numbers";

function shown(reading: NumberReading): string {
  if (reading.kind === "none") return "-";
  if (reading.kind === "ambiguous") return `? ${reading.readings.join(" | ")}`;
  return reading.value + (reading.percent === true ? " %" : "") + (reading.of === undefined ? "" : ` of ${reading.of}`);
}

test.each(numbers.map((row) => ({ row })))("$row", ({ row: [text, expected, decimal] }) => {
  expect(shown(readNumber(text, decimal))).toBe(expected);
});

test("a decimal reads back under either mark", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 12n), fc.integer({ min: 0, max: 6 }), fc.constantFrom(",", "."), (n, places, mark) => {
      const digits = n.toString().padStart(places + 1, "0");
      const whole = digits.slice(0, digits.length - places);
      const part = digits.slice(digits.length - places);
      const plain = part.replace(/0+$/, "") === "" ? whole : `${whole}.${part.replace(/0+$/, "")}`;
      const typed = places === 0 ? whole : `${whole}${mark}${part}`;
      expect(readNumber(typed, mark as "," | ".")).toEqual({ kind: "number", value: plain });
    }),
  );
});

test("groups of three read back beside a decimal part", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 10 ** 9 }), fc.constantFrom(",", "."), (n, mark) => {
      const grouped = n.toString().replace(/\B(?=(\d{3})+$)/g, mark === "," ? "." : ",");
      expect(readNumber(`${grouped}${mark}25`)).toEqual({ kind: "number", value: `${n}.25` });
    }),
  );
});

test.each(["1", "1.", " ", "1 ", "(", "- ", "1/"])("32,768 times “%s” is no number", (unit) => {
  expect(readNumber(unit.repeat(32768))).toEqual({ kind: "none" });
});

test.each([
  [["45,56", "10"], ","],
  [["45.56", "1.000"], "."],
  [["1.234,5"], ","],
  [["1.234.567"], ","],
  [["1.000", "10"], null],
  [["1,5", "1.5"], null],
  [[], null],
])("the clear numbers of %j use %j", (texts, mark) => {
  expect(decimalMarkOf(texts)).toBe(mark);
});
