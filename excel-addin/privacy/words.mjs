// What the privacy page says. Permissions, keys and addresses come from `facts.mjs`; each needs its words here.
export const words = {
  vi: {
    lang: "vi",
    title: "Quyền riêng tư và giấy phép",
    intro: "Trang này được tạo cùng lúc với bản Scorebook mà bạn đang dùng: quyền, chỗ lưu và giấy phép dưới đây lấy từ chính bản đó.",
    read: ["Đọc gì", [
      "Scorebook đọc mọi trang tính của tệp đang mở: bảng tiêu chí, phiếu, danh sách đơn vị, bảng xếp hạng; để tính điểm và báo chỗ cần sửa.",
      "Trang web chỉ đọc tệp .xlsx, .xlsm (không đọc macro) mà bạn chọn mở, và nội dung mà bạn dán vào.",
      "Scorebook không đọc tệp khác, thư, danh bạ, vị trí; không hỏi họ tên, tài khoản hay mật khẩu.",
    ]],
    stays: ["Số liệu ở đâu", [
      "Số liệu ở lại trong tệp của bạn. Câu trả lời, phiếu, nhật ký và trang ẩn “_scorebook” đều nằm trong tệp đó; gửi tệp cho ai thì người ấy xem được.",
      "Trên trang web, tệp được mở và tính ngay trong trình duyệt; tệp chỉ được lưu khi bạn bấm Lưu.",
    ]],
    sent: ["Gửi đi đâu", "Scorebook không gửi gì đi: không có máy chủ nhận số liệu, không đo lượng dùng, không quảng cáo."],
    server: "Như mọi trang web, máy chủ của cơ quan đặt trang này có thể ghi lại địa chỉ mạng của máy đã mở trang và lúc mở. Cần biết thêm thì hỏi người quản trị máy chủ đó.",
    back: "Về Scorebook",
    office: (origin) =>
      `Trong Excel, khung Scorebook tải office.js của Microsoft từ ${origin}, như Microsoft yêu cầu; máy tính của bạn vì thế kết nối tới địa chỉ ấy. Số liệu đo lượng dùng mà office.js định gửi bị chính sách của khung chặn lại.`,
    officeOwn: "Bản phát triển này dùng office.js đặt cùng chỗ với trang.",
    google: (logging) =>
      `Trong Google Sheets, mã của Scorebook do Google chạy dưới tài khoản của bạn và chỉ chuyển ô tính giữa bảng tính và khung bên cạnh. Ghi nhật ký lỗi của Apps Script: ${logging === "NONE" ? "tắt" : logging}.`,
    permissions: "Quyền được hỏi",
    excel: (api) => `Excel (cần ExcelApi ${api})`,
    googleSheets: "Google Sheets",
    page: "Trang web: không hỏi quyền nào.",
    permission: { ReadWriteDocument: "đọc và ghi tệp đang mở; không có quyền với tệp khác. Đây là quyền nhỏ nhất mà Excel cho phép vừa đọc vừa ghi ô." },
    scope: {
      "https://www.googleapis.com/auth/spreadsheets.currentonly": "đọc và ghi bảng tính đang mở, không phải các bảng tính khác.",
      "https://www.googleapis.com/auth/script.container.ui": "hiện danh mục lệnh và khung bên cạnh trong bảng tính.",
    },
    stored: "Lưu gì trong trình duyệt hoặc tài khoản",
    browserKey: {
      language: "localStorage: ngôn ngữ mà bạn chọn.",
      "pane-welcome": "localStorage: khung trong Excel đã từng được mở, để không hiện lại lời chào.",
    },
    googleKey: { language: "thuộc tính người dùng của Apps Script, trong tài khoản Google của bạn: ngôn ngữ mà bạn chọn." },
    gridStore: "Lưới bảng tính của trang web có phần lưu thói quen giao diện (IndexedDB, localStorage). Scorebook không dùng phần này: không có số liệu nào ở đó.",
    clear: "Xóa dữ liệu trang web trong trình duyệt là xóa hết những gì trình duyệt lưu. Scorebook không dùng cookie.",
    works: "Phần mềm đi kèm",
    worksIntro: (count) =>
      `${count} gói phần mềm của người khác đi kèm, tất cả theo giấy phép cho phép dùng tự do; không có gói nào theo GPL, LGPL hay AGPL. Bản cho Google Sheets dùng một phần trong số này. Phần của lưới bảng tính được kê đủ như các gói ấy khai.`,
    heads: ["Gói", "Phiên bản", "Giấy phép"],
    ours: "Trang web, khung trong Excel và trong Google Sheets",
    grid: "Lưới bảng tính của trang web",
    notices: "Lời văn của mọi giấy phép",
    own: "Scorebook theo giấy phép MIT.",
  },
  en: {
    lang: "en",
    title: "Privacy and licences",
    intro: "This page is made together with the Scorebook that you use: the permissions, storage and licences below are taken from that very build.",
    read: ["What is read", [
      "Scorebook reads every sheet of the open workbook: the criteria table, forms, units and ranking, to compute points and to name what needs mending.",
      "The web page reads the .xlsx or .xlsm file (macros unread) that you choose to open, and what you paste.",
      "Scorebook reads no other file, no mail, contacts or location; it asks for no name, account or password.",
    ]],
    stays: ["Where it stays", [
      "The figures stay in your file. Answers, forms, the log and the hidden sheet “_scorebook” are all inside it; whoever you send the file to can see them.",
      "On the web page a file is opened and computed within the browser; it is saved only when you press Save.",
    ]],
    sent: ["What is sent", "Scorebook sends nothing: there is no server that takes figures, no usage tracking, no advertising."],
    server: "As with any website, the web server of the department that hosts this page may log the network addresses of those who open it, and when. Ask whoever runs that server.",
    back: "Back to Scorebook",
    office: (origin) =>
      `In Excel, the pane loads Microsoft's office.js from ${origin}, as Microsoft asks; your computer therefore connects to that address. The usage data that office.js would send is refused by the pane's policy.`,
    officeOwn: "This development build takes office.js from beside the page.",
    google: (logging) =>
      `In Google Sheets, Google runs Scorebook's script under your account; it only carries cells between the spreadsheet and the sidebar. Apps Script's exception logging: ${logging === "NONE" ? "off" : logging}.`,
    permissions: "Permissions asked for",
    excel: (api) => `Excel (needs ExcelApi ${api})`,
    googleSheets: "Google Sheets",
    page: "Web page: asks for none.",
    permission: { ReadWriteDocument: "read and write the open workbook, no other. It is the least under which Excel lets an add-in both read and write cells." },
    scope: {
      "https://www.googleapis.com/auth/spreadsheets.currentonly": "read and write the open spreadsheet, no other.",
      "https://www.googleapis.com/auth/script.container.ui": "show a menu and a sidebar in the spreadsheet.",
    },
    stored: "What is kept in the browser or account",
    browserKey: {
      language: "localStorage: the language that you chose.",
      "pane-welcome": "localStorage: the pane in Excel was opened before, so that it does not greet again.",
    },
    googleKey: { language: "a user property of Apps Script, with your Google account: the language that you chose." },
    gridStore: "The web page's spreadsheet grid can keep habits of its interface (IndexedDB, localStorage). Scorebook does not use that: no figures are there.",
    clear: "Clearing the site's data removes all that the browser keeps. Scorebook uses no cookies.",
    works: "Software that ships with it",
    worksIntro: (count) =>
      `${count} packages of others ship with Scorebook, all under licences that let anyone use them freely; none is under the GPL, LGPL or AGPL. The Google Sheets build uses some of them. What the grid is made of is listed as its packages declare it.`,
    heads: ["Package", "Version", "Licence"],
    ours: "Web page, pane in Excel, sidebar in Google Sheets",
    grid: "The web page's spreadsheet grid",
    notices: "The words of all licences",
    own: "Scorebook is under the MIT licence.",
  },
};

/** The words for something that was found in the code; a build stops where there are none. */
export function said(table, key, what) {
  if (!Object.hasOwn(table, key)) throw new Error(`The privacy page has no words for ${what} "${key}": excel-addin/privacy/words.mjs`);
  return table[key];
}
