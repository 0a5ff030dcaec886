import { zipLayout } from "./zip-layout";

/** A part by its path, with its size and its bytes in blocks. */
export interface PlainPart {
  readonly path: string;
  readonly size: number;
  blocks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * A zip of parts as they are, nothing packed and without checksums: what was looked at is what is read.
 * @throws {RangeError} where a part's blocks are not of its size.
 */
export async function plainZip(parts: readonly PlainPart[]): Promise<Uint8Array> {
  const { bytes, places } = zipLayout(parts.map(({ path, size }) => ({ path, length: size, size, deflated: false, crc: 0 })));
  for (const [i, part] of parts.entries()) {
    let at = places[i]!;
    const end = at + part.size;
    for await (const block of part.blocks()) {
      if (at + block.length > end) throw new RangeError("size");
      bytes.set(block, at);
      at += block.length;
    }
    if (at !== end) throw new RangeError("size");
  }
  return bytes;
}
