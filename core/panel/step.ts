import type { Address } from "../sheet/address";
import { defaultSettings } from "../rubric/rubric";
import type { Status, Todo, UnitName } from "./app-port";
import type { Effect } from "./effect";
import type { PanelEvent, PersonEvent, RowList } from "./event";
import { newRows, withField } from "./fields";
import { jobHeard, startJob } from "./job";
import { home, newCheck, pageRows } from "./screen";
import { draftOf } from "./settings-draft";
import { type Next, type State, lookAt, readAgain, stay } from "./state";

/** The next state and what the world is to do. Pure. */
export function step(state: State, event: PanelEvent): Next {
  const { state: next, effects } = stepped(state, event);
  if (!next.missed || next.job !== null) return stay(next, ...effects);
  const again = readAgain(next, true);
  return stay(again.state, ...effects, ...again.effects);
}

function stepped(state: State, event: PanelEvent): Next {
  switch (event.is) {
    case "edited":
      return state.job === null ? readAgain(state, true) : stay({ ...state, missed: true });
    case "selected":
      return select(state, event.at);
    case "spoken":
      return stay({ ...state, language: event.language });
    case "read":
      if (state.job !== null && event.token === state.job.token) return jobHeard(state, state.job, event);
      return event.token > state.seen ? lookAt(clearReadFailure(state), event.snapshot, event.token) : stay(state);
    case "looked":
      if (event.snapshot === state.snapshot) return stay(afterFailedWrite({ ...state, status: event.status, why: event.status.why }));
      // Only the selection has moved since: the reasons of its row come on their own.
      return stay(event.snapshot.sheets === state.snapshot?.sheets ? { ...state, status: event.status } : state);
    case "explained":
      return stay({ ...state, why: event.why });
    case "previewed":
      return state.screen.at === "check"
        ? stay({ ...state, screen: { ...state.screen, preview: event.preview } })
        : stay(state);
    case "refined":
      return state.screen.at === "refine" && state.screen.criterion === event.refinement.criterion.id
        ? stay({ ...withoutRefusal(state), screen: { ...state.screen, refinement: event.refinement } })
        : stay(state);
    case "unrefined":
      return state.screen.at === "refine" && state.screen.criterion === event.criterion
        ? stay({ ...state, failure: { kind: "refused", findings: [event.finding] } })
        : stay(state);
    case "failed":
      if (!("token" in event)) {
        return stay({ ...state, failure: { kind: "host", code: event.code, retry: event.tried } });
      }
      if (state.job !== null && event.token === state.job.token) return jobHeard(state, state.job, event);
      if (event.token !== state.awaited) return stay(state);
      // Who types on after an edit is not interrupted: the next read finds it all.
      if (event.code === "edit-mode" && !state.asked) return readAgain(state, true);
      return stay({ ...state, awaited: null, failure: { kind: "host", code: event.code, retry: "read" } });
    case "went-on":
    case "acted":
    case "proved":
    case "checked":
    case "written":
      return state.job !== null && event.token === state.job.token ? jobHeard(state, state.job, event) : stay(state);
    default:
      return readAfterAll(state, asked(state, event));
  }
}

/** Whoever puts a failed first reading out of sight waits for another one: there is nothing else to be seen. */
function readAfterAll(before: State, next: Next): Next {
  const { status, failure, awaited, job } = next.state;
  if (status !== null || failure !== null || awaited !== null || job !== null) return next;
  if (before.failure?.kind !== "host" || before.failure.retry !== "read") return next;
  const again = readAgain(next.state);
  return stay(again.state, ...next.effects, ...again.effects);
}

/** Where our own write was begun and failed, only going on with it is of use: that is offered at home. */
function afterFailedWrite(state: State): State {
  if (!state.unsure || state.awaited !== null || state.job !== null) return state;
  return { ...state, unsure: false, screen: state.status?.stage === "unfinished" ? home : state.screen };
}

function clearReadFailure(state: State): State {
  return state.failure?.kind === "host" && state.failure.retry === "read" ? { ...state, failure: null } : state;
}

function withoutRefusal(state: State): State {
  return state.failure?.kind === "refused" ? { ...state, failure: null } : state;
}

