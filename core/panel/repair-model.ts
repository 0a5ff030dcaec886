import type { CheckText } from "../check/tell";
import { backPress } from "./back-press";
import { showPress } from "./finding-line";
import type { Press, ProofModel } from "./model";
import type { State } from "./state";

/** What a check found, in groups by what is damaged, each a press away, and the one press that repairs it. */
export function repairModel(state: State, checked: CheckText, close: Press): ProofModel {
  const { title, good, summary, notes, groups, taken, repair, again } = checked;
  return {
    at: "repair", title, close, good, summary, notes, more: null,
    groups: groups.map(({ heading, lines, more }) => ({
      heading, effect: null, more,
      lines: lines.map(({ place, text, at }, index) => ({
        id: `${index} ${place}`, place, text, show: at === null ? null : showPress(at, state), mend: null, refine: null,
      })),
    })),
    main: {
      label: repair ?? again, event: { is: "act", action: { kind: repair === null ? "check" : "repair" } }, off: state.job !== null,
    },
    back: taken && state.status?.back?.what === "repair" ? backPress(state) : null,
  };
}
