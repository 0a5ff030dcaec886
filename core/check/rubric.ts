import { fingerprintOf } from "../form/fingerprint";
import { rubricHeads, rubricHeadsIn } from "../form/rubric-heads";
import type { Store } from "../form/store-sheet";
import type { Node, Rubric } from "../rubric/rubric";
import type { SheetSnapshot } from "../sheet/snapshot";
import { rubricPatch } from "../form/rubric-sheet";
import type { Asked, Guards } from "../sheet/host";
import type { Sheet } from "../sheet/workbook";
import { type Damage, damage } from "./damage";
import { meantSheet } from "./form";
import { askedOf, guardDamages } from "./guards";
import { type Places, placesAt } from "./places";

/** The row of each id on the rubric's sheet. */
function idRows(sheet: SheetSnapshot | null): { rows: ReadonlyMap<string, number>; column: number } {
  const head = sheet === null ? null : rubricHeadsIn(sheet);
  if (sheet === null || head === null) return { rows: new Map(), column: 0 };
  const [ids, names] = [head.heads.indexOf(rubricHeads.id), head.heads.indexOf(rubricHeads.name)];
  const rows = new Map<string, number>();
  sheet.values.forEach((cut, row) => {
    const id = cut[ids] ?? null;
    if (row > head.row && id !== null && typeof id !== "object" && !rows.has(String(id))) rows.set(String(id), row);
  });
  return { rows, column: Math.max(0, names) };
}

/** How the rubric's sheet would be written, each check by the row, and where what is known of it stands. */
function rubricPlaces(rubric: Rubric, store: Store, sheet: SheetSnapshot): { expected: Sheet; places: Places } | null {
  const head = rubricHeadsIn(sheet);
  if (head === null) return null;
  const meant = meantSheet(rubricPatch(rubric, null));
  const { rows: stand } = idRows(sheet);
  const known = new Set(store.nodes.map(({ id }) => id));
  const ids = meant.cells.map((cut) => cut?.[0]?.v ?? null);
  // Rows that people added were never given a check.
  const rows = ids.map((id) => (id !== null && known.has(String(id)) ? (stand.get(String(id)) ?? null) : null));
  const columns = Object.values(rubricHeads).map((label) => {
    const column = head.heads.indexOf(label);
    return column < 0 ? null : column;
  });
  const validations = meant.validations.flatMap(({ area, rule }) =>
    Array.from({ length: area.rows }, (_, k) => ({ area: { ...area, row: area.row + k, rows: 1 }, rule })));
  return { expected: { ...meant, validations }, places: placesAt(rows, columns) };
}

/** What a host is asked to tell of the rubric's sheet; null where there is nothing to ask. */
export function askedOfRubric(rubric: Rubric, store: Store | null, sheet: SheetSnapshot | null): Asked | null {
  const found = store === null || sheet === null ? null : rubricPlaces(rubric, store, sheet);
  return found === null ? null : askedOf(found.expected, sheet!.name, found.places);
}

/** Checks and formats of the rubric's sheet; nobody protects it, since people edit it. */
export function rubricGuards(rubric: Rubric, store: Store | null, sheet: SheetSnapshot, guards: Guards | null): Damage[] {
  const found = store === null || guards === null ? null : rubricPlaces(rubric, store, sheet);
  return found === null ? [] : guardDamages(found.expected, sheet.name, found.places, guards!);
}

const called = ({ code, name }: Pick<Node, "code" | "name">): { code: string; name: string } => ({ code, name });

/** What changed in a rubric since its forms were built; nothing where they were built for it. */
export function rubricChanges(rubric: Rubric, store: Store | null, built: Rubric | null, sheet: SheetSnapshot | null): Damage[] {
  if (store === null || store.fingerprint === fingerprintOf(rubric)) return [];
  const { rows, column } = idRows(sheet);
  const at = (id: string): Damage["at"] => {
    const row = rows.get(id);
    return sheet === null || row === undefined ? null : { sheet: sheet.name, row, column };
  };
  const before = new Map((built?.nodes ?? []).map((node) => [node.id, node]));
  const known = new Set(store.nodes.map(({ id }) => id));
  const now = new Set(rubric.nodes.map(({ id }) => id));
  const damages = [
    ...rubric.nodes.flatMap((node): Damage[] => {
      if (!known.has(node.id)) return [damage("damage-rubric-added", called(node), at(node.id), "whole")];
      const old = before.get(node.id);
      if (old === undefined || fingerprint(old) === fingerprint(node)) return [];
      return [damage("damage-rubric-changed", called(node), at(node.id), "whole")];
    }),
    ...store.nodes.filter(({ id }) => !now.has(id)).map((node) => damage("damage-rubric-removed", called(node), null, "whole")),
  ];
  return damages.length > 0 ? damages : [damage("damage-settings-changed", {}, null, "whole")];
}

const fingerprint = (node: Node): string => JSON.stringify(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1)));
