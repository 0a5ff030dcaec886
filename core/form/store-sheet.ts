import { decimalText, fromCell } from "../number/exact";
import { defaultSettings, type Node, type Pillar, Rubric, Settings } from "../rubric/rubric";
import type { Language, SheetSnapshot, Snapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { isPart, type Part } from "./entry";
import { fingerprintOf } from "./fingerprint";
import { bandTable, nodeFields, nodeTable, parkedFields, parkedTable, storeMark, storeSheet } from "./store-layout";

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
