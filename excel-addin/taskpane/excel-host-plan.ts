import { sameSheet } from "../../core/sheet/address";
import type { Area } from "../../core/sheet/address";
import { overlaps } from "../../core/sheet/apply";
import { journalColumn, journalMark } from "../../core/sheet/journal-mark";
import type { Patch, SheetPatch } from "../../core/sheet/patch";
import { type Compared, isDaily } from "./excel-host-compare";
import { protectionOptions, sameProtection } from "./excel-host-look";
import { conditionSteps, moreBytes, rangeBytes, step, type Step, stepsOf } from "./excel-host-write";

export interface WritePlan {
  /** Only contents are written: nothing that Excel cannot undo. */
  readonly daily: boolean;
  readonly steps: readonly Step[];
  /** Protected sheets that are opened for the writing, with what puts their protection back. */
  readonly opened: readonly { readonly sheet: string; readonly options: Excel.WorksheetProtectionOptions }[];
}

/**
 * All that a patch does, in order: protected sheets opened, since Excel may refuse that; the journal; the other parts,
 * each sheet's formats by condition taken off first; those formats and protection; the journal's end; what is shown.
 */
export function planWrite(patch: Patch, compared: Compared): WritePlan {
  const opening: Step[] = [];
  const before = new Map<string, readonly Step[]>();
  const steps: Step[] = [];
  const ending: Step[] = [];
  const last = patch.sheets[patch.sheets.length - 1];
  const end = last !== undefined && isJournalEnd(last) ? last : null;
  const names = [...new Set(patch.sheets.filter(({ remove }) => remove !== true).map(({ sheet }) => sheet.toLowerCase()))];
  const opened: { sheet: string; options: Excel.WorksheetProtectionOptions }[] = [];
  const closing: Step[] = [];
  for (const key of names) {
    const parts = patch.sheets.filter(({ sheet }) => sheet.toLowerCase() === key);
    const name = parts[0]!.sheet;
    const standing = compared.facts.get(name)?.protection ?? null;
    const asked = parts.map(({ protection }) => protection).filter((each) => each !== undefined).pop();
    const touched = parts.some((part) =>
      !isDaily(part) || (part.blocks ?? []).some((block) => compared.ready.get(block)?.open !== true));
    const opens = standing !== null && touched;
    if (opens) {
      opened.push({ sheet: name, options: sameProtection(standing) });
      opening.push(step(moreBytes, (pages) => pages.at(name).protection.unprotect()));
    }
    const conditions = conditionSteps(parts, compared.facts.get(name));
    before.set(key, conditions.before);
    // A sheet that is protected again takes no more.
    const after = end !== null && sameSheet(end.sheet, name) ? ending : closing;
    after.push(...conditions.after);
    const kept = opens ? sameProtection(standing) : null;
    const options = asked === undefined ? kept : asked === null ? null : protectionOptions(asked);
    if (options !== null) after.push(step(2 * moreBytes, (pages) => pages.at(name).protection.protect(options)));
  }
  let count = compared.sheets.length;
  const made = new Set<string>();
  const [first] = patch.sheets;
  for (const part of patch.sheets) {
    const { sheet: name, create, position, remove } = part;
    if (remove === true) {
      if (!compared.sheets.some((sheet) => sameSheet(sheet.name, name))) continue;
      count--;
      steps.push(step(moreBytes, (pages) => pages.at(name).delete()));
      continue;
    }
    const standing = compared.sheets.some((sheet) => sameSheet(sheet.name, name)) || made.has(name.toLowerCase());
    if (create === true && !standing) {
      made.add(name.toLowerCase());
      const place = position !== undefined && position < count ? position : null;
      count++;
      steps.push(step(2 * moreBytes, (pages) => {
        const sheet = pages.add(name);
        if (place !== null) sheet.position = place;
      }));
    }
    const key = name.toLowerCase();
    const checks = patch.sheets.flatMap((each) => (each.sheet.toLowerCase() === key ? each.validations ?? [] : []));
    // Another check of the patch may lie over the same cells.
    const alone = (area: Area): boolean => checks.filter((each) => overlaps(each.area, area)).length === 1;
    const bare = (area: Area): boolean => made.has(key) || (part.clear ?? []).some((each) => inside(area, each));
    const fresh = (area: Area): boolean => bare(area) && alone(area);
    const own = stepsOf(part, compared, fresh);
    if (part !== first || !isJournal(part)) {
      own.unshift(...before.get(key) ?? []);
      before.delete(key);
    }
    if (part === end) ending.unshift(...own);
    else steps.push(...own);
  }
  const { show } = patch;
  if (show !== undefined) {
    ending.push(step(rangeBytes, (pages) => {
      const sheet = pages.at(show.sheet);
      sheet.activate();
      sheet.getRangeByIndexes(show.row, show.column, 1, 1).select();
    }));
  }
  return { daily: patch.sheets.every(isDaily) && opened.length === 0, steps: [...opening, ...steps, ...closing, ...ending], opened };
}

function isJournal({ blocks }: SheetPatch): boolean {
  const write = blocks?.[0]?.cells[0]?.[0] ?? null;
  return write !== null && write.v === journalMark;
}

function isJournalEnd({ clear, ...rest }: SheetPatch): boolean {
  return clear?.length === 1 && clear[0]!.row === 0 && clear[0]!.column === journalColumn && clear[0]!.columns === 1 &&
    Object.keys(rest).length === 1;
}

const inside = (area: Area, around: Area): boolean =>
  area.row >= around.row && area.row + area.rows <= around.row + around.rows &&
  area.column >= around.column && area.column + area.columns <= around.column + around.columns;
