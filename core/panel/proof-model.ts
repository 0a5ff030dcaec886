import type { ProofText } from "../proof/tell";
import { showPress } from "./finding-line";
import type { Press, ProofModel } from "./model";
import type { State } from "./state";

/** A proof as its screen: what was compared, then the wrong cells by sheet and unit, each a press away. */
export function proofModel(state: State, told: ProofText, close: Press): ProofModel {
  const { title, good, summary, notes, groups, more, again } = told;
  return {
    at: "proof", title, close, good, summary, notes, more,
    groups: groups.map(({ heading, effect, lines, more: rest }) => ({
      heading, effect, more: rest,
      lines: lines.map(({ place, text, at }) => ({
        id: `${at.sheet} ${at.row} ${at.column}`, place, text, show: showPress(at, state), mend: null, refine: null,
      })),
    })),
    main: { label: again, event: { is: "act", action: { kind: "prove" } }, off: state.job !== null },
    back: null,
  };
}
