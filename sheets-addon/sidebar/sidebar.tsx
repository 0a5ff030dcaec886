import { createApp } from "../../core/app";
import { mountPanel } from "../../core/panel/mount";
import "../../core/panel/panel.css";
import type { Language } from "../../core/sheet/snapshot";
import { Server, type Runner } from "./server";
import { SheetsHost } from "./sheets-host";
import "./sidebar.css";

declare const google: { readonly script: { readonly run: Runner } };

let language: Language = navigator.languages.some((tag) => /^vi\b/i.test(tag)) ? "vi" : "en";
const server = new Server(() => google.script.run);
const host = new SheetsHost(server, () => language);
const speak = (chosen: Language): void => {
  language = chosen;
  document.documentElement.lang = chosen;
};

void host.open().then((spoken) => {
  speak(spoken);
  const root = document.getElementById("sidebar")!;
  root.replaceChildren();
  // Google Sheets has no dark look of its own around a sidebar.
  const choose = (chosen: Language): void => {
    speak(chosen);
    // Where it cannot be kept, it is chosen again next time.
    void server.ask("speak", chosen).catch(() => {});
  };
  mountPanel(root, host, { language, app: createApp(), theme: "light", onLanguage: choose });
});
