/**
 * Ctrl+S saves the file and not the page, wherever the keyboard is. A name that is being typed is taken first. Returns
 * the way out.
 */
export function saveByKey(save: () => Promise<void>): () => void {
  const pressed = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.repeat) return;
    const on = document.activeElement;
    if (!(on instanceof HTMLInputElement) || on.closest(".bar") === null) return void save();
    on.blur();
    on.focus();
    // The name is known once the page has been drawn with it.
    setTimeout(() => void save());
  };
  addEventListener("keydown", pressed, true);
  return () => removeEventListener("keydown", pressed, true);
}
