/** The sheets that probes work in: one for each question, at times a second beside it. They are removed after each. */
export const SHEETS = ["Scorebook thử", "Scorebook thử 2"] as const;

/** What can be written as JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A sentence in Vietnamese and in English. */
export type Both = readonly [vi: string, en: string];

/** The person skipped a step; the probe has no answer. */
export class Skipped extends Error {}

/** Who sits in front of Excel. Both calls reject with `Skipped` where the person skips. */
export interface Person {
  /** Shows what to do and waits until the person says that it is done. */
  done(steps: Both): Promise<void>;
  /** Asks what the person saw; the option's place in the list. */
  choose(question: Both, options: readonly Both[]): Promise<number>;
}

/** How long is waited, in ms. */
export interface Patience {
  /** For events: until none came for `quiet`, or `longest` altogether. */
  readonly quiet: number;
  readonly longest: number;
  /** For the answer to a probe that needs nobody; an Excel that hangs must not end the asking. */
  readonly answer: number;
}

/** One question to an Excel, asked in a new empty sheet that is removed afterwards. */
export interface Probe {
  readonly id: string;
  /** What is to be learnt. */
  readonly asks: Both;
  readonly needs: "nobody" | "person";
  /** The answer depends on the machine (sizes, times, settings): it is recorded, but not compared with the double's. */
  readonly measured?: true;
  run(sheet: Excel.Worksheet, person: Person, patience: Patience): Promise<Json>;
}

interface ErrorLike {
  readonly code?: unknown;
  readonly debugInfo?: { readonly errorLocation?: unknown };
}

/** What became of some calls: their result, or the code of the error and the member where it arose. */
export async function outcome(work: () => Promise<Json | void>): Promise<Json> {
  try {
    return { ok: (await work()) ?? true };
  } catch (error) {
    if (error instanceof Skipped) throw error;
    const { code, debugInfo } = error as ErrorLike;
    if (typeof code !== "string") throw error;
    return { error: code, at: typeof debugInfo?.errorLocation === "string" ? debugInfo.errorLocation : null };
  }
}

/** Waits until something was heard and then nothing more, or until patience is at its end. */
export async function heard(list: readonly unknown[], { longest, quiet }: Patience): Promise<void> {
  let count = -1;
  for (let waited = 0; waited < longest; waited += quiet) {
    if (list.length > 0 && list.length === count) return;
    count = list.length;
    await new Promise((resolve) => setTimeout(resolve, quiet));
  }
}

/** How Excel holds a range: values, their types, what is shown, formats and formulas. */
export async function held(range: Excel.Range): Promise<Json> {
  range.load("values,valueTypes,text,numberFormat,formulas");
  await range.context.sync();
  const { values, valueTypes, text, numberFormat, formulas } = range;
  return { values, valueTypes, text, numberFormat, formulas };
}

/** Values in a column from A1 downwards. */
export function column(sheet: Excel.Worksheet, cells: readonly unknown[]): Excel.Range {
  const range = sheet.getRangeByIndexes(0, 0, cells.length, 1);
  range.values = cells.map((cell) => [cell]);
  return range;
}
