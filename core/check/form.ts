import { isDay } from "../form/entry";
import { findForm, type FoundForm } from "../form/find";
import { formColumns, inputRowId, layoutForm, reservedRow, rowId } from "../form/layout";
import type { FormReading } from "../form/read";
import { type FormOrder, type Rebuilt, rebuildForm } from "../form/rebuild";
import type { Parked } from "../form/store-sheet";
import type { Rubric } from "../rubric/rubric";
import { applyPatch, snapshotOf } from "../sheet/apply";
import type { Asked, Guards } from "../sheet/host";
import type { Expect, SheetPatch } from "../sheet/patch";
import type { Facts, SheetSnapshot } from "../sheet/snapshot";
import { emptyWorkbook, type Sheet } from "../sheet/workbook";
import { cellDamages } from "./cells";
import { type Damage, damage, mendedTogether } from "./damage";
import { askedOf, guardDamages } from "./guards";
import { lostColumn } from "./lost-column";
import { type LostId, lostIds } from "./lost-ids";
import { type Places, placesOf } from "./places";

/** A form that stands, and how it would be written now. */
export interface MeantForm {
  readonly reading: FormReading;
  readonly order: FormOrder;
  readonly rebuilt: Rebuilt;
  readonly sheet: Sheet;
  readonly found: FoundForm;
  readonly places: Places;
}

export interface FormCheck {
  readonly damages: readonly Damage[];
  /** What else gives way where the sheet is written again: worth a line in the log, not in a list. */
  readonly gives: readonly Damage[];
  readonly compared: number;
  /** What mends it; null where nothing is to be written. `whole`: the sheet is written again. */
  readonly mended: { readonly sheet: SheetPatch; readonly expect: readonly Expect[]; readonly whole: boolean } | null;
}

/** Columns in which a sum would count what people put there. */
const computed = new Set<string>(["max", "self", "status", "final", ...formColumns.slice(formColumns.indexOf("state"))]);
const summed: ReadonlySet<number> = new Set(formColumns.flatMap((name, column) => (computed.has(name) ? [column] : [])));
/** Of sheets that are only looked at. */
export const noFacts: Facts = { host: "page", language: "vi", decimal: ",", now: "" };

/** A sheet as a patch would leave it, were it new. */
export function meantSheet(patch: SheetPatch): Sheet {
  const done = applyPatch(emptyWorkbook, { expect: [], sheets: [{ ...patch, create: true }] });
  if (!done.ok) throw new Error("a new sheet takes every patch");
  return done.workbook.sheets[0]!;
}

function foundIn(sheet: Sheet): FoundForm {
  const found = findForm(snapshotOf({ ...emptyWorkbook, sheets: [sheet] }, noFacts, null).sheets[0]!);
  if (found === null) throw new Error("a form as it is written is a form");
  return found;
}

/** How the form of a reading would be written for a rubric. */
export function meantForm(rubric: Rubric, order: FormOrder, reading: FormReading, parked: readonly Parked[]): MeantForm {
  const rebuilt = rebuildForm(rubric, order, reading, parked);
  const sheet = meantSheet(rebuilt.sheet);
  const layout = layoutForm(rubric, order.sheet);
  const found = foundIn(sheet);
  return { reading, order, rebuilt, sheet, found, places: placesOf(found, reading.found, layout.endRow + 1, layout.width) };
}

/** Rows of a form that lost their ids. */
export function lostIdsOf(rubric: Rubric, order: FormOrder, reading: FormReading): LostId[] {
  const { rows } = layoutForm(rubric, order.sheet);
  const ids = rows.map((row) => (row.kind === "input" ? inputRowId(row.node.id, row.input.name) : rowId(row.id)));
  if ([...ids, ...Object.values(reservedRow)].every((id) => reading.found.rows.has(id))) return [];
  const sheet = meantSheet(rebuildForm(rubric, { ...order, valueless: true }, reading, []).sheet);
  return lostIds(foundIn(sheet), sheet, reading.found);
}

