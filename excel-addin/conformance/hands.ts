import { type Json, type Probe, held } from "./probe";

const seenOrNot = [
  ["Có", "Yes"],
  ["Không", "No"],
] as const;

/** Resolves to what became of a promise within a time (ms): its result, its error's code, or "waiting". */
async function within(promise: Promise<unknown>, time: number): Promise<Json> {
  const late = new Promise<Json>((resolve) => setTimeout(() => resolve("waiting"), time));
  const done = promise.then(
    () => "done",
    (error: { code?: string }) => ({ error: error.code ?? String(error) }),
  );
  return Promise.race([done, late]);
}

export const handProbes: readonly Probe[] = [
  {
    id: "hands.typing",
    asks: ["Người gõ 426,66; 426.66; 1.000; 12/5; 95% thì ô giữ gì?", "What do cells hold when a person types 426,66; 426.66; 1.000; 12/5; 95%?"],
    needs: "person",
    measured: true,
    run: async (sheet, person) => {
      const typed = ["426,66", "426.66", "1.000", "1,000", "12/5", "45/50", "95%"];
      sheet.getRange(`A1:A${typed.length}`).numberFormat = typed.map(() => ["@"]);
      sheet.getRange(`A1:A${typed.length}`).values = typed.map((text) => [text]);
      sheet.activate();
      sheet.getRange("B1").select();
      await sheet.context.sync();
      await person.done([
        "Gõ vào B1:B7 đúng như chữ ở cột A bên cạnh (đừng sao chép), rồi bấm Xong.",
        "Type into B1:B7 exactly what stands beside in column A (do not copy), then press Done.",
      ]);
      return { typed, held: await held(sheet.getRange(`B1:B${typed.length}`)) };
    },
  },
  {
    id: "hands.edit-mode",
    asks: ["Khi người đang gõ dở trong ô, đọc và ghi qua API thì sao; chờ được không?", "While a person is typing in a cell, what of reads and writes; can they wait?"],
    needs: "person",
    run: async (sheet, person) => {
      sheet.activate();
      sheet.getRange("B2").select();
      await sheet.context.sync();
      await person.done([
        "Bấm đúp vào ô B2, gõ “abc”, KHÔNG bấm Enter. Để con trỏ trong ô, rồi bấm Xong ở đây.",
        "Double-click B2, type “abc”, do NOT press Enter. Leave the cursor in the cell, then press Done here.",
      ]);
      const { context } = sheet;
      const read = sheet.getRange("A1");
      read.load("values");
      const reading = await within(context.sync(), 3000);
      const other = Excel.run((fresh) => {
        fresh.workbook.worksheets.getActiveWorksheet().getRange("D1").values = [[1]];
        return fresh.sync();
      });
      const writing = await within(other, 3000);
      const waiting = Excel.run({ delayForCellEdit: true }, (fresh) => {
        fresh.workbook.worksheets.getActiveWorksheet().getRange("D2").values = [[1]];
        return fresh.sync();
      });
      const patient = await within(waiting, 3000);
      await person.done(["Bấm Enter trong ô đang gõ dở, rồi bấm Xong.", "Press Enter in the cell you were typing in, then press Done."]);
      const later = await within(waiting, 5000);
      const range = sheet.getRange("B2:D2");
      range.load("values");
      await context.sync();
      return { reading, writing, patient, later, values: range.values };
    },
  },
  {
    id: "hands.conditional-format",
    asks: ["Định dạng có điều kiện có đổi màu ngay khi ô nó trỏ tới thay đổi không?", "Does a conditional format change at once when the cell it looks at changes?"],
    needs: "person",
    run: async (sheet, person) => {
      const format = sheet.getRange("A2:C2").conditionalFormats.add("Custom");
      format.custom.rule.formula = '=$C2="Thiếu"';
      format.custom.format.fill.color = "#FFC7CE";
      const elsewhere = sheet.getRange("A4:C4").conditionalFormats.add("Custom");
      elsewhere.custom.rule.formula = '=$F$9="Thiếu"';
      elsewhere.custom.format.fill.color = "#FFC7CE";
      sheet.getRange("A2:A4").values = [["dòng 2"], [""], ["dòng 4"]];
      sheet.activate();
      await sheet.context.sync();
      sheet.getRange("C2").values = [["Thiếu"]];
      sheet.getRange("F9").values = [["Thiếu"]];
      await sheet.context.sync();
      const row2 = await person.choose(["Ô A2 có nền hồng không?", "Is cell A2 pink?"], seenOrNot);
      const row4 = await person.choose(["Ô A4 có nền hồng không?", "Is cell A4 pink?"], seenOrNot);
      await person.done(["Gõ “Đủ” vào ô C2 và ô F9, rồi bấm Xong.", "Type “Đủ” into C2 and into F9, then press Done."]);
      const after = await person.choose(
        ["Còn ô nào nền hồng?", "Which cell is still pink?"],
        [["Không ô nào", "None"], ["A2", "A2"], ["A4", "A4"], ["Cả hai", "Both"]],
      );
      return { row2: row2 === 0, row4: row4 === 0, after: ["none", "A2", "A4", "both"][after] ?? null };
    },
  },
  {
    id: "hands.theme",
    asks: ["Đổi giao diện sáng/tối của Office có báo cho khung không, màu nào?", "Does the pane hear of a change of Office's theme, and with which colours?"],
    needs: "person",
    measured: true,
    run: async (_sheet, person) => {
      const theme = (): Json => JSON.parse(JSON.stringify(Office.context.officeTheme ?? null)) as Json;
      const prefers = (): string => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
      const before = { theme: theme(), prefers: prefers(), forced: matchMedia("(forced-colors: active)").matches };
      const events: Json[] = [];
      const hear = (event: unknown): void => void events.push(JSON.parse(JSON.stringify(event)) as Json);
      const added = await new Promise<string>((resolve) =>
        Office.context.document.addHandlerAsync(Office.EventType.OfficeThemeChanged, hear, (result) => resolve(String(result.status))));
      await person.done([
        "Đổi giao diện Office: Tệp > Tài khoản > Chủ đề Office (sáng sang tối hoặc ngược lại). Trở lại đây, bấm Xong.",
        "Change Office's theme: File > Account > Office Theme (light to dark or back). Come back and press Done.",
      ]);
      return { before, added, events, after: { theme: theme(), prefers: prefers() } };
    },
  },
  {
    id: "hands.download",
    asks: ["Khung có tải tệp xuống và mở trang ngoài được không?", "Can the pane save a file and open an outside page?"],
    needs: "person",
    run: async (_sheet, person) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["Scorebook"], { type: "text/plain" }));
      link.download = "scorebook-thu.txt";
      await person.done(["Bấm Xong: khung sẽ thử tải tệp scorebook-thu.txt.", "Press Done: the pane will try to save scorebook-thu.txt."]);
      link.click();
      const saved = await person.choose(["Có thấy tệp được tải xuống không?", "Was the file saved?"], seenOrNot);
      URL.revokeObjectURL(link.href);
      const page = new URL("help.html", location.href).href;
      const openable = Office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1");
      if (openable) Office.context.ui.openBrowserWindow(page);
      const opened = openable ? await person.choose(["Trình duyệt có mở trang hướng dẫn không?", "Did a browser open the help page?"], seenOrNot) : null;
      return { saved: saved === 0, openBrowserWindow: openable, opened: opened === null ? null : opened === 0 };
    },
  },
  {
    id: "hands.read-only",
    asks: ["Sổ mở chỉ đọc: khung đọc, ghi thế nào?", "A workbook opened read-only: how do reads and writes end?"],
    needs: "person",
    run: async (sheet, person) => {
      const { workbook } = sheet.context;
      workbook.load("readOnly");
      await sheet.context.sync();
      const here = workbook.readOnly;
      const said = await person.choose(
        [
          "Mở một sổ khác ở chế độ chỉ đọc, mở Scorebook trong đó và thử lập phiếu. Scorebook nói gì? (Không tiện thì bấm Bỏ qua.)",
          "Open another workbook read-only, open Scorebook there and try to make a form. What does it say? (Skip if that is not handy.)",
        ],
        [["Sổ chỉ đọc, không ghi được", "The workbook is read-only"], ["Lỗi khác", "Another error"], ["Vẫn ghi được", "It wrote"], ["Nút không bấm được", "The button is not there"]],
      );
      return { readOnlyHere: here, elsewhere: ["read-only", "other error", "wrote", "no button"][said] ?? null };
    },
  },
];
