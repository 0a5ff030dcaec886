import type * as Core from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type * as DataChecks from "@univerjs/data-validation";
import type { IAllowedRequest, IListPermPointRequest } from "@univerjs/protocol";
import type * as Sheets from "@univerjs/sheets";
import type * as SheetsChecks from "@univerjs/sheets-data-validation";
import type {} from "@univerjs/engine-formula/facade";
import type {} from "@univerjs/sheets-data-validation/facade";
import type {} from "@univerjs/sheets-formula/facade";
import type {} from "@univerjs/sheets-numfmt/facade";
import type {} from "@univerjs/sheets-ui/facade";
import type {} from "@univerjs/sheets/facade";
import type {} from "@univerjs/ui/facade";
import type * as SheetsUi from "@univerjs/sheets-ui";
import type * as Ui from "@univerjs/ui";
import type { Language } from "../../core/sheet/snapshot";
import { type PageWords, pageWords } from "../../core/words/page";
import { isPlain } from "./grid-checks";

/** Changes with the grid's files, so that browsers do not mix old and new ones. */
declare const GRID_VERSION: string;

type Preset = { readonly plugins: readonly (Core.PluginCtor | readonly [Core.PluginCtor, unknown])[] };

/** What the grid's ready-made scripts leave on the window. */
interface Globals {
  readonly UniverCore: typeof Core;
  readonly UniverCoreFacade: { readonly FUniver: typeof FUniver };
  readonly UniverSheets: typeof Sheets;
  readonly UniverDataValidation: typeof DataChecks;
  readonly UniverSheetsDataValidation: typeof SheetsChecks;
  readonly UniverUi: typeof Ui;
  readonly UniverSheetsUi: typeof SheetsUi;
  readonly UniverPresetSheetsCore: { UniverSheetsCorePreset(config: object): Preset };
  readonly UniverPresetSheetsDataValidation: { UniverSheetsDataValidationPreset(config?: object): Preset };
  readonly UniverPresetSheetsConditionalFormatting: { UniverSheetsConditionalFormattingPreset(): Preset };
  readonly UniverPresetSheetsFilter: { UniverSheetsFilterPreset(config?: object): Preset };
}

export interface Engine {
  readonly univer: Core.Univer;
  readonly api: FUniver;
  readonly core: typeof Core;
  readonly sheets: typeof Sheets;
  readonly ui: typeof Ui;
  readonly sheetsUi: typeof SheetsUi;
  /** Loads the words of a language once, and shows them. */
  setLanguage(language: Language): Promise<void>;
}

/** Formulas with a cached value keep it until something they read changes. */
const WHEN_EMPTY = 1;

/** Below this width the sheets' tabs need the room of the status bar. */
const NARROW = 900;

const locales = { vi: "viVN", en: "enUS" } as const;
const suffix = { vi: "ViVN", en: "EnUS" } as const;

function loadScript(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `grid/${name}?${GRID_VERSION}`;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`grid/${name} did not load`));
    document.head.append(script);
  });
}

function loadStyles(): void {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `grid/engine.css?${GRID_VERSION}`;
  document.head.prepend(link);
}

/** The grid refuses with words about owners and rights; ours say what a form's locks are for. */
function withOurRefusal(pack: Core.ILanguagePack, refused: string): Core.ILanguagePack {
  for (const area of ["sheets", "sheets-ui"]) {
    const words = pack[area] as { permission?: { dialog?: Record<string, string> } } | undefined;
    const dialog = words?.permission?.dialog ?? {};
    for (const key of Object.keys(dialog)) if (/Err$|^alertContent$/.test(key)) dialog[key] = refused;
  }
  return pack;
}

/** The grid shows how far it is in words that no pack of it holds. */
export function withProgress(pack: Core.ILanguagePack, { reading, computing, done }: PageWords["computing"]): Core.ILanguagePack {
  const words = (pack["sheets-formula"] ?? {}) as Core.ILanguagePack;
  const progress = {
    analyzing: reading, calculating: computing, "array-analysis": reading, "array-calculation": computing, done,
  };
  return { ...pack, "sheets-formula": { ...words, progress } };
}

function wordsOf(language: Language): Core.ILanguagePack {
  const all = globalThis as unknown as Record<string, Core.ILanguagePack> & Globals;
  const packs = ["Core", "DataValidation", "ConditionalFormatting", "Filter"].map(
    (name) => all[`UniverPresetSheets${name}${suffix[language]}`]!,
  );
  const { refused, computing } = pageWords(language);
  return withProgress(withOurRefusal(all.UniverCore.mergeLocales(...packs), refused), computing);
}

