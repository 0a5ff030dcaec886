import fc from "fast-check";
import type { Validation } from "../../core/sheet/workbook";

const text = (most: number): fc.Arbitrary<string> => fc.string({ unit: "grapheme", maxLength: most });
const message = fc.record({ title: text(40), text: text(300) });
const figure = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(0.1, 1 / 3, 1e-7, 1e15, -2.5, 99.99));
const ends = (one: fc.Arbitrary<number>) => fc.tuple(one, one).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
const option = fc.oneof(fc.constantFrom("Có", "Không", "a, b", "=1", " x ", "Đạt 1/2"), text(90).filter((each) => each.trim() !== ""));

/** Checks of every kind, with words and members that a program may have to cut or cannot hold; `sheet` holds members. */
export const randomCheck = (sheet: string): fc.Arbitrary<Validation> => fc.tuple(
  fc.record({ prompt: message, error: message, allowBlank: fc.boolean() }),
  fc.oneof(
    fc.array(option, { minLength: 1, maxLength: 5 }).map((options) => ({ kind: "list" as const, options })),
    fc.constant({ kind: "range" as const, sheet, area: { row: 0, column: 0, rows: 5, columns: 1 } }),
    ends(figure).map((both) => ({ kind: "number" as const, ...both })),
    ends(fc.integer({ min: -1e6, max: 1e6 })).map((both) => ({ kind: "whole" as const, ...both })),
    fc.integer({ min: 1, max: 32767 }).map((max) => ({ kind: "length" as const, max })),
  ),
).map(([said, kind]) => ({ ...said, ...kind }));
