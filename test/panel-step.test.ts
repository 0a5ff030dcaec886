import fc from "fast-check";
import type { BuildReport, Outcome, Status } from "../core/app-port";
import type { Action, Effect } from "../core/panel/effect";
import type { PanelEvent } from "../core/panel/event";
import { newCheck } from "../core/panel/screen";
import type { State } from "../core/panel/state";
import { step } from "../core/panel/step";
import type { Patch } from "../core/sheet/patch";
import { base, draft, finding, form, nothing, preview, snapshot, states, why } from "./kit/panel-states";
import { issue } from "../core/issue/issue";

const patch: Patch = { expect: [], sheets: [] };
const written: Outcome = { patch, findings: [] };

/** A state after events, and the effects of the last one. */
function after(state: State, ...events: PanelEvent[]): { state: State; effects: readonly Effect[] } {
  let next: { state: State; effects: readonly Effect[] } = { state, effects: [] };
  for (const event of events) next = step(next.state, event);
  return next;
}
const act = (action: Action): PanelEvent => ({ is: "act", action });
const convert: Action = { kind: "convert", findings: [form.findings[1]!] };
const read = (token: number): PanelEvent => ({ is: "read", token, snapshot });
const acted = (token: number, outcome = written, report: BuildReport | null = null): PanelEvent => ({
  is: "acted", token, outcome, report,
});
const ok = (token: number): PanelEvent => ({ is: "written", token, result: { ok: true } });
const stale = (token: number): PanelEvent => ({ is: "written", token, result: { ok: false, stale: [] } });
const inForm: State = { ...base("vi"), status: form, why };

describe("reading", () => {
  test("starts with the workbook and looks at what came", () => {
    const start = after(base("vi"), { is: "start" });
    expect(start.effects).toEqual([{ do: "read", token: 1, soon: false }]);
    const came = after(start.state, read(1));
    expect(came.effects).toEqual([{ do: "look", snapshot }]);
    const looked = after(came.state, { is: "looked", snapshot, status: form });
    expect(looked.state).toMatchObject({ status: form, why, awaited: null });
  });

  test("after an edit waits for a pause, and takes the older read as long as nothing newer came", () => {
    const { state, effects } = after(inForm, { is: "edited" }, { is: "edited" });
    expect(effects).toEqual([{ do: "read", token: 2, soon: true }]);
    const first = after(state, read(1));
    expect(first.effects).toHaveLength(1);
    expect(first.state.awaited).toBe(2);
    expect(after(first.state, read(2)).state.awaited).toBeNull();
    expect(after(state, read(2), read(1)).effects).toEqual([]);
  });

  test("a look at a workbook that has changed since is dropped", () => {
    const late = { ...snapshot, sheets: [] };
    expect(after(inForm, { is: "looked", snapshot: late, status: nothing }).state.status).toBe(form);
  });

  test("a failed read says so and can be tried again; the next good one clears it", () => {
    const failed = after(base("vi"), { is: "start" }, { is: "failed", code: "no-answer", token: 1 });
    expect(failed.state.failure).toEqual({ kind: "host", code: "no-answer", retry: "read" });
    const again = after(failed.state, { is: "retry" });
    expect(again.effects).toEqual([{ do: "read", token: 2, soon: false }]);
    // Nothing was read before: out of sight, it is tried again, and not waited for in vain.
    for (const event of [{ is: "dismiss" }, { is: "go", to: "presets" }] satisfies PanelEvent[]) {
      expect(after(failed.state, event).effects).toEqual([{ do: "read", token: 2, soon: false }]);
    }
    const known = after(inForm, { is: "edited" }, { is: "failed", code: "no-answer", token: 1 }, { is: "dismiss" });
    expect(known.effects).toEqual([]);
    const failedStill = after(base("vi"), { is: "start" }, { is: "failed", code: "no-answer", token: 1 }, { is: "edited" }, read(2));
    expect(failedStill.state.failure).toBeNull();
  });

  test("a cell being typed in is not told of where nobody asked for the read: the workbook is read again", () => {
    const busy = (token: number): PanelEvent => ({ is: "failed", code: "edit-mode", token });
    const silent = after(inForm, { is: "edited" }, busy(1), busy(2));
    expect(silent.state.failure).toBeNull();
    expect(silent.effects).toEqual([{ do: "read", token: 3, soon: true }]);
    expect(after(silent.state, read(3)).state.awaited).toBeNull();
    // Whoever waits for the first reading is told, an edit in between or not.
    for (const events of [[], [{ is: "edited" }]] satisfies PanelEvent[][]) {
      const asked = after(base("vi"), { is: "start" }, ...events);
      const told = after(asked.state, busy(asked.state.token));
      expect(told.state.failure).toEqual({ kind: "host", code: "edit-mode", retry: "read" });
      expect(told.effects).toEqual([]);
    }
    const other = after(inForm, { is: "edited" }, { is: "failed", code: "no-answer", token: 1 });
    expect(other.state.failure).toEqual({ kind: "host", code: "no-answer", retry: "read" });
  });

  test("selecting a cell asks why, without a read", () => {
    const at = { sheet: "Phiếu", row: 20, column: 4 };
    const { state, effects } = after(inForm, { is: "selected", at });
    expect(effects).toEqual([{ do: "why", snapshot: { ...snapshot, selection: at }, at }]);
    expect(after(state, { is: "explained", at, why: null }).state.why).toBeNull();
  });

  test("every fresh read looks again at the table or the rule on the screen", () => {
    const check = after({ ...base("vi"), screen: { ...newCheck, ticks: ["t1"] } }, { is: "edited" }, read(1));
    expect(check.effects).toContainEqual({ do: "preview", snapshot, ticks: ["t1"] });
    const refine = after(states["refine"]!("vi"), { is: "edited" }, read(1));
    expect(refine.effects).toContainEqual({ do: "refine", snapshot, criterion: "c5", draft: null });
  });
});

