import { column, held, type Json, outcome, plain, type Probe } from "./probe";

/** Texts that programs like to take for something else. */
const texts = [
  "=1+1", "+84", "-1", "@x", "1/2", "426,66", "426.66", "1234,1234", "1.123456789", "TRUE", "00123", "'abc", "5%", "10:30",
  "2026-11-22", "22/11/2026", " x ", "#N/A", "{a}", "1e5", "a\nb",
];

const written = (prefix: string, format: string | null) => (sheet: GoogleAppsScript.Spreadsheet.Sheet): Json => {
  const range = column(sheet, texts.length);
  if (format !== null) range.setNumberFormat(format);
  range.setValues(texts.map((text) => [prefix + text]));
  return held(range);
};

const formulas = [
  "=IF(1;2;3)", "=IF(1,2,3)", "=SUM(1;2)/4", "=0.5*2", "=0,5*2", "={1,2;3,4}", "={1\\2;3\\4}", "=TRUE()", "=\"a,b;c\"&\"d\"",
  "=IFERROR(1/0;0)", "=COUNTIF(A1:A2;\">=1\")", "=RANK(1;A1:A2)", "=EXACT(\"a\";\"A\")",
];

export const contentProbes: readonly Probe[] = [
  { id: "text-raw", asks: "What setValues makes of text in fresh cells", run: written("", null) },
  { id: "text-apostrophe", asks: "The same with an apostrophe in front", run: written("'", null) },
  { id: "text-format", asks: "The same in cells formatted as text", run: written("", "@") },
  {
    id: "text-then-format", asks: "Whether text held by an apostrophe stays the same when its cells are then formatted as text",
    run: (sheet) => {
      const range = column(sheet, texts.length);
      range.setValues(texts.map((text) => [`'${text}`])).setNumberFormat("@");
      return held(range);
    },
  },
  {
    id: "text-cell-other", asks: "What numbers, truth values and formulas become in cells formatted as text",
    run: (sheet) => {
      const range = column(sheet, 4).setNumberFormat("@");
      range.setValues([[3.5], [true], ["=1+1"], [""]]);
      const before = held(range);
      range.setNumberFormat("General");
      return { before, afterwards: held(range) };
    },
  },
  {
    id: "text-to-general", asks: "Whether text that looks like a number stays text when its format is taken away",
    run: (sheet) => {
      const range = column(sheet, 3).setNumberFormat("@");
      range.setValues([["12"], ["=1+1"], ["1/2"]]).setNumberFormat("General");
      return held(range);
    },
  },
  {
    id: "formula-values", asks: "Which spellings setValues takes for a formula, and how they are given back",
    run: (sheet) => formulas.map((formula, index) => {
      const cell = sheet.getRange(index * 3 + 1, 3);
      return { formula, set: outcome(() => void cell.setValues([[formula]])), held: held(cell) };
    }),
  },
  {
    id: "formula-formulas", asks: "The same by setFormulas",
    run: (sheet) => formulas.map((formula, index) => {
      const cell = sheet.getRange(index * 3 + 1, 3);
      return { formula, set: outcome(() => void cell.setFormulas([[formula]])), held: held(cell) };
    }),
  },
  {
    id: "mixed-block", asks: "Values, formulas and blanks in one setValues over cells that hold something",
    run: (sheet) => {
      const range = sheet.getRange("A1:C2");
      range.setValues([["old", 1, "=1+2"], ["old", 2, 3]]);
      range.setValues([["'=text", "=A2&\"!\"", ""], ["", 2.5, true]]);
      return held(range);
    },
  },
  {
    id: "formats", asks: "Number formats as they are given back, and what they show",
    run: (sheet) => {
      const formats = ["", "General", "0.00", "0.00%", '0.00" %"', "#,##0.00", "0", "dd/mm/yyyy", "@", "0.###############"];
      const range = column(sheet, formats.length);
      const fresh = range.getNumberFormats();
      const set = formats.map((format, index) => outcome(() => void sheet.getRange(index + 1, 1).setNumberFormat(format)));
      range.setValues(formats.map(() => [1234.5]));
      return { fresh, formats, set, held: held(range) };
    },
  },
  {
    id: "long-number", asks: "How many digits a number shows without a format",
    run: (sheet) => {
      const range = column(sheet, 3).setValues([[1 / 3], [123456789012345], [1e-7]]);
      return held(range);
    },
  },
  {
    id: "errors", asks: "What getValues gives for errors",
    run: (sheet) => {
      const range = column(sheet, 6);
      range.setFormulas([["=1/0"], ["=NA()"], ["=NOSUCHFUNCTION()"], ["=SQRT(-1)"], ["=\"a\"+1"], ["=INDIRECT(\"nothing!A1\")"]]);
      return held(range);
    },
  },
  {
    id: "days", asks: "Days and times as values, and their distance from UTC",
    run: (sheet, book) => {
      const range = column(sheet, 6).setNumberFormat("yyyy-mm-dd hh:mm:ss");
      range.setValues([[1], [60], [61], [20000.25], [46113.5], [0.75]]);
      const zone = book.getSpreadsheetTimeZone();
      const distances = (range.getValues() as unknown[][]).map(([value]) =>
        value instanceof Date ? Utilities.formatDate(value, zone, "Z") : plain(value));
      return { zone, distances, isDate: (range.getValues()[0] as unknown[])[0] instanceof Date, held: held(range) };
    },
  },
  {
    id: "long-text", asks: "The longest text of a cell",
    run: (sheet) => [32767, 50000, 50001].map((length) => ({
      length, set: outcome(() => void sheet.getRange(1, 1).setValues([["x".repeat(length)]])),
    })),
  },
];
