import type { Engine } from "./grid-engine";

/** The grid's dialogs stand outside of it; closed, they leave the keyboard nowhere. It goes back to the cell. */
export function returnFromDialogs({ ui, univer }: Engine): void {
  let waiting = false;
  const shown = (): boolean => document.querySelector("[role=dialog]") !== null;
  const wait = (): void => {
    if (shown()) return void setTimeout(wait, 50);
    waiting = false;
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) {
      univer.__getInjector().get(ui.ILayoutService).focus();
    }
  };
  const opened = (): void => {
    if (waiting || !shown()) return;
    waiting = true;
    wait();
  };
  new MutationObserver(opened).observe(document.body, { childList: true, subtree: false });
  addEventListener("focusin", opened);
}
