/** Why a spreadsheet program does not do what it is asked. */
export type RefusalCode =
  /** A value that does not fit: shape, address, name, rule. */
  | "argument"
  | "formula-length"
  /** Something named that is not there. */
  | "missing"
  | "exists"
  /** A locked cell, or something protection forbids. */
  | "protected"
  | "read-only"
  /** Not possible as things stand, for example hiding the last sheet. */
  | "operation"
  /** Refused without a reason. */
  | "general";

export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = "Refusal";
  }
}
