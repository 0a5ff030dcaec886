const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The checksum of a zip's part, block by block; starts and ends with {@link NO_BYTES}'s turn. */
function nextCrc(crc: number, bytes: Uint8Array): number {
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
}

/** Packed bytes in slices, the next only when asked for. */
function slices(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(at, (at += SLICE)));
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * The unpacked bytes of a part, block by block. Whoever stops asking stops the unpacking.
 * @throws what the browser throws where the part is cut or spoilt; {RangeError} where its checksum is another.
 */
export async function* inflated({ bytes, deflated, crc }: Packed): AsyncGenerator<Uint8Array, void, void> {
  if (!deflated) {
    if (nextCrc(0, bytes) !== crc) throw new RangeError("checksum");
    yield bytes;
    return;
  }
  const reader = slices(bytes).pipeThrough(new DecompressionStream("deflate-raw")).getReader();
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
