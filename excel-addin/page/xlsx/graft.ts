import type { Carried, CarriedKind, CarriedPart } from "../../../core/sheet/carried";
import type { Sheet } from "../../../core/sheet/workbook";
import { refusing } from "./file-error";
import { type Packed, inflated } from "./inflate";
import { bytesOf, lettersOfText } from "./letters";
import { packed, packedZip } from "./pack";
import { folderOf, relationsPath } from "./relations";
import { settled } from "./settle";
import { openZip } from "./zip";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RECENT = "http://schemas.microsoft.com/office";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DRAWING = "application/vnd.openxmlformats-officedocument.drawingml";

/** How a file calls a part of a kind: its path with # for a number, its relation, its type. */
const FILES: Readonly<Record<CarriedKind, readonly [path: string, relation: string, type: string]>> = {
  drawing: ["xl/drawings/drawing#.xml", `${OFFICE}/drawing`, "application/vnd.openxmlformats-officedocument.drawing+xml"],
  chart: ["xl/charts/chart#.xml", `${OFFICE}/chart`, `${DRAWING}.chart+xml`],
  "chart-ex": ["xl/charts/chartEx#.xml", `${RECENT}/2014/relationships/chartEx`, "application/vnd.ms-office.chartex+xml"],
  "chart-style": ["xl/charts/style#.xml", `${RECENT}/2011/relationships/chartStyle`, "application/vnd.ms-office.chartstyle+xml"],
  "chart-colors": ["xl/charts/colors#.xml", `${RECENT}/2011/relationships/chartColorStyle`, "application/vnd.ms-office.chartcolorstyle+xml"],
  "chart-theme": ["xl/theme/themeOverride#.xml", `${OFFICE}/themeOverride`, "application/vnd.openxmlformats-officedocument.themeOverride+xml"],
  "chart-shapes": ["xl/drawings/shapes#.xml", `${OFFICE}/chartUserShapes`, `${DRAWING}.chartshapes+xml`],
  picture: ["xl/media/image#", `${OFFICE}/image`, ""],
  comments: ["xl/comments#.xml", `${OFFICE}/comments`, `${SPREADSHEET}.comments+xml`],
  notes: ["xl/drawings/notes#.vml", `${OFFICE}/vmlDrawing`, "application/vnd.openxmlformats-officedocument.vmlDrawing"],
  threads: ["xl/threadedComments/threadedComment#.xml", `${RECENT}/2017/10/relationships/threadedComment`, "application/vnd.ms-excel.threadedcomments+xml"],
  persons: ["xl/persons/person#.xml", `${RECENT}/2017/10/relationships/person`, "application/vnd.ms-excel.person+xml"],
};

const PICTURES: Readonly<Record<string, string>> = {
  png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", bmp: "image/bmp", tif: "image/tiff",
  tiff: "image/tiff", emf: "image/x-emf", wmf: "image/x-wmf",
};

/** Parts that a sheet calls itself. */
const HUNG: ReadonlySet<CarriedKind> = new Set(["drawing", "comments", "notes", "threads"]);