describe("an action", () => {
  test("reads, works, writes, reads again and says what was done", () => {
    const began = after(inForm, act(convert));
    expect(began.effects).toEqual([{ do: "read", token: 1, soon: false }]);
    const work = after(began.state, read(1));
    expect(work.effects).toEqual([{ do: "look", snapshot }, { do: "act", token: 1, snapshot, action: convert }]);
    const write = after(work.state, acted(1));
    expect(write.effects).toEqual([{ do: "write", token: 1, patch }]);
    const done = after(write.state, ok(1));
    expect(done.effects).toEqual([{ do: "read", token: 2, soon: false }]);
    expect(done.state).toMatchObject({ job: null, failure: null, notice: { done: "convert", count: 1 } });
  });

  test("that finds another workbook starts over once, then says so", () => {
    const once = after(inForm, act(convert), read(1), acted(1), stale(1));
    expect(once.state.job).toMatchObject({ attempt: 2, phase: "read", token: 2 });
    const twice = after(once.state, read(2), acted(2), stale(2));
    expect(twice.state).toMatchObject({ job: null, failure: { kind: "stale", retry: convert } });
    expect(after(twice.state, { is: "retry" }).state.job).toMatchObject({ attempt: 1, action: convert });
  });

  test("that cannot be done says why", () => {
    const findings = [finding("t", issue("no-header", {}, {}), "table", null)];
    const refused = after(inForm, act(convert), read(1), acted(1, { patch: null, findings }));
    expect(refused.state).toMatchObject({ job: null, failure: { kind: "refused", findings } });
    expect(after(refused.state, { is: "dismiss" }).state.failure).toBeNull();
  });

  test.each(["read", "act", "write"] as const)("whose %s fails can be tried again", (phase) => {
    const events = [act(convert), read(1), acted(1)].slice(0, ["read", "act", "write"].indexOf(phase) + 1);
    const failed = after(inForm, ...events, { is: "failed", code: "edit-mode", token: 1 });
    expect(failed.state).toMatchObject({ job: null, failure: { kind: "host", code: "edit-mode", retry: convert } });
    expect(after(failed.state, { is: "retry" }).effects).toEqual([{ do: "read", token: failed.state.token + 1, soon: false }]);
  });

  test("whose write fails has the workbook read, and leads to where a write that was begun is ended", () => {
    const unfinished: Status = { ...form, stage: "unfinished" };
    const { screen } = after(inForm, { is: "go", to: "build" }).state;
    expect(screen.at).toBe("build");
    const failed = after({ ...inForm, screen }, act(convert), read(1), acted(1), { is: "failed", code: "no-answer", token: 1 });
    expect(failed.effects).toEqual([{ do: "read", token: 2, soon: true }]);
    const looked = (status: Status): State => after(failed.state, { is: "dismiss" }, read(2), { is: "looked", snapshot, status }).state;
    expect(looked(unfinished)).toMatchObject({ failure: null, screen: { at: "home" } });
    // Nothing was begun; or somebody else is writing later on: what is on the screen stays there.
    expect(looked(form).screen).toEqual(screen);
    const later = after(looked(form), { is: "edited" }, read(3), { is: "looked", snapshot, status: unfinished });
    expect(later.state.screen).toEqual(screen);
    // What could not be done is still told after the reading.
    expect(after(failed.state, read(2)).state.failure).toEqual({ kind: "host", code: "no-answer", retry: convert });
  });

  test("shows how far it is, and stops before anything is written", () => {
    const going = after(inForm, act({ kind: "rank" }), read(1), { is: "went-on", token: 1, progress: { done: 57, of: 168 } });
    expect(going.state.job?.progress).toEqual({ done: 57, of: 168 });
    const stopped = after(going.state, { is: "stop" });
    expect(stopped.effects).toEqual([{ do: "stop", token: 1 }]);
    expect(stopped.state).toMatchObject({ job: null, notice: { done: "stopped" } });
    expect(after(stopped.state, acted(1)).effects).toEqual([]);
  });

  test("that is being written cannot be stopped, and no second one begins", () => {
    const writing = after(inForm, act(convert), read(1), acted(1)).state;
    expect(after(writing, { is: "stop" })).toEqual({ state: writing, effects: [] });
    expect(after(writing, act({ kind: "rank" }))).toEqual({ state: writing, effects: [] });
  });

  test("is not disturbed by an edit, which is read once the job is over", () => {
    const during = after(inForm, act(convert), read(1), { is: "edited" });
    expect(during.effects).toEqual([]);
    expect(after(during.state, acted(1, { patch: null, findings: [] })).effects).toEqual([{ do: "read", token: 2, soon: true }]);
    expect(after(during.state, acted(1), ok(1)).effects).toEqual([{ do: "read", token: 2, soon: false }]);
  });
});

