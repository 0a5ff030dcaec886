/** The page beside this pane, where files are opened and saved. */
export const pageAddress = (): string => new URL("./", location.href).href;

/** Opens the page, or another one beside this pane, in the person's browser; false where nothing opened. */
export function openPage(file = ""): boolean {
  const address = pageAddress() + file;
  if (typeof Office !== "undefined" && Office.context?.requirements?.isSetSupported("OpenBrowserWindowApi", "1.1") === true) {
    Office.context.ui.openBrowserWindow(address);
    return true;
  }
  return open(address, "_blank") !== null;
}
