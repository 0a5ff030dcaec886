import type { Lines } from "../../core/sheet/carried";

/** Rows or columns as they stand now, by runs; the last run goes on without an end. */
type Run = readonly [first: number | null, count: number];

const untouched: Lines = [[0, 1]];
const runsOf = (lines: Lines | undefined): Run[] => {
  const runs = (lines === undefined || lines.length === 0 ? untouched : lines).slice();
  const [first] = runs.pop()!;
  return [...runs, [first, Infinity]];
};

/** Runs that follow one another are one; the endless one is written as its first line. */
function linesOf(runs: readonly Run[]): Lines {
  const tidy: Run[] = [];
  for (const [first, count] of runs) {
    if (count === 0) continue;
    const last = tidy[tidy.length - 1];
    const follows = last !== undefined && (first === null ? last[0] === null : last[0] !== null && last[0] + last[1] === first);
    if (follows) tidy[tidy.length - 1] = [last[0], last[1] + count];
    else tidy.push([first, count]);
  }
  return tidy.map(([first, count]) => [first, count === Infinity ? 1 : count]);
}

/** What stands before a place, and what from there on. */
function cut(runs: readonly Run[], at: number): [Run[], Run[]] {
  const [before, behind]: [Run[], Run[]] = [[], []];
  let start = 0;
  for (const [first, count] of runs) {
    const inside = Math.min(Math.max(at - start, 0), count);
    if (inside > 0) before.push([first, inside]);
    if (inside < count) behind.push([first === null ? null : first + inside, count - inside]);
    start += count;
  }
  return [before, behind];
}

/** Lines put in at a place: new ones, or some that stood elsewhere before. */
export function linesWith(lines: Lines | undefined, at: number, added: readonly Run[]): Lines {
  const [before, behind] = cut(runsOf(lines), at);
  return linesOf([...before, ...added, ...behind]);
}

/** Lines without so many from a place on, and those that went. */
export function linesWithout(lines: Lines | undefined, at: number, count: number): { readonly lines: Lines; readonly gone: readonly Run[] } {
  const [before, rest] = cut(runsOf(lines), at);
  const [gone, behind] = cut(rest, count);
  return { lines: linesOf([...before, ...behind]), gone };
}

/** Where a line of the file stands now, or null where it is gone. */
export function lineNow(lines: Lines | undefined, line: number): number | null {
  let start = 0;
  for (const [first, count] of runsOf(lines)) {
    if (first !== null && line >= first && line < first + count) return start + line - first;
    start += count;
  }
  return null;
}

/** Where the first line of a stretch that is still there stands now, going from one end to the other; null where none is. */
export function firstNow(lines: Lines | undefined, from: number, to: number): number | null {
  const step = from <= to ? 1 : -1;
  for (let line = from; line !== to + step; line += step) {
    const now = lineNow(lines, line);
    if (now !== null) return now;
  }
  return null;
}

/** Where the two ends of a stretch of lines stand now, without those of its lines that are gone; null where none is left. */
export function stretchNow(lines: Lines | undefined, first: number, last: number): readonly [first: number, last: number] | null {
  const [a, b] = [firstNow(lines, first, last), firstNow(lines, last, first)];
  return a === null || b === null ? null : [Math.min(a, b), Math.max(a, b)];
}
