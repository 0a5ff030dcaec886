import { areSiblings, type Code, follows, isAbove, isParent, last, type Style } from "./code";
import { bonusOf } from "./ending";
import type { Line } from "./line";

/** A line with its place in the tree. */
export interface Branch {
  readonly line: Line;
  readonly code: Code | null;
  readonly parent: Branch | null;
  readonly children: Branch[];
  /** 0 for the first level. */
  readonly depth: number;
  /** The code was worked out from its neighbours, or could not be: what the sheet shows differs. */
  readonly repair: "none" | "settled" | "unsure";
  /** The code names another parent than the row stands under. */
  readonly misplaced: boolean;
}

/** From the outermost kind of numbering to the innermost, where a table does not tell by its own order. */
function rankOf(style: Style): number {
  if (style.startsWith("word ")) return /phan|tru cot|nhom|linh vuc|muc/.test(style) ? 0 : 2;
  const order: Partial<Record<Style, number>> = { name: 1, upper: 1, roman: 1, arabic: 4, padded: 5, paren: 6, lower: 7, mark: 8 };
  return order[style] ?? 3;
}

/** Points in millionths, so that they add up as written. */
const millionths = (value: string): number => Math.round(Number(value) * 1e6);
const pointsOf = (line: Line): number => (line.max.kind === "points" ? millionths(line.max.value) : 0);
/** Whether the group that `code` names comes after `level` on the same path: its own row is missing. */
const isAfter = (code: Code, level: Code): boolean => {
  const above = { text: "", parts: code.parts.slice(0, -1) };
  return areSiblings(above, level) && last(above).n > last(level).n;
};
/** What column "Loại" calls a criterion holds no rows, even where the group above it was deleted. */
const mayHold = ({ kind }: Line): boolean => kind === null || kind === "group" || kind === "unscored";
const hasWords = (line: Line): boolean => line.text !== "";

class Nest {
  readonly all: Branch[] = [];
  /** From the root to the last branch. */
  private open: Branch[] = [];
  /** The last number of each flat numbering that runs on over groups. */
  private readonly running = new Map<Style, number>();
  private readonly taken = new Set<string>();
  /** Flat arabic numbers stand on two levels. */
  private twice = false;

  constructor(
    private readonly methods: boolean,
    /** No line of the table has a code. */
    private readonly uncoded: boolean,
  ) {}

  private bare(branch: Branch): boolean {
    return this.methods ? !hasWords(branch.line) : true;
  }

  private put(line: Line, code: Code | null, parent: Branch | null, more: Partial<Branch> = {}): void {
    const branch: Branch = {
      line, code, parent, children: [], depth: parent === null ? 0 : parent.depth + 1, repair: "none", misplaced: false, ...more,
    };
    parent?.children.push(branch);
    this.all.push(branch);
    this.open = [...this.open.slice(0, branch.depth), branch];
    if (code === null) return;
    this.taken.add(code.text);
    if (code.parts.length === 1) this.running.set(last(code).style, last(code).n);
  }

  private get top(): Branch | null {
    return this.open[this.open.length - 1] ?? null;
  }

  private deepest(fits: (branch: Branch) => boolean): Branch | null {
    for (let k = this.open.length - 1; k >= 0; k--) if (fits(this.open[k]!)) return this.open[k]!;
    return null;
  }

  /** Whether a code is what the rows before it lead one to expect. */
  private expects(code: Code): boolean {
    return this.open.some(
      ({ code: own }) => own !== null && (follows(own, code) || (isParent(own, code) && last(code).n === 1)),
    );
  }

  /** The code of a line: the candidate that fits what stands before it. */
  private settle(line: Line): { code: Code | null; repair: Branch["repair"] } {
    const [first = null] = line.codes;
    if (first === null || line.lost === "nothing") return { code: this.asLetter(first), repair: "none" };
    const fitting = line.codes.filter((code) => !this.taken.has(code.text) && this.expects(code));
    if (fitting.length === 1) return { code: fitting[0]!, repair: fitting[0] === first && line.lost === "zero" ? "none" : "settled" };
    if (fitting.length > 1) {
      const deep = fitting.reduce((a, b) => (b.parts.length > a.parts.length ? b : a));
      const rivals = fitting.filter((code) => code.parts.length === deep.parts.length && !(areSiblings(code, deep) && last(code).n === last(deep).n));
      return { code: deep, repair: rivals.length === 0 ? "settled" : "unsure" };
    }
    return { code: first, repair: line.lost === "day" || this.taken.has(first.text) ? "unsure" : "none" };
  }

