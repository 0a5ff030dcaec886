import { useEffect, useRef } from "preact/hooks";
import { lazyApp } from "../../core/lazy-app";
import { mountPanel } from "../../core/panel/mount";
import "../../core/panel/panel.css";
import type { Language } from "../../core/sheet/snapshot";
import type { PageHost } from "./page-host";

interface Place {
  readonly host: PageHost;
  readonly language: Language;
  readonly speak: (language: Language) => void;
  readonly save: () => Promise<void>;
}

/** The panel, kept in step with the page's language. */
export function PanelPlace({ host, language, speak, save }: Place) {
  const root = useRef<HTMLDivElement>(null);
  const heard = useRef<((language: Language) => void) | null>(null);
  const now = useRef({ language, speak, save });
  now.current = { language, speak, save };
  useEffect(() => {
    const leave = mountPanel(root.current!, host, {
      language,
      app: lazyApp(async () => (await import("../../core/app")).createApp()),
      nested: true,
      onLanguage: (chosen) => now.current.speak(chosen),
      watchLanguage: (listen) => {
        heard.current = listen;
        return () => (heard.current = null);
      },
      doors: { save: () => now.current.save(), privacy: () => void open(`privacy.html#${now.current.language}`, "_blank") },
    });
    return leave;
  }, [host]);
  useEffect(() => heard.current?.(language), [language]);
  return <div class="panel-root" ref={root} />;
}
