import type { ColorScale } from "./workbook";

/** Stands as a text in the formula of every format by condition of ours: people have others on the same sheets. */
export const formatMark = "Scorebook";

/** Whether a formula is that of a format by condition of ours, in whatever dialect. */
export const isOwnFormat = (formula: string): boolean => formula.includes(`"${formatMark}"`);

/** Heat colours of ours. Heat has no words to tell it by, so the blue is one that no palette offers. */
export const ownHeat = { low: "FFFFFF", high: "8DB4E1" } as const;

export const isOwnHeat = ({ low, high }: Pick<ColorScale, "low" | "high">): boolean => low === ownHeat.low && high === ownHeat.high;

/** What stands, in its order, with ours replaced: they come where their first stood, or last where none did. */
export function withOwn<T>(standing: readonly T[], isOwn: (each: T) => boolean, own: readonly T[]): T[] {
  const first = standing.findIndex(isOwn);
  const others = standing.filter((each) => !isOwn(each));
  const place = first < 0 ? others.length : first;
  return [...others.slice(0, place), ...own, ...others.slice(place)];
}
