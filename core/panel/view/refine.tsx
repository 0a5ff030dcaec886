import type { Dispatch } from "../event";
import type { ClipLabels, RefineModel } from "../model";
import { Button } from "./button";
import { Clip } from "./clip";
import { FormParts } from "./form-part";

interface RefineProps {
  readonly model: RefineModel;
  readonly clip: ClipLabels;
  readonly dispatch: Dispatch;
}

/** The guided editor of a rule: a kind, its blanks, and live the sentence and the points it gives. */
export function Refine({ model, clip, dispatch }: RefineProps) {
  const { body } = model;
  if (body === null) return <p class="sb-pad sb-quiet">{model.waiting}</p>;
  return (
    <>
      <div class="sb-pad sb-stack">
        <p class="sb-strong"><Clip text={body.criterion} labels={clip} /> <span class="sb-caption">{body.max}</span></p>
        <figure class="sb-clause">
          <figcaption>{body.textLabel}</figcaption>
          <blockquote><Clip text={body.text} labels={clip} /></blockquote>
          {body.show !== null && <Button press={body.show} dispatch={dispatch} look="link" />}
        </figure>
        <FormParts parts={body.parts} dispatch={dispatch} />
        <section class="sb-card sb-stack">
          <h3 class="sb-subtitle">{body.resultLabel}</h3>
          <p class={body.result === "" ? "sb-quiet" : "sb-cell-text"} role="status">{body.result || body.missing}</p>
          {body.problems.map((text) => <p key={text} class="sb-problem">{text}</p>)}
          {body.samples !== null && (
            <table class="sb-samples">
              <caption>{body.samples.label}</caption>
              <thead>
                <tr><th scope="col">{body.samples.answer}</th><th scope="col">{body.samples.points}</th></tr>
              </thead>
              <tbody>
                {body.samples.rows.map(([answer, points], index) => (
                  <tr key={index}><td>{answer}</td><td>{points}</td></tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      </div>
      <footer class="sb-foot"><Button press={body.main} dispatch={dispatch} look="primary" wide /></footer>
    </>
  );
}
