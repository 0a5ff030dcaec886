import type { Language } from "../sheet/snapshot";

/** A page of plain words in place of the panel: what is the matter and what to do about it. */
export interface PaneNote {
  readonly title: string;
  readonly lines: readonly string[];
  readonly steps: readonly string[];
}

/** What the task pane around the panel says. */
export interface PaneWords {
  readonly waiting: string;
  /** The first screen, and again on demand. */
  readonly welcome: PaneNote;
  readonly begin: string;
  /** Excel's own script did not come. */
  readonly missing: PaneNote;
  /** Excel's own script came, and Excel does not answer it. */
  readonly silent: PaneNote;
  /** Excel's own script came, and there is no Excel around. */
  readonly outside: PaneNote;
  /** This Excel cannot do what the add-in needs. */
  readonly old: PaneNote;
  /** The pane's view neither takes files in nor saves them. */
  readonly files: PaneNote;
  readonly again: string;
  readonly back: string;
  readonly openPage: string;
  /** The browser did not open by itself. */
  readonly pageBlocked: (address: string) => string;
  /** Names the other language, in its own words. */
  readonly otherLanguage: string;
}

const vi: PaneWords = {
  waiting: "Đang mở Scorebook…",
  welcome: {
    title: "Scorebook giúp bạn chấm điểm",
    lines: ["Từ bảng tiêu chí trong quyết định, Scorebook lập phiếu tự chấm điểm bằng công thức ngay trong sổ này."],
    steps: [
      "Dán bảng tiêu chí của quyết định vào một trang tính trống, rồi xem và xác nhận cách hiểu.",
      "Lập phiếu, rồi nhập số liệu vào các ô có nền màu. Điểm và ô còn thiếu hiện ở đây.",
      "In, ký và gửi phiếu. Nhiều đơn vị thì bấm Xếp hạng.",
    ],
  },
  begin: "Bắt đầu",
  missing: {
    title: "Chưa nối được với Excel",
    lines: [
      "Tệp office.js của Microsoft, nối khung này với Excel, chưa tải được. Sổ của bạn không bị ảnh hưởng.",
      "Phiếu đã lập vẫn tự tính điểm và xếp hạng khi không có khung này.",
    ],
    steps: [
      "Kiểm tra kết nối mạng, rồi bấm Thử lại.",
      "Nếu vẫn vậy, nhờ bộ phận công nghệ thông tin cho phép máy này truy cập appsforoffice.microsoft.com.",
      "Trong lúc chờ, cứ nhập số liệu vào phiếu như thường.",
    ],
  },
  silent: {
    title: "Excel chưa trả lời",
    lines: [
      "Khung này đã sẵn sàng nhưng Excel chưa trả lời. Sổ của bạn không bị ảnh hưởng; không cần thay đổi gì về mạng.",
      "Phiếu đã lập vẫn tự tính điểm và xếp hạng khi không có khung này.",
    ],
    steps: [
      "Nếu Excel đang mở một hộp thoại hoặc có ô đang gõ dở, xin kết thúc việc đó, rồi bấm Thử lại.",
      "Nếu vẫn vậy, lưu sổ, đóng hẳn Excel rồi mở lại.",
      "Trong lúc chờ, cứ nhập số liệu vào phiếu như thường.",
    ],
  },
  outside: {
    title: "Trang này mở trong Excel",
    lines: ["Bạn đang mở khung Scorebook ngoài Excel nên chưa có sổ nào để đọc."],
    steps: [
      "Trong Excel: mở sổ, vào thẻ Trang đầu (Home), bấm “Mở Scorebook”.",
      "Không có Excel, hoặc Excel không có nút đó: dùng Scorebook trong trình duyệt, mở và lưu tệp .xlsx tại đó.",
      "Phiếu đã lập không cần Scorebook: mở tệp và nhập số liệu, điểm tự tính.",
    ],
  },
  old: {
    title: "Bản Excel này chưa chạy được Scorebook",
    lines: [
      "Scorebook cần Excel 2021 trở lên, Microsoft 365 hoặc Excel trên web (ExcelApi 1.14). Sổ của bạn không bị ảnh hưởng.",
    ],
    steps: [
      "Dùng phiếu đã lập như một tệp Excel bình thường: nhập số liệu vào các ô có nền màu, điểm và xếp hạng tự tính, không cần Scorebook.",
      "Để lập phiếu mới hoặc xem giải thích điểm: dùng Scorebook trong trình duyệt, mở và lưu tệp .xlsx tại đó.",
      "Nếu máy được cập nhật Excel, mở lại khung này sau khi cập nhật.",
    ],
  },
  files: {
    title: "Mở hoặc lưu tệp",
    lines: [
      "Khung trong Excel không nhận và không tải tệp xuống được. Trang Scorebook trong trình duyệt làm việc đó; tệp vẫn ở trên máy của bạn.",
    ],
    steps: [
      "Lưu sổ này trong Excel trước, nếu bạn muốn mở nó ở đó.",
      "Bấm nút dưới đây: trang Scorebook mở trong trình duyệt.",
      "Trên trang, bấm “Mở tệp…” để mở, “Lưu tệp” để tải về.",
    ],
  },
  again: "Thử lại",
  back: "Quay lại",
  openPage: "Mở trong trình duyệt",
  pageBlocked: (address) => `Trình duyệt chưa mở ra. Chép địa chỉ này vào trình duyệt: ${address}`,
  otherLanguage: "English",
};