describe("building", () => {
  const report: BuildReport = { read: 31, direct: 12, forms: form.forms, kept: 0, moved: [], added: [], reworded: [], parked: [], far: [] };
  const open = after({ ...base("vi"), status: { ...nothing, stage: "rubric", year: "2026" } }, { is: "go", to: "build" }).state;
  const named = after(open, { is: "type", field: "units.0.name", value: "Phường 1" }).state;

  test("asks for a name where no unit is known", () => {
    expect(named.screen).toMatchObject({ choice: { units: [{ code: "", name: "Phường 1" }], year: "2026" } });
  });

  test("a first form is written at once and its report shown", () => {
    const done = after(named, { is: "build" }, read(1), acted(1, written, report), ok(1));
    expect(done.state.screen).toEqual({ at: "built", report });
  });

  test("a form with answers is first reported on; only then written", () => {
    const kept = { ...report, kept: 12 };
    const asked = after(named, { is: "build" }, read(1), acted(1, written, kept));
    expect(asked.effects).toEqual([]);
    expect(asked.state).toMatchObject({ job: null, screen: { at: "build", report: kept } });
    const agreed = after(asked.state, { is: "build" }, read(2), acted(2, written, kept));
    expect(agreed.effects).toEqual([{ do: "write", token: 2, patch }]);
  });

  test("another choice asks again", () => {
    const asked = after(named, { is: "build" }, read(1), acted(1, written, { ...report, kept: 12 })).state;
    expect(after(asked, { is: "type", field: "year", value: "2027" }).state.screen).toMatchObject({ report: null });
  });

  test.each([
    ["those without a form", [{ code: "A", name: "A", hasForm: true }, { code: "B", name: "B" }], ["B"]],
    ["the one in hand where all have one", [{ code: "HT", name: "A", hasForm: true }, { code: "B", name: "B", hasForm: true }], ["HT"]],
  ])("chooses of listed units %s", (_, list, codes) => {
    const status: Status = { ...form, units: { list, received: 0, ranked: false } };
    const { screen } = after({ ...inForm, status }, { is: "go", to: "build" }).state;
    expect(screen.at === "build" && screen.choice.units.map(({ code }) => code)).toEqual(codes);
  });

  test("units are picked and left out", () => {
    const units = [{ code: "A", name: "A" }, { code: "B", name: "B" }];
    const status: Status = { ...form, units: { list: units, received: 0, ranked: false } };
    const picked = after({ ...inForm, status }, { is: "go", to: "build" }, { is: "pick", units: [units[0]!], on: false });
    expect(picked.state.screen).toMatchObject({ choice: { units: [units[1]] } });
    expect(after(picked.state, { is: "pick", units, on: true }).state.screen).toMatchObject({ choice: { units } });
  });
});

