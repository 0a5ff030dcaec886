export const KNOWN_SETS: { readonly ExcelApi: string };
