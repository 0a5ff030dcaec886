import { type RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps the keyboard's place: on another screen it goes to what has to be typed there (`data-first`), else to its title; where the focused thing went away (a
 * problem was mended) it goes to the next thing of the same list, else to the title.
 */
export function useFocus(box: RefObject<HTMLElement | null>, screen: string): void {
  const held = useRef<{ element: Element; index: number } | null>(null);
  const shown = useRef(screen);
  const stops = (): HTMLElement[] =>
    [...(box.current?.querySelectorAll<HTMLElement>("button, input, select, summary") ?? [])];
  const title = (): HTMLElement | null =>
    box.current?.querySelector<HTMLElement>("h2[tabindex]") ?? box.current?.querySelector<HTMLElement>("h1") ?? null;

  useEffect(() => {
    const root = box.current;
    if (root === null) return;
    const came = (event: FocusEvent): void => {
      const element = event.target as HTMLElement;
      held.current = { element, index: stops().indexOf(element) };
    };
    const went = (event: FocusEvent): void => {
      const element = event.target as HTMLElement;
      // What is taken off the page loses the focus too; only what still stands was left by the person.
      queueMicrotask(() => {
        if (element.isConnected && held.current?.element === element) held.current = null;
      });
    };
    root.addEventListener("focusin", came);
    root.addEventListener("focusout", went);
    return () => {
      root.removeEventListener("focusin", came);
      root.removeEventListener("focusout", went);
    };
  }, []);

  useLayoutEffect(() => {
    if (shown.current !== screen) {
      shown.current = screen;
      (box.current?.querySelector<HTMLElement>("[data-first]") ?? title())?.focus();
      return;
    }
    const last = held.current;
    if (last === null || last.element.isConnected || document.activeElement !== document.body) return;
    held.current = null;
    const all = stops();
    (last.index >= 0 ? all[Math.min(last.index, all.length - 1)] ?? title() : title())?.focus();
  });
}
