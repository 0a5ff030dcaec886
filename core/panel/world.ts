import type { Language, Snapshot } from "../sheet/snapshot";
import { type Guards, type Host, HostError } from "../sheet/host";
import type { Eventually, PanelApp } from "../lazy-app";
import type { BuildReport, Checked, Outcome, Proven, Run } from "./app-port";
import type { Action, Door, Effect, Tried } from "./effect";
import type { WorldEvent } from "./event";

/** What the panel stands in. Only here is anything waited for. */
export interface World {
  readonly host: Host;
  readonly app: PanelApp;
  readonly doors: Readonly<Partial<Record<Door, () => void | Promise<void>>>>;
  readonly heardLanguage: (language: Language) => void;
}

/** Milliseconds that edits have to pause before the workbook is read, and that a piece of work may take. */
const pause = 60;
const slice = 24;

const later = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Runs effects and reports what came of them, until it is left. */
export function runEffects(
  world: World, report: (event: WorldEvent) => void,
): { run(effect: Effect): void; leave(): void } {
  const { host, app } = world;
  const stopped = new Set<number>();
  let left = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let asked: number | null = null;

  const tell = (event: WorldEvent): void => {
    if (!left) report(event);
  };
  const codeOf = (error: unknown): HostError["code"] => {
    if (error instanceof HostError) return error.code;
    if (typeof reportError === "function") reportError(error);
    return "unknown";
  };
  const read = async (token: number): Promise<void> => {
    try {
      tell({ is: "read", token, snapshot: await host.read() });
    } catch (error) {
      tell({ is: "failed", code: codeOf(error), token });
    }
  };
  /** One read at a time; what was asked meanwhile is read once, afterwards. */
  const readSoon = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    while (asked !== null && !left) {
      const token = asked;
      asked = null;
      await read(token);
    }
    reading = false;
  };
  /** All of a run's pieces, with breaths between them; null where it was stopped. */
  const whole = async <T extends object>(token: number, run: Run<T>): Promise<T | null> => {
    if (!("next" in run)) return run;
    let began = performance.now();
    for (;;) {
      if (stopped.has(token) || left) return null;
      const piece = run.next();
      if (piece.done === true) return piece.value;
      if (performance.now() - began < slice) continue;
      tell({ is: "went-on", token, progress: piece.value });
      await later(0);
      began = performance.now();
    }
  };
  /** What the host tells of the guards of our sheets. */
  const inspected = async (token: number, snapshot: Snapshot): Promise<readonly (Guards | null)[] | "stopped"> => {
    const asks = await whole(token, await app.asks(snapshot));
    return asks === null ? "stopped" : host.inspect(asks);
  };
  const work = async (token: number, snapshot: Snapshot, action: Action): Promise<void> => {
    // A breath, so that the line that says what is being done is seen before the work begins.
    await later(0);
    try {
      const guards = action.kind === "check" || action.kind === "repair" ? await inspected(token, snapshot) : null;
      if (guards === "stopped") return;
      const result = await whole(token, await actOf(app, snapshot, action, guards));
      if (result === null) return;
      if ("told" in result) return tell({ is: "proved", token, told: result.told });
      if (!("patch" in result)) return tell({ is: "checked", token, checked: result.checked });
      tell({ is: "acted", token, outcome: result, report: result.report ?? null, ...(result.checked === undefined ? {} : { checked: result.checked }) });
    } catch (error) {
      tell({ is: "failed", code: codeOf(error), token });
    }
  };
  const wait = (tried: Tried, done: () => void | Promise<void>): void => {
    Promise.resolve()
      .then(done)
      .catch((error: unknown) => tell({ is: "failed", code: codeOf(error), tried }));
  };
  /** Told at once where the answer is there at once. */
  const answer = <T>(asked: () => Eventually<T>, event: (answer: T) => WorldEvent): void => {
    const failed = (error: unknown): void => tell({ is: "failed", code: codeOf(error), tried: "read" });
    try {
      const given = asked();
      if (given instanceof Promise) given.then((found) => tell(event(found))).catch(failed);
      else tell(event(given));
    } catch (error) {
      failed(error);
    }
  };

  const run = (effect: Effect): void => {
    switch (effect.do) {
      case "read":
        if (!effect.soon) return void read(effect.token);
        clearTimeout(timer);
        asked = effect.token;
        timer = setTimeout(() => void readSoon(), pause);
        return;
      case "look": {
        const { snapshot } = effect;
        return answer(() => app.look(snapshot), (status) => ({ is: "looked", snapshot, status }));
      }
      case "why": {
        const { snapshot, at } = effect;
        return answer(() => app.whyAt(snapshot, at), (why) => ({ is: "explained", at, why }));
      }
      case "preview":
        return answer(
          () => app.readTable(effect.snapshot, new Set(effect.ticks)), (preview) => ({ is: "previewed", preview }),
        );
      case "refine": {
        const { snapshot, criterion, draft } = effect;
        return answer(() => app.refine(snapshot, criterion, draft), (found) =>
          "issue" in found ? { is: "unrefined", criterion, finding: found } : { is: "refined", refinement: found });
      }
      case "act":
        return void work(effect.token, effect.snapshot, effect.action);
      case "stop":
        stopped.add(effect.token);
        return;
      case "write": {
        const { token, patch } = effect;
        host.write(patch).then(
          (result) => tell({ is: "written", token, result }),
          (error: unknown) => tell({ is: "failed", code: codeOf(error), token }),
        );
        return;
      }
      case "show":
        return wait(effect.at, () => host.show(effect.at));
      case "door":
        return wait(effect.door, () => world.doors[effect.door]?.());
      case "language":
        return world.heardLanguage(effect.language);
    }
  };
  const unwatch = host.watch((change) =>
    tell(change.kind === "edit" ? { is: "edited" } : { is: "selected", at: change.at }),
  );
  return {
    run,
    leave: () => {
      left = true;
      clearTimeout(timer);
      unwatch();
    },
  };
}

type Worked = Eventually<Run<(Outcome & { readonly report?: BuildReport } & Partial<Checked>) | Proven | Checked>>;

/** The page of calls that an action is. */
function actOf(app: PanelApp, snapshot: Snapshot, action: Action, guards: readonly (Guards | null)[] | null): Worked {
  switch (action.kind) {
    case "confirm": {
      const read = app.readTable(snapshot, new Set(action.ticks));
      return read instanceof Promise ? read.then((preview) => app.confirm(snapshot, preview)) : app.confirm(snapshot, read);
    }
    case "build":
      return app.build(snapshot, action.choice);
    case "units":
      return app.listUnits(snapshot);
    case "rank":
      return app.rank(snapshot);
    case "prove":
      return app.prove(snapshot);
    case "check":
      return app.check(snapshot, guards);
    case "repair":
      return app.repair(snapshot, guards);
    case "rule":
      return app.applyRule(snapshot, action.criterion, action.draft);
    case "convert":
      return app.convert(snapshot, action.findings);
    case "settings":
      return app.settings(snapshot, action.settings);
    case "back":
      return app.takeBack(snapshot);
    case "resume":
      return app.resume(snapshot);
    case "preset":
      return app.preset(snapshot, action.id);
  }
}
