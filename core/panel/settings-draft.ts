import { type Settings, defaultSettings } from "../rubric/rubric";

/** The settings as they are being typed: numbers are still text. */
export interface SettingsDraft extends Omit<Settings, "digits" | "bands"> {
  readonly digits: string;
  readonly bands: readonly BandDraft[];
}

export interface BandDraft {
  readonly name: string;
  readonly from: string;
  readonly inclusive: boolean;
}

/** What is wrong in a draft: the field ("digits", "bands.1.from") and why. */
export interface SettingsProblem {
  readonly field: string;
  readonly why: "digits" | "name" | "number" | "order" | "above-100" | "lowest";
}

/** A plain decimal with `.` from what a person typed with `,` or `.`; null where it is not one. */
function decimal(text: string): string | null {
  const match = /^\s*(\d{1,6})(?:[.,](\d{1,6}))?\s*$/.exec(text);
  return match === null ? null : match[1]! + (match[2] === undefined ? "" : `.${match[2]}`);
}

export function draftOf(settings: Settings | null, mark: "," | "."): SettingsDraft {
  const { digits, bands, ...rest } = settings ?? defaultSettings;
  return {
    ...rest,
    digits: String(digits),
    bands: bands.map(({ name, from, inclusive }) => ({ name, from: from.replace(".", mark), inclusive })),
  };
}

/** The settings a draft spells, or what is wrong with it. Bands run from the highest down; the lowest begins at 0. */
export function settingsOf(draft: SettingsDraft): { settings: Settings | null; problems: SettingsProblem[] } {
  const problems: SettingsProblem[] = [];
  if (!/^[0-6]$/.test(draft.digits)) problems.push({ field: "digits", why: "digits" });
  let above = Infinity;
  const bands = draft.bands.map((band, index) => {
    const at = (part: string) => `bands.${index}.${part}`;
    if (band.name.trim() === "") problems.push({ field: at("name"), why: "name" });
    const from = decimal(band.from);
    if (from === null) problems.push({ field: at("from"), why: "number" });
    else if (draft.bandUnit === "percent" && Number(from) > 100) problems.push({ field: at("from"), why: "above-100" });
    else if (Number(from) >= above) problems.push({ field: at("from"), why: "order" });
    else above = Number(from);
    const lowest = index === draft.bands.length - 1;
    if (lowest && from !== null && (Number(from) !== 0 || !band.inclusive)) {
      problems.push({ field: at("from"), why: "lowest" });
    }
    return { name: band.name.trim(), from: from ?? "0", inclusive: band.inclusive };
  });
  const settings = problems.length > 0 ? null : { ...draft, digits: Number(draft.digits), bands };
  return { settings, problems };
}
