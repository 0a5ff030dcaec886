import { constants, deflateRawSync } from "node:zlib";
import { crc32 } from "./zip";

/** What a head of a zip says of a part. */
interface Said {
  readonly path?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly packed?: number;
  readonly size?: number;
  readonly extra?: Buffer;
}

/** A part of a zip that need not be true to itself. */
export interface Forged {
  readonly path: string;
  /** Unpacked bytes; or with `packed`, how they stand in the file. */
  readonly content: string | Uint8Array;
  readonly packed?: Uint8Array;
  readonly stored?: boolean;
  /** What the part's own head says, and what the directory says, where they do not tell the truth. */
  readonly own?: Said;
  readonly listed?: Said;
  /** Listed once more under another name, without a body of its own: the part whose body it shares. */
  readonly sharing?: string;
}

export interface Around {
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
  /** How many parts the end claims. */
  readonly count?: number;
  /** All sizes and places in the wide fields of large zips. */
  readonly wide?: boolean;
}

const FULL = 0xffffffff;

function fields({ path = "", flags = 0x0800, method = 8, crc = 0, packed = 0, size = 0, extra }: Said): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(flags, 2);
  bytes.writeUInt16LE(method, 4);
  bytes.writeUInt16LE(0x21, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(packed, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(Buffer.byteLength(path), 22);
  bytes.writeUInt16LE(extra?.length ?? 0, 24);
  return bytes;
}

const wideExtra = (...values: readonly number[]): Buffer => {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, i) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
  return extra;
};

/** A zip of these parts that says of them, and of itself, what it is told to. */
export function forgedZip(parts: readonly Forged[], { before, after, count, wide = false }: Around = {}): Uint8Array {
  const blocks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const places = new Map<string, { at: number; said: Said }>();
  let at = 0;
  const write = (...bytes: Uint8Array[]): void => {
    blocks.push(...bytes);
    at += bytes.reduce((sum, each) => sum + each.length, 0);
  };
  if (before !== undefined) write(before);
  for (const part of parts) {
    const content = typeof part.content === "string" ? Buffer.from(part.content) : part.content;
    const shared = part.sharing === undefined ? undefined : places.get(part.sharing)!;
    const body = part.packed ?? (part.stored === true ? content : deflateRawSync(content));
    const said: Said = shared?.said ?? {
      path: part.path, method: part.stored === true ? 0 : 8, crc: crc32(content), packed: body.length, size: content.length,
    };
    const head = shared?.at ?? at;
    places.set(part.path, { at: head, said });
    if (shared === undefined) {
      const own = {
        ...said, ...(wide ? { packed: FULL, size: FULL, extra: wideExtra(said.size!, said.packed!) } : {}), ...part.own,
      };
      write(Buffer.from("PK\x03\x04", "latin1"), fields(own), Buffer.from(own.path!), own.extra ?? Buffer.alloc(0), body);
    }
    const listed = {
      ...said, path: part.path,
      ...(wide ? { packed: FULL, size: FULL, extra: wideExtra(said.size!, said.packed!, head) } : {}), ...part.listed,
    };
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(wide ? FULL : head, 10);
    directory.push(
      Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields(listed), tail, Buffer.from(listed.path!), listed.extra ?? Buffer.alloc(0),
    );
  }
  const start = at;
  write(...directory);
  const size = at - start;
  if (wide) {
    const record = Buffer.alloc(76);
    record.write("PK\x06\x06", 0, "latin1");
    record.writeBigUInt64LE(44n, 4);
    record.writeBigUInt64LE(BigInt(parts.length), 24);
    record.writeBigUInt64LE(BigInt(parts.length), 32);
    record.writeBigUInt64LE(BigInt(size), 40);
    record.writeBigUInt64LE(BigInt(start), 48);
    record.write("PK\x06\x07", 56, "latin1");
    record.writeBigUInt64LE(BigInt(at), 64);
    record.writeUInt32LE(1, 72);
    write(record);
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(wide ? 0xffff : (count ?? parts.length), 8);
  end.writeUInt16LE(wide ? 0xffff : (count ?? parts.length), 10);
  end.writeUInt32LE(wide ? FULL : size, 12);
  end.writeUInt32LE(wide ? FULL : start, 16);
  write(end);
  if (after !== undefined) write(after);
  return new Uint8Array(Buffer.concat(blocks));
}

/**
 * Packed bytes that unpack to a head, a megabyte so many times over, and a tail, without anybody ever holding them all.
 * Their checksum is never asked for: no one unpacks them to the end.
 */
export function swollen(head: string, megabyte: Uint8Array, times: number, tail: string): Uint8Array {
  const flush = (bytes: Uint8Array): Buffer => deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  const block = flush(megabyte);
  const blocks = Array.from({ length: times }, () => block);
  return Buffer.concat([flush(Buffer.from(head)), ...blocks, deflateRawSync(Buffer.from(tail))]);
}
