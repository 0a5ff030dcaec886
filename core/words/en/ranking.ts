import type { RankingIssues } from "../../issue/ranking";
import { plainNumber } from "../plain";
import type { Says } from "../words";

const number = (value: string): string => plainNumber(value, "en");

export const ranking: Says<RankingIssues> = {
  "unit-list-missing": ({ sheet }) => `Sheet “${sheet}” has no units yet. Type or paste the units' names, one per row.`,
  "unit-duplicate": ({ code }) => `Unit code “${code}” stands twice. Change one in sheet “Đơn vị”.`,
  "unit-name-missing": ({ code }) => `The unit with code “${code}” has no name. Type its name or delete the row.`,
  "unit-name-duplicate": ({ name, block }) =>
    `“${name}” stands twice${block === "" ? "" : ` in block “${block}”`}. Delete one row or make the names differ.`,
  "unit-block-missing": ({ name }) => `“${name}” has no block, while other units have one. Choose its block.`,
  "unit-block-unknown": ({ name, block, blocks }) =>
    `Block “${block}” of “${name}” is not among the blocks. Write one of: ${blocks.join("; ")}.`,
  "unit-status-unknown": ({ name, text }) =>
    `“${name}”: “${text}” in the column of ranked and encouraged units was not understood, so the unit is ranked. ` +
    "Choose “Xếp hạng” (ranked) or “Khuyến khích” (encouraged).",
  "unit-previous-unread": ({ name, text }) =>
    `“${name}”: the previous result “${text}” is not a number, so nothing is compared. Type a number.`,
  "unit-character": ({ text, kept }) =>
    `“${text}” holds * ? or ~, which a spreadsheet reads as a pattern, so it is written as “${kept}”.`,
  "unit-no-score": ({ code, name }) =>
    `“${name}” (${code}) has no points and is not ranked. Receive its form or type its points in sheet “Chỉ số”.`,
  "points-not-number": ({ name, indicator, text }) =>
    `“${name}”, indicator “${indicator}”: “${text}” is not a number and was not counted. Type a number.`,
  "points-out-of-range": ({ name, indicator, text, min, max }) =>
    `“${name}”, indicator “${indicator}”: ${number(text)} is not between ${number(min)} and ${number(max)}. ` +
    "Check the decimal mark and type it again.",
  "points-missing": ({ name, indicators }) =>
    `“${name}” still lacks points: ${indicators.join("; ")}. The total adds up what is there.`,
  "unit-max-wrong": ({ name, text, max }) =>
    `“${name}”: the maximum “${text}” must be a number above 0 and at most ${number(max)}. Type the unit's maximum.`,
  "points-unlisted": ({ code, name }) =>
    `The points of “${name}” (${code}) are kept at the end of sheet “Chỉ số”, because sheet “Đơn vị” no longer has the ` +
    "code. Add the unit again, or delete the row if it is not needed.",
  "points-from-form": ({ name, indicator, text, form }) =>
    `“${name}”, indicator “${indicator}”: the typed points ${number(text)} gave way to those of form “${form}”. If they are wrong, correct the form.`,
  "unit-form-stray": ({ sheet, name }) =>
    `The form on sheet “${sheet}”${name === "" ? " names no unit" : ` of “${name}”`} fits no unit of sheet “Đơn vị”. Make the names or codes agree.`,
};
