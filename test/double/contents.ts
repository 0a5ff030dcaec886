import type { CellValue } from "../../core/sheet/workbook";
import type { EngineCell } from "./engine-sheet";
import { Refusal } from "./refusal";
import { takeText } from "./typed-value";

const longestText = 32767;
const longestFormula = 8192;

/**
 * A cell after something was written into it as if by typing: `=` begins a formula, `'` text; text that reads as a
 * number or a day becomes one and brings its format, except in cells of format `@`, where everything is text.
 */
export function cellTaken(old: EngineCell | undefined, content: CellValue, decimal: "," | "."): EngineCell | undefined {
  const s = old?.s;
  const look = s === undefined ? {} : { s };
  const asText = s?.format === "@";
  if (content === null || content === "") return s === undefined ? undefined : { v: null, s };
  if (typeof content === "number") {
    if (!Number.isFinite(content)) throw new Refusal("argument", "a number that is none");
    return { v: asText ? String(content) : content, ...look };
  }
  if (typeof content !== "string") return { v: content, ...look };
  if (content.length > longestText) throw new Refusal("argument", `text of ${content.length} characters`);
  if (content.length > 1 && content.startsWith("=") && !asText) {
    return { v: null, f: checkedFormula(content.slice(1)), ...look };
  }
  if (asText) return { v: content.replace(/^'/, ""), ...look };
  const { value, format } = takeText(content, decimal);
  const formatted = format !== undefined && (s?.format === undefined || /^general$/i.test(s.format));
  return { v: value, ...(formatted ? { s: { ...s, format } } : look) };
}

/** The formula, unless brackets or quotes do not close, it breaks off, speaks another locale, or is too long. */
export function checkedFormula(formula: string): string {
  if (formula.length > longestFormula) throw new Refusal("formula-length", `formula of ${formula.length} characters`);
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^{}]*\}/g, "x").trim();
  let depth = 0;
  for (const sign of bare) {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (depth < 0) break;
  }
  const odd = depth !== 0 || /["';{}]/.test(bare) || /^[*/^&=<>,)]|[-+*/^&=<>,(]$/.test(bare) || bare === "";
  if (odd) throw new Refusal("argument", `formula ${formula}`);
  return formula;
}
