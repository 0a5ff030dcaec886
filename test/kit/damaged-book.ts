import { readForms } from "../../core/form/read";
import { findRubricSheet } from "../../core/form/rubric-heads";
import { readRubric } from "../../core/rubric/read";
import type { Snapshot } from "../../core/sheet/snapshot";
import { evaluated } from "./evaluated";
import { Desk } from "./desk";
import { annex } from "./story";

export const units = [{ code: "HT", name: "Phường Hạc Thành" }, { code: "SS", name: "Xã Sầm Sơn" }] as const;
export const sheets = ["Phiếu HT", "Phiếu SS"] as const;

/** What the units entered: inputs by criterion and name. */
const answers: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  "1": { x: "Có" }, "2": { a: 3, b: 4 }, "4": { a: 70, b: 100 }, "3": { p: "Có", n: 25 }, "6": { r: 0.82 }, "8": { n: 6 },
};

/** A workbook in use: two filled-in forms, reviewed and ranked, with what people keep beside, below and elsewhere. */
export function bookInUse(): Desk {
  const desk = new Desk();
  desk.paste("Phụ lục", annex.map((cut) => cut.map((text) => (text === "" ? null : text))));
  desk.confirm();
  const { settings } = desk.look();
  const [scheme] = desk.app.schemes();
  desk.write(desk.app.settings(desk.snapshot(), { ...settings!, ...scheme!, notApplicable: "excluded" }));
  desk.build(...units);
  for (const [at, sheet] of sheets.entries()) {
    for (const [code, inputs] of Object.entries(answers)) {
      for (const [input, value] of Object.entries(inputs)) {
        desk.enter(desk.cell(code, { input }, sheet), typeof value === "number" && value >= 1 ? value - at : value);
      }
      desk.enter(desk.cell(code, "evidence", sheet), `Báo cáo số ${code}/BC-UBND`);
    }
    desk.enter(desk.cell("4", "explanation", sheet), "=1+1 là chữ, không phải công thức");
    desk.enter(desk.cell("2", "reviewed", sheet), 1.25);
    desk.enter(desk.cell("2", "reason", sheet), "Thiếu một biên bản họp");
  }
  desk.enter(desk.cell("4", { input: "a" }, sheets[1]), 69, "70-1");
  desk.workbook = evaluated(desk.workbook);
  desk.rank();
  desk.addSheet("Sổ tay", [["Ghi chú của phòng", 1], ["Tổng hai phiếu", 2]]);
  const [total] = [desk.cell("1", "final", sheets[0])];
  desk.enter({ sheet: "Sổ tay", row: 2, column: 1 }, 2, `'${sheets[0]}'!N${total.row + 1}+1`);
  const below = desk.sheet(sheets[0]).cells.length + 2;
  desk.enter({ sheet: sheets[0], row: below, column: 2 }, "Ghi chú dưới phiếu");
  desk.enter({ sheet: sheets[0], row: below + 1, column: 2 }, 0, `N${total.row + 1}*2`);
  desk.enter({ sheet: sheets[0], row: total.row, column: 40 }, "Xem lại");
  desk.workbook = evaluated(desk.workbook);
  return desk;
}

/** Everything that people entered into forms, each with where it belongs. */
export const entriesIn = (snapshot: Snapshot): string[] => {
  const rubric = readRubric(findRubricSheet(snapshot)!, { assumptions: "accept" }).rubric!;
  return readForms(snapshot, rubric).flatMap(({ unit, entries, strange, homeless }) =>
    [...entries, ...strange, ...homeless].map(({ criterion, part, value }) => `${unit.code} ${criterion} ${part} ${JSON.stringify(value)}`)).sort();
};

export const entered = (desk: Desk): string[] => entriesIn(desk.snapshot());

/** Lines that are not among others, each as often as it is missing. */
export function without(all: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return all.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
