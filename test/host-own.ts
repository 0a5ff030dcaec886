import { createApp } from "../core/app";
import type { App, Outcome, Run } from "../core/app-port";
import { type Address, type Area, areaName, cellName } from "../core/sheet/address";
import type { Guards, Host } from "../core/sheet/host";
import type { Snapshot } from "../core/sheet/snapshot";
import type { Workbook } from "../core/sheet/workbook";
import { ironCalculate } from "./double/iron-calc";
import { bookInUse, sheets, units } from "./kit/damaged-book";
import { Desk } from "./kit/desk";

/** A person's own formula in a free cell, remark on a cell, or chart that hangs on a cell and reads others. */
export type OwnThing =
  | { readonly kind: "formula" | "comment" | "note"; readonly at: Address; readonly text: string }
  | { readonly kind: "chart"; readonly at: Address; readonly text: string; readonly source: { readonly sheet: string; readonly area: Area } }
  /** Shown in `ownFill` where the formula holds; put `above` all others of the sheet, or below. */
  | { readonly kind: "format"; readonly at: Address; readonly text: string; readonly area: Area; readonly above: boolean }
  /** Bars of the length of the values, which have no formula. */
  | { readonly kind: "bars"; readonly at: Address; readonly text: ""; readonly area: Area };

/** Of the person's own formats by condition. */
export const ownFill = "D9F2D0";

/** A person before a workbook, by the means of one program. */
export interface OwnThings {
  put(things: readonly OwnThing[]): Promise<void>;
  /** The remarks and charts of all sheets, and those formulas that were put. */
  find(): Promise<readonly OwnThing[]>;
}

export interface OwnDesk extends OwnThings {
  /** A panel opened now. */
  open(): Host;
  /** How many things writes did so far that a death could part from each other. */
  done(): number;
  /** The next write dies after so many of them. */
  dieAfter(count: number): void;
  /** Formats by condition of each sheet in their order; a run of ours is one "ours". */
  formats(): ReadonlyMap<string, readonly string[]>;
  /** What is there, seen by other means than the host's. */
  workbook(): Workbook;
}

export function told(thing: OwnThing): string {
  const { at, kind, text } = thing;
  const read = thing.kind === "chart" ? ` of ${thing.source.sheet}!${areaName(thing.source.area)}`
    : thing.kind === "format" ? ` over ${areaName(thing.area)}`
      : thing.kind === "bars" ? ` over ${areaName(thing.area)}` : "";
  return `${at.sheet}!${cellName(at.row, at.column)} ${kind} ${text}${read}`;
}

/** The rows of a sheet that hold something, and how far it reaches to the right. */
function reachOf(desk: Desk, sheet: string): { readonly rows: number; readonly columns: number } {
  const { cells } = desk.sheet(sheet);
  return { rows: cells.length, columns: Math.max(...cells.map((line) => line?.length ?? 0)) };
}

/** A formula that stands in no sheet of ours. */
const doubled = (cell: string): string => `${cell}*2+0.125`;

