import { cellName, parseCellName } from "../../../core/sheet/address";
import type { CarriedKind } from "../../../core/sheet/carried";
import { NotCarried } from "./carry-scan";
import { FORMULA_TAGS, formulasIn } from "./chart-places";
import { textOf } from "./letters";
import { LIMITS } from "./limits";
import { type OnTag, attributesOf } from "./markup";
import { reachesOutside } from "./outside";
import { LAST_COLUMN, LAST_ROW } from "./sheet-size";
import { plainFormula } from "./shift";

/** What a frame in a drawing may hold: charts of either generation. Slicers, diagrams and the like need parts that stay behind. */
const FRAME = /\/chart(ex)?$/;
/** Tags of what lives on outside: other files, pivots, buttons, links. */
const STRANGE = new Set([
  "externalData", "pivotSource", "compatExt", "contentPart", "control", "oleObject", "hlinkClick", "hlinkHover", "FmlaMacro", "script",
]);
/** Tags that hang on a cell. */
const LISTED: Readonly<Partial<Record<CarriedKind, string>>> = { comments: "comment", threads: "threadedComment" };
const ADDRESS = /^([^:]+:)?(href|src|althref)$/;
const CALL = /^(r:\w+|o:relid)$/;
/** Markup that says nothing of its letters, or that they are what we read. */
const ENCODED = /^(?![^<]*<\?xml[^>]*\sencoding=)|^[^<]*<\?xml[^>]*\sencoding=["'](utf-8|us-ascii)["']/i;
/** What markup must not hold; a reader of ours may pass over it, Excel calls the file damaged. */
const BROKEN = /[\0-\x08\x0b\x0c\x0e-\x1f]|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)|]]>|<(?![?!])(?!\/?[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?(?:\s|\/?>))/;
const NAMED = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;
const PREFIX = /<\/?([\w.-]+):/g;
/** Remarks to programs: what looks for a word in a part would find it in them, or miss one that they stand in. */
const REMARK = /<!--|<\?(?!xml\s)/;
/** Another dialect of the same markup, which does not go with what we write. */
const STRICT = "purl.oclc.org/ooxml";

/** What is seen of one part while its tags go by. Throws {@link NotCarried} where it must stay behind. */
export class CarryLook {
  /** Names of relations that it calls others by. */
  readonly called = new Set<string>();
  /** A drawing with nothing on it. */
  blank: boolean;
  /** Cells that its comments hang on. */
  readonly cells = new Set<string>();
  private begun = false;
  private formulas = 0;
  private hung = 0;
  private readonly prefixes = new Set<string>();
  private readonly declared = new Set(["xml"]);

  constructor(private readonly kind: CarriedKind, private readonly root: string, private readonly path: string) {
    this.blank = kind === "drawing";
  }

  private refuse(stays: boolean): void {
    if (stays) throw new NotCarried(this.path);
  }

  readonly onTag: OnTag = (tag, written) => {
    this.refuse(!this.begun && (tag !== this.root || written.includes(STRICT)));
    this.begun = true;
    if (FORMULA_TAGS.has(tag)) {
      this.refuse(written.includes(">"));
      this.formulas++;
    }
    if (tag.endsWith("Anchor")) this.blank = false;
    if (tag.endsWith("Anchor") || tag === "shape") this.refuse(++this.hung > LIMITS.rules);
    const attributes = attributesOf(written);
    for (const [name, value] of attributes) this.attribute(name, value);
    this.refuse(
      STRANGE.has(tag) || (tag === "graphicData" && !FRAME.test(attributes.get("uri") ?? "")) ||
        reachesOutside(plainFormula(attributes.get("textlink") ?? "")) ||
        (tag === "ClientData" && attributes.get("ObjectType") !== "Note"),
    );
    if (tag === LISTED[this.kind]) this.cell(attributes.get("ref") ?? "");
  };

  private attribute(name: string, value: string): void {
    const [prefix = "", own] = name.split(":");
    if (own !== undefined && prefix === "xmlns") this.declared.add(own);
    else if (own !== undefined) this.prefixes.add(prefix);
    if (name === "mc:Ignorable") for (const each of value.split(/\s+/).filter(Boolean)) this.prefixes.add(each);
    if (CALL.test(name) && value !== "") this.called.add(value);
    this.refuse(!NAMED.test(name));
    this.refuse((ADDRESS.test(name) || name === "macro") && value !== "");
  }

  /** A comment stands alone on its cell; a thread has several members. */
  private cell(ref: string): void {
    const at = parseCellName(ref);
    const cell = at === null || at.row >= LAST_ROW || at.column >= LAST_COLUMN ? null : cellName(at.row, at.column);
    if (cell === null || (this.kind === "comments" && this.cells.has(cell)) || this.cells.size >= LIMITS.rules) throw new NotCarried(this.path);
    this.cells.add(cell);
  }

  /** What shows only in the whole of a part. */
  done(bytes: string): void {
    for (const [, prefix = ""] of bytes.matchAll(PREFIX)) this.prefixes.add(prefix);
    this.refuse(!ENCODED.test(bytes.slice(0, 200)) || BROKEN.test(bytes) || REMARK.test(bytes) || [...this.prefixes].some((prefix) => !this.declared.has(prefix)));
    if (!/^chart(-ex)?$/.test(this.kind)) return;
    const formulas = formulasIn(textOf(bytes));
    this.refuse(formulas.length !== this.formulas || formulas.some((formula) => reachesOutside(plainFormula(formula))));
  }
}
