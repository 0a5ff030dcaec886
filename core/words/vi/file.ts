import type { FileCap, FileIssues, FileKind, FilePart } from "../../issue/file";
import { plainNumber } from "../plain";
import type { Says } from "../words";

const parts: Record<FilePart, string> = {
  charts: "biểu đồ",
  pictures: "hình vẽ",
  comments: "ghi chú của ô",
  links: "liên kết",
  names: "tên vùng",
  tables: "định dạng bảng",
  pivots: "bảng tổng hợp (pivot)",
  controls: "nút bấm và đối tượng nhúng",
  fonts: "phông chữ riêng",
  checks: "một số kiểm tra dữ liệu",
  formats: "một số định dạng có điều kiện",
  areas: "phần trải quá rộng của vùng gộp ô, kiểm tra dữ liệu, định dạng hay bộ lọc",
};

const kinds: Record<FileKind, string> = {
  unknown: "không phải tệp .xlsx",
  text: "là tệp văn bản (.csv, .txt), không phải tệp .xlsx",
  "web-page": "là trang web, không phải tệp .xlsx",
  pdf: "là tệp PDF, không phải tệp .xlsx",
  picture: "là tệp ảnh, không phải tệp .xlsx",
  program: "là một chương trình, không phải tệp .xlsx; đừng chạy tệp này",
  archive: "là tệp nén chứa thứ khác, không phải tệp .xlsx",
  document: "là văn bản Word, không phải tệp .xlsx",
  slides: "là tệp trình chiếu, không phải tệp .xlsx",
  opendocument: "là tệp OpenDocument (.ods), không phải tệp .xlsx",
  xlsb: "là sổ nhị phân .xlsb, không phải tệp .xlsx",
};

/** What Excel makes no workbook of. */
const strange: ReadonlySet<FileKind> = new Set(["pdf", "picture", "program", "archive", "document", "slides"]);

const number = (count: number): string => plainNumber(String(count), "vi");

const caps: Record<FileCap, (most: string) => string> = {
  size: (most) => `nặng hơn ${most} MB`,
  content: (most) => `có hơn ${most} MB nội dung sau khi giải nén`,
  parts: (most) => `có hơn ${most} phần`,
  sheets: (most) => `có hơn ${most} trang tính`,
  cells: (most) => `có hơn ${most} ô`,
  extent: (most) => `trải rộng hơn ${most} ô kể cả ô trống`,
  strings: (most) => `có hơn ${most} chuỗi chữ khác nhau`,
  looks: (most) => `có hơn ${most} kiểu định dạng ô`,
  rules: (most) => `có hơn ${most} vùng gộp ô, kiểm tra dữ liệu và định dạng có điều kiện`,
  text: (most) => `có ô dài hơn ${most} ký tự`,
  formulas: (most) => `có công thức dài hơn ${most} ký tự cộng lại`,
};

/** The name of a part of the file, for those who help. */
const named = (part: string): string => (part === "" ? "" : ` (phần “${part}”)`);

