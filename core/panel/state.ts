import type { Address } from "../sheet/address";
import type { Language, Snapshot } from "../sheet/snapshot";
import type { BandScheme, BuildReport, Checked, Finding, PresetName, Progress, Status, Todo, Why } from "./app-port";
import type { Action, Door, Effect, Failure, Written } from "./effect";
import { type Screen, home } from "./screen";

/** Something being read, worked out and written for the person. Refused as stale, it starts over once. */
export interface Job {
  readonly action: Action;
  readonly phase: "read" | "act" | "write";
  readonly token: number;
  readonly attempt: 1 | 2;
  readonly progress: Progress | null;
  /** The report of a rebuild was agreed to. */
  readonly agreed: boolean;
  readonly report: BuildReport | null;
  /** What a repair says of itself. */
  readonly checked?: Checked["checked"] | null;
  /** What came of working it out. */
  readonly findings: readonly Finding[];
}

/** What was done, said once and quietly. */
export interface Notice {
  readonly done: Written["kind"] | "stopped";
  readonly count: number;
  /** A repair was taken back, of which some stays. */
  readonly ofRepair?: boolean;
  /** What to know about it, beyond what was done. */
  readonly findings: readonly Finding[];
}

/** What the product brings along: presets of rubrics, known band schemes. */
export interface Catalog {
  readonly presets: readonly PresetName[];
  readonly schemes: readonly BandScheme[];
}

export interface State {
  readonly language: Language;
  readonly catalog: Catalog;
  /** What this host offers besides the sheet's own commands. */
  readonly doors: readonly Door[];
  /** Null until the first read. */
  readonly snapshot: Snapshot | null;
  readonly status: Status | null;
  readonly why: Why | null;
  readonly screen: Screen;
  readonly job: Job | null;
  readonly failure: Failure | null;
  readonly notice: Notice | null;
  /** The last token given out, that of the read last used, and that of the read still awaited. */
  readonly token: number;
  readonly seen: number;
  readonly awaited: number | null;
  /** A person asked for that read; otherwise only an edit did. */
  readonly asked: boolean;
  /** The workbook was edited while a job was under way. */
  readonly missed: boolean;
  /** A write of ours failed, and what it left was not looked at yet. */
  readonly unsure: boolean;
  /** The cell that the last press led to. */
  readonly led: Address | null;
  readonly folded: readonly string[];
  readonly shown: Readonly<Partial<Record<Todo, number>>>;
}

export interface Next {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export function initialState(language: Language, doors: readonly Door[], catalog: Catalog): State {
  return {
    language, catalog, doors, snapshot: null, status: null, why: null, screen: home, job: null, failure: null,
    notice: null,
    token: 0, seen: 0, awaited: null, asked: false, missed: false, unsure: false, led: null, folded: [], shown: {},
  };
}

export const stay = (state: State, ...effects: Effect[]): Next => ({ state, effects });

/** Asks for the workbook anew. */
export function readAgain(state: State, soon = false): Next {
  const token = state.token + 1;
  const asked = !soon || (state.awaited !== null && state.asked);
  return stay({ ...state, token, awaited: token, asked, missed: false }, { do: "read", token, soon });
}

/** What a fresh snapshot is looked at for: always the status, and what the open screen shows. */
export function lookAt(state: State, snapshot: Snapshot, token: number): Next {
  const effects: Effect[] = [{ do: "look", snapshot }];
  const { screen } = state;
  if (screen.at === "check") effects.push({ do: "preview", snapshot, ticks: screen.ticks });
  if (screen.at === "refine") {
    effects.push({ do: "refine", snapshot, criterion: screen.criterion, draft: screen.draft });
  }
  const awaited = token === state.awaited ? null : state.awaited;
  return stay({ ...state, snapshot, seen: token, awaited }, ...effects);
}
