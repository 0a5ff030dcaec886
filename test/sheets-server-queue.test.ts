import type { Call, PollReply, ReadReply } from "../sheets-addon/api";
import { Server, type Runner } from "../sheets-addon/sidebar/server";
import { SheetsHost } from "../sheets-addon/sidebar/sheets-host";

/** Calls as they arrive at Google; each is answered by hand. */
class Google {
  readonly calls: { readonly call: Call; answer(text: string | null): void; fail(message: string): void }[] = [];

  runner(done: (text: string | null) => void = () => {}, failed: (error: Error) => void = () => {}): Runner {
    return {
      withSuccessHandler: (heard) => this.runner(heard, failed),
      withFailureHandler: (heard) => this.runner(done, heard),
      rpc: (json) => void this.calls.push({ call: JSON.parse(json) as Call, answer: done, fail: (message) => failed(new Error(message)) }),
    };
  }
}

const turn = (): Promise<void> => new Promise((done) => setTimeout(done));
const ok = (answer: unknown): string => JSON.stringify({ ok: true, answer });
const seen: PollReply = { selection: { sheet: "A", row: 0, column: 0 }, sheet: "A", mark: "1" };
const reply = (more: Partial<ReadReply> = {}): ReadReply => ({
  facts: { name: "Sổ", locale: "vi_VN", zone: "Asia/Ho_Chi_Minh", language: "vi" }, seen, sheets: [], rest: [], ...more,
});

test("one call at a time, in the order in which they were asked, also after one that failed", async () => {
  const google = new Google();
  const server = new Server(() => google.runner());
  const asked = [server.ask("poll"), server.ask("show", seen.selection!), server.ask("poll")];
  const ends = asked.map((each) => each.then(() => "done", (error: Error) => error.message));
  await turn();
  expect(google.calls.map(({ call }) => call[0])).toEqual(["poll"]);
  google.calls[0]!.fail("ScriptError");
  await turn();
  expect(google.calls.map(({ call }) => call)).toEqual([["poll"], ["show", seen.selection]]);
  expect(server.isBusy).toBe(true);
  google.calls[1]!.answer(ok(null));
  await turn();
  google.calls[2]!.answer(ok(seen));
  expect(await Promise.all(ends)).toEqual(["no-answer: ScriptError", "done", "done"]);
  await turn();
  expect(server.isBusy).toBe(false);
});

test.each([
  ["PERMISSION_DENIED", "account"],
  ["Authorization is required to perform that action.", "account"],
  ["You do not have permission to access the requested document.", "account"],
  ["NetworkError: Connection failure due to HTTP 0", "no-answer"],
])("a call that fails with “%s” is %s", async (message, code) => {
  const google = new Google();
  const asked = new Server(() => google.runner()).ask("poll");
  await turn();
  google.calls[0]!.fail(message);
  await expect(asked).rejects.toMatchObject({ code });
});

test("the server's own codes, an answer that did not arrive, and none at all", async () => {
  const google = new Google();
  const server = new Server(() => google.runner(), 30);
  const asked = [server.ask("poll"), server.ask("poll"), server.ask("poll")];
  const ends = asked.map((each) => each.catch((error: unknown) => error));
  await turn();
  google.calls[0]!.answer(JSON.stringify({ ok: false, code: "busy", detail: "" }));
  await turn();
  google.calls[1]!.answer(null);
  expect(await Promise.all(ends)).toEqual(["busy", "no-answer", "no-answer"].map((code) => expect.objectContaining({ code })));
});

test("an answer that was cut is none, and the next call goes out", async () => {
  const google = new Google();
  const server = new Server(() => google.runner(), 30);
  const [cut, next] = [server.ask("poll").catch((error: unknown) => error), server.ask("poll")];
  await turn();
  try {
    google.calls[0]!.answer('{"ok":true,"ans');
  } catch {
    // Google's own code hears what a handler throws, and drops it.
  }
  await turn();
  expect(google.calls).toHaveLength(2);
  google.calls[1]!.answer(ok(seen));
  expect([await cut, await next]).toEqual([expect.objectContaining({ code: "no-answer" }), seen]);
});

test("what changes between the parts of a reading is news", async () => {
  const google = new Google();
  const host = new SheetsHost(new Server(() => google.runner()), () => "vi");
  const read = host.read();
  await turn();
  google.calls[0]!.answer(ok(reply({ rest: ["B"] })));
  await turn();
  google.calls[1]!.answer(ok(reply({ seen: { ...seen, mark: "2" } })));
  await read;
  const listening = { addEventListener: () => {}, removeEventListener: () => {} };
  const looks: (() => void)[] = [];
  const setTimeout = (look: () => void): number => looks.push(look);
  Object.assign(globalThis, { ...listening, document: { ...listening, hidden: false }, window: { setTimeout } });
  const news: unknown[] = [];
  host.watch((change) => news.push(change));
  looks[0]!();
  await turn();
  google.calls[2]!.answer(ok({ ...seen, mark: "2" }));
  await turn();
  expect(news).toEqual([{ kind: "edit" }]);
});

