import fc from "fast-check";
import type { Area } from "../core/sheet/address";
import { contains } from "../core/sheet/address";
import { applyPatch, emptySheet, tidyStyle } from "../core/sheet/apply";
import type { Style } from "../core/sheet/workbook";
import { flatStyles, rectangles, runs } from "../excel-addin/taskpane/excel-host-areas";
import { footerParts, pointsOfWidth } from "../excel-addin/taskpane/excel-host-look";
import { hostError } from "../excel-addin/taskpane/excel-host-request";
import { bytesOf, isPlain, textEntry } from "../excel-addin/taskpane/excel-host-text";
import { takeText } from "./double/typed-value";
import { trickyTexts } from "./host-rows";

describe("text on its way into a cell", () => {
  test.each([
    ["Rất tốt", "Rất tốt"],
    ["Tốt", "'Tốt"],
    ["WAHR", "'WAHR"],
    ["vrai ", "'vrai "],
    ["ＴＲＵＥ", "'ＴＲＵＥ"],
    ["Đúng", "'Đúng"],
    ["Nhận thức số", "Nhận thức số"],
    ["a = số việc", "a = số việc"],
    ["Quyết định số 2345/QĐ-UBND ngày 01 tháng 02 năm 2026 của Ủy ban nhân dân", null],
    ["TRUE", "'TRUE"],
    ["true ", "'true "],
    ["May 5", "'May 5"],
    ["T1", "'T1"],
    [
      "May 5, 2026 là ngày mà mọi đơn vị nộp phiếu tự đánh giá về sở",
      "'May 5, 2026 là ngày mà mọi đơn vị nộp phiếu tự đánh giá về sở",
    ],
    ["=1+1", "'=1+1"],
    ["'a", "''a"],
    ["0123", "'0123"],
    [" a", "' a"],
    ["-", "'-"],
  ])("%s", (text, entry) => expect(textEntry(text, false)).toBe(entry ?? text));

  test.each([
    ["=1+1", "=1+1"], ["0123", "0123"], ["Tốt", "Tốt"], ["'a", null],
  ])("%s in a cell of format text", (text, entry) =>
    expect(textEntry(text, true)).toBe(entry));

  test("comes back as it was, whatever it is", () => {
    const piece = fc.oneof(
      fc.constantFrom(...trickyTexts), fc.string({ maxLength: 6 }), fc.constantFrom(" ", "/", "1", "é", "ngày"),
    );
    fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
      const text = pieces.join("");
      fc.pre(text !== "");
      const entry = textEntry(text, false)!;
      expect(entry.startsWith("=")).toBe(false);
      expect(takeText(entry)).toEqual({ value: text });
    }));
  });

  test("plain text is never a number, a day or TRUE", () => {
    for (const text of trickyTexts) if (isPlain(text)) expect(takeText(text)).toEqual({ value: text });
  });

  test("is measured in UTF-8", () => {
    fc.assert(fc.property(
      fc.string({ unit: "grapheme" }), (text) => expect(bytesOf(text)).toBe(Buffer.byteLength(text)),
    ));
  });
});

