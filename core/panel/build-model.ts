import { wordsOf } from "../words/say";
import { backPress } from "./back-press";
import type { BuildReport, ReportLine, UnitName } from "./app-port";
import type { BuildModel, BuiltModel, Field, FormPart, ReportModel } from "./model";
import { type BuildScreen, pageRows } from "./screen";
import { shownCount } from "./shown";
import type { State } from "./state";

export function buildModel(state: State, screen: BuildScreen): BuildModel {
  const { language, status } = state;
  const words = wordsOf(language).panel;
  const says = words.build;
  const list = status?.units?.list ?? null;
  const { choice, report } = screen;
  const year: Field = {
    field: "year", label: says.year, hint: null, kind: "number", options: [], value: choice.year,
    problem: choice.year === "" || /^\d{4}$/.test(choice.year) ? null : says.need.year,
  };
  const name: Field = {
    field: "units.0.name", label: says.unit, hint: says.unitHint, kind: "text", first: true, options: [], problem: null,
    value: choice.units[0]?.name ?? "",
  };
  const parts: FormPart[] = [...(list === null ? [name] : []), year].map((field) => ({ kind: "field", field }));
  const problem = choice.units.length === 0
    ? says.need.units
    : choice.units.some((unit) => unit.name.trim() === "")
      ? says.need.unit
      : /^\d{4}$/.test(choice.year) ? null : says.need.year;
  return {
    at: "build",
    title: says.title,
    close: { label: words.close, event: { is: "close" } },
    intro: says.intro,
    parts,
    units: list === null ? null : unitRows(state, screen, list),
    problem,
    report: report === null ? null : { title: says.review, ...reportModel(report, state) },
    main: {
      label: report === null ? says.go(choice.units.length) : says.agree,
      event: { is: "build" },
      off: problem !== null || state.job !== null,
    },
  };
}

function unitRows(state: State, screen: BuildScreen, list: readonly UnitName[]): NonNullable<BuildModel["units"]> {
  const { language } = state;
  const words = wordsOf(language).panel;
  const picked = new Set(screen.choice.units.map(({ code }) => code));
  const all = list.every(({ code }) => picked.has(code));
  const rest = list.length - screen.shown;
  return {
    label: words.build.units,
    all: {
      label: words.build.allUnits(shownCount(list.length, language)),
      on: all ? "all" : picked.size > 0 ? "some" : "none",
      event: { is: "pick", units: list, on: !all },
    },
    rows: list.slice(0, screen.shown).map((unit) => ({
      code: unit.code,
      name: unit.name,
      note: unit.hasForm === true ? words.build.hasForm : "",
      on: picked.has(unit.code),
      event: { is: "pick", units: [unit], on: !picked.has(unit.code) },
    })),
    more: rest <= 0
      ? null
      : {
          label: words.more(shownCount(Math.min(rest, pageRows.unit), language)),
          event: { is: "more", part: "units" },
        },
  };
}

export function builtModel(state: State, report: BuildReport): BuiltModel {
  const words = wordsOf(state.language).panel;
  const says = words.build;
  const [first] = report.forms;
  return {
    at: "built",
    title: says.built,
    close: { label: words.close, event: { is: "close" } },
    report: {
      ...reportModel(report, state),
      summary: [
        says.builtLine(report.forms.length, report.read, report.direct),
        ...(report.kept > 0 ? [`${says.kept(shownCount(report.kept, state.language))}.`] : []),
      ],
    },
    main: first === undefined ? null : { label: says.toForm, event: { is: "show", at: first.at, closes: true } },
    back: backPress(state),
  };
}

function reportModel(report: BuildReport, state: State): ReportModel {
  const says = wordsOf(state.language).panel.build;
  const count = (lines: readonly unknown[]): string => shownCount(lines.length, state.language);
  const line = ({ code, name, unit, from, to, at }: ReportLine): ReportModel["lists"][number]["lines"][number] => ({
    text: [code, name].filter((part) => part !== "").join(" "),
    detail: [unit ?? "", from !== undefined && to !== undefined ? says.movedLine(from, to) : ""]
      .filter((part) => part !== "").join(" · "),
    at,
  });
  const lists = [
    { id: "moved", title: says.moved(count(report.moved)), note: null, lines: report.moved.map(line) },
    { id: "added", title: says.added(count(report.added)), note: null, lines: report.added.map(line) },
    {
      id: "reworded", title: says.reworded(count(report.reworded)), note: says.rewordedNote, lines: report.reworded.map(line),
    },
    { id: "parked", title: says.parked(count(report.parked)), note: says.parkedNote, lines: report.parked.map(line) },
    { id: "far", title: says.far(count(report.far)), note: says.farNote, lines: report.far.map(line) },
  ];
  return {
    summary: [`${says.kept(shownCount(report.kept, state.language))}.`],
    lists: lists.filter(({ lines }) => lines.length > 0),
  };
}
