import type { Language } from "../sheet/snapshot";

/** What the page around the panel and the grid says. */
export interface PageWords {
  readonly title: string;
  readonly bar: string;
  readonly open: string;
  readonly save: string;
  readonly fresh: string;
  readonly language: string;
  readonly panel: string;
  readonly grid: string;
  readonly views: string;
  readonly loading: string;
  readonly drop: string;
  readonly untitled: string;
  readonly fileName: string;
  /** What a saved file is called where nobody named it: with one form, with several. */
  readonly formName: (unit: string, year: string) => string;
  readonly formsName: (year: string) => string;
  readonly firstSheet: string;
  readonly unsaved: string;
  readonly close: string;
  readonly saved: (name: string) => string;
  /** Nothing is saved while a cell does not take what is typed in it. */
  readonly typing: string;
  readonly opened: (name: string) => string;
  readonly dropUnsaved: (name: string) => string;
  readonly gridFailed: string;
  /** The cell a person stands on, for screen readers and under the grid. */
  readonly cell: (name: string, value: string) => string;
  readonly blank: string;
  readonly choose: (cell: string) => string;
  /** Beside a cell with a list. */
  readonly chooseKeys: string;
  readonly locked: string;
  /** Answers an attempt to change what a form protects. */
  readonly refused: string;
  /** Answers a paste that would reach a locked cell; the first one is named. */
  readonly refusedPaste: (cell: string) => string;
  /** What the grid says while it computes. */
  readonly computing: { readonly reading: string; readonly computing: string; readonly done: string };
}

const vi: PageWords = {
  title: "Scorebook",
  bar: "Tệp và ngôn ngữ",
  open: "Mở tệp…",
  save: "Lưu tệp",
  fresh: "Mới",
  language: "Ngôn ngữ",
  panel: "Chấm điểm",
  grid: "Trang tính",
  views: "Phần hiển thị",
  loading: "Đang mở trang tính…",
  drop: "Thả tệp .xlsx vào đây để mở",
  untitled: "Chưa đặt tên.xlsx",
  fileName: "Tên tệp khi lưu",
  formName: (unit, year) => `Phiếu tự đánh giá ${unit} ${year}`,
  formsName: (year) => `Phiếu các đơn vị ${year}`,
  firstSheet: "Trang 1",
  unsaved: "chưa lưu",
  close: "Đóng",
  saved: (name) => `Đã lưu “${name}” vào thư mục tải xuống.`,
  typing: "Có một ô đang gõ dở. Nhấn Enter để kết thúc, rồi thử lại.",
  opened: (name) => `Đã mở “${name}”.`,
  dropUnsaved: (name) => `“${name}” có thay đổi chưa lưu. Bỏ các thay đổi đó?`,
  gridFailed: "Không tải được trang tính. Kiểm tra kết nối rồi tải lại trang; số liệu của bạn chưa thay đổi.",
  cell: (name, value) => `${name}: ${value}`,
  blank: "trống",
  choose: (cell) => `Chọn giá trị cho ô ${cell}`,
  chooseKeys: "Chọn ở đây, hoặc nhấn Alt+↓.",
  locked: "ô khóa, không nhập ở đây",
  refused:
    "Phần này được khóa để giữ công thức và câu chữ của phiếu. Chỉ nhập vào các ô có nền màu và các ô trắng để chọn “Không áp dụng”.",
  refusedPaste: (cell) => `Không dán: vùng dán chạm ô khóa ${cell}. Dán từng đoạn ô có nền màu.`,
  computing: { reading: "Đang đọc công thức…", computing: "Đang tính…", done: "Đã tính xong" },
};

const en: PageWords = {
  title: "Scorebook",
  bar: "File and language",
  open: "Open…",
  save: "Save",
  fresh: "New",
  language: "Language",
  panel: "Scoring",
  grid: "Sheets",
  views: "Shown part",
  loading: "Opening the sheets…",
  drop: "Drop an .xlsx file here to open it",
  untitled: "Untitled.xlsx",
  fileName: "Name of the saved file",
  formName: (unit, year) => `Self-assessment ${unit} ${year}`,
  formsName: (year) => `Forms of the units ${year}`,
  firstSheet: "Sheet 1",
  unsaved: "not saved",
  close: "Close",
  saved: (name) => `Saved “${name}” to the downloads folder.`,
  typing: "A cell is still being typed in. Press Enter to finish it, then try again.",
  opened: (name) => `Opened “${name}”.`,
  dropUnsaved: (name) => `“${name}” has changes that are not saved. Discard them?`,
  gridFailed: "The sheets could not be loaded. Check the connection and reload the page; your figures are unchanged.",
  cell: (name, value) => `${name}: ${value}`,
  blank: "blank",
  choose: (cell) => `Choose a value for cell ${cell}`,
  chooseKeys: "Choose here, or press Alt+↓.",
  locked: "locked, nothing is entered here",
  refused:
    "This part is locked to keep the form's formulas and wording. Only the coloured cells, and the white ones for “Not applicable”, take entries.",
  refusedPaste: (cell) => `Not pasted: it would reach the locked cell ${cell}. Paste each run of coloured cells on its own.`,
  computing: { reading: "Reading formulas…", computing: "Computing…", done: "Computed" },
};

export const pageWords = (language: Language): PageWords => (language === "vi" ? vi : en);
