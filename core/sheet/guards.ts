import { overlaps, sameSheet } from "./apply";
import type { Area } from "./address";
import type { Asked, Guards } from "./host";
import type { Sheet, Validation, Workbook } from "./workbook";

const same = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

const within = (a: Area, b: Area): boolean =>
  a.row >= b.row && a.column >= b.column && a.row + a.rows <= b.row + b.rows && a.column + a.columns <= b.column + b.columns;

/** Rows of a strip: checks are looked up by the strips that they touch, since a form has hundreds of them. */
const stripRows = 16;

type Standing = Sheet["validations"][number];

function byStrip(checks: readonly Standing[]): (area: Area) => Standing[] {
  const strips = new Map<number, Standing[]>();
  const wide: Standing[] = [];
  const stripsOf = ({ row, rows }: Area): number[] => {
    const first = Math.floor(row / stripRows);
    return Array.from({ length: Math.floor((row + rows - 1) / stripRows) - first + 1 }, (_, k) => first + k);
  };
  for (const check of checks) {
    if (check.area.rows > 100 * stripRows) wide.push(check);
    else for (const strip of stripsOf(check.area)) {
      const own = strips.get(strip);
      if (own === undefined) strips.set(strip, [check]);
      else own.push(check);
    }
  }
  return (area) => [...new Set([...wide, ...stripsOf(area).flatMap((strip) => strips.get(strip) ?? [])])]
    .filter((check) => overlaps(check.area, area));
}

/** All that a program keeps of a check, as text to compare: its brief words are for hosts that have room for no others. */
export function checkKey(check: Validation): string {
  const { allowBlank, error, prompt } = check;
  const words = [allowBlank, prompt.title, prompt.text, error.title, error.text, check.kind];
  switch (check.kind) {
    case "list":
      return JSON.stringify([words, check.options]);
    case "range": {
      const { row, column, rows, columns } = check.area;
      return JSON.stringify([words, check.sheet.toLowerCase(), row, column, rows, columns]);
    }
    case "length":
      return JSON.stringify([words, check.max]);
    default:
      return JSON.stringify([words, check.min, check.max]);
  }
}

function guardsOfSheet(sheet: Sheet, { area, checks }: Asked): Guards {
  const near = byStrip(sheet.validations);
  const rows = Array.from({ length: area.rows }, (_, r) => sheet.cells[area.row + r]);
  const each = <T>(say: (style: NonNullable<NonNullable<Sheet["cells"][number]>[number]>["s"]) => T): T[][] =>
    rows.map((cut) => Array.from({ length: area.columns }, (_, c) => say(cut?.[area.column + c]?.s)));
  return {
    sheet: sheet.name,
    protection: sheet.protection ?? null,
    locked: each((style) => style?.locked !== false),
    formats: each((style) => style?.format ?? "General"),
    checks: checks.map(({ area: asked, rule }): Validation | null | "other" => {
      const stand = near(asked);
      if (stand.length === 0) return null;
      const [only] = stand;
      if (stand.length > 1 || !(same(only!.area, asked) || within(asked, only!.area))) return "other";
      return checkKey(only!.rule) === checkKey(rule) ? rule : only!.rule;
    }),
    conditionals: sheet.conditionals.map(({ formula }) => formula),
  };
}

/** What a workbook says to what `Host.inspect` is asked. */
export const guardsOf = (workbook: Workbook, asked: readonly Asked[]): (Guards | null)[] =>
  asked.map((part) => {
    const sheet = workbook.sheets.find(({ name }) => sameSheet(name, part.sheet));
    return sheet === undefined ? null : guardsOfSheet(sheet, part);
  });
