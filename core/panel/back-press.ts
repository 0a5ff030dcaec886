import { wordsOf } from "../words/say";
import type { Press } from "./model";
import type { State } from "./state";

/** "2026-11-22T08:30" as 08:30 22/11/2026. */
const shownTime = (at: string): string => at.replace(/^(\d+)-(\d+)-(\d+)T(.*)$/, "$4 $3/$2/$1");

/** Takes the last operation back, in one word beside what was just done; null where that cannot be. */
export const backPress = ({ language, status, job }: State): Press | null =>
  job !== null || (status?.back ?? null) === null
    ? null
    : { label: wordsOf(language).panel.back.press, event: { is: "act", action: { kind: "back" } } };

/** The same where it has to say what was done, and when. */
export function backItem(state: State): Press | null {
  const press = backPress(state);
  if (press === null) return null;
  const { what, at } = state.status!.back!;
  const words = wordsOf(state.language).panel.back;
  return { ...press, label: words.item(words.of[what], shownTime(at)) };
}
