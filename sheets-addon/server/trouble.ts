import type { HostErrorCode } from "../../core/sheet/host";

/** Why the server does not do what it is asked. */
export class Trouble extends Error {
  constructor(
    readonly code: HostErrorCode,
    readonly detail: string = "",
  ) {
    super(`${code}: ${detail}`);
    this.name = "Trouble";
  }
}

/**
 * What Google says when it refuses, in the person's language; these are its English words. What can be known
 * beforehand (protection, size) is asked before, so that nothing hangs on words alone.
 */
const refusals: readonly (readonly [RegExp, HostErrorCode])[] = [
  [/protected (cell|range|sheet)/i, "protected"],
  [/above the limit of|maximum of \d+ characters|too large|exceeds? (grid|the maximum)/i, "too-big"],
  [/permission_denied|authorization is required|not have permission to call/i, "account"],
  [/do not have permission|view.only/i, "read-only"],
  [/timed out|try again|service .* failed|service error|internal error|server error|invoked too many times|execution time/i, "no-answer"],
];

export function troubleOf(error: unknown): { code: HostErrorCode; detail: string } {
  if (error instanceof Trouble) return { code: error.code, detail: error.detail };
  const detail = error instanceof Error ? error.message : String(error);
  const known = refusals.find(([words]) => words.test(detail));
  return { code: known === undefined ? "unknown" : known[1], detail };
}
