import { type Json, type Patience, type Person, type Probe, heard } from "./probe";

type Removable = OfficeExtension.EventHandlerResult<never>;

/** Listens to what a sheet tells while something happens. */
async function listening(
  sheet: Excel.Worksheet, patience: Patience, work: () => Promise<void>,
): Promise<readonly { readonly [key: string]: Json }[]> {
  const list: { [key: string]: Json }[] = [];
  const take = (kind: string, event: { [key: string]: unknown }, names: readonly string[]): Promise<void> => {
    list.push({ kind, ...Object.fromEntries(names.map((name) => [name, (event[name] ?? null) as Json])) });
    return Promise.resolve();
  };
  const handlers = [
    sheet.onChanged.add((event) =>
      take("changed", { ...event }, ["address", "changeType", "source", "triggerSource", "details"])),
    sheet.onCalculated.add((event) => take("calculated", { ...event }, ["address"])),
    sheet.onSelectionChanged.add((event) => take("selected", { ...event }, ["address"])),
  ] as unknown as Removable[];
  await sheet.context.sync();
  try {
    await work();
    await heard(list, patience);
  } finally {
    for (const handler of handlers) handler.remove();
    await sheet.context.sync();
  }
  return list;
}

async function pick(sheet: Excel.Worksheet, person: Person, patience: Patience, source: string): Promise<Json> {
  sheet.getRange("Z1:Z2").values = [["Có"], ["Không"]];
  sheet.getRange("C2").formulas = [['=IF(B2="Có",1,0)']];
  sheet.getRange("B2").dataValidation.rule = { list: { inCellDropDown: true, source } };
  sheet.activate();
  sheet.getRange("B2").select();
  await sheet.context.sync();
  const events = await listening(sheet, patience, () =>
    person.done([
      "Ô B2 có danh sách. Dùng chuột mở danh sách, chọn “Có”, không bấm vào ô khác, rồi bấm Xong.",
      "Cell B2 has a dropdown. Open it with the mouse, choose “Có”, click no other cell, then press Done.",
    ]));
  const range = sheet.getRange("B2:C2");
  range.load("values");
  await sheet.context.sync();
  return { events, values: range.values };
}