  /** "I" after "H", "V" after "U" are letters. */
  private asLetter(code: Code | null): Code | null {
    const head = code?.parts[0];
    if (code === null || head?.style !== "roman" || code.text.length > 1) return code;
    const n = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(code.text) + 1;
    const before = this.deepest((branch) => branch.code?.parts.length === 1 && last(branch.code).style === "upper");
    return before !== null && last(before.code!).n === n - 1 ? { text: code.text, parts: [{ style: "upper", n }] } : code;
  }

  add(line: Line): void {
    const { code, repair } = this.settle(line);
    if (line.level !== null) {
      const parent = line.level === 1 ? null : this.deepest((branch) => branch.depth < line.level! - 1 && mayHold(branch.line));
      return this.put(line, code, parent, { repair });
    }
    if (code === null) return this.addUncoded(line);
    if (code.parts.length > 1) return this.addDotted(line, code, repair);
    this.addFlat(line, code, repair);
  }

  private addUncoded(line: Line): void {
    if (bonusOf(line.name) !== null) {
      const within = this.deepest((branch) => bonusOf(branch.line.name) !== null && branch.line.max.kind !== "blank" && branch.code !== null);
      return this.put(line, null, within);
    }
    if (line.heading) return this.put(line, null, this.deepest((branch) => branch.line.heading && branch.line.row === line.row));
    const top = this.top;
    if (top === null) return this.put(line, null, null);
    if (this.uncoded && this.methods && !hasWords(line)) {
      const fresh = top.children.length === 0 && this.bare(top);
      return this.put(line, null, fresh ? top : this.deepest((branch) => branch.children.length > 0 && !isFull(branch)));
    }
    const holds = top.children.length === 0 && (top.line.heading || (this.methods && this.bare(top) && hasWords(line)));
    this.put(line, null, holds ? top : top.parent);
  }

  private addDotted(line: Line, code: Code, repair: Branch["repair"]): void {
    const parent = this.deepest(({ code: own }) => own !== null && isParent(own, code));
    if (parent !== null) return this.put(line, code, parent, { repair });
    const sibling = this.deepest(({ code: own }) => own !== null && areSiblings(own, code));
    if (sibling !== null) return this.put(line, code, sibling.parent, { repair });
    const above = this.deepest(({ code: own }) => own !== null && isAbove(own, code));
    const level = this.deepest(({ code: own, line: other }) =>
      own !== null && own.parts.length === code.parts.length - 1 && own.parts[0]!.style === code.parts[0]!.style && !(this.methods && hasWords(other)));
    const skipped = level !== null && isAfter(code, level.code!);
    if (level !== null && !skipped && level.depth >= (above?.depth ?? 0)) return this.put(line, code, level, { repair, misplaced: true });
    if (above !== null) return this.put(line, code, above, { repair });
    if (skipped) return this.put(line, code, level.parent, { repair });
    const other = this.deepest(({ code: own }) => own === null || own.parts[0]!.style !== code.parts[0]!.style);
    this.put(line, code, other, { repair });
  }

  private addFlat(line: Line, code: Code, repair: Branch["repair"]): void {
    const { style, n } = last(code);
    const same = this.open.filter((branch) => branch.code?.parts.length === 1 && last(branch.code).style === style);
    const padded = style === "arabic" && n >= 10 && this.running.get("padded") === n - 1;
    if (padded) {
      const group = same[same.length - 1];
      const either = group !== undefined && n === last(group.code!).n + 1 && !hasWords(line) && this.methods;
      if (!either) return this.addFlat(line, { text: code.text, parts: [{ style: "padded", n }] }, repair);
    }
    if (style === "arabic" && same.length > 0) return this.addArabic(line, code, same, repair);
    const sibling = same[same.length - 1];
    if (sibling !== undefined) return this.put(line, code, sibling.parent, { repair });
    const rank = rankOf(style);
    const seen = this.all.find((branch) => branch.code?.parts.length === 1 && last(branch.code).style === style);
    const top = this.top;
    const restarts = n === 1 && top !== null && top.code === null && top.children.length === 0 && this.bare(top);
    if (seen !== undefined && seen.parent === null && !restarts) return this.put(line, code, null, { repair });
    const holds = (branch: Branch): boolean => {
      if (branch.code === null) return branch.line.heading || bonusOf(branch.line.name) !== null;
      const own = branch.code.parts.length > 1 ? 4.5 : rankOf(last(branch.code).style);
      if (own === rank) return rank <= 2 && last(branch.code).style !== style && seen?.depth !== branch.depth;
      return own < rank && (rank >= 7 || own < 4 || this.bare(branch) || !hasWords(line));
    };
    this.put(line, code, this.deepest(holds), { repair });
  }

