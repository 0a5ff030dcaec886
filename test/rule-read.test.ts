import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Issue } from "../core/issue/issue";
import { say } from "../core/words/say";
import { printRule } from "../core/rule/print";
import { readRule, type RuleReading } from "../core/rule/read";
import type { Rule } from "../core/rule/rule";

const table = <T>(name: string): T => JSON.parse(readFileSync(join(__dirname, "rows", name), "utf8")) as T;

/** A text of the decision, the rule it spells (null where it asks), and the codes of what is said with it. */
interface Given {
  readonly code: string;
  readonly name: string;
  readonly max: string;
  readonly text: string;
  readonly rule: Rule | null;
  readonly says: readonly string[];
}
interface Wording {
  readonly text: string;
  readonly max: string;
  readonly min?: string;
  readonly says: readonly string[];
}

const decision = table<readonly Given[]>("rule-texts-hcm-xa-2026.json");
const wordings = table<readonly (Wording & { readonly means: readonly string[] })[]>("rule-texts-wordings.json");
const refused = table<readonly (Wording & { readonly at?: readonly string[] })[]>("rule-texts-refused.json");

const read = (row: Given, text = row.text): RuleReading => readRule(text, { name: row.name, max: row.max, min: "0" });
const codes = (reading: RuleReading): string[] =>
  reading.kind === "read" ? reading.assumptions.map((assumption) => assumption.code) : [reading.problem.code];
const folded = (reading: RuleReading): unknown =>
  reading.kind === "read"
    ? JSON.parse(JSON.stringify(reading.rule).normalize("NFC").toLowerCase())
    : reading.problem.code;

describe("the decision's texts", () => {
  test.each(decision)("$code reads as its text says", (row) => {
    const reading = read(row);
    expect(reading.kind === "read" ? reading.rule : null).toEqual(row.rule);
    expect(codes(reading)).toEqual(row.says);
  });

  const spellings: readonly (readonly [string, (text: string) => string])[] = [
    ["decomposed letters", (text) => text.normalize("NFD")],
    ["capitals", (text) => text.toUpperCase()],
    ["small letters", (text) => text.toLowerCase()],
    ["a line for each clause", (text) => text.replace(/; /g, "\n")],
    ["a line and a bullet for each clause", (text) => `- ${text.replace(/; /g, ";\n- ")}`],
    ["decimal points", (text) => text.replace(/(\d),(\d)/g, "$1.$2")],
    ["decimal commas", (text) => text.replace(/(\d)\.(\d)/g, "$1,$2")],
    ["tỉ lệ", (text) => text.replace(/ỷ lệ/g, "ỉ lệ")],
    ["điểm chuẩn", (text) => text.replace(/điểm tối đa/gi, "điểm chuẩn")],
    ["×", (text) => text.replace(/\*/g, " × ")],
    ["x", (text) => text.replace(/\*/g, " x ")],
    ["spaces that do not break, spaced percent signs", (text) => text.replace(/%/g, " %").replace(/ /g, "\u00a0")],
    [
      "full-width marks",
      (text) => text.replace(/[:;%=+()*]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)),
    ],
    ["carriage returns", (text) => text.replace(/\. /g, ".\r\n")],
  ];
  test.each(spellings)("%s: the same rules", (_name, spell) => {
    for (const row of decision) {
      const reading = read(row, spell(row.text));
      expect([row.code, folded(reading), codes(reading)]).toEqual([row.code, folded(read(row)), codes(read(row))]);
    }
  });

  test("a line may break at any space", () => {
    fc.assert(
      fc.property(fc.constantFrom(...decision), fc.infiniteStream(fc.nat({ max: 4 })), (row, chance) => {
        const text = row.text.replace(/ /g, () => (chance.next().value === 0 ? "\n" : " "));
        const reading = read(row, text);
        expect([text, folded(reading), codes(reading)]).toEqual([text, folded(read(row)), codes(read(row))]);
      }),
      { numRuns: 3000 },
    );
  });

  test("the canonical text of what was read takes nothing for granted", () => {
    for (const row of decision) {
      if (row.rule === null) continue;
      const again = read(row, printRule(row.rule));
      expect([row.code, again]).toEqual([row.code, { kind: "read", rule: expect.anything() as Rule, assumptions: [] }]);
      expect(printRule((again as { rule: Rule }).rule)).toBe(printRule(row.rule));
    }
  });

  test("how many are read, read with something assumed, not read", () => {
    const readings = decision.map((row) => read(row));
    const plain = readings.filter((reading) => reading.kind === "read" && reading.assumptions.length === 0).length;
    const assumed = readings.filter((reading) => reading.kind === "read" && reading.assumptions.length > 0).length;
    process.stdout.write(
      `hcm-xa-2026: ${plain} read, ${assumed} read with an assumption, ${43 - plain - assumed} unread\n`,
    );
    expect({ plain, assumed, unread: readings.length - plain - assumed }).toEqual({
      plain: 22,
      assumed: 20,
      unread: 1,
    });
  });
});

