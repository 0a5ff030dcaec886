import type { FilePart } from "../../../core/issue/file";
import type { CarriedPart } from "../../../core/sheet/carried";
import { Carrier, type Hung } from "./carry";
import type { Refuse } from "./file-error";
import { LIMITS } from "./limits";
import { kindOfZip, lookOutside } from "./kind";
import { type OnTag, attributesOf } from "./markup";
import { PartScan } from "./part-scan";
import { plainZip } from "./plain-zip";
import { type Relation, folderOf, relationOf, relationsPath } from "./relations";
import { Tally, sheetScan } from "./sheet-scan";
import { openZip } from "./zip";

const TYPES = "[Content_Types].xml";
const ROOT = "_rels/.rels";
/** Longest name of a sheet in Excel. */
const LONGEST_NAME = 31;

/** What may be read of a file, and what was seen of the rest. */
export interface Guarded {
  /** A plain zip of nothing but the parts that a reader needs, each looked through. */
  readonly bytes: Uint8Array;
  /** Places among the workbook's sheets of those that hold cells. */
  readonly sheets: readonly number[];
  /** Cells of each, as `row,column`, that name a text which the file does not hold. */
  readonly missing: readonly ReadonlySet<string>[];
  /** What each of these takes along past the reader. */
  readonly carried: readonly (readonly CarriedPart[])[];
  readonly kept: readonly FilePart[];
  readonly macros: boolean;
  /** Parts that stayed behind. */
  readonly left: readonly FilePart[];
}

interface NamedSheet {
  readonly name: string;
  readonly relation: string;
}

