import type { Language } from "../sheet/snapshot";

/** A plain decimal as people of the language write it: `1234.5` is `1.234,5` in Vietnamese. */
export function plainNumber(value: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (match === null) return value;
  const [, sign = "", whole = "", part] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");
  return sign + grouped + (part === undefined ? "" : (language === "vi" ? "," : ".") + part);
}
