import { useEffect, useState } from "preact/hooks";
import { cellName } from "../../core/sheet/address";
import type { CellValue } from "../../core/sheet/workbook";
import type { Language } from "../../core/sheet/snapshot";
import { pageWords } from "../../core/words/page";
import type { Grid } from "./grid";

/** A value as a person of this language writes it. */
function spoken(value: CellValue | undefined, language: Language): string {
  const words = pageWords(language);
  if (value === undefined || value === null || value === "") return words.blank;
  if (typeof value === "object") return value.error;
  if (typeof value === "number") return language === "vi" ? String(value).replace(".", ",") : String(value);
  return String(value);
}

/** The line under the grid: the cell in hand, what it holds, what its check asks for. Read out as a person moves. */
export function Standing({ grid, language }: { readonly grid: Grid; readonly language: Language }) {
  const [, again] = useState(0);
  useEffect(() => {
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => again((n) => n + 1));
    };
    const leave = [grid.onSelect(soon), grid.onEdit(soon)];
    return () => {
      cancelAnimationFrame(frame);
      for (const off of leave) off();
    };
  }, [grid]);
  const at = grid.selection();
  if (at === null) return <p class="standing" role="status" />;
  const prompt = grid.promptAt(at);
  const value = spoken(grid.value(at.sheet, at.row, at.column), language);
  return (
    <p class="standing" role="status">
      <b>{pageWords(language).cell(cellName(at.row, at.column), value)}</b>
      {grid.locked(at) && <i>{pageWords(language).locked}</i>}
      {prompt !== null && <span>{[prompt.title, prompt.text].filter((part) => part !== "").join(": ")}</span>}
    </p>
  );
}

