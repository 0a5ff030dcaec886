import { column, held, type Json, outcome, plain, type Probe, type Range } from "./probe";

const strict = (): GoogleAppsScript.Spreadsheet.DataValidationBuilder => SpreadsheetApp.newDataValidation().setAllowInvalid(false);

/** Checks as they are given back. */
function checks(range: Range): Json {
  SpreadsheetApp.flush();
  return range.getDataValidations().map((line) => line.map((check) =>
    check === null ? null : {
      kind: String(check.getCriteriaType()), values: plain(check.getCriteriaValues()), help: check.getHelpText(),
      lets: check.getAllowInvalid(),
    }));
}

function formatRule(sheet: GoogleAppsScript.Spreadsheet.Sheet, formula: string): Json {
  const set = outcome(() => {
    const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(formula).setBackground("#fde7e9")
      .setRanges([sheet.getRange("A1:A5")]).build();
    sheet.setConditionalFormatRules([rule]);
  });
  const back = sheet.getConditionalFormatRules().map((rule) => plain(rule.getBooleanCondition()?.getCriteriaValues() ?? null));
  return { formula, set, back };
}

export const ruleProbes: readonly Probe[] = [
  {
    id: "check-broken", asks: "What happens when a script writes what a strict check forbids",
    run: (sheet) => {
      const cell = sheet.getRange("A1").setDataValidation(strict().requireNumberBetween(0, 1).build());
      return { set: outcome(() => void cell.setValues([[5]])), held: held(cell) };
    },
  },
  {
    id: "check-whole", asks: "A check by formula on its own cell, written absolute",
    run: (sheet) => {
      const cell = sheet.getRange("B2");
      const formula = "=IFERROR(AND(ISNUMBER($B$2);$B$2=INT($B$2);$B$2>=0;$B$2<=9);FALSE())";
      const set = outcome(() => void cell.setDataValidation(strict().requireFormulaSatisfied(formula).setHelpText("0-9").build()));
      const tries = [3, 2.5, "x", -1, ""].map((value) => ({ value, set: outcome(() => void cell.setValues([[value]])), held: held(cell) }));
      return { set, checks: checks(cell), tries };
    },
  },
  {
    id: "check-relative", asks: "Where a relative formula of a check points in the second cell, set for a range and set as an array",
    run: (sheet) => {
      const check = strict().requireFormulaSatisfied("=ISNUMBER(A1)").build();
      sheet.getRange("A1:A2").setDataValidation(check);
      sheet.getRange("C1:C2").setDataValidations([[check], [check]]);
      const tries = ["A2", "C2"].map((cell) => ({
        cell, number: outcome(() => void sheet.getRange(cell).setValues([[1]])),
        text: outcome(() => void sheet.getRange(cell).setValues([["x"]])),
      }));
      return { checks: [checks(sheet.getRange("A1:A2")), checks(sheet.getRange("C1:C2"))], tries };
    },
  },
  {
    id: "check-list", asks: "Members of a list: a comma, a number, 500 and 501 of them",
    run: (sheet) => ({
      comma: outcome(() => void sheet.getRange("A1").setDataValidation(strict().requireValueInList(["a, b", "0,5", "Có"], true).build())),
      checks: checks(sheet.getRange("A1")),
      many: [500, 501].map((count) => {
        const members = Array.from({ length: count }, (_, k) => `m${k}`);
        return { count, set: outcome(() => void sheet.getRange("B1").setDataValidation(strict().requireValueInList(members, true).build())) };
      }),
    }),
  },
  {
    id: "check-help", asks: "How long the text of a check may be",
    run: (sheet) => [255, 500, 1000, 5000].map((length) => ({
      length,
      set: outcome(() => void sheet.getRange("A1").setDataValidation(strict().requireFormulaSatisfied("=TRUE()").setHelpText("x".repeat(length)).build())),
      length_back: sheet.getRange("A1").getDataValidation()?.getHelpText()?.length ?? null,
    })),
  },
  {
    id: "check-array", asks: "Whether null in an array of checks takes a check off",
    run: (sheet) => {
      const range = column(sheet, 2).setDataValidation(strict().requireNumberBetween(0, 1).build());
      range.setDataValidations([[null], [strict().requireNumberBetween(2, 3).build()]]);
      return checks(range);
    },
  },
  {
    id: "condition-formulas", asks: "Which spellings of a conditional format's formula are taken",
    run: (sheet) => ["=AND($A1>0;$B1=\"x\")", "=AND($A1>0,$B1=\"x\")", "='Other sheet'!$A1>0", "=INDIRECT(\"A1\")>0"].map((formula) =>
      formatRule(sheet, formula)),
  },
  {
    id: "condition-kinds", asks: "A rule and heat colours side by side, read back",
    run: (sheet) => {
      const range = sheet.getRange("A1:A5");
      const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied("=$A1>1").setBold(true).setUnderline(true)
        .setItalic(true).setFontColor("#a4262c").setBackground("#fde7e9").setRanges([range]).build();
      const heat = SpreadsheetApp.newConditionalFormatRule().setGradientMinpoint("#ffffff").setGradientMaxpoint("#0b5a0b")
        .setRanges([range]).build();
      const set = outcome(() => void sheet.setConditionalFormatRules([rule, heat]));
      return { set, kinds: sheet.getConditionalFormatRules().map((each) => (each.getGradientCondition() === null ? "formula" : "heat")) };
    },
  },
  {
    id: "clear", asks: "What clear and clearDataValidations leave in a cell",
    run: (sheet) => {
      const cell = sheet.getRange("A1").setValue(1).setNumberFormat("0.00").setBackground("#ffff00").setFontWeight("bold");
      cell.setDataValidation(strict().requireNumberBetween(0, 9).build());
      formatRule(sheet, "=$A1>0");
      cell.clear();
      const cleared = { held: held(cell), checks: checks(cell), background: cell.getBackgrounds(), conditions: sheet.getConditionalFormatRules().length };
      cell.clearDataValidations().setNumberFormat("General");
      return { cleared, afterwards: { held: held(cell), checks: checks(cell) } };
    },
  },
];
