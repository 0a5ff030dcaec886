/** A cell's text as it is kept: NFC, plain spaces, unseen characters gone, no space at either end of a line. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\u000b\u000c\u0085]/g, "\n")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

/** A name on one line. */
export const oneLine = (text: string): string => tidy(text).replace(/\n+/g, " ");

/** For comparing words whoever typed them: no marks on letters, lower case, single spaces. */
export function fold(text: string): string {
  return oneLine(text)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[đð]/g, "d");
}

/** Only the letters and digits of a folded text, and `%` and `#`: spaces and signs are what scans and exports get wrong. */
export const squeeze = (text: string): string => fold(text).replace(/[^a-z0-9%#]/g, "");

/** Whether two words differ by at most `most` letters added, lost or exchanged. */
export function near(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++) {
      const same = a[i - 1] === b[k - 1] ? 0 : 1;
      next.push(Math.min(row[k]! + 1, next[k - 1]! + 1, row[k - 1]! + same));
    }
    row = next;
  }
  return row[b.length]! <= most;
}