export const file: Says<FileIssues> = {
  "not-xlsx": ({ name, kind }) =>
    `“${name}” ${kinds[kind]}. ${strange.has(kind) ? "Chọn tệp khác, hoặc hỏi lại người gửi." : "Chọn sổ làm việc, hoặc mở tệp bằng Excel rồi lưu thành “Excel Workbook (.xlsx)”."}`,
  "file-empty": ({ name }) => `Tệp “${name}” trống. Chọn tệp khác, hoặc xin người gửi gửi lại.`,
  "file-old-xls": ({ name }) =>
    `“${name}” là tệp .xls đời cũ. Mở tệp bằng Excel hoặc LibreOffice rồi lưu thành “Excel Workbook (.xlsx)”.`,
  "file-password": ({ name }) =>
    `Tệp “${name}” có mật khẩu. Mở tệp bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc) rồi lưu lại.`,
  "file-truncated": ({ name }) => `Tệp “${name}” bị thiếu phần cuối. Tải lại, hoặc xin người gửi gửi lại.`,
  "file-too-large": ({ name, cap, most }) =>
    `Tệp “${name}” quá lớn để mở ở đây: ${caps[cap](number(most))}. Xóa những gì không cần đến (trang tính, hàng cột thừa, định dạng), hoặc tách ra nhiều tệp, rồi lưu lại.`,
  "file-bomb": ({ name, part }) =>
    `Không mở tệp “${name}”: khi giải nén, tệp phình to bất thường như tệp làm ra để gây treo máy${named(part)}. Hỏi lại người gửi và xin gửi bản lưu từ Excel.`,
  "file-contradicts": ({ name, part }) =>
    `Không mở tệp “${name}”: bên trong tự mâu thuẫn, mỗi chương trình sẽ đọc ra một nội dung${named(part)}. Mở bằng Excel rồi lưu lại thành .xlsx, hoặc xin người gửi gửi lại.`,
  "file-paths": ({ name, part }) =>
    `Không mở tệp “${name}”: có đường dẫn trỏ ra ngoài tệp${named(part)}. Hỏi lại người gửi và xin gửi bản lưu từ Excel.`,
  "file-packing": ({ name, part }) =>
    `Không mở tệp “${name}”: tệp được khóa hoặc nén theo cách riêng của chương trình nén${named(part)}. Giải nén và bỏ mật khẩu, mở bằng Excel rồi lưu lại thành .xlsx.`,
  "file-markup": ({ name, part }) =>
    `Không mở tệp “${name}”: có khai báo mà sổ làm việc không bao giờ có, thường dùng để gây hại${named(part)}. Hỏi lại người gửi; nếu tệp đáng tin, mở bằng Excel rồi lưu lại thành .xlsx.`,
  "file-damaged": ({ name, part }) =>
    `Không đọc được tệp “${name}”: tệp bị hỏng${named(part)}. Mở bằng Excel, chọn sửa tệp rồi lưu lại, hoặc xin người gửi gửi lại.`,
  "file-cells-order": ({ name, sheet, cell }) =>
    `Không mở tệp “${name}”: trang “${sheet}” ghi ô ${cell} hai lần hoặc sai thứ tự, mỗi chương trình sẽ đọc ra một số. Mở bằng Excel, kiểm tra ô đó rồi lưu lại.`,
  "file-far-cell": ({ name, sheet, cell }) =>
    `Tệp “${name}” quá lớn để mở ở đây: trang “${sheet}” trải đến tận ô ${cell}. Xóa các hàng, cột trống ở cuối trang đó rồi lưu lại.`,
  "file-sheet-names": ({ name, sheet, fault }) =>
    fault === "twice"
      ? `Không mở tệp “${name}”: có hai trang cùng tên “${sheet}”. Mở bằng Excel hoặc LibreOffice, đổi tên một trang rồi lưu lại.`
      : `Không mở tệp “${name}”: tên trang “${sheet}” trống hoặc dài hơn 31 ký tự. Mở bằng LibreOffice hoặc Excel, đổi tên trang rồi lưu lại.`,
  "file-macros": () =>
    "Tệp có macro: Scorebook không đọc, không chạy macro, và bản lưu từ đây sẽ không có macro. Hãy giữ lại tệp gốc.",
  "file-outside": ({ count, cells }) =>
    `${number(count)} công thức lấy số liệu hoặc gọi địa chỉ bên ngoài tệp (${cells.join(", ")}) được thay bằng giá trị lúc lưu; không có gì được tải về. Kiểm tra lại các ô đó.`,
  "file-days-1904": ({ count, cells }) =>
    `Tệp dùng hệ ngày 1904: ${number(count)} ô ngày (${cells.join(", ")}) đã đổi sang hệ ngày 1900, vẫn chỉ đúng ngày cũ. Kiểm tra lại công thức lấy số từ các ô đó, và giữ lại tệp gốc.`,
  "file-texts-missing": ({ count, cells }) =>
    `Tệp bị hỏng một phần: ${number(count)} ô (${cells.join(", ")}) chỉ đến chữ không còn trong tệp nên ở đây để trống. Hỏi lại người gửi nội dung các ô đó, và giữ lại tệp gốc.`,
  "file-text-long": ({ cell, length }) =>
    `Chưa lưu: ô ${cell} có ${number(length)} ký tự, một ô của tệp .xlsx chỉ chứa 32.767 ký tự. Rút gọn hoặc tách sang ô khác rồi lưu lại.`,
  "file-parts-kept": ({ parts: kept }) =>
    `Tệp có ${kept.map((part) => parts[part]).join(", ")}: được giữ nguyên trong bản lưu, nhưng trang này không hiển thị.`,
  "file-parts-left": ({ parts: left }) =>
    `Tệp có ${left.map((part) => parts[part]).join(", ")}; bản lưu từ đây sẽ không còn những phần này. Hãy giữ lại tệp gốc.`,
};
