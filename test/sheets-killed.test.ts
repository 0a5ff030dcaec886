import { isDeepStrictEqual } from "node:util";
import { createApp } from "../core/app";
import type { Patch } from "../core/sheet/patch";
import type { WorldOptions } from "./double/sheets/world";
import { comparable } from "./host-contract";
import { type Operation, operations } from "./kit/killed";
import { builtSheets, openSheets, type SheetsDesk, workbookIn } from "./sheets-desk";

beforeAll(() => void builtSheets(), 600000);

const app = createApp();

function open({ from }: Operation): SheetsDesk {
  const desk = openSheets({ workbook: from(), own: true, calculate: null });
  for (const sheet of desk.book.engine.sheets) {
    const extra = desk.book.extra(sheet);
    extra.columns = Math.max(extra.columns, ...sheet.cells.map((line) => line?.length ?? 0));
  }
  return desk;
}

/** What is there, without the sheet in front. */
const seen = (desk: SheetsDesk): object =>
  JSON.parse(JSON.stringify({ ...comparable(workbookIn(desk.book)), active: null })) as object;

/** Writes; the run that does so goes as it is told. */
function write(patch: Patch, { host, project }: SheetsDesk, how: WorldOptions = {}): Promise<string> {
  project.next = how;
  return host.write(patch).then((result) => (result.ok ? "written" : "stale"), ({ message }: Error) => message);
}

type Ending = "as it stands" | "undone" | "ended";

/** The next opening. */
async function reopened({ host }: SheetsDesk): Promise<Ending> {
  const snapshot = await host.read();
  if (app.look(snapshot).stage !== "unfinished") return "as it stands";
  const { patch, findings } = app.resume(snapshot);
  expect(await host.write(patch!)).toEqual({ ok: true });
  return findings.some(({ issue }) => issue.code === "write-undone") ? "undone" : "ended";
}

/** Reaches no spreadsheet: a rule that is put together. */
const isBuilding = (member: string): boolean => /Builder\.|^SpreadsheetApp\.new/.test(member);
/** Leaves the spreadsheet as it is, so that a death before it and one after it are one. */
const isLooking = (member: string): boolean => /\.(get|is|can|try)[A-Z]/.test(member);

/** Each call takes a fifth of a second, so every so many are looked at; `EVERY=1` looks at all of them. */
const stride = Number(process.env["EVERY"] ?? 24);

describe.each(operations.map(({ name }) => [name]))("%s", (name) => {
  const operation = operations.find((each) => each.name === name)!;

  test("wherever it is killed or refused, the next opening finds it old, or ends it", async () => {
    const began = performance.now();
    const whole = open(operation);
    const old = seen(whole);
    const { patch } = operation.press(app, await whole.host.read());
    expect(await write(patch!, whole)).toBe("written");
    const made = seen(whole);
    const { told } = whole.project.runs[whole.project.runs.length - 1]!;
    expect(made).not.toEqual(old);
    const found = new Map<string, number>();
    let tries = 0;
    for (const [call, member] of told.entries()) {
      if (isBuilding(member)) continue;
      for (const how of [{ lives: call }, { stumbles: call }] satisfies WorldOptions[]) {
        if ("lives" in how && isLooking(told[call - 1] ?? "")) continue;
        if (tries++ % stride !== 0) continue;
        const desk = open(operation);
        const failure = await write(patch!, desk, how);
        const ending = await reopened(desk);
        const after = seen(desk);
        const is = isDeepStrictEqual(after, old) ? "old" : isDeepStrictEqual(after, made) ? "new" : "neither";
        const what = `${"lives" in how ? "killed" : "refused"}: ${failure.replace(/:.*/, "")}, ${ending}, ${is}`;
        found.set(what, (found.get(what) ?? 0) + 1);
        const fits = ending === "ended" ? is === "new" : ending === "undone" ? is === "old" : is !== "neither";
        if (!fits) throw new Error(`${what} at call ${call}, ${member}`, { cause: expect(after).toEqual(ending === "ended" ? made : old) });
      }
    }
    console.log(`${name}: ${told.length} calls, ${Math.round(performance.now() - began)} ms, ${JSON.stringify(Object.fromEntries(found), null, 1)}`);
  }, 3000000);
});

test("a run that ends the build is killed too, and somebody typed in between: the third opening ends it, and keeps what was typed", async () => {
  const operation = operations.find(({ name }) => name === "build")!;
  const whole = open(operation);
  const { patch } = operation.press(app, await whole.host.read());
  await write(patch!, whole);
  const { told } = whole.project.runs[whole.project.runs.length - 1]!;
  const built = seen(whole);
  const late = told.lastIndexOf("Range.setDataValidations") + 1;

  const desk = open(operation);
  expect(await write(patch!, desk, { lives: late })).toMatch(/^no-answer/);
  const first = await desk.host.read();
  expect(app.look(first).stage).toBe("unfinished");
  expect(desk.person.type("Phiếu HR", "F12", "3,5")).toBeNull();
  const rest = app.resume(await desk.host.read());
  expect(rest.findings.map(({ issue: { code } }) => code)).toEqual(["write-typed-since"]);
  expect(await write(rest.patch!, desk, { lives: 20 })).toMatch(/^no-answer/);
  expect(await reopened(desk)).toBe("ended");
  const sheet = desk.book.engine.find("Phiếu HR")!;
  expect(desk.book.engine.value(sheet, 11, 5)).toBe(3.5);
  desk.person.type("Phiếu HR", "F12", "");
  expect(seen(desk)).toEqual(built);
});
