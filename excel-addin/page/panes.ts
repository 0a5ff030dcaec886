import type { Grid } from "./grid";

/**
 * F6 goes from the panel to the grid and back, since Tab inside the grid moves from cell to cell. Returns the way out.
 * @param turnTo shows the part that a narrow page hides.
 */
export function switchPanes(grid: Grid, panel: HTMLElement, turnTo: (part: "panel" | "grid") => void): () => void {
  const enter = (): void =>
    panel.querySelector<HTMLElement>("button, a[href], input, select, [tabindex]")?.focus();
  const stand = (): void => {
    const at = grid.selection();
    if (at !== null) grid.show(at);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "F6" || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const part = panel.contains(document.activeElement) ? "grid" : "panel";
    turnTo(part);
    if (part === "panel" && panel.offsetParent !== null) enter();
    // A narrow page draws the part before it can take the keyboard.
    else requestAnimationFrame(() => (part === "panel" ? enter() : stand()));
  };
  addEventListener("keydown", pressed, true);
  return () => removeEventListener("keydown", pressed, true);
}