/**
 * Another row has other reasons; on another sheet another form may be in hand. Who moves on has read what was done; what
 * moves while the workbook is still being read was moved by us.
 */
function select(state: State, at: Address): Next {
  if (state.snapshot === null) return stay(state);
  const { selection } = state.snapshot;
  const snapshot = { ...state.snapshot, selection: at };
  const moved = selection?.sheet !== at.sheet || selection.row !== at.row;
  const notice = moved && state.awaited === null && state.job === null ? null : state.notice;
  const effect: Effect = selection?.sheet === at.sheet ? { do: "why", snapshot, at } : { do: "look", snapshot };
  return stay({ ...state, snapshot, notice }, effect);
}

function show(state: State, at: Address): Next {
  const { state: next, effects } = select(state, at);
  return stay({ ...next, notice: null, led: at }, { do: "show", at }, ...effects);
}

function asked(state: State, event: PersonEvent): Next {
  const { screen } = state;
  switch (event.is) {
    case "start":
      return readAgain(state);
    case "go":
      return go({ ...state, notice: null, failure: null }, event.to);
    case "close":
      return close({ ...state, failure: null });
    case "language":
      return stay({ ...state, language: event.language }, { do: "language", language: event.language });
    case "show":
      return show(event.closes === true ? { ...state, screen: home } : state, event.at);
    case "door":
      return stay({ ...state, failure: null }, { do: "door", door: event.door });
    case "act":
      return state.job === null ? startJob(state, event.action, false) : stay(state);
    case "stop":
      return stop(state);
    case "dismiss":
      return stay({ ...state, failure: null, notice: null });
    case "retry":
      return retry(state);
    case "fold": {
      const folded = state.folded.filter((part) => part !== event.part);
      return stay({ ...state, folded: event.open ? folded : [...folded, event.part] });
    }
    case "more":
      return more(state, event.part);
    case "tick": {
      if (screen.at !== "check") return stay(state);
      const named = new Set(event.ids);
      const others = screen.ticks.filter((id) => !named.has(id));
      return stay({ ...state, screen: { ...screen, ticks: event.on ? [...others, ...event.ids] : others } });
    }
    case "filter":
      return screen.at === "check"
        ? stay({ ...state, screen: { ...screen, filter: event.filter, shown: pageRows.check } })
        : stay(state);
    case "refine": {
      if (state.snapshot === null) return stay(state);
      const { criterion } = event;
      const from = screen.at === "check" ? screen : home;
      return stay(
        { ...state, notice: null, screen: { at: "refine", criterion, draft: null, refinement: null, from } },
        { do: "refine", snapshot: state.snapshot, criterion, draft: null },
      );
    }
    case "type":
      return drafted(state, (draft) => withField(draft, event.field, event.value));
    case "add-row":
      return rowAdded(state, event.list);
    case "remove-row":
      return drafted(state, (draft) => rowsOf(draft, event.list, (rows) => rows.filter((_, at) => at !== event.index)));
    case "scheme": {
      const scheme = state.catalog.schemes.find(({ id }) => id === event.id);
      if (screen.at !== "settings" || scheme === undefined) return stay(state);
      const { bands } = draftOf({ ...defaultSettings, ...scheme }, decimalMark(state.language));
      return stay({ ...state, screen: { ...screen, draft: { ...screen.draft, bands, bandUnit: scheme.bandUnit } } });
    }
    case "pick": {
      if (screen.at !== "build") return stay(state);
      const codes = event.units.map(({ code }) => code);
      const others = screen.choice.units.filter(({ code }) => !codes.includes(code));
      const units = event.on ? [...others, ...event.units] : others;
      return stay({ ...state, screen: { ...screen, choice: { ...screen.choice, units }, report: null } });
    }
    case "build":
      if (screen.at !== "build" || state.job !== null) return stay(state);
      return startJob(state, { kind: "build", choice: screen.choice }, screen.report !== null);
  }
}

const decimalMark = (language: State["language"]): "," | "." => (language === "vi" ? "," : ".");

