import type { FilePart } from "../../../core/issue/file";
import type { CarriedKind, CarriedPart } from "../../../core/sheet/carried";
import { CarryLook } from "./carry-look";
import { CarryScan, NotCarried } from "./carry-scan";
import type { Refuse } from "./file-error";
import { lettersOfText } from "./letters";
import { boxesFor } from "./note-boxes";
import { type Relation, folderOf, relationOf, relationsPath } from "./relations";
import type { Zip } from "./zip";

/** The tag that a part of a kind begins with, and by which relations it may call others. */
const KINDS: Readonly<Record<Exclude<CarriedKind, "picture">, { readonly root: string; readonly calls: Readonly<Record<string, CarriedKind>> }>> = {
  drawing: { root: "wsDr", calls: { chart: "chart", chartEx: "chart-ex", image: "picture" } },
  chart: {
    root: "chartSpace",
    calls: {
      chartStyle: "chart-style", chartColorStyle: "chart-colors", themeOverride: "chart-theme",
      chartUserShapes: "chart-shapes", image: "picture",
    },
  },
  "chart-ex": { root: "chartSpace", calls: { chartStyle: "chart-style", chartColorStyle: "chart-colors", image: "picture" } },
  "chart-style": { root: "chartStyle", calls: {} },
  "chart-colors": { root: "colorStyle", calls: {} },
  "chart-theme": { root: "themeOverride", calls: { image: "picture" } },
  "chart-shapes": { root: "userShapes", calls: { image: "picture" } },
  comments: { root: "comments", calls: {} },
  notes: { root: "xml", calls: { image: "picture" } },
  threads: { root: "ThreadedComments", calls: {} },
  persons: { root: "personList", calls: {} },
};

const PICTURE = /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf)$/i;
/** What a relation may be called. */
const NAME = /^[\p{L}_][\p{L}\d_.-]*$/u;

/** What a sheet's own part says of the parts that hang on it: names of relations. */
export interface Hung {
  readonly drawing?: string;
  readonly legacyDrawing?: string;
}

interface Found {
  readonly path: string;
  /** A drawing with nothing on it. */
  readonly blank: boolean;
  /** Cells that its comments hang on. */
  readonly cells: ReadonlySet<string>;
  readonly part: CarriedPart;
}

/** Takes along what hangs on sheets: charts, pictures and comments, each part looked through. */
export class Carrier {
  readonly kept = new Set<FilePart>();
  /** What was refused, though a part of its path was taken along. */
  readonly left = new Set<FilePart>();
  /** Paths of the parts that were taken along. */
  readonly taken = new Set<string>();
  private readonly scan: CarryScan;
  private readonly pictures = new Map<string, Promise<string>>();

  constructor(private readonly zip: Zip, refuse: Refuse) {
    this.scan = new CarryScan(zip, refuse);
  }

  /**
   * The parts that one sheet takes along.
   * @param persons path of the list of those who wrote comments.
   * @throws {FileError} where one was made to harm.
   */
  async of(relations: ReadonlyMap<string, Relation>, hung: Hung, persons: string | undefined): Promise<CarriedPart[]> {
    const target = (relation: Relation | undefined, type: string): string | undefined =>
      relation?.type === type && !relation.outside ? relation.target : undefined;
    const first = (type: string): string | undefined => {
      const found = [...relations.values()].filter((relation) => relation.type === type);
      return found.length === 1 ? target(found[0], type) : undefined;
    };
    const drawing = target(relations.get(hung.drawing ?? ""), "drawing");
    const notes = target(relations.get(hung.legacyDrawing ?? ""), "vmlDrawing");
    const comments = first("comments");
    const threads = first("threadedComment");
    const parts: CarriedPart[] = [];
    if (drawing !== undefined) await this.take(parts, [["drawing", drawing]]);
    const commented = comments === undefined ? null : await this.take(parts, [["comments", comments]]);
    if (commented !== null) {
      // Boxes that stand among buttons, or that are missing, are drawn anew: without any Excel shows no comment.
      if (notes === undefined || (await this.take(parts, [["notes", notes]])) === null) {
        parts.push({ kind: "notes", bytes: lettersOfText(boxesFor([...commented.cells])), relations: [] });
      }
      if (threads !== undefined && persons !== undefined) await this.take(parts, [["threads", threads], ["persons", persons]]);
    }
    return parts;
  }

