import { sameSheet } from "../../core/sheet/address";
import { Refusal } from "./refusal";

interface Named {
  readonly name: string;
}

const taken = (name: string, sheets: readonly Named[]): boolean => sheets.some((sheet) => sameSheet(sheet.name, name));

/** The name a sheet gets that was given none. */
export function freeName(sheets: readonly Named[]): string {
  for (let n = sheets.length + 1; ; n++) if (!taken(`Sheet${n}`, sheets)) return `Sheet${n}`;
}

/** The name, unless no sheet may have it or another has it. */
export function checkedName(name: string, others: readonly Named[]): string {
  if (name.length === 0 || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name) || /^history$/i.test(name)) {
    throw new Refusal("argument", `sheet name ${name}`);
  }
  if (taken(name, others)) throw new Refusal("exists", name);
  return name;
}
