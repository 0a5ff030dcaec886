import { createApp } from "../core/app";
import type { Finding } from "../core/app-port";
import { cellName, parseCellName } from "../core/sheet/address";
import { ironCalculate } from "./double/iron-calc";
import { besides, cells, changes, type Deed, filledDesk } from "./rows/bad-input";
import { builtSheets, openSheets } from "./sheets-desk";

beforeAll(() => void builtSheets(), 600000);

const app = createApp();
const base = filledDesk();
const short = ({ issue, at }: Finding): string => (at === null ? issue.code : `${issue.code} ${cellName(at.row, at.column)}`);

function done(deed: Deed): ReturnType<typeof filledDesk> {
  const desk = base.copy();
  deed.does(desk);
  return desk;
}

/** What Sheets cannot tell: an error that stands in a cell without a formula is a text there. */
const asThere: Readonly<Record<string, readonly string[]>> = { "proof that shows an error": [] };

describe("what the main job finds wrong is found in Google Sheets", () => {
  test.each([...cells, ...besides].map((deed) => [deed.title, deed] as const))("%s", async (title, deed) => {
    // The engine knows no HYPERLINK; that cell keeps what the file holds.
    const calculate = title === "proof by formula" ? null : ironCalculate;
    const { host, book } = openSheets({ workbook: done(deed).workbook, own: true, calculate });
    book.touch();
    const { findings, totals } = app.look(await host.read());
    expect(findings.map(short)).toEqual(asThere[title] ?? deed.says);
    expect(totals?.points).toBe(deed.points ?? "20.75");
    const at = deed.says.find((said) => / F\d+$/.test(said))?.replace(/.* F/, "I");
    if (deed.status !== undefined && deed.status !== "" && at !== undefined) {
      const { row, column } = parseCellName(at)!;
      expect(book.engine.value(book.engine.find("Phiếu")!, row, column)).toBe(deed.status.replace("3.5", "3,5"));
    }
  });
});

describe("what people do to rows and sheets is mended by one press", () => {
  test.each(changes.map((change) => [change.title, change] as const))("%s", async (_title, change) => {
    const plan = done(change);
    const { host } = openSheets({ workbook: plan.workbook, own: true, calculate: null });
    const snapshot = await host.read();
    expect(app.look(snapshot).findings.map(short)).toEqual(change.says);
    const { patch, report } = plan.all(app.build(snapshot, { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" }));
    expect(report.kept).toBe(change.kept ?? 13);
    expect(await host.write(patch!)).toEqual({ ok: true });
    const status = app.look(await host.read());
    expect(status.totals?.points).toBe(change.rebuilt ?? "20.75");
    expect(status.findings.map(short)).toEqual(change.leaves ?? []);
    expect(status.forms).toHaveLength(1);
  });
});
