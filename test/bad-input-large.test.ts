import fc from "fast-check";
import type { Outcome } from "../core/app-port";
import { type Area, contains } from "../core/sheet/address";
import { applyPatch, emptySheet } from "../core/sheet/apply";
import type { Validation } from "../core/sheet/workbook";
import { Desk } from "./kit/desk";
import { badlySaid } from "./kit/well-said";
import { head, yesNo } from "./rows/bad-input";

const rules = [
  yesNo, "a = số việc xong;\nb = số việc.\nTỷ lệ = a/b. Điểm = Tỷ lệ*Điểm tối đa.",
  "Từ 10 bài trở lên: điểm tối đa; từ 5 đến 9 bài: 1/2 điểm tối đa; dưới 5 bài: 0 điểm", "Theo hướng dẫn của Sở",
];

/** Groups of fifty criteria, every kind of rule among them. */
function annex(count: number): (string | number | null)[][] {
  return [
    [...head],
    ...Array.from({ length: count }, (_, k) => [
      ...(k % 50 === 0 ? [[`${k / 50 + 1}`, `Nhóm ${k / 50 + 1}`, null, null, null]] : []),
      [`${Math.floor(k / 50) + 1}.${(k % 50) + 1}`, `Tiêu chí ${k + 1}`, 1, rules[k % rules.length]!, null],
    ]).flat(),
  ];
}

