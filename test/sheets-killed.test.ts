import { createApp } from "../core/app";
import type { Patch } from "../core/sheet/patch";
import type { WorldOptions } from "./double/sheets/world";
import { fingerprint, forkOf } from "./kit/forked";
import { type Ending, type Fate, fateOf, goneFrom, type Operation, operations } from "./kit/killed";
import { Judge, orderOf, seenIn, send } from "./kit/sheets-deaths";
import { builtSheets, openSheets, type SheetsDesk, workbookIn } from "./sheets-desk";

beforeAll(() => void builtSheets(), 600000);
jest.setTimeout(300000);

const app = createApp();

function open({ from }: Operation): SheetsDesk {
  const desk = openSheets({ workbook: from(), own: true, calculate: null });
  for (const sheet of desk.book.engine.sheets) {
    const extra = desk.book.extra(sheet);
    extra.columns = Math.max(extra.columns, ...sheet.cells.map((line) => line?.length ?? 0));
  }
  return desk;
}

/** Writes; the run that does so goes as it is told. */
function write(patch: Patch, { host, project }: SheetsDesk, how: WorldOptions = {}): Promise<string> {
  project.next = how;
  return host.write(patch).then((result) => (result.ok ? "written" : "stale"), ({ message }: Error) => message);
}

/** The next opening. */
async function reopened({ host }: SheetsDesk): Promise<Ending> {
  const snapshot = await host.read();
  if (app.look(snapshot).stage !== "unfinished") return "as it stands";
  const { patch, findings } = app.resume(snapshot);
  expect(await host.write(patch!)).toEqual({ ok: true });
  return findings.some(({ issue }) => issue.code === "write-undone") ? "undone" : "ended";
}

/** Where in the script a call is made: what a refusal there does depends on no more, but for what its own catch finds. */
function placeInScript(): string {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = 60;
  Error.prepareStackTrace = (_, sites) =>
    sites.filter((site) => site.getFileName() === "code.js").map((site) => `${site.getLineNumber()}:${site.getColumnNumber()}`).join();
  const { stack } = new Error();
  Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  return stack!;
}

/** Reaches no spreadsheet: a rule that is put together. */
const isBuilding = (member: string): boolean => /Builder\.|^SpreadsheetApp\.new/.test(member);

/** Leaves the spreadsheet as it is. */
const isLooking = (member: string): boolean => isBuilding(member) || /\.(get|is|can|try)[A-Z]/.test(member);

/** Of so many deaths and refusals one is met by the sidebar's own host, with each run in a realm of its own; `EVERY=1` for all. */
const stride = Number(process.env["EVERY"] ?? 90);

test.each(operations.map(({ name }) => [name]))("%s: wherever it is killed or refused, the next opening finds it old, or ends it", async (name) => {
  const operation = operations.find((each) => each.name === name)!;
  const began = performance.now();
  const found = new Map<string, number>();
  const count = (what: string): void => void found.set(what, (found.get(what) ?? 0) + 1);

  const whole = open(operation);
  const first = forkOf(whole.book);
  const old = seenIn(whole.book);
  const { patch } = operation.press(app, await whole.host.read());
  const order = orderOf(patch!);

  // One run passes through every state that a killed one leaves.
  const states: string[] = [];
  const told: string[] = [];
  const from: string[] = [];
  const books = new Map<string, ReturnType<typeof forkOf>>();
  const note = (): void => {
    const last = told[told.length - 2];
    if (last !== undefined && isLooking(last)) return void states.push(states[states.length - 1]!);
    const state = fingerprint(whole.book);
    states.push(state);
    if (!books.has(state)) books.set(state, forkOf(whole.book));
  };
  expect(send(whole.project, order, { heard: (member) => {
    told.push(member);
    from.push(placeInScript());
    note();
  } })).toBe("written");
  told.push("");
  note();
  told.pop();
  const made = seenIn(whole.book);
  expect(made).not.toEqual(old);
  expect(goneFrom(operation.from(), workbookIn(whole.book))).toEqual(operation.parks ?? []);
  const judge = new Judge(whole.project, old, made);
  const fates = states.map((state): Fate => judge.fate(books.get(state)!, state));
  fates.forEach((fate) => count(`killed: ${fate}`));
  const killed = performance.now();

  const refuse = (call: number): { readonly acts: boolean } => {
    const book = forkOf(first);
    let after = -1;
    const result = send(whole.project.over(book), order, { stumbles: call, heard: (member, calls) => {
      if (calls > call && !/^SpreadsheetApp\.flush$|^Lock\./.test(member)) after = calls;
    } });
    const state = fingerprint(book);
    const acts = after >= 0;
    if (!acts) expect([call, result, state]).toEqual([call, expect.stringMatching(/^(no-answer|unknown)$/), states[call]]);
    count(`refused: ${result}, ${judge.fate(book, state)}${acts ? ", by what its own catch does" : ""}`);
    return { acts };
  };
  const places = new Map<string, number[]>();
  for (const [call, member] of told.entries()) {
    if (isBuilding(member)) continue;
    const place = `${from[call]} ${told[call + 1]}`;
    places.set(place, [...(places.get(place) ?? []), call]);
  }
  for (const [one, ...others] of places.values()) {
    if (refuse(one!).acts || stride === 1) others.forEach(refuse);
  }
  const refused = performance.now();

  for (const [call, member] of told.entries()) {
    if (isBuilding(member) || call % stride !== 0) continue;
    for (const how of [{ lives: call }, { stumbles: call }] satisfies WorldOptions[]) {
      const desk = open(operation);
      const failure = await write(patch!, desk, how);
      const state = fingerprint(desk.book);
      if ("lives" in how) expect([call, failure, state]).toEqual([call, expect.stringMatching(/^no-answer/), states[call]]);
      const known = judge.fate(desk.book, state);
      expect(fateOf(await reopened(desk), seenIn(desk.book), old, made)).toBe(known);
      count("the same through the sidebar's host");
    }
  }
  const [a, b, c] = [killed - began, refused - killed, performance.now() - refused].map(Math.round);
  console.log(
    `${name}: ${told.length} calls from ${places.size} places, ${books.size} states, ${judge.runs.begun} runs to end them, ${judge.runs.whole} of these whole; ` +
    `${a} + ${b} + ${c} ms ${JSON.stringify(Object.fromEntries(found), null, 1)}`,
  );
});

test("a run that ends the build is killed too, and somebody typed in between: the third opening ends it, and keeps what was typed", async () => {
  const operation = operations.find(({ name }) => name === "build")!;
  const whole = open(operation);
  const { patch } = operation.press(app, await whole.host.read());
  await write(patch!, whole);
  const { told } = whole.project.runs[whole.project.runs.length - 1]!;
  const built = seenIn(whole.book);
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
  expect(seenIn(desk.book)).toEqual(built);
});
