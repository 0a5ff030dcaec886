import type { Refuse } from "./file-error";
import { FileError } from "./file-error";
import { inflated } from "./inflate";
import { lettersOf } from "./letters";
import { LARGEST_SHRINK, LEAST_BOMB, MOST_CARRIED } from "./limits";
import { Markup, MarkupError, type OnTag } from "./markup";
import type { Zip } from "./zip";

/** Why a part is not carried along. */
export class NotCarried extends Error {}

/** Unpacks parts that are to be carried along, counting, and looks at the tags of those that have any. */
export class CarryScan {
  private room = MOST_CARRIED;

  constructor(private readonly zip: Zip, private readonly refuse: Refuse) {}

  /**
   * A part's bytes as letters. Without `onTag` they are no markup, and may shrink as far as a blank picture does.
   * @throws {FileError} `file-bomb` or `file-markup` where markup was made to harm.
   * @throws {NotCarried} where there is none, or it is spoilt or too much.
   */
  async part(path: string, onTag: OnTag | null): Promise<string> {
    const packed = this.zip.get(path);
    if (packed === undefined || packed.bytes.length > this.room) throw new NotCarried(path);
    const markup = onTag === null ? null : new Markup(onTag);
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const progress = { taken: 0 };
    const blocks: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const block of inflated(packed, progress)) {
        size += block.length;
        if (markup !== null && size > LEAST_BOMB && size > progress.taken * LARGEST_SHRINK) {
          throw this.refuse("file-bomb", { part: path });
        }
        if (size > this.room) throw new NotCarried(path);
        markup?.push(decoder.decode(block, { stream: true }));
        blocks.push(block);
      }
      markup?.push(decoder.decode());
      markup?.end();
    } catch (error) {
      if (error instanceof FileError) throw error;
      if (error instanceof MarkupError && error.fault === "declaration") throw this.refuse("file-markup", { part: path });
      throw new NotCarried(path);
    }
    this.room -= size;
    return lettersOf(blocks);
  }
}
