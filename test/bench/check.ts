import { criteriaOf, type Rubric } from "../../core/rubric/rubric";
import { indicatorsKey, indicatorsSheetName } from "../../core/form/indicators-layout";
import type { Snapshot } from "../../core/sheet/snapshot";
import { Chance } from "../kit/chance";
import { Desk } from "../kit/desk";
import { type Line, line, timed, within } from "./timing";
import { annex, put, typed } from "./walk";

/** The same workbook as it is read anew: nothing that is known of it helps. */
const again = (of: Snapshot): Snapshot => ({ ...of, sheets: of.sheets.map((sheet) => ({ ...sheet })) });

const unit = (k: number): { code: string; name: string } => ({ code: `U${k + 1}`, name: `Đơn vị ${k + 1}` });

/** Forms of 43 criteria with drawn answers, ranked. */
function filledDesk(count: number, chance: Chance): { desk: Desk; rubric: Rubric } {
  const desk = new Desk();
  desk.paste("Phụ lục", annex(43));
  desk.confirm();
  desk.build(...Array.from({ length: count }, (_, k) => unit(k)));
  const rubric = desk.rubric();
  for (const { name } of desk.workbook.sheets) if (name.startsWith("Phiếu")) put(desk, name, typed(rubric, name, chance));
  desk.rank();
  return { desk, rubric };
}

/** A list of units ranked, one of them with its form, the others with points that were typed since. */
function rankedDesk(count: number, chance: Chance): Desk {
  const desk = new Desk();
  desk.paste("Phụ lục", annex(43));
  desk.confirm();
  desk.build(unit(0));
  const list = Array.from({ length: count }, (_, k) => [unit(k).code, unit(k).name, `Khối ${k % 3}`]);
  desk.addSheet("Đơn vị", [["Mã", "Tên đơn vị", "Khối"], ...list]);
  desk.rank();
  const { cells } = desk.sheet(indicatorsSheetName);
  const columns = cells[0]!.flatMap((cell, column) => (String(cell?.v ?? "").startsWith(indicatorsKey.points("")) ? [column] : []));
  put(desk, indicatorsSheetName, cells.flatMap((row, at) =>
    /^U\d+$/.test(String(row?.[0]?.v ?? "")) && row![0]!.v !== "U1" ? columns.map((column) => [at, column, chance.whole(0, 100) / 10] as const) : []));
  return desk;
}

/** What a department presses when all forms are back. */
export function checkLines(): Line[] {
  const chance = new Chance(3);
  const count = 168;
  const { desk, rubric } = filledDesk(count, chance);
  const filled = desk.snapshot();
  const forms = `${count} forms of ${criteriaOf(rubric).length} criteria`;
  const peer: [string, number] = ["looking at it", timed(() => desk.app.look(again(filled)), 1, 1)];
  const checked = timed(() => {
    const snapshot = again(filled);
    desk.all(desk.app.asks(snapshot));
    return desk.all(desk.app.check(snapshot, null));
  }, 1, 1);
  const proved = timed(() => desk.all(desk.app.prove(again(filled))), 1, 1);
  const notApplicable = rubric.settings.notApplicable === "excluded" ? "zero" : "excluded";
  const settled = timed(() => desk.app.settings(again(filled), { ...rubric.settings, notApplicable }), 1, 1);

  const many = 3321;
  const ranked = rankedDesk(many, chance);
  const written = ranked.snapshot();
  const looked: [string, number] = ["looking at it", timed(() => ranked.app.look(again(written)), 1, 1)];
  const rankedAgain = timed(() => ranked.all(ranked.app.rank(again(written))), 1, 1);
  return [
    line(`check ${forms}`, checked, peer, within(6000)),
    line(`prove ${forms}`, proved, peer, within(4000)),
    line(`settings of ${forms}, all written again`, settled, peer, within(8000)),
    line(`rank ${many} units again, other points in each row`, rankedAgain, looked, within(3500)),
  ];
}