/** What each step of the way took, in milliseconds. */
function walk(count: number): { times: Record<string, number>; desk: Desk } {
  const times: Record<string, number> = {};
  const timed = <T>(step: string, work: () => T): T => {
    const began = performance.now();
    const result = work();
    times[step] = Math.round(performance.now() - began);
    return result;
  };
  const desk = new Desk();
  desk.paste("Phụ lục", annex(count));
  const preview = timed("read", () => desk.read());
  const confirmed = timed("confirm", () => desk.app.confirm(desk.snapshot(), preview));
  timed("write the rubric", () => desk.write(confirmed));
  const built = timed("build", () => desk.all(desk.app.build(desk.snapshot(), { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" })));
  timed("write the form", () => desk.write(built));
  timed("look", () => desk.look());
  const again = timed("build again", () => desk.all(desk.app.build(desk.snapshot(), { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" })));
  timed("write it again", () => desk.write(again));
  const ranked = timed("rank", () => desk.all(desk.app.rank(desk.snapshot())));
  timed("write the ranking", () => desk.write(ranked));
  return { times, desk };
}

describe("1,000 criteria", () => {
  const { times, desk } = walk(1000);

  test("are read, built, looked at and ranked", () => {
    console.log(`1,000 criteria, ms: ${Object.entries(times).map(([step, ms]) => `${step} ${ms}`).join(", ")}`);
    const status = desk.look();
    expect(status.rubric?.criteria).toBe(1000);
    expect(status.totals?.max).toBe("1000");
    expect(status.progress).toEqual({ filled: 0, total: 1000 });
    expect(status.units?.ranked).toBe(true);
    expect(status.findings.filter((_, k) => k % 50 === 0).flatMap((finding) => badlySaid(finding))).toEqual([]);
    const at = desk.cell("20.50", { input: "points" });
    desk.enter(at, 1);
    expect(desk.look().totals?.points).toBe("1");
  });

  test("one more is refused in words", () => {
    const more = new Desk();
    more.paste("Phụ lục", annex(1001));
    const preview = more.read();
    expect(preview.findings.map(({ issue }) => issue.code)).toEqual(["too-many-criteria"]);
    expect(preview.findings.flatMap((finding) => badlySaid(finding))).toEqual([]);
    expect(more.app.confirm(more.snapshot(), preview).patch).toBeNull();
    expect(more.look().findings.map(({ issue }) => issue.code)).toEqual(["too-many-criteria"]);
  });
});

test("no criterion at all is refused in words", () => {
  const desk = new Desk();
  desk.paste("Phụ lục", [[...head], [null, "Tổng cộng", 0, null, null]]);
  const preview = desk.read();
  expect(preview.findings.map(({ issue }) => issue.code)).toEqual(["no-criteria"]);
  expect(preview.findings.flatMap((finding) => badlySaid(finding))).toEqual([]);
});

test("checks laid over each other: in every cell the last one that covers it stands, and no two meet", () => {
  const words = { prompt: { title: "", text: "" }, error: { title: "", text: "" }, allowBlank: true };
  const check = (max: number): Validation => ({ ...words, kind: "length", max });
  const area: fc.Arbitrary<Area> = fc.record({
    row: fc.nat({ max: 90 }), column: fc.nat({ max: 5 }), rows: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constant(5000)), columns: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(fc.property(fc.array(area, { maxLength: 12 }), fc.array(area, { minLength: 1, maxLength: 25 }), (under, over) => {
    const sheet = { ...emptySheet("A"), validations: [] };
    const workbook = { sheets: [sheet], active: "A", properties: {} };
    const put = (book: typeof workbook, areas: readonly Area[], from: number): typeof workbook => {
      const done = applyPatch(book, { expect: [], sheets: [{ sheet: "A", validations: areas.map((each, k) => ({ area: each, rule: check(from + k) })) }] });
      if (!done.ok) throw new Error("stale");
      return done.workbook as typeof workbook;
    };
    const { validations } = put(put(workbook, under, 0), over, under.length).sheets[0]!;
    const all = [...under, ...over];
    for (let row = 0; row < 110; row += 1) {
      for (let column = 0; column < 9; column += 1) {
        const here = (validations as readonly { area: Area; rule: Validation }[]).filter((each) => contains(each.area, row, column));
        const last = all.reduce((found, each, k) => (contains(each, row, column) ? k : found), -1);
        expect(here.map(({ rule }) => (rule.kind === "length" ? rule.max : -1))).toEqual(last < 0 ? [] : [last]);
      }
    }
  }), { numRuns: 40 });
});

describe("a cell that changed between reading and writing", () => {
  const ready = (): Desk => {
    const desk = new Desk();
    desk.paste("Phụ lục", [[...head], ["1", "Kế hoạch", 4, yesNo, null], ["2", "Tỷ lệ", 6, rules[1]!, null]]);
    desk.confirm();
    desk.build({ code: "HT", name: "Phường Hạc Thành" });
    return desk;
  };
  const steps: readonly (readonly [string, (desk: Desk) => Outcome, (desk: Desk) => void])[] = [
    [
      "reading the table again", (desk) => desk.app.confirm(desk.snapshot(), desk.read()),
      (desk) => desk.enter({ sheet: "Phụ lục", row: 1, column: 2 }, 5),
    ],
    [
      "building", (desk) => desk.all(desk.app.build(desk.snapshot(), { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" })),
      (desk) => desk.enter(desk.cell("2", { input: "a" }), 9),
    ],
    [
      "saving settings", (desk) => desk.app.settings(desk.snapshot(), { ...desk.look().settings!, digits: 1 }),
      (desk) => desk.enter(desk.cell("1", "evidence"), "QĐ 1"),
    ],
    [
      "mending", (desk) => {
        desk.enter(desk.cell("2", { input: "b" }), "3,5");
        return desk.app.convert(desk.snapshot(), desk.look().findings);
      },
      (desk) => desk.enter(desk.cell("2", { input: "b" }), 4),
    ],
    [
      "ranking", (desk) => {
        desk.enter(desk.cell("1", { input: "x" }), "Có");
        desk.rank();
        return desk.all(desk.app.rank(desk.snapshot()));
      },
      (desk) => desk.enter({ sheet: "Đơn vị", row: 4, column: 1 }, "Phường Khác"),
    ],
  ];
  test.each(steps)("refuses what %s wanted to write, and the next try takes it in", (_title, work, change) => {
    const desk = ready();
    const outcome = work(desk);
    change(desk);
    const before = desk.workbook;
    const refused = applyPatch(before, outcome.patch!);
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.stale.length).toBeGreaterThan(0);
    const again = work(desk);
    expect(applyPatch(desk.workbook, again.patch!).ok).toBe(true);
  });
});