  /** Takes parts along with all that they call; the first, or null where none is taken. */
  private async take(parts: CarriedPart[], roots: readonly (readonly [CarriedKind, string])[]): Promise<Found | null> {
    const found: Found[] = [];
    try {
      for (const [kind, path] of roots) await this.find(kind, path, found, parts.length);
    } catch (error) {
      if (!(error instanceof NotCarried)) throw error;
      // What is told by its path is told anyway; a part that another sheet took along is not.
      for (const [kind, path] of roots) {
        if (this.taken.has(path) && kind !== "notes") this.left.add(kind === "drawing" ? "pictures" : "comments");
      }
      return null;
    }
    for (const { path } of found) this.taken.add(path);
    // Some programs give every sheet a drawing with nothing on it.
    const first = found[0]!;
    if (first.blank) return first;
    for (const { part } of found) {
      parts.push(part);
      if (part.kind === "chart" || part.kind === "chart-ex") this.kept.add("charts");
      if (part.kind === "comments") this.kept.add("comments");
      if (part.kind === "picture") this.kept.add("pictures");
    }
    if (found.length === 1 && first.part.kind === "drawing") this.kept.add("pictures");
    return first;
  }

  /** A part and all that it calls, at the end of the list; its place in the sheet's parts. */
  private async find(kind: CarriedKind, path: string, found: Found[], before: number): Promise<number> {
    const known = found.findIndex((each) => each.path === path);
    if (kind === "picture") return known >= 0 ? before + known : this.picture(path, found, before);
    // Each belongs to one alone; persons are shared by all.
    if (known >= 0 || (this.taken.has(path) && kind !== "persons")) throw new NotCarried(path);
    const { root, calls } = KINDS[kind];
    const look = new CarryLook(kind, root, path);
    const bytes = await this.scan.part(path, look.onTag);
    look.done(bytes);
    const place = before + found.length;
    const relations: { id: string; part: number }[] = [];
    found.push({ path, blank: look.blank, cells: look.cells, part: { kind, bytes, relations } });
    for (const [id, relation] of await this.relations(path)) {
      const next = Object.entries(calls).find(([type]) => type === relation.type)?.[1];
      if (next === undefined || relation.outside) throw new NotCarried(path);
      relations.push({ id, part: await this.find(next, relation.target, found, before) });
    }
    if ([...look.called].some((id) => relations.every((relation) => relation.id !== id))) throw new NotCarried(path);
    return place;
  }

  private async picture(path: string, found: Found[], before: number): Promise<number> {
    const extension = PICTURE.exec(path)?.[1]?.toLowerCase();
    if (extension === undefined) throw new NotCarried(path);
    let bytes = this.pictures.get(path);
    if (bytes === undefined) this.pictures.set(path, (bytes = this.scan.part(path, null)));
    found.push({ path, blank: false, cells: new Set(), part: { kind: "picture", extension, bytes: await bytes, relations: [] } });
    return before + found.length - 1;
  }

  private async relations(path: string): Promise<Map<string, Relation>> {
    const found = new Map<string, Relation>();
    const own = relationsPath(path);
    if (!this.zip.has(own)) return found;
    await this.scan.part(own, (tag, written) => {
      if (tag !== "Relationship") return;
      const relation = relationOf(written, folderOf(path));
      if (found.has(relation.id) || !NAME.test(relation.id)) throw new NotCarried(path);
      found.set(relation.id, relation);
    });
    return found;
  }
}