export const eventProbes: readonly Probe[] = [
  {
    id: "events.own-write",
    asks: ["Chính ta ghi thì sự kiện nào báo, với triggerSource nào?", "Which events tell of our own writes, and with which triggerSource?"],
    needs: "nobody",
    run: async (sheet, _person, patience) => {
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("B1").formulas = [["=A1*2"]];
      await sheet.context.sync();
      return {
        oneCell: await listening(sheet, patience, async () => {
          sheet.getRange("A1").values = [[2]];
          await sheet.context.sync();
        }),
        block: await listening(sheet, patience, async () => {
          sheet.getRange("C1:D2").values = [[1, 2], [3, 4]];
          await sheet.context.sync();
        }),
        sameValue: await listening(sheet, patience, async () => {
          sheet.getRange("A1").values = [[2]];
          await sheet.context.sync();
        }),
        format: await listening(sheet, patience, async () => {
          sheet.getRange("A1").format.fill.color = "#FFFF00";
          await sheet.context.sync();
        }),
        cleared: await listening(sheet, patience, async () => {
          sheet.getRange("A1").clear("Contents");
          await sheet.context.sync();
        }),
      };
    },
  },
  {
    id: "events.switched-off",
    asks: ["Tắt sự kiện (enableEvents) khi ghi rồi bật lại: có sự kiện nào lọt qua?", "With events off while writing and on again: does any come through?"],
    needs: "nobody",
    run: (sheet, _person, patience) =>
      listening(sheet, patience, async () => {
        const { runtime } = sheet.context;
        runtime.enableEvents = false;
        sheet.getRange("A1").values = [[1]];
        await sheet.context.sync();
        runtime.enableEvents = true;
        await sheet.context.sync();
      }),
  },
  {
    id: "events.select",
    asks: ["select() có báo sự kiện chọn ô không?", "Does select() raise a selection event?"],
    needs: "nobody",
    run: (sheet, _person, patience) =>
      listening(sheet, patience, async () => {
        sheet.activate();
        sheet.getRange("D4").select();
        await sheet.context.sync();
      }),
  },
  {
    id: "events.typed",
    asks: ["Gõ, sửa, xoá, kéo điền và dán: sự kiện nào báo?", "Typing, clearing, filling and pasting: which events tell?"],
    needs: "person",
    run: async (sheet, person, patience) => {
      sheet.activate();
      sheet.getRange("A1").select();
      await sheet.context.sync();
      const steps = (vi: string, en: string): (() => Promise<void>) => () => person.done([`${vi}, rồi bấm Xong.`, `${en}, then press Done.`]);
      return {
        typed: await listening(sheet, patience, steps("Gõ 7 vào ô A1, Enter", "Type 7 into A1, Enter")),
        filled: await listening(sheet, patience, steps("Kéo điền ô A1 xuống A3", "Drag-fill A1 down to A3")),
        pasted: await listening(sheet, patience, steps("Sao chép A1:A3, dán vào C1", "Copy A1:A3, paste into C1")),
        deleted: await listening(sheet, patience, steps("Chọn A2:A3, bấm Delete", "Select A2:A3, press Delete")),
        inserted: await listening(sheet, patience, steps("Chèn một dòng trên dòng 2", "Insert a row above row 2")),
      };
    },
  },
  {
    id: "events.dropdown",
    asks: ["Chọn trong danh sách có báo sự kiện không (danh sách ghi liền)?", "Does picking from a dropdown raise an event (a literal list)?"],
    needs: "person",
    run: (sheet, person, patience) => pick(sheet, person, patience, "Có,Không"),
  },
  {
    id: "events.dropdown-range",
    asks: ["Chọn trong danh sách có báo sự kiện không (danh sách từ vùng ô)?", "Does picking from a dropdown raise an event (a list from a range)?"],
    needs: "person",
    run: (sheet, person, patience) => pick(sheet, person, patience, "=$Z$1:$Z$2"),
  },
  {
    id: "events.co-author",
    asks: ["Người cùng soạn sửa ô: sự kiện báo nguồn nào?", "A co-author edits a cell: which source does the event name?"],
    needs: "person",
    run: (sheet, person, patience) =>
      listening(sheet, patience, async () => {
        sheet.activate();
        await sheet.context.sync();
        await person.done([
          "Nếu sổ này nằm trên OneDrive/SharePoint: nhờ người khác (hoặc mở sổ ở máy khác) gõ 5 vào ô A1 của trang này, chờ thấy số 5, rồi bấm Xong. Nếu không, bấm Bỏ qua.",
          "If this workbook is on OneDrive/SharePoint: let another person (or another computer) type 5 into A1 of this sheet, wait until you see it, then press Done. Otherwise press Skip.",
        ]);
      }),
  },
  {
    id: "events.return",
    asks: ["Trở lại khung thì trang nhận sự kiện nào (focus, visibilitychange)?", "Which events does the page get on coming back to the pane (focus, visibilitychange)?"],
    needs: "person",
    measured: true,
    run: async (sheet, person) => {
      sheet.activate();
      await sheet.context.sync();
      const list: Json[] = [];
      const hear = (event: Event): void => void list.push(`${event.type} ${document.visibilityState}`);
      const kinds = ["focus", "blur", "pageshow", "pagehide"] as const;
      kinds.forEach((kind) => window.addEventListener(kind, hear));
      document.addEventListener("visibilitychange", hear);
      await person.done([
        "Bấm vào một ô của bảng tính, gõ 1, Enter; thu nhỏ Excel rồi mở lại; bấm vào khung này, rồi bấm Xong.",
        "Click a cell, type 1, Enter; minimise Excel and restore it; click into this pane, then press Done.",
      ]).finally(() => {
        kinds.forEach((kind) => window.removeEventListener(kind, hear));
        document.removeEventListener("visibilitychange", hear);
      });
      return list;
    },
  },
];
