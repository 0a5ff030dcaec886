import { type Json, type Probe, outcome } from "./probe";

/** What the form asks for; no password. */
const OPTIONS: Excel.WorksheetProtectionOptions = {
  selectionMode: "Normal", allowFormatColumns: true, allowFormatRows: true, allowAutoFilter: true, allowSort: true,
};

async function readOptions(sheet: Excel.Worksheet): Promise<Json> {
  sheet.protection.load("protected,options");
  await sheet.context.sync();
  return { protected: sheet.protection.protected, options: { ...sheet.protection.options } as Record<string, Json> };
}

const tried = (sheet: Excel.Worksheet, work: () => void): Promise<Json> =>
  outcome(async () => {
    work();
    await sheet.context.sync();
  });

/** A protected sheet whose B column is open to entry. */
async function guard(sheet: Excel.Worksheet, options: Excel.WorksheetProtectionOptions = OPTIONS, password?: string): Promise<void> {
  sheet.getRange("A1:C9").values = Array.from({ length: 9 }, (_, index) => [index + 1, 9 - index, `dòng ${index + 1}`]);
  sheet.getRange("B1:B9").format.protection.locked = false;
  sheet.protection.protect(options, password);
  await sheet.context.sync();
}

export const protectionProbes: readonly Probe[] = [
  {
    id: "protection.options",
    asks: ["Các tuỳ chọn bảo vệ đọc lại có null hay thiếu không?", "Do protection options read back with nulls or gaps?"],
    needs: "nobody",
    run: async (sheet) => {
      const open = await readOptions(sheet);
      await guard(sheet);
      const own = await readOptions(sheet);
      sheet.protection.unprotect();
      sheet.protection.protect();
      await sheet.context.sync();
      const plain = await readOptions(sheet);
      sheet.protection.unprotect();
      await sheet.context.sync();
      return { open, own, plain };
    },
  },
  {
    id: "protection.selection-mode",
    asks: ["Ba kiểu chọn ô khi bảo vệ có được giữ không?", "Are the three selection modes kept?"],
    needs: "nobody",
    run: async (sheet) => {
      const modes: Record<string, Json> = {};
      for (const selectionMode of ["Normal", "Unlocked", "None"] as const) {
        modes[selectionMode] = await outcome(async () => {
          await guard(sheet, { selectionMode });
          const read = await readOptions(sheet);
          sheet.protection.unprotect();
          await sheet.context.sync();
          return read;
        });
      }
      return modes;
    },
  },
  {
    id: "protection.write-back",
    asks: ["Tuỳ chọn vừa đọc có dùng lại để bảo vệ được không?", "Can options be given back to protect() as they were read?"],
    needs: "nobody",
    run: async (sheet) => {
      await guard(sheet);
      sheet.protection.load("options");
      await sheet.context.sync();
      const { options } = sheet.protection;
      sheet.protection.unprotect();
      const again = await tried(sheet, () => sheet.protection.protect(options));
      const read = await readOptions(sheet);
      return { again, read };
    },
  },
  {
    id: "protection.refused",
    asks: ["Trang tính được bảo vệ từ chối việc gì qua API, với mã nào?", "What does a protected sheet refuse to the API, and with which code?"],
    needs: "nobody",
    run: async (sheet) => {
      await guard(sheet);
      const cell = (address: string): Excel.Range => sheet.getRange(address);
      const answers = {
        locked: await tried(sheet, () => void (cell("A1").values = [[5]])),
        unlocked: await tried(sheet, () => void (cell("B1").values = [[5]])),
        mixed: await tried(sheet, () => void (cell("A2:B2").values = [[5, 6]])),
        mixedNulls: await tried(sheet, () => void (cell("A2:B2").values = [[null, 7]])),
        unlockedFormat: await tried(sheet, () => void (cell("B1").numberFormat = [["0.00"]])),
        unlockedFill: await tried(sheet, () => void (cell("B1").format.fill.color = "#FFFF00")),
        columnWidth: await tried(sheet, () => void (cell("A1").format.columnWidth = 80)),
        hideRow: await tried(sheet, () => void (cell("A3").rowHidden = true)),
        validation: await tried(sheet, () => void (cell("B1").dataValidation.rule = { list: { inCellDropDown: true, source: "Có,Không" } })),
        conditional: await tried(sheet, () => void cell("B1").conditionalFormats.clearAll()),
        clear: await tried(sheet, () => cell("B1").clear("Contents")),
        insertRow: await tried(sheet, () => void cell("3:3").insert("Down")),
        unlock: await tried(sheet, () => void (cell("A1").format.protection.locked = false)),
        freeze: await tried(sheet, () => sheet.freezePanes.freezeRows(1)),
        protectTwice: await tried(sheet, () => sheet.protection.protect(OPTIONS)),
        tabColor: await tried(sheet, () => void (sheet.tabColor = "#0F548C")),
      };
      const values = sheet.getRange("A1:B2");
      values.load("values");
      await sheet.context.sync();
      return { ...answers, values: values.values };
    },
  },
  {
    id: "protection.sort",
    asks: [
      "Trang tính bảo vệ có cho sắp xếp vùng ô mở khoá (gồm công thức) khi allowSort bật không?",
      "Does a protected sheet sort unlocked cells, formulas among them, where allowSort is on?",
    ],
    needs: "nobody",
    run: async (sheet) => {
      sheet.getRange("A1:B4").values = [[4, ""], [2, ""], [3, ""], [1, ""]];
      sheet.getRange("B1:B4").formulas = [["=A1*10"], ["=A2*10"], ["=A3*10"], ["=A4*10"]];
      sheet.getRange("A1:B4").format.protection.locked = false;
      sheet.protection.protect(OPTIONS);
      await sheet.context.sync();
      const sorted = await tried(sheet, () => sheet.getRange("A1:B4").sort.apply([{ key: 0, ascending: true }]));
      const range = sheet.getRange("A1:B4");
      range.load("values,formulas");
      await sheet.context.sync();
      return { sorted, values: range.values, formulas: range.formulas };
    },
  },
  {
    id: "protection.password",
    asks: ["Trang tính có mật khẩu: mã lỗi khi ghi, khi mở khoá không hoặc sai mật khẩu?", "A sheet with a password: the codes for writing and for unprotecting without it or with a wrong one?"],
    needs: "nobody",
    run: async (sheet) => {
      await guard(sheet, OPTIONS, "thử");
      const locked = await tried(sheet, () => void (sheet.getRange("A1").values = [[5]]));
      const none = await tried(sheet, () => sheet.protection.unprotect());
      const wrong = await tried(sheet, () => sheet.protection.unprotect("sai"));
      const right = await tried(sheet, () => sheet.protection.unprotect("thử"));
      return { locked, none, wrong, right, after: await readOptions(sheet) };
    },
  },
  {
    id: "protection.locked-read",
    asks: ["“locked” của vùng lẫn ô khoá và ô mở đọc ra gì?", "What does “locked” read for a range of locked and unlocked cells?"],
    needs: "nobody",
    run: async (sheet) => {
      await guard(sheet);
      const read = ["A1:A9", "B1:B9", "A1:C9"].map((address) => sheet.getRange(address).format.protection);
      read.forEach((protection) => protection.load("locked"));
      await sheet.context.sync();
      return read.map((protection) => protection.locked);
    },
  },
  {
    id: "protection.click",
    asks: ["Chỉ chọn được ô mở khoá (selectionMode “Unlocked”): bấm và gõ vào ô khoá thì sao?", "With only unlocked cells selectable, what do clicking and typing into a locked one do?"],
    needs: "person",
    run: async (sheet, person) => {
      await guard(sheet, { selectionMode: "Unlocked" });
      sheet.activate();
      sheet.getRange("B2").select();
      await sheet.context.sync();
      await person.done([
        "Trên trang tính vừa mở, bấm vào ô A3, rồi bấm Xong.",
        "On the sheet just opened, click cell A3, then press Done.",
      ]);
      const active = sheet.context.workbook.getActiveCell();
      active.load("address");
      await sheet.context.sync();
      const unlocked = active.address.replace(/^.*!/, "");
      sheet.protection.unprotect();
      sheet.protection.protect({ selectionMode: "Normal" });
      await sheet.context.sync();
      const said = await person.choose(
        ["Bấm ô A3, gõ 9 rồi Enter. Excel làm gì?", "Click A3, type 9 and press Enter. What does Excel do?"],
        [["Báo ô được bảo vệ", "Says that the cell is protected"], ["Nhận số 9", "Takes the 9"], ["Không có gì xảy ra", "Nothing happens"]],
      );
      return { activeAfterClick: unlocked, typed: ["message", "taken", "nothing"][said] ?? null };
    },
  },
];
