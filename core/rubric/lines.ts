import { readNumber, type DecimalMark } from "../number/read";
import { bonusOf, isMean, isNote, isSignature, isTotal } from "./ending";
import { fold, oneLine } from "./fold";
import type { Grid } from "./grid";
import type { Header } from "./header";
import type { Line, LineKind } from "./line";
import { readCodeCell } from "./lost-code";
import { type Maximum, mostPoints, pointsInName, readMaximum } from "./maximum";
import { splitCode } from "./code";
import type { Role } from "./role";

/** The table's body as lines, and what stands in it that is no line. */
export interface Body {
  readonly lines: readonly Line[];
  readonly totals: readonly { readonly row: number; readonly column: number; readonly max: Maximum }[];
  readonly notes: readonly string[];
  /** Rows before this one, from 0, belong to the table. */
  readonly end: number;
  /** Rows whose place is not clear. */
  readonly unsure: readonly { readonly row: number; readonly text: string }[];
  /** Rows with points behind the notes or signatures that end the table. */
  readonly outside: readonly { readonly row: number; readonly text: string }[];
}

const kinds: Readonly<Record<string, LineKind>> = {
  nhom: "group",
  "nhom khong tinh diem": "unscored",
  "tieu chi": "criterion",
  "diem thuong": "bonus",
  "diem tru": "deduction",
};

/** "(1) | (2) | (3) = (1)*(2)" or "1 | 2 | 3" below a header. */
function isColumnNumbers(texts: readonly string[]): boolean {
  const given = texts.filter((text) => text !== "");
  if (given.length < 3) return false;
  if (given.every((text) => /^\(\d{1,2}\)/.test(text))) return true;
  const letters = given.findIndex((text) => text === "1");
  const numbers = given.slice(Math.max(letters, 0));
  const heads = given.slice(0, Math.max(letters, 0));
  return (
    numbers.length >= 3 - heads.length && numbers.every((text, k) => text === String(k + 1)) &&
    heads.every((text, k) => text === "ABCD"[k]) && texts.indexOf(given[0]!) + given.length - 1 === texts.lastIndexOf(given[given.length - 1]!)
  );
}

/** Whether a row has points, legible or not; words alone in the column of points are a signature's. */
const isPointed = (points: Maximum, name: string): boolean => points.kind === "unread" ? name !== "" : points.kind !== "blank";

const computes = (text: string): boolean =>
  /=|\d\s*(điểm|đ)\b|điểm tối đa|tỷ lệ|tỉ lệ/iu.test(text.normalize("NFC"));