test.each(wordings)("[$max] $text", ({ text, max, min = "0", means, says }) => {
  const reading = readRule(text, { name: "", max, min });
  expect(reading.kind === "read" ? printRule(reading.rule, { max, min }).split("\n") : reading.problem).toEqual(means);
  expect(codes(reading)).toEqual(says);
});

test("the canonical text of every wording takes nothing for granted and says the same", () => {
  for (const { text, max, min = "0", means } of wordings) {
    const reading = readRule(means.join("\n"), { name: "", max, min });
    expect([text, codes(reading)]).toEqual([text, []]);
    expect(reading.kind === "read" && printRule(reading.rule, { max, min }).split("\n")).toEqual(means);
  }
});

test("labels without marks, chosen by hand, come back as they are", () => {
  const rule: Rule = {
    kind: "choice", question: "Co diem khong?",
    options: [{ label: "Khong", score: { share: "1" } }, { label: "chua ro", score: { points: "0" } }],
  };
  const row = { name: "", max: "2", min: "0" };
  expect(readRule(printRule(rule, row), row)).toEqual({ kind: "read", rule, assumptions: [] });
});

test("what is taken off is not taken off the maximum of a row that holds deductions", () => {
  const text = "Mỗi văn bản trễ hạn trừ 0,5 điểm";
  expect(codes(readRule(text, { name: "Công tác báo cáo", max: "2", min: "0" }))).toEqual(["assume-from-maximum"]);
  expect(codes(readRule(text, { name: "Điểm trừ công tác báo cáo", max: "2", min: "0" }))).toEqual(["rule-points"]);
});

