import { wordsOf } from "../words/say";
import type { Field, FormPart, SettingsModel } from "./model";
import { type SettingsDraft, draftOf, settingsOf } from "./settings-draft";
import { defaultSettings } from "../rubric/rubric";
import type { State } from "./state";

export function settingsModel(state: State, draft: SettingsDraft): SettingsModel {
  const words = wordsOf(state.language).panel;
  const says = words.settings;
  const { settings, problems } = settingsOf(draft);
  const problemOf = (field: string): string | null => {
    const found = problems.find((problem) => problem.field === field);
    return found === undefined ? null : says.problem[found.why];
  };
  const choice = (
    field: "evidence" | "notApplicable" | "ties" | "bandUnit", label: string, options: Readonly<Record<string, string>>,
  ): FormPart => ({
    kind: "field",
    field: {
      field, label, hint: null, problem: null, kind: "select", value: draft[field],
      options: Object.entries(options).map(([value, named]) => ({ value, label: named })),
    },
  });
  const typed = (field: string, label: string, value: string, kind: Field["kind"]): Field => ({
    field, label, hint: null, problem: problemOf(field), kind, value, options: [],
  });
  const bands: FormPart = {
    kind: "list",
    list: {
      list: "bands",
      label: says.bands,
      note: draft.bands.length === 0 ? says.noBands : says.bandsNote,
      problem: null,
      rows: draft.bands.map((band, index) => ({
        fields: [
          typed(`bands.${index}.name`, says.bandName, band.name, "text"),
          typed(`bands.${index}.from`, says.bandFrom, band.from, "number"),
          { ...typed(`bands.${index}.inclusive`, says.bandInclusive, "", "check"), value: band.inclusive },
        ],
        remove: { label: says.removeBand(band.name), event: { is: "remove-row", list: "bands", index } },
      })),
      add: { label: says.addBand, event: { is: "add-row", list: "bands" } },
    },
  };
  const parts: FormPart[] = [
    { kind: "field", field: typed("digits", says.digits, draft.digits, "number") },
    choice("evidence", says.evidence, says.evidences),
    choice("notApplicable", says.notApplicable, says.notApplicables),
    choice("ties", says.ties, says.tiesOptions),
    { kind: "heading", text: says.bands },
    schemes(state, draft),
    choice("bandUnit", says.bandUnit, says.bandUnits),
    bands,
  ];
  return {
    at: "settings",
    title: says.title,
    close: { label: words.close, event: { is: "close" } },
    parts,
    main: {
      label: says.save,
      event: { is: "act", action: { kind: "settings", settings: settings ?? defaultSettings } },
      off: settings === null || state.job !== null,
    },
  };
}

/** The known schemes; the one that the typed bands spell stands chosen. */
function schemes(state: State, draft: SettingsDraft): FormPart {
  const says = wordsOf(state.language).panel.settings;
  const mark = state.language === "vi" ? "," : ".";
  const same = state.catalog.schemes.find(({ bands, bandUnit }) =>
    bandUnit === draft.bandUnit &&
    JSON.stringify(draftOf({ ...defaultSettings, bands }, mark).bands) === JSON.stringify(draft.bands),
  );
  return {
    kind: "schemes", label: says.scheme, own: says.schemeOwn, chosen: same?.id ?? "",
    options: state.catalog.schemes.map(({ id, source }) => ({ value: id, label: source })),
  };
}
