import "../core/words/both";
import type { CheckText } from "../core/check/tell";
import { type Operation, operations } from "../core/form/back-mark";
import type { BuildReport, Outcome } from "../core/app-port";
import type { BuiltModel, ProofModel } from "../core/panel/model";
import { panelModel } from "../core/panel/panel-model";
import { home } from "../core/panel/screen";
import type { Notice, State } from "../core/panel/state";
import { step } from "../core/panel/step";
import { findingOf } from "../core/app/finding";
import { issue } from "../core/issue/issue";
import { base, form, snapshot } from "./kit/panel-states";

const back = { is: "act", action: { kind: "back" } } as const;
const after = (what: Operation): State =>
  ({ ...base("vi"), status: { ...form, back: { what, at: "2026-11-22T08:30" } } });
const said = (done: Notice["done"]): Notice => ({ done, count: 1, findings: [] });
const report: BuildReport = { read: 1, direct: 0, forms: form.forms, kept: 0, moved: [], added: [], reworded: [], parked: [], far: [] };

test.each(operations)("after %s the menu says what can be taken back, and when it was done, in both languages", (what) => {
  for (const language of ["vi", "en"] as const) {
    const { items } = panelModel({ ...after(what), language }).menu;
    const own = items.filter(({ event }) => event.is === "act" && event.action.kind === "back");
    expect(own).toEqual([{ event: back, label: expect.stringMatching(/^(Hoàn tác|Take back): .+ \(08:30 22\/11\/2026\)$/) }]);
  }
});

test.each(["confirm", "units", "rank", "rule", "convert", "settings", "preset"] as const)("beside %s, done, stands the press", (done) => {
  const state: State = { ...after(done), notice: said(done) };
  expect(panelModel(state).notice?.back).toEqual({ label: "Hoàn tác", event: back });
  expect(panelModel({ ...state, status: form }).notice?.back).toBeNull();
});

test.each(["back", "stopped"] as const)("beside %s there is none", (done) => {
  expect(panelModel({ ...after("rank"), notice: said(done) }).notice?.back).toBeNull();
});

test("forms that were built can be taken back from their report", () => {
  const screen = { at: "built", report } as const;
  expect((panelModel({ ...after("build"), screen }).screen as BuiltModel).back).toEqual({ label: "Hoàn tác", event: back });
  expect((panelModel({ ...base("vi"), status: form, screen }).screen as BuiltModel).back).toBeNull();
});

test("nothing is offered while something is being done, or where there is nothing", () => {
  const { state } = step(after("rank"), back);
  expect(state.job).not.toBeNull();
  for (const each of [state, { ...base("vi"), status: form }, base("vi")]) {
    expect(panelModel(each).menu.items.map(({ event }) => event)).not.toContainEqual(back);
  }
});

test("a press reads the workbook, works out and writes, and says what stays as it is", () => {
  const at = { sheet: "Phiếu", row: 8, column: 5 };
  const outcome: Outcome = { patch: { expect: [], sheets: [] }, findings: [findingOf(issue("back-filled", {}, { sheet: "Phiếu" }), at)] };
  let { state, effects } = step({ ...after("build"), screen: { at: "built", report } }, back);
  const { token } = state.job!;
  expect(effects).toEqual([{ do: "read", token, soon: false }]);
  ({ state, effects } = step(state, { is: "read", token, snapshot }));
  expect(effects).toContainEqual({ do: "act", token, snapshot, action: { kind: "back" } });
  ({ state, effects } = step(state, { is: "acted", token, outcome, report: null }));
  expect(effects).toEqual([{ do: "write", token, patch: outcome.patch }]);
  ({ state } = step(state, { is: "written", token, result: { ok: true } }));
  expect(state.screen).toEqual(home);
  const { notice } = panelModel(state);
  expect(notice).toMatchObject({ text: "Đã hoàn tác. Câu trả lời được giữ nguyên.", back: null });
  expect(notice!.lines[0]).toMatchObject({ place: "F9", show: { event: { is: "show", at } } });
});

test("a repair is taken back beside what it says of itself, and what then stays of it is said", () => {
  const told = (taken: boolean): CheckText =>
    ({ title: "", good: true, summary: "", notes: [], groups: [], taken, repair: null, again: "Kiểm tra lại" });
  const offered = (state: State, taken: boolean): unknown =>
    (panelModel({ ...state, screen: { at: "repair", checked: { vi: told(taken), en: told(taken) } } }).screen as ProofModel).back;
  expect(offered(after("repair"), true)).toEqual({ label: "Hoàn tác", event: back });
  expect([offered(after("repair"), false), offered(after("build"), true)]).toEqual([null, null]);

  for (const [what, text] of [
    ["repair", "Đã hoàn tác. Câu trả lời được giữ nguyên. Bảo vệ, khóa ô, định dạng và kiểm tra dữ liệu đã sửa thì vẫn giữ."],
    ["rank", "Đã hoàn tác. Câu trả lời được giữ nguyên."],
  ] as const) {
    let { state } = step(after(what), back);
    const { token } = state.job!;
    ({ state } = step(state, { is: "read", token, snapshot }));
    ({ state } = step(state, { is: "acted", token, outcome: { patch: { expect: [], sheets: [] }, findings: [] }, report: null }));
    ({ state } = step(state, { is: "written", token, result: { ok: true } }));
    expect(panelModel(state).notice?.text).toBe(text);
  }
});
