import { spared } from "../core/sheet/area-rest";
import { contains, type Area } from "../core/sheet/address";
import { Chance } from "./kit/chance";

/** A column of cells that counts how often any is looked at. */
function counting(count: number, place: (k: number) => { row: number; column: number }): { cells: { row: number; column: number }[]; looks: () => number } {
  let looks = 0;
  const cells = Array.from({ length: count }, (_, k) => ({
    get row() {
      looks += 1;
      return place(k).row;
    },
    get column() {
      looks += 1;
      return place(k).column;
    },
  }));
  return { cells, looks: () => looks };
}

test.each([
  ["one under the other", (k: number) => ({ row: k, column: 0 }), 1],
  ["in every second row", (k: number) => ({ row: 2 * k, column: 0 }), null],
  ["on the diagonal", (k: number) => ({ row: k, column: k % 50 }), null],
  ["beside each other", (k: number) => ({ row: 3, column: k }), null],
])("twice as many cells %s take twice the looks, and at most two areas each", (_name, place, areas) => {
  const looks = [2000, 4000, 8000].map((count) => {
    const told = counting(count, place);
    const left = spared([{ row: 0, column: 0, rows: 20000, columns: 20000 }], told.cells);
    if (areas !== null) expect(left).toHaveLength(areas + 1);
    expect(left.length).toBeLessThanOrEqual(2 * count + 2);
    return told.looks();
  });
  console.log(looks);
  for (const [k, count] of [2000, 4000, 8000].entries()) expect(looks[k]).toBeLessThanOrEqual(4 * count);
});

test("every cell of the areas is in one area of what is left, but those that were spared", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const chance = new Chance(seed);
    const area = (): Area =>
      ({ row: chance.whole(0, 9), column: chance.whole(0, 9), rows: chance.whole(1, 8), columns: chance.whole(1, 8) });
    const areas = Array.from({ length: chance.whole(1, 3) }, area);
    const cells = Array.from({ length: chance.whole(0, 25) }, () => ({ row: chance.whole(0, 17), column: chance.whole(0, 17) }));
    const left = areas.map((each) => spared([each], cells));
    expect(spared(areas, cells)).toEqual(left.flat());
    for (let row = 0; row < 18; row++) {
      for (let column = 0; column < 18; column++) {
        const isSpared = cells.some((cell) => cell.row === row && cell.column === column);
        expect(left.map((list) => list.filter((each) => contains(each, row, column)).length))
          .toEqual(areas.map((each) => (contains(each, row, column) && !isSpared ? 1 : 0)));
      }
    }
  }
});
