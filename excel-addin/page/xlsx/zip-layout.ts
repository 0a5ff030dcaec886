/** A part as a zip describes it. */
export interface ZipPart {
  readonly path: string;
  /** Its bytes there. */
  readonly length: number;
  /** Its bytes once unpacked. */
  readonly size: number;
  readonly deflated: boolean;
  readonly crc: number;
}

const HEAD = 30;
const ENTRY = 46;
const END = 22;
const VERSION = 20;
/** 1 January 1980: a file says nothing of when it was made. */
const DAY = 33;

/** A zip of these parts, in their order, but for their bytes, and the places where those begin. */
export function zipLayout(parts: readonly ZipPart[]): { readonly bytes: Uint8Array; readonly places: readonly number[] } {
  const named = parts.map((part) => ({ part, label: new TextEncoder().encode(part.path) }));
  const directory = named.reduce((sum, { part, label }) => sum + HEAD + label.length + part.length, 0);
  const bytes = new Uint8Array(named.reduce((sum, { label }) => sum + ENTRY + label.length, directory) + END);
  const view = new DataView(bytes.buffer);
  const describe = (at: number, { deflated, crc, size, length }: ZipPart, label: number): void => {
    view.setUint16(at, VERSION, true);
    view.setUint16(at + 2, 0x0800, true);
    view.setUint16(at + 4, deflated ? 8 : 0, true);
    view.setUint16(at + 8, DAY, true);
    view.setUint32(at + 10, crc, true);
    view.setUint32(at + 14, length, true);
    view.setUint32(at + 18, size, true);
    view.setUint16(at + 22, label, true);
  };
  const places: number[] = [];
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
    places.push(at);
    at += part.length;
  }
  view.setUint32(entry, 0x06054b50, true);
  view.setUint16(entry + 8, named.length, true);
  view.setUint16(entry + 10, named.length, true);
  view.setUint32(entry + 12, entry - directory, true);
  view.setUint32(entry + 16, directory, true);
  return { bytes, places };
}
