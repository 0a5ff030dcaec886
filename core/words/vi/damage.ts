import type { DamageIssues } from "../../issue/damage";
import { plainNumber } from "../plain";
import type { Says } from "../words";

const number = (count: number): string => plainNumber(String(count), "vi");
const quoted = (text: string): string => (text === "" ? "để trống" : `“${text}”`);
const row = (code: string, name: string): string => (code === "" ? `“${name}”` : `${code} “${name}”`);

const formats = {
  text: "chữ, nên số nhập vào không được tính", day: "ngày, nên số nhập vào bị đổi thành ngày",
  number: "số thường", percent: "phần trăm, nên số nhập vào bị chia cho 100",
} as const;

export const damage: Says<DamageIssues> = {
  "damage-formula-lost": ({ text }) =>
    text === "" ? "Công thức của ô này đã bị xóa. Sửa: viết lại công thức." : `Công thức của ô này đã bị ghi đè bằng ${quoted(text)}. Sửa: viết lại công thức.`,
  "damage-formula-altered": ({ formula }) => `Công thức của ô này đã bị đổi thành “${formula}”. Sửa: viết lại công thức.`,
  "damage-formulas-displaced": ({ count }) =>
    `${number(count)} công thức không còn theo đúng dòng của mình; ô này là ô đầu. Sửa: viết lại công thức.`,
  "damage-values-stale": ({ count }) =>
    `${number(count)} ô công thức hiện kết quả cũ, không theo số liệu đang có; ô này là ô đầu. Sửa: tính lại.`,
  "damage-value-error": ({ count, error }) => `${number(count)} ô công thức báo lỗi ${error}; ô này là ô đầu. Sửa: viết lại công thức.`,
  "damage-text-changed": ({ text, meant }) => `Ô này ghi ${quoted(text)}, đúng ra là ${quoted(meant)}. Sửa: ghi lại như khi lập.`,
  "damage-cell-filled": ({ text }) =>
    `Ô này chỉ dành cho phép tính nhưng có ${quoted(text)}, có thể làm sai tổng điểm. Sửa: xóa khỏi ô, chép vào “Nhật ký”.`,
  "damage-cell-emptied": ({ text }) =>
    `Ô này không dành để điền nhưng có ${quoted(text)}. Trang phải viết lại nên nội dung được chép vào “Nhật ký”.`,
  "damage-check-lost": ({ count }) =>
    `${number(count)} ô nhập mất kiểm tra dữ liệu và lời nhắc; ô này là ô đầu. Sửa: đặt lại kiểm tra, giữ nguyên số đã nhập.`,
  "damage-check-altered": ({ count }) =>
    `${number(count)} ô nhập có kiểm tra dữ liệu khác với khi lập; ô này là ô đầu. Sửa: đặt lại kiểm tra, giữ nguyên số đã nhập.`,
  "damage-protection-off": ({ sheet }) => `Trang “${sheet}” không còn được bảo vệ. Sửa: bật lại bảo vệ (không mật khẩu).`,
  "damage-protection-altered": ({ sheet }) => `Bảo vệ của trang “${sheet}” cho phép khác với khi lập. Sửa: đặt lại bảo vệ.`,
  "damage-cells-unlocked": ({ count }) =>
    `${number(count)} ô công thức hoặc nhãn đang mở khóa, dễ bị gõ đè; ô này là ô đầu. Sửa: khóa lại.`,
  "damage-cells-locked": ({ count }) => `${number(count)} ô nhập đang bị khóa, không điền được; ô này là ô đầu. Sửa: mở khóa.`,
  "damage-format-changed": ({ count, format }) =>
    `${number(count)} ô đang có định dạng ${formats[format]}; ô này là ô đầu. Sửa: trả lại định dạng, giữ nguyên nội dung.`,
  "damage-colours-lost": ({ count }) =>
    `${number(count)} màu cảnh báo tự động của trang này đã mất. Sửa: đặt lại màu.`,
  "damage-rows-missing": ({ count, name, last }) =>
    count === 1
      ? `Mất ${name === "" ? "dòng ẩn ở đầu phiếu" : `dòng “${name}”`}. Sửa: đưa dòng trở lại, để trống ô nhập; số liệu khác giữ nguyên.`
      : `Mất ${number(count)} dòng, từ “${name}” đến “${last}”. Sửa: đưa các dòng trở lại, để trống ô nhập; số liệu khác giữ nguyên.`,
  "damage-rows-moved": ({ count, name }) =>
    `${count === 1 ? "Dòng" : `${number(count)} dòng bắt đầu từ`} “${name}” không đứng đúng chỗ. Sửa: đưa về chỗ cũ cùng số liệu của dòng.`,
  "damage-rows-twice": ({ count, name }) =>
    `${count === 1 ? "Dòng" : `${number(count)} dòng bắt đầu từ`} “${name}” đứng hai lần; chỉ lần đầu được tính. Sửa: bỏ dòng thừa, phần khác với dòng đầu được chuyển xuống dưới phiếu.`,
  "damage-rows-inserted": ({ count }) =>
    `${number(count)} dòng được chèn thêm vào phiếu. Phiếu vẫn tính đúng nên không cần sửa; khi trang phải viết lại, nội dung các dòng này chuyển xuống dưới phiếu.`,
  "damage-rows-unknown": ({ count, name }) =>
    `${count === 1 ? "Dòng" : `${number(count)} dòng bắt đầu từ`} “${name}” không có trong bộ chỉ số. Sửa: cất số liệu của dòng và ghi vào “Nhật ký”.`,
  "damage-ids-lost": ({ count }) =>
    `${number(count)} dòng mất mã ở cột ẩn nên số liệu của dòng không được đọc; ô này là ô đầu. Sửa: ghi lại mã, giữ nguyên số liệu.`,
  "damage-columns-missing": ({ count, column }) =>
    `Mất ${number(count)} cột${column === "" ? " ẩn" : `: ${column}`}. Sửa: đưa cột trở lại; số liệu ở cột khác giữ nguyên.`,
  "damage-columns-inserted": ({ count }) =>
    `${number(count)} cột được chèn thêm vào phiếu. Phiếu vẫn tính đúng nên không cần sửa; khi trang phải viết lại, nội dung các cột này chuyển sang bên phải phiếu.`,
  "damage-columns-moved": ({ count }) => `${number(count)} cột không đứng đúng chỗ. Sửa: đưa về chỗ cũ cùng số liệu của cột.`,
  "damage-sheet-renamed": ({ from, to }) => `Trang “${from}” nay mang tên “${to}”. Phiếu vẫn được nhận ra. Sửa: ghi nhớ tên mới.`,
  "damage-form-deleted": ({ sheet, name }) =>
    `Không thấy trang “${sheet}”${name === "" ? "" : ` của “${name}”`}. Nếu xóa nhầm, dùng lệnh Hoàn tác của bảng tính (Ctrl+Z) hoặc mở bản đã lưu để lấy lại số liệu. Sửa: bỏ trang này khỏi danh sách phiếu.`,
  "damage-facts-lost": ({ sheet }) =>
    `Trang ẩn “${sheet}” không còn, nên xếp loại, làm tròn và các thiết lập khác trở về mặc định. Sửa: lập lại trang này; sau đó xem lại mục “Thiết lập”.`,
  "damage-facts-altered": ({ sheet, count }) => `Trang ẩn “${sheet}” có ${number(count)} ô khác với khi ghi. Sửa: ghi lại trang này.`,
  "damage-rubric-lost": ({ sheet }) => `Không thấy trang “${sheet}”. Phiếu vẫn được tính theo bộ chỉ số đã lưu. Sửa: đưa trang này trở lại.`,
  "damage-rubric-emptied": ({ sheet, count }) =>
    `Trang “${sheet}” không còn tiêu chí nào. Phiếu vẫn được tính theo bộ chỉ số đã lưu (${number(count)} tiêu chí). Sửa: viết lại trang này; nội dung khác trên trang được chép vào “Nhật ký”.`,
  "damage-rubric-changed": ({ code, name }) =>
    `Tiêu chí ${row(code, name)} của bộ chỉ số đã được sửa sau khi lập phiếu. Sửa: viết lại các phiếu theo bộ chỉ số hiện nay.`,
  "damage-rubric-added": ({ code, name }) =>
    `Tiêu chí ${row(code, name)} được thêm vào bộ chỉ số sau khi lập phiếu. Sửa: thêm dòng vào các phiếu.`,
  "damage-rubric-removed": ({ code, name }) =>
    `Tiêu chí ${row(code, name)} không còn trong bộ chỉ số. Nếu xóa nhầm, hoàn tác (Ctrl+Z) hoặc dán lại dòng trước khi sửa. Sửa: bỏ dòng khỏi các phiếu; số liệu được cất giữ và ghi vào “Nhật ký”.`,
  "damage-settings-changed": () =>
    "Thiết lập (làm tròn, xếp loại hoặc quy định khác) đã đổi sau khi lập phiếu. Sửa: viết lại các phiếu theo thiết lập hiện nay.",
  "damage-answers-parked": ({ count, sheet }) =>
    `${number(count)} ô đã điền trên trang “${sheet}” không có chỗ trong bộ chỉ số hiện nay. Sửa: cất giữ và ghi vào “Nhật ký”; khi tiêu chí trở lại, số liệu trở lại theo.`,
  "damage-ranking-lost": ({ sheet }) => `Không thấy trang “${sheet}” của bảng xếp hạng. Sửa: xếp hạng lại từ các phiếu và điểm đã nhập.`,
  "damage-unit-missing": ({ sheet, code, name }) =>
    `Trang “${sheet}” không có dòng của đơn vị ${row(code, name)}. Sửa: xếp hạng lại từ các phiếu và điểm đang có. Điểm đã nhập ở dòng bị xóa thì nhập lại hoặc lấy từ bản đã lưu.`,
  "damage-unit-twice": ({ sheet, code, name }) =>
    `Đơn vị ${row(code, name)} đứng hai lần trên trang “${sheet}”. Sửa: bỏ dòng thừa, chép nội dung dòng vào “Nhật ký”.`,
  "damage-unit-unknown": ({ sheet, code, name }) =>
    `Dòng ${row(code, name)} trên trang “${sheet}” không phải của đơn vị nào trong danh sách. Sửa: xếp hạng lại, chép nội dung dòng vào “Nhật ký”.`,
  "damage-ranking-altered": ({ sheet, count }) =>
    `Trang “${sheet}” có ${number(count)} ô khác với khi xếp hạng; ô này là ô đầu. Sửa: viết lại trang từ các phiếu và điểm đã nhập.`,
};
