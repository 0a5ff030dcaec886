import { isDeepStrictEqual } from "node:util";
import type { App, Outcome } from "../../core/app-port";
import type { Snapshot } from "../../core/sheet/snapshot";
import type { Workbook } from "../../core/sheet/workbook";
import { ironCalculate } from "../double/iron-calc";
import { comparable } from "../host-contract";
import { head, yesNo } from "../rows/bad-input";
import { entriesIn, without } from "./damaged-book";
import { Desk } from "./desk";

/** Something that one presses, in a workbook with all that it may lose. */
export interface Operation {
  readonly name: string;
  readonly from: () => Workbook;
  readonly press: (app: App, snapshot: Snapshot) => Outcome;
  /** Answers that it puts aside, since their criteria ask for something else by now. */
  readonly parks?: readonly string[];
}

const units = [{ code: "HT", name: "Phường Hạc Thành" }, { code: "HR", name: "Phường Hàm Rồng" }];
const ratio = "a = số việc xong;\nb = số việc.\nTỷ lệ = a/b. Điểm = Tỷ lệ*Điểm tối đa.";

/** A small rubric, confirmed, beside a sheet of somebody's own. */
function confirmed(): Desk {
  const desk = new Desk();
  desk.addSheet("Ghi chú", [["Việc của phòng", 5], ["=1+1", null]]);
  desk.paste("Phụ lục", [
    [...head], ["1", "Nhóm 1", null, null, null], ["1.1", "Kế hoạch", 2, yesNo, "Quyết định"],
    ["1.2", "Hồ sơ", 3, ratio, "Báo cáo"], ["1.3", "Đánh giá", 5, "Theo hướng dẫn của Sở", null],
  ]);
  desk.confirm();
  return desk;
}

/** The same with two forms, answered, with proofs, explanations, and notes of people beside and below. */
function answered(): Desk {
  const desk = confirmed();
  desk.build(...units);
  desk.look().forms.forEach(({ id: form }, k) => {
    desk.enter(desk.cell("1.1", { input: "x" }, form), "Có");
    desk.enter(desk.cell("1.2", { input: "a" }, form), 3 + k);
    desk.enter(desk.cell("1.2", { input: "b" }, form), 7.00000000000001);
    desk.enter(desk.cell("1.3", { input: "points" }, form), 3.33333333333333 - k);
    desk.enter(desk.cell("1.1", "evidence", form), "=12/QĐ-UBND");
    desk.enter(desk.cell("1.2", "explanation", form), "Hai hồ sơ\ncòn chờ 😀");
    desk.enter(desk.cell("1.1", "explanation", form), "'007  ");
    desk.enter(desk.cell("1.2", "evidence", form), "  1,50");
    desk.enter(desk.cell("1.3", "evidence", form), "3/4");
    desk.enter(desk.cell("1.3", "explanation", form), "Đã duyệt\u00a0".normalize("NFD"));
    desk.enter({ sheet: form, row: 9, column: 27 }, "hỏi lại phòng ");
    desk.enter({ sheet: form, row: 30, column: 2 }, 12, "3*4");
    // What a program that reads along would take for something else, and a figure of more than the 15 digits that a form keeps.
    ["'=1", "-5", "+84", "1e5", "TRUE", "01/02/2026"].forEach((text, at) =>
      desk.enter({ sheet: form, row: 31, column: 2 + at }, text, undefined, "@"));
    desk.enter({ sheet: form, row: 32, column: 2 }, 46055.75, undefined, "dd/mm/yyyy hh:mm");
    desk.enter({ sheet: form, row: 32, column: 3 }, 0.1 + 0.2);
  });
  return desk;
}

/** Line of a criterion in the rubric's sheet. */
const rubricRow = (desk: Desk, code: string): number =>
  desk.sheet("Bộ chỉ số").cells.findIndex((line) => line?.[1]?.v === code);

/** The same after one criterion went, its answers parked, and then another's rule and points were edited. */
function edited(): Desk {
  const desk = answered();
  desk.deleteRow("Bộ chỉ số", rubricRow(desk, "1.3"));
  desk.build(...units);
  const row = rubricRow(desk, "1.2");
  desk.enter({ sheet: "Bộ chỉ số", row, column: 3 }, 8);
  desk.enter({ sheet: "Bộ chỉ số", row, column: 4 }, "Theo hướng dẫn của Sở");
  desk.duplicateRow("Bộ chỉ số", rubricRow(desk, "1.1"));
  desk.enter({ sheet: "Bộ chỉ số", row: rubricRow(desk, "1.1") + 1, column: 0 }, null);
  desk.enter({ sheet: "Bộ chỉ số", row: rubricRow(desk, "1.1") + 1, column: 1 }, "1.4");
  return desk;
}

