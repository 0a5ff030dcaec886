/** One line of the table: how long something took, against what, and what the house allows. */
export interface Line {
  readonly what: string;
  readonly ms: number;
  /** The peer of the same run, and how often it fits into the time. */
  readonly peer: string;
  readonly ratio: number;
  /** "" where the house names none. */
  readonly budget: string;
  readonly met: boolean | null;
}

export const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

/** Milliseconds of the middle one of several runs, after runs that warm up. */
export function timed(work: () => unknown, runs = 7, warm = 2): number {
  for (let k = 0; k < warm; k += 1) work();
  const times = Array.from({ length: runs }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return middle(times);
}

export async function timedLater(work: () => Promise<unknown>, runs = 5, warm = 1): Promise<number> {
  for (let k = 0; k < warm; k += 1) await work();
  const times: number[] = [];
  for (let k = 0; k < runs; k += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return middle(times);
}

interface Budget {
  readonly text: string;
  holds(of: { readonly ms: number; readonly ratio: number }): boolean;
}

export const within = (most: number): Budget => ({ text: `${most} ms`, holds: ({ ms }) => ms <= most });
export const times = (most: number): Budget => ({ text: `x ${most}`, holds: ({ ratio }) => ratio <= most });

export function line(what: string, ms: number, peer: readonly [name: string, ms: number], budget: Budget | null = null): Line {
  const ratio = ms / peer[1];
  return {
    what, ms, peer: `${peer[0]} (${shown(peer[1])} ms)`, ratio,
    budget: budget?.text ?? "", met: budget === null ? null : budget.holds({ ms, ratio }),
  };
}

export const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value >= 0.1 ? 2 : 4);

/** The lines of one heading, in columns. */
export function table(title: string, lines: readonly Line[]): string {
  const cells = lines.map(({ what, ms, peer, ratio, budget, met }) => [
    what, `${shown(ms)} ms`, `x ${shown(ratio)}`, peer, budget, met === null ? "" : met ? "met" : "NOT MET",
  ]);
  const head = ["", "time", "ratio", "of", "budget", ""];
  const widths = head.map((_, k) => Math.max(...[head, ...cells].map((row) => row[k]!.length)));
  const row = (of: readonly string[]): string => of.map((cell, k) => (k === 1 || k === 2 ? cell.padStart(widths[k]!) : cell.padEnd(widths[k]!))).join("  ").trimEnd();
  return [title, row(head), ...cells.map(row), ""].join("\n");
}
