import type { Case } from "./case";
import { issue, type Issue } from "../../core/issue/issue";
import { isWhole, parseExact } from "../../core/number/exact";
import { type DecimalMark, readNumber } from "../../core/number/read";
import type { Unit } from "../../core/ranking/unit";
import type { Settings } from "../../core/rubric/rubric";

const commas = "vi|de|fr|es|it|pt|ru|uk|pl|cs|id|nl|da|fi|nb|sv|tr|lo|km";
const points = "en|zh|ja|ko|th|he|hi|ms|my";

/** The decimal mark of a locale ("vi-VN", "en"); undefined where it is not known. */
export function markOf(locale: string | undefined): DecimalMark | undefined {
  const language = /^[a-z]+/i.exec(locale ?? "")?.[0].toLowerCase() ?? "";
  return commas.split("|").includes(language) ? "," : points.split("|").includes(language) ? "." : undefined;
}

/** A plain decimal of what the case gives as a number, else the problem with it. */
function plain(given: string | number, mark: DecimalMark | undefined): { value: string } | { problem: Issue } {
  const text = String(given);
  const read = readNumber(text, mark);
  if (read.kind === "number") return { value: read.value };
  return {
    problem: read.kind === "ambiguous"
      ? issue("number-ambiguous", {}, { text, readings: read.readings })
      : issue("not-a-number", {}, { text }),
  };
}

/** The settings of the case over those of the rubric. A band whose threshold is no number is left out, with an issue. */
export function settingsOf(base: Settings, given: Case["settings"], mark: DecimalMark | undefined, issues: Issue[]): Settings {
  if (given === undefined) return base;
  const bands = given.bands?.flatMap(({ name, from, inclusive }) => {
    const read = plain(from, mark);
    if ("value" in read) return [{ name, from: read.value, inclusive: inclusive ?? true }];
    const { code, at, params } = read.problem;
    issues.push(issue(code, at, { ...params, input: "from", label: name } as never));
    return [];
  });
  return {
    digits: given.digits ?? base.digits,
    roundAt: given.roundAt ?? base.roundAt,
    evidence: given.evidence ?? base.evidence,
    notApplicable: given.notApplicable ?? base.notApplicable,
    bands: bands === undefined ? base.bands : bands.sort((a, b) => Number(b.from) - Number(a.from)),
    bandUnit: given.bandUnit ?? base.bandUnit,
    ties: given.ties ?? base.ties,
    encouragedInCounts: given.encouragedInCounts ?? base.encouragedInCounts,
  };
}

/** A unit of the case; a previous result that is no number is left out, with an issue. */
export function unitOf(
  given: NonNullable<Case["units"]>[number], mark: DecimalMark | undefined, issues: Issue[],
): Unit {
  const code = String(given.code);
  const name = given.name ?? code;
  const unread = (text: string): null => {
    issues.push(issue("unit-previous-unread", { unit: code }, { name, text }));
    return null;
  };
  const { total = null, rank = null } = given.previous ?? {};
  const read = total === null ? null : plain(total, mark);
  const fits = rank === null || (rank >= 1 && isWhole(parseExact(rank.toFixed(6))));
  return {
    code, name, block: given.block ?? "", ranked: given.ranked ?? true,
    ...(given.parent === undefined ? {} : { parent: given.parent }),
    ...(given.previous === undefined
      ? {}
      : {
          previous: {
            total: read === null ? null : "value" in read ? parseExact(read.value) : unread(String(total)),
            rank: fits ? rank : unread(String(rank)),
          },
        }),
  };
}
