import { sameSheet } from "../sheet/address";
import type { Parked, StoredForm } from "./store-sheet";

type Unit = StoredForm["unit"];

/** A code or a name as it is compared: in any letters and spacing. */
export const folded = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

const keyOf = ({ code, name }: Unit): string => (folded(code) === "" ? `name ${folded(name)}` : `code ${folded(code)}`);

/**
 * Whether two units are one: by their codes in any letters, as spreadsheets look them up, whatever the names say, which
 * people correct. Names count between units without codes; a unit with a code is none without. Who has neither is one
 * with others like it.
 */
export const sameUnit = (a: Unit, b: Unit): boolean => keyOf(a) === keyOf(b);

/**
 * The place in `standing` of each form that was known before, null where it is gone; no form stands for two. Its sheet
 * comes first. Only a form whose sheet is not among `sheets` any more may have been renamed: then it is the first of its
 * unit that is left.
 */
export function formsNow(
  known: readonly StoredForm[], standing: readonly StoredForm[], sheets: readonly { readonly name: string }[],
): (number | null)[] {
  const now = known.map(({ sheet }) => standing.findIndex((form) => sameSheet(form.sheet, sheet)));
  const taken = new Set(now);
  return known.map(({ sheet, unit }, k) => {
    if (now[k]! >= 0) return now[k]!;
    if (sheets.some(({ name }) => sameSheet(name, sheet))) return null;
    const found = standing.findIndex((form, at) => !taken.has(at) && sameUnit(form.unit, unit));
    taken.add(found);
    return found < 0 ? null : found;
  });
}

/** A form that may own what is parked. */
export interface Owner extends StoredForm {
  /** It does not stand yet. */
  readonly made?: boolean;
}

/** The places of forms by what they are called. */
function placesBy(forms: readonly Owner[], nameOf: (form: Owner) => string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  forms.forEach((form, at) => {
    const name = nameOf(form);
    const own = places.get(name);
    if (own === undefined) places.set(name, [at]);
    else own.push(at);
  });
  return places;
}

/**
 * What is parked for each of all forms, never for two. An entry belongs to the form of its unit's code, of several to the
 * one in its sheet, else to the first. Where no form has that code, since it was corrected or never given, it stays with
 * its sheet; a form that is only being made has what was parked in a sheet of that name where its unit has no code
 * either. A form's own sheet comes last: of two entries for one cell the last returns.
 */
export function parkedOf(parked: readonly Parked[], forms: readonly Owner[]): readonly (readonly Parked[])[] {
  const byCode = placesBy(forms, ({ unit }) => folded(unit.code));
  const bySheet = placesBy(forms, ({ sheet }) => sheet.toLowerCase());
  const owned = forms.map((): { elsewhere: Parked[]; here: Parked[] } => ({ elsewhere: [], here: [] }));
  for (const entry of parked) {
    const code = folded(entry.unit);
    const alike = code === "" ? [] : byCode.get(code) ?? [];
    const here = (bySheet.get(entry.sheet.toLowerCase()) ?? []).filter((at) => {
      const { made, unit } = forms[at]!;
      return alike.length > 0 ? alike.includes(at) : made !== true || folded(unit.code) === code;
    });
    const at = here[0] ?? alike[0];
    if (at !== undefined) owned[at]![here.length > 0 ? "here" : "elsewhere"].push(entry);
  }
  return owned.map(({ elsewhere, here }) => [...elsewhere, ...here]);
}
