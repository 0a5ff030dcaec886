import type {
  App, BuildReport, Finding, GroupScore, Preview, PreviewRow, Refinement, RuleDraft, Status, Todo, UnitName, Why,
} from "../../core/app-port";
import { issue, type Issue } from "../../core/issue/issue";
import type { Door } from "../../core/panel/effect";
import { home, newCheck, pageRows } from "../../core/panel/screen";
import { draftOf } from "../../core/panel/settings-draft";
import { initialState, type State } from "../../core/panel/state";
import { defaultSettings } from "../../core/rubric/rubric";
import type { Address } from "../../core/sheet/address";
import type { Language, Snapshot } from "../../core/sheet/snapshot";

/** States to look at and to walk through: every stage and screen, with none, one, many and too many of each thing. */

const cell = (row: number, column = 4, sheet = "Phiếu"): Address => ({ sheet, row, column });

export const snapshot: Snapshot = {
  facts: { host: "page", language: "vi", decimal: ",", now: "2026-11-22T16:45" },
  selection: cell(13),
  sheets: [],
};

export function finding(id: string, of: Issue, todo: Todo, at: Address | null, more: Partial<Finding> = {}): Finding {
  return { id, issue: of, todo, at, mends: false, refines: null, ...more };
}

const unit: UnitName = { code: "HT", name: "Phường Hạc Thành" };

export const nothing: Status = {
  stage: "nothing", unit: null, year: "", rubric: null, table: null, totals: null, progress: null, findings: [], groups: [],
  forms: [], incomplete: 0, form: null, units: null, why: null, settings: null, back: null,
};

const groupRows: readonly (readonly [string, string, string])[] = [
  ["Nhận thức số", "7", "8"], ["Thể chế số", "6", "10"], ["Hạ tầng số", "4.5", "6"], ["Nhân lực số", "7.25", "10"],
  ["An toàn thông tin mạng", "5", "5"], ["Hoạt động chính quyền số", "31.5", "45"], ["Hoạt động kinh tế số", "3", "6"],
  ["Hoạt động xã hội số", "7", "10"],
];
const groups: readonly GroupScore[] = [
  ...groupRows.map(([name, points, max], index) => ({
    id: `g${index}`, code: String(index + 1), name, points, max, at: cell(8 + index * 12, 1),
  })),
  { id: "g8", code: "9", name: "Đô thị thông minh", points: null, max: "0", at: null },
];

export const why: Why = {
  criterion: "c02", code: "1.2", name: "Bí thư/Chủ tịch chủ trì các cuộc họp về chuyển đổi số", unit, points: "1.5", max: "2",
  digits: 2, at: cell(13),
  figures: [
    { name: "a", kind: "number", label: "số cuộc họp do Bí thư/Chủ tịch chủ trì", value: "3", unit: "", at: cell(14) },
    { name: "b", kind: "number", label: "tổng số cuộc họp", value: "4", unit: "", at: cell(15) },
  ],
  steps: [
    { kind: "ratio", over: "3", under: "4", value: "0.75" },
    { kind: "times", value: "0.75", percent: true, amount: "2", points: "1.5" },
  ],
  unrounded: null, review: null,
  group: { code: "1", name: "Nhận thức số", points: "7", max: "8" },
  total: { points: "71.25", max: "100" },
  clause: "a = số cuộc họp CĐS do Bí thư/Chủ tịch chủ trì; b = tổng số cuộc họp CĐS. Tỷ lệ = a/b. Điểm = Tỷ lệ*Điểm tối đa.",
  decision: "QĐ 3336/QĐ-UBND", clauseAt: cell(12, 5, "Bộ chỉ số"), findings: [], refines: false,
};

const blank = (code: string, row: number, label: string): Finding =>
  finding(`blank-${row}`, issue("input-blank", { criterion: code }, { input: "b", label }), "blank", cell(row));

