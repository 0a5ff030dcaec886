import type { Dispatch } from "../event";
import type { ProofModel } from "../model";
import { Button } from "./button";
import { Findings } from "./finding";
import { Icon } from "./icon";

export function ProofView({ model, dispatch }: { readonly model: ProofModel; readonly dispatch: Dispatch }) {
  const { good, summary, notes, groups, more, main, back } = model;
  return (
    <>
      <div class="sb-pad sb-stack">
        <p class={good ? "sb-subtitle sb-good" : "sb-subtitle"} role="status">
          {good && <Icon name="check" />}
          {summary}
        </p>
        {notes.map((note) => <p key={note} class="sb-quiet">{note}</p>)}
      </div>
      {groups.map(({ heading, effect, lines, more: rest }) => (
        <section key={`${heading} ${lines[0]?.id}`} class="sb-section">
          <h3 class="sb-pad sb-subtitle">{heading}</h3>
          {effect !== null && <p class="sb-pad">{effect}</p>}
          <Findings lines={lines} dispatch={dispatch} />
          {rest !== null && <p class="sb-pad sb-caption">{rest}</p>}
        </section>
      ))}
      {more !== null && <p class="sb-pad sb-caption">{more}</p>}
      <footer class="sb-foot">
        {back !== null && <Button press={back} dispatch={dispatch} look="secondary" wide />}
        <Button press={main} dispatch={dispatch} look="primary" wide />
      </footer>
    </>
  );
}
