import * as fc from "fast-check";
import { decimalText, exact, parseExact, plus, tenTo } from "../core/number/exact";
import { bandOf, toNextBand } from "../core/ranking/band";
import { blockStatistics, sharesOf } from "../core/ranking/block";
import { rankKey, rankPoints, rankUnits } from "../core/ranking/rank";
import { standingsOf, unscoredIssues } from "../core/ranking/standing";
import { defaultSettings } from "../core/rubric/rubric";
import { say } from "../core/words/say";
import { entry } from "./kit/units";

const numbers = (texts: readonly (string | null)[]) => texts.map((text) => (text === null ? null : parseExact(text)));

test.each([
  ["competition", ["90", "80", "80", "70"], [1, 2, 2, 4]],
  ["dense", ["90", "80", "80", "70"], [1, 2, 2, 3]],
  ["modified", ["90", "80", "80", "70"], [1, 3, 3, 4]],
  ["competition", ["44.2", null, "45.56", "7"], [2, null, 1, 3]],
  ["competition", [], []],
  ["competition", [null, null], [null, null]],
  ["competition", ["-1", "0", "-1"], [2, 1, 2]],
  ["competition", ["0.30000000001", "0.3"], [1, 1]],
  ["competition", ["0.30000001", "0.3"], [1, 2]],
  ["competition", ["1/3", "0.33333333"], [1, 1]],
  ["competition", ["100000000000.00000001", "100000000000"], [1, 2]],
] as const)("%s ranks of %j are %j", (ties, texts, ranks) => {
  expect(rankPoints(numbers(texts), ties)).toEqual(ranks);
});

test("ranks are taken in each block and over all; encouraged units and units without a score have none", () => {
  const entries = [
    entry("A", "so", "80", "100", { indicators: ["5", "1"] }),
    entry("B", "so", "90", "100", { indicators: ["5", null] }),
    entry("C", "huyen", "85", "100", { indicators: ["9", "2"] }),
    entry("D", "so", "99", "100", { ranked: false, indicators: ["10", "10"] }),
    entry("E", "huyen", null, "100", { indicators: [null, null] }),
  ];
  expect(rankUnits(entries, "competition").map((place) => [place.rank, place.overall, ...place.indicators.values()])).toEqual([
    [2, 3, 1, 1], [1, 1, 1, null], [1, 2, 1, 1], [null, null, null, null], [null, null, null, null],
  ]);
  const issues = unscoredIssues(entries);
  expect(issues.map(({ at }) => at)).toEqual([{ unit: "E" }]);
  expect(say(issues[0]!, "vi")).toContain("chưa có điểm");
  expect(say(issues[0]!, "en")).toContain("has no points");
});

test("movement is previous less current rank, only where both are known", () => {
  const previous = { total: parseExact("70.5"), rank: 3 };
  const standings = standingsOf(
    [
      entry("A", "", "80", "100", { previous }), entry("B", "", "70", "100", { previous: { total: null, rank: 1 } }),
      entry("C", "", "60"), entry("D", "", "90", "100", { ranked: false, previous }),
    ],
    defaultSettings,
  );
  expect(standings.map(({ rankDelta }) => rankDelta)).toEqual([2, -1, null, null]);
  expect(standings.map(({ totalDelta }) => totalDelta && decimalText(totalDelta))).toEqual(["9.5", null, null, "19.5"]);
});

const bands = [
  { name: "Dẫn dắt", from: "75", inclusive: false }, { name: "Nâng cao", from: "50", inclusive: true },
  { name: "Khởi động", from: "0", inclusive: true },
];

test.each([
  ["75", "Nâng cao", "Dẫn dắt", "0"],
  ["75.0000000005", "Nâng cao", "Dẫn dắt", "-0.0000000005"],
  ["75.00000001", "Dẫn dắt", null, null],
  ["49.9999999995", "Nâng cao", "Dẫn dắt", "25.0000000005"],
  ["49.99999999", "Khởi động", "Nâng cao", "0.00000001"],
  ["-3", null, "Khởi động", "3"],
])("%s falls in %s, next %s after %s", (value, band, next, missing) => {
  expect(bandOf(parseExact(value), bands)).toBe(band);
  const ahead = toNextBand(parseExact(value), bands);
  expect([ahead?.band.name ?? null, ahead === null ? null : decimalText(ahead.missing)]).toEqual([next, missing]);
});

