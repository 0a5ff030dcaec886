import { useEffect, useRef, useState } from "preact/hooks";
import type { Dispatch } from "../event";
import type { BuildModel, BuiltModel, ReportModel } from "../model";
import { Button } from "./button";
import { FormParts } from "./form-part";
import { Icon } from "./icon";

export function Build({ model, dispatch }: { readonly model: BuildModel; readonly dispatch: Dispatch }) {
  const { report, units, problem } = model;
  const [asked, setAsked] = useState(false);
  return (
    <>
      <form
        class="sb-pad sb-stack" aria-label={model.title} onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          // The press stands below the form, which a browser therefore does not send by itself.
          if (event.key === "Enter" && problem !== null) setAsked(true);
          const typed = event.target instanceof HTMLInputElement && event.target.type === "text";
          if (event.key !== "Enter" || event.ctrlKey || !typed) return;
          event.preventDefault();
          if (!model.main.off) dispatch(model.main.event);
        }}
      >
        <p class="sb-quiet">{model.intro}</p>
        <FormParts parts={model.parts} dispatch={dispatch} />
        {units !== null && <Units units={units} dispatch={dispatch} />}
        {report !== null && (
          <section class="sb-stack sb-card">
            <h3 class="sb-subtitle">{report.title}</h3>
            <Report report={report} dispatch={dispatch} />
          </section>
        )}
      </form>
      <footer class="sb-foot">
        {problem !== null && <p key={String(asked)} class={asked ? "sb-problem" : "sb-caption"} role={asked ? "alert" : undefined}>{problem}</p>}
        <Button press={model.main} dispatch={dispatch} look="primary" wide />
      </footer>
    </>
  );
}

function Units({ units, dispatch }: { readonly units: NonNullable<BuildModel["units"]>; readonly dispatch: Dispatch }) {
  const all = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (all.current !== null) all.current.indeterminate = units.all.on === "some";
  }, [units.all.on]);
  return (
    <fieldset class="sb-field">
      <legend class="sb-label">{units.label}</legend>
      <label class="sb-tick sb-tick-all">
        <input ref={all} type="checkbox" checked={units.all.on === "all"} onChange={() => dispatch(units.all.event)} />
        <span>{units.all.label}</span>
      </label>
      {units.rows.map((row) => (
        <label key={row.code} class="sb-tick">
          <input type="checkbox" checked={row.on} onChange={() => dispatch(row.event)} />
          <span>{row.name}{row.note !== "" && <span class="sb-caption"> {row.note}</span>}</span>
        </label>
      ))}
      {units.more !== null && <Button press={units.more} dispatch={dispatch} look="link" />}
    </fieldset>
  );
}

function Report({ report, dispatch }: { readonly report: ReportModel; readonly dispatch: Dispatch }) {
  return (
    <>
      {report.summary.map((text) => <p key={text}>{text}</p>)}
      {report.lists.map((list) => (
        <details key={list.id} class="sb-details">
          <summary>{list.title}</summary>
          {list.note !== null && <p class="sb-caption">{list.note}</p>}
          <ul class="sb-list">
            {list.lines.map(({ text, detail, at }) => {
              const words = (
                <span class="sb-finding-words">
                  <span>{text}</span>
                  {detail !== "" && <span class="sb-place">{detail}</span>}
                </span>
              );
              return (
                <li key={`${text} ${detail}`}>
                  {at === null
                    ? <div class="sb-line">{words}</div>
                    : (
                      <button type="button" class="sb-line" onClick={() => dispatch({ is: "show", at })}>
                        {words}<Icon name="right" />
                      </button>
                    )}
                </li>
              );
            })}
          </ul>
        </details>
      ))}
    </>
  );
}

export function Built({ model, dispatch }: { readonly model: BuiltModel; readonly dispatch: Dispatch }) {
  return (
    <div class="sb-pad sb-stack">
      <Report report={model.report} dispatch={dispatch} />
      {model.main !== null && <Button press={model.main} dispatch={dispatch} look="primary" wide />}
      {model.back !== null && <Button press={model.back} dispatch={dispatch} look="secondary" wide />}
    </div>
  );
}
