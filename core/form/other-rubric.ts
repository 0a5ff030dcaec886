import type { Rubric } from "../rubric/rubric";
import { type FoundForm, textAt } from "./find";
import { reservedRow, rowId } from "./layout";
import type { StoredNode } from "./store-sheet";

/** A form that was built for another rubric, as after copying its sheet from another workbook. */
export interface OtherForm {
  readonly sheet: string;
  /** What the form says that it assesses by; "" where nothing tells. */
  readonly title: string;
  /** Rows of criteria and groups, and those that this workbook's rubric never had. */
  readonly rows: number;
  readonly strange: number;
}

const plain = (text: string): string => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

/** The title under which a form was built. */
function titleOf({ sheet, rows }: FoundForm): string {
  const row = rows.get(reservedRow.subtitle);
  const texts = row === undefined ? [] : (sheet.values[row] ?? []).slice(1).filter((value) => typeof value === "string" && value.trim() !== "");
  return String(texts[0] ?? "").trim();
}

/**
 * A form as one of another rubric: most of its criteria are known neither to the rubric nor to the one that forms were last
 * built for (`stored`), by their words or, where the words are gone, by their ids. Null for a form of ours. Without stored
 * rows nobody knows what forms were built for: then only one that shares nothing is another's.
 */
export function otherForm(found: FoundForm, rubric: Rubric, stored: readonly StoredNode[]): OtherForm | null {
  const nodes = [...rubric.nodes, ...stored];
  const names = new Set(nodes.map(({ name }) => plain(name)));
  const ids = new Set(nodes.map(({ id }) => rowId(id)));
  const own = [...found.idOf].filter(([, id]) => (!id.startsWith("#") || id.startsWith("##")) && !id.includes("|"));
  const strange = own.filter(([row, id]) => {
    const name = plain(textAt(found.sheet, row, found.columns.get("name")));
    return name === "" ? !ids.has(id) : !names.has(name);
  }).length;
  const others = stored.length === 0 ? strange === own.length : strange * 2 > own.length;
  return own.length === 0 || !others ? null : { sheet: found.sheet.name, title: titleOf(found), rows: own.length, strange };
}
