import { wordsOf } from "../words/say";
import type { Address } from "../sheet/address";
import type { Finding, GroupScore, Status, Todo, Totals } from "./app-port";
import type { PersonEvent } from "./event";
import { findingLine } from "./finding-line";
import type { FindingList, GroupModel, HomeModel, MainPress, TotalModel } from "./model";
import { pageRows } from "./screen";
import { shownCount, shownPercent, shownPoints } from "./shown";
import type { State } from "./state";
import { whyModel } from "./why-model";

const todos: readonly Todo[] = [
  "sheet", "formula", "value", "blank", "evidence", "reason", "rule", "table", "unit", "note",
];

export function homeModel(state: State): HomeModel {
  const { status } = state;
  const words = wordsOf(state.language).panel.home;
  if (status === null) {
    return {
      at: "home", reading: state.failure === null ? words.reading : null, forms: null, progress: null, total: null,
      next: null, findings: null, groups: null, why: null,
    };
  }
  const lists = findingLists(state, status.findings);
  const hasForm = status.form !== null;
  return {
    at: "home",
    reading: null,
    forms: status.forms.length < 2
      ? null
      : {
          label: words.form,
          chosen: status.form ?? "",
          options: status.forms.map(({ id, unit, at }) => ({ value: id, label: unit.name, at })),
        },
    progress: progress(state, status),
    total: status.totals === null ? null : total(state, status.totals),
    next: { label: words.nextStep, ...next(state, status) },
    findings: lists.length > 0 || hasForm
      ? { title: words.findings, lists, none: lists.length > 0 ? null : words.allMended }
      : null,
    groups: status.groups.length === 0
      ? null
      : {
          title: words.groups,
          open: !state.folded.includes("groups"),
          rows: status.groups.map((group) => groupModel(state, group)),
        },
    why: hasForm ? whyModel(state) : null,
  };
}

function progress(state: State, status: Status): HomeModel["progress"] {
  if (status.progress === null || status.progress.total === 0) return null;
  const words = wordsOf(state.language).panel.home;
  const { filled, total: all } = status.progress;
  return {
    label: words.progressName,
    text: words.progress(shownCount(filled, state.language), shownCount(all, state.language)),
    percent: Math.floor((filled / all) * 100),
  };
}

function total(state: State, totals: Totals): TotalModel {
  const { language } = state;
  const words = wordsOf(language).panel.home;
  const points = shownPoints(totals.points, totals.digits, language);
  const max = shownPoints(totals.max, 0, language);
  const percent = totals.percent === null ? null : shownPercent(totals.percent, language);
  const band = totals.band === null ? null : words.band(totals.band);
  const rank = totals.rank === null
    ? null
    : words.rank(shownCount(totals.rank.rank, language), shownCount(totals.rank.of, language));
  return {
    label: words.total, points, value: Number(totals.points), max, percent, band: totals.band, rank,
    toNext: totals.toNext === null
      ? null
      : words.toNext(shownPoints(totals.toNext.points, totals.digits, language), totals.toNext.band),
    self: totals.self === null ? null : words.self(shownPoints(totals.self, totals.digits, language)),
    spoken: [words.spokenTotal(points, max), percent, band, rank].filter((part) => part !== null).join(", "),
  };
}

function groupModel(state: State, group: GroupScore): GroupModel {
  const { language } = state;
  const words = wordsOf(language).panel.home;
  const name = group.code === "" ? group.name : `${group.code}. ${group.name}`;
  const scored = Number(group.max) > 0;
  if (!scored) {
    return { id: group.id, name, points: "–", percent: null, spoken: `${name}: ${words.notScored}`, at: group.at };
  }
  const points = shownPoints(group.points ?? "0", 0, language);
  const max = shownPoints(group.max, 0, language);
  const share = Number(group.points ?? "0") / Number(group.max);
  return {
    id: group.id, name, points: `${points}/${max}`, percent: Math.max(0, Math.min(100, share * 100)),
    spoken: `${name}: ${words.groupSpoken(points, max)}`, at: group.at,
  };
}

function findingLists(state: State, findings: readonly Finding[]): FindingList[] {
  const { language } = state;
  const words = wordsOf(language).panel;
  return todos.flatMap((todo) => {
    const own = findings.filter((finding) => finding.todo === todo);
    if (own.length === 0) return [];
    const shown = state.shown[todo] ?? pageRows.finding;
    const rest = own.length - shown;
    const mendable = own.filter(({ mends }) => mends);
    return [{
      todo,
      title: words.todo[todo],
      count: shownCount(own.length, language),
      open: !state.folded.includes(todo),
      lines: own.slice(0, shown).map((finding) => findingLine(finding, state)),
      more: rest <= 0
        ? null
        : {
            label: words.more(shownCount(Math.min(rest, pageRows.findingMore), language)),
            event: { is: "more", part: todo },
          },
      mendAll: mendable.length < 2 || state.job !== null
        ? null
        : {
            label: words.home.mendAll(shownCount(mendable.length, language)),
            event: { is: "act", action: { kind: "convert", findings: mendable } },
          },
    }];
  });
}

