import { decimalText, fromCell, parseExact, toNumber } from "../number/exact";
import { defaultSettings, type Node, type Pillar, Rubric, Settings } from "../rubric/rubric";
import type { SheetPatch, Write } from "../sheet/patch";
import type { Language, SheetSnapshot, Snapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { wordsOf } from "../words/say";
import { isPart, type Part } from "./entry";
import { fingerprintOf } from "./fingerprint";
import { freeSheetName } from "./sheet-names";
import { bandTable, keyWidth, nodeFields, nodeTable, parkedFields, parkedTable, storeMark, storeSheet } from "./store-layout";

/** One entry that lost its place: its criterion or its input left the rubric. It comes back when they do. */
export interface Parked {
  /** The unit's code, "" where the form has none; then `sheet` tells whose it is. */
  readonly unit: string;
  readonly sheet: string;
  readonly criterion: string;
  /** For people: the criterion's code and name and what the cell asked for. */
  readonly code: string;
  readonly name: string;
  readonly part: Part;
  readonly label: string;
  readonly value: string | number | boolean;
}

export interface StoredForm {
  readonly sheet: string;
  readonly unit: { readonly code: string; readonly name: string };
}

/** A row of the rubric, by what it is known again by. */
export interface StoredNode {
  readonly kind: Node["kind"];
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The node as JSON, "" where it is too long for a cell. */
  readonly data: string;
}

/** What `_scorebook` knows beside the rubric's own sheet. */
export interface Store {
  readonly rubric: Pick<Rubric, "id" | "title" | "decision" | "level" | "year">;
  readonly fingerprint: string;
  /** Print of the rubric's sheet that the nodes were read from, "" where it has to be read again. */
  readonly source: string;
  readonly settings: Settings;
  readonly pillars: readonly Pillar[];
  readonly nodes: readonly StoredNode[];
  readonly language: Language;
  readonly forms: readonly StoredForm[];
  readonly parked: readonly Parked[];
}

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

/** Every look asks for the same one; what is known of a rubric stays with it. */
let last: { readonly text: string; readonly rubric: Rubric | null } | null = null;

/** The rubric as it was read when it was stored; null where not all of it stands here as it was written. */
export function storedRubric(store: Store): Rubric | null {
  const { rubric, nodes, pillars, settings, fingerprint } = store;
  const text = JSON.stringify([rubric, nodes.map(({ data }) => data), pillars, settings, fingerprint]);
  if (last?.text !== text) last = { text, rubric: parsedRubric(store) };
  return last.rubric;
}

function parsedRubric(store: Store): Rubric | null {
  const nodes: unknown[] = [];
  for (const { data } of store.nodes) {
    try {
      nodes.push(JSON.parse(data));
    } catch {
      return null;
    }
  }
  const parsed = Rubric.safeParse({ ...store.rubric, nodes, pillars: store.pillars, settings: store.settings });
  return parsed.success && fingerprintOf(parsed.data) === store.fingerprint ? parsed.data : null;
}

type Value = string | number | boolean | null;

function keyRows(store: Store): Value[][] {
  const { settings } = store;
  return [
    [storeMark, wordsOf(store.language).sheet.store.note],
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

/** What the hidden sheet of a workbook is called, or will be: nobody's own sheet is written over. */
export const storeName = (snapshot: Snapshot): string =>
  findStore(snapshot)?.name ?? freeSheetName(storeSheet, snapshot.sheets.map(({ name }) => name));

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
    clear: [{ row: 0, column: 0, rows: Math.max(rows, old?.values.length ?? 0), columns: Math.max(width, oldWidth) }],
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

const textOf = (value: CellValue | undefined): string =>
  value === null || value === undefined || typeof value === "object" ? "" : String(value);

/** The hidden sheet of a workbook, by its first cell; its name may have been changed. */
export function findStore(snapshot: Snapshot): SheetSnapshot | null {
  const marked = snapshot.sheets.filter((sheet) => sheet.values[0]?.[0] === storeMark);
  return marked.find((sheet) => sheet.name === storeSheet) ?? marked[0] ?? null;
}

function readSettings(keys: ReadonlyMap<string, CellValue>, sheet: SheetSnapshot): Settings {
  const bands: Settings["bands"] = [];
  for (const cut of sheet.values.slice(bandTable.firstRow)) {
    const name = textOf(cut[bandTable.name]);
    const from = cut[bandTable.from];
    if (name === "" || typeof from !== "number") break;
    bands.push({ name, from: decimalText(fromCell(from)), inclusive: cut[bandTable.inclusive] === 1 });
  }
  const asked: Record<string, unknown> = { ...defaultSettings, bands };
  for (const key of Object.keys(defaultSettings)) {
    const value = keys.get(`settings.${key}`);
    if (value === undefined || value === null) continue;
    const known = (defaultSettings as Record<string, unknown>)[key];
    asked[key] = typeof known === "number" ? Number(value)
      : typeof known === "boolean" ? value === true || /^true$/i.test(textOf(value)) : value;
  }
  const parsed = Settings.safeParse(asked);
  return parsed.success ? parsed.data : { ...defaultSettings, bands };
}

/** What a workbook's hidden sheet says; null where there is none. Settings that no longer make sense fall back. */
export function readStore(snapshot: Snapshot): Store | null {
  const sheet = findStore(snapshot);
  if (sheet === null) return null;
  const keys = new Map<string, CellValue>();
  const pillars: Pillar[] = [];
  const forms: StoredForm[] = [];
  for (const cut of sheet.values) {
    const [key, value, second, third] = [0, 1, 2, 3].map((column) => textOf(cut[column]));
    if (key === "pillar") {
      pillars.push({ code: value!, name: second!, groups: third === "" ? [] : third!.split("\n") });
    } else if (key === "form") forms.push({ sheet: value!, unit: { code: second!, name: third! } });
    else if (key !== "" && key !== storeMark) keys.set(key!, cut[1] ?? null);
  }
  const parked: Parked[] = [];
  for (const cut of sheet.values.slice(parkedTable.firstRow)) {
    const fields = parkedFields.map((_, k) => cut[parkedTable.column + k] ?? null);
    const value = fields[parkedFields.indexOf("value")]!;
    if (value === null || typeof value === "object" || textOf(fields[2]) === "") continue;
    const [unit, name, criterion, code, title, part, label] = fields.map(textOf);
    if (!isPart(part!)) continue;
    parked.push({ unit: unit!, sheet: name!, criterion: criterion!, code: code!, name: title!, part, label: label!, value });
  }
  const nodes = sheet.values.slice(nodeTable.firstRow).flatMap((cut): StoredNode[] => {
    const [kind, id, code, name, data] = nodeFields.map((_, k) => textOf(cut[nodeTable.column + k]));
    return kind === "group" || kind === "criterion" ? [{ kind, id: id!, code: code!, name: name!, data: data! }] : [];
  });
  const text = (key: string): string => textOf(keys.get(key));
  return {
    rubric: {
      id: text("rubric.id"), title: text("rubric.title"), decision: text("rubric.decision"), level: text("rubric.level"),
      year: text("rubric.year"),
    },
    fingerprint: text("rubric.fingerprint"),
    source: text("rubric.source"),
    settings: readSettings(keys, sheet),
    pillars,
    nodes,
    language: text("language") === "en" ? "en" : "vi",
    forms,
    parked,
  };
}
