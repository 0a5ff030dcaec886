import { type Packed, nextCrc } from "./inflate";
import { zipLayout } from "./zip-layout";

/** A part packed for a zip. */
export async function packed(bytes: Uint8Array): Promise<Packed> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const small = new Uint8Array(await new Response(stream).arrayBuffer());
  const deflated = small.length < bytes.length;
  return { bytes: deflated ? small : bytes, deflated, crc: nextCrc(0, bytes), size: bytes.length };
}

/** A zip of packed parts, in their order. */
export function packedZip(parts: ReadonlyMap<string, Packed>): Uint8Array {
  const { bytes, places } = zipLayout([...parts].map(([path, part]) => ({ ...part, path, length: part.bytes.length })));
  [...parts.values()].forEach((part, i) => bytes.set(part.bytes, places[i]));
  return bytes;
}
