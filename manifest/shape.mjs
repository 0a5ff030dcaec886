// The elements a task pane manifest may hold, in the order the schemas demand (Microsoft's open specification MS-OWEMXML and
// its reference of the add-in only manifest). `?` none or one, `+` one or more, `*` any.

const setting = ["Override*"];
const labelled = ["Label", "Icon", "Control+"];

/** Children by the names of the elements from the root down; the shortest ending that is listed counts. */
export const SHAPE = {
  OfficeApp: [
    "Id", "AlternateId?", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl",
    "HighResolutionIconUrl", "SupportUrl", "AppDomains?", "Hosts", "Requirements?", "DefaultSettings", "Permissions",
    "VersionOverrides?",
  ],
  DisplayName: setting, "OfficeApp>Description": setting, IconUrl: setting, HighResolutionIconUrl: setting, SupportUrl: setting,
  AppDomains: ["AppDomain+"],
  "OfficeApp>Hosts": ["Host+"],
  Requirements: ["Sets"],
  Sets: ["Set+"],
  DefaultSettings: ["SourceLocation"],
  "DefaultSettings>SourceLocation": setting,
  VersionOverrides: ["Description?", "Requirements?", "Hosts", "Resources", "WebApplicationInfo?", "EquivalentAddins?"],
  "VersionOverrides>Hosts": ["Host+"],
  "VersionOverrides>Hosts>Host": ["DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted?", "FunctionFile?", "ExtensionPoint+"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  ExtensionPoint: ["OfficeTab*", "CustomTab*"],
  OfficeTab: ["Group+"],
  Group: labelled,
  Icon: ["bt:Image+"],
  Control: ["Label", "ToolTip?", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId?", "SourceLocation", "Title?"],
  Resources: ["bt:Images?", "bt:Urls?", "bt:ShortStrings?", "bt:LongStrings?"],
  "bt:Images": ["bt:Image+"],
  "bt:Images>bt:Image": ["bt:Override*"],
  "bt:Urls": ["bt:Url+"],
  "bt:Url": ["bt:Override*"],
  "bt:ShortStrings": ["bt:String+"],
  "bt:LongStrings": ["bt:String+"],
  "bt:String": ["bt:Override*"],
};

/** What the names before a colon stand for. */
export const PREFIXES = {
  xsi: "http://www.w3.org/2001/XMLSchema-instance",
  bt: "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
};

const typed = ["xsi:type"];
const valued = ["DefaultValue"];
/** Attributes beside the namespaces, by the element's name without its prefix; other elements have `resid` alone. */
export const ATTRIBUTES = {
  OfficeApp: typed, VersionOverrides: typed, ExtensionPoint: typed, Action: typed, Host: ["Name", "xsi:type"],
  Control: ["xsi:type", "id"], OfficeTab: ["id"], CustomTab: ["id"], Group: ["id"],
  DisplayName: valued, IconUrl: valued, HighResolutionIconUrl: valued, SupportUrl: valued,
  Description: ["DefaultValue", "resid"], SourceLocation: ["DefaultValue", "resid"],
  Image: ["id", "DefaultValue", "size", "resid"], Url: ["id", "DefaultValue"], String: ["id", "DefaultValue"],
  Override: ["Locale", "Value"], Sets: ["DefaultMinVersion"], Set: ["Name", "MinVersion"],
};
/** Elements that hold text; in every other only elements may stand. */
export const TEXTUAL = ["Id", "AlternateId", "Version", "ProviderName", "DefaultLocale", "Permissions", "AppDomain", "TaskpaneId"];

/** Which room of Resources an element's `resid` looks into. */
export const ROOM_OF = {
  Label: "bt:ShortStrings", ToolTip: "bt:ShortStrings", Title: "bt:ShortStrings", Description: "bt:LongStrings",
  SourceLocation: "bt:Urls", LearnMoreUrl: "bt:Urls", FunctionFile: "bt:Urls", "bt:Image": "bt:Images",
};

/** Highest published requirement set that the installed type definitions name. */
export const KNOWN_SETS = { ExcelApi: "1.21" };
export const PERMISSIONS = ["Restricted", "ReadDocument", "ReadAllDocument", "WriteDocument", "ReadWriteDocument"];
export const REQUIRED_ICONS = [16, 32, 80];
export const POSSIBLE_ICONS = [16, 20, 24, 32, 40, 48, 64, 80];
/** Longest text, in characters. */
export const LONGEST = { id: 32, short: 125, long: 250, url: 2048 };
