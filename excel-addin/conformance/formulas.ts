import { type Json, type Probe, column, held, outcome } from "./probe";

/**
 * Numerator, denominator and factor whose product has exactly a 5 in the third decimal, computed with 64-bit floats: 22
 * that come out below the midpoint, 12 on it and 6 above.
 */
export const MIDPOINTS: readonly (readonly [number, number, number])[] = [
  [38, 80, 3], [91, 160, 12], [267, 160, 36], [191, 200, 5], [259, 200, 15], [568, 320, 3], [38, 320, 36], [446, 400, 3],
  [534, 400, 7], [114, 400, 15], [431, 400, 30], [380, 800, 3], [382, 800, 10], [527, 800, 12], [251, 800, 20],
  [338, 800, 30], [701, 800, 36], [837, 800, 100], [691, 1000, 5], [567, 1000, 15], [591, 1000, 25], [183, 120, 7],
  [67, 80, 2], [273, 160, 20], [65, 200, 7], [494, 320, 12], [231, 400, 2], [559, 400, 10], [452, 800, 1], [679, 800, 12],
  [431, 800, 36], [359, 1000, 5], [845, 1000, 25], [245, 168, 3], [241, 160, 12], [168, 320, 7], [553, 400, 10],
  [185, 800, 12], [68, 800, 43], [339, 1000, 25],
];

/** The product rounded half away from zero to two decimals, by whole numbers alone. */
export const roundedExactly = ([a, b, c]: readonly [number, number, number]): number => Math.floor((((a * c * 1000) / b) + 5) / 10) / 100;

const OLD_FUNCTIONS = [
  "=SUMPRODUCT((A1:A5>1)*A1:A5)", "=MATCH(3,A1:A5,0)", "=MATCH(3.5,A1:A5,1)", "=INDEX(A1:A5,4)", "=COUNTIF(A1:A5,\">2\")",
  "=SMALL(A1:A5,2)", "=LARGE(A1:A5,2)", "=IFERROR(1/0,\"x\")", "=EXACT(\"có\",\"Có\")", "=\"có\"=\"CÓ\"", "=LEN(A6)",
  "=ISNUMBER(A6)", "=IF(A6=\"\",1,0)", "=A6+1", "=MIN(MAX(A1,3),4)", "=SIGN(-2)", "=TEXT(1234.5,\"0.00\")", "=1/3*3=1",
  "=0.1+0.2=0.3", "=0.1+0.2-0.3", "=ROUND(-2.5,0)", "=SUMIFS(A1:A5,A1:A5,\">1\",A1:A5,\"<5\")", "=RANK(3,A1:A5)", "=1000+10^-9>1000",
];

