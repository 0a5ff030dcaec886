import type { CellValue } from "../../core/sheet/workbook";
import { head } from "../rows/bad-input";
import { Desk } from "./desk";

/** A person's fields, each with the text in it; where two may not be alike, with a word behind. */
export function probedDesk(text: string): Desk {
  const desk = new Desk();
  const typed = (what: string): string => `${text} ${what}`;
  const quoted = (what: string): string => `“${typed(what).replace(/”/g, "””")}”`;
  desk.paste("Phụ lục", [
    [typed("cơ quan")], [typed("quyết định")], [...head, typed("cột").slice(0, 150)],
    ["I", typed("nhóm"), 10, text, text, text],
    ["1", typed("tiêu chí"), 4, `${quoted("loại một")}: điểm tối đa;\n${quoted("loại hai")}: 1/2*Điểm tối đa;\nkhác: 0 điểm`, text, text],
    ["2", text, 6, "a = số đạt;\nb = tổng số.\nTỷ lệ = a/b.\nĐiểm = Tỷ lệ*Điểm tối đa", text, text],
    ["3", typed("trừ"), "-3", text, text, text],
    [text, typed("mã"), 2, "Có: điểm tối đa; không: 0 điểm", text, text],
  ]);
  desk.confirm();
  desk.addSheet("Đơn vị", [
    ["Mã đơn vị", "Tên đơn vị", "Khối", "Đơn vị cấp trên"], [typed("mã"), typed("đơn vị"), text, text], ["U2", text, text, text],
  ]);
  desk.write(desk.app.settings(desk.snapshot(), {
    ...desk.look().settings!, bands: [{ name: typed("tốt"), from: "50", inclusive: true }, { name: typed("yếu"), from: "0", inclusive: true }],
  }));
  const units = [{ code: typed("mã"), name: typed("đơn vị") }, { code: "U2", name: text }];
  desk.build(...units);
  const [form] = desk.look().forms.map(({ id }) => id);
  desk.enter(desk.cell("1", "evidence", form), text);
  desk.enter(desk.cell("1", "explanation", form), text);
  desk.enter(desk.cell("1", "reviewed", form), 1);
  desk.enter(desk.cell("1", "reason", form), text);
  desk.enter(desk.cell("2", { input: "a" }, form), -1);
  desk.enter(desk.cell("2", { input: "b" }, form), text);
  desk.enter(desk.cell("2", "row", form), text);
  desk.enter(desk.cell("2", "evidence", form), text);
  desk.enter(desk.cell("2", "explanation", form), text);
  desk.enter({ sheet: form!, row: 1, column: 2 }, text);
  // What belongs to a criterion that goes is kept aside in the log.
  const rubric = desk.workbook.sheets.find(({ name }) => /^Bộ chỉ số/.test(name))!;
  const gone = rubric.cells.findIndex((line) => line?.some((cell) => cell?.v === "2") === true);
  desk.deleteRow(rubric.name, gone);
  desk.build(...units);
  desk.rank();
  return desk;
}

/** A formula without what stands between quotation marks, and without the names of sheets. */
export const bareFormula = (formula: string): string => formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, "''!");

interface Held {
  readonly cells: readonly ((readonly ({ readonly v?: CellValue; readonly f?: string } | undefined)[]) | undefined)[];
}

/** Every formula of sheets, bare, in order. */
export const formulasOf = (sheets: readonly Held[]): string[] =>
  sheets.flatMap(({ cells }) => cells.flatMap((line) => (line ?? []).flatMap((cell) => (cell?.f === undefined ? [] : [bareFormula(cell.f)]))));
