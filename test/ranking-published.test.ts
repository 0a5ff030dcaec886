import { decimalText, exact, over, parseExact, plus, roundPoints, times } from "../core/number/exact";
import { bandOf } from "../core/ranking/band";
import { blockStatistics, sharesOf } from "../core/ranking/block";
import { rankPoints, rankUnits } from "../core/ranking/rank";
import { standingsOf } from "../core/ranking/standing";
import { defaultSettings } from "../core/rubric/rubric";
import { printed, publishedRows } from "./kit/published";
import { entry } from "./kit/units";

const points = (text: string) => parseExact(printed(text));
const groupBy = <T>(rows: readonly T[], key: (row: T) => string): [string, T[]][] => [
  ...rows.reduce((map, row) => map.set(key(row), [...(map.get(key(row)) ?? []), row]), new Map<string, T[]>()),
];
/** Printed ranks of a part of the list, counted anew within the part. */
const within = (ranks: readonly number[]) => ranks.map((rank) => 1 + ranks.filter((other) => other < rank).length);

describe("DTI 2021 of the provinces", () => {
  const rows = publishedRows("dti_2021_province_pillars_top17");
  test("the total ranks 12, 12, 14", () => {
    const ranks = rankPoints(rows.map((row) => points(row["dti_comma"]!)), "competition");
    expect(ranks).toEqual(rows.map((row) => Number(row["rank"])));
    expect(ranks.slice(11, 14)).toEqual([12, 12, 14]);
  });
  test.each(["cqs", "kts", "xhs"])("pillar %s ranks as printed", (pillar) => {
    const ranks = rankPoints(rows.map((row) => points(row[`${pillar}_comma`]!)), "competition");
    expect(ranks).toEqual(within(rows.map((row) => Number(row[`rank_${pillar}`]))));
  });
});

test("DTI 2022: 63 provinces, 15 shared and 16 left out", () => {
  const ranks = publishedRows("dti_2022_province_rank63").map((row) => Number(row["rank"]));
  const ours = rankPoints(ranks.map((rank) => parseExact(`${1000 - rank}`)), "competition");
  expect(ours).toEqual(ranks);
  expect(ours.slice(13, 17)).toEqual([14, 15, 15, 17]);
});

test("PAR 2012: both parts add up to the index, which ranks as printed", () => {
  const rows = publishedRows("par_2012_provinces_top19");
  const totals = rows.map((row) => plus(points(row["moha_points"]!), points(row["survey_points"]!)));
  expect(totals.map((total) => decimalText(total))).toEqual(rows.map((row) => decimalText(points(row["par_index"]!))));
  expect(rankPoints(totals, "competition")).toEqual(rows.map((row) => Number(row["rank"])));
});

test.each([
  ["huyện", "UBND huyện Kông Chro", "UBND huyện Ia Pa", "Hạ tầng số", 2],
  ["huyện", "UBND huyện Chư Păh", "UBND huyện Đak Đoa", "Hoạt động xã hội số", 1],
  ["sở", "Sở Thông tin và Truyền thông", "Sở Công thương", "An toàn thông tin mạng", 1],
])("Gia Lai 2023, %s: %s and %s share a rank in %s", (level, one, other, indicator, rank) => {
  const rows = publishedRows("gialai_2023_indicator_values").filter(
    (row) => row["level"] === level && row["indicator"] === indicator,
  );
  const entries = rows.map((row) => entry(row["unit"]!, level, "0", "100", { indicators: [printed(row["value_comma"]!)] }));
  const places = rankUnits(entries, "competition");
  const rankOf = (unit: string) => places[entries.findIndex((of) => of.unit.code === unit)]!.indicators.get("1");
  expect([rankOf(one), rankOf(other)]).toEqual([rank, rank]);
});

test("Gia Lai 2023, sở: 45,56 > 44,2 > 42,89 > 37,56 in Hạ tầng số, as numbers", () => {
  const rows = publishedRows("gialai_2023_indicator_values").filter(
    (row) => row["level"] === "sở" && row["indicator"] === "Hạ tầng số",
  );
  expect(rankPoints(rows.map((row) => points(row["value_comma"]!)), "competition")).toEqual([1, 2, 3, 4]);
});

describe("printed totals rank as printed", () => {
  const misprint = "3331,01";
  const rows = publishedRows("provincial_results").filter((row) => /^\d+$/.test(row["rank"]!) || row["rank"] === "last");
  const lists = groupBy(rows, (row) => [row["province"], row["year"], row["index"], row["level"]].join(" · "));
  test.each(lists.filter(([, list]) => list.length > 1 && list.every((row) => row["value"] !== misprint)))(
    "%s",
    (_, list) => {
      const ranks = list.map((row) => (row["rank"] === "last" ? 999 : Number(row["rank"])));
      const shares = list.map(({ value = "", max = "" }) =>
        value.includes("%") || max === "" ? points(value) : times(over(points(value), points(max)), exact(100)),
      );
      expect(rankPoints(shares, "competition")).toEqual(within(ranks));
    },
  );
  test("except a misprint above any maximum", () => {
    const list = rows.filter((row) => row["province"] === "Ninh Bình" && row["level"] === "sở");
    expect(list.map((row) => row["value"])).toContain(misprint);
    expect(rankPoints(list.map((row) => points(row["value"]!)), "competition")).not.toEqual([1, 2, 3]);
  });
});

