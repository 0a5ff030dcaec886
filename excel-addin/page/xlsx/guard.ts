import type { FileIssues } from "../../../core/issue/file";
import { issue } from "../../../core/issue/issue";
import type { Issue } from "../../../core/issue/issue";
import { HostError } from "../../../core/sheet/host";

/** A file that cannot be opened, with the problem as data. */
export class FileError extends HostError {
  constructor(readonly issue: Issue) {
    super("bad-file", issue.code);
  }
}

type Named = Exclude<keyof FileIssues, "file-parts-left" | "file-text-long">;

/** A file that cannot be opened. */
export const unopened = (code: Named, name: string): FileError => new FileError(issue(code, {}, { name }));

const LARGEST_FILE = 64 * 2 ** 20;
const LARGEST_CONTENT = 512 * 2 ** 20;
/** A normal part shrinks 3 to 20 times; only one made to harm shrinks this much. */
const LARGEST_SHRINK = 400;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** One part of a zip as its directory declares it. */
interface ZipEntry {
  readonly path: string;
  readonly packed: number;
  readonly size: number;
}

/** The directory of a zip, or null where its end or an entry is missing. */
function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lowest = Math.max(0, bytes.length - 65557);
  let end = bytes.length - 22;
  while (end >= lowest && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < lowest) return null;
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const name = view.getUint16(at + 28, true);
    entries.push({
      path: decoder.decode(bytes.subarray(at + 46, at + 46 + name)),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
    });
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** Whether the bytes hold a name as Office's old container writes it, in 16-bit letters. */
function holdsWide(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]);
  let at = bytes.indexOf(wanted[0]!);
  while (at >= 0) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
    at = bytes.indexOf(wanted[0]!, at + 1);
  }
  return false;
}

/**
 * The paths of a file's parts, once its outside shows that it is an .xlsx of a size that can be read.
 * @throws {FileError} for anything else, before any part is unpacked.
 */
export function guardXlsx(bytes: Uint8Array, name: string): string[] {
  if (bytes.length === 0) throw unopened("file-empty", name);
  if (bytes.length > LARGEST_FILE) throw unopened("file-too-large", name);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (holdsWide(bytes, "EncryptedPackage")) throw unopened("file-password", name);
    // Word and others keep their old files in the same container.
    const sheets = holdsWide(bytes, "Workbook") || holdsWide(bytes, "Book");
    throw unopened(sheets ? "file-old-xls" : "not-xlsx", name);
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw unopened("not-xlsx", name);
  const entries = zipEntries(bytes);
  if (entries === null) throw unopened("file-truncated", name);
  const paths = entries.map((entry) => entry.path);
  if (!paths.includes("[Content_Types].xml") || !paths.some((path) => /(^|\/)workbook[^/]*\.xml$/i.test(path))) {
    throw unopened("not-xlsx", name);
  }
  const content = entries.reduce((sum, entry) => sum + entry.size, 0);
  const bomb = entries.some(({ packed, size }) => size > 2 ** 20 && size > packed * LARGEST_SHRINK);
  if (bomb || content > LARGEST_CONTENT) throw unopened("file-too-large", name);
  if (paths.some((path) => path.startsWith("/") || path.split("/").includes(".."))) {
    throw unopened("file-damaged", name);
  }
  return paths;
}
