import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Dispatch, PersonEvent } from "../event";
import type { MenuModel } from "../model";
import { Icon } from "./icon";

/** The ⋯ menu: arrow keys move, Escape and Tab close, focus returns to its button. */
export function Menu({ model, dispatch }: { readonly model: MenuModel; readonly dispatch: Dispatch }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const items = () => [...(box.current?.querySelectorAll<HTMLButtonElement>("[role^=menuitem]") ?? [])];

  useLayoutEffect(() => {
    if (open) items()[0]?.focus();
  }, [open]);

  const shut = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const move = (by: number) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    all[(at + by + all.length) % all.length]?.focus();
  };
  const press = (event: PersonEvent) => {
    shut();
    dispatch(event);
  };
  const keys: Readonly<Record<string, () => void>> = {
    Escape: shut,
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => items()[0]?.focus(),
    End: () => items().pop()?.focus(),
  };

  return (
    <div
      class="sb-menu"
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && !event.currentTarget.contains(next)) setOpen(false);
      }}
    >
      <button
        ref={opener} type="button" class="sb-button sb-subtle sb-square" aria-label={model.label} title={model.label}
        aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon name="more" />
      </button>
      {open && <div class="sb-shade" onClick={shut} />}
      {open && (
        <div
          ref={box} class="sb-menu-box" role="menu" aria-label={model.label}
          onKeyDown={(event) => {
            if (event.key === "Tab") setOpen(false);
            const key = keys[event.key];
            if (key === undefined) return;
            event.preventDefault();
            event.stopPropagation();
            key();
          }}
        >
          {model.items.map((item) => (
            <button key={item.label} type="button" role="menuitem" tabIndex={-1} onClick={() => press(item.event)}>
              <span class="sb-menu-mark" />
              {item.label}
            </button>
          ))}
          <div role="group" aria-label={model.languageLabel} class="sb-menu-group">
            {model.languages.map((item) => (
              <button
                key={item.label} type="button" role="menuitemradio" aria-checked={item.on} tabIndex={-1}
                onClick={() => press(item.event)}
              >
                <span class="sb-menu-mark">{item.on && <Icon name="check" />}</span>
                {item.label}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