describe("screens", () => {
  test("a tick is a tick at once; the table is read with it when it is confirmed", () => {
    const check: State = { ...base("vi"), screen: { ...newCheck, preview: preview(6), ticks: ["t1"] } };
    const ticked = after(check, { is: "tick", ids: ["t1", "t3"], on: true });
    expect(ticked).toMatchObject({ effects: [], state: { screen: { ticks: ["t1", "t3"] } } });
    expect(after(ticked.state, { is: "tick", ids: ["t1"], on: false }).state.screen).toMatchObject({ ticks: ["t3"] });
  });

  test("ticks are kept while the rule of one row is refined, and the reading is made again on return", () => {
    const check: State = { ...base("vi"), screen: { ...newCheck, preview: preview(6), ticks: ["t1"] } };
    const refine = after(check, { is: "refine", criterion: "c5" });
    expect(refine.effects).toEqual([{ do: "refine", snapshot, criterion: "c5", draft: null }]);
    const back = after(refine.state, { is: "close" });
    expect(back.state.screen).toEqual(check.screen);
    expect(back.effects).toEqual([{ do: "preview", snapshot, ticks: ["t1"] }]);
  });

  test("a criterion that goes away while its rule is refined is said to be gone; what was typed stays, and it may return", () => {
    const typed = after(states["refine"]!("vi"), { is: "type", field: "options.1.label", value: "Đúng hạn" }).state;
    if (typed.screen.at !== "refine" || typed.screen.refinement === null) throw new Error("no refinement");
    const { criterion, refinement } = typed.screen;
    const gone = finding("g", issue("criterion-gone", {}, { sheet: "Phụ lục" }), "value", null);
    const lost = after(typed, { is: "unrefined", criterion, finding: gone }).state;
    expect(lost).toMatchObject({ screen: typed.screen, failure: { kind: "refused", findings: [gone] } });
    expect(after(lost, { is: "refined", refinement }).state.failure).toBeNull();
    expect(after(typed, { is: "unrefined", criterion: "another", finding: gone }).state.failure).toBeNull();
  });

  test("a written rule returns to where it was opened, and says so", () => {
    const check: State = { ...base("vi"), screen: { ...newCheck, preview: preview(6), ticks: ["t1"] } };
    const { state } = after(check, { is: "refine", criterion: "c5" });
    const done = after(state, act({ kind: "rule", criterion: "c5", draft }), read(1), acted(1), ok(1));
    expect(done.state).toMatchObject({ screen: { at: "check", ticks: ["t1"] }, notice: { done: "rule" } });
  });

  test("blanks of the rule editor are worked out as they are typed; rows come and go", () => {
    const typed = after(states["refine"]!("vi"), { is: "type", field: "options.1.label", value: "Đúng hạn" });
    expect(typed.effects).toMatchObject([{ do: "refine", draft: { options: [{ label: "" }, { label: "Đúng hạn" }] } }]);
    const longer = after(typed.state, { is: "add-row", list: "options" }).state;
    expect(longer.screen).toMatchObject({ draft: { options: [{}, { label: "Đúng hạn" }, { label: "", score: "" }] } });
    const shorter = after(longer, { is: "remove-row", list: "options", index: 0 }).state;
    expect(shorter.screen).toMatchObject({ draft: { options: [{ label: "Đúng hạn" }, { label: "" }] } });
    expect(after(shorter, { is: "add-row", list: "items" }).state.screen).toMatchObject({ draft: { items: ["", "", ""] } });
  });

  test("a band scheme fills the settings, with this language's decimal mark", () => {
    const scheme = { id: "s", source: "Thử", bandUnit: "points" as const, bands: [{ name: "Đạt", from: "62.5", inclusive: false }] };
    const open = after({ ...inForm, catalog: { presets: [], schemes: [scheme] } }, { is: "go", to: "settings" }).state;
    const { screen } = after(open, { is: "scheme", id: "s" }).state;
    expect(screen).toMatchObject({ draft: { bandUnit: "points", bands: [{ name: "Đạt", from: "62,5", inclusive: false }] } });
    expect(after(open, { is: "add-row", list: "bands" }).state.screen).toMatchObject({
      draft: { bands: [{}, {}, {}, {}, { name: "", from: "", inclusive: true }] },
    });
  });

  test("a language chosen outside is spoken, and not told back; one chosen here is", () => {
    expect(after(inForm, { is: "spoken", language: "en" })).toMatchObject({ state: { language: "en" }, effects: [] });
    expect(after(inForm, { is: "language", language: "en" }).effects).toEqual([{ do: "language", language: "en" }]);
  });

  test("another row is explained; on another sheet the form in hand is looked for", () => {
    const { sheet, row } = snapshot.selection!;
    const down = { sheet, row: row + 1, column: 0 };
    const near = after(inForm, { is: "selected", at: down });
    expect(near.effects).toEqual([{ do: "why", snapshot: { ...snapshot, selection: down }, at: down }]);
    const away = { sheet: "Phiếu 2", row, column: 0 };
    const far = after(inForm, { is: "selected", at: away });
    expect(far.effects).toEqual([{ do: "look", snapshot: { ...snapshot, selection: away } }]);
    // The answer that comes late still says what the workbook holds, not why of a row that was left.
    const late = after(near.state, { is: "looked", snapshot, status: { ...nothing, why: null } });
    expect(late.state).toMatchObject({ status: nothing, why });
  });

  test("what was done is said until the person moves on", () => {
    const done: State = { ...inForm, notice: { done: "rank", count: 0, findings: [] } };
    const { sheet, row } = snapshot.selection!;
    const down: PanelEvent = { is: "selected", at: { sheet, row: row + 1, column: 0 } };
    expect(after({ ...done, awaited: 3 }, down).state.notice).toEqual({ done: "rank", count: 0, findings: [] });
    expect(after(done, down).state.notice).toBeNull();
    expect(after(done, { is: "show", at: { sheet: "Xếp hạng", row: 0, column: 0 }, closes: true }).state).toMatchObject({
      notice: null, screen: { at: "home" },
    });
  });

  test("lists grow by a page, sections fold", () => {
    const { state } = after(inForm, { is: "more", part: "blank" }, { is: "fold", part: "groups", open: false });
    expect(state).toMatchObject({ shown: { blank: 23 }, folded: ["groups"] });
    expect(after(state, { is: "fold", part: "groups", open: true }).state.folded).toEqual([]);
  });
});