test.each([
  ["Thanh Hóa 2023, Ban Dân tộc", "68.32", "84", "81.33"],
  ["Lào Cai 2023, Sở Lao động", "731.61", "1000", "73.16"],
  ["Thanh Hóa 2023, Sở Công Thương", "92.83", "100", "92.83"],
])("%s: %s of %s is %s percent", (_, total, max, percent) => {
  const [standing] = standingsOf([entry("A", "", total, max)], defaultSettings);
  expect(decimalText(roundPoints(standing!.percent!, 2))).toBe(percent);
});

test.each([
  ["Kon Tum", true, ["90", "70", "50", "0"], { "100": 0, "90": 0, "89.99": 1, "70": 1, "69.999999": 2, "50": 2, "49.9": 3, "0": 3 }],
  ["Lào Cai", false, ["75", "50", "25", "-1"], { "75.01": 0, "75": 1, "50.000001": 1, "50": 2, "25": 3, "0": 3 }],
] as const)("bands of %s at their bounds", (_, inclusive, bounds, cases) => {
  const bands = bounds.map((from, at) => ({ name: String(at), from, inclusive }));
  for (const [value, band] of Object.entries(cases)) expect(bandOf(parseExact(value), bands)).toBe(String(band));
});

describe("units per band", () => {
  test.each(groupBy(publishedRows("band_counts"), (row) => `${row["source"]} · ${row["level"]}`))("%s", (_, rows) => {
    const bands = rows.map((row, at) => ({ name: row["band"]!, from: String(100 - 10 * at), inclusive: true }));
    const units = rows.flatMap((row, at) =>
      Array.from({ length: Number(row["count"]) }, (__, k) => entry(`${at}.${k}`, "b", `${100 - 10 * at}`)),
    );
    const settings = { ...defaultSettings, bands };
    const statistics = blockStatistics(standingsOf(units, settings), settings).get("b")!;
    expect([...statistics.bands]).toEqual(rows.map((row) => [row["band"], Number(row["count"])]));
    const shares = sharesOf([...statistics.bands.values()]);
    expect(shares.reduce((a, b) => a + b)).toBe(1000);
    rows.forEach((row, at) => {
      const text = row["percent_printed"]!;
      if (/,\d/.test(text)) expect((shares[at]! / 10).toFixed(1)).toBe(printed(text));
      else if (/\d/.test(text)) expect(Math.round(shares[at]! / 10)).toBe(Number(printed(text)));
    });
  });
  test("Bình Phước 2021: 19 + 3 = 22 holds the two encouraged units, unless the rubric leaves them out", () => {
    const bands = [{ name: "Tốt", from: "85", inclusive: true }, { name: "Khá", from: "70", inclusive: true }];
    const units = Array.from({ length: 22 }, (_, at) =>
      entry(`U${at}`, "tỉnh", at < 19 ? "90" : "80", "100", { ranked: at !== 0 && at !== 19 }),
    );
    const count = (encouragedInCounts: boolean) => {
      const settings = { ...defaultSettings, bands, encouragedInCounts };
      const { count, ranked, bands: counts } = blockStatistics(standingsOf(units, settings), settings).get("tỉnh")!;
      return [count, ranked, ...counts.values()];
    };
    expect(count(true)).toEqual([22, 20, 19, 3]);
    expect(count(false)).toEqual([20, 20, 18, 2]);
  });
});

test.each(publishedRows("binhphuoc_2021_indicator_counts").map((row) => [row["level"]!, row["indicator"]!, row] as const))(
  "Bình Phước 2021, %s, %s: units with at least half of the maximum",
  (level, _, row) => {
    const reached = Number(row["count"]);
    const units = Array.from({ length: Number(row["n"]) }, (__, at) =>
      entry(`U${at}`, level, "0", "100", { indicators: [at < reached ? "5" : "4.99"] }),
    );
    const statistics = blockStatistics(standingsOf(units, defaultSettings), defaultSettings).get(level)!;
    expect(statistics.atLeastHalf.get("1")).toBe(reached);
    const [above, below] = sharesOf([reached, units.length - reached]);
    expect(above! / 10).toBe(Number(printed(row["percent_printed"]!)));
    expect(below! / 10 === Number(printed(row["below_printed"]!))).toBe(row["adds_up"] === "yes");
  },
);

test.each(publishedRows("rank_movements").map((row) => [row["unit"]!, row["year_to"]!, row] as const))(
  "%s moved by %s as printed",
  (unit, _, row) => {
    const rank = Number(row["rank_to"]);
    const ahead = Array.from({ length: rank - 1 }, (__, at) => entry(`A${at}`, "", "99"));
    const own = entry(unit, "", "50", "100", { previous: { total: null, rank: Number(row["rank_from"]) } });
    expect(standingsOf([...ahead, own], defaultSettings)[rank - 1]!.rankDelta).toBe(Number(row["movement"]));
  },
);
