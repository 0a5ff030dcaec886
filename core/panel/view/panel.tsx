import { useRef } from "preact/hooks";
import type { Dispatch } from "../event";
import type { FailureModel, JobModel, PanelModel, ScreenModel } from "../model";
import { Build, Built } from "./build";
import { Button, IconButton } from "./button";
import { Check } from "./check";
import { Findings } from "./finding";
import { useFocus } from "./focus";
import { FormParts } from "./form-part";
import { Home } from "./home";
import { Icon } from "./icon";
import { Menu } from "./menu";
import { ProofView } from "./proof";
import { Refine } from "./refine";

interface PanelProps {
  readonly model: PanelModel;
  readonly dispatch: Dispatch;
}

export function Panel({ model, nested, dispatch }: PanelProps & { readonly nested: boolean }) {
  const { heading, screen } = model;
  const Body = nested ? "div" : "main";
  const box = useRef<HTMLDivElement>(null);
  useFocus(box, screen.at);
  return (
    <div
      ref={box} class="sb-panel" lang={model.language}
      onKeyDown={(event) => {
        if (event.key === "Escape" && screen.at !== "home") dispatch({ is: "close" });
        // Past a long list to what the screen is for.
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          box.current?.querySelector<HTMLButtonElement>(".sb-foot .sb-primary, .sb-next .sb-primary")?.click();
        }
      }}
    >
      <header class="sb-head">
        <h1 tabIndex={-1}>
          <span class="sb-unit">{heading.name}</span>
          {heading.detail !== "" && <span class="sb-year">{heading.detail}</span>}
        </h1>
        <Menu model={model.menu} dispatch={dispatch} />
      </header>
      <Body class="sb-body">
        {model.job !== null && <Job job={model.job} dispatch={dispatch} />}
        <p class="sb-hidden" role="status">{model.job?.what ?? ""}</p>
        <div role="status">
          {model.notice !== null && (
            <div class="sb-message">
              <Icon name="check" />
              <div class="sb-stack">
                <p>{model.notice.text}</p>
                <Findings lines={model.notice.lines} dispatch={dispatch} />
                {model.notice.back !== null && <Button press={model.notice.back} dispatch={dispatch} look="link" />}
              </div>
              <IconButton press={model.notice.hide} dispatch={dispatch} icon="close" />
            </div>
          )}
        </div>
        <div role="alert">{model.failure !== null && <Failure failure={model.failure} dispatch={dispatch} />}</div>
        {"title" in screen && (
          <div class="sb-bar-title">
            <IconButton press={screen.close} dispatch={dispatch} icon="back" />
            <h2 tabIndex={-1}>{screen.title}</h2>
          </div>
        )}
        <Screen screen={screen} model={model} dispatch={dispatch} />
      </Body>
    </div>
  );
}

function Screen({ screen, model, dispatch }: PanelProps & { readonly screen: ScreenModel }) {
  const { clip } = model;
  switch (screen.at) {
    case "home":
      return <Home model={screen} clip={clip} dispatch={dispatch} />;
    case "check":
      return <Check model={screen} clip={clip} dispatch={dispatch} />;
    case "build":
      return <Build model={screen} dispatch={dispatch} />;
    case "built":
      return <Built model={screen} dispatch={dispatch} />;
    case "refine":
      return <Refine model={screen} clip={clip} dispatch={dispatch} />;
    case "proof":
    case "repair":
      return <ProofView model={screen} dispatch={dispatch} />;
    case "settings":
      return (
        <>
          <div class="sb-pad sb-stack"><FormParts parts={screen.parts} dispatch={dispatch} /></div>
          <footer class="sb-foot"><Button press={screen.main} dispatch={dispatch} look="primary" wide /></footer>
        </>
      );
    case "presets":
      return (
        <div class="sb-pad sb-stack">
          <p class="sb-quiet">{screen.intro}</p>
          {screen.rows.map((row) => (
            <section key={row.title} class="sb-card sb-stack">
              <h3 class="sb-subtitle">{row.title}</h3>
              <p class="sb-caption">{row.line}</p>
              <Button press={row.use} dispatch={dispatch} look="secondary" />
            </section>
          ))}
        </div>
      );
    case "about":
      return (
        <div class="sb-pad sb-stack">
          {screen.lines.map((text) => <p key={text}>{text}</p>)}
          {screen.privacy !== null && <Button press={screen.privacy} dispatch={dispatch} look="secondary" />}
        </div>
      );
  }
}

function Job({ job, dispatch }: { readonly job: JobModel; readonly dispatch: Dispatch }) {
  const { progress } = job;
  return (
    <div class="sb-message sb-job">
      <div class="sb-job-words">
        <p>{job.text}</p>
        {progress !== null && (
          <div
            class="sb-bar sb-thin" role="progressbar" aria-label={job.text} aria-valuemin={0}
            aria-valuemax={progress.of} aria-valuenow={progress.done}
          >
            <span style={{ width: `${progress.of === 0 ? 0 : (progress.done / progress.of) * 100}%` }} />
          </div>
        )}
      </div>
      {job.stop !== null && <Button press={job.stop} dispatch={dispatch} look="secondary" />}
    </div>
  );
}

function Failure({ failure, dispatch }: { readonly failure: FailureModel; readonly dispatch: Dispatch }) {
  return (
    <div class="sb-message sb-failure">
      <Icon name="alert" />
      <div class="sb-stack">
        <p>{failure.text}</p>
        <Findings lines={failure.lines} dispatch={dispatch} />
        {failure.retry !== null && <Button press={failure.retry} dispatch={dispatch} look="secondary" />}
      </div>
      <IconButton press={failure.hide} dispatch={dispatch} icon="close" />
    </div>
  );
}
