import { createApp } from "../core/app";
import { finish } from "../core/app/build";
import type { BuildReport, Outcome, Run } from "../core/app-port";
import { cellName, parseCellName } from "../core/sheet/address";
import { say } from "../core/words/say";
import { ironCalculate } from "./double/iron-calc";
import { hostBadInput } from "./host-bad-input";
import { filledDesk } from "./rows/bad-input";
import { builtSheets, openSheets } from "./sheets-desk";

beforeAll(() => void builtSheets(), 600000);

describe("bad input in Google Sheets", () =>
  hostBadInput(
    (workbook, computes) => {
      const { host, book } = openSheets({ workbook, own: true, calculate: computes ? ironCalculate : null });
      if (computes) book.touch();
      return { host, form: (row, column) => book.engine.value(book.engine.find("Phiếu")!, row, column) };
    },
    {
      // An error that stands in a cell without a formula is a text there.
      says: { "proof that shows an error": [] },
      status: (text) => text.replace("3.5", "3,5"),
    },
  ));

describe("a picture that stands in a cell", () => {
  const app = createApp();
  const built = (run: Run<Outcome & { readonly report: BuildReport }>): Outcome =>
    "next" in run ? finish(run as Generator<never, Outcome & { readonly report: BuildReport }, void>) : run;

  // A cell that shows #VALUE! in Excel and in a file.
  test.each([
    ["of an answer", "F12", ["input-cell-error F12"], "16.25"],
    ["of proof", "J9", ["words-error J9"], "20.75"],
    ["of reviewed points", "L19", ["review-not-number L19"], "21.25"],
    ["above the form", "B1", [], "20.75"],
  ])("%s is told of and hinders nothing", async (_where, cell, says, points) => {
    const { host, book } = openSheets({ workbook: filledDesk().workbook, own: true });
    const { row, column } = parseCellName(cell)!;
    book.picture(book.engine.find("Phiếu")!, row, column);
    const { findings, totals } = app.look(await host.read());
    expect(findings.map(({ issue, at }) => `${issue.code} ${cellName(at!.row, at!.column)}`)).toEqual(says);
    for (const { issue } of findings) expect(say(issue, "vi")).toContain("#VALUE!");
    expect(totals?.points).toBe(points);
    const { patch } = built(app.build(await host.read(), { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" }));
    expect(await host.write(patch!)).toEqual({ ok: true });
  });
});