const findings: readonly Finding[] = [
  blank("1.2", 15, "tổng số cuộc họp"),
  finding("v1", issue("input-not-number", { criterion: "1.3" }, { input: "a", label: "số văn bản đã ký", text: "3,5" }), "value",
    cell(17), { mends: true }),
  blank("2.1", 20, "số kế hoạch đã ban hành"), blank("2.4", 26, "số báo cáo đúng hạn"),
  finding("n1", issue("ratio-above-one", { criterion: "3.1" }, { input: "a", over: "a", under: "b" }), "note", cell(30)),
  blank("3.2", 33, "số máy tính"), blank("3.3", 36, "số cán bộ, công chức"), blank("4.1", 40, "số lớp tập huấn"),
  blank("4.2", 44, "số người tham gia"),
  finding("e1", issue("evidence-missing", { criterion: "5.2" }, { claimed: "2.5" }), "evidence", cell(52, 7)),
  blank("6.1", 60, "số hồ sơ"), blank("6.2", 63, "số hồ sơ trực tuyến"),
];

const settings = {
  ...defaultSettings,
  bands: [
    { name: "Dẫn dắt", from: "72", inclusive: true }, { name: "Nâng cao", from: "50", inclusive: true },
    { name: "Hình thành", from: "25", inclusive: true }, { name: "Khởi động", from: "0", inclusive: true },
  ],
};

const rubric = { title: "Bộ chỉ số chuyển đổi số cấp xã", decision: "QĐ 3336/QĐ-UBND", criteria: 43 };

export const form: Status = {
  ...nothing, stage: "form", unit, year: "2026", rubric,
  totals: {
    points: "71.25", self: null, max: "100", percent: "71.25", band: "Nâng cao", toNext: { points: "0.75", band: "Dẫn dắt" },
    rank: null, digits: 2,
  },
  progress: { filled: 26, total: 43 }, findings, groups, forms: [{ id: "Phiếu", unit, at: cell(0, 0) }], form: "Phiếu", why,
  settings,
};

const full: Status = {
  ...form, stage: "full", findings: [], progress: { filled: 43, total: 43 },
  totals: { ...form.totals!, points: "88.5", self: "90.25", percent: "88.5", band: "Dẫn dắt", toNext: null, rank: { rank: 3, of: 168 } },
};

const manyUnits: readonly UnitName[] = Array.from({ length: 168 }, (_, index) => ({
  code: `X${index + 1}`, name: `Xã số ${index + 1}`, hasForm: index < 150,
}));
const units: Status = {
  ...nothing, stage: "units", year: "2026", rubric, settings, units: { list: manyUnits, received: 150, ranked: false },
};

const texts = [
  "Trưởng Ban là Bí thư/Chủ tịch: điểm tối đa. Chưa có BCĐ, hoặc có nhưng Trưởng Ban không phải Bí thư/Chủ tịch: 0 điểm.",
  "a = số cuộc họp CĐS do Bí thư/Chủ tịch chủ trì; b = tổng số cuộc họp CĐS. Tỷ lệ = a/b. Điểm = Tỷ lệ*Điểm tối đa.",
  "a = tổng số hồ sơ; b = số hồ sơ nộp trực tuyến toàn trình; c = số hồ sơ nộp trực tuyến một phần. Tỷ lệ = (b+c)/a. " +
    "Từ 75% trở lên: điểm tối đa; Dưới 75%: Tỷ lệ *điểm tối đa. Số liệu lấy từ Hệ thống thông tin giải quyết thủ tục hành chính " +
    "của Thành phố trong kỳ đánh giá, không tính hồ sơ bị rút.",
  "Mỗi quý: đúng hạn 0,5 điểm; trễ hạn 0,25 điểm; không thực hiện 0 điểm.",
];

