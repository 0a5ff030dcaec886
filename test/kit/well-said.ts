import type { Finding } from "../../core/app-port";
import "../../core/words/both";
import { cellName } from "../../core/sheet/address";
import type { Language } from "../../core/sheet/snapshot";
import { say, wordsOf } from "../../core/words/say";

const codes = Object.keys(wordsOf("vi").issues);

/** Words that ask for something to be done. */
const asks: Readonly<Record<Language, RegExp>> = {
  vi: /(?<!\p{L})(bấm|bỏ|bổ sung|chia|chọn|chuyển|dán|định dạng|đổi|đặt|ghi|giữ lại|gộp|hỏi|kiểm tra|lập|lưu|mở|nhận|nhập|rút gọn|sửa|tách|tải|tăng|thêm|xếp|xóa|xoá|xin)(?!\p{L})/iu,
  en: /\b(add|ask|change|check|choose|correct|delete|empty|enter|format|give|join|keep|leave|make|mend|move|name|needs|open|paste|press|put|raise|receive|rename|say|set|shorten|sort|split|type|use|write|build)\b/i,
};
/** What people say of codes and insides by accident. */
const leaks = /undefined|NaN|\[object|\bnull\b|\bc:|#\d|\b(input|Input|Ô nhập|Ô) (x|p|w|r|n|points)\b/;
const quoted = /“[^“”]*(“[^“”]*”[^“”]*)*”/g;

/** What is wrong with how a problem is said; nothing where it is said well. `typed`: words that are people's own. */
export function badlySaid({ issue, at, todo }: Finding, typed: readonly string[] = []): string[] {
  const faults: string[] = [];
  const [vi, en] = [say(issue, "vi"), say(issue, "en")];
  if (vi === en) faults.push(`not translated: ${vi}`);
  for (const [language, text] of [["vi", vi], ["en", en]] as const) {
    // The place in front holds a code that people chose.
    const placed = (issue.at.criterion ?? "") !== "" || issue.at.cell !== undefined;
    const own = text.slice(placed ? Math.max(0, text.indexOf(": ")) : 0).replace(quoted, "“”");
    const ours = typed.reduce((rest, word) => rest.split(word).join("…"), own);
    const fault = (what: string): void => void faults.push(`${issue.code}: ${what}: ${text}`);
    if (text.trim() === "") fault("says nothing");
    if (leaks.test(ours)) fault("leaks");
    if (codes.some((code) => code.includes("-") && ours.includes(code))) fault("names its code");
    if (!/[.?]$/.test(text)) fault("does not end");
    if (text.length > 900) fault(`is ${text.length} characters long`);
    if (todo !== "note" && !asks[language].test(own)) fault("does not say how to mend it");
    const cell = at === null ? null : cellName(at.row, at.column);
    if (cell !== null && !text.slice(0, 60).includes(cell)) fault(`does not name cell ${cell}`);
    if (cell === null && issue.at.criterion === undefined && !/“|form|phiếu|tệp|workbook|trang tính|sheet|xếp loại|band/i.test(text)) {
      fault("names no place");
    }
  }
  return faults;
}
