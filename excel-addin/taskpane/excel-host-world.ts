import type { Surroundings } from "./excel-host-watch";

/** What Office and the browser know about the person, the day and the program. */
export interface ExcelWorld extends Surroundings {
  /** Local day and time, `2026-11-22T08:30`. */
  now(): string;
  /** Bytes that Excel takes in one request. */
  readonly requestBytes: number;
}

/**
 * What is put into one request to Excel on the web, which takes 5 MB and refuses more; the rest is left for what the
 * sizes of the steps were guessed too low. Excel elsewhere has no limit.
 */
export const webRequestBytes = 4500000;

const two = (n: number): string => String(n).padStart(2, "0");

/** The browser's window around the pane. */
export function paneWorld(): ExcelWorld {
  return {
    now: () => {
      const now = new Date();
      const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
      return `${day}T${two(now.getHours())}:${two(now.getMinutes())}`;
    },
    requestBytes: Office.context.platform === Office.PlatformType.OfficeOnline ? webRequestBytes : Infinity,
    visible: () => document.visibilityState !== "hidden",
    onFocus: (heard) => {
      const shown = (): void => {
        if (document.visibilityState !== "hidden") heard();
      };
      window.addEventListener("focus", heard);
      document.addEventListener("visibilitychange", shown);
      return () => {
        window.removeEventListener("focus", heard);
        document.removeEventListener("visibilitychange", shown);
      };
    },
    every: (milliseconds, heard) => {
      const timer = setInterval(heard, milliseconds);
      return () => clearInterval(timer);
    },
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    after: (milliseconds, done) => {
      const timer = setTimeout(done, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
