export interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
  readonly home: string;
  readonly folder: string;
}
export function closureOf(names: readonly string[], root: string): Set<string>;
export function packagesIn(folders: Iterable<string>): Package[];
export function licenceProblems(packages: readonly Package[]): string[];
export function noticesOf(packages: readonly Package[], own: string): string;
