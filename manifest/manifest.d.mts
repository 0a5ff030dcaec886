export const EXCEL_API: string;
export const ICON_SIZES: readonly number[];
export const IDS: { readonly production: string; readonly development: string };
export function manifestXml(options: { origin: string; id: string; development: boolean; version?: string }): string;