/** Whatever is pressed and reported in whatever order, an action is read before it is worked, and worked before it is written. */
test("a write always follows the work of the same, last begun job", () => {
  const token = fc.integer({ min: 1, max: 6 });
  const event: fc.Arbitrary<PanelEvent> = fc.oneof(
    fc.constantFrom<PanelEvent>(
      { is: "edited" }, { is: "start" }, { is: "stop" }, { is: "retry" }, { is: "close" }, { is: "build" }, act(convert),
      act({ kind: "rank" }), { is: "go", to: "check" }, { is: "go", to: "build" }, { is: "dismiss" },
    ),
    token.map(read), token.map((of) => acted(of)), token.map(ok), token.map(stale),
    token.map((of): PanelEvent => ({ is: "failed", code: "unknown", token: of })),
  );
  fc.assert(fc.property(fc.array(event, { maxLength: 40 }), (events) => {
    let state = inForm;
    const worked = new Set<number>();
    for (const one of events) {
      const job = state.job;
      const next = step(state, one);
      for (const effect of next.effects) {
        if (effect.do === "act") worked.add(effect.token);
        if (effect.do === "write") {
          expect(worked.has(effect.token)).toBe(true);
          expect(effect.token).toBe(job?.token);
        }
      }
      state = next.state;
    }
  }), { numRuns: 500 });
});
