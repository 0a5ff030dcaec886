import { type Json, type Probe, SHEETS, outcome } from "./probe";

const tried = (sheet: Excel.Worksheet, work: () => void): Promise<Json> =>
  outcome(async () => {
    work();
    await sheet.context.sync();
  });

/** Another sheet for the length of some work. */
async function beside(sheet: Excel.Worksheet, work: (other: Excel.Worksheet) => Promise<Json>): Promise<Json> {
  const other = sheet.context.workbook.worksheets.add(SHEETS[1]);
  await sheet.context.sync();
  try {
    return await work(other);
  } finally {
    other.visibility = "Visible";
    other.delete();
    await sheet.context.sync();
  }
}

export const sheetProbes: readonly Probe[] = [
  {
    id: "sheets.errors",
    asks: ["Mã lỗi của trang tính không có, địa chỉ sai, mảng sai kích thước?", "Codes for a sheet that is not there, a wrong address, an array of the wrong size?"],
    needs: "nobody",
    run: async (sheet) => {
      const { worksheets } = sheet.context.workbook;
      return {
        sheet: await tried(sheet, () => void worksheets.getItem("Không có trang này").load("name")),
        address: await tried(sheet, () => void sheet.getRange("A0").load("address")),
        rows: await tried(sheet, () => void (sheet.getRange("A1:A2").values = [[1]])),
        columns: await tried(sheet, () => void (sheet.getRange("A1:B1").values = [[1]])),
        beyond: await tried(sheet, () => void sheet.getRangeByIndexes(1048576, 0, 1, 1).load("address")),
        value: await tried(sheet, () => void (sheet.getRange("A1").values = [[{ a: 1 }]])),
        color: await tried(sheet, () => void (sheet.getRange("A1").format.fill.color = "không phải màu")),
        name: await tried(sheet, () => void sheet.context.workbook.names.getItem("KhongCo").load("name")),
      };
    },
  },
  {
    id: "sheets.null-object",
    asks: ["…OrNullObject cho trang tính, tên, vùng không có?", "…OrNullObject for a sheet, a name, a range that are not there?"],
    needs: "nobody",
    run: async (sheet) => {
      const { workbook } = sheet.context;
      const missing = workbook.worksheets.getItemOrNullObject("Không có trang này");
      const below = missing.getRange("A1");
      const name = workbook.names.getItemOrNullObject("KhongCo");
      const used = sheet.getUsedRangeOrNullObject(true);
      await sheet.context.sync();
      const belowOnly = await outcome(async () => {
        below.load("values");
        await sheet.context.sync();
        return below.isNullObject;
      });
      return { sheet: missing.isNullObject, name: name.isNullObject, used: used.isNullObject, below: belowOnly };
    },
  },
  {
    id: "sheets.half-batch",
    asks: ["Một lượt ghi hỏng giữa chừng: phần trước có còn không?", "A batch that fails half-way: do the earlier writes stay?"],
    needs: "nobody",
    run: async (sheet) => {
      const failed = await tried(sheet, () => {
        sheet.getRange("A1").values = [[1]];
        sheet.getRange("A2:A3").values = [[1]];
        sheet.getRange("A4").values = [[1]];
      });
      const range = sheet.getRange("A1:A4");
      range.load("values");
      await sheet.context.sync();
      return { failed, values: range.values };
    },
  },
  {
    id: "sheets.names",
    asks: ["Tên trang tính nào bị từ chối (dài, ký tự lạ, trùng khác hoa thường)?", "Which sheet names are refused (long, odd characters, same but for case)?"],
    needs: "nobody",
    run: (sheet) =>
      beside(sheet, async (other) => {
        const named = (name: string): Promise<Json> =>
          outcome(async () => {
            other.name = name;
            other.load("name");
            await sheet.context.sync();
            return other.name;
          });
        const answers: Record<string, Json> = {};
        for (const name of ["x".repeat(31), "x".repeat(32), "a/b", "a[b", "'a", "a'b", "", "History", "Bộ chỉ số"]) answers[name] = await named(name);
        sheet.load("name");
        await sheet.context.sync();
        return { ...answers, upperCase: JSON.stringify(await named(sheet.name.toUpperCase())).includes("error") ? "refused" : "taken" };
      }),
  },
  {
    id: "sheets.very-hidden",
    asks: ["Trang tính veryHidden: đọc, ghi và làm cho hiện lại được không?", "A very hidden sheet: can it be read, written and shown again?"],
    needs: "nobody",
    run: (sheet) =>
      beside(sheet, async (other) => {
        other.visibility = "VeryHidden";
        other.getRange("A1").values = [["còn"]];
        const cell = other.getRange("A1");
        cell.load("values");
        other.load("visibility");
        await sheet.context.sync();
        const hidden = other.visibility;
        const shown = await tried(sheet, () => other.activate());
        other.visibility = "Visible";
        other.load("visibility");
        await sheet.context.sync();
        return { hidden, values: cell.values, activate: shown, again: other.visibility };
      }),
  },
  {
    id: "sheets.widths",
    asks: ["Đơn vị của độ rộng cột và độ cao dòng?", "In which unit are column widths and row heights?"],
    needs: "nobody",
    measured: true,
    run: async (sheet) => {
      sheet.load("standardWidth,standardHeight");
      const widths = [10, 48, 64, 100, 400];
      const read = widths.map((width, index) => {
        const cell = sheet.getRangeByIndexes(0, index, 1, 1);
        cell.format.columnWidth = width;
        cell.format.load("columnWidth");
        return cell.format;
      });
      const row = sheet.getRange("A1");
      row.format.rowHeight = 31.3;
      row.format.load("rowHeight");
      const place = sheet.getRange("C1");
      place.load("left,width");
      await sheet.context.sync();
      return {
        standard: [sheet.standardWidth, sheet.standardHeight], widths, read: read.map((format) => format.columnWidth),
        rowHeight: row.format.rowHeight, left: place.left, width: place.width,
      };
    },
  },
  {
    id: "sheets.look",
    asks: ["Cố định dòng, màu thẻ, ẩn cột, gộp ô đọc lại thế nào?", "How do frozen rows, the tab's colour, hidden columns and merged cells read back?"],
    needs: "nobody",
    run: async (sheet) => {
      sheet.freezePanes.freezeRows(2);
      sheet.tabColor = "#0F548C";
      sheet.getRange("D:E").columnHidden = true;
      const merged = sheet.getRange("A5:C6");
      merged.values = [[1, 2, 3], [4, 5, 6]];
      merged.merge(false);
      merged.load("values");
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load("address");
      sheet.load("tabColor");
      const hidden = ["D1", "F1", "C1:F1"].map((address) => sheet.getRange(address));
      hidden.forEach((range) => range.load("columnHidden"));
      await sheet.context.sync();
      const inMerged = await tried(sheet, () => void (sheet.getRange("B5").values = [["trong ô gộp"]]));
      const after = sheet.getRange("A5:C6");
      after.load("values");
      await sheet.context.sync();
      return {
        frozen: frozen.isNullObject ? null : frozen.address.replace(/^.*!/, ""), tabColor: sheet.tabColor,
        hidden: hidden.map((range) => range.columnHidden), merged: merged.values, inMerged, after: after.values,
      };
    },
  },
  {
    id: "sheets.format-read",
    asks: ["Màu, chữ đậm, căn lề của vùng giống nhau và khác nhau đọc ra gì?", "What do fill, bold and alignment read for uniform and mixed ranges?"],
    needs: "nobody",
    run: async (sheet) => {
      const one = sheet.getRange("A1");
      one.format.fill.color = "#FFC7CE";
      one.format.font.bold = true;
      one.format.wrapText = true;
      one.format.horizontalAlignment = "Center";
      const ranges = ["A1", "B1", "A1:B1"].map((address) => sheet.getRange(address).format);
      ranges.forEach((format) => {
        format.load("horizontalAlignment,verticalAlignment,wrapText");
        format.fill.load("color");
        format.font.load("bold,color");
      });
      await sheet.context.sync();
      return ranges.map(({ fill, font, horizontalAlignment, verticalAlignment, wrapText }) => ({
        fill: fill.color, bold: font.bold, color: font.color, horizontalAlignment, verticalAlignment, wrapText,
      }));
    },
  },
  {
    id: "sheets.payload",
    asks: ["Một lượt gửi được bao nhiêu (ghi và đọc 1, 4 và 8 MB chữ)?", "How much goes in one trip (writing and reading 1, 4 and 8 MB of text)?"],
    needs: "nobody",
    measured: true,
    run: async (sheet) => {
      const trip = (megabytes: number): Promise<Json> =>
        outcome(async () => {
          const rows = megabytes * 10;
          const range = sheet.getRangeByIndexes(0, 0, rows, 100);
          range.values = Array.from({ length: rows }, () => Array<string>(100).fill("x".repeat(1000)));
          await sheet.context.sync();
          const back = sheet.getRangeByIndexes(0, 0, rows, 100);
          back.load("values");
          await sheet.context.sync();
          return back.values.length;
        });
      return { 1: await trip(1), 4: await trip(4), 8: await trip(8) };
    },
  },
  {
    id: "sheets.trips",
    asks: ["Hai mươi lượt hỏi nhỏ và một lượt hỏi lớn mất bao lâu (ms)?", "How long do twenty small trips and one large trip take (ms)?"],
    needs: "nobody",
    measured: true,
    run: async (sheet) => {
      const times: number[] = [];
      const once = async (): Promise<void> => {
        const start = performance.now();
        sheet.getRange("A1").values = [[times.length]];
        await sheet.context.sync();
        times.push(Math.round(performance.now() - start));
      };
      for (let trip = 0; trip < 20; trip++) await once();
      const start = performance.now();
      for (let row = 0; row < 1000; row++) sheet.getRangeByIndexes(row, 1, 1, 1).values = [[row]];
      await sheet.context.sync();
      return { small: times, thousandWrites: Math.round(performance.now() - start) };
    },
  },
];
