import { unread } from "./reading";
import type { Token } from "./token";
import type { Said } from "./value";
import { keysOf } from "./words";

/** "Tỷ lệ hồ sơ đúng hạn" in a formula must be the ratio that the text measures. */
export function sameRatio(
  said: Said,
  written: readonly (readonly Token[])[],
  before: readonly Token[],
  unit: readonly Token[],
): void {
  const whole = (words: readonly Token[]): string => keysOf(words).replace(/^tỷ lệ /, "");
  const measured = said.values.length + said.quotients.length > 0 || said.defines.length > 1;
  const labels = measured ? [] : said.defines.map(({ label }) => label);
  const others = [...written, said.subject ?? [], before, unit, ...labels];
  for (const { about, text } of said.formulas) {
    if (about === undefined) continue;
    const told = others.filter((words) => words.length > 0).map(whole);
    if ((measured && told.length === 0) || told.some((words) => words !== keysOf(about))) throw unread(text);
  }
}
