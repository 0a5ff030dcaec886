import { parseExact, toNumber } from "../number/exact";
import type { Node, Rubric } from "../rubric/rubric";
import type { SheetPatch, Write } from "../sheet/patch";
import type { SheetSnapshot } from "../sheet/snapshot";
import { sheetWords } from "../words/sheets";
import { fingerprintOf } from "./fingerprint";
import { progressColumn } from "../sheet/journal-mark";
import { bandTable, keyWidth, nodeFields, nodeTable, parkedFields, parkedTable, storeMark, storeSheet } from "./store-layout";
import type { Store, StoredNode } from "./store-sheet";

/** What a cell holds in every spreadsheet program. */
const longestData = 32000;

export const storeOf = (
  rubric: Rubric, rest: Pick<Store, "language" | "forms" | "parked"> & Partial<Pick<Store, "source">>,
): Store => ({
  source: "",
  rubric: { id: rubric.id, title: rubric.title, decision: rubric.decision, level: rubric.level, year: rubric.year },
  fingerprint: fingerprintOf(rubric),
  settings: rubric.settings,
  pillars: rubric.pillars,
  nodes: rubric.nodes.map((node) => {
    const data = JSON.stringify(node);
    const { kind, id, code, name } = node;
    return { kind, id, code, name, data: data.length > longestData ? "" : data };
  }),
  ...rest,
});

/**
 * The rubric as the workbook last knew it, criteria with parked answers included, for reading its sheet again: rows keep
 * their ids, and no id comes to mean another row. Points and rules are not in it.
 */
export function rubricBefore(store: Store): Rubric {
  const known = new Set(store.nodes.map(({ id }) => id));
  const gone = new Map(store.parked.filter(({ criterion }) => !known.has(criterion)).map((each) => [each.criterion, each]));
  const nodes: readonly Omit<StoredNode, "data">[] = [
    ...store.nodes,
    ...[...gone.values()].map(({ criterion, code, name }) => ({ kind: "criterion" as const, id: criterion, code, name })),
  ];
  return {
    ...store.rubric,
    pillars: [...store.pillars],
    settings: store.settings,
    nodes: nodes.map(({ kind, id, code, name }): Node =>
      kind === "group"
        ? { kind, id, code, name, parent: null, max: null, scored: true }
        : { kind, id, code, name, parent: null, max: "0", min: "0", bonus: false, text: "", rule: null, evidence: "" }),
  };
}

type Value = string | number | boolean | null;

function keyRows(store: Store): Value[][] {
  const { settings } = store;
  return [
    [storeMark, sheetWords(store.language).store.note],
    ["language", store.language],
    ...(["id", "title", "decision", "level", "year"] as const).map((key) => [`rubric.${key}`, store.rubric[key]]),
    ["rubric.fingerprint", store.fingerprint],
    ["rubric.source", store.source],
    ["settings.digits", settings.digits],
    ["settings.roundAt", settings.roundAt],
    ["settings.evidence", settings.evidence],
    ["settings.notApplicable", settings.notApplicable],
    ["settings.bandUnit", settings.bandUnit],
    ["settings.ties", settings.ties],
    ["settings.encouragedInCounts", settings.encouragedInCounts],
    ...store.pillars.map(({ code, name, groups }) => ["pillar", code, name, groups.join("\n")]),
    ...store.forms.map(({ sheet, unit }) => ["form", sheet, unit.code, unit.name]),
  ];
}

/** The whole hidden sheet, written afresh over what stood there; a new one is called `name`. */
export function storePatch(store: Store, old: SheetSnapshot | null, name = storeSheet): SheetPatch {
  const keys = keyRows(store);
  const bands: Value[][] = store.settings.bands.map((band) => [
    band.name, toNumber(parseExact(band.from)), band.inclusive ? 1 : 0,
  ]);
  const parked: Value[][] = store.parked.map((each) => parkedFields.map((field) => each[field]));
  const nodes: Value[][] = store.nodes.map((node) => nodeFields.map((field) => node[field]));
  const width = nodeTable.column + nodeFields.length;
  const rows = Math.max(keys.length, bands.length + 1, parked.length + 1, nodes.length + 1);
  const writes = (table: readonly (readonly Value[])[]): Write[][] =>
    table.map((cut) => cut.map((v): Write => ({ v: v === "" ? null : v })));
  const oldWidth = Math.max(0, ...(old?.values ?? []).map((cut) => cut.length));
  return {
    sheet: old?.name ?? name,
    create: true,
    state: "hidden",
    clear: [{ row: 0, column: 0, rows: Math.max(rows, old?.values.length ?? 0), columns: Math.min(progressColumn, Math.max(width, oldWidth)) }],
    styles: [
      { area: { row: 0, column: 1, rows, columns: keyWidth - 1 }, style: { format: "@" } },
      { area: { row: 1, column: bandTable.name, rows, columns: 1 }, style: { format: "@" } },
      { area: { row: 1, column: parkedTable.column, rows, columns: parkedFields.length - 1 }, style: { format: "@" } },
      { area: { row: 1, column: nodeTable.column, rows, columns: nodeFields.length }, style: { format: "@" } },
    ],
    blocks: [
      { row: 0, column: 0, cells: writes(keys) },
      { row: 0, column: bandTable.name, cells: writes([["band", "from", "inclusive"], ...bands]) },
      { row: 0, column: parkedTable.column, cells: writes([parkedFields, ...parked]) },
      { row: 0, column: nodeTable.column, cells: writes([nodeFields, ...nodes]) },
    ],
  };
}