function ranked(): Desk {
  const desk = answered();
  desk.rank();
  const [form] = desk.look().forms;
  desk.enter(desk.cell("1.1", { input: "x" }, form!.id), "Không");
  return desk;
}

/** A form answered, written again after a rule was edited, and another made beside it, with an answer since. */
function tried(): Desk {
  const desk = confirmed();
  desk.build(units[0]!);
  const form = desk.look().forms[0]!.id;
  desk.enter(desk.cell("1.2", { input: "a" }, form), 3);
  desk.enter(desk.cell("1.3", { input: "points" }, form), 4.25);
  desk.deleteRow("Bộ chỉ số", rubricRow(desk, "1.3"));
  desk.build(...units);
  desk.enter(desk.cell("1.1", { input: "x" }, form), "Có");
  return desk;
}

const build = (app: App, snapshot: Snapshot): Outcome => new Desk().all(app.build(snapshot, { units, year: "2026" }));
const rank = (app: App, snapshot: Snapshot): Outcome => new Desk().all(app.rank(snapshot));

const repair = (app: App, snapshot: Snapshot): Outcome => new Desk().all(app.repair(snapshot, null));

/** Forms in which a formula was typed over, another is gone, a row is lost and a sheet was renamed. */
function damaged(): Desk {
  const desk = answered();
  const [first, second] = desk.look().forms.map(({ id }) => id);
  desk.enter(desk.cell("1.2", "self", first!), 3);
  desk.enter(desk.cell("1.1", "status", first!), null);
  desk.deleteRow(second!, desk.cell("1.3", { input: "points" }, second!).row);
  desk.renameSheet(second!, "Phiếu cũ");
  return desk;
}

/** A workbook that is worked out when it is first asked for, all of it computed. */
function once(make: () => Desk): () => Workbook {
  let workbook: Workbook | null = null;
  return () => (workbook ??= ironCalculate(make().workbook));
}

/** Each is ended or undone wherever a host fails on the way, in all hosts. */
export const operations: readonly Operation[] = [
  { name: "build", from: once(confirmed), press: build },
  {
    name: "rebuild", from: once(edited), press: build,
    parks: ["HR c:1.2 input a 4", "HR c:1.2 input b 7.00000000000001", "HT c:1.2 input a 3", "HT c:1.2 input b 7.00000000000001"],
  },
  { name: "rank", from: once(answered), press: rank },
  { name: "rank again", from: once(ranked), press: rank },
  { name: "repair", from: once(damaged), press: repair },
  { name: "take back", from: once(tried), press: (app, snapshot) => app.takeBack(snapshot) },
];

/** All that a workbook holds, to the last digit and blank where it was entered or written, without the sheet in front. */
export function everything(workbook: Workbook): object {
  const verbatim = workbook.sheets.map(({ name, cells }) => [name, cells.flatMap((line, row) =>
    Array.from(line ?? []).flatMap((cell, column) =>
      cell === undefined || cell.f !== undefined || cell.v === null || cell.v === "" ? [] : [[row, column, cell.v]]))]);
  return JSON.parse(JSON.stringify({ ...comparable(workbook), active: null, verbatim })) as object;
}

/** What people entered into the forms before, to the byte, and no form holds any more. Figures are of 15 digits at most. */
export const goneFrom = (before: Workbook, after: Workbook): string[] =>
  without(...([before, after].map((workbook) => entriesIn(new Desk(workbook).snapshot())) as [string[], string[]]));

/** What the next opening makes of a workbook in which a write may have died. */
export type Ending = "as it stands" | "undone" | "ended";
export type Fate = `${Ending}, ${"old" | "new"}`;

/** Old where nothing came of it, new where it was ended; throws with the differences where it is neither. */
export function fateOf(ending: Ending, after: object, old: object, made: object): Fate {
  if (ending !== "undone" && isDeepStrictEqual(after, made)) return `${ending}, new`;
  if (ending !== "ended" && isDeepStrictEqual(after, old)) return `${ending}, old`;
  expect({ ending, after }).toEqual({ ending, after: ending === "ended" ? made : old });
  throw new Error(`${ending}, but neither old nor new`);
}
