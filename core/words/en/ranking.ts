import type { RankingIssues } from "../../issue/ranking";
import type { Says } from "../words";

export const ranking: Says<RankingIssues> = {
  "unit-duplicate": ({ code }) => `Unit code “${code}” stands twice. Change one in sheet “Đơn vị”.`,
};
