import * as z from "zod/mini";
import type { Address, Area } from "./address";
import type { Block, Expect, Patch, SheetPatch, Write } from "./patch";
import type { CellValue, ColorScale, Conditional, Print, Protection as SheetProtection, Style as CellStyle, Validation } from "./workbook";

z.config({ jitless: true });

/** Rows of Excel's sheets, columns of Google's: no sheet reaches further. */
const most = { rows: 1048576, columns: 18278 };
/** Cells that Google holds in all sheets of a spreadsheet together. */
const mostCells = 10000000;

type Fields<T> = { readonly [K in keyof Required<T>]: z.ZodMiniType };

const row = z.int().check(z.minimum(0), z.maximum(most.rows - 1));
const column = z.int().check(z.minimum(0), z.maximum(most.columns - 1));
const isInside = (area: Area): boolean => area.row + area.rows <= most.rows && area.column + area.columns <= most.columns;
const area = z.strictObject({
  row, column, rows: z.int().check(z.minimum(0)), columns: z.int().check(z.minimum(0)),
} satisfies Fields<Area>).check(z.refine((read) => isInside(read)));
const size = z.optional(z.number().check(z.minimum(0)));
const flag = z.optional(z.boolean());
const color = z.string().check(z.regex(/^[0-9a-f]{6}$/i));
const maybeColor = z.optional(color);
const sheet = z.string().check(z.minLength(1));
const state = z.enum(["visible", "hidden", "veryHidden"]);

const hasKeys = (read: object, ...keys: readonly string[]): boolean =>
  Object.keys(read).length === keys.length && keys.every((key) => key in read);
const isPlainValue = (read: unknown): boolean =>
  read === null || typeof read === "string" || typeof read === "boolean" || (typeof read === "number" && Number.isFinite(read));
const isValue = (read: unknown): boolean => isPlainValue(read)
  || (typeof read === "object" && hasKeys(read!, "error") && typeof (read as { readonly error: unknown }).error === "string");
function isWrite(read: unknown): boolean {
  if (read === null || typeof read !== "object") return read === null;
  const { f, v } = read as { readonly f?: unknown; readonly v?: unknown };
  return (hasKeys(read, "v") && isPlainValue(v)) || (hasKeys(read, "f", "v") && typeof f === "string" && isValue(v));
}
// Of cells there are very many, and each of these is one look.
const value = z.custom<CellValue>(isValue);
const write = z.custom<Write>(isWrite);
const block = z.strictObject({ row, column, cells: z.array(z.array(write)) } satisfies Fields<Block>)
  .check(z.refine((read) => read.cells.every((line) => isInside({ ...read, rows: read.cells.length, columns: line.length }))));

const style = z.strictObject({
  bold: flag, italic: flag, size, color: maybeColor, fill: maybeColor, wrap: flag, underline: flag, locked: flag, indent: size,
  align: z.optional(z.enum(["left", "center", "right"])), vertical: z.optional(z.enum(["top", "middle", "bottom"])),
  format: z.optional(z.string()), border: z.optional(z.enum(["thin", "none"])),
} satisfies Fields<CellStyle>);

const notice = z.strictObject({ title: z.string(), text: z.string() });
const common = { prompt: notice, error: notice, brief: z.optional(z.string()), allowBlank: z.boolean() } satisfies Fields<Omit<Validation, "kind">>;
const rule = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("list"), options: z.array(z.string()) }),
  z.strictObject({ ...common, kind: z.literal("range"), sheet, area }),
  z.strictObject({ ...common, kind: z.enum(["number", "whole"]), min: z.number(), max: z.number() }),
  z.strictObject({ ...common, kind: z.literal("length"), max: z.number() }),
]);

const percent = z.optional(z.int().check(z.minimum(1), z.maximum(1000)));
const print = z.strictObject({
  orientation: z.enum(["portrait", "landscape"]), fitWidth: z.boolean(), repeat: z.optional(z.tuple([row, row])),
  repeatColumns: z.optional(z.tuple([column, column])), scale: percent, breaks: z.optional(z.array(column)),
  footer: z.optional(z.string()), area: z.optional(area),
} satisfies Fields<Print>);

const protection = z.strictObject({
  formatColumns: z.boolean(), formatRows: z.boolean(), filter: z.boolean(), sort: z.boolean(),
} satisfies Fields<SheetProtection>);

/** A name that every program lets a sheet be made with. */
const isForNew = (name: string): boolean => name.length <= 31 && !/[[\]:*?/\\\u0000-\u001f]|^'|'$/.test(name);

const part = z.strictObject({
  sheet, create: flag, position: z.optional(z.int().check(z.minimum(0))), state: z.optional(state),
  clear: z.optional(z.array(area)), styles: z.optional(z.array(z.strictObject({ area, style }))), blocks: z.optional(z.array(block)),
  merges: z.optional(z.array(area)), validations: z.optional(z.array(z.strictObject({ area, rule }))),
  conditionals: z.optional(z.array(z.strictObject({ area, formula: z.string(), style } satisfies Fields<Conditional>))),
  scales: z.optional(z.array(z.strictObject({ area, low: color, high: color } satisfies Fields<ColorScale>))),
  columns: z.optional(z.array(z.strictObject({ column, width: size, hidden: flag }))),
  rows: z.optional(z.array(z.strictObject({ row, height: size, hidden: flag }))),
  freeze: z.optional(z.strictObject({ rows: row, columns: column })), filter: z.optional(area), print: z.optional(print),
  tab: maybeColor, protection: z.optional(z.nullable(protection)), remove: z.optional(z.literal(true)),
} satisfies Fields<SheetPatch>).check(z.refine(({ sheet: name, create }) => create !== true || isForNew(name)));

const expected = z.strictObject({
  sheet, row, column, values: z.array(z.array(value)),
} satisfies Fields<Expect>);

/** A patch as it is read back from a text that anybody may have changed: nothing that a host could stumble over. */
export const PatchShape = z.strictObject({
  expect: z.array(expected), sheets: z.array(part),
  show: z.optional(z.strictObject({ sheet, row, column } satisfies Fields<Address>)),
} satisfies Fields<Patch>).check(z.refine(({ sheets }) => {
  const areas = sheets.flatMap(({ styles = [] }) => styles.map((styled) => styled.area));
  return areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0) <= mostCells;
}));

/** The protection of a sheet, read back the same way. */
export const ProtectionShape = protection;
