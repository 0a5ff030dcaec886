import type { Both, Json, Person, Probe } from "./probe";

const press: Both = [
  "Bấm vào ô D9 của bảng tính, bấm Ctrl+Z (Mac: ⌘Z) đúng một lần, rồi bấm Xong.",
  "Click cell D9 of the sheet, press Ctrl+Z (Mac: ⌘Z) exactly once, then press Done.",
];

async function look(sheet: Excel.Worksheet): Promise<Json> {
  const range = sheet.getRange("B2:C2");
  range.load("formulas");
  const mark = sheet.getRange("C2");
  mark.format.fill.load("color");
  mark.dataValidation.load("type");
  sheet.protection.load("protected");
  await sheet.context.sync();
  const [typed, written] = range.formulas[0]! as readonly Json[];
  return { typed: typed!, written: written!, fill: mark.format.fill.color, validation: mark.dataValidation.type, protected: sheet.protection.protected };
}

async function undoing(sheet: Excel.Worksheet, person: Person, write: () => void): Promise<Json> {
  sheet.activate();
  sheet.getRange("B2").select();
  await sheet.context.sync();
  await person.done(["Gõ 7 vào ô B2, Enter, rồi bấm Xong.", "Type 7 into B2, Enter, then press Done."]);
  write();
  await sheet.context.sync();
  const before = await look(sheet);
  await person.done(press);
  const once = await look(sheet);
  await person.done(press);
  return { before, once, twice: await look(sheet) };
}

const probe = (id: string, what: Both, write: (sheet: Excel.Worksheet) => void): Probe => ({
  id: `undo.${id}`,
  asks: [
    `Sau khi ta ${what[0]}, Ctrl+Z lấy lại việc của ta, việc người gõ trước đó, hay không gì cả?`,
    `After we ${what[1]}, does Ctrl+Z take back our work, what the person typed before, or nothing?`,
  ],
  needs: "person",
  run: (sheet, person) => undoing(sheet, person, () => write(sheet)),
});

export const undoProbes: readonly Probe[] = [
  probe("values", ["ghi một số", "write a number"], (sheet) => void (sheet.getRange("C2").values = [[5]])),
  probe("formulas", ["ghi một công thức", "write a formula"], (sheet) => void (sheet.getRange("C2").formulas = [["=B2*2"]])),
  probe("fill", ["tô màu một ô", "colour a cell"], (sheet) => void (sheet.getRange("C2").format.fill.color = "#FFFF00")),
  probe("validation", ["đặt một danh sách", "set a dropdown"], (sheet) => {
    sheet.getRange("C2").dataValidation.rule = { list: { inCellDropDown: true, source: "Có,Không" } };
  }),
  probe("protection", ["bảo vệ rồi mở trang tính", "protect and unprotect the sheet"], (sheet) => {
    sheet.protection.protect({ selectionMode: "Normal" });
    sheet.protection.unprotect();
  }),
  probe("read", ["chỉ đọc", "only read"], (sheet) => void sheet.getRange("A1:C9").load("values")),
];
