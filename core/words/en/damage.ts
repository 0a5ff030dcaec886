import type { DamageIssues } from "../../issue/damage";
import type { Says } from "../words";

const quoted = (text: string): string => (text === "" ? "nothing" : `“${text}”`);
const row = (code: string, name: string): string => (code === "" ? `“${name}”` : `${code} “${name}”`);
const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`);

const formats = {
  text: "as text, so that figures typed there do not count", day: "as a date, so that figures typed there turn into days",
  number: "as a plain number", percent: "as a percentage, so that figures typed there are divided by 100",
} as const;

export const damage: Says<DamageIssues> = {
  "damage-formula-lost": ({ text }) =>
    text === "" ? "The formula of this cell was deleted. Repair: write it again." : `The formula of this cell was overwritten by ${quoted(text)}. Repair: write it again.`,
  "damage-formula-altered": ({ formula }) => `The formula of this cell was changed to “${formula}”. Repair: write it again.`,
  "damage-formulas-displaced": ({ count }) =>
    `${many(count, "formula no longer follows its row", "formulas no longer follow their rows")}; the first is here. Repair: write them again.`,
  "damage-values-stale": ({ count }) =>
    `${many(count, "formula shows", "formulas show")} an old result that does not follow the figures; the first is here. Repair: compute again.`,
  "damage-value-error": ({ count, error }) => `${many(count, "formula shows", "formulas show")} the error ${error}; the first is here. Repair: write them again.`,
  "damage-text-changed": ({ text, meant }) => `This cell says ${quoted(text)} in place of ${quoted(meant)}. Repair: write it as it was.`,
  "damage-cell-filled": ({ text }) =>
    `This cell is for computing only but holds ${quoted(text)}, which may spoil the total. Repair: take it out and copy it into the log.`,
  "damage-cell-emptied": ({ text }) =>
    `This cell is not for filling in but holds ${quoted(text)}. The sheet has to be written again, so the contents are copied into the log.`,
  "damage-check-lost": ({ count }) =>
    `${many(count, "cell to fill in has", "cells to fill in have")} lost the data check and its hint; the first is here. Repair: set the checks again; what was entered stays.`,
  "damage-check-altered": ({ count }) =>
    `${many(count, "cell to fill in has", "cells to fill in have")} another data check than when built; the first is here. Repair: set the checks again; what was entered stays.`,
  "damage-protection-off": ({ sheet }) => `Sheet “${sheet}” is no longer protected. Repair: protect it again, without a password.`,
  "damage-protection-altered": ({ sheet }) => `The protection of sheet “${sheet}” allows other things than when built. Repair: set it again.`,
  "damage-cells-unlocked": ({ count }) =>
    `${many(count, "cell of formulas or labels is", "cells of formulas or labels are")} unlocked and easily typed over; the first is here. Repair: lock them again.`,
  "damage-cells-locked": ({ count }) => `${many(count, "cell to fill in is", "cells to fill in are")} locked; the first is here. Repair: unlock them.`,
  "damage-format-changed": ({ count, format }) =>
    `${many(count, "cell is", "cells are")} formatted ${formats[format]}; the first is here. Repair: set the format again; the contents stay.`,
  "damage-colours-lost": ({ count }) => `${many(count, "automatic colour", "automatic colours")} of this sheet got lost. Repair: set them again.`,
  "damage-rows-missing": ({ count, name, last }) =>
    count === 1
      ? `${name === "" ? "The hidden row on top of the form" : `Row “${name}”`} is missing. Repair: put it back, its input blank; all other figures stay.`
      : `${count} rows are missing, from “${name}” to “${last}”. Repair: put them back, their inputs blank; all other figures stay.`,
  "damage-rows-moved": ({ count, name }) =>
    `${count === 1 ? "Row" : `${count} rows from`} “${name}” ${count === 1 ? "is" : "are"} out of place. Repair: move back with what was entered.`,
  "damage-rows-twice": ({ count, name }) =>
    `${count === 1 ? "Row" : `${count} rows from`} “${name}” ${count === 1 ? "stands" : "stand"} twice; only the first counts. Repair: take the second away; what differs in it goes below the form.`,
  "damage-rows-inserted": ({ count }) =>
    `${many(count, "row was", "rows were")} inserted into the form. It computes as before, so nothing needs repair; where the sheet has to be written again, what stands there goes below the form.`,
  "damage-rows-unknown": ({ count, name }) =>
    `${count === 1 ? "Row" : `${count} rows from`} “${name}” ${count === 1 ? "is" : "are"} not in the criteria. Repair: keep the figures aside and in the log.`,
  "damage-ids-lost": ({ count }) =>
    `${many(count, "row has", "rows have")} lost the id in the hidden column, so that the figures are not read; the first is here. Repair: write the ids again; the figures stay.`,
  "damage-columns-missing": ({ count, column }) =>
    `${many(count, "column is", "columns are")} missing${column === "" ? " among the hidden ones" : `: ${column}`}. Repair: put back; figures in other columns stay.`,
  "damage-columns-inserted": ({ count }) =>
    `${many(count, "column was", "columns were")} inserted into the form. It computes as before, so nothing needs repair; where the sheet has to be written again, what stands there goes to the right of the form.`,
  "damage-columns-moved": ({ count }) => `${many(count, "column is", "columns are")} out of place. Repair: move back with what was entered.`,
  "damage-sheet-renamed": ({ from, to }) => `Sheet “${from}” is now called “${to}”. The form is still recognised. Repair: remember the new name.`,
  "damage-form-deleted": ({ sheet, name }) =>
    `Sheet “${sheet}”${name === "" ? "" : ` of “${name}”`} is gone. If that was a slip, undo (Ctrl+Z) or open a saved copy to get the figures back. Repair: take it off the list of forms.`,
  "damage-facts-lost": ({ sheet }) =>
    `The hidden sheet “${sheet}” is gone, so that bands, rounding and other settings are the defaults. Repair: write it again; look at the settings afterwards.`,
  "damage-facts-altered": ({ sheet, count }) => `The hidden sheet “${sheet}” has ${many(count, "cell", "cells")} other than written. Repair: write it again.`,
  "damage-rubric-lost": ({ sheet }) => `Sheet “${sheet}” is gone. Forms are still computed by the stored criteria. Repair: put the sheet back.`,
  "damage-rubric-emptied": ({ sheet, count }) =>
    `Sheet “${sheet}” has no criterion any more. Forms are still computed by the stored rubric (${many(count, "criterion", "criteria")}). Repair: write the sheet again; other words on it are copied to the log.`,
  "damage-rubric-changed": ({ code, name }) =>
    `Criterion ${row(code, name)} was edited after the forms were built. Repair: write the forms again by the criteria as they are now.`,
  "damage-rubric-added": ({ code, name }) => `Criterion ${row(code, name)} was added after the forms were built. Repair: add its rows to the forms.`,
  "damage-rubric-removed": ({ code, name }) =>
    `Criterion ${row(code, name)} is no longer among the criteria. If that was a slip, undo (Ctrl+Z) or paste the row back before repairing. Repair: take its rows out of the forms; figures are kept aside and in the log.`,
  "damage-settings-changed": () =>
    "Settings (rounding, bands or other policies) changed after the forms were built. Repair: write the forms again by the settings as they are now.",
  "damage-answers-parked": ({ count, sheet }) =>
    `${many(count, "filled-in cell", "filled-in cells")} of sheet “${sheet}” ${count === 1 ? "has" : "have"} no place in the criteria as they are now. Repair: keep aside and in the log; they come back with their criterion.`,
  "damage-ranking-lost": ({ sheet }) => `Sheet “${sheet}” of the ranking is gone. Repair: rank again from the forms and the points entered.`,
  "damage-unit-missing": ({ sheet, code, name }) =>
    `Sheet “${sheet}” has no row for unit ${row(code, name)}. Repair: rank again from the forms and the points that stand. Points entered in a deleted row have to be entered again, or taken from a saved copy.`,
  "damage-unit-twice": ({ sheet, code, name }) =>
    `Unit ${row(code, name)} has two rows on sheet “${sheet}”. Repair: take out the second one, copy what it says to the log.`,
  "damage-unit-unknown": ({ sheet, code, name }) =>
    `Row ${row(code, name)} on sheet “${sheet}” belongs to no unit of the list. Repair: rank again, copy what it says to the log.`,
  "damage-ranking-altered": ({ sheet, count }) =>
    `Sheet “${sheet}” has ${many(count, "cell", "cells")} other than ranked; the first is here. Repair: write it again from the forms and the points entered.`,
};