/** Changes what is being typed on the open screen, and has it worked out again. */
function drafted(state: State, change: <T>(draft: T) => T): Next {
  const { screen, snapshot } = state;
  switch (screen.at) {
    case "settings":
      return stay({ ...state, screen: { ...screen, draft: change(screen.draft) } });
    case "build":
      return stay({ ...state, screen: { ...screen, choice: change(screen.choice), report: null } });
    case "refine": {
      const before = screen.draft ?? screen.refinement?.draft;
      if (before === undefined || snapshot === null) return stay(state);
      const draft = change(before);
      return stay(
        { ...state, screen: { ...screen, draft } },
        { do: "refine", snapshot, criterion: screen.criterion, draft },
      );
    }
    default:
      return stay(state);
  }
}

/** A copy of a draft with the rows of one of its lists changed; a draft without that list stays as it is. */
function rowsOf<T>(draft: T, list: RowList, change: (rows: readonly unknown[]) => readonly unknown[]): T {
  const rows = (draft as Partial<Record<RowList, readonly unknown[]>>)[list];
  return rows === undefined ? draft : { ...draft, [list]: change(rows) };
}

function rowAdded(state: State, list: RowList): Next {
  const row = newRows[state.screen.at === "settings" ? "settings.bands" : list];
  return drafted(state, (draft) => rowsOf(draft, list, (rows) => [...rows, row]));
}

function go(state: State, to: Extract<PersonEvent, { is: "go" }>["to"]): Next {
  const { status } = state;
  switch (to) {
    case "check":
      return readAgain({ ...state, screen: newCheck });
    case "build": {
      const choice = { units: unitsToBuild(status), year: status?.year ?? "" };
      return stay({ ...state, screen: { at: "build", choice, report: null, shown: pageRows.unit } });
    }
    case "settings": {
      const draft = draftOf(status?.settings ?? null, decimalMark(state.language));
      return stay({ ...state, screen: { at: "settings", draft } });
    }
    default:
      return stay({ ...state, screen: { at: to } });
  }
}

/** The units without a form yet; where all have one, the unit in hand; without a list, a name to type. */
function unitsToBuild(status: Status | null): readonly UnitName[] {
  if (status === null || status.units === null) return [status?.unit ?? { code: "", name: "" }];
  const missing = status.units.list.filter(({ hasForm }) => hasForm !== true);
  const inHand = status.units.list.filter(({ code }) => code === status.unit?.code);
  return missing.length > 0 ? missing : inHand;
}

function close(state: State): Next {
  const { screen } = state;
  if (screen.at === "refine" && screen.from.at === "check") {
    const { from } = screen;
    return state.snapshot === null
      ? stay({ ...state, screen: from })
      : stay({ ...state, screen: from }, { do: "preview", snapshot: state.snapshot, ticks: from.ticks });
  }
  return stay({ ...state, screen: home });
}

function stop(state: State): Next {
  const { job } = state;
  if (job === null || job.phase === "write") return stay(state);
  return stay({ ...state, job: null, notice: { done: "stopped", count: 0, findings: [] } }, { do: "stop", token: job.token });
}

function retry(state: State): Next {
  const { failure } = state;
  const calm = { ...state, failure: null };
  if (failure === null || failure.kind === "refused") return stay(calm);
  if (failure.kind === "stale") return startJob(calm, failure.retry, false);
  if (failure.retry === "read") return readAgain(calm);
  if (typeof failure.retry === "string") return stay(calm, { do: "door", door: failure.retry });
  return "kind" in failure.retry ? startJob(calm, failure.retry, false) : show(calm, failure.retry);
}

function more(state: State, part: Todo | "check" | "units"): Next {
  const { screen } = state;
  if (part === "check") {
    return screen.at === "check"
      ? stay({ ...state, screen: { ...screen, shown: screen.shown + pageRows.check } })
      : stay(state);
  }
  if (part === "units") {
    return screen.at === "build"
      ? stay({ ...state, screen: { ...screen, shown: screen.shown + pageRows.unit } })
      : stay(state);
  }
  const shown = state.shown[part] ?? pageRows.finding;
  return stay({ ...state, shown: { ...state.shown, [part]: shown + pageRows.findingMore } });
}
