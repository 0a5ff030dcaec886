import { createHash } from "node:crypto";
import { createApp } from "../../core/app";
import { snapshotOf } from "../../core/sheet/apply";
import { countsParts, hasJournal } from "../../core/sheet/journal-mark";
import type { Patch } from "../../core/sheet/patch";
import type { Facts } from "../../core/sheet/snapshot";
import type { Answer, WriteReply } from "../../sheets-addon/api";
import { plainPatches } from "../../sheets-addon/sidebar/plain";
import type { GoogleBook } from "../double/sheets/google-book";
import type { Project } from "../double/sheets/project";
import type { WorldOptions } from "../double/sheets/world";
import { workbookIn } from "../sheets-desk";
import { fingerprint, forkOf } from "./forked";
import { type Ending, everything, type Fate, fateOf } from "./killed";

const app = createApp();
const facts: Facts = { host: "sheets", language: "vi", decimal: ",", now: "2026-11-22T08:30" };

/** The one call that writes a patch. */
export interface Order {
  readonly patch: Patch;
  readonly json: string;
}

export function orderOf(patch: Patch): Order {
  const [plain, ...others] = plainPatches(patch, facts.decimal);
  if (others.length > 0) throw new Error("more than one call");
  return { patch, json: JSON.stringify(["write", { patch: plain!, from: null }]) };
}

/** What there is in a spreadsheet, without the sheet in front. */
export const seenIn = (book: GoogleBook): object => everything(workbookIn(book));

/** A write by the script alone, whatever its run meets: the error's code where it did not write. */
export function send(project: Project, { json }: Order, how: WorldOptions = {}): string {
  let text: string;
  try {
    text = project.run("rpc", [json], how).value as string;
  } catch {
    return "killed";
  }
  const answer = JSON.parse(text) as Answer<WriteReply>;
  if (!answer.ok) return answer.code;
  if ("stale" in answer.answer) return "stale";
  return answer.answer.done ? "written" : "begun";
}

/**
 * Judges spreadsheets in which a write died by what the next opening makes of them. Where the run that ends a write comes
 * to stand, with the same still to do, where one stood before it whose end is known, it ends alike.
 */
export class Judge {
  private readonly known = new Map<string, Fate>();
  private readonly fates = new Map<string, Fate>();
  /** How many runs were needed, and how many of these went to their end. */
  readonly runs = { begun: 0, whole: 0 };

  constructor(private readonly project: Project, private readonly old: object, private readonly made: object) {}

  /** Fits, or throws with the differences; the book stays as it is. */
  fate(book: GoogleBook, state = fingerprint(book)): Fate {
    let fate = this.fates.get(state);
    if (fate === undefined) this.fates.set(state, (fate = this.judged(forkOf(book))));
    return fate;
  }

  private judged(book: GoogleBook): Fate {
    const snapshot = snapshotOf(workbookIn(book), facts, null);
    if (!hasJournal(snapshot)) return fateOf("as it stands", seenIn(book), this.old, this.made);
    const { patch, findings } = app.resume(snapshot);
    const ending: Ending = findings.some(({ issue }) => issue.code === "write-undone") ? "undone" : "ended";
    const order = orderOf(patch!);
    const counters = order.patch.sheets.flatMap((part, index) => (countsParts(part) ? [index] : []));
    const passed: string[] = [];
    let met: Fate | undefined;
    this.runs.begun += 1;
    const heard = (member: string): boolean => {
      if (member !== "Range.setValue") return true;
      const left = JSON.stringify(order.patch.sheets.slice(counters[passed.length]));
      const key = `${fingerprint(book)} ${createHash("md5").update(left).digest("base64")}`;
      met = this.known.get(key);
      passed.push(key);
      return met === undefined;
    };
    const result = send(this.project.over(book), order, { heard });
    if (met === undefined) {
      if (result !== "written") throw new Error(`the next opening fails: ${result}`);
      if (passed.length !== counters.length) throw new Error("parts that were not counted");
      this.runs.whole += 1;
    }
    const fate = met ?? fateOf(ending, seenIn(book), this.old, this.made);
    passed.forEach((key) => this.known.set(key, fate));
    return fate;
  }
}

