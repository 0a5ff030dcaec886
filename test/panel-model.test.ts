import type { Status, WhyStep } from "../core/app-port";
import { nextPlace } from "../core/panel/home-model";
import type { CheckModel, HomeModel } from "../core/panel/model";
import { panelModel } from "../core/panel/panel-model";
import { newCheck } from "../core/panel/screen";
import { settingsOf, type SettingsDraft, draftOf } from "../core/panel/settings-draft";
import { shownPercent, shownPoints, shownShare } from "../core/panel/shown";
import type { State } from "../core/panel/state";
import type { Language } from "../core/sheet/snapshot";
import { base, finding, form, nothing, preview as previewOf, states, why } from "./kit/panel-states";
import { issue } from "../core/issue/issue";
import { findingOf } from "../core/app/finding";

const home = (state: State): HomeModel => panelModel(state).screen as HomeModel;
const withStatus = (status: Status, language: Language = "vi"): HomeModel => home({ ...base(language), status });

describe.each(Object.keys(states))("%s", (name) => {
  test.each(["vi", "en"] as const)("is plain data in %s, without holes", (language) => {
    const model = panelModel(states[name]!(language));
    const text = JSON.stringify(model);
    expect(JSON.parse(text)).toEqual(model);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});

test.each([
  ["71.25", 2, "vi", "71,25"], ["1.5", 2, "vi", "1,50"], ["7", 2, "en", "7.00"], ["7", 0, "vi", "7"], ["4.5", 0, "en", "4.5"],
  ["-0.25", 2, "vi", "-0,25"], ["1000", 0, "vi", "1.000"],
] as const)("%s points with %i places in %s: %s", (value, digits, language, shown) => {
  expect(shownPoints(value, digits, language)).toBe(shown);
});

test.each([
  ["0.75", "vi", "75 %"], ["0.755", "vi", "75,5 %"], ["1", "en", "100%"], ["0", "vi", "0 %"], ["0.005", "en", "0.5%"],
  ["0.333333", "en", "33.3333%"], ["1.2", "vi", "120 %"], ["-0.5", "vi", "-50 %"],
] as const)("a share of %s in %s: %s", (value, language, shown) => {
  expect(shownShare(value, language)).toBe(shown);
});

test.each([["71.250", "vi", "71,25 %"], ["100", "vi", "100 %"], ["100.00", "en", "100%"], ["0", "en", "0%"]] as const)(
  "%s of a hundred in %s: %s",
  (value, language, shown) => expect(shownPercent(value, language)).toBe(shown),
);

const steps: readonly (readonly [WhyStep, string, string])[] = [
  [{ kind: "ratio", over: "3", under: "4", value: "0.75" }, "Tỷ lệ 3/4 = 75 %", "Ratio 3/4 = 75%"],
  [{ kind: "value", of: "share", value: "0.953" }, "Tỷ lệ nhập: 95,3 %", "Share entered: 95.3%"],
  [{ kind: "value", of: "count", value: "52" }, "Số lượng: 52", "Count: 52"],
  [{ kind: "held", at: "1" }, "Lớn hơn 100 % nên tính là 100 %", "Above 100%, counted as 100%"],
  [{ kind: "step", from: "0.75", inclusive: true, percent: true }, "Đạt mức từ 75 % trở lên", "Reaches the step from 75% up"],
  [{ kind: "step", from: "52", inclusive: false, percent: false }, "Đạt mức trên 52", "Reaches the step above 52"],
  [{ kind: "step", from: null, inclusive: true, percent: true }, "Thuộc mức thấp nhất", "In the lowest step"],
  [{ kind: "give", share: "1", points: "2" }, "Đạt điểm tối đa: 2,00 điểm", "Earns the maximum: 2.00 points"],
  [{ kind: "give", share: "1/2", points: "1" }, "1/2 × điểm tối đa = 1,00 điểm", "1/2 × maximum = 1.00 points"],
  [{ kind: "give", share: null, points: "0.5" }, "Được 0,50 điểm", "Earns 0.50 points"],
  [{ kind: "give", share: "0", points: "0" }, "Được 0 điểm", "Earns 0 points"],
  [{ kind: "times", value: "0.75", percent: true, amount: "2", points: "1.5" }, "75 % × 2 điểm = 1,50", "75% × 2 points = 1.50"],
  [{ kind: "times", value: "0.666667", percent: true, amount: "2", points: "1.333333" }, "66,6667 % × 2 điểm = 1,333333",
    "66.6667% × 2 points = 1.333333"],
  [{ kind: "choice", label: "Có", points: "2" }, "Chọn “Có”: 2,00 điểm", "“Có” chosen: 2.00 points"],
  [{ kind: "part", label: "Quý I", points: "0.5", max: "0.5" }, "Quý I: 0,50/0,5 điểm", "Quý I: 0.50 of 0.5 points"],
  [{ kind: "part", label: "Quý I", points: "0.5", max: null }, "Quý I: 0,50 điểm", "Quý I: 0.50 points"],
  [{ kind: "part", label: "Quý I", points: null, max: "1" }, "Quý I: chưa có điểm", "Quý I: no points yet"],
  [{ kind: "zero", policy: "full" }, "Mẫu số bằng 0: được điểm tối đa", "The denominator is 0: the maximum"],
  [{ kind: "precondition", question: "có chuyên mục", met: false }, "Không đạt điều kiện: có chuyên mục",
    "Condition not met: có chuyên mục"],
  [{ kind: "waiver", label: "không có phản ánh", points: "4" }, "không có phản ánh: 4,00 điểm", "không có phản ánh: 4.00 points"],
  [{ kind: "bounds", at: "max", points: "2" }, "Không quá điểm tối đa: 2,00", "No more than the maximum: 2.00"],
  [{ kind: "direct", points: "1" }, "Chấm trực tiếp 1,00 điểm", "1.00 points entered directly"],
  [{ kind: "evidence", claimed: "2" }, "Tự chấm 2,00 điểm nhưng chưa có minh chứng: tính 0 điểm",
    "2.00 points claimed without proof: 0 points count"],
  [{ kind: "not-applicable", policy: "excluded" }, "Không áp dụng: không tính vào điểm tối đa",
    "Not applicable: leaves the maximum"],
];
test.each(steps)("the line of $kind", (step, vi, en) => {
  const said = (language: Language) =>
    home({ ...base(language), status: form, why: { ...why, steps: [step] } }).why?.body?.steps;
  expect(said("vi")).toEqual([vi]);
  expect(said("en")).toEqual([en]);
});

const sentences: readonly (readonly [string, Partial<Status>, string, string | undefined, string | undefined])[] = [
  ["nothing", {}, "Dán bảng tiêu chí của quyết định vào trang tính, rồi bấm Đọc bảng.", "Đọc bảng", "Dùng bộ mẫu"],
  ...([
    [24, 0, "19 đọc được, 24 cần xác nhận."], [0, 1, "42 đọc được, 1 chấm trực tiếp."],
    [18, 3, "22 đọc được, 18 cần xác nhận, 3 chấm trực tiếp."], [0, 0, "đọc được tất cả."],
  ] as const).map(([toConfirm, unread, said]) => [
    `a table: ${said}`, { stage: "table", table: { criteria: 43, points: "100", toConfirm, unread } } as const,
    `43 tiêu chí, 100 điểm: ${said}`, "Xem và xác nhận", undefined,
  ] as const),
  ["a table that gives no rubric", {
    findings: [finding("x", issue("too-many-criteria", { cell: "S!A1" }, { count: 3000, most: 1000 }), "table", { sheet: "S", row: 0, column: 0 })],
  }, "Bảng tiêu chí trong tệp chưa dùng được. Sửa theo lời nhắc dưới đây, rồi bấm Đọc bảng.", "Đọc bảng", "Dùng bộ mẫu"],
  ["a rubric", { stage: "rubric" }, "Bộ chỉ số đã sẵn sàng.", "Lập phiếu", "Phát phiếu"],
  ["a form", { ...form }, "Còn 9 ô trống và 2 chỗ cần xem lại.", "Đến ô tiếp theo", undefined],
  ["a form with gaps only", { ...form, findings: form.findings.slice(0, 1) }, "Còn 1 ô trống.", "Đến ô tiếp theo", undefined],
  ["a full form", { ...form, stage: "full", findings: [] }, "Phiếu đã đủ. In, ký và gửi.", "In", "Lưu"],
  ["units", { stage: "units", units: { list: [{ code: "A", name: "A" }, { code: "B", name: "B" }], received: 1, ranked: false } },
    "2 đơn vị, 1 phiếu đã nhận.", "Nhận phiếu", "Xếp hạng"],
  ["units, some forms with gaps", {
    stage: "units", units: { list: [{ code: "A", name: "A" }, { code: "B", name: "B" }], received: 2, ranked: false }, incomplete: 2,
  }, "2 đơn vị, 2 phiếu đã nhận. 2 phiếu chưa điền xong: xếp hạng lấy số điểm đang có.", "Xếp hạng", "Nhận phiếu"],
  ["forms without a list of units", {
    stage: "units", forms: ["Phiếu A", "Phiếu B"].map((id) => ({ id, unit: { code: id, name: id }, at: { sheet: id, row: 9, column: 5 } })),
  }, "2 đơn vị, 2 phiếu đã nhận.", "Xếp hạng", "Nhận phiếu"],
  ["units, all received", { stage: "units", units: { list: [{ code: "A", name: "A" }], received: 1, ranked: true } },
    "1 đơn vị, 1 phiếu đã nhận.", "Xếp hạng lại", "Nhận phiếu"],
];
test.each(sentences)("with %s there is one sentence and one press", (_, status, text, main, quiet) => {
  const { next } = withStatus({ ...nothing, ...status });
  expect([next?.text, next?.main?.label, next?.quiet?.label]).toEqual([text, main, quiet]);
});

test.each([["QĐ 12", "Theo quyết định", "QĐ 12"], ["", "Cách tính của bộ chỉ số", ""]])("the words of a rule, decision “%s”", (decision, label, number) => {
  const body = home({ ...base("vi"), status: form, why: { ...why, decision } }).why?.body;
  expect([body?.clauseLabel, body?.decision]).toEqual([label, number]);
});

test.each([["too-many-criteria", null], ["no-header", "Chưa thấy bảng tiêu chí. Chọn một ô trong bảng rồi bấm Đọc lại."]] as const)(
  "without a rubric because of %s the review says no more than is true",
  (code, waiting) => {
    const problem = code === "no-header" ? issue(code, { cell: "S!A1" }, {}) : issue(code, { cell: "S!A1" }, { count: 3000, most: 1000 });
    const preview = { ...previewOf(1), table: null, rubric: null, sums: [], rows: [], findings: [findingOf(problem, null)] };
    const model = panelModel({ ...base("vi"), status: nothing, screen: { ...newCheck, preview } }).screen as CheckModel;
    expect([model.waiting, model.findings.length]).toEqual([waiting, 1]);
  },
);

test("a host without doors offers only what it can do", () => {
  const { next } = home({ ...base("vi", []), status: { ...form, stage: "full", findings: [] } });
  expect([next?.main?.label, next?.quiet]).toEqual(["Xem phiếu", null]);
});

const waiting = form.findings[0]!.at!;
test.each([
  [null, null, 15], [{ sheet: "Phiếu", row: 0, column: 0 }, null, 15], [{ ...waiting, column: 99 }, null, 17],
  [{ sheet: "Phiếu", row: 26, column: 9 }, null, 33], [{ sheet: "Phiếu", row: 99, column: 0 }, null, 15],
  [{ sheet: "Bộ chỉ số", row: 20, column: 0 }, null, 15],
  [waiting, waiting, 17], [waiting, { ...waiting, row: 14 }, 15], [waiting, { ...waiting, sheet: "Phiếu 2" }, 15],
])("the next cell from %j, led to by a press at %j, is in row %i", (from, led, row) => {
  expect(nextPlace(form.findings, from, led)?.row).toBe(row);
});

test("problems are grouped by what to do, counted, and those that need no thinking are mended together", () => {
  const twice = [form.findings[1]!, { ...form.findings[1]!, id: "v9" }];
  const lists = withStatus({ ...form, findings: [...form.findings, twice[1]!] }).findings!.lists;
  expect(lists.map(({ title, count }) => `${title} ${count}`)).toEqual([
    "Sai giá trị 2", "Thiếu số liệu 9", "Thiếu minh chứng 1", "Nên xem qua 1",
  ]);
  expect(lists[0]!.mendAll).toEqual({
    label: "Sửa giúp cả 2 chỗ", event: { is: "act", action: { kind: "convert", findings: twice } },
  });
  expect(lists[1]!.more?.label).toBe("Xem thêm 6 dòng");
  expect(lists[1]!.lines[0]).toMatchObject({
    place: "1.2 · E16", text: "Tổng số cuộc họp đang trống. Nhập số liệu; nếu không có thì ghi 0.",
    show: { label: "Đến ô E16", event: { is: "show", at: { sheet: "Phiếu", row: 15, column: 4 } } },
  });
});

test("a group that is not scored shows a dash, not 0 %", () => {
  const rows = withStatus(form).groups!.rows;
  expect(rows[8]).toMatchObject({ points: "–", percent: null, spoken: "9. Đô thị thông minh: không tính điểm" });
  expect(rows[2]).toMatchObject({ points: "4,5/6", percent: 75, spoken: "3. Hạ tầng số: 4,5 trên 6 điểm" });
});

describe("checking a reading", () => {
  const check = (name: string, change: (state: State) => State = (state) => state): CheckModel =>
    panelModel(change(states[name]!("vi"))).screen as CheckModel;

  test("counts rows of each kind and says what will be scored directly", () => {
    const model = check("check-43");
    expect(model.filters.map(({ label, count }) => `${label} ${count}`)).toEqual([
      "Tất cả 43", "Có vấn đề 3", "Cần xác nhận 18", "Chưa đọc được 3", "Đọc được 22",
    ]);
    expect(model.tickAll).toMatchObject({ label: "Đồng ý cả 18 cách hiểu", note: "Đã đồng ý 2/18", on: "some" });
    expect(model.confirm.note).toBe("19 tiêu chí sẽ chấm trực tiếp vì chưa đọc được hoặc chưa được xác nhận.");
    expect(model.sums.map(({ text }) => text)).toEqual(["Cả bảng: bảng ghi 100 điểm, cộng lại được 86."]);
  });

  test("shows the rows of one kind under their own headings only", () => {
    const { rows } = check("check-unread");
    expect(rows.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      "group 1", "criterion 1.6", "group 4", "criterion 4.2", "group 6", "criterion 6.4",
    ]);
  });

  test("a row's own cell is named once; an unread rule leads to the editor", () => {
    const row = check("check-unread").rows[1]!;
    expect(row).toMatchObject({
      state: "unread", stateText: "Chấm trực tiếp", note: null, show: { label: "Đến ô F10" },
      findings: [{ place: "", show: null, refine: null }], refine: { event: { is: "refine", criterion: "c5" } },
    });
  });

  test("points are added up where the table declares no sum", () => {
    const preview = { ...previewOf(6), sums: [] };
    const model = check("check-43", (state) => ({ ...state, screen: { ...newCheck, preview } }));
    expect(model.summary).toBe("6 tiêu chí · 1 nhóm · 12 điểm");
    expect(model.sumsNote).toBe("Bảng không ghi tổng để đối chiếu.");
  });

  test("an agreed reading says so", () => {
    const rows = check("check-43").rows.filter((row) => row.kind === "criterion");
    expect(rows.map(({ state }) => state).slice(0, 6)).toEqual(["read", "agreed", "read", "agreed", "read", "unread"]);
  });
});

const right = draftOf(form.settings, ",");
const drafts: readonly (readonly [string, Partial<SettingsDraft>, readonly string[]])[] = [
  ["as it stands", {}, []],
  ["without bands", { bands: [] }, []],
  ["digits not a number", { digits: "hai" }, ["digits digits"]],
  ["too many digits", { digits: "7" }, ["digits digits"]],
  ["no name", { bands: [{ name: " ", from: "0", inclusive: true }] }, ["bands.0.name name"]],
  ["not a number", { bands: [{ name: "A", from: "7o", inclusive: true }, { name: "B", from: "0", inclusive: true }] }, ["bands.0.from number"]],
  ["out of order", { bands: [{ name: "A", from: "50", inclusive: true }, { name: "B", from: "60", inclusive: true }, { name: "C", from: "0", inclusive: true }] },
    ["bands.1.from order"]],
  ["above 100 %", { bands: [{ name: "A", from: "101", inclusive: true }, { name: "B", from: "0", inclusive: true }] }, ["bands.0.from above-100"]],
  ["101 points", { bandUnit: "points", bands: [{ name: "A", from: "101", inclusive: true }, { name: "B", from: "0", inclusive: true }] }, []],
  ["a lowest band above 0", { bands: [{ name: "A", from: "50", inclusive: true }] }, ["bands.0.from lowest"]],
  ["a lowest band without 0", { bands: [{ name: "A", from: "0", inclusive: false }] }, ["bands.0.from lowest"]],
];
test.each(drafts)("settings %s", (_, change, problems) => {
  const read = settingsOf({ ...right, ...change });
  expect(read.problems.map(({ field, why: reason }) => `${field} ${reason}`)).toEqual(problems);
  expect(read.settings === null).toBe(problems.length > 0);
});

test("settings typed with either decimal mark are the same settings", () => {
  const typed = (from: string) => settingsOf({ ...right, bands: [{ name: "A", from, inclusive: true }, { name: "B", from: "0", inclusive: true }] });
  expect(typed("62,5")).toEqual(typed("62.5"));
  expect(settingsOf(right).settings).toEqual(form.settings);
});

test.each([
  [nothing, "Đã ghi cách tính."],
  [form, "Đã ghi cách tính. Câu trả lời không còn hợp cách tính mới được cất ở trang Nhật ký."],
])("a rule written speaks of answers only where forms hold them", (status, text) => {
  const state: State = { ...base("vi"), status, notice: { done: "rule", count: 0, findings: [] } };
  expect(panelModel(state).notice?.text).toBe(text);
});

test.each([
  [[], "Đã ghi xong.", []],
  [[findingOf(issue("write-undone", {}, {}), null)], "Đã bỏ lần ghi dở.", [null]],
  [[findingOf(issue("write-lost", {}, {}), null)], "Đã bỏ lần ghi dở.", [null]],
  [[findingOf(issue("write-typed-since", {}, {}), { sheet: "Phiếu", row: 8, column: 3 })], "Đã ghi xong.", [{ is: "show", at: { sheet: "Phiếu", row: 8, column: 3 } }]],
])("a write that was ended says what was left, and leads to cells filled meanwhile", (findings, text, places) => {
  const { notice } = panelModel({ ...base("vi"), status: form, notice: { done: "resume", count: 0, findings } });
  expect(notice?.text).toBe(text);
  expect(notice?.lines.map(({ show }) => show?.event ?? null)).toMatchObject(places);
});

test("a write that died comes before everything else", () => {
  const model = panelModel({ ...base("vi"), status: { ...form, stage: "unfinished" } });
  expect(model.screen).toMatchObject({ next: { main: { label: "Ghi tiếp", event: { is: "act", action: { kind: "resume" } } } } });
});

test("a refusal names its problems, with their places", () => {
  const state: State = {
    ...base("en"), status: nothing,
    failure: { kind: "refused", findings: [finding("x", issue("no-header", { cell: "S!A1" }, {}), "table", { sheet: "S", row: 0, column: 0 })] },
  };
  expect(panelModel(state).failure?.lines[0]).toMatchObject({ place: "A1", show: { label: "Go to cell A1" } });
});

test.each([[[], 0], [["save"], 0], [["files"], 1], [["help", "files"], 2]] as const)(
  "the menu offers files and help where the host has doors %j for them",
  (doors, count) => {
    const events = panelModel({ ...base("vi"), doors }).menu.items.map(({ event }) => event);
    expect(events.filter(({ is }) => is === "door")).toEqual(
      (["files", "help"] as const).filter((door) => (doors as readonly string[]).includes(door)).map((door) => ({ is: "door", door })),
    );
    expect(events.filter(({ is }) => is === "door")).toHaveLength(count);
  },
);
