import { cellName, parseCellName, sameSheet } from "../../../core/sheet/address";
import type { Carried, CarriedKind, CarriedPart } from "../../../core/sheet/carried";
import type { Sheet } from "../../../core/sheet/workbook";
import { firstNow, lineNow } from "../lines";
import { type Standing, type WhereNow, movedPart } from "./chart-places";
import { type Edit, type MarkupElement, edited, elementsIn } from "./elements";
import { lettersOfText, textOf } from "./letters";
import { attributesOf, withAttribute } from "./markup";
import { LAST_ROW } from "./sheet-size";

/** Parts whose formulas name sheets. */
const NAMING: ReadonlySet<CarriedKind> = new Set(["drawing", "chart", "chart-ex", "chart-shapes"]);

const LISTED = { comments: "comment", threads: "threadedComment" } as const;
const BOXES: ReadonlySet<string> = new Set(["shape", "Row", "Column", "Anchor"]);
const CORNERS: ReadonlySet<string> = new Set(["twoCellAnchor", "oneCellAnchor", "row", "col"]);

/** Where a cell stands now, or null where it is gone. */
type CellNow = (row: number, column: number) => readonly [row: number, column: number] | null;

/** What an element says where that is one whole number; null otherwise. */
function numberIn(part: string, element: MarkupElement | undefined): number | null {
  const said = element === undefined ? "" : part.slice(element.inside, element.until).trim();
  return /^\d{1,7}$/.test(said) ? Number(said) : null;
}

function movedList(part: string, tag: string, now: CellNow): string {
  return edited(part, elementsIn(part, new Set([tag])).flatMap(({ attributes, from, to }): Edit[] => {
    const at = parseCellName(attributesOf(attributes).get("ref") ?? "");
    if (at === null) return [];
    const next = now(at.row, at.column);
    if (next === null) return [[from, to, ""]];
    const begin = part.indexOf(attributes, from);
    return [[begin, begin + attributes.length, withAttribute(attributes, "ref", cellName(...next))]];
  }));
}

/** Notes' boxes: their cells, and their corners by as much as their cells moved. */
function movedBoxes(part: string, now: CellNow): string {
  const edits: Edit[] = [];
  const said = new Map<string, MarkupElement>();
  for (const element of elementsIn(part, BOXES)) {
    if (element.name !== "shape") {
      said.set(element.name, element);
      continue;
    }
    const [own, beside, anchor] = [said.get("Row"), said.get("Column"), said.get("Anchor")];
    const [row, column] = [numberIn(part, own), numberIn(part, beside)];
    said.clear();
    if (row === null || column === null) continue;
    const to = now(row, column);
    if (to === null) {
      edits.push([element.from, element.to, ""]);
      continue;
    }
    edits.push([own!.inside, own!.until, String(to[0])], [beside!.inside, beside!.until, String(to[1])]);
    const corners = anchor === undefined ? "" : part.slice(anchor.inside, anchor.until);
    if (!/^[\d\s,]+$/.test(corners)) continue;
    // Left column, its pixels, top row, its pixels, right column, its pixels, bottom row, its pixels.
    const by = [to[1] - column, 0, to[0] - row, 0];
    edits.push([anchor!.inside, anchor!.until, corners.split(",").map((figure, i) => Math.max(0, Number(figure) + by[i % 4]!)).join(", ")]);
  }
  return edited(part, edits);
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
function movedCorners(part: string, { rows, columns }: Carried): string {
  const edits: Edit[] = [];
  let own: MarkupElement[] = [];
  for (const element of elementsIn(part, CORNERS)) {
    if (!element.name.endsWith("Anchor")) {
      if (element.parent === "from" || element.parent === "to") own.push(element);
      continue;
    }
    if (attributesOf(element.attributes).get("editAs") !== "absolute") {
      for (const corner of own) {
        const line = numberIn(part, corner);
        const next = line === null ? null : firstNow(corner.name === "row" ? rows : columns, line, LAST_ROW - 1);
        if (next !== null) edits.push([corner.inside, corner.until, String(next)]);
      }
    }
    own = [];
  }
  return edited(part, edits);
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
