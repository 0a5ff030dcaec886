import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { emptyWorkbook } from "../core/sheet/workbook";
import { type Answers, compareAnswers } from "../excel-addin/conformance/answers";
import { MIDPOINTS, roundedExactly } from "../excel-addin/conformance/formulas";
import { type Json, type Patience, type Person, type Probe, SHEETS, Skipped } from "../excel-addin/conformance/probe";
import { probes } from "../excel-addin/conformance/probes";
import { askAll } from "../excel-addin/conformance/run";
import { ironCalculate } from "./double/iron-calc";
import { bootExcel } from "./double/office/boot";
import { SheetEngine } from "./double/sheet-engine";

const folder = join(__dirname, "double", "answers");
const nobody: Person = {
  done: () => Promise.reject(new Skipped()),
  choose: () => Promise.reject(new Skipped()),
};
/** Much shorter than before a real Excel: the double answers in its own time. */
const patience: Patience = { quiet: 20, longest: 60, answer: 10000 };
/** Without the one that measures a large form: its 22,000 formulas take the double a quarter of a minute. */
const quiet = probes.filter((probe) => probe.needs === "nobody" && probe.id !== "pane.form-size");

/** The double's answers, as an Excel of that set and kind. */
async function askDouble({ set = "1.14", web = false } = {}, asked: readonly Probe[] = quiet, wait = patience) {
  const engine = new SheetEngine(emptyWorkbook, ironCalculate);
  const { Excel, double } = bootExcel(engine, { set, web });
  const surroundings = { host: "Excel", platform: "double", version: "0", api: set, languages: null, culture: null };
  const answers = await askAll((work) => Excel.run(work), asked, { person: nobody, surroundings, patience: wait });
  return { answers, engine, double };
}

const first = askDouble();
first.catch(() => undefined);
const answerOf = (answers: Answers, id: string): Json | undefined => answers.answers.find((one) => one.id === id)?.answer;

/** What the double refuses as a whole; whoever teaches it more may strike out a line. */
const REFUSED = ["validation.list-sources"];

test("the double answers every probe that needs nobody, or says that it does not know a member", async () => {
  const { answers } = await first;
  expect(answers.answers.map((answer) => answer.id)).toEqual(quiet.map((probe) => probe.id));
  const failed = answers.answers.filter((answer) => answer.failed !== undefined);
  expect(failed.filter((answer) => !answer.failed!.startsWith("NotImplemented: "))).toEqual([]);
  expect(REFUSED).toEqual(expect.arrayContaining(failed.map((answer) => answer.id)));
});

test("nothing of the probes stays: no sheet, no reference", async () => {
  const { engine, double } = await first;
  expect(engine.workbook().sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
  expect(double.references).toBe(0);
});

test("asked again, the double says the same", async () => {
  const [{ answers }, again] = await Promise.all([first, askDouble()]);
  expect(compareAnswers(answers, again.answers)).toEqual([]);
});

test("the double rounds as the form's guarded formula promises", async () => {
  const { answers } = await first;
  expect(MIDPOINTS).toHaveLength(40);
  expect(answerOf(answers, "formulas.round")).toMatchObject({ guardedWrong: 0, guarded: MIDPOINTS.map(roundedExactly) });
});

test("a probe that fails, is skipped or breaks off leaves its sheet to be removed, and the next is asked", async () => {
  const broken: readonly Probe[] = [
    { ...quiet[0]!, id: "skips", run: (_sheet: Excel.Worksheet, person: Person) => person.done(["", ""]).then(() => null) },
    { ...quiet[0]!, id: "throws", run: () => Promise.reject(new Error("hỏng")) },
    {
      ...quiet[0]!, id: "second sheet", run: async ({ context }: Excel.Worksheet) => {
        context.workbook.worksheets.add(SHEETS[1]).visibility = "VeryHidden";
        await context.sync();
        throw new Error("hỏng");
      },
    },
    { ...quiet[0]!, id: "hangs", run: () => new Promise(() => undefined) },
    quiet[0]!,
  ];
  const { answers, engine } = await askDouble({}, broken, { ...patience, answer: 300 });
  expect(answers.answers.map(({ id, failed }) => [id, failed])).toEqual([
    ["skips", "skipped"], ["throws", "hỏng"], ["second sheet", "hỏng"], ["hangs", "no answer in time"],
    [quiet[0]!.id, undefined],
  ]);
  expect(engine.workbook().sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
});

const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];

test("answers of real Excels, where some are committed, are those of the double", async () => {
  console.log(`Committed answers of real Excels: ${files.length}`);
  const found = await Promise.all(files.map(async (name) => {
    const theirs = JSON.parse(readFileSync(join(folder, name), "utf8")) as Answers;
    expect(theirs.format).toBe("scorebook-excel-answers-1");
    const ours = await askDouble({ set: theirs.surroundings.api, web: theirs.surroundings.platform === "OfficeOnline" });
    return { name, differences: compareAnswers(theirs, ours.answers) };
  }));
  expect(found.filter(({ differences }) => differences.length > 0)).toEqual([]);
});
