/** Milliseconds after which Excel on Windows answers anew; it says nothing by itself when the theme changes. */
const PERIOD = 5000;

/** Whether a colour like `#292929` is dark; null where it is none. */
export function isDark(color: string | undefined): boolean | null {
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color ?? "") ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  const [r, g, b] = [red, green, blue].map((part) => parseInt(part, 16)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 128;
}

/**
 * Keeps `data-theme` of the document in step with Office's theme; the browser's own preference counts where Office says
 * nothing. High contrast needs nothing here: the browser imposes its colours. Returns the way out.
 */
export function followTheme(theme: () => { readonly bodyBackgroundColor?: string } | undefined): () => void {
  const { dataset } = document.documentElement;
  const look = (): void => {
    if (document.hidden) return;
    let dark: boolean | null = null;
    try {
      dark = isDark(theme()?.bodyBackgroundColor);
    } catch {
      // An older Office that knows no themes.
    }
    if (dark === null) delete dataset["theme"];
    else dataset["theme"] = dark ? "dark" : "light";
  };
  look();
  const timer = setInterval(look, PERIOD);
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
  };
}
