import type { FormIssues } from "../../issue/form";
import { plainNumber, sharePercent } from "../plain";
import type { Says } from "../words";
import { named } from "./input";

const asked = (label: string): string => (label === "" ? "The input" : `“${label}”`);

const number = (count: number): string => plainNumber(String(count), "en");

export const form: Says<FormIssues> = {
  "sheet-missing": ({ sheet }) =>
    `Sheet “${sheet}” is missing. If it was deleted by mistake, press Undo (Ctrl+Z) or open the saved copy; otherwise build the form again.`,
  "rubric-sheet-missing": ({ sheet }) =>
    `Sheet “${sheet}” is missing. Forms are still scored by the rubric as it was stored; press “Build the form” to bring the sheet back.`,
  "store-missing": ({ sheet }) =>
    `The hidden sheet “${sheet}” is gone, so bands, rounding and other settings are the defaults. Check the settings, then build the form again.`,
  "form-unit-twice": ({ sheet, other, name }) =>
    `Sheets “${sheet}” and “${other}” are both the form of “${name}”; the ranking takes “${other}” only. Correct the unit's name and code on the copy, or delete it.`,
  "form-unreadable": ({ sheet, name }) =>
    `Sheet “${sheet}”${name === "" ? "" : ` of “${name}”`} can no longer be read: it lost the form's hidden rows or columns. Press Undo (Ctrl+Z) or open the saved copy; the figures on the sheet are still there.`,
  "form-foreign": ({ sheet, title, rows, strange }) =>
    `Sheet “${sheet}” is a form of another rubric${title === "" ? "" : ` (“${title}”)`}: ${strange} of its ${rows} rows of criteria are unknown here. The sheet is left as it is: not scored, not repaired, not ranked. Open the form in the workbook of that rubric, or enter the figures into a form built here.`,
  "form-row-missing": ({ sheet, name, label }) =>
    label === ""
      ? `Sheet “${sheet}” has lost the row of criterion “${name}”. Build the form again: the row comes back, other figures stay.`
      : `Sheet “${sheet}” has lost the row “${label}” of criterion “${name}”. Build the form again: the row comes back, other figures stay.`,
  "form-row-twice": ({ sheet, name }) =>
    `Sheet “${sheet}” has the row of “${name}” twice; only the first is read, and the totals on the sheet may count both. Delete the other, or build the form again.`,
  "form-column-missing": ({ sheet, column }) =>
    `Sheet “${sheet}” has lost the column “${column}”. Build the form again: the column comes back, other figures stay.`,
  "form-row-unknown": ({ sheet, code, name }) =>
    `Sheet “${sheet}” has figures of criterion ${code} “${name}”, which left the rubric. Build the form again: they are kept aside and listed in “Nhật ký”.`,
  "formula-entered": ({ label, formula }) =>
    `${asked(label)} holds the formula “${formula}”. Its value counts, but only the value stays when the form is built again. Better enter the number itself.`,
  "formula-points-apart": () =>
    "Some cells show other points than the answers give. Press “Prove the points”.",
  "formula-in-words": ({ label, formula }) =>
    `${asked(label)} holds the formula “${formula}”. The words it shows are kept, but not the formula when the form is built again. Better enter the words themselves.`,
  "words-error": ({ label, text, meant }) =>
    meant === ""
      ? `${asked(label)} shows the error ${text}. Empty the cell and enter the words again.`
      : `${asked(label)} shows the error ${text}, since the program took “${meant}” for a formula. Enter it again with an apostrophe (') in front.`,
  "entry-long": ({ label, length, most }) =>
    `${asked(label)} has ${number(length)} characters; a cell holds ${number(most)}. Move some to another cell; when the form is built again, what is too much goes to “Nhật ký”.`,
  "date-entered": ({ label, text }) =>
    `${asked(label)} became “${text}”, since the program turned a number into a date or a time. Empty the cell, press “Check and repair”, then enter the number again.`,
  "share-small": ({ input, label, text, meant }) =>
    `${named(input, label)}: the cell holds ${sharePercent(text, "en")}. If it should be ${sharePercent(meant, "en")}, enter it again with the % sign; if it is right, leave it.`,
  "not-applicable-unknown": ({ text }) =>
    `“${text}” is not understood. Leave this cell blank or choose “Not applicable”; figures go into the rows below.`,
  "form-outdated": () => "The rubric was edited after the forms were built. Press “Build the form again”: every answer is kept there or in sheet “Nhật ký”.",
  "write-unfinished": () => "The last write stopped half-way. Press “Go on writing” at the top of this panel first, then try again.",
  "write-typed-since": () =>
    "This cell was filled after the last write stopped half-way. Its value was kept; check that it belongs there.",
  "write-lost": () => "The write cannot go on: the hidden sheet that kept what was left to do was changed. What was entered is still there. Press “Check and repair” in the menu.",
  "write-undone": () => "The write that stopped had changed nothing, so it was dropped; the workbook is as before. Press again what you want done.",
  "write-left": ({ sheet }) =>
    `Sheet “${sheet}” was filled in, renamed or deleted after the write stopped half-way, so it was left as it is. Press “Build form” to update it; nothing entered is lost.`,
  "back-none": () => "There is nothing left to take back.",
  "back-lost": () => "This cannot be taken back: the hidden sheet that recorded the state before was changed. If needed, open a copy saved before.",
  "back-long": () => "This cannot be taken back: the state before is too large to keep with the file. If it is needed, save a copy before pressing.",
  "formula-far-moved": ({ sheet, formula, more }) =>
    `The formula in this cell reads rows of sheet “${sheet}” that have just moved, so it may read another criterion now: =${formula}. Look at it and point it at the new row; the log holds what it said.${more > 0 ? ` There are ${more} more such formulas, told in the log.` : ""}`,
  "back-edited": ({ sheet }) =>
    `Sheet “${sheet}” was edited in this cell since, so nothing was taken back and no edit is lost. Put the cell back as it was and press again, or leave it.`,
  "back-filled": ({ sheet }) =>
    `Something was entered into sheet “${sheet}” in this cell since, so it stays. If it is not needed, clear the content or delete the sheet.`,
  "back-used": ({ sheet }) =>
    `Sheet “${sheet}” stays because the formula in this cell reads from it. If it is not needed, change the formula, then delete the sheet.`,
  "rubric-missing": () => "This workbook has no rubric yet. Paste the criteria table and press “Read table” first.",
};
