export interface Storage {
  readonly where: "browser" | "google";
  /** Null where it cannot be told. */
  readonly key: string | null;
}
export interface PrivacyFacts {
  readonly permission: string;
  readonly excelApi: string;
  readonly scopes: readonly string[];
  readonly logging: string;
  /** The origin that office.js comes from; null where it lies beside the page. */
  readonly officeJs: string | null;
  readonly browserKeys: readonly string[];
  readonly googleKeys: readonly string[];
  readonly unclear: readonly string[];
}
export function storageIn(source: string): Storage[];
export function privacyFacts(root: string, officeJs: string): PrivacyFacts;
