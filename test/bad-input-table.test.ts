import type { Finding, Preview } from "../core/app-port";
import { presetSheet } from "../core/rubric/preset";
import { cellName } from "../core/sheet/address";
import { badlySaid } from "./kit/well-said";
import { Desk } from "./kit/desk";
import { head, yesNo } from "./rows/bad-input";

type Value = string | number | boolean | null;
type Table = readonly (readonly Value[])[];

const one = (max: Value, rule: Value = yesNo): Table => [
  head, ["I", "Nhận thức", null, null], ["1", "Kế hoạch", max, rule], ["2", "Báo cáo", 2, yesNo],
];
const half = "a = số đạt;\nb = tổng số.\nTỷ lệ = a/b, trừ trường hợp đặc biệt do Hội đồng xét riêng";
/** The decision's own text of criterion 38, which gives 1 point and 3 points to the same answer. */
const contradictory = ((): string => {
  const annex = presetSheet("hcm-xa-2026", "Phụ lục")!;
  const row = annex.values.find((cells) => cells[0] === "38")!;
  return String(row[3]);
})();
const long = "n".repeat(32768);

/** A paste, its problems with their cells, and what each criterion is worth and takes: `?` a score by hand. */
const rows: readonly (readonly [title: string, table: Table, says: readonly string[], reads: string | null])[] = [
  ["nothing at all", [], ["no-header A1"], null],
  ["blank cells", [[null, ""], ["  "]], ["no-header A1"], null],
  ["rows without a header", [["1", "Nhận thức", 8], ["1.1", "Kế hoạch", 8]], ["no-header A1"], null],
  ["a header alone", [head], ["no-criteria B1"], null],
  [
    "two tables on one sheet",
    [["BẢNG 1"], head, ["1", "Nhận thức", 8, yesNo], [], ["BẢNG 2"], ["TT", "Nội dung", "Điểm chuẩn"], ["1", "Thể chế", 5]],
    ["two-tables A6"], null,
  ],
  [
    "one table pasted twice, side by side", one(3).map((cells) => [...head.map((_, k) => cells[k] ?? null), null, ...cells]),
    [`two-tables ${"ABCDEFGHIJ"[head.length + 1]}1`], null,
  ],
  ["a maximum missing", one(null), ["max-missing C3"], "1=0? 2=2"],
  ["a maximum below 0", one(-5), ["max-negative C3"], "1=0 2=2"],
  ["a maximum abc", one("abc"), ["max-unread C3"], "1=0? 2=2"],
  ["a maximum TRUE", one(true), ["max-unread C3"], "1=0? 2=2"],
  ["a maximum of 1e308", one(1e308), ["max-unread C3"], "1=0? 2=2"],
  ["a maximum of 1e16 as text", one("10000000000000000"), ["max-unread C3"], "1=0? 2=2"],
  ["a maximum 1.000", one("1.000"), ["max-ambiguous C3"], "1=0? 2=2"],
  ["a maximum with nine decimals", one(0.000000001), ["digits-few C3"], "1=0.000000001 2=2"],
  ["sums against a declared 100", [...one(5), [null, "Tổng cộng", 100, null]], ["total-differs C5"], "1=5 2=2"],
  ["a group against its rows", [head, ["I", "Nhận thức", 9, null], ["1", "A", 2, yesNo]], ["sum-differs C2"], "1=2"],
  ["a code twice", [head, ["1", "A", 2, yesNo], ["1", "B", 2, yesNo]], ["code-duplicate A3"], "1=2 1#2=2"],
  ["a row without a name", [head, ["1", null, 2, yesNo]], ["name-empty B2"], "1=2"],
  ["a rule's cell empty", one(2, null), ["rule-empty D3"], "1=2? 2=2"],
  ["a rule that contradicts itself", one(3, contradictory), ["rule-contradictory D3"], "1=3? 2=2"],
  ["a rule half understood", one(2, half), ["rule-unread D3"], "1=2? 2=2"],
  ["a rule that gives too much", one(2, "Có: 5 điểm; không: 0 điểm"), ["rule-points D3"], "1=2? 2=2"],
  ["a rule that is a number", one(2, 5), ["rule-unread D3"], "1=2? 2=2"],
  ["a rule that begins with =", one(2, "=A1+B2"), ["rule-unread D3"], "1=2? 2=2"],
  ["32,768 characters of a rule", one(2, long), ["text-long D3", "rule-too-long D3"], "1=2? 2=2"],
  ["32,768 characters of a name", [head, ["1", long, 2, yesNo]], ["text-long B2"], "1=2"],
  ["two columns of maxima", [[...head.slice(0, 3), "Điểm chuẩn", "Cách tính"], ["1", "A", 2, 3, yesNo]], ["columns-twice D1"], "1=2"],
  ["signs and markup in a name", [head, ["1", "🏝️ / \\ \" ' <b>&amp; “x”", 2, yesNo]], [], "1=2"],
];