test("looks that go on failing make the panel read, once, and again when they come through", async () => {
  const google = new Google();
  const host = new SheetsHost(new Server(() => google.runner()), () => "vi");
  const read = host.read();
  await turn();
  google.calls[0]!.answer(ok(reply()));
  await read;
  const listening = { addEventListener: () => {}, removeEventListener: () => {} };
  const looks: (() => void)[] = [];
  const setTimeout = (look: () => void): number => looks.push(look);
  Object.assign(globalThis, { ...listening, document: { ...listening, hidden: false }, window: { setTimeout } });
  const news: unknown[] = [];
  host.watch((change) => news.push(change));
  const heard: number[] = [];
  for (const fails of [true, true, true, true, true, false, false, true, false]) {
    looks[looks.length - 1]!();
    await turn();
    const last = google.calls[google.calls.length - 1]!;
    if (fails) last.fail("NetworkError: Connection failure due to HTTP 0");
    else last.answer(ok(seen));
    await turn();
    heard.push(news.length);
  }
  expect(heard).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 2]);
  expect(news).toEqual([{ kind: "edit" }, { kind: "edit" }]);
});

test("a reading that does not fit into one answer goes on with the rest", async () => {
  const google = new Google();
  const host = new SheetsHost(new Server(() => google.runner()), () => "vi");
  const plain = (name: string) => ({ name, hidden: name === "B", values: [["", "x"], ["", ""]], formulas: [null, null], texts: [null, null] });
  const read = host.read();
  await turn();
  google.calls[0]!.answer(ok(reply({ sheets: [plain("A")], rest: ["B", "C"] })));
  await turn();
  expect(google.calls[1]!.call).toEqual(["read", ["B", "C"]]);
  google.calls[1]!.answer(ok(reply({ sheets: [plain("B"), plain("C")] })));
  const { sheets, selection } = await read;
  expect(sheets.map(({ name, state, values }) => [name, state, values])).toEqual(
    [["A", "visible", [[null, "x"]]], ["B", "hidden", [[null, "x"]]], ["C", "visible", [[null, "x"]]]]);
  expect(selection).toEqual(seen.selection);
});

test("a write goes on until it is done; what is stale ends it", async () => {
  const google = new Google();
  const host = new SheetsHost(new Server(() => google.runner()), () => "vi");
  const patch = { expect: [], sheets: [{ sheet: "A", blocks: [{ row: 0, column: 0, cells: [[{ f: "IF(A1,1,2)", v: 1 }]] }] }] };
  const written = host.write(patch);
  await turn();
  const next = { step: 3, parts: 1, made: ["a"] };
  google.calls[0]!.answer(ok({ done: false, next }));
  await turn();
  const [, order] = google.calls[1]!.call as Extract<Call, readonly ["write", unknown]>;
  expect(order.from).toEqual(next);
  expect(order.patch.sheets[0]!.blocks![0]!.cells).toEqual([[{ f: "IF(A1;1;2)", v: 1 }]]);
  google.calls[1]!.answer(ok({ done: true }));
  expect(await written).toEqual({ ok: true });
  const stale = host.write(patch);
  await turn();
  google.calls[2]!.answer(ok({ stale: [] }));
  expect(await stale).toEqual({ ok: false, stale: [] });
});

test("the first reading serves whoever reads first; a failed one says why", async () => {
  const google = new Google();
  const host = new SheetsHost(new Server(() => google.runner()), () => "en");
  const opened = host.open();
  await turn();
  google.calls[0]!.answer(ok(reply({ facts: { name: "Book", locale: "en_US", zone: "Etc/GMT", language: "en" } })));
  expect(await opened).toBe("en");
  expect((await host.read()).facts).toMatchObject({ host: "sheets", language: "en", decimal: ".", name: "Book" });
  expect(google.calls).toHaveLength(1);

  for (const [at, spoken] of (["vi", "en"] as const).entries()) {
    const refused = new SheetsHost(new Server(() => google.runner()), () => spoken);
    const tried = refused.open();
    await turn();
    google.calls[1 + at]!.fail("PERMISSION_DENIED");
    expect(await tried).toBe(spoken);
    await expect(refused.read()).rejects.toMatchObject({ code: "account" });
  }
});
