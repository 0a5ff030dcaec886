/// <reference types="google-apps-script" />
import type { Align } from "../../../core/sheet/workbook";
import { lacking, type Look } from "../look";
import { Refused } from "./strict";

/** How one property of a look is spelled by scripts, and what a cell without it answers. */
export interface LookField<T> {
  readonly get: (look: Look) => T;
  /** null takes the property back to the default. */
  readonly set: (look: Look, value: T | null) => Look;
}

/** The look without a property, or with another value of it. */
function having<K extends keyof Look>(look: Look, key: K, value: Look[K] | undefined): Look {
  const rest = lacking(look, key);
  return value === undefined ? rest : { ...rest, [key]: value };
}

function colour(text: string | null): string | undefined {
  if (text === null) return undefined;
  const known: Readonly<Record<string, string>> = { white: "FFFFFF", black: "000000", red: "FF0000" };
  const found = typeof text === "string" ? (/^#([0-9a-f]{6})$/i.exec(text)?.[1] ?? known[text]) : undefined;
  if (found === undefined) throw new Refused(`The parameters (${typeof text}) don't match the method signature, or no colour: ${text}`);
  return found.toUpperCase();
}

function oneOf<T extends string>(names: readonly T[], value: T | null, what: string): T | null {
  if (value !== null && !names.includes(value)) throw new Refused(`Invalid argument: ${what} ${String(value)}`);
  return value;
}

export const colourText = (colour: string): string => `#${colour.toLowerCase()}`;

export const background: LookField<string> = {
  get: ({ fill }) => colourText(fill ?? "FFFFFF"),
  set: (look, value) => having(look, "fill", colour(value)),
};
export const fontColor: LookField<string> = {
  get: ({ color }) => colourText(color ?? "000000"),
  set: (look, value) => having(look, "color", colour(value)),
};
export const fontWeight: LookField<GoogleAppsScript.Spreadsheet.FontWeight> = {
  get: ({ bold }) => (bold === true ? "bold" : "normal"),
  set: (look, value) => having(look, "bold", oneOf(["bold", "normal"], value, "font weight") === "bold" ? true : undefined),
};
export const fontStyle: LookField<GoogleAppsScript.Spreadsheet.FontStyle> = {
  get: ({ italic }) => (italic === true ? "italic" : "normal"),
  set: (look, value) => having(look, "italic", oneOf(["italic", "normal"], value, "font style") === "italic" ? true : undefined),
};
export const fontLine: LookField<GoogleAppsScript.Spreadsheet.FontLine> = {
  get: ({ underline }) => (underline === true ? "underline" : "none"),
  set: (look, value) =>
    having(look, "underline", oneOf(["underline", "none", "line-through"], value, "font line") === "underline" ? true : undefined),
};
export const fontSize: LookField<number> = {
  get: ({ size }) => size ?? 10,
  set: (look, value) => {
    if (value !== null && (typeof value !== "number" || !(value > 0))) throw new Refused("Invalid argument: font size");
    return having(look, "size", value ?? undefined);
  },
};
export const wrap: LookField<boolean> = {
  get: ({ wrap: on }) => on === true,
  set: (look, value) => having(look, "wrap", value === true ? true : undefined),
};
export const horizontal: LookField<string> = {
  get: ({ align }) => align ?? "general",
  set: (look, value) => {
    const known = oneOf(["left", "center", "right", "normal"], value, "alignment");
    return having(look, "align", known === null || known === "normal" ? undefined : (known as Align));
  },
};
export const vertical: LookField<string> = {
  get: ({ vertical: at }) => at ?? "bottom",
  set: (look, value) => having(look, "vertical", (oneOf(["top", "middle", "bottom"], value, "alignment") ?? undefined) as Look["vertical"]),
};
/** "" and "General" are the automatic format, which reads back as digits. */
export const numberFormat: LookField<string> = {
  get: ({ format }) => format ?? "0.###############",
  set: (look, value) => {
    if (typeof value !== "string") throw new Refused("The parameters don't match the method signature for SpreadsheetApp.Range.setNumberFormat.");
    return having(look, "format", value === "" || /^general$/i.test(value) ? undefined : value);
  },
};
