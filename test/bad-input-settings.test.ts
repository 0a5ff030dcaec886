import type { Settings } from "../core/rubric/rubric";
import { badlySaid } from "./kit/well-said";
import { filledDesk } from "./rows/bad-input";

type Bands = Settings["bands"];
const band = (name: string, from: string, inclusive = true): Bands[number] => ({ name, from, inclusive });
const base = filledDesk();

/** Bands as they are asked for, what is said, and whether they are kept. */
const rows: readonly (readonly [title: string, bands: Bands, unit: Settings["bandUnit"], says: readonly string[], kept: boolean])[] = [
  ["whole", [band("Tốt", "50"), band("Yếu", "0")], "percent", [], true],
  ["a gap below the lowest", [band("Tốt", "50"), band("Yếu", "10")], "percent", ["band-gap"], true],
  ["0 left out", [band("Tốt", "50"), band("Yếu", "0", false)], "percent", ["band-gap"], true],
  ["two that start alike", [band("Tốt", "50"), band("Khá", "50"), band("Yếu", "0")], "percent", ["band-overlap"], true],
  ["one name twice", [band("Tốt", "50"), band("Tốt", "20"), band("Yếu", "0")], "percent", ["band-name-duplicate"], true],
  ["beyond 100 %", [band("Tốt", "120"), band("Yếu", "0")], "percent", ["band-unreachable"], true],
  ["beyond all points", [band("Tốt", "31"), band("Yếu", "0")], "points", ["band-unreachable"], true],
  ["without a name", [band(" ", "50"), band("Yếu", "0")], "percent", ["band-name-empty"], false],
  ["from low to high", [band("Yếu", "0"), band("Tốt", "50")], "percent", ["band-order"], false],
];

test.each(rows)("bands: %s", (_title, bands, bandUnit, says, kept) => {
  const desk = base.copy();
  const before = desk.look().settings!;
  const outcome = desk.app.settings(desk.snapshot(), { ...before, bands, bandUnit });
  expect(outcome.findings.map(({ issue }) => issue.code)).toEqual(says);
  expect(outcome.findings.flatMap((finding) => badlySaid(finding))).toEqual([]);
  expect(outcome.patch !== null).toBe(kept);
  if (!kept) return;
  desk.write(outcome);
  const status = desk.look();
  expect(status.settings?.bands).toEqual(bands);
  expect(status.findings.map(({ issue }) => issue.code)).toEqual(says);
  expect(status.totals?.points).toBe("20.75");
});

test("settings that make no sense in the hidden sheet fall back, and the form is read as before", () => {
  const desk = base.copy();
  const cells = desk.sheet("_scorebook").cells;
  for (const [key, value] of [["settings.digits", 99], ["settings.roundAt", "sometimes"], ["settings.evidence", 7], ["language", { error: "#REF!" }]] as const) {
    const row = cells.findIndex((line) => line?.[0]?.v === key);
    expect(row).toBeGreaterThan(0);
    desk.enter({ sheet: "_scorebook", row, column: 1 }, value);
  }
  const status = desk.look();
  expect(status.totals?.points).toBe("20.75");
  expect(status.settings).toMatchObject({ digits: 2, roundAt: "criterion", evidence: "optional" });
  expect(status.findings.flatMap((finding) => badlySaid(finding))).toEqual([]);
});
