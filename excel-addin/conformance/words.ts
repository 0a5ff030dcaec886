import type { Both } from "./probe";

export const words = {
  title: ["Đối chiếu với Excel này", "Check this Excel"],
  intro: [
    "Trang này chỉ có trong bản phát triển. Nó hỏi Excel những điều Scorebook dựa vào mà không tài liệu nào nói chắc, rồi in câu trả lời để đưa vào bộ kiểm thử.",
    "This page is in development builds only. It asks Excel what Scorebook relies on and no document settles, and prints the answers for the tests.",
  ],
  before: [
    "Xin mở một sổ trống để làm việc này. Trang này thêm một trang tính tên “Scorebook thử” (có lúc thêm “Scorebook thử 2”) cho từng câu hỏi rồi xoá đi; nội dung khác không bị đụng tới. Thao tác hoàn tác trước đó có thể mất.",
    "Please open an empty workbook for this. For each question a sheet “Scorebook thử” (at times “Scorebook thử 2”) is added and removed; nothing else is touched. What could be undone before may no longer be.",
  ],
  taken: [
    "Sổ này đã có trang tính tên “Scorebook thử”. Xin đổi tên hoặc dùng sổ khác: trang này sẽ xoá trang tính mang tên đó.",
    "This workbook already has a sheet “Scorebook thử”. Please rename it or use another workbook: a sheet of that name would be removed.",
  ],
  quiet: ["Hỏi những câu không cần người (khoảng một phút)", "Ask what needs nobody (about a minute)"],
  whole: ["Hỏi tất cả, có người làm cùng (khoảng 20 phút)", "Ask everything, with you (about 20 minutes)"],
  done: ["Xong", "Done"],
  skip: ["Bỏ qua", "Skip"],
  asking: ["Đang hỏi", "Asking"],
  finished: ["Đã hỏi xong", "All asked"],
  keep: [
    "Chép đoạn dưới đây vào tệp có tên ghi bên dưới rồi đưa vào kho mã; bộ kiểm thử sẽ so với Excel giả lập.",
    "Copy the text below into a file of the name given, and commit it; the tests compare it with the stand-in for Excel.",
  ],
  copy: ["Sao chép", "Copy"],
  copied: ["Đã sao chép", "Copied"],
  select: ["Không sao chép được; chữ đã được chọn, xin bấm Ctrl+C", "Could not copy; the text is selected, please press Ctrl+C"],
  language: ["English", "Tiếng Việt"],
  connecting: ["Đang gọi Excel…", "Calling Excel…"],
  missing: ["Không tải được office.js. Xin xem lại mạng và tường lửa.", "office.js did not load. Please check the network and the firewall."],
  silent: ["Office.js đã tải nhưng Excel chưa trả lời.", "office.js loaded, but Excel has not answered."],
  outside: ["Trang này chỉ chạy trong Excel.", "This page works only inside Excel."],
  old: ["Excel này cũ hơn mức Scorebook cần (ExcelApi 1.14); câu trả lời vẫn có ích.", "This Excel is older than Scorebook needs (ExcelApi 1.14); its answers are still of use."],
  failed: ["Không chạy được: ", "Could not run: "],
} satisfies Record<string, Both>;
