import { type Area, parseAreaName } from "../core/sheet/address";
import { emptySheet } from "../core/sheet/apply";
import type { Asked } from "../core/sheet/host";
import type { SheetPatch } from "../core/sheet/patch";
import type { Protection, Sheet, Validation, Workbook } from "../core/sheet/workbook";

/** What stands in a checked area: what was asked for, nothing, none of ours, or a rule with these fields. */
export type Standing = "asked" | null | "other" | Readonly<Partial<Record<"kind" | "min" | "max" | "options", unknown>>>;

export interface InspectRow {
  readonly name: string;
  /** Written one after the other into sheet `Một`. */
  readonly parts: readonly Omit<SheetPatch, "sheet">[];
  readonly checks?: readonly { readonly area: Area; readonly rule: Validation; readonly standing: Standing }[];
  /** Unlocked cells of `A1:D8`. */
  readonly open?: readonly string[];
  readonly protection?: Protection | null;
  /** By cell of `A1:D8`; the others have none. */
  readonly formats?: Readonly<Record<string, string>>;
  readonly conditionals?: readonly string[];
}

const area = (name: string): Area => parseAreaName(name)!;
export const inspected = area("A1:D8");

const words = {
  prompt: { title: "1.1 · Số cuộc họp", text: "Nhập số nguyên từ 0 đến 100." },
  error: { title: "1.1 · Số cuộc họp", text: "Cần một số từ 0 đến 100 & không âm <nhé>." },
  allowBlank: true,
};
const list: Validation = { ...words, kind: "list", options: ["Tốt", "Khá", "Đạt 1/2"] };
const range: Validation = { ...words, kind: "range", sheet: "Danh mục's", area: area("A1:A5") };
const number: Validation = { ...words, kind: "number", min: -0.5, max: 99.99 };
const whole: Validation = { ...words, kind: "whole", min: 0, max: 12 };
const length: Validation = { ...words, kind: "length", max: 500 };
const guard: Protection = { formatColumns: true, formatRows: true, filter: false, sort: false };

const each = ["A1", "B2:B4", "C1", "D2:D3", "A5:B6"].map(area);
const kinds = [list, range, number, whole, length];
const written = each.map((place, k) => ({ area: place, rule: kinds[k]! }));

export const inspectRows: readonly InspectRow[] = [
  {
    name: "every kind of check, as it was written",
    parts: [{ validations: written }], checks: written.map((check) => ({ ...check, standing: "asked" })),
  },
  {
    name: "checks without a title, without a prompt and with long words",
    parts: [{
      validations: [
        { area: area("A1"), rule: { ...number, prompt: { title: "", text: "" } } },
        { area: area("A2"), rule: { ...list, error: { title: "", text: "x".repeat(255) } } },
      ],
    }],
    checks: [
      { area: area("A1"), rule: { ...number, prompt: { title: "", text: "" } }, standing: "asked" },
      { area: area("A2"), rule: { ...list, error: { title: "", text: "x".repeat(255) } }, standing: "asked" },
    ],
  },
  { name: "no checks", parts: [{}], checks: written.map((check) => ({ ...check, standing: null })) },
  {
    name: "a check in a part of the area alone, and two in one area",
    parts: [{
      validations: [
        { area: area("A1:A3"), rule: number }, { area: area("C1:C2"), rule: number }, { area: area("C3:C4"), rule: list },
      ],
    }],
    checks: [
      { area: area("A1:A4"), rule: number, standing: "other" }, { area: area("C1:C4"), rule: number, standing: "other" },
      { area: area("A2:A3"), rule: number, standing: "asked" },
    ],
  },
  {
    name: "another check in the place of ours",
    parts: [{
      validations: [
        { area: area("A1"), rule: { ...number, max: 5 } }, { area: area("A2"), rule: list },
        { area: area("A3"), rule: { ...list, options: ["Tốt", "Khá"] } }, { area: area("A4"), rule: { ...whole, min: 1 } },
      ],
    }],
    checks: [
      { area: area("A1"), rule: number, standing: { kind: "number", min: -0.5, max: 5 } },
      { area: area("A2"), rule: number, standing: { kind: "list", options: ["Tốt", "Khá", "Đạt 1/2"] } },
      { area: area("A3"), rule: list, standing: { kind: "list", options: ["Tốt", "Khá"] } },
      { area: area("A4"), rule: whole, standing: { kind: "whole", min: 1, max: 12 } },
    ],
  },
  {
    name: "other words alone",
    parts: [{ validations: [{ area: area("A1"), rule: { ...number, prompt: { title: "Khác", text: "Khác." } } }] }],
    checks: [{ area: area("A1"), rule: number, standing: { kind: "number", min: -0.5, max: 99.99 } }],
  },
  {
    name: "a protected sheet with open cells",
    parts: [{
      styles: [{ area: area("B2:C3"), style: { locked: false } }, { area: area("D8"), style: { locked: false } }],
      protection: guard,
    }],
    protection: guard, open: ["B2", "C2", "B3", "C3", "D8"],
  },
  { name: "a protected sheet without open cells", parts: [{ protection: guard }], protection: guard, open: [] },
  {
    name: "a sheet that is not protected", protection: null, open: ["B2"],
    parts: [{ styles: [{ area: area("B2"), style: { locked: false } }] }],
  },
  {
    name: "protection taken off again, formats and a format by condition",
    parts: [
      { protection: guard, styles: [{ area: area("A1:B1"), style: { format: "0.00" } }] },
      {
        protection: null, styles: [{ area: area("B1"), style: { format: "@" } }, { area: area("C3"), style: { format: "dd/mm/yyyy" } }],
        conditionals: [
          { area: area("A2:D8"), formula: '$B2="Có, hoặc không"', style: { fill: "FFF2CC" } },
          { area: area("A1:A8"), formula: "AND(LEN($A1)>0,$A1>1/2)", style: { bold: true } },
        ],
      },
    ],
    protection: null, formats: { A1: "0.00", B1: "@", C3: "dd/mm/yyyy" },
    conditionals: ['$B2="Có, hoặc không"', "AND(LEN($A1)>0,$A1>1/2)"],
  },
];

const members: Sheet = { ...emptySheet("Danh mục's"), cells: ["a", "b", "c", "d", "e"].map((v) => [{ v }]) };
export const inspectBook: Workbook = {
  sheets: [{ ...emptySheet("Một"), cells: [[{ v: "Tên" }]] }, members], active: "Một", properties: {},
};

/** How far a sheet says anything of a cell. */
const reach = ({ cells }: Sheet): Area => ({
  row: 0, column: 0, rows: cells.length, columns: Math.max(0, ...cells.map((cut) => cut?.length ?? 0)),
});

/** All that a workbook has to be asked for, a question for each sheet with checks. */
export const asksOf = ({ sheets }: Workbook): readonly Asked[] =>
  sheets.filter(({ validations }) => validations.length > 0).map((sheet) => ({
    sheet: sheet.name, area: reach(sheet), protection: sheet.protection ?? null, checks: sheet.validations,
  }));
