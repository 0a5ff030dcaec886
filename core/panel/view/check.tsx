import { useEffect, useRef } from "preact/hooks";
import type { Dispatch } from "../event";
import type { CheckModel, CheckRow, ClipLabels } from "../model";
import { Button } from "./button";
import { Clip } from "./clip";
import { Findings } from "./finding";
import { Icon, type IconName } from "./icon";

interface CheckProps {
  readonly model: CheckModel;
  readonly clip: ClipLabels;
  readonly dispatch: Dispatch;
}

/** The reading of a table, to be looked through before anything is built. */
export function Check({ model, clip, dispatch }: CheckProps) {
  if (model.waiting !== null) {
    return (
      <div class="sb-pad sb-stack">
        <p>{model.waiting}</p>
        <Findings lines={model.findings} dispatch={dispatch} />
        <Button press={model.again} dispatch={dispatch} look="primary" wide />
      </div>
    );
  }
  return (
    <>
      <div class="sb-pad sb-stack">
        <p class="sb-strong">{model.summary}</p>
        {model.source !== null && <Button press={model.source} dispatch={dispatch} look="link" />}
        <section aria-label={model.sumsLabel} class="sb-stack">
          {model.sumsNote !== null && <p class="sb-caption">{model.sumsNote}</p>}
          {model.sums.length > 0 && (
            <Findings
              dispatch={dispatch}
              lines={model.sums.map((sum) => ({ ...sum, id: sum.text, place: "", mend: null, refine: null }))}
            />
          )}
        </section>
        <Findings lines={model.findings} dispatch={dispatch} />
        <Filters model={model} dispatch={dispatch} />
        {model.tickAll !== null && <TickAll tick={model.tickAll} dispatch={dispatch} />}
      </div>
      {model.noRows !== null && <p class="sb-quiet sb-pad">{model.noRows}</p>}
      <ul class="sb-list sb-rows-list">
        {model.rows.map((row) => <Row key={row.id} row={row} clip={clip} dispatch={dispatch} />)}
      </ul>
      <div class="sb-pad sb-more">
        <span class="sb-caption">{model.shown}</span>
        {model.more !== null && <Button press={model.more} dispatch={dispatch} look="secondary" />}
      </div>
      <footer class="sb-foot">
        <p class="sb-caption">{model.confirm.note}</p>
        <Button press={model.confirm} dispatch={dispatch} look="primary" wide />
      </footer>
    </>
  );
}

function Filters({ model, dispatch }: { readonly model: CheckModel; readonly dispatch: Dispatch }) {
  return (
    <fieldset class="sb-filters">
      <legend class="sb-hidden">{model.filterLabel}</legend>
      {model.filters.map(({ filter, label, count, on }) => (
        <label key={filter} class="sb-chip">
          <input type="radio" name="sb-filter" checked={on} onChange={() => dispatch({ is: "filter", filter })} />
          <span>{label} <b>{count}</b></span>
        </label>
      ))}
    </fieldset>
  );
}

interface TickAllProps {
  readonly tick: NonNullable<CheckModel["tickAll"]>;
  readonly dispatch: Dispatch;
}

function TickAll({ tick, dispatch }: TickAllProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = tick.on === "some";
  }, [tick.on]);
  return (
    <label class="sb-tick sb-tick-all">
      <input
        ref={box} type="checkbox" checked={tick.on === "all"}
        onChange={() => dispatch({ is: "tick", ids: tick.ids, on: tick.on !== "all" })}
      />
      <span>
        {tick.label}
        <span class="sb-caption">{tick.note}</span>
      </span>
    </label>
  );
}

const stateIcons: Readonly<Record<string, IconName>> = {
  read: "check", agreed: "check", assumed: "ask", unread: "hand",
};

interface RowProps {
  readonly row: CheckRow;
  readonly clip: ClipLabels;
  readonly dispatch: Dispatch;
}

function Row({ row, clip, dispatch }: RowProps) {
  if (row.kind === "group") {
    return (
      <li class={`sb-check-group sb-depth-${Math.min(row.depth, 2)}`}>
        <h3>{row.code} <Clip text={row.name} labels={clip} /></h3>
        <span class="sb-figure">{row.max}</span>
        <Findings lines={row.findings} dispatch={dispatch} />
      </li>
    );
  }
  const { show } = row;
  return (
    <li class={`sb-check-row sb-is-${row.state}`}>
      <div class="sb-check-head">
        <h4>{row.code} <Clip text={row.name} labels={clip} /></h4>
        <span class="sb-figure">{row.max}</span>
      </div>
      <div class="sb-check-state">
        <span class="sb-state"><Icon name={stateIcons[row.state] ?? "check"} />{row.stateText}</span>
        {show !== null && <Button press={show} dispatch={dispatch} look="link" />}
      </div>
      {row.text !== "" && row.state !== "read" && (
        <p class="sb-quote"><span class="sb-hidden">{row.textLabel}: </span><Clip text={row.text} labels={clip} /></p>
      )}
      {row.state === "read" && row.rule !== "" && (
        <details class="sb-details">
          <summary>{row.ruleLabel}: {row.rule}</summary>
          <p class="sb-quote"><Clip text={row.text} labels={clip} /></p>
        </details>
      )}
      {row.assumptions.map(({ id, text, on }) => (
        <label key={id} class="sb-tick">
          <input type="checkbox" checked={on} onChange={() => dispatch({ is: "tick", ids: [id], on: !on })} />
          <span>{text}</span>
        </label>
      ))}
      {row.note !== null && <p class="sb-caption">{row.note}</p>}
      <Findings lines={row.findings} dispatch={dispatch} />
      {row.refine !== null && (
        <Button press={row.refine} dispatch={dispatch} look={row.state === "unread" ? "secondary" : "link"} />
      )}
    </li>
  );
}