  /** Plain numbers may count groups and, on the level below, criteria that run on over the groups. */
  private addArabic(line: Line, code: Code, same: readonly Branch[], repair: Branch["repair"]): void {
    const n = last(code).n;
    const outer = same[0]!;
    const inner = same[same.length - 1]!;
    const next = (branch: Branch): boolean => n === last(branch.code!).n + 1;
    const isBare = this.methods && !hasWords(line);
    if (outer !== inner) {
      const into = next(inner) && !(next(outer) && isBare) ? inner : next(outer) || (isBare && n <= last(inner.code!).n) ? outer : inner;
      return this.put(line, code, into.parent, { repair });
    }
    const runs = n === (this.inner ?? 0) + 1;
    const smaller = this.methods ? hasWords(line) : pointsOf(line) < pointsOf(outer.line);
    const fresh = outer === this.top && outer.children.length === 0 && this.bare(outer) && smaller;
    const child = fresh && (next(outer) ? this.twice && runs : n === 1 || (this.twice && runs));
    if (!child) return this.put(line, code, outer.parent, { repair });
    this.twice = true;
    this.put(line, code, outer, { repair });
  }

  /** The last plain number on the lower of two levels. */
  private get inner(): number | null {
    for (let k = this.all.length - 1; k >= 0; k--) {
      const { code, parent } = this.all[k]!;
      const above = parent?.code;
      if (code?.parts.length === 1 && last(code).style === "arabic" && above?.parts.length === 1 && last(above).style === "arabic") return last(code).n;
    }
    return null;
  }
}

/** The rows below a group already make up what it declares, or it declares nothing. */
const isFull = ({ line, children }: Branch): boolean =>
  line.max.kind !== "points" || children.reduce((added, child) => added + pointsOf(child.line), 0) >= pointsOf(line);

/** Lines that the next ones add up to, two at least, from top to bottom. */
function subtotals(lines: readonly Line[]): Map<number, number> {
  const ends = new Map<number, number>();
  for (let k = 0; k < lines.length; k++) {
    let added = 0;
    let next = k + 1;
    while (next < lines.length && added < pointsOf(lines[k]!)) added += pointsOf(lines[next++]!);
    if (next - k < 3 || added !== pointsOf(lines[k]!)) continue;
    ends.set(k, next);
    k = next - 1;
  }
  return ends;
}

/** Without codes and rules only sums can tell groups: where the declared total asks for them. */
function bySums(lines: readonly Line[], total: string | null): readonly Line[] {
  const whole = lines.reduce((added, line) => added + pointsOf(line), 0);
  if (total === null || whole === millionths(total)) return lines;
  const ends = subtotals(lines);
  let end = 0;
  let added = 0;
  const placed = lines.map((line, k): Line => {
    const inside = k < end;
    end = Math.max(end, ends.get(k) ?? 0);
    if (!inside) added += pointsOf(line);
    return { ...line, level: inside ? 2 : 1 };
  });
  return added === millionths(total) ? placed : lines;
}

/**
 * Places the lines of a table in a tree, by their codes and their order. `methods`: the table has a rule column; `total`:
 * what it declares for the whole.
 */
export function nest(lines: readonly Line[], methods: boolean, total: string | null = null): Branch[] {
  const uncoded = lines.every(({ codes, level }) => codes.length === 0 && level === null);
  const tree = new Nest(methods, uncoded);
  for (const line of uncoded && !methods ? bySums(lines, total) : lines) tree.add(line);
  return tree.all;
}
