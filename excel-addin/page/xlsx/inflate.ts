const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The checksum of a zip's part, block by block; 0 before the first. */
export function nextCrc(crc: number, bytes: Uint8Array): number {
  let next = ~crc;
  for (let i = 0; i < bytes.length; i++) next = (next >>> 8) ^ table[(next ^ bytes[i]!) & 255]!;
  return ~next >>> 0;
}

/** How much of a packed part goes in at a time: a browser unpacks all of it, up to a thousandfold, before it looks back. */
const SLICE = 4096;

/** A part as it stands in a zip. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly deflated: boolean;
  readonly crc: number;
  /** Bytes once unpacked, as the zip says. */
  readonly size: number;
}

/** How many packed bytes have gone in so far. */
export interface Progress {
  taken: number;
}

/** Puts packed bytes in slice by slice, the next only once there is room. Where it fails, the reading end fails too. */
async function feed(sink: WritableStream<BufferSource>, bytes: Uint8Array, progress: Progress): Promise<void> {
  const writer = sink.getWriter();
  while (progress.taken < bytes.length) {
    const from = progress.taken;
    progress.taken = Math.min(bytes.length, from + SLICE);
    await writer.write(bytes.slice(from, progress.taken));
  }
  await writer.close();
}

/**
 * The unpacked bytes of a part, block by block. Whoever stops asking stops the unpacking.
 * @throws what the browser throws where the part is cut or spoilt; {RangeError} where its checksum is another.
 */
export async function* inflated(
  { bytes, deflated, crc }: Packed,
  progress: Progress = { taken: 0 },
): AsyncGenerator<Uint8Array, void, void> {
  if (!deflated) {
    progress.taken = bytes.length;
    if (nextCrc(0, bytes) !== crc) throw new RangeError("checksum");
    yield bytes;
    return;
  }
  const stream = new DecompressionStream("deflate-raw");
  const reader = stream.readable.getReader();
  feed(stream.writable, bytes, progress).catch(() => undefined);
  let sum = 0;
  try {
    for (let block = await reader.read(); !block.done; block = await reader.read()) {
      sum = nextCrc(sum, block.value);
      yield block.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (sum !== crc) throw new RangeError("checksum");
}
