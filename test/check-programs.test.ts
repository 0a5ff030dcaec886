import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { spelt } from "../core/check/spelling";
import { guardsOf } from "../core/sheet/guards";
import { readXlsx, writeXlsx } from "../excel-addin/page/xlsx";
import { bookInUse, entered } from "./kit/damaged-book";
import { Desk } from "./kit/desk";

jest.setTimeout(120000);

const programs: readonly (readonly [string, (from: string, folder: string) => string])[] = [
  ["Gnumeric", (from, folder) => {
    const to = join(folder, "gnumeric.xlsx");
    execFileSync("ssconvert", ["--export-type=Gnumeric_Excel:xlsx2", from, to], { env: { ...process.env, LC_ALL: "C.UTF-8" }, stdio: "ignore" });
    return to;
  }],
  ["LibreOffice", (from, folder) => {
    const home = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const how = ["--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out"), from];
    execFileSync("soffice", [home, ...how], { stdio: "ignore" });
    return join(folder, "out", "sổ.xlsx");
  }],
];

test.each(programs)("saved by %s, a workbook in use is still whole", async (_name, convert) => {
  const desk = bookInUse();
  const folder = mkdtempSync(join(tmpdir(), "scorebook-"));
  try {
    const from = join(folder, "sổ.xlsx");
    writeFileSync(from, await writeXlsx(desk.workbook));
    const saved = new Desk(await readXlsx(readFileSync(convert(from, folder)), "sổ.xlsx"));
    const guards = guardsOf(saved.workbook, saved.all(saved.app.asks(saved.snapshot())));
    const { findings, cells } = saved.all(saved.app.check(saved.snapshot(), guards));
    expect(findings.map(({ issue }) => issue)).toEqual([]);
    expect(cells).toBeGreaterThan(1500);
    expect(entered(saved)).toEqual(entered(desk));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  ["IF(A1=0,TRUE(),\"a b\")", "if( $A$1 = 0 , TRUE , \"a b\" )"],
  ["'_scorebook'!$E$2&\"x\"", "_scorebook!E2&\"x\""],
  ["RANK(B2,$B$2:$B$4)", "_xlfn.RANK.EQ(B2,$B$2:$B$4)"],
  ["10^(-9)*A1", "1E1^(-9)*A1"],
])("%s is also spelt %s", (own, other) => expect(spelt(other)).toBe(spelt(own)));

test.each([
  ["IF(A1=\"a\",1,0)", "IF(A1=\"A\",1,0)"],
  ["'Phiếu 1'!A1", "'Phiếu 2'!A1"],
  ["SUM(A1:A4)", "SUM(A1:A5)"],
  ["A1-1", "A1+1"],
])("%s is not %s", (own, other) => expect(spelt(other)).not.toBe(spelt(own)));
