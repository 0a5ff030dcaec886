import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Workbook } from "../core/sheet/workbook";
import { ironCalculate } from "./double/iron-calc";
import { GoogleBook } from "./double/sheets/google-book";
import { type Built, Project, readBuilt } from "./double/sheets/project";
import { formWorkbook } from "./kit/form-workbook";

jest.setTimeout(240000);

interface Answers {
  readonly locale: string;
  readonly answers: readonly { readonly id: string; readonly measured?: true; readonly answer?: unknown; readonly failed?: string }[];
}

const root = join(__dirname, "..");
let built: Built;
beforeAll(() => {
  execFileSync(process.execPath, [join(root, "excel-addin/build.mjs"), "--of=sheets-dev"], { stdio: ["ignore", "ignore", "inherit"] });
  built = readBuilt(join(root, "dist", "sheets-dev"));
});

/** What the menu entry of development builds shows, over the double. */
function ask(locale: string, workbook?: Workbook): { answers: Answers; before: Workbook; after: Workbook } {
  const book = new GoogleBook({ locale, calculate: ironCalculate, ...(workbook === undefined ? {} : { workbook }) });
  const before = book.engine.workbook();
  const project = new Project(book, built);
  const { menu } = project.run("onOpen").world;
  const { shown } = project.run(menu[1]!.functionName).world;
  const [, text] = /<textarea[^>]*>([\s\S]*)<\/textarea>/.exec(shown[0]!.html)!;
  const answers = JSON.parse(text!.replace(/&lt;/g, "<").replace(/&amp;/g, "&")) as Answers;
  return { answers, before, after: book.engine.workbook() };
}

test.each(["vi_VN", "en_US"])("every question has an answer in the double, under %s", (locale) => {
  const { answers } = ask(locale).answers;
  expect(answers.filter(({ failed }) => failed !== undefined)).toEqual([]);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length);
  expect(answers.length).toBeGreaterThan(30);
  expect(JSON.stringify(answers)).not.toContain("not faked");
});

test("a person's own workbook stays as it is", () => {
  const { before, after } = ask("vi_VN", formWorkbook);
  // What formulas make of the rest is computed when something is written for the first time.
  const entered = ({ sheets, ...book }: Workbook): object => ({
    ...book,
    sheets: sheets.map((sheet) => ({
      ...sheet, cells: sheet.cells.map((line) => line?.map((cell) => (cell?.f === undefined ? cell : { ...cell, v: null }))),
    })),
  });
  expect(entered(after)).toEqual(entered(before));
});

/** Answers of a real Google Sheets, as they were copied from its dialog, one file for each. */
const folder = join(root, "test", "double", "sheets", "answers");
const real = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];

test("the double answers as the real ones did", () => {
  const apart = real.flatMap((name) => {
    const golden = JSON.parse(readFileSync(join(folder, name), "utf8")) as Answers;
    const own = new Map(ask(golden.locale).answers.answers.map((each) => [each.id, each]));
    return golden.answers
      .filter(({ id, measured, answer }) => measured === undefined && JSON.stringify(own.get(id)?.answer) !== JSON.stringify(answer))
      .map(({ id }) => ({ name, id }));
  });
  if (real.length === 0) console.log("no answers of a real Google Sheets are here yet");
  expect(apart).toEqual([]);
});