export const formulaProbes: readonly Probe[] = [
  {
    id: "formulas.round",
    asks: [
      "ROUND ở 40 điểm giữa (…5): công thức thường và công thức có chốt của phiếu cho ra gì?",
      "ROUND at 40 midpoints (…5): what do the plain formula and the form's guarded one give?",
    ],
    needs: "nobody",
    run: async (sheet) => {
      const last = MIDPOINTS.length;
      sheet.getRange(`A1:C${last}`).values = MIDPOINTS.map((row) => [...row]);
      const range = sheet.getRange(`D1:E${last}`);
      range.formulas = MIDPOINTS.map((_, index) => {
        const value = `A${index + 1}/B${index + 1}*C${index + 1}`;
        return [`=ROUND(${value},2)`, `=ROUND(${value}+SIGN(${value})*10^-9,2)`];
      });
      range.load("values");
      await sheet.context.sync();
      const plain = range.values.map(([value]) => value as number);
      const guarded = range.values.map(([, value]) => value as number);
      const wrong = (values: readonly number[]): number => values.filter((value, index) => value !== roundedExactly(MIDPOINTS[index]!)).length;
      return { plain, guarded, plainWrong: wrong(plain), guardedWrong: wrong(guarded) };
    },
  },
  {
    id: "formulas.same-batch",
    asks: ["Giá trị đọc trong cùng một lượt với công thức vừa ghi đã tính chưa?", "Is a value read in the same batch as its new formula computed?"],
    needs: "nobody",
    run: async (sheet) => {
      column(sheet, [2, 3]);
      const sum = sheet.getRange("B1");
      sum.formulas = [["=A1+A2"]];
      sum.load("values");
      sheet.getRange("A1").values = [[10]];
      const later = sheet.getRange("B1");
      later.load("values");
      await sheet.context.sync();
      return { first: sum.values, later: later.values };
    },
  },
  {
    id: "formulas.old-functions",
    asks: ["Các hàm mà phiếu dùng cho ra gì, đọc lại có nguyên văn không?", "What do the form's functions give, and do formulas read back as written?"],
    needs: "nobody",
    run: async (sheet) => {
      column(sheet, [1, 2, 3, 4, 5, "", 7]);
      const range = sheet.getRangeByIndexes(0, 2, OLD_FUNCTIONS.length, 1);
      range.formulas = OLD_FUNCTIONS.map((formula) => [formula]);
      range.load("values,formulas");
      await sheet.context.sync();
      return OLD_FUNCTIONS.map((written, index) => {
        const [read] = range.formulas[index]!;
        return { written, value: range.values[index]![0] as Json, read: read === written ? "same" : (read as Json) };
      });
    },
  },
  {
    id: "formulas.spill",
    asks: ["Công thức trả về nhiều ô có tràn sang ô bên không?", "Does a formula that gives several cells spill?"],
    needs: "nobody",
    run: async (sheet) => {
      column(sheet, [1, 2, 3]);
      sheet.getRange("C1").formulas = [["=A1:A3*2"]];
      return held(sheet.getRange("C1:C3"));
    },
  },
  {
    id: "formulas.spelling",
    asks: ["Cách viết công thức khi đọc lại (chữ thường, dấu cách, tên trang tính)?", "How are formulas spelled when read back (lower case, spaces, sheet names)?"],
    needs: "nobody",
    run: async (sheet) => {
      sheet.load("name");
      await sheet.context.sync();
      const range = sheet.getRange("B1:B6");
      const own = `'${sheet.name}'!`;
      range.formulas = ["=sum( a1 : a2 )", "=A1 + A2", `=${own}A1`, "=$A$1*1.50", "=if(true,1)", "=A1%"].map((text) => [text]);
      range.load("formulas");
      await sheet.context.sync();
      return range.formulas.map(([text]) => String(text).split(own).join("<own>"));
    },
  },
  {
    id: "formulas.refused",
    asks: ["Công thức sai bị từ chối với mã nào; dấu chấm phẩy có được nhận không?", "With which code is a wrong formula refused; are semicolons taken?"],
    needs: "nobody",
    run: async (sheet) => {
      const tried: Record<string, Json> = {};
      for (const text of ["=SUM(1,2", "=SUM(1;2)", "=1+", "=SUM(1,,2)", "=Không_có!A1", `=${"A1+".repeat(3000)}A1`]) {
        tried[text.slice(0, 20)] = await outcome(async () => {
          const cell = sheet.getRange("A9");
          cell.formulas = [[text]];
          cell.load("values");
          await sheet.context.sync();
          return cell.values as Json;
        });
      }
      return tried;
    },
  },
  {
    id: "formulas.names",
    asks: ["names.add với Range, với “=…” và không có dấu “=” thành gì?", "What do names.add with a Range, with “=…” and without “=” make?"],
    needs: "nobody",
    run: async (sheet) => {
      sheet.load("name");
      await sheet.context.sync();
      const address = `'${sheet.name}'!$A$1`;
      const tried: Record<string, Json> = {};
      const ways: Record<string, Excel.Range | string> = { range: sheet.getRange("A1"), equals: `=${address}`, bare: address };
      for (const [way, reference] of Object.entries(ways)) {
        tried[way] = await outcome(async () => {
          const item = sheet.names.add(`ThuTen_${way}`, reference);
          item.load("type,value,visible,formula");
          await sheet.context.sync();
          const plain = (text: unknown): Json => String(text).split(sheet.name).join("<sheet>");
          return { type: item.type, visible: item.visible, value: plain(item.value), formula: plain(item.formula) };
        });
      }
      return tried;
    },
  },
  {
    id: "formulas.conditional-format",
    asks: ["Định dạng có điều kiện đọc lại thế nào?", "How does a conditional format read back?"],
    needs: "nobody",
    run: async (sheet) => {
      const range = sheet.getRange("A2:B4");
      const format = range.conditionalFormats.add("Custom");
      format.custom.rule.formula = '=$B2="Thiếu"';
      format.custom.format.fill.color = "#FFC7CE";
      format.load("type,priority,stopIfTrue");
      format.custom.rule.load("formula");
      await sheet.context.sync();
      const { type, priority, stopIfTrue } = format;
      const { formula } = format.custom.rule;
      range.conditionalFormats.clearAll();
      const count = range.conditionalFormats.getCount();
      await sheet.context.sync();
      return { type, priority, stopIfTrue, formula, left: count.value };
    },
  },
];
