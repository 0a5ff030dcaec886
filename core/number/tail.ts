/**
 * A text without the marks at its end. Written out because a pattern such as `[.\s]+$` begins anew at each mark of every
 * run in the text: its time grows with the square of the run.
 * @param mark matches one character that goes.
 */
export function withoutTail(text: string, mark: RegExp): string {
  let end = text.length;
  while (end > 0 && mark.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}
