import type { Dispatch } from "../event";
import type { ClipLabels, GroupModel, HomeModel } from "../model";
import { Button } from "./button";
import { FindingGroup } from "./finding";
import { Icon } from "./icon";
import { Section } from "./section";
import { Total } from "./total";
import { Why } from "./why";

interface HomeProps {
  readonly model: HomeModel;
  readonly clip: ClipLabels;
  readonly dispatch: Dispatch;
}

export function Home({ model, clip, dispatch }: HomeProps) {
  const { forms, progress, total, next, findings, groups, why } = model;
  return (
    <>
      {model.reading !== null && <p class="sb-quiet sb-pad">{model.reading}</p>}
      <div class="sb-top">
        {forms !== null && (
          <label class="sb-field">
            <span class="sb-label">{forms.label}</span>
            <select
              class="sb-input" value={forms.chosen}
              onChange={(event) => {
                const chosen = forms.options.find(({ value }) => value === event.currentTarget.value);
                if (chosen !== undefined) dispatch({ is: "show", at: chosen.at });
              }}
            >
              {forms.options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
            </select>
          </label>
        )}
        {progress !== null && (
          <div class="sb-progress">
            <div
              class="sb-bar" role="progressbar" aria-label={progress.label} aria-valuetext={progress.text}
              aria-valuemin={0} aria-valuemax={100} aria-valuenow={progress.percent}
            >
              <span style={{ width: `${progress.percent}%` }} />
            </div>
            <p class="sb-caption">{progress.text}</p>
          </div>
        )}
        {total !== null && <Total total={total} />}
        {next !== null && (
          <section class="sb-next" aria-label={next.label}>
            <p>{next.text}</p>
            {next.main !== null && <Button press={next.main} dispatch={dispatch} look="primary" wide />}
            {next.quiet !== null && <Button press={next.quiet} dispatch={dispatch} look="secondary" wide />}
          </section>
        )}
      </div>
      {findings !== null && (
        <section class="sb-section sb-level-2">
          <h2 class="sb-section-title">{findings.title}</h2>
          {findings.none !== null && <p class="sb-quiet sb-pad sb-good"><Icon name="check" />{findings.none}</p>}
          {findings.lists.map((list) => <FindingGroup key={list.todo} list={list} dispatch={dispatch} />)}
        </section>
      )}
      {groups !== null && (
        <Section title={groups.title} open={groups.open} part="groups" dispatch={dispatch} level={2}>
          <ul class="sb-list">{groups.rows.map((row) => <GroupRow key={row.id} row={row} dispatch={dispatch} />)}</ul>
        </Section>
      )}
      {why !== null && <Why model={why} clip={clip} dispatch={dispatch} />}
    </>
  );
}

function GroupRow({ row, dispatch }: { readonly row: GroupModel; readonly dispatch: Dispatch }) {
  const inside = (
    <span class="sb-group">
      <span class="sb-hidden">{row.spoken}</span>
      <span class="sb-group-name" aria-hidden="true">{row.name}</span>
      <span class="sb-figure" aria-hidden="true">{row.points}</span>
      {row.percent !== null && (
        <span class="sb-bar sb-thin" aria-hidden="true"><span style={{ width: `${row.percent}%` }} /></span>
      )}
    </span>
  );
  const { at } = row;
  return (
    <li>
      {at === null
        ? <div class="sb-line">{inside}</div>
        : <button type="button" class="sb-line" onClick={() => dispatch({ is: "show", at })}>{inside}</button>}
    </li>
  );
}
