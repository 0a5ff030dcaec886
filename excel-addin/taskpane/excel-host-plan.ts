import { sameSheet } from "../../core/sheet/address";
import type { Area } from "../../core/sheet/address";
import { overlaps } from "../../core/sheet/apply";
import { countsParts, progressColumn, wipesJournal, writesJournal } from "../../core/sheet/journal-mark";
import { notedOpen } from "../../core/sheet/opened";
import type { Patch, SheetPatch } from "../../core/sheet/patch";
import { type Compared, isDaily } from "./excel-host-compare";
import { protectionOf, protectionOptions, sameProtection } from "./excel-host-look";
import { bytesOf } from "./excel-host-text";
import { conditionSteps, moreBytes, rangeBytes, step, type Step, stepsOf } from "./excel-host-write";

export interface WritePlan {
  /** Only contents are written: nothing that Excel cannot undo. */
  readonly daily: boolean;
  readonly steps: readonly Step[];
  /** Protected sheets that are opened for the writing, with what puts their protection back. */
  readonly opened: readonly { readonly sheet: string; readonly options: Excel.WorksheetProtectionOptions }[];
  /** The journal that this patch begins with, to be taken back where nothing came of it; null where it begins with none. */
  readonly journal: { readonly sheet: string; readonly area: Area; readonly made: boolean } | null;
}

/** What is done to a sheet around its parts. */
interface Around {
  readonly opening: readonly Step[];
  readonly before: readonly Step[];
  /** Formats by condition and protection. A sheet that is protected again takes no more. */
  readonly after: readonly Step[];
  readonly last: SheetPatch;
  /** Formats by condition stand that are to stay. */
  readonly keeps: boolean;
}

/**
 * All that a patch does, in order: the journal; protected sheets opened, since Excel may refuse that, with the journal
 * counting none of the parts yet; the parts, each sheet's formats by condition taken off before its first, those formats
 * and its protection after its last; the journal's end; what is shown.
 */
export function planWrite(patch: Patch, compared: Compared): WritePlan {
  const { sheets } = patch;
  const opened: { sheet: string; options: Excel.WorksheetProtectionOptions }[] = [];
  const around = new Map<string, Around>();
  for (const key of new Set(sheets.filter(({ remove }) => remove !== true).map(({ sheet }) => sheet.toLowerCase()))) {
    const parts = sheets.filter(({ sheet }) => sheet.toLowerCase() === key);
    const name = parts[0]!.sheet;
    const standing = compared.facts.get(name)?.protection ?? null;
    const asked = parts.map(({ protection }) => protection).filter((each) => each !== undefined).pop();
    const touched = parts.some((part) =>
      !isDaily(part) || (part.blocks ?? []).some((block) => compared.ready.get(block)?.open !== true));
    const opens = standing !== null && touched;
    const conditions = conditionSteps(parts, compared.facts.get(name));
    const kept = opens ? sameProtection(standing) : null;
    if (kept !== null) opened.push({ sheet: name, options: kept });
    const options = asked === undefined ? kept : asked === null ? null : protectionOptions(asked);
    around.set(key, {
      opening: opens ? [step(moreBytes, (pages) => pages.at(name).protection.unprotect())] : [],
      before: conditions.before,
      after: [
        ...conditions.after,
        ...(options === null ? [] : [step(2 * moreBytes, (pages) => pages.at(name).protection.protect(options))]),
      ],
      last: parts[parts.length - 1]!,
      keeps: conditions.keeps,
    });
  }
  const own = writesJournal(sheets[0] ?? { sheet: "" }) ? sheets[0]! : null;
  const steps: Step[] = [...(own === null ? [] : around.get(own.sheet.toLowerCase())!.opening)];
  const openings = [...around].flatMap(([key, { opening }]) => (key === own?.sheet.toLowerCase() ? [] : opening));
  const open = (): void => {
    // Whoever finds the journal counting none knows that sheets may stand open, and which.
    if (own !== null && openings.length > 0) {
      const note = [[0], ...notedOpen(opened.map(({ sheet, options }) => ({ sheet, protection: protectionOf(options) })))];
      steps.push(step(rangeBytes + bytesOf(JSON.stringify(note)), (pages) => {
        pages.at(own.sheet).getRangeByIndexes(0, progressColumn, note.length, 1).values = note;
      }));
    }
    steps.push(...openings);
  };
  if (own === null) open();
  const begun = new Set<string>();
  let count = compared.sheets.length;
  const made = new Set<string>();
  for (const part of sheets) {
    const { sheet: name, create, position, remove } = part;
    const key = name.toLowerCase();
    if (remove === true) {
      if (!compared.sheets.some((sheet) => sameSheet(sheet.name, name))) continue;
      count--;
      steps.push(step(moreBytes, (pages) => pages.at(name).delete()));
      continue;
    }
    const standing = compared.sheets.some((sheet) => sameSheet(sheet.name, name)) || made.has(key);
    if (create === true && !standing) {
      made.add(key);
      const place = position !== undefined && position < count ? position : null;
      count++;
      steps.push(step(2 * moreBytes, (pages) => {
        const sheet = pages.add(name);
        if (place !== null) sheet.position = place;
      }));
    }
    const { before, after, last, keeps } = around.get(key)!;
    if (!begun.has(key) && part !== own && !countsParts(part)) {
      begun.add(key);
      steps.push(...before);
    }
    const checks = sheets.flatMap((each) => (each.sheet.toLowerCase() === key ? each.validations ?? [] : []));
    // Another check of the patch may lie over the same cells.
    const alone = (area: Area): boolean => checks.filter((each) => overlaps(each.area, area)).length === 1;
    const bare = (area: Area): boolean => made.has(key) || (part.clear ?? []).some((each) => inside(area, each));
    steps.push(...stepsOf(part, compared, (area) => bare(area) && alone(area), keeps));
    if (part === own) open();
    if (part === last) steps.push(...after);
  }
  const { show } = patch;
  if (show !== undefined) {
    steps.push(step(rangeBytes, (pages) => {
      const sheet = pages.at(show.sheet);
      sheet.activate();
      sheet.getRangeByIndexes(show.row, show.column, 1, 1).select();
    }));
  }
  const end = sheets[sheets.length - 1];
  const area = end !== undefined && wipesJournal(end) ? end.clear![0]! : null;
  return {
    daily: sheets.every(isDaily) && opened.length === 0, steps, opened,
    journal: own === null || area === null ? null : { sheet: own.sheet, area, made: made.has(own.sheet.toLowerCase()) },
  };
}

const inside = (area: Area, around: Area): boolean =>
  area.row >= around.row && area.row + area.rows <= around.row + around.rows &&
  area.column >= around.column && area.column + area.columns <= around.column + around.columns;