/** What a person has on the sheets of a workbook in use: on answers, points, titles, heads; beside and below; elsewhere. */
export function ownThings(workbook: Workbook): OwnThing[] {
  const desk = new Desk(workbook);
  const [form, other] = sheets;
  const points = (code: string): string => {
    const { row, column } = desk.cell(code, "final", form);
    return cellName(row, column);
  };
  const first = desk.cell("1", "final", form);
  const beside = desk.cell("3", "row", form);
  const read = { sheet: form, area: { row: first.row, column: first.column, rows: 12, columns: 1 } };
  const below = reachOf(desk, form).rows + 1;
  const at = (sheet: string, row: number, column: number): Address => ({ sheet, row, column });
  const format = (place: Address, rows: number, columns: number, text: string, above: boolean): OwnThing =>
    ({ kind: "format", at: place, text, area: { row: place.row, column: place.column, rows, columns }, above });
  const list = (["Đơn vị", "Chỉ số", "Xếp hạng"] as const).flatMap((sheet): OwnThing[] => {
    const { columns } = reachOf(desk, sheet);
    const row = desk.sheet(sheet).cells.findIndex((line) => line?.some((cell) => cell?.v === units[0].code));
    return [
      { kind: "comment", at: at(sheet, 0, 0), text: `Đầu trang ${sheet}` },
      { kind: "note", at: at(sheet, row, 1), text: `Xem lại ở ${sheet}` },
      { kind: "comment", at: at(sheet, row, 2), text: `Hỏi Sở về ${sheet}` },
      { kind: "formula", at: at(sheet, row, columns + 1), text: doubled(cellName(row, 4)) },
      format(at(sheet, row, 1), 2, 4, `LEN(B${row + 1})>3`, true),
      format(at(sheet, row, 4), 3, 1, `E${row + 1}>=10`, false),
    ];
  });
  return [
    { kind: "comment", at: desk.cell("1", { input: "x" }, form), text: "Ai nhập ô này?" },
    { kind: "note", at: desk.cell("4", { input: "a" }, form), text: "Theo báo cáo quý III" },
    { kind: "comment", at: desk.cell("2", "self", form), text: "=1+1 vẫn là chữ" },
    { kind: "note", at: desk.cell("1", "final", form), text: "Điểm đã thống nhất" },
    { kind: "comment", at: desk.cell("8", "evidence", form), text: "Thiếu văn bản" },
    { kind: "comment", at: at(form, 0, 2), text: "Bản của phòng" },
    { kind: "comment", at: desk.cell("6", { input: "r" }, other), text: "Số của xã" },
    { kind: "formula", at: at(form, beside.row, 30), text: doubled(points("3")) },
    { kind: "formula", at: at(form, below, 2), text: `${doubled(points("1"))}-1` },
    { kind: "chart", at: at(form, 6, 4), text: "Điểm theo tiêu chí", source: read },
    { kind: "comment", at: at("Bộ chỉ số", 0, 0), text: "Bản gửi Sở" },
    { kind: "note", at: at("Bộ chỉ số", 4, 3), text: "Điểm tối đa cũ là 5" },
    { kind: "formula", at: at("Bộ chỉ số", 4, 12), text: doubled("D5") },
    format(first, 12, 1, `${cellName(first.row, first.column)}>=2`, true),
    format(at(form, 0, 0), 40, 5, "LEN($B1)=0", false),
    format(at(form, beside.row, 30), 1, 1, `${cellName(beside.row, 30)}>5`, true),
    format(at("Bộ chỉ số", 4, 3), 3, 1, "D5>3", true),
    ...list,
    { kind: "chart", at: at("Xếp hạng", 3, 1), text: "Điểm các đơn vị", source: { sheet: "Xếp hạng", area: { row: 5, column: 5, rows: 8, columns: 1 } } },
    { kind: "chart", at: at("Sổ tay", 5, 0), text: "Điểm của phường", source: read },
    { kind: "formula", at: at("Sổ tay", 4, 1), text: doubled(`'${form}'!${points("4")}`) },
    { kind: "comment", at: at("Sổ tay", 0, 0), text: "Trang riêng" },
  ];
}

/** Formats in their order by what they say, a run of ours as one. */
export const inOrder = (formats: readonly { readonly isOurs: boolean; readonly says: string }[]): string[] =>
  formats.map(({ isOurs, says }) => (isOurs ? "ours" : says)).filter((says, i, all) => says !== "ours" || all[i - 1] !== "ours");

type Press = (app: App, snapshot: Snapshot, guards: readonly (Guards | null)[] | null) => Run<Outcome>;

