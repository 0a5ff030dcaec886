import type FastCheck from "fast-check";
import type { Arbitrary } from "fast-check";
import type { Amount, Figure, Rule, Step, StepScore, Value } from "../../core/rule/rule";

const tame = [
  "Đã ban hành",
  "Đúng hạn",
  "Trễ hạn",
  "số CCVC được bồi dưỡng (trực tiếp và trực tuyến)",
  "tổng số hồ sơ",
  "Có chuyên mục",
  "số văn bản người đứng đầu/cấp phó ký",
  "không có phản ánh kiến nghị",
  "Quý I",
  "Chưa",
  "Xuất sắc",
  "số người từ 14 tuổi",
];
const wild = [
  "",
  " ",
  "a = b",
  "Có",
  "Không",
  "có",
  "Điểm: 2",
  "x; y",
  "1",
  "2026",
  "75%",
  "Từ 75% trở lên",
  "“trong ngoặc”",
  "kết thúc”",
  "”",
  "“",
  "10 điểm",
  "điểm tối đa",
  "1/2*điểm tối đa",
  "Phần 1 (2 điểm): x",
  "Còn lại",
  "Nếu b = 0",
  "dòng một\ndòng hai",
  "- gạch đầu dòng",
  "kết thúc.",
  "KHÁ",
  "Khá",
  "khá",
  "(trong ngoặc)",
  "ngoặc (mở",
  "đóng) ngoặc",
  "Tỷ lệ = a/b",
  "mỗi lần",
  "a, b, c",
  "TP. Hồ Chí Minh",
  "Quý I, Quý II",
  '"nháy"',
  "số hồ sơ: trong năm",
  "=1+1",
  "a)",
  "1. một",
  "Chọn một:",
  "không áp dụng",
  "Chấm điểm trực tiếp",
  "trả lời Có",
  "Có (đã ban hành)",
  "v.v.",
  "n ≤ 7",
  "Ti\u0302\u0309 lê\u0323",
  "Nếu không phát sinh",
  "Đã xác nhận điểm cao nhất là 2 điểm, thấp nhất là 0 điểm",
  "trừ 2 điểm",
  "…",
  "đ",
  "5đ",
  "×",
];

