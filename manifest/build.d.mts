export const DEVELOPMENT_ORIGIN: string;
export function originOf(text: string): string;
export function writeManifest(
  folder: string,
  options?: { origin?: string; id?: string; development?: boolean; version?: string },
): { file: string; origin: string; development: boolean };
