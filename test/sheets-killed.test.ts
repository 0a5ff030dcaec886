import { createApp } from "../core/app";
import type { Status } from "../core/app-port";
import type { Patch } from "../core/sheet/patch";
import type { Workbook } from "../core/sheet/workbook";
import { comparable } from "./host-contract";
import { Desk } from "./kit/desk";
import { annex } from "./kit/story";
import { builtSheets, openSheets, type SheetsDesk, workbookIn } from "./sheets-desk";

beforeAll(() => void builtSheets(), 600000);

const app = createApp();
const choice = { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" };

/** The annex confirmed, before any form. */
function confirmed(): Workbook {
  const plan = new Desk();
  plan.paste("Phụ lục", annex.map((row) => row.map((text) => (text === "" ? null : text))));
  plan.confirm();
  return plan.workbook;
}

const open = (workbook: Workbook): SheetsDesk => openSheets({ workbook, own: true, calculate: null });
const plan = new Desk();

async function buildPatch(desk: SheetsDesk): Promise<Patch> {
  const { patch } = plan.all(app.build(await desk.host.read(), choice));
  if (patch === null) throw new Error("nothing to build");
  return patch;
}

/** What is there, without the selection and the sheet in front. */
const seen = (desk: SheetsDesk): object => ({ ...comparable(workbookIn(desk.book)), active: null });

/** Where the next opening finds the workbook: it ends an unfinished write, or drops one that had done nothing. */
async function nextOpening(desk: SheetsDesk): Promise<Status["stage"] | "undone"> {
  const snapshot = await desk.host.read();
  const { stage } = app.look(snapshot);
  if (stage !== "unfinished") return stage;
  const { patch, findings } = app.resume(snapshot);
  expect(await desk.host.write(patch!)).toEqual({ ok: true });
  return findings.some(({ issue }) => issue.code === "write-undone") ? "undone" : "unfinished";
}

test("a build that is killed after any call is finished at the next opening, or had done nothing and is dropped", async () => {
  const workbook = confirmed();
  const whole = open(workbook);
  const before = seen(whole);
  const patch = await buildPatch(whole);
  await whole.host.write(patch);
  const built = seen(whole);
  const told = whole.project.runs[whole.project.runs.length - 1]!.told;
  expect(built).not.toEqual(before);

  expect(app.look(await whole.host.read()).stage).toBe("form");

  const stages = new Map<string, number>();
  for (const [call, member] of told.entries()) {
    // A rule that is put together reaches no spreadsheet.
    if (/Builder\.|^SpreadsheetApp\.new/.test(member)) continue;
    const desk = open(workbook);
    desk.project.next = { lives: call };
    await expect(desk.host.write(patch)).rejects.toThrow("no-answer");
    const stage = await nextOpening(desk);
    stages.set(stage, (stages.get(stage) ?? 0) + 1);
    const after = seen(desk);
    const expected = stage === "undone" || stage === "rubric" ? before : built;
    if (JSON.stringify(after) !== JSON.stringify(expected)) {
      throw new Error(`killed at call ${call}, ${member}, then ${stage}`, { cause: expect(after).toEqual(expected) });
    }
  }
  console.log(`killed ${[...stages.values()].reduce((a, b) => a + b)} times: ${JSON.stringify(Object.fromEntries(stages))}`);
  expect(stages.get("unfinished")).toBeGreaterThan(50);
  expect([...stages.keys()].sort()).toEqual(["form", "rubric", "undone", "unfinished"]);
}, 120000);

test("a run that ends the build is killed too, and somebody typed in between: the third opening ends it, and keeps what was typed", async () => {
  const workbook = confirmed();
  const whole = open(workbook);
  const patch = await buildPatch(whole);
  await whole.host.write(patch);
  const told = whole.project.runs[whole.project.runs.length - 1]!.told;
  const built = seen(whole);
  const late = told.lastIndexOf("Range.setDataValidations") + 1;

  const desk = open(workbook);
  desk.project.next = { lives: late };
  await expect(desk.host.write(patch)).rejects.toThrow("no-answer");
  const first = await desk.host.read();
  expect(app.look(first).stage).toBe("unfinished");
  const rest = app.resume(first).patch!;
  desk.project.next = { lives: Math.floor(late / 2) };
  await expect(desk.host.write(rest)).rejects.toThrow("no-answer");
  expect(desk.person.type("Phiếu", "F12", "3,5")).toBeNull();
  expect(await nextOpening(desk)).toBe("unfinished");
  const sheet = desk.book.engine.find("Phiếu")!;
  expect(desk.book.engine.value(sheet, 11, 5)).toBe(3.5);
  desk.person.type("Phiếu", "F12", "");
  expect(seen(desk)).toEqual(built);
});
