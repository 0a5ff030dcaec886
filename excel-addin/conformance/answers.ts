import type { Json } from "./probe";

/** Where the answers come from. */
export interface Surroundings {
  readonly host: string;
  readonly platform: string;
  readonly version: string;
  /** Highest ExcelApi that this Excel says it has. */
  readonly api: string;
  readonly languages: Json;
  readonly culture: Json;
}

export interface Answer {
  readonly id: string;
  /** Not to be compared: it depends on the machine. */
  readonly measured?: true;
  readonly answer?: Json;
  /** The probe itself failed, or the person skipped it. */
  readonly failed?: string;
}

/** A run on one Excel, as it is committed in test/double/answers. */
export interface Answers {
  readonly format: "scorebook-excel-answers-1";
  readonly surroundings: Surroundings;
  readonly answers: readonly Answer[];
}

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The double knows no such member: it refuses rather than guess, and there is nothing to compare. */
const refused = (ours: Json | undefined): boolean => ours !== undefined && isRecord(ours) && ours["error"] === "NotImplemented";

/** Where two answers differ, as paths with both sides; a key that is absent counts as different from null. */
export function differences(theirs: Json | undefined, ours: Json | undefined, path = ""): readonly string[] {
  if (refused(ours)) return [];
  if (theirs !== undefined && ours !== undefined) {
    if (Array.isArray(theirs) && Array.isArray(ours)) {
      const length = Math.max(theirs.length, ours.length);
      return Array.from({ length }, (_, index) => differences(theirs[index], ours[index], `${path}[${index}]`)).flat();
    }
    if (isRecord(theirs) && isRecord(ours)) {
      const keys = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])];
      return keys.flatMap((key) => differences(theirs[key], ours[key], path === "" ? key : `${path}.${key}`));
    }
    if (Object.is(theirs, ours)) return [];
  }
  const shown = (value: Json | undefined): string => (value === undefined ? "nothing" : JSON.stringify(value));
  return [`${path || "answer"}: ${shown(theirs)}, the double ${shown(ours)}`];
}

/** Every difference between a committed run and the double's, by probe; what only one side answered is not compared. */
export function compareAnswers(theirs: Answers, ours: Answers): readonly { readonly id: string; readonly differences: readonly string[] }[] {
  return theirs.answers.flatMap((their) => {
    const our = ours.answers.find((answer) => answer.id === their.id);
    if (!our || their.measured || their.answer === undefined || our.answer === undefined) return [];
    const found = differences(their.answer, our.answer);
    return found.length === 0 ? [] : [{ id: their.id, differences: found }];
  });
}