/** Ids of a form that lost the column of them, read for the rubric that it was built for. */
export function lostColumnOf(rubric: Rubric, order: FormOrder, stands: SheetSnapshot): LostId[] {
  const sheet = meantSheet(rebuildForm(rubric, order, null, []).sheet);
  return lostColumn(foundIn(sheet), sheet, stands);
}

interface Blank {
  readonly sheet: Sheet;
  readonly found: FoundForm;
}

const blanks = new WeakMap<Rubric, Map<string, Blank>>();

/** A form that nobody filled in: protection and checks are the same in all of a rubric. */
function blankForm(rubric: Rubric, { language, decimal, store }: FormOrder): Blank {
  let own = blanks.get(rubric);
  if (own === undefined) blanks.set(rubric, (own = new Map<string, Blank>()));
  const key = JSON.stringify([language, decimal, store]);
  let blank = own.get(key);
  if (blank === undefined) {
    const order = { sheet: "", unit: { code: "", name: "" }, language, decimal, ...(store === undefined ? {} : { store }), valueless: true };
    const sheet = meantSheet(rebuildForm(rubric, order, null, []).sheet);
    own.set(key, (blank = { sheet, found: foundIn(sheet) }));
  }
  return blank;
}

/** What a host is asked to tell of the form of a reading. */
export function askedOfForm(rubric: Rubric, order: FormOrder, reading: FormReading): Asked {
  const { sheet, found } = blankForm(rubric, order);
  const { endRow, width } = layoutForm(rubric, order.sheet);
  return askedOf(sheet, order.sheet, placesOf(found, reading.found, endRow + 1, width));
}

/**
 * What is amiss in a form, in the order of its rows; `guards` null where the host cannot tell them. `again`: the sheet is
 * written again whatever is found.
 */
export function checkForm(form: MeantForm, guards: Guards | null, lost: readonly LostId[], again = false): FormCheck {
  const { reading, rebuilt, places, sheet } = form;
  const cells = cellDamages(sheet, reading.found, places, formColumns.indexOf("id"), summed);
  const column = lost.length > 0 && lost.length === reading.found.idOf.size;
  const damages = [
    ...(column ? withoutColumn(form) : [...nameless(lost), ...places.damages]), ...cells.damages,
    ...(guards === null ? [] : guardDamages(sheet, reading.sheet, places, guards, reading.entries.filter(isDay))),
  ].sort((a, b) => (a.at?.row ?? -1) - (b.at?.row ?? -1));
  const gone = rebuilt.report.parked.length;
  const whole = again || damages.some(({ mend }) => mend === "whole");
  if (whole) damages.push(...cells.emptied);
  if (whole && gone > 0) damages.push(damage("damage-answers-parked", { count: gone, sheet: reading.sheet }, null, "whole"));
  const patch = whole ? rebuilt.sheet : mendedTogether(reading.sheet, damages);
  return { damages, gives: [], compared: cells.compared, mended: patch === null ? null : { sheet: patch, expect: rebuilt.expect, whole } };
}

const typedOver = /^damage-(formula-lost|formula-altered|text-changed|cell-filled|cell-emptied|rows-unknown)$/;

/** What people typed over a form's own cells, and what gives way with it when the form is written again. */
export const overwritten = (form: MeantForm): Damage[] =>
  checkForm(form, null, [], true).damages.filter(({ issue: { code }, was }) => typedOver.test(code) && (was ?? "") !== "");

/** The hidden column of ids is gone: that the ids were read from elsewhere is nobody's business. */
function withoutColumn({ reading: { sheet, found }, places }: MeantForm): Damage[] {
  const at = { sheet, row: found.rows.get(reservedRow.head) ?? 0, column: found.columns.get("name") ?? 0 };
  return [
    damage("damage-columns-missing", { count: 1, column: "" }, at, "whole"),
    ...places.damages.filter(({ issue: { code } }) => code !== "damage-columns-moved"),
  ];
}

function nameless(lost: readonly LostId[]): Damage[] {
  const [first] = lost;
  if (first === undefined) return [];
  const blocks = lost.map(({ at: { row, column }, id }) => ({ row, column, cells: [[{ v: String(id) }]] }));
  return [damage("damage-ids-lost", { count: lost.length }, first.at, { blocks }, first.was)];
}
