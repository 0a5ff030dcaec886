import { decimalText, fromCell } from "../number/exact";
import { defaultSettings, type Node, type Pillar, type Rubric, settingChoices, type Settings } from "../rubric/rubric";
import { inUse, isStore } from "../sheet/hidden-sheet";
import type { Language, SheetSnapshot, Snapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { isPart, type Part } from "./entry";
import { fingerprintOf } from "./fingerprint";
import { bandTable, nodeFields, nodeTable, parkedFields, parkedTable, storeMark } from "./store-layout";

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

/** Nodes whose fingerprint is the stored one are as they were written; they were checked before that. */
function parsedRubric(store: Store): Rubric | null {
  try {
    const nodes = store.nodes.map(({ data }): unknown => JSON.parse(data));
    const rubric = { ...store.rubric, nodes, pillars: store.pillars, settings: store.settings } as Rubric;
    return fingerprintOf(rubric) === store.fingerprint ? rubric : null;
  } catch {
    return null;
  }
}

const textOf = (value: CellValue | undefined): string =>
  value === null || value === undefined || typeof value === "object" ? "" : String(value);

/** The hidden sheet of a workbook, by its first cell. */
export const findStore = ({ sheets }: Snapshot): SheetSnapshot | null => inUse(sheets.filter(isStore));

const oneOf = <T extends string>(choices: readonly T[], said: CellValue | undefined, otherwise: T): T =>
  choices.find((choice) => choice === said) ?? otherwise;

/** Each setting that is missing or makes no sense is the usual one. */
function readSettings(keys: ReadonlyMap<string, CellValue>, sheet: SheetSnapshot): Settings {
  const bands: Settings["bands"] = [];
  for (const cut of sheet.values.slice(bandTable.firstRow)) {
    const name = textOf(cut[bandTable.name]);
    const from = cut[bandTable.from];
    if (name === "" || typeof from !== "number") break;
    bands.push({ name, from: decimalText(fromCell(from)), inclusive: cut[bandTable.inclusive] === 1 });
  }
  const said = (key: keyof Settings): CellValue | undefined => keys.get(`settings.${key}`);
  const { roundAt, evidence, notApplicable, bandUnit, ties } = settingChoices;
  const digits = textOf(said("digits"));
  // LibreOffice writes a truth value in a cell for text as 1.
  const encouraged = textOf(said("encouragedInCounts")).toLowerCase();
  return {
    digits: /^[0-6]$/.test(digits) ? Number(digits) : defaultSettings.digits,
    roundAt: oneOf(roundAt, said("roundAt"), defaultSettings.roundAt),
    evidence: oneOf(evidence, said("evidence"), defaultSettings.evidence),
    notApplicable: oneOf(notApplicable, said("notApplicable"), defaultSettings.notApplicable),
    bands,
    bandUnit: oneOf(bandUnit, said("bandUnit"), defaultSettings.bandUnit),
    ties: oneOf(ties, said("ties"), defaultSettings.ties),
    encouragedInCounts: encouraged === "" ? defaultSettings.encouragedInCounts : /^(true|1)$/.test(encouraged),
  };
}

/** What a workbook's hidden sheet says; null where there is none. */
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