describe("areas", () => {
  test("rectangles cover each cell with a key once, and no other", () => {
    const grid = fc.array(
      fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 7 },
    );
    fc.assert(fc.property(grid, (keys) => {
      const found = rectangles(keys.length, 5, (i, j) => keys[i]![j] || undefined);
      keys.forEach((line, i) => line.forEach((key, j) => {
        const over = found.filter(({ area }) => contains(area, i, j));
        expect(over.map((each) => each.key)).toEqual(key === 0 ? [] : [key]);
      }));
    }));
  });

  test("looks laid flat are what they are one after the other", () => {
    const place = fc.integer({ min: 0, max: 5 });
    const size = fc.integer({ min: 1, max: 4 });
    const area: fc.Arbitrary<Area> = fc.record({ row: place, column: place, rows: size, columns: size });
    const style = fc.record({
      bold: fc.boolean(), fill: fc.constantFrom("FF0000", "00FF00"), border: fc.constantFrom("thin", "none"),
      align: fc.constantFrom("left", "right"), indent: fc.integer({ min: 0, max: 2 }), locked: fc.boolean(),
      format: fc.constantFrom("@", "0.00"),
    }, { requiredKeys: [] }) as fc.Arbitrary<Style>;
    fc.assert(fc.property(fc.array(fc.record({ area, style }), { maxLength: 6 }), (styles) => {
      const looks = (list: typeof styles): unknown => {
        const book = { sheets: [emptySheet("A")], active: "A", properties: {} };
        const result = applyPatch(book, { expect: [], sheets: [{ sheet: "A", styles: list }] });
        if (!result.ok) throw new Error("refused");
        return Array.from(
          { length: 10 },
          (_, i) => Array.from({ length: 10 }, (__, j) => tidyStyle(result.workbook.sheets[0]!.cells[i]?.[j]?.s ?? {})),
        );
      };
      const flat = flatStyles(styles);
      expect(looks(flat)).toEqual(looks(styles));
      expect(looks([...flat].reverse())).toEqual(looks(styles));
    }));
  });

  test("neighbours of the same size are one run, the last word on each counts", () => {
    const list = [
      { column: 0, width: 8 }, { column: 1, width: 8 }, { column: 3, width: 8 }, { column: 1, hidden: true },
      { column: 4, width: 8 },
    ];
    expect(runs(list, ({ column }) => column, ({ width, hidden }) => JSON.stringify([width, hidden]))).toEqual([
      { first: 0, count: 1, item: { column: 0, width: 8 } },
      { first: 1, count: 1, item: { column: 1, width: 8, hidden: true } },
      { first: 3, count: 2, item: { column: 3, width: 8 } },
    ]);
  });
});

// Widths of files and what Excel shows for them in pixels at Calibri 11, 0.75 points each.
test.each([
  [9.140625, 64], [8.43, 59], [36, 252], [0, 0], [255, 1785],
])("a column of %d is %d pixels wide", (characters, pixels) =>
  expect(pointsOfWidth(characters) / 0.75).toBe(pixels));

test.each([
  ["&CTrang &P/&N", { left: "", center: "Trang &P/&N", right: "" }],
  ["&LPhiếu &A&C&P&RĐảo", { left: "Phiếu &A", center: "&P", right: "Đảo" }],
  ["&P/&N", { left: "", center: "&P/&N", right: "" }],
  ["&&Lan &P", { left: "", center: "&&Lan &P", right: "" }],
  ["&&&LĐảo&RR&&D &&", { left: "Đảo", center: "&&", right: "R&&D &&" }],
  ["&R&D", { left: "", center: "", right: "&D" }],
])("the foot %s", (footer, parts) => expect(footerParts(footer)).toEqual(parts));

test.each([
  [{ code: "InvalidOperationInCellEditMode", message: "x" }, "edit-mode"],
  [{ code: "AccessDenied", message: "x" }, "protected"],
  [
    { code: "InvalidArgument", message: "x", debugInfo: { errorLocation: "WorksheetProtection.unprotect" } },
    "protected",
  ],
  [{ code: "InvalidArgument", message: "x", debugInfo: { errorLocation: "Range.values" } }, "unknown"],
  [{ code: "RequestPayloadSizeLimitExceeded" }, "too-big"],
  [{ code: "ResponsePayloadSizeLimitExceeded" }, "too-big"],
  [{ code: "RequestAborted" }, "no-answer"],
  [{ code: "ServiceNotAvailable" }, "no-answer"],
  [{ code: "ActivityLimitReached" }, "no-answer"],
  [{ code: "MemoryLimitReached" }, "too-big"],
  [{ code: "BadPassword" }, "protected"],
  [{ code: "ApiNotFound" }, "too-old"],
  [{ code: "NotImplemented" }, "too-old"],
  [new TypeError("x"), "unknown"],
  ["x", "unknown"],
  [null, "unknown"],
])("an error of office.js has a code of ours (%#)", (error, code) => expect(hostError(error).code).toBe(code));
