import { formPatch } from "../core/form/form-sheet";
import { type FormColumn, type FormLayout, layoutForm } from "../core/form/layout";
import { looks } from "../core/form/looks";
import type { Rule, ZeroPolicy } from "../core/rule/rule";
import { defaultSettings, type Criterion, type Rubric, type Settings } from "../core/rubric/rubric";
import type { Answer } from "../core/scoring/answer";
import type { Review } from "../core/review/review";
import type { SheetPatch } from "../core/sheet/patch";
import type { CellValue } from "../core/sheet/workbook";

const ratio = (zero: ZeroPolicy = "ask"): Rule => ({
  kind: "measure",
  figures: [{ name: "a", label: "số cuộc họp do Chủ tịch chủ trì" }, { name: "b", label: "tổng số cuộc họp" }],
  value: { kind: "ratio", over: ["a"], under: ["b"] },
  steps: [{ from: null, inclusive: true, score: { times: { share: "1" }, per: "1" } }],
  zero,
});
const count: Rule = {
  kind: "measure", figures: [{ name: "n", label: "số tin, bài" }], value: { kind: "count", max: "7" },
  steps: [{ from: null, inclusive: true, score: { times: { share: "1" }, per: "7" } }], zero: "ask",
};
const share: Rule = {
  kind: "measure", figures: [], value: { kind: "share" },
  steps: [{ from: null, inclusive: true, score: { times: { share: "1" }, per: "1" } }], zero: "ask",
};
const choice: Rule = {
  kind: "choice", options: [{ label: "Có", score: { share: "1" } }, { label: "Không", score: { share: "0" } }],
};
const asked: Rule = { kind: "precondition", question: "Có chuyên mục", otherwise: { points: "0" }, rule: count };
const halves: Rule = {
  kind: "parts",
  parts: [{ label: "Ban hành", share: { share: "1/2" }, rule: choice }, { label: "Thực hiện", share: { share: "1/2" }, rule: ratio() }],
};
const quarters: Rule = { kind: "repeat", periods: ["Quý I", "Quý II", "Quý III", "Quý IV"], rule: choice };
const alike: Rule = {
  kind: "parts",
  parts: ["của cơ quan Đảng cấp xã", "của cơ quan nhà nước cấp xã"].map((of) => ({
    label: `Ban hành kế hoạch chuyển đổi số hằng năm ${of}`, share: { share: "1/2" }, rule: choice,
  })),
};
const long: Rule = {
  kind: "parts",
  parts: ["Ban hành kế hoạch chuyển đổi số hằng năm", "Công khai | niêm yết"].map((label) => ({
    label, share: { share: "1/2" }, rule: choice,
  })),
};
const waived: Rule = { kind: "waiver", when: { figure: "2.b" }, label: "không phát sinh", give: { share: "1" }, rule: halves };
const relative: Rule = {
  kind: "relative", to: "best", better: "high", figures: [{ name: "a", label: "số ứng dụng" }], value: { kind: "count" },
};

interface Case {
  readonly rule: Rule | null;
  readonly inputs?: Record<string, CellValue>;
  readonly more?: Partial<Answer>;
  readonly review?: Partial<Review>;
  readonly settings?: Partial<Settings>;
  readonly bounds?: Pick<Criterion, "max" | "min">;
}

function built({ rule, inputs = {}, more = {}, review, settings = {}, bounds = { max: "2", min: "0" } }: Case, decimal: "," | "."): {
  patch: SheetPatch; layout: FormLayout; at(row: number, column: FormColumn): CellValue;
} {
  const criterion: Criterion = {
    kind: "criterion", id: "c", code: "1.1", name: "Tiêu chí", parent: null, ...bounds, bonus: false, text: "", rule, evidence: "",
  };
  const rubric: Rubric = {
    id: "r", title: "", decision: "", level: "", year: "", nodes: [criterion], pillars: [], settings: { ...defaultSettings, ...settings },
  };
  const patch = formPatch(rubric, {
    sheet: "Phiếu", unit: { code: "", name: "" }, language: "vi", decimal,
    answers: new Map([["c", { inputs, evidence: "", explanation: "", ...more }]]),
    reviews: new Map(review === undefined ? [] : [["c", { points: null, reason: "", reviewer: "", ...review }]]),
  });
  const layout = layoutForm(rubric, "Phiếu");
  return { patch, layout, at: (row, column) => patch.blocks![0]!.cells[row]![layout.columns[column]]?.v ?? null };
}

/** The self score, the final points, the status of the criterion's row and of each input's row. */
function shown(given: Case, decimal: "," | "." = ","): CellValue[] {
  const { layout, at } = built(given, decimal);
  return [at(layout.firstRow, "self"), at(layout.firstRow, "final"), ...layout.rows.map(({ row }) => at(row, "status"))];
}

