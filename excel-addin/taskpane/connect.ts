/** What the task pane needs, and the least that the manifest asks for. */
export const EXCEL_API = "1.14";

/** How asking for Excel ended: `missing` office.js, a `silent` Excel, `outside` of Excel, in an `old` one. */
export type Connection = "excel" | "missing" | "silent" | "outside" | "old";

/** Milliseconds after which a person is told; a slow line may still make it later. */
const PATIENCE = 20000;

/**
 * Loads office.js and asks it for Excel. Office.js is put in by script, because a firewall that swallows requests would
 * otherwise keep the pane blank for a minute. `heard` is called again where Excel answers after all.
 */
export function connect(officeJs: string, heard: (connection: Connection) => void, patience = PATIENCE): void {
  let loaded = false;
  const slow = setTimeout(() => heard(loaded ? "silent" : "missing"), patience);
  const tell = (connection: Connection): void => {
    clearTimeout(slow);
    heard(connection);
  };
  const script = document.createElement("script");
  script.src = officeJs;
  script.onerror = () => tell("missing");
  script.onload = () => {
    if (typeof Office === "undefined") return tell("missing");
    loaded = true;
    void Office.onReady(({ host }) => {
      if (host !== Office.HostType.Excel) return tell("outside");
      tell(Office.context.requirements.isSetSupported("ExcelApi", EXCEL_API) ? "excel" : "old");
    });
  };
  document.head.append(script);
}
