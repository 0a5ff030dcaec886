import { cellName, parseCellName, sameSheet } from "../../../core/sheet/address";
import type { Carried, CarriedKind, CarriedPart } from "../../../core/sheet/carried";
import type { Sheet } from "../../../core/sheet/workbook";
import { firstNow, lineNow } from "../lines";
import { type Standing, type WhereNow, movedPart } from "./chart-places";
import { lettersOfText, textOf } from "./letters";

/** Parts whose formulas name sheets. */
const NAMING: ReadonlySet<CarriedKind> = new Set(["drawing", "chart", "chart-ex", "chart-shapes"]);

const LAST = 1048575;

const LISTED = { comments: "comment", threads: "threadedComment" } as const;

/** Tags that open and close; one that is closed at once has no end to be looked for through the rest of the part. */
const SHAPE = /<((?:\w+:)?shape)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?(?<!\/)>[^]*?<\/\1>/g;
const ANCHOR = /<((?:\w+:)?(?:twoCell|oneCell)Anchor)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?(?<!\/)>[^]*?<\/\1>/g;

/** Where a cell stands now, or null where it is gone. */
export type CellNow = (row: number, column: number) => readonly [row: number, column: number] | null;

/** A part with each of its numbers as a tag's text rewritten. */
const numbered = (text: string, tag: string, to: (value: number) => number): string =>
  text.replace(new RegExp(`(<(?:\\w+:)?${tag}>\\s*)(\\d+)(?=\\s*</)`, "g"), (_, head: string, digits: string) => head + String(to(Number(digits))));
const numberIn = (text: string, tag: string): number => Number(new RegExp(`<(?:\\w+:)?${tag}>\\s*(\\d+)`).exec(text)?.[1] ?? NaN);

function movedList(text: string, tag: string, now: CellNow): string {
  const each = new RegExp(`<((?:\\w+:)?${tag})(\\s[^>]*?\\sref=|\\sref=)(["'])([A-Za-z]+\\d+)\\3[^>]*?(?:/>|>[^]*?</\\1>)`, "g");
  return text.replace(each, (whole: string, name: string, head: string, quote: string, ref: string) => {
    const at = parseCellName(ref)!;
    const to = now(at.row, at.column);
    if (to === null) return "";
    const start = name.length + 1 + head.length + quote.length;
    return whole.slice(0, start) + cellName(...to) + whole.slice(start + ref.length);
  });
}

/** Notes' boxes: their cells, and their corners by as much as their cells moved. */
function movedBoxes(text: string, now: CellNow): string {
  return text.replace(SHAPE, (box) => {
    const [row, column] = [numberIn(box, "Row"), numberIn(box, "Column")];
    const to = Number.isNaN(row) || Number.isNaN(column) ? undefined : now(row, column);
    if (to === undefined) return box;
    if (to === null) return "";
    const [down, right] = [to[0] - row, to[1] - column];
    const moved = numbered(numbered(box, "Row", () => to[0]), "Column", () => to[1]);
    // Left column, its pixels, top row, its pixels, right column, its pixels, bottom row, its pixels.
    return moved.replace(/(<(?:\w+:)?Anchor>)([\d\s,]+)(?=<)/, (_, head: string, list: string) => head + list.split(",").map((figure, i) =>
      (i % 2 === 1 ? figure : ` ${Math.max(0, Number(figure) + (i % 4 === 0 ? right : down))}`)).join(",").trimStart());
  });
}

/** Comments and their boxes where their cells stand now; those whose cells are gone go with them. */
export function movedNotes(parts: readonly CarriedPart[], now: CellNow): CarriedPart[] {
  return parts.map((part) => {
    const { kind } = part;
    if (kind !== "comments" && kind !== "threads" && kind !== "notes") return part;
    const text = textOf(part.bytes);
    const next = kind === "notes" ? movedBoxes(text, now) : movedList(text, LISTED[kind], now);
    return next === text ? part : { ...part, bytes: lettersOfText(next) };
  });
}

/** Corners of what is drawn on a sheet, unless they are said not to move with cells. */
function movedCorners(text: string, { rows, columns }: Carried): string {
  const next = (lines: Carried["rows"], line: number): number => firstNow(lines, line, LAST) ?? line;
  return text.replace(ANCHOR, (anchor) =>
    /^<[^>]*\seditAs=["']absolute/.test(anchor) ? anchor
      : numbered(numbered(anchor, "row", (row) => next(rows, row)), "col", (column) => next(columns, column)));
}

function settledParts(carried: Carried, where: WhereNow): readonly CarriedPart[] {
  const { rows, columns } = carried;
  const moved = rows !== undefined || columns !== undefined;
  const parts = moved
    ? movedNotes(carried.parts, (row, column) => {
      const to = [lineNow(rows, row), lineNow(columns, column)] as const;
      return to[0] === null || to[1] === null ? null : [to[0], to[1]];
    })
    : carried.parts;
  return parts.map((part) => {
    if (!NAMING.has(part.kind)) return part;
    const text = textOf(part.bytes);
    const next = movedPart(part.kind === "drawing" && moved ? movedCorners(text, carried) : text, where);
    return next === text ? part : { ...part, bytes: lettersOfText(next) };
  });
}

/**
 * What sheets carry as it reads now: sheets and cells called by their present names. Of two copies of a sheet the first
 * has it; a sheet that came later carries nothing.
 */
export function settled(sheets: readonly Sheet[]): (Carried | null)[] {
  const seen = new Set<string>();
  const own = sheets.map(({ carried, name }) => {
    if (carried === undefined || seen.has(carried.name)) return null;
    seen.add(carried.name);
    return { carried, name };
  });
  const where: WhereNow = (called): Standing | null | undefined => {
    const found = own.find((each) => each !== null && sameSheet(each.carried.name, called));
    if (found !== undefined && found !== null) return { name: found.name, rows: found.carried.rows, columns: found.carried.columns };
    return sheets.some(({ name }) => sameSheet(name, called)) ? undefined : null;
  };
  return own.map((each) => (each === null ? null : { name: each.name, parts: settledParts(each.carried, where) }));
}
