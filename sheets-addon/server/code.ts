import { menu } from "./doors";

export { rpc, showSidebar } from "./doors";

/** When a spreadsheet is opened. */
export function onOpen(): void {
  menu().addToUi();
}

/** When somebody installs the add-on in an open spreadsheet. */
export function onInstall(): void {
  onOpen();
}