/** A reading of `count` criteria: half of them read, most others assumed, some not. */
export function preview(count: number): Preview {
  const rows: PreviewRow[] = [];
  for (let index = 0; index < count; index += 1) {
    const group = Math.floor(index / 6) + 1;
    if (index % 6 === 0) {
      rows.push({
        kind: "group", id: `g${group}`, depth: 0, code: String(group), max: "12", at: cell(rows.length + 3, 0, "Phụ lục"),
        name: groupRows[(group - 1) % groupRows.length]![0], findings: [],
      });
    }
    const code = `${group}.${(index % 6) + 1}`;
    const at = cell(rows.length + 3, 5, "Phụ lục");
    const state = index % 2 === 0 ? "read" : index % 14 === 5 ? "unread" : "assumed";
    rows.push({
      kind: "criterion", id: `c${index}`, depth: 1, code, max: "2", at, ruleAt: at, state,
      name: "Tỷ lệ hồ sơ thủ tục hành chính được xử lý trực tuyến trong năm",
      text: texts[index % texts.length] ?? "",
      rule: state === "unread" ? "" : "Tỷ lệ = a/b; Điểm = Tỷ lệ × điểm tối đa",
      assumptions: state === "assumed"
        ? [{ id: `t${index}`, issue: issue("assume-ratio", {}, { over: "a", under: "b" }), ticked: false }]
        : [],
      findings: state === "unread"
        ? [finding(`u${index}`, issue("rule-unread", { criterion: code }, { fragment: "theo hướng dẫn của Sở" }), "rule", at, {
          refines: `c${index}`,
        })]
        : [],
    });
  }
  return {
    table: { sheet: "Phụ lục", area: { row: 2, column: 0, rows: rows.length + 1, columns: 7 } },
    rubric: { id: "r", title: "", decision: "", level: "xã", year: "2026", nodes: [], pillars: [], settings: defaultSettings },
    sums: [
      { of: "points", group: null, declared: "100", found: String(2 * count), agrees: 2 * count === 100, at: cell(2, 3, "Phụ lục") },
      { of: "points", group: { code: "1", name: "Nhận thức số" }, declared: "12", found: "12", agrees: true, at: null },
    ],
    rows,
    findings: [],
  };
}

export const draft: RuleDraft = {
  kind: "threshold", question: "", over: "số hồ sơ trực tuyến", under: "tổng số hồ sơ", threshold: "75", inclusive: true,
  below: "proportional", zero: "ask", options: [{ label: "", score: "" }, { label: "", score: "" }], count: "",
  bands: [{ from: "52", score: "tối đa" }, { from: "0", score: "1/4" }], items: ["", ""],
};
const refinement: Refinement = {
  criterion: { id: "c5", code: "1.6", name: "Tỷ lệ hồ sơ thủ tục hành chính được xử lý trực tuyến", max: "5" },
  at: cell(9, 5, "Phụ lục"), text: texts[2] ?? "", draft,
  rule: "a = số hồ sơ trực tuyến; b = tổng số hồ sơ. Tỷ lệ = a/b. Từ 75% trở lên: điểm tối đa; dưới 75%: Tỷ lệ × điểm tối đa.",
  samples: [
    { answer: "a = 75, b = 100", points: "5" }, { answer: "a = 74, b = 100", points: "3.7" }, { answer: "a = 0, b = 100", points: "0" },
  ],
  problems: [],
};
const bandsRefinement: Refinement = {
  ...refinement, draft: { ...draft, kind: "bands", count: "số tin, bài trong năm", bands: [{ from: "52", score: "9" }, { from: "", score: "1/4" }] },
  rule: "", samples: [],
  problems: [
    { blank: "bands.0.score", issue: issue("draft-amount-out-of-range", {}, { text: "9", min: "0", max: "5" }) },
    { blank: "bands.1.from", issue: issue("draft-blank", {}, {}) },
  ],
};

