import { checkBands, checkRubric } from "../core/rubric/check";
import { pillarsOf } from "../core/rubric/pillar";
import { readRubric } from "../core/rubric/read";
import { type Band, type Criterion, defaultSettings, type Node, type Rubric } from "../core/rubric/rubric";
import { pastedSheet } from "../core/rubric/pasted";

const bands = (...list: [name: string, from: string, side: ">" | ">="][]): Band[] =>
  list.map(([name, from, side]) => ({ name, from, inclusive: side === ">=" }));

test.each<[string, Band[], "percent" | "points", string[]]>([
  ["Kon Tum", bands(["Tốt", "90", ">="], ["Khá", "70", ">="], ["Trung bình", "50", ">="], ["Yếu", "0", ">="]), "percent", []],
  ["Lào Cai", bands(["Dẫn dắt", "75", ">"], ["Nâng cao", "50", ">"], ["Hình thành", "25", ">"], ["Khởi động", "0", ">="]), "percent", []],
  ["exactly 75 apart", bands(["A", "75", ">"], ["B", "75", ">="], ["C", "0", ">="]), "percent", []],
  ["the same side twice", bands(["A", "75", ">="], ["B", "75", ">="], ["C", "0", ">="]), "percent", ["band-overlap"]],
  ["never reached", bands(["A", "75", ">="], ["B", "75", ">"], ["C", "0", ">="]), "percent", ["band-overlap"]],
  ["0 left out", bands(["A", "50", ">="], ["B", "0", ">"]), "percent", ["band-gap"]],
  ["below 50 left out", bands(["A", "90", ">="], ["B", "50", ">="]), "percent", ["band-gap"]],
  ["lowest first", bands(["B", "0", ">="], ["A", "50", ">="]), "percent", ["band-order", "band-gap"]],
  ["points taken for percent", bands(["A", "450", ">="], ["B", "0", ">="]), "percent", ["band-unreachable"]],
  ["points of a set of 450", bands(["A", "450", ">="], ["B", "0", ">="]), "points", []],
  ["above the most", bands(["A", "450", ">"], ["B", "0", ">="]), "points", ["band-unreachable"]],
  ["names", bands(["A", "90", ">="], ["A", "50", ">="], [" ", "0", ">="]), "percent", ["band-name-duplicate", "band-name-empty"]],
  ["none", [], "percent", []],
])("bands: %s", (_, list, bandUnit, codes) => {
  expect(checkBands({ bands: list, bandUnit }, "450").map(({ code }) => code)).toEqual(codes);
});

const criterion = (id: string, more: Partial<Criterion> = {}): Criterion => ({
  kind: "criterion", id, code: id, name: `Tiêu chí ${id}`, parent: null, max: "2", min: "0", bonus: false, text: "", rule: null, evidence: "", ...more,
});
const group = (id: string, max: string | null): Node => ({ kind: "group", id, code: id, name: `Nhóm ${id}`, parent: null, max, scored: true });
const rubric = (...nodes: Node[]): Rubric => ({
  id: "r", title: "", decision: "", level: "", year: "", nodes, pillars: [], settings: defaultSettings,
});

test.each<[string, Rubric, string[]]>([
  ["whole", rubric(group("1", "4"), criterion("1.1", { parent: "1" }), criterion("1.2", { parent: "1" })), []],
  ["a bonus stands outside the sum", rubric(group("1", "2"), criterion("1.1", { parent: "1" }), criterion("1.2", { parent: "1", bonus: true })), []],
  ["sum", rubric(group("1", "5"), criterion("1.1", { parent: "1" })), ["sum-differs 1"]],
  ["nothing", rubric(group("1", null)), ["no-criteria "]],
  ["a group below its rows", rubric(criterion("1.1", { parent: "1" }), group("1", "2")), ["parent-unknown 1.1"]],
  ["code twice", rubric(criterion("1"), criterion("x", { code: "1" })), ["code-duplicate 1#2"]],
  ["name", rubric(criterion("1", { name: " " })), ["name-empty 1"]],
  ["maximum below minimum", rubric(criterion("1", { max: "-1" })), ["max-below-min 1"]],
  ["more decimals than points keep", rubric(criterion("1", { max: "0.125" })), ["digits-few 1"]],
])("rubric: %s", (_, own, codes) => {
  expect(checkRubric(own).map(({ code, at }) => `${code} ${at.criterion ?? ""}`)).toEqual(codes);
});

const head = ["STT", "Chỉ số", "Điểm tối đa"];
const set = (foundation: string): (string | number)[][] => [
  head,
  ["I", foundation, 250], ["1", "Nhận thức số", 250], ["1.1", "Người đứng đầu", 250],
  ["II", "Nhóm chỉ số hoạt động", 600],
  ["2", "Hoạt động chính quyền số", 300], ["2.1", "Dịch vụ công", 300],
  ["3", "Hoạt động kinh tế số", 150], ["3.1", "Doanh nghiệp", 150],
  ["4", "Hoạt động xã hội số", 150], ["4.1", "Định danh", 150],
];

test.each([["Nhóm chỉ số nền tảng chung"], ["NHÓM CHỈ SỐ VỀ NỀN TẢNG"], ["Nền tảng"]])("pillars share “%s” (Tuyên Quang, 250 + 600)", (name) => {
  const reading = readRubric(pastedSheet("Phụ lục", set(name)), { assumptions: "refuse" });
  expect(reading.rubric?.pillars).toEqual([
    { code: "CQS", name: "Chính quyền số", groups: ["c:I", "c:II/2"] },
    { code: "KTS", name: "Kinh tế số", groups: ["c:I", "c:II/3"] },
    { code: "XHS", name: "Xã hội số", groups: ["c:I", "c:II/4"] },
  ]);
});

test("without a foundation group there are no pillars", () => {
  const reading = readRubric(pastedSheet("Phụ lục", set("Hạ tầng và nền tảng số")), { assumptions: "refuse" });
  expect(reading.rubric?.pillars).toEqual([]);
  expect(pillarsOf([group("1", "2")])).toEqual([]);
});