/** What is pressed one after the other, with the person's things there all the time. */
export interface OwnRow {
  readonly name: string;
  readonly from: () => Workbook;
  readonly presses: readonly Press[];
  /** The first press dies after this share of what it does; then the rest is written at the next opening. */
  readonly dies?: number;
  /** The first press moves the rows of the form: a formula beside it goes with its criterion, one below it stays below. */
  readonly moves?: true;
}

const build: Press = (app, snapshot) => app.build(snapshot, { units, year: "2026" });
const rank: Press = (app, snapshot) => app.rank(snapshot);
const repair: Press = (app, snapshot, guards) => app.repair(snapshot, guards);
const takeBack: Press = (app, snapshot) => app.takeBack(snapshot);
const resume: Press = (app, snapshot) => app.resume(snapshot);

/** A workbook that is worked out when it is first asked for, all of it computed. */
function once(change: (desk: Desk) => void): () => Workbook {
  let workbook: Workbook | null = null;
  return () => {
    if (workbook === null) {
      const desk = bookInUse();
      change(desk);
      workbook = ironCalculate(desk.workbook);
    }
    return workbook;
  };
}

const rubricRow = (desk: Desk, code: string): number =>
  desk.sheet("Bộ chỉ số").cells.findIndex((line) => line?.[1]?.v === code);

const inUse = once(() => {});

/** Another rule and other points of one criterion: no row moves. */
const edited = once((desk) => {
  desk.enter({ sheet: "Bộ chỉ số", row: rubricRow(desk, "5"), column: 3 }, 8);
});

/** A criterion more above the others: every row of the forms moves. */
const grown = once((desk) => {
  const row = rubricRow(desk, "1");
  desk.duplicateRow("Bộ chỉ số", row);
  desk.enter({ sheet: "Bộ chỉ số", row, column: 0 }, null);
  desk.enter({ sheet: "Bộ chỉ số", row, column: 1 }, "9");
});

const damaged = once((desk) => {
  const [form, other] = sheets;
  desk.enter(desk.cell("2", "self", form), 3);
  desk.enter(desk.cell("1", "status", form), null);
  desk.enter(desk.cell("4", "row", form), "khác");
  desk.change(form, (sheet) => ({ ...sheet, validations: [], conditionals: [] }));
  desk.enter({ sheet: "Xếp hạng", row: 6, column: 5 }, 1);
  desk.deleteRow(other, desk.cell("8", { input: "n" }, other).row);
});

export const ownRows: readonly OwnRow[] = [
  { name: "forms written again", from: inUse, presses: [build] },
  { name: "forms of an edited rubric", from: edited, presses: [build] },
  { name: "forms of a rubric with another criterion", from: grown, presses: [build], moves: true },
  { name: "a ranking written again", from: inUse, presses: [rank] },
  { name: "a repair", from: damaged, presses: [repair] },
  { name: "a build taken back", from: edited, presses: [build, takeBack] },
  { name: "a build that moved rows, taken back", from: grown, presses: [build, takeBack], moves: true },
  { name: "a ranking taken back", from: inUse, presses: [rank, takeBack] },
  { name: "a build that dies, then resumed", from: edited, presses: [build, resume], dies: 0.4 },
  { name: "a build that dies late, then resumed", from: edited, presses: [build, resume], dies: 0.9 },
  { name: "a repair that dies, then resumed", from: damaged, presses: [repair, resume], dies: 0.5 },
];

const app = createApp();
const desk = new Desk();

/** Reads, works out and writes, as a panel does; false where the write died. `writing` is called right before it writes. */
export async function press(host: Host, work: Press, writing: () => void): Promise<boolean> {
  const snapshot = await host.read();
  const guards = work === repair ? await host.inspect(desk.all(app.asks(snapshot))) : null;
  const { patch, findings } = desk.all(work(app, snapshot, guards));
  if (patch === null) throw new Error(`refused: ${JSON.stringify(findings).slice(0, 300)}`);
  writing();
  return host.write(patch).then(({ ok }) => ok, () => false);
}