/** Answers who may do what: everybody everything, but nobody types into locked cells. */
function authority(
  { UniverCore, UniverSheets }: Globals,
  isLock: (id: string) => boolean,
): Core.DependencyOverride[number] {
  const { Edit, ManageCollaborator, Delete } = UniverSheets.UnitAction;
  const closed: readonly number[] = [Edit, ManageCollaborator, Delete];
  const answer = (id: string, actions: readonly number[]) =>
    actions.map((action) => ({ action, allowed: !(isLock(id) && closed.includes(action)) }));
  const useValue = {
    create: () => Promise.resolve("open"),
    update: () => Promise.resolve(),
    list: ({ objectIDs, actions }: IListPermPointRequest) =>
      Promise.resolve(objectIDs.map((objectID) => ({ objectID, actions: answer(objectID, actions) }))),
    allowed: ({ objectID, actions }: IAllowedRequest) => Promise.resolve(answer(objectID, actions)),
    batchAllowed: (asked: readonly IAllowedRequest[]) =>
      Promise.resolve(asked.map(({ objectID, actions }) => ({ objectID, actions: answer(objectID, actions) }))),
    listCollaborators: () => Promise.resolve([]),
    listRoles: () => Promise.resolve({ roles: [], actions: [] }),
    createCollaborator: () => Promise.resolve(),
    updateCollaborator: () => Promise.resolve(),
    deleteCollaborator: () => Promise.resolve(),
    putCollaborators: () => Promise.resolve(),
  };
  return [UniverCore.IAuthzIoService, { useValue: useValue as unknown as Core.IAuthzIoService }];
}

/**
 * The grid cuts each new check's cells out of every other check, also where they lie apart: 13 s for 2,000 checks,
 * and a form has that many. Areas that do not meet are left as they are.
 */
function cutOnlyWhatMeets({ Rectangle }: typeof Core): void {
  const cut = Rectangle.subtractMulti.bind(Rectangle);
  Rectangle.subtractMulti = (from, gone) =>
    from.some((area) => gone.some((other) => Rectangle.intersects(area, other))) ? cut(from, gone) : from;
}

/** The grid checks cells of sheets behind when it finds the time; by then another workbook may stand there. */
function checkOnlyWhatStands({ SheetsDataValidationValidatorService: Checks }: typeof SheetsChecks): void {
  const check = Checks.prototype.validatorRanges;
  Checks.prototype.validatorRanges = async function (...ranges) {
    try {
      return await check.apply(this, ranges);
    } catch (error) {
      if (/^Error: cannot find current work(?:book|sheet),/.test(String(error))) return [];
      throw error;
    }
  };
}

/** The grid's checks of numbers read text as JavaScript does; text that is not plainly a number is refused as other text. */
function checkPlainNumbers({ DataValidatorRegistryService: Registry }: typeof DataChecks): void {
  const register = Registry.prototype.register;
  Registry.prototype.register = function (validator) {
    if (/^(?:decimal|whole)$/.test(validator.id)) {
      const isNumber = validator.isValidType.bind(validator);
      validator.isValidType = async (cell, formula, rule) => isPlain(cell.value) && isNumber(cell, formula, rule);
    }
    return register.call(this, validator);
  };
}

/** Loads the grid's scripts and starts it in an element. */
export async function startEngine(
  root: HTMLElement,
  language: Language,
  isLock: (id: string) => boolean,
): Promise<Engine> {
  loadStyles();
  await import(/* webpackChunkName: "grid-base" */ "./grid-base");
  await loadScript("engine.js");
  await loadScript(`${language}.js`);
  const all = globalThis as unknown as Globals;
  const { UniverCore: core, UniverCoreFacade, UniverSheets: sheets, UniverUi: ui, UniverSheetsUi: sheetsUi } = all;
  cutOnlyWhatMeets(core);
  checkOnlyWhatStands(all.UniverSheetsDataValidation);
  checkPlainNumbers(all.UniverDataValidation);
  const univer = new core.Univer({
    locale: locales[language] as Core.LocaleType,
    locales: { [locales[language]]: wordsOf(language) },
    logLevel: core.LogLevel.ERROR,
    override: [authority(all, isLock)],
  });
  const presets = [
    all.UniverPresetSheetsCore.UniverSheetsCorePreset({
      container: root,
      header: true,
      ribbonType: "simple",
      disableAutoFocus: true,
      footer: { zoomSlider: innerWidth >= NARROW, menus: innerWidth >= NARROW, statisticBar: innerWidth >= NARROW },
      formula: { initialFormulaComputing: WHEN_EMPTY },
      sheets: { protectedRangeShadow: false, disableForceStringAlert: true, disableForceStringMark: true },
    }),
    all.UniverPresetSheetsDataValidation.UniverSheetsDataValidationPreset({
      showEditOnDropdown: false, showSearchOnDropdown: false,
    }),
    all.UniverPresetSheetsConditionalFormatting.UniverSheetsConditionalFormattingPreset(),
    all.UniverPresetSheetsFilter.UniverSheetsFilterPreset(),
  ];
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0] as Core.PluginCtor, plugin[1] as never);
    else univer.registerPlugin(plugin as Core.PluginCtor);
  }
  const api = UniverCoreFacade.FUniver.newAPI(univer);
  const loaded = new Set<Language>([language]);
  return {
    univer, api, core, sheets, ui, sheetsUi,
    async setLanguage(next) {
      if (!loaded.has(next)) {
        await loadScript(`${next}.js`);
        api.loadLocales(locales[next], wordsOf(next));
        loaded.add(next);
      }
      api.setLocale(locales[next]);
    },
  };
}
