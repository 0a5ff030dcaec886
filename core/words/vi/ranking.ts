import type { RankingIssues } from "../../issue/ranking";
import type { Says } from "../words";

export const ranking: Says<RankingIssues> = {
  "unit-duplicate": ({ code }) => `Mã đơn vị “${code}” xuất hiện hai lần. Đổi một mã trong trang “Đơn vị”.`,
};