const blank = "";
test.each<[string, Case, CellValue[]]>([
  ["nothing filled in", { rule: ratio() }, [blank, blank, "Chưa điền", "Chưa điền", "Chưa điền"]],
  ["one figure missing", { rule: ratio(), inputs: { a: 3 } }, [blank, blank, "Thiếu b", "", "Chưa điền"]],
  ["zero is a figure", { rule: ratio(), inputs: { a: 0, b: 4 } }, [0, 0, "Đủ", "", ""]],
  ["full", { rule: ratio(), inputs: { a: 3, b: 4 } }, [1.5, 1.5, "Đủ", "", ""]],
  ["above one", { rule: ratio(), inputs: { a: 5, b: 4 } }, [2, 2, "Xem lại: a lớn hơn b: tính 100 %", "a lớn hơn b: tính 100 %", ""]],
  ["above one, and reviewed", { rule: ratio(), inputs: { a: 5, b: 4 }, review: { points: 1, reason: "nhầm số" } }, [2, 1, "Xem lại: a lớn hơn b: tính 100 %", "a lớn hơn b: tính 100 %", ""]],
  ["above one, and another part left", { rule: halves, inputs: { "2.a": 5, "2.b": 4 } }, [blank, blank, "Thiếu Ban hành", "Chưa chọn", "2.a lớn hơn 2.b: tính 100 %", ""]],
  ["above one in a part", { rule: halves, inputs: { "1.x": "Có", "2.a": 5, "2.b": 4 } }, [2, 2, "Xem lại: 2.a lớn hơn 2.b: tính 100 %", "", "2.a lớn hơn 2.b: tính 100 %", ""]],
  ["above one, of a criterion left out", { rule: ratio(), inputs: { a: 5, b: 4 }, more: { notApplicable: "a" } }, [blank, blank, "Không áp dụng", "", ""]],
  ["above one, proof missing", { rule: ratio(), inputs: { a: 5, b: 4 }, settings: { evidence: "required" } }, [2, 0, "Cần minh chứng hoặc giải trình", "a lớn hơn b: tính 100 %", ""]],
  ["text", { rule: ratio(), inputs: { a: "3 cuộc", b: 4 } }, [blank, blank, "Sửa a", "Phải là số (máy này viết 3,5)", ""]],
  ["both wrong", { rule: ratio(), inputs: { a: -3, b: 1e16 } }, [blank, blank, "Sửa a, b", "Số phải từ 0 trở lên", "Số quá lớn"]],
  ["denominator 0, silent", { rule: ratio(), inputs: { a: 0, b: 0 } }, [blank, blank, "Mẫu số bằng 0: quyết định không nêu", "", ""]],
  ["denominator 0, excluded", { rule: ratio("excluded"), inputs: { a: 0, b: 0 } }, [blank, blank, "Mẫu số bằng 0: không tính tiêu chí này", "", ""]],
  ["denominator 0, full", { rule: ratio("full"), inputs: { a: 0, b: 0 } }, [2, 2, "Đủ", "", ""]],
  ["a count in parts", { rule: count, inputs: { n: 3.5 } }, [blank, blank, "Sửa số liệu", "Phải là số nguyên"]],
  ["a count above its most", { rule: count, inputs: { n: 8 } }, [blank, blank, "Sửa số liệu", "Số phải từ 0 đến 7"]],
  ["a share above 100 %", { rule: share, inputs: { r: 1.01 } }, [blank, blank, "Sửa số liệu", "Từ 0 đến 100 %"]],
  ["no choice", { rule: choice }, [blank, blank, "Chưa chọn", "Chưa chọn"]],
  ["not in the list", { rule: choice, inputs: { x: "có" } }, [blank, blank, "Sửa số liệu", "Chọn trong danh sách"]],
  ["a member in decomposed letters", { rule: choice, inputs: { x: "Có".normalize("NFD") } }, [2, 2, "Đủ", ""]],
  ["refused precondition", { rule: asked, inputs: { p: "Không" } }, [0, 0, "Đủ", "", ""]],
  ["open precondition", { rule: asked, inputs: { n: 5 } }, [blank, blank, "Thiếu điều kiện", "Chưa chọn", ""]],
  ["parts", { rule: halves, inputs: { "2.a": 1 } }, [blank, blank, "Thiếu Ban hành, 2.b", "Chưa chọn", "", "Chưa điền"]],
  ["a period left", { rule: quarters, inputs: { "1.x": "Có", "3.x": "Có", "4.x": "Có" } }, [blank, blank, "Thiếu Quý II", "", "Chưa chọn", "", ""]],
  ["periods left and wrong", { rule: quarters, inputs: { "1.x": "có", "3.x": "Có" } }, [blank, blank, "Sửa Quý I", "Chọn trong danh sách", "Chưa chọn", "", "Chưa chọn"]],
  ["parts alike once cut", { rule: alike, inputs: { "1.x": "Có" } }, [blank, blank, "Thiếu mục 2", "", "Chưa chọn"]],
  ["a long title", { rule: long, inputs: { "2.x": "Có" } }, [blank, blank, "Thiếu Ban hành kế hoạch chuyển…", "Chưa chọn", ""]],
  ["a title with a bar", { rule: long, inputs: { "1.x": "Có" } }, [blank, blank, "Thiếu mục 2", "", "Chưa chọn"]],
  ["waived", { rule: waived, inputs: { "2.b": 0 } }, [2, 2, "Đủ", "", "", ""]],
  ["against the others", { rule: relative, inputs: { a: 3 } }, [blank, blank, "Có điểm khi đủ các đơn vị", ""]],
  ["direct", { rule: null, bounds: { max: "2.5", min: "-1" } }, [blank, blank, "Chấm điểm trực tiếp từ -1 đến 2,5", "Chưa điền"]],
  ["direct, too many", { rule: null, inputs: { points: 3 }, bounds: { max: "2.5", min: "0" } }, [blank, blank, "Sửa số liệu", "Số phải từ 0 đến 2,5"]],
  ["no points to give", { rule: null, bounds: { max: "0", min: "0" } }, [0, 0, "Không tính điểm"]],
  ["not applicable, no reason", { rule: ratio(), more: { notApplicable: "" } }, [blank, blank, "Không áp dụng: cần giải trình", "", ""]],
  ["not applicable", { rule: ratio(), more: { notApplicable: "không có cuộc họp" } }, [blank, blank, "Không áp dụng", "", ""]],
  ["not applicable earns all", { rule: ratio(), more: { notApplicable: "a" }, settings: { notApplicable: "full" } }, [2, 2, "Không áp dụng", "", ""]],
  ["proof missing", { rule: choice, inputs: { x: "Có" }, settings: { evidence: "required" } }, [2, 0, "Cần minh chứng hoặc giải trình", ""]],
  ["proof missing, explained", { rule: choice, inputs: { x: "Có" }, more: { explanation: "đang xin" }, settings: { evidence: "required" } }, [2, 0, "Cần minh chứng", ""]],
  ["nothing claimed needs no proof", { rule: choice, inputs: { x: "Không" }, settings: { evidence: "required" } }, [0, 0, "Đủ", ""]],
  ["proof given", { rule: choice, inputs: { x: "Có" }, more: { evidence: "QĐ 1" }, settings: { evidence: "required" } }, [2, 2, "Đủ", ""]],
  ["reviewed, no reason", { rule: choice, inputs: { x: "Có" }, review: { points: 1 } }, [2, 1, "Cần lý do điều chỉnh", ""]],
  ["reviewed", { rule: choice, inputs: { x: "Có" }, review: { points: 1, reason: "thiếu biên bản" } }, [2, 1, "Đủ", ""]],
  ["reviewed to the same", { rule: choice, inputs: { x: "Có" }, review: { points: 2 } }, [2, 2, "Đủ", ""]],
  ["reviewed out of range", { rule: choice, inputs: { x: "Có" }, review: { points: 2.01 }, bounds: { max: "2", min: "-0.5" } }, [2, 2, "Điểm thẩm định: số từ -0,5 đến 2", ""]],
  ["reviewed by text", { rule: choice, inputs: { x: "Có" }, review: { points: "1,5" } }, [2, 2, "Điểm thẩm định: số từ 0 đến 2", ""]],
])("%s", (_, given, expected) => {
  expect(shown(given)).toEqual(expected);
});

test("the decimal mark is this computer's", () => {
  expect(shown({ rule: ratio(), inputs: { a: "x", b: 4 } }, ".")[3]).toBe("Phải là số (máy này viết 3.5)");
});

test("a value above its most is coloured as what is to be looked at, not as done", () => {
  const { patch, layout, at } = built({ rule: ratio(), inputs: { a: 5, b: 4 } }, ",");
  const held = layout.rows.map(({ row }) => at(row, "alarm"));
  expect(held).toEqual([5, 5, 0]);
  const alarm = patch.conditionals!.filter(({ formula }) => /^AND\(\w+=5,/.test(formula));
  expect(alarm.map(({ style }) => style)).toEqual([looks.todo]);
  const done = patch.conditionals!.find(({ style }) => style === looks.done)!;
  expect(done.formula).toMatch(/=0,LEN\("Scorebook"\)>0\)$/);
});