/** Rules of every kind, up to three deep: choices, measures of all values, parts, periods, conditions, comparisons. */
export function randomRule(fc: typeof FastCheck): Arbitrary<Rule> {
  const label = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...tame) },
    { weight: 2, arbitrary: fc.constantFrom(...wild) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constantFrom(...tame, ...wild), { minLength: 2, maxLength: 3 })
        .map((words) => words.join(" ")),
    },
  );
  const share = fc.constantFrom("0", "1", "1/2", "1/4", "3/4", "1/3", "2/7", "0.75", "0.125", "1", "2", "-1/2");
  const points = fc.constantFrom("0", "0.5", "1", "2", "0.25", "1.005", "12.125", "1000", "-0.5", "-2");
  const amount: Arbitrary<Amount> = fc.oneof(
    share.map((of) => ({ share: of })),
    points.map((of) => ({ points: of })),
  );
  const score: Arbitrary<StepScore> = fc.oneof(
    amount.map((give) => ({ give })),
    fc.record(
      { times: amount, per: fc.constantFrom("1", "1", "0.75", "0.3", "7", "0.125", "100"), cap: amount, floor: amount },
      { requiredKeys: ["times", "per"] },
    ),
  );
  const steps = (thresholds: readonly string[]): Arbitrary<Step[]> =>
    fc
      .tuple(
        fc.subarray([...thresholds], { maxLength: 3 }),
        fc.array(fc.record({ inclusive: fc.boolean(), score }), { minLength: 4, maxLength: 4 }),
        fc.boolean(),
      )
      .map(([chosen, drawn, open]) => {
        const froms: (string | null)[] = [...chosen].sort((a, b) => Number(b) - Number(a));
        if (open || froms.length === 0) froms.push(null);
        return froms.map((from, k): Step => ({ ...drawn[k]!, from, inclusive: from === null || drawn[k]!.inclusive }));
      });
  const figure = (name: string): Arbitrary<Figure> =>
    fc.record(
      { name: fc.constant(name), label, unit: fc.constantFrom("hồ sơ", "tin, bài", "%", "(x)") },
      { requiredKeys: ["name", "label"] },
    );
  const letters = ["a", "b", "c", "d", "đ", "x", "n1"];
  const shares = ["1", "0.95", "0.9", "0.75", "0.755", "0.3", "0.12345", "0", "1.5"];
  const counts = ["52", "20", "7", "5", "2", "1", "0", "20.5", "1000"];
  const ratio = fc
    .tuple(
      fc.shuffledSubarray(letters, { minLength: 2, maxLength: 4 }),
      fc.nat({ max: 2 }),
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    )
    .chain(([names, cut, minus]) => {
      const at = Math.min(names.length - 1, cut + 1);
      const term = (name: string, k: number): string => (k > 0 && minus[k]! ? `-${name}` : name);
      const value: Value = { kind: "ratio", over: names.slice(0, at).map(term), under: names.slice(at).map(term) };
      return measure(names, value, shares);
    });
  const per = fc
    .tuple(
      fc.shuffledSubarray(letters, { minLength: 1, maxLength: 2 }),
      fc.constantFrom("7", "12", "2.5", "1000", "0.125"),
    )
    .chain(([names, under]) => measure(names, { kind: "per", over: names, under }, shares));
  const typed = fc.boolean().chain((named) => measure(named ? ["r"] : [], { kind: "share" }, shares));
  const counted = fc
    .tuple(fc.constantFrom([], ["n"], ["a"], ["đ"]), fc.option(fc.constantFrom("7", "100"), { nil: undefined }))
    .chain(([names, max]) => measure(names, { kind: "count", ...(max === undefined ? {} : { max }) }, counts));
  function measure(names: readonly string[], value: Value, thresholds: readonly string[]): Arbitrary<Rule> {
    return fc.record({
      kind: fc.constant("measure" as const),
      figures: fc.tuple(...names.map(figure)),
      value: fc.constant(value),
      steps: steps(thresholds),
      zero: fc.constantFrom("zero", "full", "excluded", "ask"),
    });
  }
  const options = fc.uniqueArray(
    fc.record({ label, meaning: label, score: amount }, { requiredKeys: ["label", "score"] }),
    { minLength: 2, maxLength: 4, selector: (option) => option.label.normalize("NFC") },
  );
  const yesNo = fc.record({ meaning: label, other: label }, { requiredKeys: [] }).map(({ meaning, other }) => [
    { label: "Có", ...(meaning === undefined ? {} : { meaning }), score: { share: "1" } },
    { label: "Không", ...(other === undefined ? {} : { meaning: other }), score: { points: "0" } },
  ]);
  const choice: Arbitrary<Rule> = fc.record(
    { kind: fc.constant("choice" as const), question: label, options: fc.oneof(options, yesNo) },
    { requiredKeys: ["kind", "options"] },
  );
  const compared: Arbitrary<Rule> = fc
    .tuple(
      fc.oneof(ratio, per, counted),
      fc.constantFrom("best" as const, "min-max" as const),
      fc.constantFrom("high" as const, "low" as const),
    )
    .map(([of, to, better]) =>
      of.kind === "measure" ? { kind: "relative", to, better, figures: of.figures, value: of.value } : of,
    );
  const direct: Arbitrary<Rule> = fc.record(
    { kind: fc.constant("direct" as const), label },
    { requiredKeys: ["kind"] },
  );
  const leaf = fc.oneof(
    { weight: 3, arbitrary: ratio },
    { weight: 1, arbitrary: per },
    { weight: 1, arbitrary: typed },
    { weight: 2, arbitrary: counted },
    { weight: 3, arbitrary: choice },
    { weight: 1, arbitrary: compared },
    { weight: 1, arbitrary: direct },
  );
  const wrap = (inner: Arbitrary<Rule>): Arbitrary<Rule> =>
    fc.oneof(
      { weight: 2, arbitrary: inner },
      {
        weight: 1,
        arbitrary: fc
          .array(fc.record({ label, share: amount, rule: inner }), { minLength: 1, maxLength: 3 })
          .map((parts): Rule => ({ kind: "parts", parts })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.uniqueArray(label, { minLength: 1, maxLength: 4 }), inner)
          .map(([periods, rule]): Rule => ({ kind: "repeat", periods, rule })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(label, amount, inner)
          .map(([question, otherwise, rule]): Rule => ({ kind: "precondition", question, otherwise, rule })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(
            fc.oneof(
              label.map((question) => ({ question })),
              fc.nat({ max: 5 }),
            ),
            label,
            amount,
            inner,
          )
          .map(([asked, words, give, rule]): Rule => {
            const names = figureNames(rule, "");
            const named =
              typeof asked === "number" && names.length > 0 ? { figure: names[asked % names.length]! } : null;
            return {
              kind: "waiver",
              when: named ?? (typeof asked === "number" ? { question: words } : asked),
              label: words,
              give,
              rule,
            };
          }),
      },
    );
  return wrap(wrap(wrap(leaf)));
}

/** Full names of the figures of a rule. */
function figureNames(rule: Rule, path: string): string[] {
  switch (rule.kind) {
    case "measure":
      return rule.value.kind === "share" ? [] : rule.figures.map((figure) => path + figure.name);
    case "parts":
      return rule.parts.flatMap((part, k) => figureNames(part.rule, `${path}${k + 1}.`));
    case "repeat":
      return rule.periods.flatMap((_, k) => figureNames(rule.rule, `${path}${k + 1}.`));
    case "precondition":
    case "waiver":
      return figureNames(rule.rule, path);
    default:
      return [];
  }
}
