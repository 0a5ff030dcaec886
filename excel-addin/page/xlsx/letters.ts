const SLICE = 8192;

/** Bytes as a text of as many letters of code 0 to 255. */
export function lettersOf(blocks: readonly Uint8Array[]): string {
  const pieces: string[] = [];
  for (const block of blocks) {
    for (let at = 0; at < block.length; at += SLICE) pieces.push(String.fromCharCode(...block.subarray(at, at + SLICE)));
  }
  return pieces.join("");
}

/** The bytes that such a text stands for. */
export function bytesOf(letters: string): Uint8Array {
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** What such a text says where its bytes are UTF-8. */
export const textOf = (letters: string): string => new TextDecoder().decode(bytesOf(letters));

/** A text in UTF-8 as such letters. */
export const lettersOfText = (text: string): string => lettersOf([new TextEncoder().encode(text)]);
