import type { Grid } from "./grid";

/**
 * F6 goes from the panel to the grid and back, since Tab inside the grid moves from cell to cell. Returns the way out.
 * @param turnTo shows the part that a narrow page hides.
 */
export function switchPanes(grid: Grid, panel: HTMLElement, turnTo: (part: "panel" | "grid") => void): () => void {
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "F6" || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const part = panel.contains(document.activeElement) ? "grid" : "panel";
    turnTo(part);
    // The part is drawn before it can take the keyboard.
    requestAnimationFrame(() => {
      const at = grid.selection();
      if (part === "grid" && at !== null) grid.show(at);
      if (part === "panel") panel.querySelector<HTMLElement>("button, a[href], input, select, [tabindex]")?.focus();
    });
  };
  addEventListener("keydown", pressed, true);
  return () => removeEventListener("keydown", pressed, true);
}