const line = (code: string, name: string) => ({ code, name, unit: null, at: cell(20) });
const report: BuildReport = {
  read: 31, direct: 12, forms: form.forms, kept: 112,
  moved: [{ ...line("2.4", "Báo cáo định kỳ hàng quý"), from: "E26", to: "E31" }],
  added: [line("3.4", "Tỷ lệ thuê bao sử dụng điện thoại thông minh")],
  reworded: [line("3.1", "Ban hành kế hoạch chuyển đổi số (Kế hoạch năm)")],
  parked: [line("9.1", "Chỉ tiêu đã bỏ khỏi bộ chỉ số")],
  far: [{ code: "Sổ tay!B3", name: "='Phiếu'!N20+1", unit: null, at: { sheet: "Sổ tay", row: 2, column: 1 } }],
};

export const catalog = {
  presets: [{ id: "hcm-xa-2026", title: "TP. Hồ Chí Minh, cấp xã 2026", criteria: 43, points: "100" }],
  schemes: [{ id: "own", source: "Lào Cai, DTI 2022", bands: settings.bands, bandUnit: settings.bandUnit }],
} satisfies { presets: ReturnType<App["presets"]>; schemes: ReturnType<App["schemes"]> };

const doors: readonly Door[] = ["print", "save", "receive", "hand-out"];

export const base = (language: Language, offered: readonly Door[] = doors): State => ({
  ...initialState(language, offered, catalog), snapshot,
});

const markup = "<img src=x onerror=document.title='run'><b>chữ</b> &amp; =1+1";
const longName = "Ủy ban nhân dân Đặc khu Hoàng Sa và các đơn vị hành chính trực thuộc đang trong thời gian sắp xếp, hợp nhất theo nghị quyết";
const manyFindings = Array.from({ length: 90 }, (_, index) => blank(`${index + 1}`, 10 + index, `số liệu thứ ${index + 1}`));

