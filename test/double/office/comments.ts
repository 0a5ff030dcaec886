import type { Remark } from "../attached";
import type { EngineSheet } from "../engine-sheet";
import { anIndex, aString, invalid, notImplemented, OfficeError, OfficeObject, oneOf } from "./office-object";
import { areaOf } from "./places";
import { RangeObject } from "./range-object";
import type { World } from "./world";

/** Whoever sits before this Excel. */
const person = { name: "Người dùng", email: "nguoidung@so.gov.vn" };

interface Placed {
  readonly sheet: EngineSheet;
  readonly remark: Remark;
}

/** The comments of a sheet, or of the workbook. Notes are no members. */
export class CommentCollectionObject extends OfficeObject {
  readonly kind = "CommentCollection";

  constructor(
    private readonly world: World,
    /** Null for those of all sheets. */
    private readonly sheet: EngineSheet | null,
  ) {
    super();
  }

  private get all(): Placed[] {
    const sheets = this.sheet === null ? this.world.engine.sheets : [this.sheet];
    return sheets.flatMap((sheet) =>
      sheet.attached.remarks.flatMap((remark) => (remark.kind === "comment" ? [{ sheet, remark }] : [])));
  }
  private made({ sheet, remark }: Placed): CommentObject {
    return new CommentObject(this.world, sheet, remark.id);
  }
  private found(id: unknown): OfficeObject | null {
    const placed = this.all.find(({ sheet, remark }) => commentId(sheet, remark.id) === aString(id, "commentId"));
    return placed === undefined ? null : this.made(placed);
  }
  /** One cell, given as a range or by its address; a workbook's address names the sheet. */
  private cell(given: unknown): { readonly sheet: EngineSheet; readonly row: number; readonly column: number } {
    if (given instanceof RangeObject) {
      const { sheet, area } = given;
      if (area.rows * area.columns !== 1 || (this.sheet !== null && this.sheet !== sheet)) throw invalid("cellAddress");
      return { sheet, row: area.row, column: area.column };
    }
    const text = aString(given, "cellAddress");
    const [, quoted, bare, place = ""] = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(text) ?? [];
    const name = quoted?.replace(/''/g, "'") ?? bare;
    const sheet = name === undefined ? this.sheet : this.world.engine.find(name);
    const area = areaOf(place);
    if (sheet === null || (this.sheet !== null && sheet !== this.sheet) || area === null || area.rows * area.columns !== 1) {
      throw invalid(`cellAddress ${text}`);
    }
    return { sheet, row: area.row, column: area.column };
  }

  override items(): readonly OfficeObject[] {
    return this.all.map((placed) => this.made(placed));
  }
  override item(id: unknown): OfficeObject {
    const found = this.found(id);
    if (found === null) throw new OfficeError("ItemNotFound", `comment ${String(id)}`);
    return found;
  }
  GetItemOrNullObject(id: unknown): OfficeObject | null {
    return this.found(id);
  }
  GetItemAt(index: unknown): OfficeObject {
    const placed = this.all[anIndex(index, "index")];
    if (placed === undefined) throw invalid("index");
    return this.made(placed);
  }
  GetItemByCell(address: unknown): OfficeObject {
    const at = this.cell(address);
    const placed = this.all.find(({ sheet, remark }) => sheet === at.sheet && remark.row === at.row && remark.column === at.column);
    if (placed === undefined) throw new OfficeError("ItemNotFound", "no comment in this cell");
    return this.made(placed);
  }
  GetCount(): number {
    return this.all.length;
  }
  /** A protected sheet takes no comments, unless its objects may be edited. */
  Add(address: unknown, content: unknown, contentType: unknown): OfficeObject {
    if (oneOf(contentType ?? "Plain", ["Plain", "Mention"], "contentType") !== "Plain") throw notImplemented("mentions");
    const { sheet, row, column } = this.cell(address);
    const text = aString(content, "content");
    if (text === "") throw invalid("content");
    this.world.engine.mayChange(sheet, null);
    if (sheet.attached.remarks.some((remark) => remark.row === row && remark.column === column)) {
      throw invalid("a cell with a comment or a note");
    }
    return this.made({ sheet, remark: sheet.attached.remark({ kind: "comment", row, column, text, author: person.name }) });
  }
}

const commentId = (sheet: EngineSheet, id: number): string => `{comment ${sheet.id}-${id}}`;

class CommentObject extends OfficeObject {
  readonly kind = "Comment";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
    private readonly id: number,
  ) {
    super();
  }

  override identity(): Record<string, unknown> {
    return { Id: this.Id };
  }

  private get remark(): Remark {
    const found = this.world.engine.sheets.includes(this.sheet)
      ? this.sheet.attached.remarks.find(({ id }) => id === this.id) : undefined;
    if (found === undefined) throw new OfficeError("ItemNotFound", `comment ${this.id}`);
    return found;
  }

  get Id(): string {
    return commentId(this.sheet, this.id);
  }
  get Content(): string {
    return this.remark.text;
  }
  set Content(value: unknown) {
    const text = aString(value, "content");
    this.world.engine.mayChange(this.sheet, null);
    this.sheet.attached.changeRemark(this.remark.id, { text });
  }
  get AuthorName(): string {
    return this.remark.author;
  }
  get AuthorEmail(): string {
    return person.email;
  }
  get ContentType(): string {
    return "Plain";
  }
  get Replies(): OfficeObject {
    return new CommentReplyCollectionObject(this.world, this.sheet, this.id);
  }
  GetLocation(): OfficeObject {
    const { row, column } = this.remark;
    return new RangeObject(this.world, this.sheet, { row, column, rows: 1, columns: 1 });
  }
  Delete(): void {
    this.world.engine.mayChange(this.sheet, null);
    this.sheet.attached.dropRemark(this.remark.id);
  }
}

class CommentReplyCollectionObject extends OfficeObject {
  readonly kind = "CommentReplyCollection";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
    private readonly id: number,
  ) {
    super();
  }

  private get texts(): readonly string[] {
    return this.sheet.attached.remarks.find(({ id }) => id === this.id)?.replies ?? [];
  }
  private change(replies: readonly string[]): void {
    this.world.engine.mayChange(this.sheet, null);
    this.sheet.attached.changeRemark(this.id, { replies });
  }

  override items(): readonly OfficeObject[] {
    return this.texts.map((_, index) => new CommentReplyObject(`${commentId(this.sheet, this.id)}${index}`, () => this.texts[index]!,
      (text) => this.change(this.texts.map((each, at) => (at === index ? text : each)))));
  }
  GetCount(): number {
    return this.texts.length;
  }
  Add(content: unknown): OfficeObject {
    const text = aString(content, "content");
    this.change([...this.texts, text]);
    return this.items()[this.texts.length - 1]!;
  }
}

class CommentReplyObject extends OfficeObject {
  readonly kind = "CommentReply";

  constructor(
    readonly id: string,
    private readonly read: () => string,
    private readonly write: (text: string) => void,
  ) {
    super();
  }

  override identity(): Record<string, unknown> {
    return { Id: this.id };
  }
  get Id(): string {
    return this.id;
  }
  get Content(): string {
    return this.read();
  }
  set Content(value: unknown) {
    this.write(aString(value, "content"));
  }
  get AuthorName(): string {
    return person.name;
  }
}
