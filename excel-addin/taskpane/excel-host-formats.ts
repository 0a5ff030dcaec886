import { HostError } from "../../core/sheet/host";
import { isOwnFormat, isOwnHeat } from "../../core/sheet/own-formats";
import type { ExcelRequests } from "./excel-host-request";

/** A format by condition that stands in a sheet; `own` is null where it is not one of ours. */
export interface StandingFormat {
  readonly id: string;
  readonly own: "conditionals" | "scales" | null;
}

/** The first before the others. */
type Formats = Excel.ConditionalFormatCollection;

const kinds = "items/id,items/type";
const formulas = `${kinds},items/customOrNullObject/rule/formula`;

/** How a request asks for the formats of a sheet; `heated` where heat colours of ours may stand in it. */
export type FormatsAsked = (sheet: Excel.Worksheet, heated: boolean) => Formats;

const ofFormula = (formula: string): StandingFormat["own"] => (isOwnFormat(formula) ? "conditionals" : null);

function ofHeat({ minimum, midpoint, maximum }: Excel.ConditionalColorScaleCriteria): StandingFormat["own"] {
  const colour = (of: Excel.ConditionalColorScaleCriterion): string => String(of.color ?? "").replace("#", "").toUpperCase();
  const isOwn = (midpoint ?? null) === null && isOwnHeat({ low: colour(minimum), high: colour(maximum) });
  return isOwn ? "scales" : null;
}

/**
 * What a request answers that also asks for formats by condition, and whose each of those formats is. A heat map or an icon
 * set has no formula, which an Excel may refuse to be asked for: where one may stand, one more request asks each format for
 * what its kind has.
 */
export async function withFormats<T extends { readonly formats: ReadonlyMap<string, Formats> }>(
  requests: ExcelRequests, ask: (context: Excel.RequestContext, formatsOf: FormatsAsked) => T,
): Promise<{ readonly got: T; readonly standing: ReadonlyMap<string, readonly StandingFormat[]> }> {
  let known = new Set<Formats>();
  const asked = (fully: boolean): Promise<T> => {
    known = new Set();
    return requests.send((context) => ask(context, (sheet, heated) => {
      const isKnown = fully && !heated;
      const formats = sheet.getRange().conditionalFormats.load(isKnown ? formulas : kinds);
      if (isKnown) known.add(formats);
      return formats;
    }));
  };
  const got = await asked(true).catch((error: unknown) => {
    if (known.size === 0 || !(error instanceof HostError) || error.code !== "unknown") throw error;
    return asked(false);
  });
  const own = new Map<Excel.ConditionalFormat, StandingFormat["own"]>();
  const open: { readonly name: string; readonly format: Excel.ConditionalFormat }[] = [];
  for (const [name, formats] of got.formats) {
    for (const format of formats.items) {
      if (format.type === "Custom" && known.has(formats)) own.set(format, ofFormula(format.customOrNullObject.rule.formula));
      else if (format.type === "Custom" || format.type === "ColorScale") open.push({ name, format });
    }
  }
  const told = open.length === 0 ? [] : await requests.send(({ workbook }) => open.map(({ name, format: { id, type } }) => {
    const again = workbook.worksheets.getItem(name).getRange().conditionalFormats.getItem(id);
    if (type === "Custom") {
      const rule = again.custom.rule.load("formula");
      return () => ofFormula(rule.formula);
    }
    const scale = again.colorScale.load("criteria");
    return () => ofHeat(scale.criteria);
  }));
  told.forEach((tell, k) => own.set(open[k]!.format, tell()));
  return {
    got, standing: new Map([...got.formats].map(([name, { items }]) =>
      [name, items.map((format) => ({ id: format.id, own: own.get(format) ?? null }))])),
  };
}
