import type { Packed } from "./inflate";
import type { Refuse } from "./file-error";
import { LIMITS } from "./limits";

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL_32 = 0xffffffff;
const FULL_16 = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** Bits of an entry's flags: locked with a password; sizes follow the part; locked the newer way. */
const LOCKED = 0x0001;
const SIZES_FOLLOW = 0x0008;
const LOCKED_STRONGLY = 0x2040;

/** The parts of a zip by their paths. */
export type Zip = ReadonlyMap<string, Packed>;

/** What the directory says of a part, and where the part's own head stands. */
interface Entry {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly head: number;
}

class Bytes {
  private readonly view: DataView;
  private readonly decoder = new TextDecoder();

  constructor(readonly all: Uint8Array) {
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  }

  /** Numbers of 2, 4 and 8 bytes; -1 beyond the end, which is no signature, size or place. */
  two(at: number): number {
    return at >= 0 && at + 2 <= this.all.length ? this.view.getUint16(at, true) : -1;
  }

  four(at: number): number {
    return at >= 0 && at + 4 <= this.all.length ? this.view.getUint32(at, true) : -1;
  }

  eight(at: number): number {
    const high = this.four(at + 4);
    return high < 0 ? -1 : high * 2 ** 32 + this.four(at);
  }

  text(from: number, length: number): string {
    return this.decoder.decode(this.all.subarray(from, from + length));
  }
}

/** Where the directory of a zip stands, and where it says that it ends. */
interface Directory {
  readonly at: number;
  readonly end: number;
  readonly count: number;
}

function directoryOf(bytes: Bytes, refuse: Refuse): Directory {
  const { length } = bytes.all;
  let end = length - 22;
  const lowest = Math.max(0, length - 22 - FULL_16);
  while (end >= lowest && bytes.four(end) !== END) end--;
  if (end < lowest || end < 0) throw refuse("file-truncated");
  // Mail programs and disks fill up with zeros; anything else behind the end is not a workbook's.
  const rest = bytes.all.subarray(end + 22 + bytes.two(end + 20));
  if (end + 22 + bytes.two(end + 20) > length || rest.some((byte) => byte !== 0)) {
    throw refuse("file-contradicts", { part: "" });
  }
  const count = bytes.two(end + 10);
  const size = bytes.four(end + 12);
  const at = bytes.four(end + 16);
  const record = bytes.four(end - 20) === LOCATOR_64 ? bytes.eight(end - 12) : -1;
  const wide = bytes.four(record) === END_64;
  // Some programs write the wide end always, and say all in the narrow one too.
  if (count !== FULL_16 && size !== FULL_32 && at !== FULL_32) return { at, end: wide ? record : end, count };
  if (!wide) throw refuse("file-contradicts", { part: "" });
  return { at: bytes.eight(record + 48), end: record, count: bytes.eight(record + 32) };
}

/** The sizes and place of an entry that are too large for 4 bytes, or are written as if they were. */
function wideFields(bytes: Bytes, from: number, to: number, fields: readonly number[]): number[] | null {
  if (!fields.includes(FULL_32)) return [...fields];
  for (let at = from; at + 4 <= to; at += 4 + bytes.two(at + 2)) {
    if (bytes.two(at) !== 1) continue;
    let next = at + 4;
    return fields.map((field) => {
      if (field !== FULL_32) return field;
      next += 8;
      return bytes.eight(next - 8);
    });
  }
  return null;
}

function* entriesOf(bytes: Bytes, { at: start, end, count }: Directory, refuse: Refuse): Generator<Entry> {
  let at = start;
  for (let left = count; left > 0; left--) {
    if (bytes.four(at) !== ENTRY) throw refuse("file-contradicts", { part: "" });
    const [name, extra, comment] = [bytes.two(at + 28), bytes.two(at + 30), bytes.two(at + 32)] as const;
    const path = bytes.text(at + 46, name);
    const wide = wideFields(
      bytes, at + 46 + name, at + 46 + name + extra, [bytes.four(at + 24), bytes.four(at + 20), bytes.four(at + 42)],
    );
    const [size = -1, packed = -1, head = -1] = wide ?? [];
    if (size < 0 || packed < 0 || head < 0) throw refuse("file-contradicts", { part: path });
    yield { path, flags: bytes.two(at + 8), method: bytes.two(at + 10), crc: bytes.four(at + 16), packed, size, head };
    at += 46 + name + extra + comment;
  }
  if (at !== end) throw refuse("file-contradicts", { part: "" });
}

/** Where the bytes of a part stand, once its own head says what the directory says. */
function bodyOf(bytes: Bytes, { path, flags, method, crc, packed, size, head }: Entry): number | null {
  const name = bytes.two(head + 26);
  const extra = bytes.two(head + 28);
  const body = head + 30 + name + extra;
  if (bytes.four(head) !== LOCAL || name < 0 || extra < 0 || body + packed > bytes.all.length) return null;
  if (bytes.text(head + 30, name) !== path || bytes.two(head + 8) !== method) return null;
  if (((bytes.two(head + 6) ^ flags) & LOCKED) !== 0) return null;
  if (method === STORED && packed !== size) return null;
  if ((flags & SIZES_FOLLOW) !== 0) return body;
  const own = wideFields(bytes, head + 30 + name, body, [bytes.four(head + 22), bytes.four(head + 18)]);
  return bytes.four(head + 14) === crc && own?.[0] === size && own[1] === packed ? body : null;
}

const climbs = (path: string): boolean =>
  path.startsWith("/") || /[\\:\0]/.test(path) || path.split("/").some((step) => step === ".." || step === ".");

/**
 * The parts of a zip, nothing unpacked. The directory, the parts' own heads and their places must tell one story.
 * @throws {FileError} `file-truncated`, `file-contradicts`, `file-paths`, `file-packing` or `file-too-large`.
 */
export function openZip(all: Uint8Array, refuse: Refuse): Zip {
  const bytes = new Bytes(all);
  const directory = directoryOf(bytes, refuse);
  if (directory.count > LIMITS.parts) throw refuse("file-too-large", { cap: "parts", most: LIMITS.parts });
  const parts = new Map<string, Packed>();
  const names = new Set<string>();
  const taken: { readonly from: number; readonly to: number; readonly path: string }[] = [];
  for (const entry of entriesOf(bytes, directory, refuse)) {
    const { path, flags, method, crc, packed, size } = entry;
    if (climbs(path)) throw refuse("file-paths", { part: path });
    if ((flags & (LOCKED | LOCKED_STRONGLY)) !== 0 || (method !== STORED && method !== DEFLATED)) {
      throw refuse("file-packing", { part: path });
    }
    const body = bodyOf(bytes, entry);
    // To Excel the case of a part's name is nothing.
    if (body === null || names.has(path.toLowerCase())) throw refuse("file-contradicts", { part: path });
    names.add(path.toLowerCase());
    taken.push({ from: entry.head, to: body + packed, path });
    parts.set(path, { bytes: all.subarray(body, body + packed), deflated: method === DEFLATED, crc, size });
  }
  taken.sort((a, b) => a.from - b.from);
  taken.forEach(({ from, to, path }, i) => {
    const next = taken[i + 1]?.from ?? directory.at;
    if (to > next || (i === 0 && from !== 0)) throw refuse("file-contradicts", { part: path });
  });
  return parts;
}
