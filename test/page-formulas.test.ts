import { emptySheet } from "../core/sheet/apply";
import type { Cell, CellValue, Workbook } from "../core/sheet/workbook";
import { type Desk, openDesk } from "./kit/browser";

jest.setTimeout(120000);

/** Column A to C of the data: numbers, texts, blanks. */
const data: (CellValue)[][] = [
  [3, "Có", null],
  [1.005, "Không", 0],
  [-2.675, "Có", ""],
  [7, "có", true],
  [7, " Tốt ", 2],
];

/** Every function that our sheets use, with hand-computed results. */
const rows: [formula: string, value: CellValue][] = [
  ["ROUND(A2+SIGN(A2)*1/1000000000,2)", 1.01],
  ["ROUND(A3+SIGN(A3)*1/1000000000,2)", -2.68],
  ["ROUND(A2*100+1/10000000,0)/100", 1.01],
  ["SIGN(A3)", -1],
  ["SIGN(0)", 0],
  ["ABS(A3)", 2.675],
  ["INT(A3)", -3],
  ["SUM(A1:A5)", 15.33],
  ["SUM(C1:C5)", 2],
  ["AVERAGE(A4:A5)", 7],
  ["MIN(A1:A5)", -2.675],
  ["MAX(A1:A5)", 7],
  ["COUNT(A1:C5)", 7],
  ["LARGE(A1:A5,3)", 3],
  ["SMALL(A1:A5,2)", 1.005],
  ["RANK(A1,A$1:A$5)", 3],
  ["RANK(A5,$A$1:$A$5)", 1],
  ["RANK(A4,$A$1:$A$5)", 1],
  ["COUNTIF(A1:A5,7)", 2],
  ["COUNTIF(A1:A5,\">2\")", 3],
  ["COUNTIFS(A1:A5,\">2\",B1:B5,\"Có\")", 2],
  ["SUMIF(A1:A5,\">2\")", 17],
  ["SUMIFS(A1:A5,B1:B5,\"Có\",A1:A5,\">3\")", 7],
  ["SUMPRODUCT((A1:A5>2)*A1:A5)", 17],
  ["MATCH(7,A1:A5,0)", 4],
  ["MATCH(5,{1,3,5,7},1)", 3],
  ["INDEX(B1:B5,2)", "Không"],
  ["INDEX(A1:B5,4,2)", "có"],
  ["LOOKUP(80,$E$1:$E$3,$F$1:$F$3)", "Khá"],
  ["LOOKUP(50,$E$1:$E$3,$F$1:$F$3)", "Đạt"],
  ["CHOOSE(2,\"a\",\"b\")", "b"],
  ["IF(AND(ISNUMBER(A1),A1>=3),\"đủ\",\"thiếu\")", "đủ"],
  ["IF(OR(LEN(C1)=0,A1>9),1,2)", 1],
  ["IF(NOT(ISNUMBER(B1)),1,2)", 1],
  ["LEN(C1)=0", true],
  ["LEN(C2)=0", false],
  ["LEN(C2)", 1],
  ["LEN(B5)", 5],
  ["TRIM(B5)", "Tốt"],
  ["LEFT(B2,2)", "Kh"],
  ["SUBSTITUTE(B2,\"g\",\"\")", "Khôn"],
  ["EXACT(B1,\"Có\")", true],
  ["EXACT(B4,\"Có\")", false],
  ["B4=\"Có\"", true],
  ["ISTEXT(B1)", true],
  ["ISNUMBER(C4)", false],
  ["ISERROR(1/0)", true],
  ["IFERROR(1/0,\"lỗi\")", "lỗi"],
  ["1/0", { error: "#DIV/0!" }],
  ["TEXT(ROUND(A2,1),\"0\")", "1"],
  ["A1&\" điểm\"", "3 điểm"],
  ["A1/A4>=3/7-1/1000000000", true],
  ["-A1^2", 9],
  ["2^3", 8],
  ["(A1+A4)*2-1", 19],
  ["SUM('Số liệu 2'!A1:A2)", 30],
  ["TRUE()", true],
];

const bands: Cell[][] = [[{ v: 0 }, { v: "Đạt" }], [{ v: 65 }, { v: "Khá" }], [{ v: 90 }, { v: "Tốt" }]];
const book: Workbook = {
  active: "Tính",
  properties: {},
  sheets: [
    {
      ...emptySheet("Tính"),
      cells: rows.map(([f], i) => [
        ...[0, 1, 2].map((column): Cell | undefined => {
          const v = data[i]?.[column];
          return v === undefined || v === null ? undefined : { v };
        }),
        undefined, ...(bands[i] ?? [undefined, undefined]), undefined, { v: null, f },
      ]),
    },
    { ...emptySheet("Số liệu 2"), cells: [[{ v: 10 }], [{ v: 20 }]] },
  ],
};

let desk: Desk;
let values: (CellValue | undefined)[];
beforeAll(async () => {
  desk = await openDesk();
  values = await desk.page.evaluate(async ([workbook, count]) => {
    const { grid } = globalThis.scorebook!;
    grid.load(workbook, { fresh: false });
    await grid.settled();
    return Array.from({ length: count }, (_, row) => grid.value("Tính", row, 7));
  }, [book, rows.length] as const);
});
afterAll(() => desk?.close());

test.each(rows.map((row, i) => [...row, i] as const))("the grid computes %s as %p", (_formula, expected, i) => {
  const value = values[i];
  if (typeof expected === "number") expect(value).toBeCloseTo(expected, 9);
  else expect(value).toEqual(expected);
});

test("nothing else happened", () => expect(desk.faults).toEqual([]));
