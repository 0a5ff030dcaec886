import type { Dispatch } from "../event";
import type { ClipLabels, WhyModel } from "../model";
import { Button } from "./button";
import { Clip } from "./clip";
import { Findings } from "./finding";
import { Section } from "./section";

interface WhyProps {
  readonly model: WhyModel;
  readonly clip: ClipLabels;
  readonly dispatch: Dispatch;
}

/** The reckoning of the selected row: figures, rule, points, rounding, group, total, and the decision's words. */
export function Why({ model, clip, dispatch }: WhyProps) {
  const { body } = model;
  return (
    <Section title={model.title} open={model.open} part="why" dispatch={dispatch} level={2}>
      {body === null
        ? <p class="sb-quiet">{model.choose}</p>
        : (
          <div class="sb-why">
            <p class="sb-why-name">
              <span><Clip key={body.name} text={body.name} labels={clip} /></span>
              <span class="sb-figure">{body.points}</span>
            </p>
            {body.figures.length > 0 && (
              <dl class="sb-figures" aria-label={body.figuresLabel}>
                {body.figures.map((figure) => (
                  <div key={figure.label}>
                    <dt>{figure.label}</dt>
                    <dd class={figure.blank ? "sb-quiet" : undefined}>{figure.value}</dd>
                  </div>
                ))}
              </dl>
            )}
            {body.steps.length > 0 && (
              <ol class="sb-steps" aria-label={body.stepsLabel}>
                {body.steps.map((text, index) => <li key={`${index} ${text}`}>{text}</li>)}
              </ol>
            )}
            <Findings lines={body.findings} dispatch={dispatch} />
            {body.refine !== null && <Button press={body.refine} dispatch={dispatch} look="secondary" />}
            <ul class="sb-sums">{body.sums.map((text) => <li key={text}>{text}</li>)}</ul>
            {body.clause !== "" && (
              <figure class="sb-clause">
                <figcaption>{`${body.clauseLabel} ${body.decision}`.trim()}</figcaption>
                <blockquote><Clip key={body.clause} text={body.clause} labels={clip} /></blockquote>
                {body.showClause !== null && <Button press={body.showClause} dispatch={dispatch} look="link" />}
              </figure>
            )}
          </div>
        )}
    </Section>
  );
}
