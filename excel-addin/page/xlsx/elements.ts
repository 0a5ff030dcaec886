import { Markup } from "./markup";

/** An element of a part: places of its first sign, of the first and the last of what is in it, and behind its end. */
export interface MarkupElement {
  readonly name: string;
  readonly parent: string | undefined;
  /** As they are written. */
  readonly attributes: string;
  readonly from: number;
  readonly inside: number;
  readonly until: number;
  readonly to: number;
}

/**
 * The elements of these names in a part, in the order in which they end.
 * @throws {MarkupError}
 */
export function elementsIn(part: string, names: ReadonlySet<string>): MarkupElement[] {
  const open: Omit<MarkupElement, "until" | "to">[] = [];
  const found: MarkupElement[] = [];
  const markup = new Markup(
    (name, attributes, within, from, inside) => void open.push({ name, parent: within[within.length - 1], attributes, from, inside }),
    undefined,
    (until, to) => {
      const begun = open.pop()!;
      if (names.has(begun.name)) found.push({ ...begun, until, to });
    },
  );
  markup.push(part);
  markup.end();
  return found;
}

/** What is written otherwise from one place to another. */
export type Edit = readonly [from: number, to: number, text: string];

/** A part with these changes, none of them within another that takes its surroundings away. */
export function edited(part: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const [from, to, text] of [...edits].sort(([a], [b]) => a - b)) {
    if (from < at) continue;
    pieces.push(part.slice(at, from), text);
    at = to;
  }
  return pieces.join("") + part.slice(at);
}
