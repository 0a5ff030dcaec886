import type { PrivacyFacts } from "./facts.mjs";
import type { Package } from "./packages.mjs";

export function privacyHtml(
  facts: PrivacyFacts, packages: { readonly ours: readonly Package[]; readonly grid: readonly Package[] }, style: string,
): string;
