import { rubricHeads } from "../core/form/rubric-heads";
import { emptyDraft } from "../core/rule/draft";
import { Desk } from "./kit/desk";
import { badlySaid } from "./kit/well-said";

const head = ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"];
const counted = "Từ 10 bài trở lên: điểm tối đa; dưới 10 bài: 0 điểm";
const table = [head, ["1", "Kế hoạch", 4, "Theo hướng dẫn của Sở"], ["2", "Tin bài", 6, counted]];
/** A pasted table, and the same with its rubric confirmed. */
const desks = {
  "before the rubric is confirmed": (): Desk => {
    const desk = new Desk();
    desk.paste("Phụ lục", table);
    return desk;
  },
  "of a confirmed rubric": (): Desk => {
    const desk = new Desk();
    desk.paste("Phụ lục", table);
    desk.confirm();
    return desk;
  },
};

test.each(Object.entries(desks))("a criterion that is gone %s: what, where and the way out are said", (_, made) => {
  const desk = made();
  for (const criterion of ["nowhere", ""]) {
    const found = desk.app.refine(desk.snapshot(), criterion, null);
    if (!("issue" in found)) throw new Error("a rule of no criterion");
    expect(found.issue.code).toBe("criterion-gone");
    expect(badlySaid(found)).toEqual([]);
    const outcome = desk.app.applyRule(desk.snapshot(), criterion, emptyDraft);
    expect([outcome.patch, outcome.findings.map(({ issue }) => issue.code)]).toEqual([null, ["criterion-gone"]]);
  }
});

test("an answer whose question is worded anew is kept, named when the form is built again, and written down", () => {
  const desk = desks["of a confirmed rubric"]();
  const unit = { code: "HT", name: "Phường Hạc Thành" };
  desk.build(unit);
  desk.enter(desk.cell("2", { input: "n" }), 12);
  const sheet = desk.sheet("Bộ chỉ số");
  const row = sheet.cells.findIndex((line) => line?.some((cell) => cell?.v === "Tin bài"));
  const headRow = sheet.cells.find((line) => line?.some((cell) => cell?.v === rubricHeads.rule))!;
  const column = headRow.findIndex((cell) => cell?.v === rubricHeads.rule);
  desk.enter({ sheet: "Bộ chỉ số", row, column }, String(sheet.cells[row]![column]!.v).replaceAll("bài", "tin bài"));
  const report = desk.build(unit);
  expect(report.reworded).toMatchObject([{ code: "2", at: { sheet: "Phiếu" } }]);
  expect(report.parked).toEqual([]);
  expect(desk.value(desk.cell("2", { input: "n" }))).toBe(12);
  expect(desk.sheet("Nhật ký").cells[1]?.map((cell) => cell?.v)).toMatchObject({ 1: "Câu hỏi đổi lời", 3: "2", 6: 12 });
});
