import type { UnitName } from "../app-port";
import { cellAt } from "../form/find";
import { decimalText, less, zero } from "../number/exact";
import type { SheetSnapshot } from "../sheet/snapshot";
import { agrees, contentOf, type Due, numberIn, rightText } from "./due";
import type { Difference, Effect } from "./proof";

/** What was compared so far, and what differs. */
export class Findings {
  readonly differences: Difference[] = [];
  cells = 0;

  /** Compares the cells that are due on a sheet; returns what the wrong ones are. */
  wrong(sheet: SheetSnapshot, dues: readonly Due[]): Due[] {
    this.cells += dues.length;
    return dues.filter(({ row, column, right }) => !agrees(cellAt(sheet, row, column), right));
  }

  add(sheet: SheetSnapshot, due: Due, unit: UnitName | null, follows: boolean, effect: Effect | null): void {
    const { row, column, right, measure, code, name, hidden } = due;
    const shown = cellAt(sheet, row, column);
    const value = right !== null && "value" in right ? right.value : zero;
    const gain = measure === "points" ? decimalText(less(value, numberIn(shown) ?? zero), 15) : null;
    this.differences.push({
      at: { sheet: sheet.name, row, column }, unit, measure, code, name, shown: contentOf(shown), right: rightText(right),
      text: typeof shown === "string" && shown !== "" && shown !== "–", gain, hidden, follows, effect,
    });
  }
}
