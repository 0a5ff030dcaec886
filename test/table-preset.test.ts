import { decimalText } from "../core/number/exact";
import { score } from "../core/scoring/score";
import { say } from "../core/words/say";
import { checkRubric } from "../core/rubric/check";
import { presetSheet } from "../core/rubric/preset";
import { presetRubric } from "../core/rubric/preset-rubric";
import { presets } from "../core/rubric/preset-list";
import { readRubric } from "../core/rubric/read";
import { criteriaOf, isCriterion } from "../core/rubric/rubric";
import { Rubric } from "../core/rubric/shape";

test.each(presets)("$id is a whole rubric", ({ id, title, criteria, points }) => {
  const rubric = presetRubric(id)!;
  expect(rubric.title).toBe(title);
  expect(criteriaOf(rubric)).toHaveLength(criteria);
  expect(decimalText(score(rubric, new Map()).total.max)).toBe(points);
  expect(Rubric.safeParse(rubric).error).toBeUndefined();
  expect(checkRubric(rubric)).toEqual([]);
});

describe("HCM xã 2026", () => {
  const reading = readRubric(presetSheet("hcm-xa-2026")!, { assumptions: "refuse" });
  if (reading.rubric === null) throw new Error("the preset was not read");
  const { rubric, rows, sums, issues } = reading;

  test("eight groups, 43 criteria, 100 points", () => {
    const groups = rubric.nodes.filter((node) => !isCriterion(node));
    expect(groups.map(({ code, max }) => `${code} ${max}`)).toEqual(["1 8", "2 10", "3 6", "4 10", "5 5", "6 45", "7 6", "8 10"]);
    expect(criteriaOf(rubric).map(({ code }) => code)).toEqual(Array.from({ length: 43 }, (_, k) => String(k + 1).padStart(2, "0")));
    expect(sums.every(({ agrees }) => agrees)).toBe(true);
    expect(sums.filter(({ group }) => group === null).map(({ of, found }) => [of, found])).toEqual([["points", "100"], ["criteria", "43"]]);
  });

  test("title, level and year stand in the title block; the decision is not known", () => {
    const { title, decision, level, year } = rubric;
    expect({ title, decision, level, year }).toEqual({
      title: "BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP XÃ CỦA THÀNH PHỐ HỒ CHÍ MINH NĂM 2026", decision: "", level: "xa", year: "2026",
    });
  });

  test("every rule is read without assumptions, but 38, which contradicts itself", () => {
    const asking = rows.filter(({ state }) => state === "unread" || state === "assumed");
    expect(asking.map(({ code }) => code)).toEqual(["38"]);
    expect(issues.map(({ code }) => code)).toEqual(["rule-contradictory"]);
    expect(say(issues[0]!, "vi")).toMatch(/^Dòng 38, ô D49: /);
  });

  test.each([["13"], ["31"], ["32"]])("%s takes a share", (code) => {
    const { rule } = criteriaOf(rubric).find((criterion) => criterion.code === code)!;
    expect(rule).toMatchObject({ kind: "measure", value: { kind: "share" } });
  });
});
