import { wordsOf } from "../words/say";
import { type Address, cellName } from "../sheet/address";
import type { Finding } from "./app-port";
import type { FindingLine, Press } from "./model";
import { sentence, shownPlace } from "./shown";
import type { State } from "./state";

/** A press that goes to a cell, named by it. */
export function showPress(at: Address | null, state: State): Press | null {
  if (at === null) return null;
  const words = wordsOf(state.language).panel;
  return { label: words.goTo(words.cell(cellName(at.row, at.column))), event: { is: "show", at } };
}

export function findingLine(finding: Finding, state: State): FindingLine {
  const words = wordsOf(state.language).panel;
  const place = shownPlace(finding.issue.at.criterion, finding.at);
  const idle = state.job === null;
  return {
    id: finding.id,
    place,
    text: sentence(finding.issue, state.language),
    show: showPress(finding.at, state),
    mend: finding.mends && idle
      ? { label: words.home.mend, event: { is: "act", action: { kind: "convert", findings: [finding] } } }
      : null,
    refine: finding.refines === null
      ? null
      : { label: words.home.refine, event: { is: "refine", criterion: finding.refines } },
  };
}
