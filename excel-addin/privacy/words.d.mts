interface PrivacyWords {
  readonly permission: Readonly<Record<string, string>>;
  readonly scope: Readonly<Record<string, string>>;
  readonly browserKey: Readonly<Record<string, string>>;
  readonly googleKey: Readonly<Record<string, string>>;
}
export const words: { readonly vi: PrivacyWords; readonly en: PrivacyWords };
