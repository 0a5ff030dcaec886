import { decimalText, parseExact, sum } from "../number/exact";
import { areaName } from "../sheet/address";
import { wordsOf } from "../words/say";
import type { Preview, PreviewRow, SumCheck } from "./app-port";
import { findingLine, showPress } from "./finding-line";
import type { CheckModel, CheckRow } from "./model";
import { type CheckFilter, type CheckScreen, pageRows } from "./screen";
import { sentence, shownCount, shownPlace, shownPoints } from "./shown";
import type { State } from "./state";

type CriterionRow = Extract<PreviewRow, { kind: "criterion" }>;

const filters: readonly CheckFilter[] = ["all", "problem", "assumed", "unread", "read"];

export function checkModel(state: State, screen: CheckScreen): CheckModel {
  const { language } = state;
  const words = wordsOf(language).panel;
  const says = words.check;
  const count = (of: number): string => shownCount(of, language);
  const preview = screen.preview ?? noTable;
  const criteria = preview.rows.filter((row) => row.kind === "criterion");
  const rows = filtered(preview.rows, screen.filter);
  const shown = rows.slice(0, screen.shown);
  const rest = rows.length - shown.length;
  const ticks: ReadonlySet<string> = new Set(screen.ticks);
  const open = criteria.filter((row) => row.state === "unread" || !agreed(row, ticks)).length;
  const reading = screen.preview === null && state.failure === null ? says.reading : null;
  const { table } = preview;
  return {
    at: "check",
    title: says.title,
    close: { label: words.close, event: { is: "close" } },
    waiting: reading ?? (isWithoutTable(preview) && screen.preview !== null ? says.none : null),
    summary: table === null ? "" : summary(preview, criteria.length, state),
    source: table === null
      ? null
      : {
          label: says.source(table.sheet, areaName(table.area)),
          event: { is: "show", at: { sheet: table.sheet, row: table.area.row, column: table.area.column } },
        },
    again: { label: says.again, event: { is: "go", to: "check" } },
    sumsLabel: says.sums,
    ...sums(preview.sums, state),
    findings: preview.findings.map((finding) => findingLine(finding, state)),
    filterLabel: says.filter,
    filters: filters.map((filter) => ({
      filter, label: says.filters[filter], count: count(criteria.filter((row) => fits(row, filter)).length),
      on: filter === screen.filter,
    })),
    tickAll: tickAll(criteria, ticks, state),
    rows: shown.map((row) => checkRow(row, ticks, state)),
    noRows: table !== null && rows.length === 0 ? says.noRows : null,
    more: rest <= 0
      ? null
      : { label: words.more(count(Math.min(rest, pageRows.check))), event: { is: "more", part: "check" } },
    shown: says.shown(count(shown.length), count(rows.length)),
    confirm: {
      label: says.confirm,
      event: { is: "act", action: { kind: "confirm", ticks: screen.ticks } },
      off: preview.rubric === null || state.job !== null,
      note: open === 0 ? says.allRead : says.direct(open),
    },
  };
}

const noTable: Preview = { table: null, rubric: null, sums: [], rows: [], findings: [] };

/** No table was found at all; one that was found and refused says why. */
const isWithoutTable = ({ table, findings }: Preview): boolean =>
  table === null && findings.every(({ issue: { code } }) => code === "no-header");

function summary(preview: Preview, criteria: number, state: State): string {
  const { language } = state;
  const groups = preview.rows.length - criteria;
  const whole = preview.sums.find(({ of, group }) => of === "points" && group === null);
  const maxima = preview.rows.flatMap((row) => (row.kind === "criterion" ? [parseExact(row.max)] : []));
  const points = shownPoints(whole?.found ?? decimalText(sum(maxima)), 0, language);
  return wordsOf(language).panel.check.summary(shownCount(criteria, language), shownCount(groups, language), points);
}

/** What the sums that agree are called: of the groups where those are declared, else of the whole table. */
function agreement(declared: readonly SumCheck[], language: State["language"]): string | null {
  const says = wordsOf(language).panel.check.sumsAgree;
  const agreeing = declared.filter(({ agrees }) => agrees);
  const points = agreeing.filter(({ of }) => of === "points");
  const ofGroups = points.filter(({ group }) => group !== null).length;
  if (ofGroups > 0) {
    const all = declared.filter(({ of, group }) => of === "points" && group !== null).length;
    return says.groups(shownCount(ofGroups, language), shownCount(all, language));
  }
  return points.length > 0 ? says.whole : agreeing.length > 0 ? says.counts : null;
}

