import type { Finding, Outcome } from "../../app-port";
import { issue } from "../../issue/issue";
import type { Address } from "../../sheet/address";
import { refused } from "../build";
import { findingOf } from "../finding";

/** Why an operation, or a part of it, is not taken back: a cell of a sheet that was written over and edited since. */
export const edited = (at: Address): Finding => findingOf(issue("back-edited", {}, { sheet: at.sheet }), at);
/** A cell that was filled in since. */
export const filled = (at: Address): Finding => findingOf(issue("back-filled", {}, { sheet: at.sheet }), at);
/** A cell that computes from the sheet. */
export const used = (sheet: string, at: Address): Finding => findingOf(issue("back-used", {}, { sheet }), at);

export const lost = (): Outcome => refused(findingOf(issue("back-lost", {}, {}), null));
export const none = (): Outcome => refused(findingOf(issue("back-none", {}, {}), null));
