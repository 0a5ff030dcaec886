import type { Damage } from "../check/damage";
import { alike } from "../check/spelling";
import type { LogLine } from "../form/log-sheet";
import { cellName, columnName } from "../sheet/address";
import type { Facts } from "../sheet/snapshot";
import { sayDamage } from "../words/damage";
import { plainNumber } from "../words/plain";
import { sheetWords } from "../words/sheets";
import { copiedFrom } from "./back/copied";
import type { OpenForm } from "./book";
import { findingOf } from "./finding";

type Unit = OpenForm["reading"]["unit"];
type Word = "repaired" | "gaveWay";

/** A line of the log for what gave way: where it stood, and what it was. */
function damageLine({ issue: found, at, was }: Damage, unit: Unit | null, { now, language }: Facts, what: Word): LogLine {
  const { cell = "" } = findingOf(found, at).issue.at;
  return {
    when: now.replace("T", " "), what: sheetWords(language).log[what],
    unit: unit === null ? "" : [unit.code, unit.name].filter((part) => part !== "").join(" · "),
    code: "", name: sayDamage(found, language), part: cell,
    value: was === null ? "" : typeof was === "object" ? was.error : was,
  };
}

/** Most lines that a part of a workbook gets cell by cell, and most letters that a line then tells of a column. */
const most = 40;
const longest = 2000;

type Placed = Damage & { readonly at: NonNullable<Damage["at"]> };

const isPlaced = (each: Damage): each is Placed => each.at !== null;
/** Whether somebody typed it: what the formula would show anyway is nobody's word. */
const isTyped = ({ was, due }: Damage): boolean => was !== null && was !== "" && (due === undefined || !alike(due, was));
const isLong = ({ was }: Damage): boolean => typeof was === "string" && was.length > longest;

/** What stood in cells of a column, `N9:N12: 3`: neighbours that hold the same, or a formula copied down, are one. */
function heldIn(cells: readonly Placed[], decimal: Facts["decimal"]): string[] {
  const runs: { readonly key: string; readonly first: Placed; last: Placed }[] = [];
  for (const each of [...cells].sort((a, b) => a.at.row - b.at.row)) {
    const { was, at: { row } } = each;
    const key = typeof was === "string" && was.startsWith("=") ? JSON.stringify(copiedFrom(was.slice(1), row)) : JSON.stringify(was);
    const run = runs[runs.length - 1];
    if (run?.key === key && run.last.at.row + 1 === row) run.last = each;
    else runs.push({ key, first: each, last: each });
  }
  return runs.map(({ first: { at, was }, last }) => {
    const [from, to] = [at, last.at].map(({ row, column }) => cellName(row, column));
    const held = typeof was === "object" ? (was?.error ?? "") : typeof was === "number" ? String(was).replace(".", decimal) : String(was);
    return `${from === to ? from : `${from}:${to}`}: ${held}`;
  });
}

/** Texts below one another, as few as hold them. */
function joined(texts: readonly string[]): string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + text.length < longest) lines[lines.length - 1] = `${last}\n${text}`;
    else lines.push(text);
  }
  return lines.length === 0 ? [""] : lines;
}

/** Many cells of a column as one line, with all that was typed there. */
function columnLines(cells: readonly Placed[], unit: Unit | null, facts: Facts, what: Word): LogLine[] {
  const first = cells[0]!;
  const line = damageLine(first, unit, facts, what);
  const typed = cells.filter(isTyped);
  const count = (of: number): string => plainNumber(String(of), facts.language);
  const computed = cells.filter((each) => each.due !== undefined && !isTyped(each)).length;
  const { column } = sheetWords(facts.language).log;
  const name = column(columnName(first.at.column), count(cells.length), line.name, computed === 0 ? "" : count(computed));
  return joined(heldIn(typed, facts.decimal)).map((value) => ({ ...line, name, value }));
}

/** The lines of a part of a workbook: cell by cell, or by column where there are many. Whatever was typed is in them. */
function damageLines(damages: readonly Damage[], unit: Unit | null, facts: Facts, what: Word): LogLine[] {
  const each = (one: Damage): LogLine => damageLine(one, unit, facts, what);
  if (damages.length <= most) return damages.map(each);
  const groups = new Map<string, Damage[]>();
  damages.forEach((one, at) => {
    const key = !isPlaced(one) || isLong(one) ? String(at) : [one.issue.code, one.at.sheet, one.at.column].join("\u0001");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  });
  return [...groups.values()].flatMap((group) => {
    const placed = group.filter(isPlaced);
    return group.length > 2 && placed.length === group.length ? columnLines(placed, unit, facts, what) : group.map(each);
  });
}

/** Lines for what a repair healed. */
export const healedLines = (healed: readonly Damage[], unit: Unit | null, facts: Facts): LogLine[] => damageLines(healed, unit, facts, "repaired");

/** A line for one thing that a repair healed. */
export const healedLine = (healed: Damage, unit: Unit | null, facts: Facts): LogLine => damageLine(healed, unit, facts, "repaired");

/** Lines for what was overwritten on the way, as by a build. */
export const gaveWayLines = (gave: readonly Damage[], unit: Unit | null, facts: Facts): LogLine[] => damageLines(gave, unit, facts, "gaveWay");