const short = ({ issue, at }: Finding): string => (at === null ? issue.code : `${issue.code} ${cellName(at.row, at.column)}`);
const all = (preview: Preview): Finding[] => [...preview.findings, ...preview.rows.flatMap(({ findings }) => findings)];
const worth = (preview: Preview): string => preview.rows
  .flatMap((row) => (row.kind === "criterion" ? [`${row.code}=${row.max}${row.state === "unread" ? "?" : ""}`] : [])).join(" ");

test.each(rows)("%s", (_title, table, says, reads) => {
  const desk = new Desk();
  desk.paste("Phụ lục", table);
  const annex = desk.sheet("Phụ lục");
  const preview = desk.read();
  expect(all(preview).map(short)).toEqual(says);
  expect(all(preview).flatMap((finding) => badlySaid(finding))).toEqual([]);
  const outcome = desk.app.confirm(desk.snapshot(), preview);
  if (reads === null) {
    expect(outcome.patch).toBeNull();
    expect(outcome.findings.map(short)).toEqual(says);
    expect(desk.look().stage).toBe("nothing");
    return;
  }
  expect(worth(preview)).toBe(reads);
  desk.write(outcome);
  desk.build({ code: "HT", name: "Phường Hạc Thành" });
  expect(desk.look().findings.flatMap((finding) => badlySaid(finding))).toEqual([]);
  expect(desk.look().forms.length).toBe(1);
  expect(desk.sheet("Phụ lục")).toEqual(annex);
});

describe("two tables on two sheets", () => {
  const desk = new Desk();
  desk.paste("Quyết định cũ", [head, ["1", "Cũ", 3, yesNo]]);
  desk.paste("Quyết định mới", [head, ["1", "Mới", 4, yesNo], ["2", "Mới hơn", 4, yesNo]]);
  const read = (sheet: string | null): string | undefined => {
    desk.selection = sheet === null ? null : { sheet, row: 0, column: 0 };
    return desk.read().table?.sheet;
  };
  test("the one that the person stands in is read", () => {
    expect(["Quyết định mới", "Quyết định cũ"].map(read)).toEqual(["Quyết định mới", "Quyết định cũ"]);
  });
  test("the first, where the person stands in none", () => {
    desk.addSheet("Ghi chú", [["Họp thứ hai"]]);
    expect([null, "Ghi chú"].map(read)).toEqual(["Quyết định cũ", "Quyết định cũ"]);
  });
  test("a sheet of two tables is not passed over for another", () => {
    desk.addSheet("Hai bảng", [head, ["1", "A", 3, yesNo], [], ["TT", "Nội dung", "Điểm chuẩn"], ["1", "B", 5]]);
    expect(read("Hai bảng")).toBeUndefined();
    expect(all(desk.read()).map(short)).toEqual(["two-tables A4"]);
  });
  test("a form is not taken for an annex", () => {
    read("Quyết định mới");
    desk.confirm();
    desk.build({ code: "HT", name: "Phường Hạc Thành" });
    expect(read("Phiếu")).toBe("Quyết định cũ");
  });
});

test.each([
  [4, -1e308, "min-unread I5"], [4, "abc", "min-unread I5"], [4, 9, "max-below-min D5"], [4, 2, ""], [5, -1e308, "min-unread I6"],
])("in the rubric's own sheet, row %d, a minimum %p", (row, least, says) => {
  const desk = new Desk();
  desk.paste("Phụ lục", [head, ["1", "Kế hoạch", 4, yesNo, null], ["2", "Chậm báo cáo", "-3", "Theo số lần chậm", null]]);
  desk.confirm();
  desk.build({ code: "HT", name: "Phường Hạc Thành" });
  desk.enter({ sheet: "Bộ chỉ số", row, column: 8 }, least);
  const { findings } = desk.look();
  expect(findings.map(short).filter((found) => /^m(ax|in)-/.test(found))).toEqual(says === "" ? [] : [says]);
  expect(findings.flatMap((finding) => badlySaid(finding))).toEqual([]);
  desk.build({ code: "HT", name: "Phường Hạc Thành" });
  desk.rank();
  expect(desk.look().forms.length).toBe(1);
});

test("an error value and a formula in the table", () => {
  const desk = new Desk();
  desk.paste("Phụ lục", [head, ["I", "Nhận thức", 4, null], ["1", "A", 2, yesNo], ["2", "B", 2, yesNo]]);
  desk.enter({ sheet: "Phụ lục", row: 2, column: 1 }, { error: "#NAME?" });
  desk.enter({ sheet: "Phụ lục", row: 3, column: 2 }, { error: "#REF!" }, "1+#REF!");
  desk.enter({ sheet: "Phụ lục", row: 1, column: 2 }, 4, "2+2");
  const preview = desk.read();
  expect(all(preview).map(short).sort()).toEqual([
    "cell-error B3", "cell-error C4", "cells-computed C2", "max-missing C4", "name-empty B3", "sum-differs C2",
  ]);
  expect(all(preview).flatMap((finding) => badlySaid(finding))).toEqual([]);
});