describe("what is not plain is said", () => {
  test.each(refused)("[$max] $text", ({ text, max, min = "0", says, at }) => {
    const reading = readRule(text, { name: "", max, min });
    expect(codes(reading)).toEqual(says);
    expect(reading.kind === "read" ? undefined : Object.values(reading.problem.params)).toEqual(at);
    const told = reading.kind === "read" ? reading.assumptions : [reading.problem];
    for (const problem of told)
      for (const language of ["vi", "en"] as const) expect(say(problem, language)).toMatch(/\S \S/);
  });

  test("a number in words, or a group, behind every \"mỗi\" and \"cứ\" that is read makes the text ask", () => {
    const many = "hai ba bốn năm sáu bảy tám chín mười chục trăm nghìn nửa cặp nhóm đôi".split(" ");
    const every = /(mỗi|cứ)( một| 0?1)? (?=\p{L})/giu;
    const rows = wordings.filter(({ text }) => text.search(every) >= 0);
    expect(rows.length).toBeGreaterThan(40);
    for (const { text, max, min = "0" } of rows) {
      for (const word of many) {
        const more = text.replace(every, `$1 ${word} `);
        expect([more, readRule(more, { name: "", max, min }).kind]).toEqual([more, "unread"]);
      }
    }
  });

  /** Words that say nothing by themselves: the rule is the same without them. */
  const silent = new Set([
    ":",
    ".",
    ",",
    ";",
    "*",
    "=",
    "%",
    "(",
    ")",
    "→",
    "nếu",
    "thì",
    "số",
    "điểm",
    "từ",
    "có",
    "đạt",
    "được",
    "tính",
    "cộng",
    "cho",
    "trừ",
    "đủ",
    "đầy",
    "mô",
    "hình",
    "cuộc",
    "hồ",
    "sơ",
    "nội",
    "dung",
    "lớp",
    "lượt",
    "bài",
    "tháng",
    "tỷ",
    "lệ",
    "cứ",
    "gọi",
    "ký",
    "hiệu",
    "đi",
    "bị",
    "nhưng",
    "khi",
  ]);

  test("no word of a text that is read is passed over, and no number", () => {
    // How units are compared is told in many idle words; bullets and numbering say nothing.
    const measured = wordings.filter((row) => !row.text.includes("nhất") && !/^(\d\.|[-+]) /m.test(row.text));
    const all = [
      ...decision.map((row) => ({ min: "0", ...row })),
      ...measured.map((row) => ({ name: "", min: "0", ...row })),
    ];
    for (const row of all) {
      const told = (text: string): string => {
        const reading = readRule(text, row);
        return reading.kind === "read" ? JSON.stringify([reading.rule, reading.assumptions]) : "unread";
      };
      const whole = told(row.text);
      const pieces = row.text.split(/(\s+|[:;,.()=/*×%+-])/).filter((piece) => piece !== "");
      pieces.forEach((piece, k) => {
        if (whole === "unread" || /^\s+$/.test(piece)) return;
        // The letter of the only value may stand before its bounds or not.
        if (/^\p{L}$/u.test(piece) && /^([≥<]|từ)/.test(pieces.slice(k + 1).join("").trim())) return;
        // "1 điểm/1 mô hình" is "1 điểm/mô hình", "mỗi một mô hình" is "mỗi mô hình".
        const every = pieces[k - 1] === "/" || /^(cứ|mỗi) $/i.test(pieces.slice(k - 2, k).join(""));
        const one = /^(0?1|một)$/.test(piece) && every;
        const without = one ? "" : told(pieces.filter((_, other) => other !== k).join(""));
        if (!silent.has(piece.toLowerCase()))
          expect([row.text, piece, without === whole]).toEqual([row.text, piece, false]);
        if (!/^\d+$/.test(piece)) return;
        const changed = told(pieces.map((other, at) => (at === k ? String(Number(other) + 3) : other)).join(""));
        expect([row.text, piece, changed === whole]).toEqual([row.text, piece, false]);
      });
    }
  });

  test("a text as long as a cell is refused at once", () => {
    for (const piece of ["a", "1*", "(", "a\n", "Có: 1 điểm; ", "“", "từ 1 đến ", "a = b; ", "nếu không "]) {
      const text = piece.repeat(Math.ceil(32768 / piece.length)).slice(0, 32768);
      expect(codes(readRule(text, { name: "", max: "2", min: "0" }))).toEqual(["rule-too-long"]);
    }
  });

  const lines = (count: number, line: (k: number) => string): string =>
    Array.from({ length: count }, (_, k) => line(k)).join("\n");
  const letters = (k: number): string => "abcdefghik"[Math.floor(k / 10)]! + "abcdefghik"[k % 10]!;
  const choice = (count: number): string =>
    `Chọn một:\n${lines(count, (k) => `- Mức ${letters(k)}: ${k === 0 ? 6 : `0,${10 + k}`} điểm;`)}`;
  const bands = (count: number): string =>
    `${lines(count - 1, (k) => `Từ ${count - k} trở lên: ${k === 0 ? 6 : `0,${99 - k}`} điểm;`)}\nDưới 2: 0 điểm`;
  const parts = (count: number, periods = 1, options = 2): string => {
    const own = lines(
      count,
      (k) =>
        `Phần ${k + 1} (${6 / periods / count} điểm): Việc ${letters(k)}; - Có: điểm tối đa;` +
        `${lines(options - 2, (o) => ` - Loại ${letters(o)}: 0,01 điểm;`).replace(/\n/g, "")} - Không: 0 điểm`,
    );
    const months = Array.from({ length: periods }, (_, k) => `tháng ${k + 1}`).join(", ");
    return `${periods === 1 ? "" : `Cộng điểm từng kỳ (${months}):\n`}Cộng điểm các phần:\n${own}`;
  };
  test.each([
    ["options", 40, choice(40), choice(41)],
    ["bands", 40, bands(40), bands(41)],
    ["inputs", 60, parts(5, 12), parts(10, 10)],
    ["amounts", 160, parts(1, 10, 16), parts(1, 10, 17)],
  ])("as many %s as a formula holds, %i, and no more", (part, most, held, larger) => {
    const row = { name: "", max: "6", min: "0" };
    expect(readRule(held, row)).toMatchObject({ kind: "read" });
    const reading = readRule(larger, row);
    expect(reading).toMatchObject({ kind: "unread", problem: { code: "rule-too-large", params: { part, most } } });
    for (const language of ["vi", "en"] as const)
      expect(say((reading as { problem: Issue }).problem, language)).toContain(String(most));
  });

  test("no text breaks the reader, and a clause put behind a rule never goes unsaid", () => {
    const words = fc.constantFrom(
      "a",
      "=",
      "số hồ sơ",
      ";",
      ".",
      "\n",
      "Tỷ lệ",
      "/",
      "b",
      "*",
      "điểm tối đa",
      "điểm",
      "từ",
      "75%",
      "trở lên",
      ":",
      "dưới",
      "không",
      "có",
      "1/2",
      "0,5",
      "(",
      ")",
      "“",
      "”",
      "mỗi",
      "quý",
      "Phần 1",
      "nếu",
      "còn lại",
      "tối đa",
      "-",
      "trừ",
      "cộng",
      ",",
      "n",
      "≥",
      "100",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (found) => {
        const reading = readRule(found.join(" "), { name: "", max: "2", min: "0" });
        expect(["read", "unread"]).toContain(reading.kind);
      }),
      { numRuns: 3000 },
    );
    const extra = [
      "Nộp chậm bị trừ 1 điểm",
      "Trừ 0,5 điểm nếu nộp chậm",
      "Cộng thêm 0,5 điểm",
      "Thủ trưởng quyết định",
      "Điểm nhân hệ số 2",
      "Chỉ tính khi có báo cáo",
      "Giảm 50% số điểm nếu trễ hạn",
      "Điểm được làm tròn",
      "Nhân đôi nếu hoàn thành sớm",
    ];
    for (const row of decision) {
      for (const clause of extra) {
        for (const link of [". ", "; ", ";\n- "]) {
          const reading = read(row, `${row.text.replace(/\.$/, "")}${link}${clause}.`);
          const named =
            reading.kind === "unread" ||
            reading.assumptions.some((assumption) => JSON.stringify(assumption).includes(clause));
          expect([row.code, clause, link, named]).toEqual([row.code, clause, link, true]);
        }
      }
    }
  });
});