const isAt = (at: Address, other: Address | null): boolean =>
  at.sheet === other?.sheet && at.row === other.row && at.column === other.column;

/**
 * The first cell to go to after the selected one, in the order of the sheet; the first of all where none follows. A cell
 * that waits where Enter or the arrows led comes first, but not one that a press has just led to.
 */
export function nextPlace(findings: readonly Finding[], from: Address | null, led: Address | null): Address | null {
  const places = findings.flatMap(({ at, todo }) => (at === null || todo === "note" ? [] : [at]));
  if (from === null) return places[0] ?? null;
  if (!isAt(from, led) && places.some((at) => isAt(at, from))) return from;
  const after = places.find((at) =>
    at.sheet === from.sheet && (at.row > from.row || (at.row === from.row && at.column > from.column)),
  );
  return after ?? places[0] ?? null;
}

type NextStep = Omit<NonNullable<HomeModel["next"]>, "label">;

/** One sentence and one press for what the workbook holds; at most one quiet press beside it. */
function next(state: State, status: Status): NextStep {
  const { language, doors } = state;
  const words = wordsOf(language).panel.next;
  const press = (label: string, event: PersonEvent): MainPress => ({
    label, event, off: state.job !== null && (event.is === "act" || event.is === "door"),
  });
  const offered = (door: (typeof doors)[number], label: string): MainPress | null =>
    doors.includes(door) ? press(label, { is: "door", door }) : null;
  const build = press(words.build, { is: "go", to: "build" });
  switch (status.stage) {
    case "unfinished":
      return { text: words.unfinished, main: press(words.resume, { is: "act", action: { kind: "resume" } }), quiet: null };
    case "nothing": {
      const { presets } = state.catalog;
      const [only] = presets;
      const quiet: PersonEvent = presets.length === 1 && only !== undefined
        ? { is: "act", action: { kind: "preset", id: only.id } }
        : { is: "go", to: "presets" };
      return {
        text: status.findings.length > 0 ? words.unusable : words.nothing,
        main: press(words.readTable, { is: "go", to: "check" }),
        quiet: presets.length === 0 ? null : press(words.usePreset, quiet),
      };
    }
    case "table": {
      const { criteria, points, toConfirm, unread } = status.table ?? { criteria: 0, points: "0", toConfirm: 0, unread: 0 };
      return {
        text: words.table(
          shownCount(criteria, language), shownPoints(points, 0, language), criteria - toConfirm - unread, toConfirm, unread,
        ),
        main: press(words.check, { is: "go", to: "check" }),
        quiet: null,
      };
    }
    case "rubric":
      return {
        text: words.rubric,
        main: build,
        quiet: offered("hand-out", words.handOut) ??
          (status.units === null ? press(wordsOf(language).panel.menu.units, { is: "act", action: { kind: "units" } }) : null),
      };
    case "form": {
      const at = nextPlace(status.findings, state.snapshot?.selection ?? null, state.led);
      const counted = status.findings.filter(({ todo }) => todo !== "note");
      const blanks = counted.filter(({ todo }) => todo === "blank").length;
      return {
        text: counted.length === 0 ? words.going : words.form(blanks, counted.length - blanks),
        main: at === null ? null : press(words.goNext, { is: "show", at }),
        quiet: null,
      };
    }
    case "full": {
      const form = status.forms.find(({ id }) => id === status.form);
      const presses = [offered("print", words.print), offered("save", words.save)].filter((one) => one !== null);
      const [main, quiet] = presses;
      if (main !== undefined) return { text: words.full, main, quiet: quiet ?? null };
      return {
        text: words.full,
        main: form === undefined ? null : press(words.seeForm, { is: "show", at: form.at }),
        quiet: null,
      };
    }
    case "units": {
      const { forms, incomplete } = status;
      // Before there is a list, the forms are all that is known of units.
      const units = status.units ?? { list: forms, received: forms.length };
      const rank = press(status.units?.ranked === true ? wordsOf(language).panel.menu.rank : words.rank, { is: "act", action: { kind: "rank" } });
      const receive = offered("receive", words.receive);
      const waiting = units.received < units.list.length;
      return {
        text: words.units(shownCount(units.list.length, language), shownCount(units.received, language), incomplete),
        main: receive !== null && waiting ? receive : rank,
        quiet: receive !== null && waiting ? rank : waiting ? build : receive,
      };
    }
  }
}
