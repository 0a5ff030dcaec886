import { type Code, issue, type Issues } from "../issue/issue";
import type { Issue } from "../issue/issue";
import type { Address } from "../sheet/address";
import type { SheetPatch } from "../sheet/patch";
import type { CellValue } from "../sheet/workbook";

/** Something of ours that does not stand as it would be written now. */
export interface Damage {
  readonly issue: Issue;
  readonly at: Address | null;
  /** How it is mended where it stands; "whole": by writing its sheet again; null: only a person can. */
  readonly mend: Mend | "whole" | null;
  /** What stands there and gives way, as people would type it; null where nothing does. */
  readonly was: CellValue;
  /** What a formula of ours shows there; absent where none stood. */
  readonly due?: CellValue;
}

/** The parts of a patch that touch single cells. */
export type Mend = Pick<SheetPatch, "styles" | "blocks" | "validations" | "conditionals" | "protection">;

export const damage = <C extends Code>(
  code: C, params: Issues[C], at: Address | null, mend: Damage["mend"], was: CellValue = null, due?: CellValue,
): Damage => ({ issue: issue(code, {}, params), at, mend, was, ...(due === undefined ? {} : { due }) });

/** One patch of a sheet that mends all; null where one of them takes the whole sheet, or none mends anything. */
export function mendedTogether(sheet: string, damages: readonly Damage[]): SheetPatch | null {
  const mends: Mend[] = [];
  for (const { mend } of damages) {
    if (mend === "whole") return null;
    if (mend !== null) mends.push(mend);
  }
  if (mends.length === 0) return null;
  const all = <T>(pick: (mend: Mend) => readonly T[] | undefined): readonly T[] => mends.flatMap((mend) => pick(mend) ?? []);
  const [styles, blocks, validations] = [all((m) => m.styles), all((m) => m.blocks), all((m) => m.validations)];
  const conditionals = mends.find((mend) => mend.conditionals !== undefined)?.conditionals;
  const protection = mends.find((mend) => mend.protection !== undefined)?.protection;
  return {
    sheet,
    ...(styles.length === 0 ? {} : { styles }),
    ...(blocks.length === 0 ? {} : { blocks }),
    ...(validations.length === 0 ? {} : { validations }),
    ...(conditionals === undefined ? {} : { conditionals }),
    ...(protection === undefined ? {} : { protection }),
  };
}
