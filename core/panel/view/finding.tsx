import type { Dispatch } from "../event";
import type { FindingLine, FindingList } from "../model";
import { Button } from "./button";
import { Icon } from "./icon";
import { Section } from "./section";

/** A problem: the row goes to its cell; what can be mended here stands under it. */
export function Finding({ line, dispatch }: { readonly line: FindingLine; readonly dispatch: Dispatch }) {
  const { show, mend, refine } = line;
  const words = (
    <span class="sb-finding-words">
      {line.place !== "" && <span class="sb-place">{line.place}</span>}
      <span>{line.text}</span>
    </span>
  );
  return (
    <li class="sb-finding">
      {show === null
        ? <div class="sb-line">{words}</div>
        : (
          <button type="button" class="sb-line" title={show.label} onClick={() => dispatch(show.event)}>
            {words}
            <Icon name="right" />
          </button>
        )}
      {(mend !== null || refine !== null) && (
        <div class="sb-line-presses">
          {mend !== null && <Button press={mend} dispatch={dispatch} look="secondary" />}
          {refine !== null && <Button press={refine} dispatch={dispatch} look="secondary" />}
        </div>
      )}
    </li>
  );
}

export function Findings({ lines, dispatch }: { readonly lines: readonly FindingLine[]; readonly dispatch: Dispatch }) {
  if (lines.length === 0) return null;
  return <ul class="sb-list">{lines.map((line) => <Finding key={line.id} line={line} dispatch={dispatch} />)}</ul>;
}

export function FindingGroup({ list, dispatch }: { readonly list: FindingList; readonly dispatch: Dispatch }) {
  return (
    <Section title={list.title} count={list.count} open={list.open} part={list.todo} dispatch={dispatch} level={3}>
      {list.mendAll !== null && <Button press={list.mendAll} dispatch={dispatch} look="secondary" wide />}
      <Findings lines={list.lines} dispatch={dispatch} />
      {list.more !== null && <Button press={list.more} dispatch={dispatch} look="link" />}
    </Section>
  );
}
