import type { Workbook } from "../../core/sheet/workbook";
import { Desk } from "./desk";
import { evaluated } from "./evaluated";

/** Ratio of 10 points, yes or no of 5, points by hand up to 5; three units whose totals are 12.5, 10 and 7.5. */
const table = [
  ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
  ["1", "Nhóm một", 15, null],
  ["1.1", "Tỷ lệ", 10, "Tỷ lệ = a/b; a: số đạt; b: tổng số. Điểm = Tỷ lệ × Điểm tối đa"],
  ["1.2", "Có kế hoạch", 5, "- Có: điểm tối đa; - Không: 0 điểm"],
  ["2", "Nhóm hai", 5, null],
  ["2.1", "Khảo sát", 5, "Hội đồng chấm"],
];
const units = [["X01", "Xã An"], ["X02", "Xã Bình"], ["X03", "Xã Cảnh"]] as const;
const answers = [[3, 4, "Có", 0], [2, 4, "Có", 0], [1, 4, "Không", 5]] as const;

let whole: Workbook | null = null;

/** Three forms and their ranking, computed. */
export function rankedDesk(): Desk {
  if (whole !== null) return new Desk(whole);
  const desk = new Desk();
  desk.paste("Phụ lục", table);
  desk.confirm();
  const forms = desk.build(...units.map(([code, name]) => ({ code, name }))).forms.map(({ id }) => id);
  answers.forEach(([a, b, plan, survey], at) => {
    const input = (code: string, name: string) => desk.cell(code, { input: name }, forms[at]!);
    desk.enter(input("1.1", "a"), a);
    desk.enter(input("1.1", "b"), b);
    desk.enter(input("1.2", "x"), plan);
    desk.enter(input("2.1", "points"), survey);
  });
  desk.write(desk.app.listUnits(desk.snapshot()));
  desk.rank();
  desk.workbook = evaluated(desk.workbook);
  whole = desk.workbook;
  return new Desk(whole);
}
