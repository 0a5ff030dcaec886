import type { Language } from "../sheet/snapshot";
import type { Address } from "../sheet/address";
import type { Todo } from "./app-port";
import type { PersonEvent } from "./event";
import type {
  AboutModel, BuildModel, BuiltModel, CheckModel, PresetsModel, ProofModel, RefineModel, SettingsModel,
} from "./opened-model";

export type * from "./opened-model";

/** All that the panel shows, as plain data in the person's language: sentences, formatted numbers, what a press does. */
export interface PanelModel {
  readonly language: Language;
  readonly heading: { readonly name: string; readonly detail: string };
  readonly menu: MenuModel;
  /** Labels that open and shut a long text. */
  readonly clip: ClipLabels;
  readonly notice: NoticeModel | null;
  readonly failure: FailureModel | null;
  readonly job: JobModel | null;
  readonly screen: ScreenModel;
}

export interface ClipLabels {
  readonly open: string;
  readonly shut: string;
}

export interface Press {
  readonly label: string;
  readonly event: PersonEvent;
}

/** A button that may have to wait; `why` says for what. */
export interface MainPress extends Press {
  readonly off: boolean;
}

export interface MenuModel {
  readonly label: string;
  readonly items: readonly Press[];
  readonly languageLabel: string;
  readonly languages: readonly (Press & { readonly on: boolean })[];
}

export interface NoticeModel {
  readonly text: string;
  readonly lines: readonly FindingLine[];
  /** Takes back what was done, where that can be. */
  readonly back: Press | null;
  readonly hide: Press;
}

export interface FailureModel {
  readonly text: string;
  readonly lines: readonly FindingLine[];
  readonly retry: Press | null;
  readonly hide: Press;
}

export interface JobModel {
  /** What is being done, said once. */
  readonly what: string;
  /** The same with how far it is. */
  readonly text: string;
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly stop: Press | null;
}

export type ScreenModel =
  | HomeModel | CheckModel | BuildModel | BuiltModel | RefineModel | SettingsModel | PresetsModel | ProofModel | AboutModel;

export interface HomeModel {
  readonly at: "home";
  /** Said until the first status is there. */
  readonly reading: string | null;
  readonly forms: {
    readonly label: string;
    readonly chosen: string;
    readonly options: readonly { readonly value: string; readonly label: string; readonly at: Address }[];
  } | null;
  readonly progress: { readonly label: string; readonly text: string; readonly percent: number } | null;
  readonly total: TotalModel | null;
  readonly next: {
    readonly label: string;
    readonly text: string;
    readonly main: MainPress | null;
    readonly quiet: MainPress | null;
  } | null;
  readonly findings: {
    readonly title: string;
    readonly lists: readonly FindingList[];
    /** Said where nothing is left. */
    readonly none: string | null;
  } | null;
  readonly groups: {
    readonly title: string;
    readonly open: boolean;
    readonly rows: readonly GroupModel[];
  } | null;
  readonly why: WhyModel | null;
}

export interface TotalModel {
  readonly label: string;
  readonly points: string;
  /** The same as a number, for the motion from the last one only. */
  readonly value: number;
  readonly max: string;
  readonly percent: string | null;
  readonly band: string | null;
  readonly toNext: string | null;
  readonly rank: string | null;
  readonly self: string | null;
  /** For screen readers, as one sentence. */
  readonly spoken: string;
}

export interface GroupModel {
  readonly id: string;
  readonly name: string;
  readonly points: string;
  /** 0 to 100; null where the group is not scored. */
  readonly percent: number | null;
  readonly spoken: string;
  readonly at: Address | null;
}

export interface FindingList {
  readonly todo: Todo;
  readonly title: string;
  readonly count: string;
  readonly open: boolean;
  readonly lines: readonly FindingLine[];
  readonly more: Press | null;
  readonly mendAll: Press | null;
}

export interface FindingLine {
  readonly id: string;
  readonly place: string;
  readonly text: string;
  readonly show: Press | null;
  readonly mend: Press | null;
  readonly refine: Press | null;
}

export interface WhyModel {
  readonly title: string;
  readonly open: boolean;
  /** Null where no criterion's row is selected. */
  readonly body: {
    readonly name: string;
    readonly points: string;
    /** To the guided editor, where points are entered by hand. */
    readonly refine: Press | null;
    readonly figuresLabel: string;
    readonly figures: readonly { readonly label: string; readonly value: string; readonly blank: boolean }[];
    readonly stepsLabel: string;
    readonly steps: readonly string[];
    readonly sums: readonly string[];
    readonly clauseLabel: string;
    readonly clause: string;
    readonly decision: string;
    readonly showClause: Press | null;
    readonly findings: readonly FindingLine[];
  } | null;
  readonly choose: string;
}
