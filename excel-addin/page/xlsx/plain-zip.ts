/** A part by its path, with its size and its bytes in blocks. */
export interface PlainPart {
  readonly path: string;
  readonly size: number;
  blocks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

const HEAD = 30;
const ENTRY = 46;
const END = 22;

/**
 * A zip of parts as they are, nothing packed and without checksums: what was looked at is what is read.
 * @throws {RangeError} where a part's blocks are not of its size.
 */
export async function plainZip(parts: readonly PlainPart[]): Promise<Uint8Array> {
  const named = parts.map((part) => ({ ...part, blocks: () => part.blocks(), label: new TextEncoder().encode(part.path) }));
  const directory = named.reduce((sum, { size, label }) => sum + HEAD + label.length + size, 0);
  const bytes = new Uint8Array(named.reduce((sum, { label }) => sum + ENTRY + label.length, directory) + END);
  const view = new DataView(bytes.buffer);
  const describe = (at: number, { size, label }: { size: number; label: Uint8Array }): void => {
    view.setUint32(at + 14, size, true);
    view.setUint32(at + 18, size, true);
    view.setUint16(at + 22, label.length, true);
  };
  let at = 0;
  let entry = directory;
  for (const part of named) {
    view.setUint32(at, 0x04034b50, true);
    describe(at + 4, part);
    bytes.set(part.label, at + HEAD);
    view.setUint32(entry, 0x02014b50, true);
    describe(entry + 6, part);
    view.setUint32(entry + 42, at, true);
    bytes.set(part.label, entry + ENTRY);
    entry += ENTRY + part.label.length;
    at += HEAD + part.label.length;
    const end = at + part.size;
    for await (const block of part.blocks()) {
      if (at + block.length > end) throw new RangeError("size");
      bytes.set(block, at);
      at += block.length;
    }
    if (at !== end) throw new RangeError("size");
  }
  view.setUint32(entry, 0x06054b50, true);
  view.setUint16(entry + 8, named.length, true);
  view.setUint16(entry + 10, named.length, true);
  view.setUint32(entry + 12, entry - directory, true);
  view.setUint32(entry + 16, directory, true);
  return bytes;
}
