import { wordsOf } from "../words/say";
import type { Refinement, RuleDraft, RuleDraftKind } from "./app-port";
import type { RowList } from "./event";
import { showPress } from "./finding-line";
import type { Field, FieldList, FormPart, RefineModel } from "./model";
import type { RefineScreen } from "./screen";
import { sentence, shownCount, shownPoints } from "./shown";
import type { State } from "./state";

const kinds: readonly RuleDraftKind[] = ["yes-no", "ratio", "threshold", "options", "bands", "checklist", "direct"];

export function refineModel(state: State, screen: RefineScreen): RefineModel {
  const { language } = state;
  const words = wordsOf(language).panel;
  const says = words.refine;
  const shell = { at: "refine", title: says.title, close: { label: words.close, event: { is: "close" } } } as const;
  const { refinement } = screen;
  if (refinement === null) {
    return { ...shell, waiting: state.failure === null ? words.home.reading : null, body: null };
  }
  const { criterion, problems, rule, samples, text, at } = refinement;
  const draft = screen.draft ?? refinement.draft;
  return {
    ...shell,
    waiting: null,
    body: {
      criterion: `${criterion.code} ${criterion.name}`.trim(),
      max: says.max(shownPoints(criterion.max, 0, language)),
      textLabel: says.text,
      text: text === "" ? says.noText : text,
      show: showPress(at, state),
      parts: formParts(draft, refinement, state),
      resultLabel: says.result,
      result: rule,
      missing: says.missing,
      problems: problems.filter(({ blank }) => blank === "").map(({ issue }) => sentence(issue, language)),
      samples: samples.length === 0
        ? null
        : {
            label: says.samples, answer: says.sampleAnswer, points: says.samplePoints,
            rows: samples.map((sample) => [sample.answer, shownPoints(sample.points, 0, language)] as const),
          },
      main: {
        label: says.save,
        event: { is: "act", action: { kind: "rule", criterion: screen.criterion, draft } },
        off: rule === "" || problems.length > 0 || state.job !== null,
      },
    },
  };
}

/** The blanks of the chosen kind. An empty blank is not scolded: the result says that blanks are missing. */
function formParts(draft: RuleDraft, refinement: Refinement, state: State): FormPart[] {
  const { language } = state;
  const says = wordsOf(language).panel.refine;
  const problemOf = (blank: string): string | null => {
    const found = refinement.problems.find((problem) => problem.blank === blank);
    return found === undefined ? null : sentence(found.issue, language);
  };
  const typed = (field: string, label: string, value: string, more: Partial<Field> = {}): Field => ({
    field, label, value, hint: null, kind: "text", options: [], problem: value.trim() === "" ? null : problemOf(field),
    ...more,
  });
  const one = (...args: Parameters<typeof typed>): FormPart => ({ kind: "field", field: typed(...args) });
  const choice = (
    field: "kind" | "below" | "zero", label: string, options: Readonly<Record<string, string>>, kind: Field["kind"],
  ): FormPart => one(field, label, draft[field], {
    kind, options: Object.entries(options).map(([value, named]) => ({ value, label: named })),
  });
  const list = (
    of: RowList, label: string, note: string, rows: readonly (readonly Field[])[], least: number,
  ): FormPart => {
    const removable = rows.length > least;
    const fields: FieldList = {
      list: of, label, note,
      problem: problemOf(of),
      rows: rows.map((row, index) => ({
        fields: row,
        remove: removable
          ? {
              label: says.removeRow(shownCount(index + 1, language)),
              event: { is: "remove-row", list: of, index },
            }
          : null,
      })),
      add: { label: says.addRow, event: { is: "add-row", list: of } },
    };
    return { kind: "list", list: fields };
  };

  const blanks = (): FormPart[] => {
    switch (draft.kind) {
      case "yes-no":
        return [one("question", says.question, draft.question, { hint: says.questionHint })];
      case "ratio":
        return [
          one("over", says.over, draft.over), one("under", says.under, draft.under),
          choice("zero", says.zero, says.zeros, "select"),
        ];
      case "threshold":
        return [
          one("over", says.over, draft.over), one("under", says.under, draft.under),
          one("threshold", says.threshold, draft.threshold, { kind: "number" }),
          one("inclusive", says.inclusive, "", { kind: "check", value: draft.inclusive }),
          choice("below", says.below, says.belows, "radio"),
          choice("zero", says.zero, says.zeros, "select"),
        ];
      case "options":
        return [list("options", says.options, says.scoreHint, draft.options.map(({ label, score }, index) => [
          typed(`options.${index}.label`, says.option, label),
          typed(`options.${index}.score`, says.score, score, { kind: "number" }),
        ]), 2)];
      case "bands":
        return [
          one("count", says.count, draft.count),
          list("bands", says.bands, says.scoreHint, draft.bands.map(({ from, score }, index) => [
            typed(`bands.${index}.from`, says.from, from, { kind: "number" }),
            typed(`bands.${index}.score`, says.score, score, { kind: "number" }),
          ]), 1),
        ];
      case "checklist":
        return [list("items", says.items, says.itemsHint, draft.items.map((item, index) => [
          typed(`items.${index}`, says.item, item),
        ]), 2)];
      case "direct":
        return [{ kind: "note", text: says.directNote }];
    }
  };
  const named = Object.fromEntries(kinds.map((kind) => [kind, says.kinds[kind]]));
  return [choice("kind", says.kind, named, "select"), ...blanks()];
}
