import { type Json, type Probe, outcome } from "./probe";

type Rule = Excel.DataValidationRule;

const list = (source: string): Rule => ({ list: { inCellDropDown: true, source } });
const between: Rule = { decimal: { formula1: 0, formula2: 100, operator: "Between" } };

async function readRule(range: Excel.Range): Promise<Json> {
  const { dataValidation } = range;
  dataValidation.load("rule,type,valid,errorAlert,prompt,ignoreBlanks");
  await range.context.sync();
  const { rule, type, valid, errorAlert, prompt, ignoreBlanks } = dataValidation;
  return JSON.parse(JSON.stringify({ rule, type, valid, errorAlert, prompt, ignoreBlanks })) as Json;
}

const ruled = (sheet: Excel.Worksheet, address: string, rule: Rule): Promise<Json> =>
  outcome(() => {
    const range = sheet.getRange(address);
    range.dataValidation.rule = rule;
    return readRule(range);
  });

export const validationProbes: readonly Probe[] = [
  {
    id: "validation.rules",
    asks: ["Quy tắc danh sách, số và công thức đọc lại thế nào?", "How do list, number and formula rules read back?"],
    needs: "nobody",
    run: async (sheet) => ({
      list: await ruled(sheet, "A1:A3", list("Có,Không")),
      number: await ruled(sheet, "B1:B3", between),
      whole: await ruled(sheet, "C1:C3", { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } }),
      formula: await ruled(sheet, "D1:D3", { custom: { formula: "=ISNUMBER(D1)" } }),
      reference: await ruled(sheet, "E1:E3", { decimal: { formula1: 0, formula2: "=$B$1", operator: "Between" } }),
      none: await readRule(sheet.getRange("G1")),
      mixed: await readRule(sheet.getRange("A1:B1")),
    }),
  },
  {
    id: "validation.order",
    asks: ["Thứ tự gán prompt và rule có gây lỗi không?", "Does the order of setting prompt and rule matter?"],
    needs: "nobody",
    run: async (sheet) => {
      const prompt = { title: "Nhập số", message: "Từ 0 đến 100", showPrompt: true };
      const errorAlert: Excel.DataValidationErrorAlert = { title: "Chưa đúng", message: "Xin nhập số từ 0 đến 100", showAlert: true, style: "Stop" };
      const ruleFirst = await outcome(() => {
        const range = sheet.getRange("A1:A3");
        range.dataValidation.rule = between;
        range.dataValidation.errorAlert = errorAlert;
        range.dataValidation.prompt = prompt;
        range.dataValidation.ignoreBlanks = true;
        return readRule(range);
      });
      const promptFirst = await outcome(async () => {
        sheet.getRange("C1:E9").dataValidation.prompt = prompt;
        const range = sheet.getRange("D2:D3");
        range.dataValidation.rule = between;
        return readRule(range);
      });
      return { ruleFirst, promptFirst };
    },
  },
  {
    id: "validation.prompt-length",
    asks: ["Lời nhắc và lời báo lỗi dài tới đâu?", "How long may prompts and alerts be?"],
    needs: "nobody",
    run: async (sheet) => {
      const tried = (title: number, message: number): Promise<Json> =>
        outcome(async () => {
          const range = sheet.getRange("A1");
          range.dataValidation.rule = between;
          range.dataValidation.prompt = { title: "t".repeat(title), message: "m".repeat(message), showPrompt: true };
          await sheet.context.sync();
        });
      return { "32+255": await tried(32, 255), "33+255": await tried(33, 255), "32+256": await tried(32, 256) };
    },
  },
  {
    id: "validation.lists",
    asks: ["Danh sách có dấu phẩy, dài quá 255 ký tự, hoặc lấy từ vùng ô thì sao?", "What of lists with commas, beyond 255 characters, or from a range?"],
    needs: "nobody",
    run: async (sheet) => {
      sheet.getRange("Z1:Z3").values = [["Có, đủ"], ["Có; thiếu"], ["Không"]];
      await sheet.context.sync();
      const options = (count: number): string => Array.from({ length: count }, (_, index) => `lựa chọn ${index}`).join(",");
      return {
        comma: await ruled(sheet, "A1", list("Có\\, đủ,Không")),
        quoted: await ruled(sheet, "A2", list('"Có, đủ",Không')),
        semicolon: await ruled(sheet, "A3", list("Có;Không")),
        spaces: await ruled(sheet, "A4", list(" Có , Không ")),
        long: await ruled(sheet, "A5", list(options(20))),
        tooLong: await ruled(sheet, "A6", list(options(40))),
        reference: await ruled(sheet, "A7", list("=$Z$1:$Z$3")),
        empty: await ruled(sheet, "A8", list("")),
      };
    },
  },
  {
    id: "validation.list-sources",
    asks: ["Danh sách lấy từ tên và từ INDIRECT có hợp lệ ngay không?", "Do lists from a name and from INDIRECT hold at once?"],
    needs: "nobody",
    run: async (sheet) => {
      sheet.load("name");
      const source = sheet.getRange("Z1:Z2");
      source.values = [["Có"], ["Không"]];
      sheet.names.add("ThuDanhSach", source);
      sheet.getRange("A1:A2").values = [["Có"], ["Sai"]];
      sheet.getRange("B1:B2").values = [["Có"], ["Sai"]];
      await sheet.context.sync();
      const valid = async (address: string, rule: Rule): Promise<Json> =>
        outcome(async () => {
          sheet.getRange(address).dataValidation.rule = rule;
          const cells = [0, 1].map((row) => sheet.getRange(address).getCell(row, 0).dataValidation);
          cells.forEach((cell) => cell.load("valid"));
          await sheet.context.sync();
          return cells.map((cell) => cell.valid);
        });
      return {
        name: await valid("A1:A2", list(`='${sheet.name}'!ThuDanhSach`)),
        indirect: await valid("B1:B2", list('=INDIRECT("$Z$1:$Z$2")')),
      };
    },
  },
  {
    id: "validation.api-write",
    asks: ["Giá trị sai ghi qua API có bị chặn không; ô sai có được nhận ra không?", "Is a wrong value written by the API stopped, and are wrong cells told?"],
    needs: "nobody",
    run: async (sheet) => {
      const range = sheet.getRange("A1:A4");
      range.dataValidation.rule = between;
      const written = await outcome(async () => {
        range.values = [[50], [500], ["chữ"], [""]];
        await sheet.context.sync();
      });
      const cells = [0, 1, 2, 3].map((row) => range.getCell(row, 0));
      cells.forEach((cell) => {
        cell.load("values");
        cell.dataValidation.load("valid");
      });
      const wrong = range.dataValidation.getInvalidCellsOrNullObject();
      wrong.load("address");
      await sheet.context.sync();
      return {
        written, values: cells.map((cell) => cell.values[0]![0] as Json), valid: cells.map((cell) => cell.dataValidation.valid),
        wrong: wrong.isNullObject ? null : wrong.address.replace(/[^,]*!/g, ""),
      };
    },
  },
  {
    id: "validation.typing",
    asks: ["Gõ giá trị sai và dán đè: quy tắc có chặn không, ô có còn quy tắc không?", "Typing a wrong value and pasting over: does the rule stop it, and does the cell keep it?"],
    needs: "person",
    run: async (sheet, person) => {
      const cell = sheet.getRange("B2");
      cell.dataValidation.rule = between;
      cell.dataValidation.errorAlert = { title: "Chưa đúng", message: "Xin nhập số từ 0 đến 100", showAlert: true, style: "Stop" };
      sheet.getRange("D2").values = [["chữ"]];
      sheet.activate();
      cell.select();
      await sheet.context.sync();
      const said = await person.choose(
        ["Gõ 500 vào ô B2 rồi Enter. Excel làm gì?", "Type 500 into B2 and press Enter. What does Excel do?"],
        [["Hiện lời báo “Chưa đúng”", "Shows the alert “Chưa đúng”"], ["Hiện lời báo khác", "Shows another alert"], ["Nhận số 500", "Takes 500"]],
      );
      await person.done([
        "Bấm Esc nếu lời báo còn hiện. Sao chép ô D2, dán vào ô B2, rồi bấm Xong.",
        "Press Esc where the alert is still open. Copy cell D2, paste it into B2, then press Done.",
      ]);
      const after = sheet.getRange("B2");
      after.load("values");
      await sheet.context.sync();
      return { typed: ["our alert", "another alert", "taken"][said] ?? null, pasted: after.values, rule: await readRule(after) };
    },
  },
];
