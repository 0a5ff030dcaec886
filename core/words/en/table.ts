import type { TableIssues } from "../../issue/table";
import type { Says } from "../words";

export const table: Says<TableIssues> = {
  "no-header": () => "No header row of a criteria table was found. Add one above the criteria, with “Tiêu chí” and “Điểm tối đa”.",
  "two-tables": ({ first, second }) =>
    `The sheet holds two criteria tables, at ${first} and ${second}. Move each to a sheet of its own and read again.`,
  "no-criteria": () => "There is no criterion below the header row. Paste the rows right below it.",
  "too-many-criteria": ({ count, most }) => `The table has ${count} criteria; a rubric holds up to ${most}. Split the table.`,
  "columns-twice": ({ first, second }) =>
    `Columns “${first}” and “${second}” say the same; only the first was read. Delete or rename the one not used.`,

  "max-missing": () => "The maximum is missing and counts as 0 for now. Enter the criterion's maximum.",
  "max-unread": ({ text }) => `The maximum “${text}” is not a number of points up to 1,000,000 and counts as 0 for now. Enter it in digits.`,
  "min-unread": ({ text }) => `The minimum “${text}” is not a number of points up to 1,000,000 and counts as 0 for now. Enter it in digits.`,
  "max-negative": ({ points }) =>
    `The maximum ${points} is below 0, so the row was read as a deduction. If it is none, enter a positive number.`,
  "max-ambiguous": ({ text, readings }) =>
    `The maximum “${text}” may be ${readings.join(" or ")} and counts as 0 for now. Write it unambiguously, for example without a thousands separator.`,
  "sign-unsure": () => "It is not clear whether this is a bonus or a deduction; read as a bonus. Put + or − before the points.",
  "max-below-min": ({ max, min }) => `The maximum ${max} is below the minimum ${min}. Correct one of them.`,

  "sum-differs": ({ declared, found }) =>
    `The group declares ${declared} points but its rows add up to ${found}. Check the maxima of the group and of its rows.`,
  "total-differs": ({ declared, found }) =>
    `The table declares ${declared} points in total but its criteria add up to ${found}. Check the maxima of the rows.`,
  "count-differs": ({ declared, found }) => `The table declares ${declared} criteria but ${found} were read. Check for missing or extra rows.`,

  "code-duplicate": ({ text, first }) => `Code “${text}” is already used in cell ${first}. Change one of the two.`,
  "code-unsure": ({ shown, taken }) =>
    `The spreadsheet turned the code into “${shown}”; read as ${taken}. Format the cell as text and type the code again.`,
  "code-misplaced": ({ text, group }) =>
    `Code “${text}” does not belong to “${group}”, the group before it; the row was placed by its order. Correct the code or move the row.`,
  "id-duplicate": () =>
    "This row was copied from another, so it was read as a new criterion. Delete it if that was a mistake; otherwise press “Read table” and confirm again.",
  "name-empty": () => "The row has no name. Enter the name of the criterion.",
  "text-long": ({ length, most }) => `The cell has ${length} characters, more than ${most}; the rest was not kept. Shorten it.`,
  "group-empty": () => "The group has no criterion. Add one or delete the row.",
  "group-rule": ({ text }) =>
    `The group's row has a rule “${text}” that is not used: a group's points are the sum of its rows. Move it to a criterion if needed.`,
  "row-unsure": ({ text }) =>
    `“${text}” has neither code nor points and was read as the name of a group. If it continues the row above, join it to that row's cell.`,
  "row-outside": ({ text }) =>
    `“${text}” stands behind the notes or signatures below the table and was not read as a criterion. If it is one, move its row above them.`,

  "cell-error": ({ error }) => `The cell shows the error ${error} and was read as blank. Enter its content again.`,
  "cells-computed": ({ count }) =>
    `${count === 1 ? "1 cell of the table is a formula; the value it shows was" : `${count} cells of the table are formulas; the values they show were`} read. If a figure is wrong, paste the table as values.`,

  "parent-unknown": () => "The group of this row was not found, or stands below it. Correct the order of the rows.",
  "digits-few": ({ points, digits }) =>
    `${points} points have more decimals than the ${digits} that points are rounded to. Raise the number of decimals or correct the points.`,

  "band-name-empty": ({ from }) => `The band from ${from} has no name. Enter one.`,
  "band-name-duplicate": ({ name }) => `Band “${name}” stands twice. Rename or delete one.`,
  "band-order": ({ name, before }) => `Band “${name}” is higher than band “${before}” before it. Sort the bands from high to low.`,
  "band-overlap": ({ name, other, from }) => `Bands “${other}” and “${name}” both start at ${from}. Change one threshold.`,
  "band-gap": ({ name, from }) => `Results below band “${name}” (${from}) belong to no band. Add a band that starts at 0.`,
  "band-unreachable": ({ name, from, most }) =>
    `Band “${name}” starts at ${from} but the highest result is ${most}. Check whether the threshold is in points or percent.`,
};
