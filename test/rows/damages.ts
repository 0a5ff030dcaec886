import type { CellValue, Sheet, Style, Validation } from "../../core/sheet/workbook";
import { units } from "../kit/damaged-book";
import { Desk, type FormPart } from "../kit/desk";
import { evaluated } from "../kit/evaluated";
import { shifted } from "../kit/shifted-rows";

/** What somebody, or some program, did to a workbook in use, and all that a check then says, as `code cell`. */
export interface DamageRow {
  readonly name: string;
  readonly damage: (desk: Desk) => void;
  readonly found: readonly string[];
  /** What a repair leaves to people; absent: nothing. */
  readonly left?: readonly string[];
  /** Entered cells that the damage itself took away, and those that a repair puts aside. */
  readonly gone?: number;
  readonly parked?: number;
  /** What the page finds, where it opens the file otherwise than it stood: it computes every formula. */
  readonly page?: readonly string[];
  /** Entries that the damage itself put there. */
  readonly entered?: number;
}

const form = "Phiếu HT";
const store = "_scorebook";

const cell = (desk: Desk, code: string, part: FormPart) => desk.cell(code, part, form);
const styled = (sheet: Sheet, change: (style: Style, row: number, column: number) => Style): Sheet => ({
  ...sheet,
  cells: sheet.cells.map((cut, row) => cut?.map((each, column) =>
    each === undefined ? each : { ...each, s: change(each.s ?? {}, row, column) })),
});
const style = (desk: Desk, code: string, part: FormPart, change: Style): void => {
  const at = cell(desk, code, part);
  desk.change(form, (sheet) => styled(sheet, (old, row, column) => (row === at.row && column === at.column ? { ...old, ...change } : old)));
};
const checks = (desk: Desk, code: string, part: FormPart, change: (rule: Validation) => Validation | null): void => {
  const at = cell(desk, code, part);
  desk.change(form, (sheet) => ({
    ...sheet,
    validations: sheet.validations.flatMap((check) => {
      if (check.area.row !== at.row || check.area.column !== at.column) return [check];
      const rule = change(check.rule);
      return rule === null ? [] : [{ ...check, rule }];
    }),
  }));
};
const unprotected = (desk: Desk, name: string): void => desk.change(name, (sheet) => {
  const { protection, ...open } = sheet;
  if (protection === undefined) throw new Error(`${name} is not protected`);
  return open;
});
const shift = (desk: Desk, sheet: string, at: number, count: number, of: "rows" | "columns" = "rows"): void => {
  desk.workbook = shifted(desk.workbook, { sheet, of, at, count });
};
const insert = (desk: Desk, at: number, count: number, of: "rows" | "columns" = "rows"): void => shift(desk, form, at, count, of);
const fact = (desk: Desk, key: string, value: CellValue): void => {
  const row = desk.sheet(store).cells.findIndex((cut) => cut?.[0]?.v === key);
  desk.enter({ sheet: store, row, column: 1 }, value);
};
const rule = (desk: Desk, code: string, column: number, value: CellValue): void => {
  const row = desk.sheet("Bộ chỉ số").cells.findIndex((cut) => cut?.some((each) => each?.v === code));
  desk.enter({ sheet: "Bộ chỉ số", row, column }, value);
};

/** Two rows of units that a spreadsheet program put in the other order: columns of people up to `shown`, helpers stay. */
const sorted = (desk: Desk, name: string, row: number, shown: number): void => desk.change(name, (sheet) => {
  const [a, b] = [sheet.cells[row]!, sheet.cells[row + 1]!];
  const moved = (line: typeof a, from: number, to: number) => line.map((each) =>
    each?.f === undefined ? each : { ...each, f: each.f.replace(new RegExp(`\\b([A-Z]{1,2})${from}\\b`, "g"), `$1${to}`) });
  const open = (line: typeof a, other: typeof a) => Array.from({ length: line.length }, (_, at) => (at < shown ? other[at] : line[at]));
  const cells = sheet.cells.slice();
  cells[row] = open(a, moved(b, row + 2, row + 1));
  cells[row + 1] = open(b, moved(a, row + 1, row + 2));
  return { ...sheet, cells };
});

