import { escaped } from "./xml.mjs";

/** Raise it whenever the manifest changes: Office takes a deployed add-in up again only under a higher number. */
export const VERSION = "1.0.0.0";
/** What the task pane needs and what Excel 2021 has; older ones do not offer the add-in. */
export const EXCEL_API = "1.14";
/** Pixels. Office demands 16, 32 and 80 for a button and takes the others where the screen asks for them. */
export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
export const IDS = {
  production: "533e2f20-59d4-48eb-a4f9-1006b6c17d83",
  development: "35e575be-652f-443b-ae12-64ee3d62c74f",
};
/** The pages that the manifest opens; the conformance page is in development builds only. */
export const PAGES = { pane: "taskpane.html", help: "help.html", conformance: "conformance.html" };

/** Vietnamese first, English second. Labels and titles up to 125 characters, descriptions up to 250. */
const WORDS = {
  name: ["Scorebook", "Scorebook"],
  about: [
    "Biến bảng tiêu chí trong quyết định (bộ chỉ số chuyển đổi số, DTI) thành phiếu chấm điểm bằng công thức Excel; xếp hạng các đơn vị.",
    "Turns a decision's criteria table (Vietnam's Digital Transformation Index) into an assessment form of Excel formulas, and ranks the units.",
  ],
  open: ["Mở Scorebook", "Open Scorebook"],
  openHelp: [
    "Mở khung Scorebook bên cạnh bảng tính: đọc bảng tiêu chí, lập phiếu, xem điểm và phần còn thiếu, xếp hạng.",
    "Opens Scorebook beside the sheet: read the criteria table, make the form, see points and what is missing, rank.",
  ],
  start: ["Scorebook đã sẵn sàng", "Scorebook is ready"],
  startHelp: [
    "Vào thẻ Trang đầu (Home), bấm “Mở Scorebook”, rồi dán bảng tiêu chí của quyết định vào một trang tính trống.",
    "On the Home tab, press “Open Scorebook”, then paste the decision's criteria table into an empty sheet.",
  ],
  check: ["Đối chiếu Excel", "Check this Excel"],
  checkHelp: [
    "Chỉ có trong bản phát triển: hỏi Excel này những điều Scorebook dựa vào, trên một trang tính riêng, rồi xóa trang đó.",
    "Development builds only: asks this Excel what Scorebook relies on, in a sheet of its own, and removes that sheet.",
  ],
};

const indent = (text, by) => text.split("\n").map((line) => (line === "" ? line : " ".repeat(by) + line)).join("\n");

/** An element whose Vietnamese text has an English override; `tag` with its id where it has one. */
function inTwo(tag, [vi, en], prefix = "") {
  const name = tag.split(" ")[0];
  if (vi === en) return `<${tag} DefaultValue="${escaped(vi)}"/>`;
  return `<${tag} DefaultValue="${escaped(vi)}">\n  <${prefix}Override Locale="en-US" Value="${escaped(en)}"/>\n</${name}>`;
}

const icons = (ids) => ids.map((size) => `<bt:Image size="${size}" resid="Icon.${size}"/>`).join("\n");

function button(id, label, help, page) {
  return `<Control xsi:type="Button" id="${id}">
  <Label resid="${label}"/>
  <Supertip>
    <Title resid="${label}"/>
    <Description resid="${help}"/>
  </Supertip>
  <Icon>
${indent(icons(ICON_SIZES), 4)}
  </Icon>
  <Action xsi:type="ShowTaskpane">
    <TaskpaneId>${id}</TaskpaneId>
    <SourceLocation resid="${page}"/>
    <Title resid="Name"/>
  </Action>
</Control>`;
}

/**
 * The add-in-only manifest (XML) for an origin, which ends in a slash. In development a second button opens the conformance
 * page.
 */
export function manifestXml({ origin, id, development, version = VERSION }) {
  const url = (file) => escaped(origin + file);
  const buttons = [button("Scorebook.Pane", "Open", "Open.Help", "Pane")];
  const urls = [`<bt:Url id="Pane" DefaultValue="${url(PAGES.pane)}"/>`, `<bt:Url id="Help" DefaultValue="${url(PAGES.help)}"/>`];
  const short = { Name: WORDS.name, Open: WORDS.open, Start: WORDS.start };
  const long = { "Open.Help": WORDS.openHelp, "Start.Help": WORDS.startHelp };
  if (development) {
    buttons.push(button("Scorebook.Check", "Check", "Check.Help", "Conformance"));
    urls.push(`<bt:Url id="Conformance" DefaultValue="${url(PAGES.conformance)}"/>`);
    short.Check = WORDS.check;
    long["Check.Help"] = WORDS.checkHelp;
  }
  const strings = (words) =>
    indent(Object.entries(words).map(([key, both]) => inTwo(`bt:String id="${key}"`, both, "bt:")).join("\n"), 8);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
           xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
           xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"
           xsi:type="TaskPaneApp">
  <Id>${escaped(id)}</Id>
  <Version>${escaped(version)}</Version>
  <ProviderName>Scorebook</ProviderName>
  <DefaultLocale>vi-VN</DefaultLocale>
${indent(inTwo("DisplayName", development ? ["Scorebook (phát triển)", "Scorebook (development)"] : WORDS.name), 2)}
${indent(inTwo("Description", WORDS.about), 2)}
  <IconUrl DefaultValue="${url("icons/icon-32.png")}"/>
  <HighResolutionIconUrl DefaultValue="${url("icons/icon-64.png")}"/>
  <SupportUrl DefaultValue="${url(PAGES.help)}"/>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="ExcelApi" MinVersion="${EXCEL_API}"/>
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${url(PAGES.pane)}"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <DesktopFormFactor>
          <GetStarted>
            <Title resid="Start"/>
            <Description resid="Start.Help"/>
            <LearnMoreUrl resid="Help"/>
          </GetStarted>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="Scorebook.Group">
                <Label resid="Name"/>
                <Icon>
${indent(icons(ICON_SIZES), 18)}
                </Icon>
${indent(buttons.join("\n"), 16)}
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
${indent(ICON_SIZES.map((size) => `<bt:Image id="Icon.${size}" DefaultValue="${url(`icons/icon-${size}.png`)}"/>`).join("\n"), 8)}
      </bt:Images>
      <bt:Urls>
${indent(urls.join("\n"), 8)}
      </bt:Urls>
      <bt:ShortStrings>
${strings(short)}
      </bt:ShortStrings>
      <bt:LongStrings>
${strings(long)}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}
