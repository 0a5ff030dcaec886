import { withoutTail } from "../number/tail";
import { type Input, inputsOf, largestFigure } from "../rule/inputs";
import type { Criterion } from "../rubric/rubric";
import type { Area } from "../sheet/address";
import type { Language } from "../sheet/snapshot";
import type { Validation } from "../sheet/workbook";
import { plainNumber } from "../words/plain";
import type { CheckWords, SheetWords } from "../words/sheet-words";
import { inputCalls } from "./input-call";
import { longestText, optionCells } from "./layout";

/** What spreadsheet programs accept as a message's title and text. */
const longestTitle = 32;
const longestMessage = 255;

/** Programs count halves of letters; none is cut in the middle. */
export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;


/** What a check says in a row: `title` and `lead` name the row, `brief` is for any row. */
function said(
  title: string, words: CheckWords, lead = "", brief = words.prompt,
): Pick<Validation, "prompt" | "error" | "brief" | "allowBlank"> {
  const head = clip(title, longestTitle);
  const prompt = lead === "" ? words.prompt : `${clip(lead, longestMessage - words.prompt.length - 2)}. ${words.prompt}`;
  return {
    prompt: { title: head, text: clip(prompt, longestMessage) },
    error: { title: head, text: clip(words.error, longestMessage - 30) },
    brief: clip(brief, longestMessage),
    allowBlank: true,
  };
}

/** The check on an input's cell; `members` is where a long dropdown's members stand. */
export function inputCheck(
  criterion: Criterion, input: Input, words: SheetWords, language: Language, members: { sheet: string; area: Area },
): Validation {
  const called = inputCalls(inputsOf(criterion.rule, criterion), words).get(input.name) ?? input.name;
  const title = `${criterion.code} · ${called}`;
  const shown = (value: string): string => plainNumber(value, language);
  const { checks } = words;
  const lead = withoutTail(input.label, /[.\s]/);
  switch (input.kind) {
    case "list": {
      const options = input.options ?? [];
      const speech = said(title, checks.list, lead);
      return optionCells(options).length === 0 ? { ...speech, kind: "list", options } : { ...speech, kind: "range", ...members };
    }
    case "number":
      return { ...said(title, checks.number, lead), kind: "number", min: Number(input.min), max: Number(input.max) };
    case "whole": {
      const most = input.max === largestFigure ? null : shown(input.max);
      return { ...said(title, checks.whole(most), lead), kind: "whole", min: Number(input.min), max: Number(input.max) };
    }
    case "share":
      return { ...said(title, checks.share, lead), kind: "number", min: 0, max: 1 };
    case "points": {
      const speech = said(title, checks.points(shown(input.min), shown(input.max)), lead);
      return { ...speech, kind: "number", min: Number(input.min), max: Number(input.max) };
    }
  }
}

export function notApplicableCheck(criterion: Criterion, words: SheetWords): Validation {
  const title = `${criterion.code} · ${words.form.notApplicable}`;
  return { ...said(title, words.checks.notApplicable), kind: "list", options: [words.form.notApplicable] };
}

export function reviewedCheck(criterion: Criterion, words: SheetWords, language: Language): Validation {
  const { min, max } = criterion;
  const speech = words.checks.reviewed(plainNumber(min, language), plainNumber(max, language));
  const title = `${criterion.code} · ${words.form.heads.reviewed}`;
  return { ...said(title, speech), kind: "number", min: Number(min), max: Number(max) };
}

/** A cell for people's own words: any text that a cell holds. */
export function textCheck(title: string, words: CheckWords, brief = words.prompt): Validation {
  return { ...said(title, words, "", brief), kind: "length", max: longestText };
}
