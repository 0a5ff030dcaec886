import { createApp } from "../core/app";
import type { Finding } from "../core/app-port";
import { cellName, parseCellName } from "../core/sheet/address";
import type { Workbook } from "../core/sheet/workbook";
import { ironCalculate } from "./double/iron-calc";
import { openExcel } from "./host-excel";
import { besides, cells, changes, type Deed, filledDesk } from "./rows/bad-input";

jest.setTimeout(120000);

const app = createApp();
const base = filledDesk();
const short = ({ issue, at }: Finding): string => (at === null ? issue.code : `${issue.code} ${cellName(at.row, at.column)}`);

function done(deed: Deed): ReturnType<typeof filledDesk> {
  const desk = base.copy();
  deed.does(desk);
  return desk;
}

describe("what the main job finds wrong is found in Excel", () => {
  test.each([...cells, ...besides].map((deed) => [deed.title, deed] as const))("%s", async (title, deed) => {
    // The engine knows no HYPERLINK; that workbook keeps the values of its file.
    const calculate = title === "proof by formula" ? (book: Workbook): Workbook => book : ironCalculate;
    const { host, engine } = openExcel(calculate(done(deed).workbook));
    const { findings, totals } = app.look(await host.read());
    expect(findings.map(short)).toEqual(deed.says);
    expect(totals?.points).toBe(deed.points ?? "20.75");
    const at = deed.says.find((said) => / F\d+$/.test(said))?.replace(/.* F/, "I");
    if (deed.status !== undefined && deed.status !== "" && at !== undefined) {
      const { row, column } = parseCellName(at)!;
      const form = engine.workbook().sheets.find(({ name }) => name === "Phiếu")!;
      expect(form.cells[row]?.[column]?.v).toBe(deed.status);
    }
  });
});

describe("what people do to rows and sheets is mended by one press in Excel", () => {
  test.each(changes.map((change) => [change.title, change] as const))("%s", async (_title, change) => {
    const plan = done(change);
    const { host } = openExcel(plan.workbook);
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
