import { anyPhraseAt, isSign, phrases, type Token } from "./token";

const lead = phrases("điểm do", "số điểm do", "do", "điểm số do");
const bodies = phrases(
  "hội đồng thẩm định", "hội đồng đánh giá", "hội đồng", "tổ thẩm định", "tổ công tác", "tổ giúp việc", "đoàn thẩm định",
  "đoàn kiểm tra", "ban chỉ đạo", "cơ quan thẩm định", "tổ đánh giá",
);
const places = phrases(
  "của thành phố", "thành phố", "của tỉnh", "tỉnh", "cấp tỉnh", "cấp thành phố", "cấp xã", "cấp huyện", "chuyển đổi số",
);
const judging = phrases("đánh giá", "thẩm định", "xem xét", "trực tiếp", "xem xét đánh giá", "kiểm tra");
const scoring = phrases("chấm điểm", "cho điểm", "chấm điểm trực tiếp", "quyết định điểm", "chấm");

/** Whether a body is said to score, in whatever way. */
export function speaksOfBody(tokens: readonly Token[]): boolean {
  const at = anyPhraseAt(tokens, 0, lead);
  const body = anyPhraseAt(tokens, at, bodies);
  return body > 0 && tokens.some((token, k) => k >= at + body && ["chấm", "quyết"].includes(token.key));
}

/** "Do Hội đồng thẩm định đánh giá, chấm điểm": a body gives the points, and nothing else is said. */
export function isByBody(tokens: readonly Token[]): boolean {
  let at = anyPhraseAt(tokens, 0, lead);
  const body = anyPhraseAt(tokens, at, bodies);
  if (body === 0) return false;
  at += body;
  at += anyPhraseAt(tokens, at, places);
  for (let judged = anyPhraseAt(tokens, at, judging); judged > 0; judged = anyPhraseAt(tokens, at, judging)) {
    at += judged;
    if (isSign(tokens[at], ",") || tokens[at]?.key === "và") at++;
  }
  const scored = anyPhraseAt(tokens, at, scoring);
  return scored > 0 && at + scored === tokens.length;
}
