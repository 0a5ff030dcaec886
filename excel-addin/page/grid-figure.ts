import type { ICellData } from "@univerjs/core";
import type { Engine } from "./grid-engine";
import { type Asked, entryOf, valueOf } from "./grid-typing";

/** Whether the grid would make a number, a day or a formula of a text. */
export const isFigure = ({ core }: Engine, text: string): boolean =>
  text.startsWith("=") || core.getNumfmtParseValueFilter(text) !== null ||
  (/^[+-]?[\d.,]+%?$/.test(text) && /\d/.test(text)) || (text !== "" && !Number.isNaN(Number(text)));

/** What a cell holds once a text was pasted into it. */
export function pastedCell(engine: Engine, text: string, decimal: "," | ".", asked: Asked): Pick<ICellData, "v" | "t" | "s"> {
  const { core } = engine;
  const { NUMBER, FORCE_STRING } = core.CellValueType;
  // Only what is typed is a percent without its sign: copied shares are 0.85 as well as 85%.
  const kind = asked.percents && text.endsWith("%") ? "any" : asked.kind;
  const entry = entryOf(text, decimal, { kind, percents: false });
  if (text.startsWith("=") || (entry !== null && "text" in entry)) return { v: text, t: FORCE_STRING };
  const spelled = entry?.number ?? text;
  if (/^[+-]?[\d.]+(?:e[+-]?\d+)?%?$/i.test(spelled)) {
    const look = spelled.endsWith("%") && !asked.percents ? { s: { n: { pattern: spelled.includes(".") ? "0.00%" : "0%" } } } : {};
    return { v: valueOf(spelled), t: NUMBER, ...look };
  }
  const read = core.getNumfmtParseValueFilter(spelled);
  if (typeof read?.v !== "number") return { v: text };
  return { v: read.v, t: NUMBER, ...(read.z === undefined ? {} : { s: { n: { pattern: String(read.z) } } }) };
}
