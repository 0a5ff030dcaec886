import { render } from "preact";
import type { Host } from "../sheet/host";
import type { Language } from "../sheet/snapshot";
import type { PanelApp } from "../lazy-app";
import { knows, learn } from "../words/say";
import type { Door } from "./effect";
import type { PanelEvent } from "./event";
import { panelModel } from "./panel-model";
import { initialState } from "./state";
import { step } from "./step";
import { Panel } from "./view/panel";
import { runEffects } from "./world";

export interface PanelOptions {
  readonly language: Language;
  readonly app: PanelApp;
  /** Follows the browser where absent. */
  readonly theme?: "light" | "dark";
  /** What this host can do by a press; buttons stand only for these. */
  readonly doors?: Readonly<Partial<Record<Door, () => void | Promise<void>>>>;
  /** Told when a person chooses another language in the panel, so that the host can remember it. */
  readonly onLanguage?: (language: Language) => void;
  /** Calls back when another language is chosen outside the panel, until the returned function is called. */
  readonly watchLanguage?: (heard: (language: Language) => void) => () => void;
  /** The page around has a main landmark of its own; its part around `root` is to carry a name. */
  readonly nested?: boolean;
}

/** Loads the language that is not there from the start. */
const speak = async (): Promise<void> => learn("en", (await import("../words/en")).en);

/** Puts the panel into `root` and keeps it in step with the host; the page brings `panel.css`. Returns the way out. */
export function mountPanel(root: HTMLElement, host: Host, options: PanelOptions): () => void {
  const { app, doors = {}, language, nested = false, onLanguage, theme, watchLanguage } = options;
  const offered = (Object.keys(doors) as Door[]).filter((door) => doors[door] !== undefined);
  let state = initialState(language, offered, { presets: app.presets(), schemes: app.schemes() });
  const waiting: PanelEvent[] = [];
  let stepping = false;
  let drawn = true;

  const draw = (): void => {
    if (drawn) return;
    drawn = true;
    render(<Panel model={panelModel(state)} nested={nested} dispatch={dispatch} />, root);
  };
  /** Events that come up while one is being dealt with wait their turn; the screen is drawn once after all. */
  function dispatch(event: PanelEvent): void {
    if ((event.is === "language" || event.is === "spoken") && !knows(event.language)) {
      void speak().then(() => dispatch(event), () => dispatch({ is: "failed", code: "no-answer", tried: "read" }));
      return;
    }
    waiting.push(event);
    if (stepping) return;
    stepping = true;
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { state: after, effects } = step(state, next);
        state = after;
        effects.forEach(world.run);
      }
    } finally {
      stepping = false;
    }
    if (drawn) queueMicrotask(draw);
    drawn = false;
  }
  const world = runEffects({ host, app, doors, heardLanguage: (chosen) => onLanguage?.(chosen) }, dispatch);

  const unwatch = watchLanguage?.((spoken) => dispatch({ is: "spoken", language: spoken }));

  root.classList.add("sb-root");
  if (theme !== undefined) root.dataset["theme"] = theme;
  const start = (): void => dispatch({ is: "start" });
  if (knows(language)) start();
  else void speak().then(start, start);
  return () => {
    world.leave();
    unwatch?.();
    drawn = true;
    render(null, root);
    root.classList.remove("sb-root");
  };
}