const en: PaneWords = {
  waiting: "Opening Scorebook…",
  welcome: {
    title: "Scorebook helps you score",
    lines: ["From a decision's criteria table, Scorebook makes a self-assessment form of formulas in this workbook."],
    steps: [
      "Paste the decision's criteria table into an empty sheet, then review and confirm how it was understood.",
      "Make the form, then enter figures into the coloured cells. Points and what is missing show here.",
      "Print, sign and send the form. For several units, press Rank.",
    ],
  },
  begin: "Begin",
  missing: {
    title: "Not connected to Excel yet",
    lines: [
      "Microsoft's file office.js, which connects this pane to Excel, has not loaded. Your workbook is not affected.",
      "A finished form goes on scoring and ranking without this pane.",
    ],
    steps: [
      "Check the network connection, then press Try again.",
      "If that does not help, ask your IT office to let this computer reach appsforoffice.microsoft.com.",
      "Meanwhile, go on entering figures into the form as usual.",
    ],
  },
  silent: {
    title: "Excel does not answer yet",
    lines: [
      "This pane is ready, but Excel has not answered it. Your workbook is not affected; nothing about the network has to change.",
      "A finished form goes on scoring and ranking without this pane.",
    ],
    steps: [
      "If Excel shows a dialog or a cell is being typed in, please finish that, then press Try again.",
      "If that does not help, save the workbook, close Excel altogether and open it again.",
      "Meanwhile, go on entering figures into the form as usual.",
    ],
  },
  outside: {
    title: "This page opens inside Excel",
    lines: ["The Scorebook pane was opened outside Excel, so there is no workbook to read."],
    steps: [
      "In Excel: open the workbook, go to the Home tab, press “Open Scorebook”.",
      "Without Excel, or where Excel has no such button: use Scorebook in the browser, which opens and saves .xlsx files.",
      "A finished form needs no Scorebook: open the file and enter figures; the points follow.",
    ],
  },
  old: {
    title: "Scorebook does not run in this Excel yet",
    lines: [
      "Scorebook needs Excel 2021 or later, Microsoft 365 or Excel on the web (ExcelApi 1.14). Your workbook is not affected.",
    ],
    steps: [
      "Use the finished workbook as an ordinary Excel file: enter figures into the coloured cells; points and ranks follow without Scorebook.",
      "To make a new form or see why a score is what it is: use Scorebook in the browser, which opens and saves .xlsx files.",
      "If Excel is updated on this computer, open this pane again afterwards.",
    ],
  },
  files: {
    title: "Open or save files",
    lines: [
      "The pane inside Excel can neither take in nor download files. The Scorebook page in the browser does; files stay on your computer.",
    ],
    steps: [
      "Save this workbook in Excel first, if you want to open it there.",
      "Press the button below: the Scorebook page opens in the browser.",
      "On the page, press “Open…” to open a file, “Save” to download it.",
    ],
  },
  again: "Try again",
  back: "Back",
  openPage: "Open in the browser",
  pageBlocked: (address) => `The browser did not open. Copy this address into it: ${address}`,
  otherLanguage: "Tiếng Việt",
};

export const paneWords = (language: Language): PaneWords => (language === "vi" ? vi : en);