/** Only sums that differ are listed. */
function sums(checks: readonly SumCheck[], state: State): Pick<CheckModel, "sums" | "sumsNote"> {
  const { language } = state;
  const words = wordsOf(language).panel.check;
  const declared = checks.filter((check) => check.declared !== null);
  return {
    sums: declared.flatMap(({ of, group, declared: said, found, agrees, at }) => {
      if (agrees) return [];
      const where = group === null ? words.whole : words.group(group.code === "" ? group.name : group.code);
      const text = words.sum[of](where, shownPoints(said ?? "", 0, language), shownPoints(found, 0, language));
      return [{ text, show: showPress(at, state) }];
    }),
    sumsNote: declared.length === 0 ? words.sumsUndeclared : agreement(declared, language),
  };
}

function tickAll(criteria: readonly CriterionRow[], ticks: ReadonlySet<string>, state: State): CheckModel["tickAll"] {
  const ids = criteria.flatMap(({ assumptions }) => assumptions.map(({ id }) => id));
  if (ids.length === 0) return null;
  const words = wordsOf(state.language).panel.check;
  const ticked = ids.filter((id) => ticks.has(id)).length;
  return {
    label: words.tickAll(shownCount(ids.length, state.language)),
    note: words.ticked(shownCount(ticked, state.language), shownCount(ids.length, state.language)),
    on: ticked === 0 ? "none" : ticked === ids.length ? "all" : "some",
    ids,
  };
}

const agreed = (row: CriterionRow, ticks: ReadonlySet<string>): boolean =>
  row.assumptions.every(({ id }) => ticks.has(id));

function fits(row: PreviewRow, filter: CheckFilter): boolean {
  if (filter === "all") return true;
  if (filter === "problem") return row.findings.length > 0;
  return row.kind === "criterion" && row.state === filter;
}

/** The rows of a kind, under the headings that lead to them. */
function filtered(rows: readonly PreviewRow[], filter: CheckFilter): readonly PreviewRow[] {
  if (filter === "all") return rows;
  const kept: PreviewRow[] = [];
  const led = new Set<PreviewRow>();
  let headings: Extract<PreviewRow, { kind: "group" }>[] = [];
  for (const row of rows) {
    if (row.kind === "group") headings = [...headings.filter(({ depth }) => depth < row.depth), row];
    if (!fits(row, filter)) continue;
    kept.push(...headings.filter((heading) => !led.has(heading)));
    headings.forEach((heading) => led.add(heading));
    if (row.kind === "criterion") kept.push(row);
  }
  return kept;
}

function checkRow(row: PreviewRow, ticks: ReadonlySet<string>, state: State): CheckRow {
  const { language } = state;
  const words = wordsOf(language).panel;
  const own = row.kind === "criterion" ? row.ruleAt ?? row.at : row.at;
  const findings = row.findings.map((finding) => {
    const told = findingLine(finding, state);
    // A row that is not read has the editor's button of its own.
    const line = row.kind === "criterion" && row.state !== "read" ? { ...told, refine: null } : told;
    const here = finding.at !== null && shownPlace(row.code, finding.at) === shownPlace(row.code, own);
    return here ? { ...line, place: "", show: null } : line;
  });
  const max = row.max === null ? "" : words.check.points(shownPoints(row.max, 0, language));
  if (row.kind === "group") {
    return { kind: "group", id: row.id, depth: row.depth, code: row.code, name: row.name, max, findings };
  }
  const shownState = row.state === "assumed" && agreed(row, ticks) ? "agreed" : row.state;
  return {
    kind: "criterion",
    id: row.id,
    code: row.code,
    name: row.name,
    max,
    state: shownState,
    stateText: words.check.state[shownState],
    textLabel: words.check.text,
    text: row.text,
    ruleLabel: words.check.rule,
    rule: row.rule,
    assumptions: row.assumptions.map(({ id, issue }) => ({
      id, text: sentence(issue, language), on: ticks.has(id),
    })),
    note: row.state === "unread" && findings.length === 0 ? words.check.unread : null,
    findings,
    show: showPress(own, state),
    refine: row.state === "read"
      ? null
      : { label: words.home.refine, event: { is: "refine", criterion: row.id } },
  };
}
