import { type Expr, isConstant } from "../formula/expr";
import { printFormula } from "../formula/print";
import { countedGroups, isCounted } from "../rubric/counted";
import { isCriterion, type Rubric } from "../rubric/rubric";
import type { Language } from "../sheet/snapshot";
import { sheetWords } from "../words/sheets";
import { criterionFormulas } from "./criterion-formulas";
import { type FormColumn, layoutForm } from "./layout";
import { totalFormulas } from "./total-formulas";

/** A formula of a form at its place. */
export interface FormFormula {
  readonly row: number;
  readonly column: number;
  readonly expr: Expr;
  /** As it is printed; null where it says the same whatever the cells hold and is written as its value. */
  readonly text: string | null;
}

const known = new WeakMap<Rubric, Map<string, readonly FormFormula[]>>();

/** The formulas of a rubric's forms, the same in each; `store` is the sheet that holds the bands. */
export function formFormulas(rubric: Rubric, language: Language, store: string): readonly FormFormula[] {
  let own = known.get(rubric);
  if (own === undefined) known.set(rubric, (own = new Map<string, readonly FormFormula[]>()));
  const key = `${language} ${store}`;
  const made = own.get(key) ?? madeFormulas(rubric, language, store);
  own.set(key, made);
  return made;
}

function madeFormulas(rubric: Rubric, language: Language, store: string): readonly FormFormula[] {
  const words = sheetWords(language);
  const layout = layoutForm(rubric, "");
  const at = new Map<string, FormFormula>();
  const put = (row: number, name: FormColumn, expr: Expr): void => {
    const column = layout.columns[name];
    at.set(`${row} ${column}`, { row, column, expr, text: isConstant(expr) ? null : printFormula(expr) });
  };
  const counted = countedGroups(rubric);
  for (const node of rubric.nodes) {
    if (isCriterion(node)) criterionFormulas(node, rubric, layout, isCounted(node, counted), words, put);
  }
  totalFormulas(rubric, layout, store, words, put);
  return [...at.values()];
}
