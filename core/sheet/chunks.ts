/** Characters of a text in one cell; every program takes 32,767. */
const longest = 30000;
/** Keeps a piece of text from being taken for anything else. */
const lead = "|";

/** A long text as cells. No character is cut in two: half of one cannot be saved into a file. */
export function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + longest;
    const inPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && end < text.length;
    const to = inPair ? end - 1 : end;
    chunks.push(lead + text.slice(from, to));
    from = to;
  }
  return chunks;
}

/** The text of all `count` cells; null where some are missing or hold something else. */
export function textOfChunks(cells: readonly unknown[], count: unknown): string | null {
  const own = cells.slice(0, typeof count === "number" ? count : 0);
  if (own.length === 0 || own.length !== count) return null;
  if (!own.every((chunk): chunk is string => typeof chunk === "string" && chunk.startsWith(lead))) return null;
  return own.map((chunk) => chunk.slice(lead.length)).join("");
}
