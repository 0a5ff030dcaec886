import { createApp } from "../core/app";
import type { Finding } from "../core/app-port";
import { cellName, parseCellName } from "../core/sheet/address";
import type { Host } from "../core/sheet/host";
import type { CellValue, Workbook } from "../core/sheet/workbook";
import type { Desk } from "./kit/desk";
import { besides, cells, changes, type Deed, filledDesk } from "./rows/bad-input";

export interface OpenHost {
  readonly host: Host;
  readonly form: (row: number, column: number) => CellValue | undefined;
}

const app = createApp();
const short = ({ issue, at }: Finding): string => (at === null ? issue.code : `${issue.code} ${cellName(at.row, at.column)}`);

/**
 * The main job's bad inputs, in a host.
 * @param open a host over the workbook; `computes`: its formulas are to be computed anew.
 * @param differs what the host cannot tell, by title; how its computer writes a status.
 */
export function hostBadInput(
  open: (workbook: Workbook, computes: boolean) => OpenHost,
  differs: { readonly says?: Readonly<Record<string, readonly string[]>>; readonly status?: (text: string) => string } = {},
): void {
  const base = filledDesk();
  const done = (deed: Deed): Desk => {
    const desk = base.copy();
    deed.does(desk);
    return desk;
  };

  test.each([...cells, ...besides].map((deed) => [deed.title, deed] as const))("%s", async (title, deed) => {
    // The engine knows no HYPERLINK; that workbook keeps the values of its file.
    const { host, form } = open(done(deed).workbook, title !== "proof by formula");
    const { findings, totals } = app.look(await host.read());
    expect(findings.map(short)).toEqual(differs.says?.[title] ?? deed.says);
    expect(totals?.points).toBe(deed.points ?? "20.75");
    const at = deed.says.find((said) => / F\d+$/.test(said))?.replace(/.* F/, "I");
    if (deed.status === undefined || deed.status === "" || at === undefined) return;
    const { row, column } = parseCellName(at)!;
    expect(form(row, column)).toBe(differs.status?.(deed.status) ?? deed.status);
  });

  test.each(changes.map((change) => [change.title, change] as const))("%s is mended by one press", async (_title, change) => {
    const plan = done(change);
    const { host } = open(plan.workbook, false);
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
}
