// A name of the module is found sooner than one of the realm, millions of times.
const { imul } = Math;

/** FNV-1a of 32 bits, from a start of its own. */
function hash(text: string, start: number): string {
  let sum = start >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    sum = imul(sum ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return sum.toString(16).padStart(8, "0");
}

/** Sixteen characters that differ where texts do. It tells changes apart; it guards nothing. */
export const textPrint = (text: string): string => hash(text, 0x811c9dc5) + hash(text, 0x2f0b4c47);
