import type { Surroundings } from "./answers";
import { SHEETS } from "./probe";

const HIGHEST_ASKED = 40;

/** Which Excel this is, as it says itself. */
export async function surroundingsOf(): Promise<Surroundings> {
  const { diagnostics, requirements, displayLanguage, contentLanguage } = Office.context;
  const has = (minor: number): boolean => requirements.isSetSupported("ExcelApi", `1.${minor}`);
  const minor = Array.from({ length: HIGHEST_ASKED }, (_, index) => HIGHEST_ASKED - index).find(has) ?? 0;
  const culture = await Excel.run(async (context) => {
    const { cultureInfo } = context.workbook.application;
    cultureInfo.load("name");
    cultureInfo.numberFormat.load("numberDecimalSeparator,numberGroupSeparator");
    cultureInfo.datetimeFormat.load("shortDatePattern,dateSeparator");
    await context.sync();
    const { numberFormat, datetimeFormat, name } = cultureInfo;
    return {
      name, decimal: numberFormat.numberDecimalSeparator, group: numberFormat.numberGroupSeparator,
      date: datetimeFormat.shortDatePattern,
    };
  }).catch(() => null);
  return {
    host: String(diagnostics.host), platform: String(diagnostics.platform), version: diagnostics.version, api: `1.${minor}`,
    languages: { display: displayLanguage, content: contentLanguage }, culture,
  };
}

/** Whether the workbook has a sheet that the questions would remove. */
export const hasOwnSheet = (): Promise<boolean> =>
  Excel.run(async (context) => {
    const sheets = SHEETS.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
    await context.sync();
    return sheets.some((sheet) => !sheet.isNullObject);
  });

/** The name under which a run is committed. */
export function fileName({ platform, version, languages }: Surroundings): string {
  const { display } = languages as { readonly display?: string };
  const plain = [platform, version, display ?? ""].join("-").toLowerCase().replace(/[^a-z0-9.]+/g, "-");
  return `test/double/answers/${plain}.json`;
}