/** What paths tell of parts that stay behind. */
const LEFT: readonly (readonly [FilePart, RegExp])[] = [
  ["charts", /\/(charts|chartsheets)\//i], ["pictures", /\/(media|drawings)\/(?!.*\.vml$)/i], ["comments", /\/(threadedC|c)omments(?!.*\.vml$)/i],
  ["links", /\/externalLinks\//i], ["tables", /\/tables\//i], ["pivots", /\/pivotTables\//i],
  ["controls", /\/(ctrlProps|activeX|embeddings)\//i],
];

const isRelations = (path: string): boolean => path.toLowerCase().endsWith(".rels");

/** Relations, each of its own name. */
async function relationsOf(scan: PartScan, path: string, folder: string, refuse: Refuse): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  await scan.scan(path, (name, written) => {
    if (name !== "Relationship") return;
    const relation = relationOf(written, folder);
    if (found.has(relation.id)) throw refuse("file-contradicts", { part: path });
    found.set(relation.id, relation);
  });
  return found;
}

/** The relation that a tag names. */
const relationIn = (written: string): string => [...attributesOf(written)].find(([key]) => /^\w+:id$/i.test(key))?.[1] ?? "";

/** The sheets that a workbook's part lists, in order. */
function sheetList(refuse: Refuse): { readonly sheets: readonly NamedSheet[]; readonly onTag: OnTag } {
  const sheets: NamedSheet[] = [];
  const names = new Set<string>();
  let defined = 0;
  return {
    sheets,
    onTag(tag, written, within) {
      if (tag === "definedName" && ++defined > LIMITS.rules) throw refuse("file-too-large", { cap: "rules", most: LIMITS.rules });
      if (tag !== "sheet" || !within.includes("sheets")) return;
      const attributes = attributesOf(written);
      const name = attributes.get("name") ?? "";
      const relation = relationIn(written);
      if (name.trim() === "" || name.length > LONGEST_NAME) throw refuse("file-sheet-names", { sheet: name, fault: "long" });
      if (names.has(name.toLowerCase())) throw refuse("file-sheet-names", { sheet: name, fault: "twice" });
      names.add(name.toLowerCase());
      if (names.size > LIMITS.sheets) throw refuse("file-too-large", { cap: "sheets", most: LIMITS.sheets });
      sheets.push({ name, relation });
    },
  };
}

/** Counts one kind of tag of a part against a cap. */
function counted(tag: string, cap: "strings" | "looks", refuse: Refuse): { readonly onTag: OnTag; top(): number } {
  let count = 0;
  let top = 0;
  return {
    onTag(name, _, within) {
      if (name !== tag) return;
      if (++count > LIMITS[cap]) throw refuse("file-too-large", { cap, most: LIMITS[cap] });
      if (within.length === 1) top++;
    },
    /** Those that stand right within the part, as a list's members do. */
    top: () => top,
  };
}

/**
 * Stands before the reader: looks at every part that it is going to read, unpacking and counting, and hands it those
 * alone. Whatever the file says of itself is not believed.
 * @throws {FileError} where it is no .xlsx, is locked, cut, spoilt, contradicts itself or would hold too much.
 */
export async function guardXlsx(bytes: Uint8Array, refuse: Refuse): Promise<Guarded> {
  lookOutside(bytes, refuse);
  const zip = openZip(bytes, refuse);
  const paths = [...zip.keys()];
  const stranger = (): Error => refuse("not-xlsx", { kind: kindOfZip(paths) });
  if (!zip.has(TYPES) || kindOfZip(paths) !== "archive") throw stranger();

  const scan = new PartScan(zip, refuse);
  let macros = paths.some((path) => /vbaProject/i.test(path));
  await scan.scan(TYPES, (_, written) => {
    if (/vbaProject|macroEnabled|macrosheet/i.test(attributesOf(written).get("ContentType") ?? "")) macros = true;
  });
  const root = await relationsOf(scan, ROOT, "", refuse);
  const book = [...root.values()].find(({ type, outside }) => type === "officeDocument" && !outside)?.target;
  if (book === undefined || !/\.xml$/i.test(book)) throw stranger();
  const folder = folderOf(book);
  const relations = await relationsOf(scan, relationsPath(book), folder, refuse);
  const list = sheetList(refuse);
  if (!(await scan.scan(book, list.onTag))) throw refuse("file-damaged", { part: book });

  const targets = (type: string): string[] =>
    [...relations.values()].filter((each) => each.type === type && !each.outside).slice(0, 1).map(({ target }) => target);
  const strings = counted("si", "strings", refuse);
  for (const path of targets("sharedStrings")) await scan.scan(path, strings.onTag);

  const tally = new Tally(refuse);
  const sheets: number[] = [];
  const missing: ReadonlySet<string>[] = [];
  const carried: CarriedPart[][] = [];
  const carrier = new Carrier(zip, refuse);
  const persons = [...relations.values()].find(({ type, outside }) => type === "person" && !outside)?.target;
  for (const [place, { name, relation: id }] of list.sheets.entries()) {
    const relation = relations.get(id);
    // Sheets of charts and of old macros hold no cells.
    if (relation !== undefined && relation.type !== "worksheet") continue;
    if (relation === undefined) throw refuse("file-damaged", { part: name });
    const path = relation.target;
    const own = await relationsOf(scan, relationsPath(path), folderOf(path), refuse);
    const sheet = sheetScan(name, strings.top(), tally, refuse);
    const hung: Partial<Record<keyof Hung, string>> = {};
    const onTag: OnTag = (tag, written, within, from, to) => {
      sheet.onTag(tag, written, within, from, to);
      if (within.length === 1 && (tag === "drawing" || tag === "legacyDrawing")) hung[tag] = relationIn(written);
    };
    if (!(await scan.scan(path, onTag, sheet.onValue))) throw refuse("file-damaged", { part: path });
    missing.push(sheet.done());
    sheets.push(place);
    carried.push(await carrier.of(own, hung, persons));
  }
  if (sheets.length === 0) throw refuse("file-empty");

  for (const path of targets("styles")) await scan.scan(path, counted("xf", "looks", refuse).onTag);
  await scan.scan(`${folder === "" ? "" : `${folder}/`}theme/theme1.xml`);
  await scan.scan("docProps/custom.xml");
  return {
    bytes: await plainZip(scan.scanned),
    sheets,
    macros,
    missing,
    carried,
    kept: [...carrier.kept],
    left: LEFT.flatMap(([part, path]) =>
      (carrier.left.has(part) || paths.some((each) => path.test(each) && !carrier.taken.has(each) && !isRelations(each)) ? [part] : [])),
  };
}
