import type { FormIssues } from "../../issue/form";
import { plainNumber, sharePercent } from "../plain";
import type { Says } from "../words";
import { named } from "./input";

const asked = (label: string): string => (label === "" ? "Ô nhập" : `Ô “${label}”`);

const number = (count: number): string => plainNumber(String(count), "vi");

export const form: Says<FormIssues> = {
  "sheet-missing": ({ sheet }) =>
    `Không thấy trang tính “${sheet}”. Nếu xóa nhầm, dùng lệnh Hoàn tác của bảng tính (Ctrl+Z) hoặc mở bản đã lưu; nếu không, lập lại phiếu.`,
  "rubric-sheet-missing": ({ sheet }) =>
    `Không thấy trang “${sheet}”. Phiếu vẫn được tính theo bộ chỉ số đã lưu; bấm “Lập phiếu” để đưa trang này trở lại.`,
  "store-missing": ({ sheet }) =>
    `Trang ẩn “${sheet}” không còn, nên xếp loại, làm tròn và các thiết lập khác trở về mặc định. Kiểm tra mục “Thiết lập” rồi bấm “Lập phiếu”.`,
  "form-unit-twice": ({ sheet, other, name }) =>
    `Trang “${sheet}” và trang “${other}” cùng là phiếu của “${name}”; xếp hạng chỉ lấy trang “${other}”. Sửa tên và mã đơn vị trên trang chép, hoặc xóa trang đó.`,
  "form-unreadable": ({ sheet, name }) =>
    `Trang “${sheet}”${name === "" ? "" : ` của “${name}”`} không đọc được nữa vì mất các dòng, cột ẩn của phiếu. Dùng lệnh Hoàn tác của bảng tính (Ctrl+Z) hoặc mở bản đã lưu; số liệu trên trang vẫn còn nguyên.`,
  "form-foreign": ({ sheet, title, rows, strange }) =>
    `Trang “${sheet}” là phiếu của bộ chỉ số khác${title === "" ? "" : ` (“${title}”)`}: ${strange}/${rows} dòng tiêu chí không có trong bộ chỉ số này. Trang được để nguyên: không tính, không sửa, không xếp hạng. Mở phiếu trong sổ của bộ chỉ số đó, hoặc nhập lại số liệu vào phiếu lập ở đây.`,
  "form-row-missing": ({ sheet, name, label }) =>
    label === ""
      ? `Trang “${sheet}” mất dòng của tiêu chí “${name}”. Bấm “Lập phiếu” để đưa dòng trở lại; số liệu khác giữ nguyên.`
      : `Trang “${sheet}” mất dòng “${label}” của tiêu chí “${name}”. Bấm “Lập phiếu” để đưa dòng trở lại; số liệu khác giữ nguyên.`,
  "form-row-twice": ({ sheet, name }) =>
    `Trang “${sheet}” có hai dòng giống nhau của “${name}”; chỉ dòng đầu được đọc, còn tổng trên trang có thể cộng thừa. Xóa dòng thừa hoặc bấm “Lập phiếu”.`,
  "form-column-missing": ({ sheet, column }) =>
    `Trang “${sheet}” mất cột “${column}”. Bấm “Lập phiếu” để đưa cột trở lại; số liệu khác giữ nguyên.`,
  "form-row-unknown": ({ sheet, code, name }) =>
    `Trang “${sheet}” có số liệu của tiêu chí ${code} “${name}” không còn trong bộ chỉ số. Lập lại phiếu: số liệu được cất giữ và ghi vào “Nhật ký”.`,
  "formula-entered": ({ label, formula }) =>
    `${asked(label)} chứa công thức “${formula}”. Giá trị của công thức vẫn được tính, nhưng lập lại phiếu thì chỉ còn giá trị. Nên nhập thẳng con số.`,
  "formula-points-apart": () =>
    "Có ô đang ghi khác với điểm tính lại từ câu trả lời. Bấm “Kiểm chứng điểm”.",
  "formula-in-words": ({ label, formula }) =>
    `${asked(label)} chứa công thức “${formula}”. Chữ đang hiện được giữ, nhưng lập lại phiếu thì không còn công thức. Nên nhập thẳng bằng chữ.`,
  "words-error": ({ label, text, meant }) =>
    meant === ""
      ? `${asked(label)} đang báo lỗi ${text}. Xóa nội dung ô rồi nhập lại bằng chữ.`
      : `${asked(label)} đang báo lỗi ${text} vì máy hiểu “${meant}” là công thức. Nhập lại với dấu nháy đơn (') ở đầu.`,
  "entry-long": ({ label, length, most }) =>
    `${asked(label)} có ${number(length)} ký tự, quá mức ${number(most)} ký tự của một ô. Chia bớt sang ô khác; khi lập lại phiếu, phần vượt quá được ghi vào “Nhật ký”.`,
  "date-entered": ({ label, text }) =>
    `${asked(label)} đang là “${text}” vì máy đổi số thành ngày hoặc giờ. Xóa nội dung ô, bấm “Kiểm tra và sửa”, rồi nhập lại con số.`,
  "share-small": ({ input, label, text, meant }) =>
    `${named(input, label)}: ô đang ghi ${sharePercent(text, "vi")}. Nếu số liệu là ${sharePercent(meant, "vi")}, hãy nhập lại kèm dấu %; nếu đúng thì giữ nguyên.`,
  "not-applicable-unknown": ({ text }) =>
    `“${text}” không được hiểu. Ô này để trống hoặc chọn “Không áp dụng”; số liệu nhập ở các dòng bên dưới.`,
  "form-outdated": () => "Bộ chỉ số đã được sửa sau khi lập phiếu. Bấm “Lập lại phiếu”: mọi câu trả lời được giữ lại hoặc cất ở trang “Nhật ký”.",
  "write-unfinished": () => "Lần ghi trước dừng giữa chừng. Bấm “Ghi tiếp” ở đầu bảng này trước, rồi làm lại việc vừa chọn.",
  "write-typed-since": () =>
    "Ô này được nhập sau khi lần ghi trước dừng giữa chừng. Giá trị được giữ nguyên; xem lại có đúng chỗ không.",
  "write-lost": () => "Không ghi tiếp được vì trang ẩn giữ phần việc còn lại đã bị sửa; số liệu đã nhập vẫn còn. Bấm “Kiểm tra và sửa” trong danh mục lệnh.",
  "write-undone": () => "Lần ghi dở chưa thay đổi gì nên được bỏ; trang tính như trước. Bấm lại việc cần làm.",
  "write-left": ({ sheet }) =>
    `Trang “${sheet}” được nhập, đổi tên hoặc xóa sau khi lần ghi dừng giữa chừng nên được giữ nguyên. Bấm “Lập phiếu” để cập nhật; số liệu không mất.`,
  "back-none": () => "Không còn việc nào để hoàn tác.",
  "back-lost": () => "Không hoàn tác được vì trang ẩn ghi lại tình trạng trước đó đã bị sửa. Mở bản đã lưu trước khi làm việc này nếu cần.",
  "back-long": () => "Việc này không hoàn tác được vì trạng thái trước đó quá lớn để lưu kèm. Nếu cần giữ, lưu một bản sao của tệp trước khi bấm.",
  "formula-far-moved": ({ sheet, formula, more }) =>
    `Công thức ở ô này đọc các dòng của trang “${sheet}” vừa đổi chỗ nên nay có thể đọc tiêu chí khác: =${formula}. Xem lại và chỉ tới dòng mới; nội dung cũ có trong nhật ký.${more > 0 ? ` Còn ${more} công thức như vậy, ghi trong nhật ký.` : ""}`,
  "back-edited": ({ sheet }) =>
    `Trang “${sheet}” đã được sửa ở ô này sau việc vừa làm nên chưa hoàn tác, để không mất phần mới sửa. Trả ô về như cũ rồi bấm lại, hoặc giữ nguyên.`,
  "back-filled": ({ sheet }) =>
    `Trang “${sheet}” có nội dung được nhập ở ô này sau việc vừa làm nên được giữ lại. Nếu không cần, xóa nội dung hoặc xóa trang.`,
  "back-used": ({ sheet }) =>
    `Trang “${sheet}” được giữ lại vì công thức ở ô này lấy số liệu từ đó. Nếu không cần, sửa công thức rồi xóa trang.`,
  "rubric-missing": () => "Tệp này chưa có bộ chỉ số. Dán bảng tiêu chí rồi bấm “Đọc bảng” trước.",
};
