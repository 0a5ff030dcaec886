import type { SheetWords } from "../sheet-words";
import { formSheet } from "./form-sheet";

export const sheet: SheetWords = {
  form: formSheet,
  status: {
    full: "Complete",
    unscored: "Not scored",
    notApplicable: "Not applicable",
    notApplicableReason: "Not applicable: explain why",
    notApplicableOnly: "Choose “Not applicable” or leave blank",
    wrong: "Mend {}",
    wrongOne: "Mend the figure",
    missing: "Missing {}",
    blank: "Not filled in",
    unchosen: "Not chosen",
    direct: "Enter points directly, {} to {}",
    relative: "Scored once all units are in",
    silent: "Denominator 0: the decision is silent",
    excluded: "Denominator 0: criterion left out",
    negativeUnder: "Denominator below 0",
    evidence: "Proof needed",
    evidenceOrWords: "Proof or explanation needed",
    clamped: "{} above {}: counted as 100%",
    look: "Check: {}",
    reviewRange: "Reviewed points: a number from {} to {}",
    reviewReason: "Reason for the change needed",
    notNumber: "Must be a number (here: {})",
    notInList: "Choose from the list",
    notWhole: "Must be a whole number",
    range: "From {} to {}",
    shareRange: "From 0 to 100%",
    negative: "May not be below 0",
    tooLarge: "Number too large",
    cellError: "The cell shows an error: enter it again",
    left: "{} criteria left",
    done: "All filled in",
  },
  checks: {
    list: {
      prompt: "Press the arrow at the cell's edge and choose one.",
      error: "This cell takes only a member of its list. Choose again from the arrow at the cell's edge.",
    },
    number: {
      prompt: "Enter a number, 0 or above. Enter 0 where there is none.",
      error: "This cell takes only numbers, no days and no percents. The number must be from 0 to 1,000,000,000,000,000.",
    },
    whole: (max) => ({
      prompt: max === null ? "Enter a count: 0, 1, 2… Enter 0 where there is none." : `Enter a count from 0 to ${max}. Enter 0 where there is none.`,
      error:
        max === null
          ? "This cell takes only whole numbers from 0 to 1,000,000,000,000,000: no days, no percents, no fractions."
          : `This cell takes only whole numbers from 0 to ${max}. Enter it without a fraction.`,
    }),
    share: {
      prompt: "Enter a share from 0% to 100%, for example 85%.",
      error: "This cell takes only a share from 0% to 100%. Enter it with the % sign, for example 85%.",
    },
    points: (min, max) => ({
      prompt: `Enter points from ${min} to ${max}.`,
      error: `Points must be a number from ${min} to ${max}. Enter them again.`,
    }),
    reviewed: (min, max) => ({
      prompt: `Only where the review differs from the self score: from ${min} to ${max}, with a reason.`,
      error: `Reviewed points must be a number from ${min} to ${max}. Enter them again.`,
    }),
    evidence: (asked) => ({
      prompt: `Give the document's number, day and subject.${asked === "" ? "" : ` Needed: ${asked}`}`,
      error: "Too long: a cell holds 32,767 characters. Shorten or split it.",
    }),
    explanation: {
      prompt: "Say why where the criterion does not apply, proof is missing, or more should be known.",
      error: "Too long: a cell holds 32,767 characters. Shorten or split it.",
    },
    reason: {
      prompt: "Say why where the reviewed points differ from the self score.",
      error: "Too long: a cell holds 32,767 characters. Shorten or split it.",
    },
    notApplicable: {
      prompt: "Leave blank. Choose “Not applicable” only where the unit has no such thing, and say why under “Explanation”.",
      error: "Leave this cell blank, or choose “Not applicable”. Figures go into the rows below.",
    },
    letterhead: {
      prompt: "Write it as the unit's papers do.",
      error: "Too long: a cell holds 32,767 characters. Shorten it.",
    },
  },
  store: { note: "Written and read by the program. Please do not edit." },
  log: {
    heads: { when: "When", what: "What", unit: "Unit", code: "No.", name: "Criterion", part: "Cell", value: "Content" },
    parked: "Kept aside",
    reworded: "Question worded anew",
    returned: "Put back into the form",
    note: "Moved out of the form",
    back: "Taken back",
    operations: {
      confirm: "Make the rubric's sheet", build: "Make the forms",
      rebuild: "Make the forms again", units: "Make the list of units",
      rank: "Rank", rule: "Change a rule",
      convert: "Mend", settings: "Save the settings",
      preset: "Put in the preset", repair: "Check and repair",
    },
    repaired: "Check and repair",
    gaveWay: "Replaced when written again",
    far: "Formula to look at again",
    column: (name, count, first, computed) =>
      `Column ${name}, ${count} cells of this kind; the first: ${first}${computed === "" ? "" : ` ${computed} of them showed what is computed and are not copied here.`}`,
    parts: {
      evidence: "Proof",
      explanation: "Explanation",
      reviewed: "Reviewed points",
      reason: "Reason for the change",
      notApplicable: "Not applicable",
    },
  },
};
