import type { App } from "../core/app-port";
import type { Effect } from "../core/panel/effect";
import type { WorldEvent } from "../core/panel/event";
import { type World, runEffects } from "../core/panel/world";
import { type Change, type Host, HostError } from "../core/sheet/host";
import { form, preview, snapshot } from "./kit/panel-states";

const patch = { expect: [], sheets: [] };
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** A host and an app that answer as told, and the events that the panel hears. */
function world(host: Partial<Host>, app: Partial<App>, doors: World["doors"] = {}) {
  const events: WorldEvent[] = [];
  let heard: (change: Change) => void = () => undefined;
  let watched = true;
  const whole = {
    facts: () => snapshot.facts,
    read: () => Promise.resolve(snapshot),
    write: () => Promise.resolve({ ok: true }),
    show: () => Promise.resolve(),
    inspect: () => Promise.resolve([]),
    watch: (call) => {
      heard = call;
      return () => void (watched = false);
    },
    ...host,
  } satisfies Host as Host;
  const languages: string[] = [];
  const effects = runEffects(
    { host: whole, app: app as App, doors, heardLanguage: (language) => languages.push(language) },
    (event) => events.push(event),
  );
  return {
    events, languages,
    change: (change: Change) => heard(change),
    watched: () => watched,
    leave: effects.leave,
    async run(...all: Effect[]) {
      all.forEach(effects.run);
      await pause(120);
      return events;
    },
  };
}

test("edits in a row are read once, after a pause; each read answers with its token", async () => {
  let reads = 0;
  const { run } = world({ read: () => Promise.resolve({ ...snapshot, selection: null, n: (reads += 1) }) }, {});
  const events = await run(...[1, 2, 3].map((token): Effect => ({ do: "read", token, soon: true })));
  expect(reads).toBe(1);
  expect(events).toMatchObject([{ is: "read", token: 3 }]);
});

test("a read asked for during a slow one is made after it", async () => {
  const open: (() => void)[] = [];
  const { run, events } = world({ read: () => new Promise((done) => open.push(() => done(snapshot))) }, {});
  await run({ do: "read", token: 1, soon: true });
  await run({ do: "read", token: 2, soon: true });
  expect(open).toHaveLength(1);
  open[0]!();
  await pause(5);
  open[1]!();
  await pause(5);
  expect(events).toMatchObject([{ is: "read", token: 1 }, { is: "read", token: 2 }]);
});

test.each([
  ["read", { do: "read", token: 7, soon: false }, { read: () => Promise.reject(new HostError("edit-mode")) }, { code: "edit-mode", token: 7 }],
  ["write", { do: "write", token: 7, patch }, { write: () => Promise.reject(new HostError("protected")) }, { code: "protected", token: 7 }],
  ["show", { do: "show", at: { sheet: "S", row: 1, column: 1 } }, { show: () => Promise.reject(new HostError("no-answer")) },
    { code: "no-answer", tried: { sheet: "S", row: 1, column: 1 } }],
] as const)("a %s that fails says so by its code", async (_, effect, host, failed) => {
  expect(await world(host, {}).run(effect)).toEqual([{ is: "failed", ...failed }]);
});

test("a door that fails says so, one that works says nothing", async () => {
  const failing = world({}, {}, { print: () => Promise.reject(new HostError("unknown")) });
  expect(await failing.run({ do: "door", door: "print" })).toEqual([{ is: "failed", code: "unknown", tried: "print" }]);
  let saved = 0;
  expect(await world({}, {}, { save: () => void (saved += 1) }).run({ do: "door", door: "save" })).toEqual([]);
  expect(saved).toBe(1);
});

test("what is asked of the core is answered at once", () => {
  const { run, events } = world({}, {
    look: () => form, whyAt: () => null, readTable: (_, ticks) => preview(ticks.size),
  });
  const at = { sheet: "Phiếu", row: 1, column: 1 };
  void run({ do: "look", snapshot }, { do: "why", snapshot, at }, { do: "preview", snapshot, ticks: ["a", "b"] });
  expect(events).toEqual([
    { is: "looked", snapshot, status: form }, { is: "explained", at, why: null }, { is: "previewed", preview: preview(2) },
  ]);
});

test("a confirmation is worked out from a fresh reading, with the ticks", async () => {
  const outcome = { patch, findings: [] };
  const { run } = world({}, {
    readTable: (_, ticks) => preview(ticks.size),
    confirm: (_, read) => (read.rows.length === preview(3).rows.length ? outcome : { patch: null, findings: [] }),
  });
  const action = { kind: "confirm", ticks: ["a", "b", "c"] } as const;
  expect(await run({ do: "act", token: 4, snapshot, action })).toEqual([{ is: "acted", token: 4, outcome, report: null }]);
});

/** Work of `of` pieces, each taking some milliseconds. */
function* pieces(of: number, each: number) {
  for (let done = 0; done < of; done += 1) {
    const until = performance.now() + each;
    while (performance.now() < until);
    yield { done, of };
  }
  return { patch, findings: [], units: of };
}

test("long work says how far it is and leaves the screen free in between", async () => {
  const { run, events } = world({}, { rank: () => pieces(20, 5) });
  let free = 0;
  const timer = setInterval(() => (free += 1), 1);
  await run({ do: "act", token: 5, snapshot, action: { kind: "rank" } });
  while (!events.some(({ is }) => is === "acted")) await pause(20);
  clearInterval(timer);
  expect(events.filter(({ is }) => is === "went-on").length).toBeGreaterThan(1);
  expect(events.pop()).toMatchObject({ is: "acted", token: 5, outcome: { units: 20 } });
  expect(free).toBeGreaterThan(2);
});

test("stopped work reports no end", async () => {
  const { run, events } = world({}, { rank: () => pieces(1000, 5) });
  await run({ do: "act", token: 6, snapshot, action: { kind: "rank" } });
  await run({ do: "stop", token: 6 });
  const told = events.length;
  await pause(60);
  expect(events).toHaveLength(told);
  expect(events.some(({ is }) => is === "acted")).toBe(false);
});

test("edits and selections are passed on until the panel is left", () => {
  const at = { sheet: "Phiếu", row: 2, column: 3 };
  const { change, events, leave, watched } = world({}, {});
  change({ kind: "edit" });
  change({ kind: "select", at });
  leave();
  change({ kind: "edit" });
  expect(events).toEqual([{ is: "edited" }, { is: "selected", at }]);
  expect(watched()).toBe(false);
});

test("the host is told of another language", async () => {
  const { run, languages } = world({}, {});
  await run({ do: "language", language: "en" });
  expect(languages).toEqual(["en"]);
});
