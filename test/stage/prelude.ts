import { type Excel, externalOf } from "./external";

const { excel } = parent as unknown as { readonly excel?: Excel };
// Opened by itself the pane finds no Excel, as in any browser.
if (excel !== undefined) Object.defineProperty(window, "external", { value: externalOf(excel), configurable: true });
