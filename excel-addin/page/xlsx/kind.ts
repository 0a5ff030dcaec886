import type { FileKind } from "../../../core/issue/file";
import type { Refuse } from "./file-error";
import { LIMITS } from "./limits";

/** What files of other kinds begin with. */
const SIGNATURES: readonly (readonly [kind: FileKind, letters: string])[] = [
  ["pdf", "%PDF-"], ["picture", "\x89PNG"], ["picture", "\xff\xd8\xff"], ["picture", "GIF8"], ["program", "MZ"],
  ["archive", "Rar!"], ["archive", "7z\xbc\xaf"], ["archive", "\x1f\x8b"],
];

const OLE = [0xd0, 0xcf, 0x11, 0xe0] as const;
/** How much of a file shows whether it is text. */
const PEEK = 4096;

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

/** Text of any kind, with 8- or 16-bit letters, or null. */
function textOf(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, PEEK);
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[1] === 0 && head[3] === 0);
  const text = new TextDecoder(wide ? "utf-16le" : "utf-8").decode(head);
  // The cut may fall into a letter.
  return /[\0-\x08\x0e-\x1a]|\ufffd[^]{4}/.test(text) ? null : text;
}

/** What a file that is no zip seems to be. */
function kindOf(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const signed = SIGNATURES.find(([, letters]) => start.startsWith(letters));
  if (signed !== undefined) return signed[0];
  const text = textOf(bytes);
  if (text === null) return "unknown";
  return /<(!doctype|html|table|body|\?xml)/i.test(text) ? "web-page" : "text";
}

/** What a zip that is no workbook of Excel's seems to be, by the paths of its parts. */
export function kindOfZip(paths: readonly string[]): FileKind {
  const holds = (pattern: RegExp): boolean => paths.some((path) => pattern.test(path));
  if (holds(/^xl\/workbook\.bin$/i)) return "xlsb";
  if (holds(/^word\//i)) return "document";
  if (holds(/^ppt\//i)) return "slides";
  if (holds(/^mimetype$/) && holds(/^content\.xml$/)) return "opendocument";
  return "archive";
}

/**
 * Looks at a file from outside: that it is a zip of a size that can be read.
 * @throws {FileError} `file-empty`, `file-too-large`, `file-password`, `file-old-xls` or `not-xlsx`.
 */
export function lookOutside(bytes: Uint8Array, refuse: Refuse): void {
  if (bytes.length === 0) throw refuse("file-empty");
  if (bytes.length > LIMITS.size) throw refuse("file-too-large", { cap: "size", most: LIMITS.size / 2 ** 20 });
  if (OLE.every((byte, i) => bytes[i] === byte)) {
    if (holdsWide(bytes, "EncryptedPackage")) throw refuse("file-password");
    // Word and others keep their old files in the same container.
    const sheets = holdsWide(bytes, "Workbook") || holdsWide(bytes, "Book");
    throw sheets ? refuse("file-old-xls") : refuse("not-xlsx", { kind: holdsWide(bytes, "WordDocument") ? "document" : "unknown" });
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw refuse("not-xlsx", { kind: kindOf(bytes) });
}
