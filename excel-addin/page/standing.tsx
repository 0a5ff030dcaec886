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
  const line = useRef<HTMLParagraphElement>(null);
  const choice = useRef<HTMLSelectElement>(null);
  /** An option walked to with the keyboard, for the cell of that name; it counts once it is confirmed. */
  const [walked, setWalked] = useState<{ readonly cell: string; readonly option: string } | null>(null);
  const byKeys = useRef(false);
  /** The choice was confirmed or given up, so leaving it decides nothing more. */
  const left = useRef(false);
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

  // What is longer than its room is scrolled, with the keyboard too.
  useEffect(() => {
    if (line.current !== null) line.current.tabIndex = line.current.scrollHeight > line.current.clientHeight ? 0 : -1;
  });

  const words = pageWords(language);
  const at = grid.selection();
  if (at === null) return <div class="standing" role="status" />;
  const check = grid.checkAt(at);
  const held = grid.value(at.sheet, at.row, at.column);
  const locked = grid.locked(at);
  const options = locked ? null : (check?.options ?? null);
  const name = cellName(at.row, at.column);
  const cell = `${at.sheet}!${name}`;
  const written = typeof held === "string" ? held : "";
  const take = (option: string): void => {
    setWalked(null);
    if (option !== written) grid.choose(at, option);
  };
  const prompt = check === null ? "" : [check.prompt.title, check.prompt.text].filter((part) => part !== "").join(": ");
  return (
    <div class="standing">
      <p role="status" ref={line}>
        <b>{words.cell(name, spoken(held, language))}</b>
        {locked && <i>{words.locked}</i>}
        {prompt !== "" && <span>{prompt}</span>}
        {options !== null && <span class="keys">{words.chooseKeys}</span>}
      </p>
      {options !== null && (
        <select
          ref={choice} aria-label={words.choose(name)} aria-keyshortcuts="Alt+ArrowDown" title="Alt+↓"
          value={walked?.cell === cell ? walked.option : written}
          onChange={(event) => {
            const option = event.currentTarget.value;
            if (byKeys.current) return setWalked({ cell, option });
            take(option);
            grid.show(at);
          }}
          onPointerDown={() => (byKeys.current = false)}
          onKeyDown={(event) => {
            byKeys.current = true;
            if (event.key !== "Escape" && event.key !== "Enter") return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === "Enter") take(event.currentTarget.value);
            left.current = true;
            setWalked(null);
            grid.show(at);
          }}
          onFocus={() => (left.current = false)}
          onBlur={(event) => {
            if (!left.current && byKeys.current) take(event.currentTarget.value);
            byKeys.current = false;
          }}
        >
          <option value="">{words.blank}</option>
          {written !== "" && !options.includes(written) && <option value={written} disabled>{written}</option>}
          {options.map((option) => <option key={option} value={option}>{option}</option>)}
        </select>
      )}
    </div>
  );
}