const opensSmall = (text: string): boolean => /^[\p{Ll}(,;:]/u.test(text);
const isHeadingText = (text: string): boolean =>
  /^(nhom|phan|muc|linh vuc|tru cot|chuong)\b/.test(fold(text)) || (text === text.toUpperCase() && /\p{Lu}{2}/u.test(text));

/** Reads the rows from below `header` to `end` as lines. */
export function readLines(grid: Grid, header: Header, end: number, repeats: ReadonlySet<number>, decimal?: DecimalMark): Body {
  const at = (role: Role): number => header.columns.find((column) => column.role === role)?.column ?? -1;
  const names = header.columns.filter(({ role }) => role === "criterion").map(({ column }) => column);
  const [no, max, method, kindAt, minAt, level, id] = (["no", "max", "method", "kind", "min", "level", "id"] as const).map(at) as
    [number, number, number, number, number, number, number];
  const groupAt = at("group");
  const count = at("childCount");
  const noteAt = at("note");
  const evidence = at("evidenceRequired") >= 0 ? at("evidenceRequired") : at("evidence");
  const lines: Line[] = [];
  const totals: { row: number; column: number; max: Maximum }[] = [];
  const notes: string[] = [];
  const unsure: { row: number; text: string }[] = [];
  const outside: { row: number; text: string }[] = [];
  const used = new Set<string>();
  let closed: "notes" | "signatures" | null = null;
  let inNotes = false;
  let summed = false;
  // Below the last row with points only notes and signatures follow, whatever numbers they carry.
  let lastPoints = max < 0 ? end : 0;
  for (let row = end - 1; row > header.row && lastPoints === 0; row--) {
    const points = readMaximum(grid.value(row, max), grid.text(row, max), decimal);
    const words = (names.map((column) => grid.text(row, column)).find((text) => text !== "") ?? "") || (no < 0 ? "" : grid.text(row, no));
    if (isPointed(points, words) && !isTotal(words)) lastPoints = row;
  }
  let lastRow = header.row + header.rows;
  let group = "";

  const push = (line: Partial<Line> & Pick<Line, "row" | "name">): void => {
    for (const { text } of line.codes ?? []) used.add(text);
    lines.push({
      codes: [], lost: "nothing", label: "", max: { kind: "blank" }, maxColumn: max, text: "", evidence: "", id: "", kind: null,
      min: null, oddMin: "", level: null, count: null, heading: false, note: "", ...line,
    });
    lastRow = line.row + 1;
  };

  for (let row = header.row + header.rows; row < end; row++) {
    if (repeats.has(row)) {
      closed = null;
      continue;
    }
    const text = (column: number): string => (column < 0 ? "" : grid.text(row, column));
    const all = header.columns.map(({ column }) => text(column));
    if (all.every((cell) => cell === "") || isColumnNumbers(all)) continue;
    const given = names.filter((column) => text(column) !== "");
    const nameAt = given[given.length - 1] ?? -1;
    let name = oneLine(text(nameAt));
    const kind = kinds[fold(text(kindAt))] ?? null;
    const depth = /^[1-9]$/.test(text(level)) ? Number(text(level)) : null;
    const fixed = kind !== null || depth !== null || text(id) !== "";
    const cell = readCodeCell(no < 0 ? null : grid.value(row, no), text(no));
    let { codes } = cell;
    let label = codes.length > 0 ? "" : oneLine(text(no));
    if (label !== "" && name === "") [name, label] = [label, ""];
    let points = readMaximum(max < 0 ? null : grid.value(row, max), text(max), decimal);
    let maxColumn = max;
    const words = text(method);

    const plain = codes.length === 0 && label === "" && !fixed;
    const numbered = points.kind === "points" || points.kind === "either";
    if (plain && !numbered && lines.length > 0 && all.some(isSignature)) closed = "signatures";
    if (closed === "notes" && (fixed || bonusOf(name) !== null || codes.some(({ text: own }) => !used.has(own)))) closed = null;
    if (closed === "signatures" && fixed) closed = null;
    if (closed === "signatures" || (closed === "notes" && numbered && !isTotal(name))) {
      if (numbered && !isTotal(name)) outside.push({ row, text: name === "" ? all.find((other) => other !== "")! : name });
      else notes.push(all.filter((other) => other !== "").join(" "));
      continue;
    }
    if (plain && (isMean(name) || (isTotal(name) && bonusOf(name) === null))) {
      totals.push({ row, column: max, max: points });
      lastRow = row + 1;
      summed = true;
      continue;
    }
    if (plain && isNote(name === "" ? all.find((other) => other !== "")! : name)) {
      inNotes = true;
      if (summed && !numbered) closed = "notes";
    }
    const below = row > lastPoints && (summed || inNotes);
    const counts = fixed || isPointed(points, `${name}${codes.length > 0 ? " " : ""}`) || (codes.length > 0 && !below) || (summed && !inNotes && !below);
    if ((inNotes || below) && !counts) {
      notes.push(all.filter((other) => other !== "").join(" "));
      continue;
    }
    inNotes = false;

    if (plain) {
      const split = splitCode(name);
      if (split !== null) {
        const loose = split.code.parts[0]!.style === "mark" || split.code.parts[0]!.style === "lower";
        const behind = lines[lines.length - 1];
        if (loose && points.kind === "blank" && words === "" && behind !== undefined) {
          const said = oneLine(name);
          if (method < 0 || computes(said)) behind.text = joinLines(behind.text, said);
          else behind.name = `${behind.name} ${said}`;
          lastRow = row + 1;
          continue;
        }
        codes = [split.code];
        name = split.name;
      }
    } else if (codes.length === 1 && !fixed) {
      const split = splitCode(name);
      if (split !== null && split.code.text === codes[0]!.text) name = split.name;
    }
    if (points.kind === "blank" && !fixed && name !== "") {
      const behind = pointsInName(name);
      if (behind !== null) {
        name = behind.name;
        points = readMaximum(behind.points, behind.points, decimal);
        maxColumn = nameAt;
      }
    }

    const behind = lines[lines.length - 1];
    const uncoded = codes.length === 0 && label === "" && !fixed;
    const bonus = bonusOf(name) !== null;
    if (uncoded && points.kind === "blank" && !bonus) {
      const continues = name === "" || opensSmall(name) || (computes(name) && !isHeadingText(name));
      if (behind !== undefined && (name === "" || (continues && given.length <= 1))) {
        if (name !== "" && (computes(name) && !opensSmall(name) || /^[\p{Ll}]\s*=/u.test(name))) behind.text = joinLines(behind.text, name);
        else if (name !== "") behind.name = `${behind.name} ${name}`.trim();
        if (words !== "") behind.text = joinLines(behind.text, words);
        if (text(evidence) !== "") behind.evidence = joinLines(behind.evidence, text(evidence));
        lastRow = row + 1;
        continue;
      }
      if (words === "" && name !== "") {
        if (!isHeadingText(name) && given.length <= 1 && nameAt >= 0 && behind !== undefined) unsure.push({ row, text: name });
        push({ row, name, heading: true, note: text(noteAt), ...(names.length > 1 ? { level: names.indexOf(nameAt) + 1 } : {}) });
        continue;
      }
      if (name === "") {
        unsure.push({ row, text: words === "" ? all.find((other) => other !== "")! : words });
        continue;
      }
    }
    const many = names.length > 1;
    for (const column of given.slice(0, -1)) push({ row, name: oneLine(text(column)), heading: true, level: names.indexOf(column) + 1 });
    if (groupAt >= 0 && text(groupAt) !== "" && text(groupAt) !== group && given.length > 0) {
      group = text(groupAt);
      push({ row, name: oneLine(group), heading: true });
    }
    const least = readNumber(text(minAt), decimal);
    const min = least.kind === "number" && least.percent !== true && Math.abs(Number(least.value)) <= mostPoints ? least.value : null;
    const declared = /^\d{1,4}$/.test(text(count)) ? Number(text(count)) : null;
    push({
      row, codes, lost: cell.lost, label, name, max: points, maxColumn, text: words, evidence: text(evidence), id: text(id), kind,
      min, oddMin: min === null ? text(minAt) : "", level: depth ?? (many && codes.length === 0 && nameAt >= 0 ? names.indexOf(nameAt) + 1 : null), count: declared, note: text(noteAt),
    });
  }
  return { lines, totals, notes, end: lastRow, unsure, outside };
}

const joinLines = (before: string, more: string): string => (before === "" ? more : `${before}\n${more}`);
