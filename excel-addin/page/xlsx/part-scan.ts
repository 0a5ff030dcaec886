import type { Refuse } from "./file-error";
import { inflated } from "./inflate";
import { LARGEST_SHRINK, LEAST_BOMB, LIMITS } from "./limits";
import { Markup, MarkupError, type OnTag } from "./markup";
import type { PlainPart } from "./plain-zip";
import type { Zip } from "./zip";

/** Unpacked parts of a common file are kept; those of a large one are unpacked again when they are read. */
const KEPT = 8 * 2 ** 20;

/** Unpacks parts one by one, counting, and looks at every tag before anything is laid out. */
export class PartScan {
  private content = 0;
  private readonly parts = new Map<string, PlainPart>();

  constructor(private readonly zip: Zip, private readonly refuse: Refuse) {}

  /** Every part that was looked at. */
  get scanned(): readonly PlainPart[] {
    return [...this.parts.values()];
  }

  has(path: string): boolean {
    return this.zip.has(path);
  }

  /**
   * Looks through a part, once; false where the file has none of this path.
   * @throws {FileError} `file-bomb`, `file-too-large`, `file-markup` or `file-damaged`.
   */
  async scan(path: string, onTag: OnTag = () => undefined, onValue?: (piece: string) => void): Promise<boolean> {
    const packed = this.zip.get(path);
    if (packed === undefined) return false;
    if (this.parts.has(path)) throw this.refuse("file-contradicts", { part: path });
    const markup = new Markup(onTag, onValue);
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const kept: Uint8Array[] = [];
    const progress = { taken: 0 };
    let size = 0;
    let fault: unknown = null;
    const look = (piece: string): void => {
      try {
        if (fault === null) markup.push(piece);
      } catch (error) {
        fault = error;
      }
    };
    try {
      // A part is unpacked to its end even so: where its checksum is wrong, it is spoilt, and what it says means nothing.
      for await (const block of inflated(packed, progress)) {
        size += block.length;
        this.count(path, progress.taken, size, block.length);
        if (size === block.length && isWide(block)) throw new MarkupError("declaration");
        look(decoder.decode(block, { stream: true }));
        if (this.content <= KEPT) kept.push(block);
      }
      look(decoder.decode());
      if (fault !== null) throw fault;
      markup.end();
      if (markup.longest > LIMITS.text) throw this.refuse("file-too-large", { cap: "text", most: 32767 });
    } catch (error) {
      throw this.named(error, path);
    }
    const whole = this.content <= KEPT;
    this.parts.set(path, { path, size, blocks: () => (whole ? kept : inflated(packed)) });
    return true;
  }

  private count(path: string, taken: number, size: number, block: number): void {
    this.content += block;
    if (size > LEAST_BOMB && size > taken * LARGEST_SHRINK) throw this.refuse("file-bomb", { part: path });
    if (this.content > LIMITS.content) {
      throw this.refuse("file-too-large", { cap: "content", most: LIMITS.content / 2 ** 20 });
    }
  }

  private named(error: unknown, path: string): unknown {
    if (error instanceof MarkupError) {
      if (error.fault === "declaration") return this.refuse("file-markup", { part: path });
      return this.refuse("file-damaged", { part: path });
    }
    const ours = error instanceof Error && error.name === "HostError";
    return ours ? error : this.refuse("file-damaged", { part: path });
  }
}

/** Whether a part is written in 16-bit letters: what looks for a word in it as bytes would miss it. */
const isWide = (block: Uint8Array): boolean =>
  (block[0] === 0xff && block[1] === 0xfe) || (block[0] === 0xfe && block[1] === 0xff) || block[0] === 0 || block[1] === 0;