test("a block is counted by bands, empty ones too, and by indicator against its own maximum and the mean", () => {
  const settings = { ...defaultSettings, bands };
  const blocks = blockStatistics(
    standingsOf(
      [
        entry("A", "so", "80", "100", { indicators: ["5", "0"], of: ["10", "0"] }),
        entry("B", "so", "60", "100", { indicators: ["4", "3"], of: ["8", "5"] }),
        entry("C", "so", "-1", "100", { indicators: ["0", null], of: ["10", "5"], ranked: false }),
        entry("D", "so", null), entry("E", "xa", null),
      ],
      settings,
    ),
    settings,
  );
  const so = blocks.get("so")!;
  expect([so.count, so.ranked, so.bandless, decimalText(so.mean!)]).toEqual([3, 2, 1, "46.3333333333"]);
  expect([...so.bands]).toEqual([["Dẫn dắt", 1], ["Nâng cao", 1], ["Khởi động", 0]]);
  expect([...so.atLeastHalf]).toEqual([["1", 2], ["2", 1]]);
  expect([...so.atLeastMean]).toEqual([["1", 2], ["2", 1]]);
  expect(blocks.get("xa")).toMatchObject({ count: 0, ranked: 0, mean: null });
});

const points = fc.integer({ min: -500, max: 1000 }).map((tenths) => exact(tenths, 10));
const list = fc.array(fc.option(points, { nil: null }), { maxLength: 40 });
const ties = fc.constantFrom("competition" as const, "dense" as const, "modified" as const);

test("ranks do not depend on the order of the rows", () => {
  fc.assert(
    fc.property(list, ties, fc.infiniteStream(fc.nat()), (values, policy, random) => {
      const order = values.map((_, at) => ({ at, by: random.next().value as number })).sort((a, b) => a.by - b.by).map(({ at }) => at);
      const straight = rankPoints(values, policy);
      const mixed = rankPoints(order.map((at) => values[at]!), policy);
      expect(mixed).toEqual(order.map((at) => straight[at]));
    }),
  );
});

test("equal points share a rank, unequal ones do not", () => {
  fc.assert(
    fc.property(list, ties, (values, policy) => {
      const ranks = rankPoints(values, policy);
      values.forEach((a, i) => values.forEach((b, j) => {
        if (a !== null && b !== null) expect(ranks[i] === ranks[j]).toBe(rankKey(a) === rankKey(b));
      }));
    }),
  );
});

test("the same total reached by other parts is a tie", () => {
  fc.assert(
    fc.property(fc.array(points, { minLength: 2, maxLength: 12 }), (parts) => {
      const total = parts.reduce(plus);
      const back = [...parts].reverse().reduce(plus);
      expect(rankPoints([total, back, plus(total, tenTo(-8))], "competition")).toEqual([2, 2, 1]);
    }),
  );
});

test("raising a score never lowers the own rank", () => {
  fc.assert(
    fc.property(fc.array(points, { minLength: 1, maxLength: 30 }), fc.nat({ max: 100 }), ties, (values, more, policy) => {
      const raised = [plus(values[0]!, exact(more, 10)), ...values.slice(1)];
      expect(rankPoints(raised, policy)[0]!).toBeLessThanOrEqual(rankPoints(values, policy)[0]!);
    }),
  );
});

test("shares add up to 100,0 and lie within a tenth of the true ones", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3321 }), { minLength: 1, maxLength: 7 }), (counts) => {
      const total = counts.reduce((a, b) => a + b);
      const shares = sharesOf(counts);
      expect(shares.reduce((a, b) => a + b)).toBe(total === 0 ? 0 : 1000);
      if (total > 0) shares.forEach((share, at) => expect(Math.abs(share - (1000 * counts[at]!) / total)).toBeLessThan(1));
    }),
  );
});
