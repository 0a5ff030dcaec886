import { type Probe, column, held, outcome } from "./probe";

/** Texts that a spreadsheet may take for something else. */
const TEXTS = [
  "426.66", "426,66", "1.000", "1,000", "1.234.567", "1,234,567", "45/50", "12/5/2024", "2024-05-12", "95%",
  "95,26%", "1e3", "TRUE", "đúng", "0012", "(5)", "-", "+5", "10đ", "$5", "1:30", " 7", "7 ", "", "'0012", "'=1+1", "@abc",
];
/** Texts that may become dates of the year in which they are written. */
const DAYS = ["1/2", "5-12", "12/5", "May 5"];
/** Texts that begin like formulas and are none. */
const LIKE_FORMULAS = ["=", "==", "=1+", "=abc(", "+x", "-x"];

/** TRUE and FALSE in other languages of Excel, and in wide letters. */
const LIKE_TRUE = [
  "true", " TRUE ", "ＴＲＵＥ", "WAHR", "FALSCH", "VRAI", "FAUX", "VERDADERO", "ИСТИНА", "PRAWDA", "Đúng", "Sai", "Có",
];

const parts = (text: string): string => [...text].map((char) => char.codePointAt(0)!.toString(16)).join(" ");

export const cellProbes: readonly Probe[] = [
  {
    id: "cells.text-general",
    asks: [
      "Chuỗi ghi qua API vào ô định dạng chung trở thành gì (426,66; 1.000; 12/5/2024; 95%; dấu nháy đầu)?",
      "What becomes of strings written by the API into General cells (426,66; 1.000; 12/5/2024; 95%; a leading apostrophe)?",
    ],
    needs: "nobody",
    run: async (sheet) => ({ written: TEXTS, held: await held(column(sheet, TEXTS)) }),
  },
  {
    id: "cells.text-days",
    asks: ["Chuỗi như 1/2, 5-12 có thành ngày không?", "Do strings like 1/2 and 5-12 become dates?"],
    needs: "nobody",
    measured: true,
    run: async (sheet) => ({ written: DAYS, held: await held(column(sheet, DAYS)) }),
  },
  {
    id: "cells.text-at",
    asks: ["Cũng các chuỗi đó trong ô định dạng văn bản (@) có còn nguyên không?", "Do the same strings stay as they are in cells formatted as text (@)?"],
    needs: "nobody",
    run: async (sheet) => {
      const range = sheet.getRangeByIndexes(0, 0, TEXTS.length, 1);
      range.numberFormat = TEXTS.map(() => ["@"]);
      range.values = TEXTS.map((text) => [text]);
      const first = await held(range);
      range.values = range.values;
      return { written: TEXTS, held: first, writtenBack: await held(range) };
    },
  },
  {
    id: "cells.text-at-later",
    asks: [
      "Số và công thức ghi vào ô văn bản (@), và ô số đổi sang văn bản rồi trở lại, thành gì?",
      "What becomes of numbers and formulas in text cells (@), and of numbers whose cell turns to text and back?",
    ],
    needs: "nobody",
    run: async (sheet) => {
      const text = sheet.getRange("A1:A3");
      text.numberFormat = [["@"], ["@"], ["@"]];
      text.values = [[426.66], ["=1+1"], [true]];
      const number = sheet.getRange("B1");
      number.values = [[426.66]];
      number.numberFormat = [["@"]];
      const turned = { text: await held(text), number: await held(number) };
      text.numberFormat = [["General"], ["General"], ["General"]];
      number.numberFormat = [["General"]];
      return { ...turned, back: await held(text), numberBack: await held(number) };
    },
  },
  {
    id: "cells.like-true",
    asks: [
      "TRUE viết bằng tiếng khác hay chữ rộng, ghi không có dấu nháy, có thành giá trị lôgic không?",
      "Does TRUE in other languages or in wide letters become a logical value when written without an apostrophe?",
    ],
    needs: "nobody",
    run: async (sheet) => ({ written: LIKE_TRUE, held: await held(column(sheet, LIKE_TRUE)) }),
  },
  {
    id: "cells.like-formulas",
    asks: ["Chuỗi trông như công thức hỏng có bị từ chối không?", "Are strings that look like broken formulas refused?"],
    needs: "nobody",
    run: async (sheet) => {
      const answers: Record<string, Awaited<ReturnType<typeof outcome>>> = {};
      for (const text of LIKE_FORMULAS) {
        answers[text] = await outcome(() => {
          const cell = sheet.getRange("A1");
          cell.values = [[text]];
          return held(cell);
        });
      }
      return answers;
    },
  },
  {
    id: "cells.empty",
    asks: ["null, chuỗi rỗng và xoá nội dung khác nhau thế nào?", "How do null, the empty string and clearing differ?"],
    needs: "nobody",
    run: async (sheet) => {
      const range = column(sheet, [1, 2, 3, 4]);
      range.values = [[null], [""], [5], [null]];
      sheet.getRange("A3").clear("Contents");
      const formula = sheet.getRange("B1");
      formula.formulas = [['=IF(TRUE,"",0)']];
      const blank = sheet.getRange("B2");
      blank.formulas = [["=ISBLANK(A2)"]];
      return { range: await held(range), formula: await held(formula), isBlank: await held(blank) };
    },
  },
  {
    id: "cells.date",
    asks: ["Ngày được giữ thành số nào, hiện thế nào?", "As which number is a date held, and how is it shown?"],
    needs: "nobody",
    run: async (sheet) => {
      const range = column(sheet, [45424, 45424.5, 1, 59, 60, 61, 0, -1]);
      range.numberFormat = ["dd/mm/yyyy", "dd/mm/yyyy hh:mm", ...Array<string>(6).fill("dd/mm/yyyy")].map((format) => [format]);
      return held(range);
    },
  },
  {
    id: "cells.error",
    asks: ["Ô lỗi đọc ra thế nào?", "How do cells with errors read?"],
    needs: "nobody",
    run: async (sheet) => {
      const range = sheet.getRange("A1:A7");
      range.formulas = ["=1/0", "=NA()", '="x"+1', "=NOSUCHFUNCTION(1)", "=NOSUCHNAME", "=SQRT(-1)", "=INDEX(A1:A2,9)"].map((text) => [text]);
      const written = sheet.getRange("B1:B2");
      written.values = [["#N/A"], ["#DIV/0!"]];
      return { formulas: await held(range), written: await held(written) };
    },
  },
  {
    id: "cells.number",
    asks: ["Số dài và số lẻ giữ được bao nhiêu chữ số?", "How many digits do long and odd numbers keep?"],
    needs: "nobody",
    run: async (sheet) => {
      const numbers = [0.1 + 0.2, 1 / 3, 123456789012345680, 1e15, 999999999999999, 1e21, 1e-7, -0, 4.35, 1.005];
      const range = column(sheet, numbers);
      range.load("values");
      await sheet.context.sync();
      return { same: range.values.map(([value], index) => value === numbers[index]), values: range.values };
    },
  },
  {
    id: "cells.unicode",
    asks: [
      "Tiếng Việt dựng sẵn và tổ hợp, xuống dòng, tab, khoảng trắng có còn nguyên từng ký tự không?",
      "Do Vietnamese letters, composed and decomposed, line breaks, tabs and spaces stay as they are?",
    ],
    needs: "nobody",
    run: async (sheet) => {
      const texts = ["Có".normalize("NFC"), "Có".normalize("NFD"), "a\nb", "a\r\nb", "a\tb", "  a  ", "a\u00a0b", "🙂", "\u200b"];
      const range = column(sheet, texts);
      const same = sheet.getRange("B1");
      same.formulas = [["=EXACT(A1,A2)"]];
      range.load("values");
      same.load("values");
      await sheet.context.sync();
      return { codes: range.values.map(([value]) => parts(String(value))), exact: same.values };
    },
  },
  {
    id: "cells.long-text",
    asks: ["Ô chứa được bao nhiêu ký tự?", "How many characters does a cell hold?"],
    needs: "nobody",
    run: async (sheet) => {
      const write = (length: number): ReturnType<typeof outcome> =>
        outcome(async () => {
          const cell = sheet.getRange("A1");
          cell.values = [["x".repeat(length)]];
          cell.load("values");
          await sheet.context.sync();
          return String(cell.values[0]![0]).length;
        });
      return { 32767: await write(32767), 32768: await write(32768), 40000: await write(40000) };
    },
  },
  {
    id: "cells.narrow",
    asks: ["Đọc “text” của cột quá hẹp có ra ### không?", "Does reading “text” of a narrow column give ###?"],
    needs: "nobody",
    measured: true,
    run: async (sheet) => {
      const range = column(sheet, [1234567890.12, "một đoạn chữ dài"]);
      range.format.columnWidth = 10;
      return held(range);
    },
  },
  {
    id: "cells.used-range",
    asks: ["Vùng đã dùng là gì khi trống, sau khi ghi, định dạng và xoá?", "What is the used range when empty, after writing, formatting and clearing?"],
    needs: "nobody",
    run: async (sheet) => {
      const used = async (): Promise<readonly (string | null)[]> => {
        const both = [sheet.getUsedRangeOrNullObject(false), sheet.getUsedRangeOrNullObject(true)];
        both.forEach((range) => range.load("address"));
        await sheet.context.sync();
        return both.map((range) => (range.isNullObject ? null : range.address.replace(/^.*!/, "")));
      };
      const empty = await used();
      sheet.getRange("C3:D4").values = [[1, ""], ["", 2]];
      const written = await used();
      sheet.getRange("F9").format.fill.color = "#FFFF00";
      const formatted = await used();
      sheet.getRange("H12").formulas = [['=""']];
      const formula = await used();
      sheet.getRange("D4").clear("Contents");
      sheet.getRange("H12").clear("Contents");
      const emptied = await used();
      sheet.getRange("A1:Z99").clear("All");
      return { empty, written, formatted, formula, emptied, cleared: await used() };
    },
  },
];