/** Each is a change to a panel that has just read the workbook. */
export const states: Readonly<Record<string, (language: Language) => State>> = {
  opening: (language) => ({ ...base(language), snapshot: null }),
  nothing: (language) => ({ ...base(language), status: nothing }),
  table: (language) => ({
    ...base(language), status: { ...nothing, stage: "table", table: { criteria: 43, points: "100", toConfirm: 24, unread: 0 } },
  }),
  rubric: (language) => ({ ...base(language), status: { ...nothing, stage: "rubric", rubric, year: "2026" } }),
  form: (language) => ({ ...base(language), status: form, why }),
  "form-many": (language) => ({
    ...base(language), why: null,
    status: { ...form, unit: { code: "", name: longName }, why: null, findings: manyFindings, forms: [
      ...form.forms, { id: "Phiếu 2", unit: { code: "B", name: longName }, at: cell(0, 0, "Phiếu 2") },
    ] },
  }),
  full: (language) => ({ ...base(language), status: full, why }),
  "full-quiet": (language) => ({ ...base(language, []), status: full, folded: ["groups", "why"], why }),
  units: (language) => ({ ...base(language), status: units }),
  "why-open": (language) => ({
    ...base(language), status: form, folded: ["groups"], why: {
      ...why, points: null, figures: [why.figures[0]!, { ...why.figures[1]!, value: null }], steps: [],
      findings: [findings[0]!], review: null,
    },
  }),
  "why-review": (language) => ({
    ...base(language), status: form, folded: ["groups"], why: {
      ...why, unrounded: "1.333333", points: "1", review: { self: "1.33", points: "1", reason: "Đối chiếu biên bản họp" },
      steps: [
        { kind: "ratio", over: "2", under: "3", value: "0.666667" },
        { kind: "step", from: "0.5", inclusive: true, percent: true },
        { kind: "times", value: "0.666667", percent: true, amount: "2", points: "1.333333" },
      ],
    },
  }),
  "back-offered": (language) => ({
    ...base(language), status: { ...form, back: { what: "rank", at: "2026-11-22T08:30" } },
    notice: { done: "rank", count: 0, findings: [] },
  }),
  "back-taken": (language) => ({
    ...base(language), status: form,
    notice: { done: "back", count: 0, findings: [finding("f", issue("back-filled", {}, { sheet: "Phiếu" }), "sheet", cell(9))] },
  }),
  "check-reading": (language) => ({ ...base(language), status: nothing, screen: newCheck }),
  "check-none": (language) => ({
    ...base(language), status: nothing, screen: {
      ...newCheck, preview: {
        table: null, rubric: null, sums: [], rows: [], findings: [finding("n", issue("no-header", {}, {}), "table", null)],
      },
    },
  }),
  "check-1": (language) => ({ ...base(language), status: nothing, screen: { ...newCheck, preview: preview(1) } }),
  "check-43": (language) => ({
    ...base(language), status: nothing, screen: { ...newCheck, preview: preview(43), ticks: ["t1", "t3"] },
  }),
  "check-unread": (language) => ({
    ...base(language), status: nothing, screen: { ...newCheck, preview: preview(43), filter: "unread" },
  }),
  "check-500": (language) => ({
    ...base(language), status: nothing, screen: { ...newCheck, preview: preview(500), shown: pageRows.check },
  }),
  build: (language) => ({
    ...base(language), status: { ...nothing, stage: "rubric", rubric, year: "2026" },
    screen: { at: "build", choice: { units: [{ code: "", name: "" }], year: "2026" }, report: null, shown: pageRows.unit },
  }),
  "build-units": (language) => ({
    ...base(language), status: units,
    screen: { at: "build", choice: { units: manyUnits.slice(150), year: "2026" }, report: null, shown: 8 },
  }),
  "build-again": (language) => ({
    ...base(language), status: form,
    screen: { at: "build", choice: { units: [unit], year: "2026" }, report, shown: pageRows.unit },
  }),
  built: (language) => ({ ...base(language), status: form, screen: { at: "built", report } }),
  refine: (language) => ({
    ...base(language), status: form, screen: { at: "refine", criterion: "c5", draft: null, refinement, from: home },
  }),
  "refine-problems": (language) => ({
    ...base(language), status: form,
    screen: { at: "refine", criterion: "c5", draft: null, refinement: bandsRefinement, from: home },
  }),
  settings: (language) => ({
    ...base(language), status: form, screen: { at: "settings", draft: draftOf(settings, language === "vi" ? "," : ".") },
  }),
  "settings-problems": (language) => ({
    ...base(language), status: form,
    screen: {
      at: "settings",
      draft: { ...draftOf(settings, ","), digits: "9", bands: [{ name: "", from: "abc", inclusive: false }] },
    },
  }),
  presets: (language) => ({ ...base(language), status: nothing, screen: { at: "presets" } }),
  markup: (language) => ({
    ...base(language), why: { ...why, clause: markup, name: markup },
    status: {
      ...form, unit: { code: "", name: markup }, groups: [{ ...groups[0]!, name: markup }],
      findings: [finding("m", issue("input-not-number", { criterion: markup }, { input: "a", label: markup, text: markup }), "value", cell(17))],
    },
  }),
  about: (language) => ({ ...base(language), status: nothing, screen: { at: "about" } }),
  working: (language) => ({
    ...base(language), status: units, job: {
      action: { kind: "rank" }, phase: "act", token: 1, attempt: 1, progress: { done: 57, of: 168 }, agreed: false, report: null, findings: [],
    },
  }),
  done: (language) => ({ ...base(language), status: form, why, notice: { done: "convert", count: 3, findings: [] } }),
  failed: (language) => ({
    ...base(language), status: form, why, failure: { kind: "host", code: "edit-mode", retry: "read" },
  }),
  refused: (language) => ({
    ...base(language), status: form, why, failure: {
      kind: "refused", findings: [finding("s", issue("sheet-missing", {}, { sheet: "Bộ chỉ số" }), "sheet", null)],
    },
  }),
};
