import type { Language } from "../sheet/snapshot";

/** A plain decimal as people of the language write it: `1234.5` is `1.234,5` in Vietnamese. */
export function plainNumber(value: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (match === null) return value;
  const [, sign = "", whole = "", part] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");
  return sign + grouped + (part === undefined ? "" : (language === "vi" ? "," : ".") + part);
}

/** A part of 1 as a percentage: `0.855` is `85,5 %` in Vietnamese, `85.5%` in English. */
export function sharePercent(value: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (match === null) return value;
  const [, sign = "", whole = "", part = ""] = match;
  const digits = part.padEnd(2, "0");
  const left = (whole + digits.slice(0, 2)).replace(/^0+(?=\d)/, "");
  const [right] = /^(?:\d*[1-9])?/.exec(digits.slice(2))!;
  return `${plainNumber(`${sign}${left}${right === "" ? "" : `.${right}`}`, language)}${language === "vi" ? " %" : "%"}`;
}

/** Limits this long are the program's own: they say no more than that a number is too large. */
export const isEndless = (limit: string): boolean => limit.length > 12;