/** A form of Ho Chi Minh City's rubric, filled in elsewhere, as a sheet of this workbook. */
const copyOtherForm = (desk: Desk, name: string): void => {
  const other = new Desk();
  other.preset("hcm-xa-2026");
  other.confirm();
  other.build({ code: "X", name: "Xã X" });
  other.look().findings.filter(({ todo }) => todo === "blank").slice(0, 9).forEach(({ at }, index) => other.enter(at!, index + 1));
  desk.workbook = { ...desk.workbook, sheets: [...desk.workbook.sheets, { ...other.sheet("Phiếu"), name }] };
};

export const damageRows: readonly DamageRow[] = [
  {
    name: "a score typed over its formula",
    damage: (desk) => desk.enter(cell(desk, "1", "final"), 2),
    found: ["damage-formula-lost Phiếu HT!N9"],
  },
  {
    name: "a score emptied",
    damage: (desk) => desk.enter(cell(desk, "2", "self"), null),
    found: ["damage-formula-lost Phiếu HT!H11"],
  },
  {
    name: "points added to a formula",
    damage: (desk) => desk.enter(cell(desk, "4", "final"), 4.5, "IF(LEN(H18)=0,\"\",H18)+1"),
    found: ["damage-formula-altered Phiếu HT!N18"],
  },
  {
    name: "the column of final points pasted as values",
    damage: (desk) => {
      const { column } = cell(desk, "1", "final");
      desk.change(form, (sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cut) => cut?.map((each, at) => (at === column && each?.f !== undefined ? { v: each.v, ...(each.s === undefined ? {} : { s: each.s }) } : each))),
      }));
    },
    found: [
      "damage-formula-lost Phiếu HT!N8", "damage-formula-lost Phiếu HT!N9", "damage-formula-lost Phiếu HT!N11",
      "damage-formula-lost Phiếu HT!N14", "damage-formula-lost Phiếu HT!N17", "damage-formula-lost Phiếu HT!N18",
      "damage-formula-lost Phiếu HT!N21", "damage-formula-lost Phiếu HT!N26", "damage-formula-lost Phiếu HT!N28",
      "damage-formula-lost Phiếu HT!N29", "damage-formula-lost Phiếu HT!N31", "damage-formula-lost Phiếu HT!N33",
      "damage-formula-lost Phiếu HT!N34", "damage-formula-lost Phiếu HT!N35",
    ],
  },
  {
    name: "a hidden helper typed over",
    damage: (desk) => desk.enter({ ...cell(desk, "4", "final"), column: 14 }, 1),
    found: ["damage-formula-lost Phiếu HT!O18"],
  },
  {
    name: "an answer changed by a program that does not compute",
    damage: (desk) => desk.enter(cell(desk, "4", { input: "a" }), 90),
    found: ["damage-values-stale Phiếu HT!H6"],
    gone: 1,
    entered: 1,
  },
  {
    name: "a formula that another program did not know",
    damage: (desk) => {
      const at = cell(desk, "8", "self");
      desk.enter(at, { error: "#NAME?" }, desk.sheet(form).cells[at.row]![at.column]!.f!);
    },
    found: ["damage-value-error Phiếu HT!H31"],
    page: [],
  },
  {
    name: "a criterion's name typed over",
    damage: (desk) => desk.enter({ ...cell(desk, "2", "row"), column: 2 }, "=HYPERLINK(\"http://a\")"),
    found: ["damage-text-changed Phiếu HT!C11"],
  },
  {
    name: "a maximum typed over",
    damage: (desk) => desk.enter({ ...cell(desk, "4", "row"), column: 4 }, 50),
    found: ["damage-text-changed Phiếu HT!E18"],
  },
  {
    name: "a number where only formulas add up",
    damage: (desk) => desk.enter({ ...cell(desk, "4", { input: "a" }), column: 7 }, 100),
    found: ["damage-cell-filled Phiếu HT!H19"],
  },
  {
    name: "a check taken off",
    damage: (desk) => checks(desk, "4", { input: "b" }, () => null),
    found: ["damage-check-lost Phiếu HT!F20"],
  },
  {
    name: "all checks lost, as by a program that does not keep them",
    damage: (desk) => desk.change(form, (sheet) => ({ ...sheet, validations: [] })),
    found: ["damage-check-lost Phiếu HT!F9"],
  },
  {
    name: "a check made wider",
    damage: (desk) => checks(desk, "2", "reviewed", (old) => (old.kind === "number" ? { ...old, max: 200 } : old)),
    found: ["damage-check-altered Phiếu HT!L11"],
  },
  {
    name: "a list with one member more",
    damage: (desk) => checks(desk, "1", { input: "x" }, (old) => (old.kind === "list" ? { ...old, options: [...old.options, "Khác"] } : old)),
    found: ["damage-check-altered Phiếu HT!F10"],
  },
  {
    name: "the sheet unprotected",
    damage: (desk) => unprotected(desk, form),
    found: ["damage-protection-off"],
  },
  {
    name: "the sheet protected otherwise",
    damage: (desk) => desk.change(form, (sheet) => ({ ...sheet, protection: { formatColumns: false, formatRows: false, filter: false, sort: true } })),
    found: ["damage-protection-altered"],
  },
  {
    name: "formulas unlocked",
    damage: (desk) => desk.change(form, (sheet) => styled(sheet, (old, row, column) => (column === 7 && row > 7 && row < 12 ? { ...old, locked: false } : old))),
    found: ["damage-cells-unlocked Phiếu HT!H9"],
  },
  {
    name: "answers locked",
    damage: (desk) => desk.change(form, (sheet) => styled(sheet, (old) => ({ ...old, locked: true }))),
    found: ["damage-cells-locked Phiếu HT!C2"],
  },
  {
    name: "an answer's cell made text",
    damage: (desk) => style(desk, "4", { input: "a" }, { format: "@" }),
    found: ["damage-format-changed Phiếu HT!F19"],
  },
  {
    name: "an answer's cell made a day",
    damage: (desk) => style(desk, "3", { input: "n" }, { format: "dd/mm/yyyy" }),
    found: ["damage-format-changed Phiếu HT!F16"],
  },
  {
    name: "a figure that a program turned into a day: as a number again it would score",
    damage: (desk) => {
      desk.enter(cell(desk, "3", { input: "n" }), 46054);
      style(desk, "3", { input: "n" }, { format: "d/m" });
    },
    found: [], gone: 1, entered: 1,
  },
  {
    name: "a share's cell made a plain number",
    damage: (desk) => style(desk, "6", { input: "r" }, { format: "General" }),
    found: ["damage-format-changed Phiếu HT!F27"],
  },
  {
    name: "the colours lost",
    damage: (desk) => desk.change(form, (sheet) => ({ ...sheet, conditionals: [] })),
    found: ["damage-colours-lost Phiếu HT!B8"],
  },
  {
    name: "looks alone changed",
    damage: (desk) => desk.change(form, (sheet) => styled(sheet, (old) => ({ ...old, fill: "FFFF00", bold: true, format: old.format === "0.00" ? "0.0" : old.format ?? "General" }))),
    found: [],
  },
  {
    name: "a row inserted",
    damage: (desk) => insert(desk, 11, 1),
    found: ["damage-rows-inserted Phiếu HT!C12"],
    left: ["damage-rows-inserted Phiếu HT!C12"],
  },
  {
    name: "a row inserted with a note, and a formula below typed over",
    damage: (desk) => {
      insert(desk, 11, 2);
      desk.enter({ sheet: form, row: 11, column: 2 }, "Đã hỏi Sở");
      desk.enter(cell(desk, "4", "self"), 5);
    },
    found: ["damage-rows-inserted Phiếu HT!C12", "damage-formula-lost Phiếu HT!H20"],
    left: ["damage-rows-inserted Phiếu HT!C12"],
  },
  {
    name: "a column inserted, and a formula behind it typed over",
    damage: (desk) => {
      insert(desk, 6, 1, "columns");
      desk.enter(cell(desk, "4", "self"), 5);
    },
    found: ["damage-columns-inserted Phiếu HT!G7", "damage-formula-lost Phiếu HT!I18"],
    left: ["damage-columns-inserted Phiếu HT!G7"],
  },
  {
    name: "an input's row deleted",
    damage: (desk) => insert(desk, cell(desk, "4", { input: "b" }).row, -1),
    found: ["damage-formulas-displaced Phiếu HT!I18", "damage-rows-missing Phiếu HT!C19"],
    gone: 1,
  },
  {
    name: "a criterion's rows deleted",
    damage: (desk) => insert(desk, cell(desk, "4", "row").row, -3),
    found: ["damage-rows-missing Phiếu HT!C17"],
    gone: 4,
  },
  {
    name: "the total's row deleted",
    damage: (desk) => insert(desk, 32, -1),
    found: ["damage-rows-missing Phiếu HT!C32"],
  },
  {
    name: "rows of criteria put in another order",
    damage: (desk) => desk.rows(form, (count) => Array.from({ length: count }, (_, at) => (at >= 8 && at <= 9 ? at + 3 : at >= 10 && at <= 12 ? at - 2 : at))),
    found: [
      "damage-rows-moved Phiếu HT!C9", "damage-formulas-displaced Phiếu HT!H11", "damage-check-altered Phiếu HT!F11",
      "damage-check-lost Phiếu HT!J13",
    ],
  },
  {
    name: "a row copied below itself",
    damage: (desk) => desk.duplicateRow(form, cell(desk, "4", { input: "a" }).row),
    found: [
      "damage-formulas-displaced Phiếu HT!H6", "damage-rows-twice Phiếu HT!C20", "damage-check-altered Phiếu HT!F21",
      "damage-check-lost Phiếu HT!J22",
    ],
  },
  {
    name: "the id of an answered row emptied",
    damage: (desk) => desk.enter({ ...cell(desk, "4", { input: "a" }), column: 0 }, null),
    found: ["damage-ids-lost Phiếu HT!A19"],
  },
  {
    name: "ids of answered rows typed over",
    damage: (desk) => {
      for (const input of ["a", "b"]) desk.enter({ ...cell(desk, "2", { input }), column: 0 }, `dòng ${input}`);
      desk.enter({ ...cell(desk, "1", "row"), column: 0 }, "?");
    },
    found: ["damage-ids-lost Phiếu HT!A9"],
  },
  {
    name: "the hidden row of keys deleted",
    damage: (desk) => insert(desk, 0, -1),
    found: [
      "damage-rows-missing Phiếu HT!C1", "damage-formulas-displaced Phiếu HT!I5",
      "damage-columns-missing Phiếu HT!C6", "damage-colours-lost Phiếu HT!B7",
    ],
  },
  {
    name: "a hidden column deleted",
    damage: (desk) => insert(desk, 16, -1, "columns"),
    found: ["damage-columns-missing Phiếu HT!C7"],
  },
  {
    name: "the column of explanations deleted",
    damage: (desk) => insert(desk, 10, -1, "columns"),
    found: ["damage-columns-missing Phiếu HT!C7"],
    gone: 1,
  },
  {
    name: "the column of ids deleted",
    damage: (desk) => insert(desk, 0, -1, "columns"),
    found: ["damage-columns-missing Phiếu HT!B7"],
  },
  {
    name: "the column of ids deleted from a form with nothing below its last row",
    damage: (desk) => shift(desk, "Phiếu SS", 0, -1, "columns"),
    found: ["damage-columns-missing Phiếu SS!B7"],
  },
  {
    name: "the column of ids deleted, and the sheet renamed",
    damage: (desk) => {
      insert(desk, 0, -1, "columns");
      desk.renameSheet(form, "Bản của phường");
    },
    found: ["damage-columns-missing Bản của phường!B7", "damage-sheet-renamed Bản của phường!A1"],
  },
  {
    name: "heads and names of the rubric's sheet in decomposed letters",
    damage: (desk) => desk.change("Bộ chỉ số", (sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cut) => cut?.map((each) =>
        (each !== undefined && typeof each.v === "string" ? { ...each, v: each.v.normalize("NFD") } : each))),
    })),
    found: [],
  },
  {
    name: "the column of ids deleted, and a hidden fact typed over",
    damage: (desk) => {
      insert(desk, 0, -1, "columns");
      desk.enter({ sheet: store, row: 3, column: 18 }, "x");
    },
    found: ["damage-columns-missing Phiếu HT!B7", "damage-facts-altered"],
  },
  {
    name: "the column of ids deleted, and a row above: nobody can tell the rows any more",
    damage: (desk) => {
      insert(desk, 9, -1);
      insert(desk, 0, -1, "columns");
    },
    found: ["form-unreadable"],
    left: ["form-unreadable"],
    gone: 18,
  },
  {
    name: "the column of ids and a row deleted, and a hidden fact typed over: the form stays known, and its points in the ranking",
    damage: (desk) => {
      insert(desk, 9, -1);
      insert(desk, 0, -1, "columns");
      desk.enter({ sheet: store, row: 3, column: 18 }, "x");
    },
    found: ["damage-facts-altered", "form-unreadable"],
    left: ["form-unreadable"],
    gone: 18,
  },
  {
    name: "a form's sheet renamed",
    damage: (desk) => {
      const follow = (formula: string): string => formula.replace(/'Phiếu SS'!/g, "'Sầm Sơn nộp'!");
      desk.renameSheet("Phiếu SS", "Sầm Sơn nộp");
      for (const { name } of desk.workbook.sheets) {
        desk.change(name, (sheet) => ({
          ...sheet, cells: sheet.cells.map((cut) => cut?.map((each) => (each?.f === undefined ? each : { ...each, f: follow(each.f) }))),
        }));
      }
    },
    found: ["damage-sheet-renamed Sầm Sơn nộp!A1"],
  },
  {
    name: "a form's sheet deleted",
    damage: (desk) => desk.deleteSheet("Phiếu SS"),
    found: ["damage-ranking-altered Chỉ số!H8", "damage-form-deleted"],
    gone: 18,
  },
  {
    name: "a form's sheet copied",
    damage: (desk) => {
      desk.workbook = { ...desk.workbook, sheets: [...desk.workbook.sheets, { ...desk.sheet("Phiếu SS"), name: "Phiếu SS (2)" }] };
    },
    found: ["form-unit-twice Phiếu SS (2)!C3"],
    left: ["form-unit-twice Phiếu SS (2)!C3"],
    entered: 18,
  },
  {
    name: "a filled-in form of another rubric copied in",
    damage: (desk) => copyOtherForm(desk, "Phiếu lạ"),
    found: ["form-foreign"],
    left: ["form-foreign"],
  },
  {
    name: "a form of another rubric copied in, and a row of ours deleted",
    damage: (desk) => {
      copyOtherForm(desk, "Phiếu lạ");
      insert(desk, 32, -1);
    },
    found: ["damage-rows-missing Phiếu HT!C32", "form-foreign"],
    left: ["form-foreign"],
  },
  {
    name: "the hidden facts deleted",
    damage: (desk) => desk.deleteSheet(store),
    found: [
      "damage-cell-filled Phiếu HT!N35", "damage-cell-filled Phiếu SS!N35", "damage-ranking-altered Chỉ số!K7",
      "damage-ranking-altered Xếp hạng!C18", "damage-facts-lost",
    ],
  },
  {
    name: "a hidden fact typed over",
    damage: (desk) => desk.enter({ sheet: store, row: 3, column: 18 }, "x"),
    found: ["damage-facts-altered"],
  },
  {
    name: "the number of decimals typed over",
    damage: (desk) => fact(desk, "settings.digits", 1),
    found: ["damage-settings-changed"],
  },
  {
    name: "the rubric's sheet deleted",
    damage: (desk) => desk.deleteSheet("Bộ chỉ số"),
    found: ["damage-rubric-lost"],
  },
  {
    name: "a maximum of the rubric changed after the build",
    damage: (desk) => rule(desk, "4", 3, 6),
    found: ["damage-rubric-changed Bộ chỉ số!C10", "sum-differs Bộ chỉ số!D9"],
    left: ["sum-differs Bộ chỉ số!D9"],
  },
  {
    name: "a criterion taken out of the rubric after the build",
    damage: (desk) => {
      const row = desk.sheet("Bộ chỉ số").cells.findIndex((cut) => cut?.some((each) => each?.v === "8"));
      desk.deleteRow("Bộ chỉ số", row);
    },
    found: ["damage-rubric-removed", "sum-differs Bộ chỉ số!D13", "damage-answers-parked", "damage-answers-parked"],
    left: ["sum-differs Bộ chỉ số!D13"],
    parked: 4,
  },
  {
    name: "every criterion deleted from the rubric's sheet, with a note below it",
    damage: (desk) => {
      desk.deleteRow("Bộ chỉ số", 4, 99);
      desk.enter({ sheet: "Bộ chỉ số", row: 9, column: 2 }, "Xóa nhầm?");
    },
    found: ["damage-rubric-emptied Bộ chỉ số!C4"],
  },
  {
    name: "most criteria deleted from the rubric's sheet",
    damage: (desk) => desk.deleteRow("Bộ chỉ số", 6, 99),
    found: [
      ...Array.from({ length: 9 }, () => "damage-rubric-removed"), "sum-differs Bộ chỉ số!D5", "damage-answers-parked", "damage-answers-parked",
    ],
    left: ["sum-differs Bộ chỉ số!D5"],
    parked: 32,
  },
  {
    name: "a score typed over and rows moved, in a form that nobody knows the settings of",
    damage: (desk) => {
      fact(desk, "settings.digits", 1);
      desk.enter(cell(desk, "6", "final"), 2);
      desk.rows(form, (count) => Array.from({ length: count }, (_, at) => (at >= 8 && at <= 9 ? at + 3 : at >= 10 && at <= 12 ? at - 2 : at)));
    },
    found: ["damage-settings-changed", "damage-rows-moved Phiếu HT!C9", "damage-formula-lost Phiếu HT!N26"],
  },
  {
    name: "an error in a choice",
    damage: (desk) => {
      desk.enter(cell(desk, "1", { input: "x" }), { error: "#N/A" });
      desk.workbook = evaluated(desk.workbook);
    },
    found: ["input-cell-error Phiếu HT!F10"],
    left: ["input-cell-error Phiếu HT!F10"],
    gone: 1,
    entered: 1,
  },
  {
    name: "an error where documents are named",
    damage: (desk) => desk.enter(cell(desk, "1", "evidence"), { error: "#REF!" }),
    found: ["words-error Phiếu HT!J9"],
    left: ["words-error Phiếu HT!J9"],
    gone: 1,
    entered: 1,
  },
  {
    name: "a rank typed over",
    damage: (desk) => desk.enter({ sheet: "Xếp hạng", row: 10, column: 8 }, 1),
    found: ["damage-formula-lost Xếp hạng!I11"],
  },
  {
    name: "units sorted by people",
    damage: (desk) => sorted(desk, "Chỉ số", 6, 20),
    found: [],
  },
  {
    name: "a unit's row deleted on the sheet of points",
    damage: (desk) => shift(desk, "Chỉ số", 6, -1),
    found: ["damage-unit-missing Chỉ số!A7"],
  },
  {
    name: "the last unit's row deleted on the sheet of points",
    damage: (desk) => shift(desk, "Chỉ số", 7, -1),
    found: ["damage-unit-missing Chỉ số!A8"],
  },
  {
    name: "a unit's row copied on the sheet of points",
    damage: (desk) => desk.duplicateRow("Chỉ số", 6),
    found: ["damage-unit-twice Chỉ số!A8"],
  },
  {
    name: "a unit's code typed over on the sheet of points",
    damage: (desk) => desk.enter({ sheet: "Chỉ số", row: 7, column: 0 }, "XX"),
    found: ["damage-unit-missing Chỉ số!A8", "damage-unit-unknown Chỉ số!A8"],
  },
  {
    name: "a column of points deleted",
    damage: (desk) => shift(desk, "Chỉ số", 5, -1, "columns"),
    found: ["damage-columns-missing Chỉ số!A6"],
  },
  {
    name: "a hidden column of the sheet of points deleted",
    damage: (desk) => shift(desk, "Chỉ số", 24, -1, "columns"),
    found: ["damage-columns-missing Chỉ số!A6"],
  },
  {
    name: "a unit's row deleted on the ranking",
    damage: (desk) => shift(desk, "Xếp hạng", 10, -1),
    found: ["damage-unit-missing Xếp hạng!B11"],
  },
  {
    name: "a unit's row copied on the ranking",
    damage: (desk) => desk.duplicateRow("Xếp hạng", 10),
    found: ["damage-unit-twice Xếp hạng!B12"],
  },
  {
    name: "units of the ranking in another order",
    damage: (desk) => sorted(desk, "Xếp hạng", 10, desk.sheet("Xếp hạng").cells[0]!.findIndex((each) => each?.v === "ranking.tag") - 6),
    found: [],
  },
  {
    name: "words typed over a label of the ranking, and over a figure of the sheet of points",
    damage: (desk) => {
      desk.enter({ sheet: "Xếp hạng", row: 9, column: 4 }, "Điểm gì?");
      desk.enter({ sheet: "Chỉ số", row: 6, column: 4 }, 3);
    },
    found: ["damage-formula-lost Chỉ số!E7", "damage-text-changed Xếp hạng!E10"],
  },
  {
    name: "a unit added to the list since the ranking",
    damage: (desk) => desk.enter({ sheet: "Đơn vị", row: 6, column: 1 }, "Xã Mới"),
    found: ["damage-unit-missing Chỉ số!A9", "damage-unit-missing Xếp hạng!B13"],
  },
  {
    name: "the sheet of points deleted",
    damage: (desk) => desk.deleteSheet("Chỉ số"),
    found: ["damage-ranking-lost"],
  },
  {
    name: "the checks of every sheet but the forms lost, and their formats",
    damage: (desk) => {
      for (const name of ["Bộ chỉ số", "Đơn vị", "Chỉ số", "Xếp hạng"]) {
        desk.change(name, (sheet) => styled({ ...sheet, validations: [] }, (old) => ({ ...old, format: "General" })));
      }
    },
    found: [
      "damage-format-changed Bộ chỉ số!A5", "damage-check-lost Bộ chỉ số!G5", "damage-format-changed Đơn vị!A5", "damage-check-lost Đơn vị!A5",
      "damage-format-changed Chỉ số!A7", "damage-check-lost Chỉ số!A7", "damage-format-changed Xếp hạng!B11", "damage-check-lost Xếp hạng!B11",
    ],
  },
  {
    name: "the list of units unprotected, its figures locked on the sheet of points, a day in a maximum of the rubric",
    damage: (desk) => {
      unprotected(desk, "Đơn vị");
      desk.change("Chỉ số", (sheet) => ({ ...styled(sheet, (old) => ({ ...old, locked: true })), conditionals: [] }));
      desk.change("Bộ chỉ số", (sheet) => styled(sheet, (old, row, column) => (column === 3 && row === 9 ? { ...old, format: "dd/mm" } : old)));
    },
    found: [
      "damage-format-changed Bộ chỉ số!D10", "damage-protection-off", "damage-cells-locked Chỉ số!A7", "damage-colours-lost Chỉ số!B7",
    ],
  },
  {
    name: "the ranking unprotected",
    damage: (desk) => unprotected(desk, "Xếp hạng"),
    found: ["damage-protection-off"],
  },
  {
    name: "words in cells that nobody fills in, and a row deleted",
    damage: (desk) => {
      desk.enter({ ...cell(desk, "2", "row"), column: 6 }, "hỏi lại");
      insert(desk, 32, -1);
    },
    found: ["damage-rows-missing Phiếu HT!C32", "damage-cell-emptied Phiếu HT!G11"],
  },
  {
    name: "a form's sheet copied after answers were put aside, and a row deleted on the copy",
    damage: (desk) => {
      const row = desk.sheet("Bộ chỉ số").cells.findIndex((cut) => cut?.some((each) => each?.v === "8"));
      desk.deleteRow("Bộ chỉ số", row);
      desk.build(...units);
      desk.workbook = { ...desk.workbook, sheets: [...desk.workbook.sheets, { ...desk.sheet(form), name: "Phiếu HT (2)" }] };
      shift(desk, "Phiếu HT (2)", desk.cell("4", "row", "Phiếu HT (2)").row, -1);
    },
    found: ["sum-differs Bộ chỉ số!D13", "damage-rows-missing Phiếu HT (2)!C17", "form-unit-twice Phiếu HT (2)!C3"],
    left: ["sum-differs Bộ chỉ số!D13", "form-unit-twice Phiếu HT (2)!C3"],
    gone: 4,
    entered: 14,
  },
  {
    name: "a form's sheet copied, and the ids and a row of the first one deleted",
    damage: (desk) => {
      desk.workbook = { ...desk.workbook, sheets: [...desk.workbook.sheets, { ...desk.sheet(form), name: "Bản chép" }] };
      insert(desk, 9, -1);
      insert(desk, 0, -1, "columns");
    },
    found: ["form-unreadable"],
    left: ["form-unreadable"],
  },
];
