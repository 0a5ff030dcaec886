import { useEffect, useRef, useState } from "preact/hooks";
import { cellName } from "../../core/sheet/address";
import type { Language } from "../../core/sheet/snapshot";
import type { CellValue } from "../../core/sheet/workbook";
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

/**
 * The line under the grid: the cell in hand, what it holds, what its check asks for, and its list as a plain choice.
 * It is read out as a person moves; Alt+Down in the grid leads to the choice.
 */
export function Standing({ grid, language }: { readonly grid: Grid; readonly language: Language }) {
  const [, again] = useState(0);
  const choice = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => again((n) => n + 1));
    };
    const toChoice = (event: KeyboardEvent): void => {
      if (event.key !== "ArrowDown" || !event.altKey || choice.current === null) return;
      event.preventDefault();
      event.stopPropagation();
      choice.current.focus();
    };
    addEventListener("keydown", toChoice, true);
    const leave = [grid.onSelect(soon), grid.onEdit(soon), () => removeEventListener("keydown", toChoice, true)];
    return () => {
      cancelAnimationFrame(frame);
      for (const off of leave) off();
    };
  }, [grid]);

  const words = pageWords(language);
  const at = grid.selection();
  if (at === null) return <div class="standing" role="status" />;
  const check = grid.checkAt(at);
  const held = grid.value(at.sheet, at.row, at.column);
  const locked = grid.locked(at);
  const options = locked ? null : (check?.options ?? null);
  const name = cellName(at.row, at.column);
  const prompt = check === null ? "" : [check.prompt.title, check.prompt.text].filter((part) => part !== "").join(": ");
  return (
    <div class="standing">
      <p role="status">
        <b>{words.cell(name, spoken(held, language))}</b>
        {locked && <i>{words.locked}</i>}
        {prompt !== "" && <span>{prompt}</span>}
      </p>
      {options !== null && (
        <select
          ref={choice} aria-label={words.choose(name)} value={typeof held === "string" ? held : ""}
          onChange={(event) => {
            grid.choose(at, event.currentTarget.value);
            grid.show(at);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") grid.show(at);
          }}
        >
          <option value="">{words.blank}</option>
          {options.map((option) => <option key={option} value={option}>{option}</option>)}
        </select>
      )}
    </div>
  );
}