const TYPES = "[Content_Types].xml";
/** What stands behind a drawing in a sheet's part. */
const BEHIND = /(?=<(?:legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>)/;

const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const relations = (text: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${text}</Relationships>`;

/** A path as a part in a folder calls it. */
function fromFolder(folder: string, path: string): string {
  const [here, there] = [folder.split("/"), path.split("/")];
  while (here.length > 0 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...here.map(() => ".."), ...there].join("/");
}

/** Puts parts into a zip that a writer has made. */
class Graft {
  private readonly parts: Map<string, Packed>;
  private readonly types = new Map<string, string>();
  private readonly counts = new Map<CarriedKind, number>();
  /** Pictures and lists of persons that already stand in the zip. */
  private readonly shared = new Map<string, string>();

  constructor(bytes: Uint8Array) {
    this.parts = new Map(openZip(bytes, refusing("")));
  }

  private async text(path: string): Promise<string | null> {
    const part = this.parts.get(path);
    if (part === undefined) return null;
    const decoder = new TextDecoder();
    let text = "";
    for await (const block of inflated(part)) text += decoder.decode(block, { stream: true });
    return text + decoder.decode();
  }

  private async put(path: string, letters: string): Promise<void> {
    this.parts.set(path, await packed(bytesOf(letters)));
  }

  private pathFor({ kind, extension }: CarriedPart): string {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    return FILES[kind][0].replace("#", String(count)) + (extension === undefined ? "" : `.${extension}`);
  }

  /** Adds a part; its path. */
  private async add(part: CarriedPart): Promise<string> {
    const { kind, bytes, extension } = part;
    const shares = kind === "picture" || kind === "persons";
    const known = shares ? this.shared.get(bytes) : undefined;
    if (known !== undefined) return known;
    const path = this.pathFor(part);
    if (shares) this.shared.set(bytes, path);
    this.types.set(path, extension === undefined ? FILES[kind][2] : (PICTURES[extension] ?? ""));
    await this.put(path, bytes);
    return path;
  }

  /** Adds relations to the part that holds those of another. */
  private async relate(path: string, added: string): Promise<void> {
    const own = relationsPath(path);
    const old = await this.text(own);
    await this.put(own, lettersOfText(old === null ? relations(added) : old.replace("</Relationships>", `${added}</Relationships>`)));
  }

  async sheet(path: string, { parts }: Carried): Promise<void> {
    const paths: string[] = [];
    for (const part of parts) paths.push(await this.add(part));
    for (const [i, { relations: calls }] of parts.entries()) {
      if (calls.length === 0) continue;
      const written = calls.map(({ id, part }) =>
        relation(id, FILES[parts[part]!.kind][1], fromFolder(folderOf(paths[i]!), paths[part]!)));
      await this.put(relationsPath(paths[i]!), lettersOfText(relations(written.join(""))));
    }
    const hung = parts.flatMap(({ kind }, i) => (HUNG.has(kind) ? [{ kind, path: paths[i]! }] : []));
    await this.relate(path, hung.map(({ kind, path: to }) => relation(`own-${kind}`, FILES[kind][1], fromFolder(folderOf(path), to))).join(""));
    const tags = [["drawing", "drawing"], ["legacyDrawing", "notes"]].flatMap(([tag, kind]) =>
      hung.some((each) => each.kind === kind) ? [`<${tag!} r:id="own-${kind!}"/>`] : []);
    const text = (await this.text(path))!;
    await this.put(path, lettersOfText(text.replace(BEHIND, tags.join(""))));
  }

  async done(): Promise<Uint8Array> {
    const persons = [...this.types.keys()].filter((path) => path.startsWith("xl/persons/"));
    if (persons.length > 0) {
      const added = persons.map((path, i) => relation(`own-persons${i}`, FILES.persons[1], fromFolder("xl", path)));
      await this.relate("xl/workbook.xml", added.join(""));
    }
    const overrides = [...this.types].map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`).join("");
    const types = (await this.text(TYPES))!;
    await this.put(TYPES, lettersOfText(types.replace("</Types>", `${overrides}</Types>`)));
    return packedZip(this.parts);
  }
}

/**
 * Puts what sheets carry along into the file that was written of them: parts under names of their own, called from the
 * sheet that they came with, whatever it is called now and wherever it stands.
 */
export async function graft(bytes: Uint8Array, sheets: readonly Sheet[]): Promise<Uint8Array> {
  const carried = settled(sheets);
  if (carried.every((own) => own === null || own.parts.length === 0)) return bytes;
  const made = new Graft(bytes);
  for (const [i, own] of carried.entries()) {
    if (own !== null && own.parts.length > 0) await made.sheet(`xl/worksheets/sheet${i + 1}.xml`, own);
  }
  return made.done();
}
