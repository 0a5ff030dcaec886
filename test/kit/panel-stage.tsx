import "../../core/words/both";
import { render } from "preact";
import type { Effect } from "../../core/panel/effect";
import { panelModel } from "../../core/panel/panel-model";
import type { PanelEvent } from "../../core/panel/event";
import { step } from "../../core/panel/step";
import { Panel } from "../../core/panel/view/panel";
import type { Language, Snapshot } from "../../core/sheet/snapshot";
import { snapshot, states } from "./panel-states";
import "../../core/panel/panel.css";

export interface Stage {
  readonly names: readonly string[];
  readonly snapshot: Snapshot;
  /** What the world would report. */
  tell(event: PanelEvent): void;
  show(name: string, language: Language, theme: "light" | "dark"): void;
  /** What the panel asked of the world since the last `show`. */
  effects: Effect[];
}

const root = document.getElementById("panel")!;
root.classList.add("sb-root");

let shown = 0;
const stage: Stage = {
  names: Object.keys(states),
  snapshot,
  effects: [],
  tell: () => undefined,
  show(name, language, theme) {
    let state = states[name]!(language);
    stage.effects = [];
    shown += 1;
    const turn = shown;
    root.dataset["theme"] = theme;
    document.documentElement.lang = language;
    const draw = () => render(<Panel key={turn} model={panelModel(state)} nested={false} dispatch={dispatch} />, root);
    function dispatch(event: PanelEvent) {
      const next = step(state, event);
      state = next.state;
      stage.effects.push(...next.effects);
      draw();
    }
    stage.tell = dispatch;
    draw();
  },
};
Object.assign(window, { stage });
