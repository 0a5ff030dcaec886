import { folded } from "./same-unit";

/** What a unit is known by, in a list and on its form. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

function grouped(count: number, keyOf: (at: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let at = 0; at < count; at += 1) {
    const key = keyOf(at);
    if (key !== "") groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  return groups;
}

/**
 * The place in `forms` of each unit's form, null where it has none; no form belongs to two units. A code as it is
 * spelt comes first, then one that differs in case or spaces alone where only one unit and one spelling is left. A name
 * counts only where one of the two has no code, and where no other unit of that name has another code: communes of
 * different districts share names. Of forms that claim the same unit the first has it.
 */
export function formsOf(units: readonly Named[], forms: readonly Named[]): (number | null)[] {
  const own: (number | null)[] = units.map(() => null);
  const taken = new Set<number>();
  const give = (unit: number, form: number | undefined): void => {
    if (form === undefined) return;
    own[unit] = form;
    taken.add(form);
  };
  const free = (form: number): boolean => !taken.has(form);

  const byCode = grouped(forms.length, (at) => forms[at]!.code);
  units.forEach(({ code }, at) => give(at, byCode.get(code)?.find(free)));

  const foldedForms = grouped(forms.length, (at) => (free(at) ? folded(forms[at]!.code) : ""));
  for (const [code, alike] of grouped(units.length, (at) => (own[at] === null ? folded(units[at]!.code) : ""))) {
    const found = foldedForms.get(code) ?? [];
    if (alike.length === 1 && new Set(found.map((at) => forms[at]!.code)).size === 1) give(alike[0]!, found[0]);
  }

  const formsNamed = grouped(forms.length, (at) => folded(forms[at]!.name));
  for (const [name, alike] of grouped(units.length, (at) => folded(units[at]!.name))) {
    const codes = new Set(alike.map((at) => folded(units[at]!.code)).filter((code) => code !== ""));
    if (codes.size > 1) continue;
    for (const unit of alike) {
      if (own[unit] !== null) continue;
      const named = (formsNamed.get(name) ?? []).filter(free);
      const coded = units[unit]!.code === "" ? named : [];
      give(unit, named.find((at) => forms[at]!.code === "") ?? (coded.length === 1 ? coded[0] : undefined));
    }
  }
  return own;
}
