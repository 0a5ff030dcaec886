import { type Json, type Probe, held, outcome } from "./probe";

/** Texts that the task pane hands over with an apostrophe before them. */
const TEXTS = [
  "426,66", "1.000", "12/5", "=1+1", "-5", "+x", "TRUE", "WAHR", "VRAI", "ＴＲＵＥ", "Có", "#N/A", "0012", "'lạ", "''",
  " 7", "5%", "a\nb", "@x",
];

export const paneProbes: readonly Probe[] = [
  {
    id: "pane.text-entries",
    asks: [
      "Chữ ghi qua formulas với dấu nháy đầu có đọc lại nguyên văn, là chữ, và không còn dấu nháy?",
      "Does text written to formulas after an apostrophe read back as that very text, as text, without the apostrophe?",
    ],
    needs: "nobody",
    run: async (sheet) => {
      const general = sheet.getRangeByIndexes(0, 0, TEXTS.length, 1);
      general.formulas = TEXTS.map((text) => [`'${text}`]);
      const texts = sheet.getRangeByIndexes(0, 1, TEXTS.length, 1);
      texts.numberFormat = TEXTS.map(() => ["@"]);
      texts.formulas = TEXTS.map((text) => [text]);
      const [first, second] = [await held(general), await held(texts)];
      general.load("values,valueTypes");
      texts.load("values,valueTypes");
      await sheet.context.sync();
      const same = (range: Excel.Range): Json =>
        TEXTS.map((text, index) => range.values[index]![0] === text && range.valueTypes[index]![0] === "String");
      return { general: same(general), texts: same(texts), first, second };
    },
  },
  {
    id: "pane.nulls",
    asks: ["null trong mảng values, formulas, numberFormat có để nguyên ô không?", "Does null in values, formulas and numberFormat leave a cell as it is?"],
    needs: "nobody",
    run: async (sheet) => {
      const range = sheet.getRange("A1:C2");
      range.values = [[1, "chữ", true], ["", 2, ""]];
      range.getCell(0, 0).numberFormat = [["0.00"]];
      const written = await outcome(async () => {
        sheet.getRange("A1:C2").formulas = [[null, null, "=A1"], [9, null, null]];
        sheet.getRange("A1:C2").numberFormat = [[null, "@", null], [null, null, null]];
        await sheet.context.sync();
      });
      return { written, held: await held(sheet.getRange("A1:C2")) };
    },
  },
  {
    id: "pane.filter",
    asks: ["Bộ lọc đặt trước và sau khi bảo vệ, đọc lại và bỏ đi được không?", "A filter set before and after protecting: can it be read and taken off?"],
    needs: "nobody",
    run: async (sheet) => {
      sheet.getRange("A1:B4").values = [["Mã", "Tên"], ["01", "a"], ["02", "b"], ["03", "c"]];
      const enabled = (): Promise<Json> =>
        outcome(async () => {
          sheet.autoFilter.load("enabled");
          await sheet.context.sync();
          return sheet.autoFilter.enabled;
        });
      const tried = (work: () => void): Promise<Json> =>
        outcome(async () => {
          work();
          await sheet.context.sync();
        });
      const none = await enabled();
      const set = await tried(() => sheet.autoFilter.apply("A1:B4"));
      const on = await enabled();
      const again = await tried(() => sheet.autoFilter.apply("A1:B4"));
      sheet.protection.protect({ allowAutoFilter: true, selectionMode: "Normal" });
      await sheet.context.sync();
      const guarded = await tried(() => sheet.autoFilter.remove());
      const guardedOn = await enabled();
      sheet.protection.unprotect();
      const removed = await tried(() => sheet.autoFilter.remove());
      return { none, set, on, again, guarded, guardedOn, removed, off: await enabled() };
    },
  },
  {
    id: "pane.page",
    asks: ["Khổ giấy, hướng, vùng in, dòng lặp đọc lại thế nào?", "How do paper, orientation, print area and repeated rows read back?"],
    needs: "nobody",
    run: async (sheet) => {
      const page = sheet.pageLayout;
      page.orientation = "Landscape";
      page.paperSize = "A4";
      page.zoom = { horizontalFitToPages: 1 };
      page.setPrintArea("A1:F40");
      page.setPrintTitleRows("$1:$2");
      page.headersFooters.defaultForAllPages.centerFooter = "Trang &P/&N";
      page.load("orientation,paperSize,zoom");
      page.headersFooters.defaultForAllPages.load("centerFooter");
      await sheet.context.sync();
      const { orientation, paperSize, zoom, headersFooters } = page;
      return JSON.parse(JSON.stringify({ orientation, paperSize, zoom, foot: headersFooters.defaultForAllPages.centerFooter })) as Json;
    },
  },
  {
    id: "pane.color-scale",
    asks: ["Thang màu đặt được và đọc lại thế nào?", "Can a colour scale be set, and how does it read back?"],
    needs: "nobody",
    run: async (sheet) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      const format = sheet.getRange("A1:A3").conditionalFormats.add("ColorScale");
      format.colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#F8696B" }, maximum: { type: "HighestValue", color: "#63BE7B" },
      };
      format.load("type");
      format.colorScale.load("criteria,threeColorScale");
      await sheet.context.sync();
      const { criteria, threeColorScale } = format.colorScale;
      return JSON.parse(JSON.stringify({ type: format.type, criteria, threeColorScale })) as Json;
    },
  },
  {
    id: "pane.form-size",
    asks: ["Ghi một lượt 2.000 dòng x 12 cột công thức rồi đọc lại: bao lâu (ms)?", "Writing 2,000 rows x 12 columns of formulas in one trip and reading them: how long (ms)?"],
    needs: "nobody",
    measured: true,
    run: async (sheet) => {
      const rows = 2000;
      const start = performance.now();
      const range = sheet.getRangeByIndexes(0, 0, rows, 12);
      range.formulas = Array.from({ length: rows }, (_, row) => Array.from({ length: 12 }, (_, column) =>
        column === 0 ? row : `=ROUND(A${row + 1}/7+SIGN(A${row + 1})*10^-9,2)+${column}`));
      await sheet.context.sync();
      const written = Math.round(performance.now() - start);
      const back = sheet.getUsedRange(true);
      back.load("values");
      await sheet.context.sync();
      return { written, read: Math.round(performance.now() - start) - written, rows: back.values.length };
    },
  },
];
