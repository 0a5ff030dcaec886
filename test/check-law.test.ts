import type { Damaged } from "../core/app-port";
import { guardsOf } from "../core/sheet/guards";
import { bookInUse } from "./kit/damaged-book";
import { Chance } from "./kit/chance";
import { type Desk, named } from "./kit/desk";
import { damageRows } from "./rows/damages";

jest.setTimeout(300000);

const seed = Number(process.env["SEED"] ?? 20261122);
const pairs = Number(process.env["PAIRS"] ?? 40);

let whole: Desk;
let [held, undone, spent] = [0, 0, 0];
beforeAll(() => void (whole = bookInUse()));
afterAll(() => process.stdout.write(
  `seed ${seed}: ${held} pairs of damages, ${undone} that cannot be done together; ${Math.round(spent)} ms\n`));

const checked = (desk: Desk) => {
  const guards = guardsOf(desk.workbook, desk.all(desk.app.asks(desk.snapshot())));
  return { guards, findings: desk.all(desk.app.check(desk.snapshot(), guards)).findings };
};
const line = ({ issue, at }: Damaged): string => `${issue.code}${at === null ? "" : ` ${named(at)}`}`;
const codes = (findings: readonly Damaged[]): string[] => findings.map(({ issue }) => issue.code);

/** Whatever was done, one press leaves only what the first list left to people. */
function heldBy(desk: Desk): string[] {
  const { guards, findings } = checked(desk);
  const told = codes(findings.filter(({ repairs }) => !repairs));
  const { patch } = desk.all(desk.app.repair(desk.snapshot(), guards));
  if (patch === null) return findings.some(({ repairs }) => repairs) ? ["promised and not written"] : [];
  desk.apply(patch);
  return checked(desk).findings.filter(({ repairs, issue: { code } }) => repairs || !told.includes(code)).map(line);
}

test("two damages at once need one press", () => {
  const chance = new Chance(seed);
  const wrong: string[] = [];
  const begun = performance.now();
  for (let k = 0; k < pairs; k++) {
    const [first, second] = [chance.pick(damageRows), chance.pick(damageRows)];
    const desk = whole.copy();
    try {
      first.damage(desk);
      second.damage(desk);
    } catch {
      // The first took away what the second needs.
      undone++;
      continue;
    }
    held++;
    const left = heldBy(desk);
    if (left.length > 0) wrong.push(`${first.name} + ${second.name}: ${left.join(", ")}`);
  }
  spent = performance.now() - begun;
  expect(wrong).toEqual([]);
  expect(held).toBeGreaterThan(undone);
});
