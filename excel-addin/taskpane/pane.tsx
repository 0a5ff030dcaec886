import { useEffect, useRef, useState } from "preact/hooks";
import { lazyApp } from "../../core/lazy-app";
import { mountPanel } from "../../core/panel/mount";
import type { Host } from "../../core/sheet/host";
import type { Language } from "../../core/sheet/snapshot";
import { paneWords } from "../../core/words/pane";
import { connect } from "./connect";
import type { Connection } from "./connect";
import { ExcelHost } from "./excel-host";
import { Note } from "./note";
import { followTheme } from "./office-theme";
import { openPage, pageAddress } from "./open-page";
import { chooseLanguage, firstLanguage, isWelcomed, welcomed } from "./remembered";

/** What stands in front of the panel; null where nothing does. */
type Front = Exclude<Connection, "excel"> | "waiting" | "welcome" | "files" | null;

/** The task pane: the panel over Excel, or a page of plain words that says why not. */
export function Pane({ officeJs }: { readonly officeJs: string }) {
  const [language, setLanguage] = useState<Language>(() => firstLanguage(navigator.languages));
  const [front, setFront] = useState<Front>("waiting");
  const [host, setHost] = useState<Host | null>(null);
  const [blocked, setBlocked] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const spoken = useRef(language);
  const heard = useRef<((language: Language) => void) | null>(null);
  spoken.current = language;
  const words = paneWords(language);

  const speak = (next: Language): void => {
    chooseLanguage(next);
    setLanguage(next);
  };
  const show = (next: Front): void => {
    setBlocked(false);
    setFront(next);
  };

  useEffect(() => {
    document.documentElement.lang = language;
    heard.current?.(language);
  }, [language]);

  useEffect(() => {
    let leaveTheme = (): void => {};
    connect(officeJs, (connection) => {
      if (connection === "excel" || connection === "old") {
        const { displayLanguage, contentLanguage } = Office.context;
        setLanguage(firstLanguage([displayLanguage, contentLanguage, ...navigator.languages]));
        leaveTheme = followTheme(() => Office.context.officeTheme);
      }
      if (connection !== "excel") return show(connection);
      setHost(new ExcelHost(Excel, () => spoken.current));
      show(isWelcomed() ? null : "welcome");
    });
    return () => leaveTheme();
  }, [officeJs]);

  useEffect(() => {
    if (host === null) return;
    Object.assign(globalThis, { scorebook: { host } });
    return mountPanel(root.current!, host, {
      language: spoken.current,
      app: lazyApp(async () => (await import("../../core/app")).createApp()),
      onLanguage: speak,
      watchLanguage: (listen) => {
        heard.current = listen;
        return () => (heard.current = null);
      },
      doors: { files: () => show("files"), help: () => show("welcome"), privacy: () => void openPage(`privacy.html#${spoken.current}`) },
    });
  }, [host]);

  const toPanel = (): void => {
    show(null);
    // The panel is seen before it can take the keyboard.
    requestAnimationFrame(() => root.current?.querySelector("h1")?.focus());
  };
  const begin = (): void => {
    welcomed();
    toPanel();
  };
  const shared = {
    otherLanguage: words.otherLanguage,
    speakOther: () => speak(language === "vi" ? "en" : "vi"),
  };
  const button = (label: string, press: () => void, look: "primary" | "secondary" = "primary") => (
    <button type="button" class={`sb-button sb-${look} sb-wide`} onClick={press}>{label}</button>
  );
  const browse = (look: "primary" | "secondary" = "primary") => button(words.openPage, () => setBlocked(!openPage()), look);
  const address = <p role="status">{blocked && words.pageBlocked(pageAddress())}</p>;

  return (
    <div class="pane sb-root" lang={language}>
      {front === "waiting" && <p class="sb-panel pane-waiting" role="status">{words.waiting}</p>}
      {front === "welcome" && <Note note={words.welcome} {...shared}>{button(words.begin, begin)}</Note>}
      {(front === "missing" || front === "silent") && (
        <Note note={words[front]} {...shared}>{button(words.again, () => location.reload())}{browse("secondary")}{address}</Note>
      )}
      {(front === "outside" || front === "old") && <Note note={words[front]} {...shared}>{browse()}{address}</Note>}
      {front === "files" && (
        <Note note={words.files} {...shared}>{browse()}{button(words.back, toPanel, "secondary")}{address}</Note>
      )}
      <div class="panel-root" ref={root} hidden={front !== null} />
    </div>
  );
}
