import { type Packed, nextCrc } from "./inflate";

const HEAD = 30;
const ENTRY = 46;
const END = 22;
const VERSION = 20;
/** 1 January 1980: a file says nothing of when it was made. */
const DAY = 33;

/** A part packed for a zip. */
export async function packed(bytes: Uint8Array): Promise<Packed> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const small = new Uint8Array(await new Response(stream).arrayBuffer());
  const deflated = small.length < bytes.length;
  return { bytes: deflated ? small : bytes, deflated, crc: nextCrc(0, bytes), size: bytes.length };
}

/** A zip of packed parts, in their order. */
export function packedZip(parts: ReadonlyMap<string, Packed>): Uint8Array {
  const named = [...parts].map(([path, part]) => ({ part, label: new TextEncoder().encode(path) }));
  const directory = named.reduce((sum, { part, label }) => sum + HEAD + label.length + part.bytes.length, 0);
  const bytes = new Uint8Array(named.reduce((sum, { label }) => sum + ENTRY + label.length, directory) + END);
  const view = new DataView(bytes.buffer);
  const describe = (at: number, { deflated, crc, size, bytes: body }: Packed, label: number): void => {
    view.setUint16(at, VERSION, true);
    view.setUint16(at + 2, 0x0800, true);
    view.setUint16(at + 4, deflated ? 8 : 0, true);
    view.setUint16(at + 8, DAY, true);
    view.setUint32(at + 10, crc, true);
    view.setUint32(at + 14, body.length, true);
    view.setUint32(at + 18, size, true);
    view.setUint16(at + 22, label, true);
  };
  let at = 0;
  let entry = directory;
  for (const { part, label } of named) {
    view.setUint32(at, 0x04034b50, true);
    describe(at + 4, part, label.length);
    bytes.set(label, at + HEAD);
    view.setUint32(entry, 0x02014b50, true);
    view.setUint16(entry + 4, VERSION, true);
    describe(entry + 6, part, label.length);
    view.setUint32(entry + 42, at, true);
    bytes.set(label, entry + ENTRY);
    entry += ENTRY + label.length;
    at += HEAD + label.length;
    bytes.set(part.bytes, at);
    at += part.bytes.length;
  }
  view.setUint32(entry, 0x06054b50, true);
  view.setUint16(entry + 8, named.length, true);
  view.setUint16(entry + 10, named.length, true);
  view.setUint32(entry + 12, entry - directory, true);
  view.setUint32(entry + 16, directory, true);
  return bytes;
}
