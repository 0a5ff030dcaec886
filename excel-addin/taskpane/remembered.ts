import type { Language } from "../../core/sheet/snapshot";

/** What this browser remembers between openings; a web view that forbids it forgets, and all goes on. */
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Asked again next time.
  }
}

const isVietnamese = (tag: string): boolean => /^vi\b/i.test(tag);

/** The language a person chose, here or on the page; else Vietnamese where Office, its data or the browser speak it. */
export function firstLanguage(tags: readonly string[]): Language {
  const chosen = recall("language");
  if (chosen === "vi" || chosen === "en") return chosen;
  return tags.some(isVietnamese) ? "vi" : "en";
}

export const chooseLanguage = (language: Language): void => remember("language", language);

export const isWelcomed = (): boolean => recall("pane-welcome") === "seen";
export const welcomed = (): void => remember("pane-welcome", "seen");
