import { useEffect, useRef, useState } from "preact/hooks";
import { HostError } from "../../core/sheet/host";
import type { Language } from "../../core/sheet/snapshot";
import { pageWords } from "../../core/words/page";
import { say } from "../../core/words/say";
import { openFile, saveFile } from "./book-file";
import { fileName, suggestedName } from "./file-name";
import type { Grid } from "./grid";
import { emptyBook, openingBook } from "./opening";
import { PageHost, decimalOf } from "./page-host";
import { PanelPlace } from "./panel-place";
import { switchPanes } from "./panes";
import { saveByKey } from "./save-key";
import { Standing } from "./standing";
import { startGrid } from "./univer-grid";

declare global {
  /** For tests, and for support at a distance. */
  var scorebook: { readonly grid: Grid; readonly host: PageHost } | undefined;
}

interface Notice {
  /** Said anew where the language changes. */
  readonly text: (language: Language) => string;
  readonly bad: boolean;
}

const remembered = (): Language => {
  try {
    return localStorage.getItem("language") === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
};

/** The page: file commands on top, the panel beside the grid, on a narrow screen one at a time. */
export function Desk({ Panel = PanelPlace }: { readonly Panel?: typeof PanelPlace }) {
  const [language, setLanguage] = useState<Language>(remembered);
  const [name, setName] = useState("");
  const [changed, setChanged] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [view, setView] = useState<"panel" | "grid">("panel");
  /** Counts the workbooks opened one after another; each has a panel of its own. */
  const [books, setBooks] = useState(0);
  const [dropping, setDropping] = useState(false);
  const [host, setHost] = useState<PageHost | null>(null);
  const grid = useRef<Grid | null>(null);
  const gridRoot = useRef<HTMLDivElement>(null);
  const panelRoot = useRef<HTMLElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const words = pageWords(language);
  const shownName = name === "" ? words.untitled : name;
  const about = useRef({ language, name: shownName });
  about.current = { language, name: shownName };

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = name === "" ? words.title : `${name} · ${words.title}`;
  }, [language, name]);

  useEffect(() => {
    startGrid(gridRoot.current!, language, {
      decimal: () => decimalOf(about.current.language),
      refused: () => pageWords(about.current.language).refused,
      refusedPaste: (cell) => pageWords(about.current.language).refusedPaste(cell),
    }).then(
      async (started) => {
        grid.current = started;
        started.load(openingBook());
        await started.drawn();
        started.onEdit((computed) => !computed && setChanged(true));
        const made = new PageHost(started, () => about.current, () => turnTo("grid"));
        setHost(made);
        globalThis.scorebook = { grid: started, host: made };
        setChanged(false);
      },
      (error: unknown) => {
        reportError(error);
        setNotice({ text: (spoken) => pageWords(spoken).gridFailed, bad: true });
      },
    );
  }, []);

  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [changed]);

  useEffect(() => (host === null ? undefined : switchPanes(grid.current!, panelRoot.current!, setView)), [host]);

  /** Turning to the other part takes what was said along, unless it is bad news: a narrow page needs the room. */
  const turnTo = (part: "panel" | "grid"): void => {
    setView(part);
    setNotice((said) => (said?.bad === true ? said : null));
  };

  const mayLeave = (): boolean => !changed || confirm(words.dropUnsaved(shownName));

  const show = (load: (grid: Grid) => void, newName: string): void => {
    if (grid.current === null) return;
    load(grid.current);
    setBooks((n) => n + 1);
    setName(newName);
    requestAnimationFrame(() => setChanged(false));
  };

  const open = async (file: File): Promise<void> => {
    if (grid.current === null || !mayLeave()) return;
    const result = await openFile(file);
    if ("refused" in result) return setNotice({ text: (spoken) => say(result.refused, spoken), bad: true });
    // What is saved has no macros and is no template, and must not be called so.
    show((shown) => shown.load(result.workbook), file.name.replace(/\.(xlsm|xltx|xltm)$/i, ".xlsx"));
    const text = (spoken: Language): string =>
      [pageWords(spoken).opened(file.name), ...result.issues.map((issue) => say(issue, spoken))].join(" ");
    setNotice({ text, bad: false });
  };

  const save = async (): Promise<void> => {
    if (grid.current === null || host === null) return;
    try {
      await host.endEditing();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return setNotice({ text: (spoken) => pageWords(spoken).typing, bad: true });
    }
    const chosen = name || suggestedName(await host.read()) || words.untitled;
    const refused = await saveFile(grid.current.save(), chosen);
    if (refused !== null) return setNotice({ text: (spoken) => say(refused, spoken), bad: true });
    setName(chosen);
    setChanged(false);
    setNotice({ text: (spoken) => pageWords(spoken).saved(chosen), bad: false });
  };

  const saving = useRef(save);
  saving.current = save;
  useEffect(() => saveByKey(() => saving.current()), []);

  const fresh = (): void => {
    if (!mayLeave()) return;
    show((shown) => shown.load(emptyBook(words.firstSheet)), "");
    setNotice(null);
  };

  const speak = (next: Language): void => {
    setLanguage(next);
    try {
      localStorage.setItem("language", next);
    } catch {
      // A browser that remembers nothing still speaks the chosen language until it is closed.
    }
    void grid.current?.setLanguage(next);
  };

  const dropped = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    setDropping(false);
    if (file === undefined) return;
    event.preventDefault();
    void open(file);
  };
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    setDropping(true);
  };

  return (
    <div
      class="desk" data-view={view} onDragOver={over} onDrop={dropped}
      onDragLeave={(event) => event.relatedTarget === null && setDropping(false)}
    >
      <header class="bar" aria-label={words.bar}>
        <h1 class="mark">{words.title}</h1>
        <button type="button" disabled={host === null} onClick={() => chooser.current!.click()}>{words.open}</button>
        <input
          ref={chooser} class="chooser" type="file" tabIndex={-1} aria-hidden="true"
          // What cannot be read can be chosen too: the page then says why, and what to do.
          accept=".xlsx,.xlsm,.xltx,.xltm,.xlsb,.xls,.ods,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            if (file !== undefined) void open(file);
          }}
        />
        <button type="button" disabled={host === null} aria-keyshortcuts="Control+S" title="Ctrl+S" onClick={() => void save()}>{words.save}</button>
        <button type="button" disabled={host === null} onClick={fresh}>{words.fresh}</button>
        <span class="file">
          <input
            type="text" aria-label={words.fileName} title={shownName} value={name} placeholder={words.untitled} spellcheck={false}
            onChange={(event) => {
              const chosen = fileName(event.currentTarget.value);
              event.currentTarget.value = chosen;
              setName(chosen);
            }}
          />
          {changed && <em>{words.unsaved}</em>}
        </span>
        <select
          aria-label={words.language} value={language}
          onChange={(event) => speak(event.currentTarget.value === "en" ? "en" : "vi")}
        >
          <option value="vi">Tiếng Việt</option>
          <option value="en">English</option>
        </select>
      </header>
      <nav class="views" aria-label={words.views}>
        <button type="button" aria-pressed={view === "panel"} onClick={() => turnTo("panel")}>{words.panel}</button>
        <button type="button" aria-pressed={view === "grid"} onClick={() => turnTo("grid")}>{words.grid}</button>
      </nav>
      {notice !== null && (
        <p class={notice.bad ? "notice bad" : "notice"} role={notice.bad ? "alert" : "status"}>
          {notice.text(language)}
          <button type="button" aria-label={words.close} onClick={() => setNotice(null)}>×</button>
        </p>
      )}
      <main class="work">
        {host === null && <p class="loading" role="status">{words.loading}</p>}
        <section class="panel" ref={panelRoot} aria-label={words.panel} aria-keyshortcuts="F6">
          {host !== null && <Panel key={books} host={host} language={language} speak={speak} save={save} />}
        </section>
        <section class="sheet" aria-label={words.grid} aria-keyshortcuts="F6">
          <div class="grid" ref={gridRoot} />
          {host !== null && <Standing grid={grid.current!} language={language} />}
        </section>
      </main>
      {dropping && <p class="drop">{words.drop}</p>}
    </div>
  );
}

