import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Desk } from "../../excel-addin/page/desk";
import "../../excel-addin/page/page.css";
import type { PanelPlace } from "../../excel-addin/page/panel-place";
import type { ExcelFacts } from "./external";
import { GridExcel } from "./grid-excel";
import "./stage.css";

/** `?host=excel&display=en-US&content=vi-VN&api=1.13&theme=dark&width=300` */
const asked = new URLSearchParams(location.search);

function factsFor(language: "vi" | "en"): ExcelFacts {
  const dark = asked.get("theme") === "dark";
  const display = asked.get("display") ?? (language === "vi" ? "vi-VN" : "en-US");
  return {
    display,
    content: asked.get("content") ?? display,
    sets: { ExcelApi: asked.get("api") ?? "1.14", OpenBrowserWindowApi: "1.1", DelayForCellEdit: "1.1" },
    theme: dark
      ? { bodyBackgroundColor: 0x292929, bodyForegroundColor: 0xffffff }
      : { bodyBackgroundColor: 0xffffff, bodyForegroundColor: 0x242424 },
  };
}

/** The task pane as it was built, in a frame, where the page has its panel. */
const PaneFrame: typeof PanelPlace = ({ language }) => {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const { grid } = globalThis.scorebook!;
    const excel = new GridExcel(grid, factsFor(language), document.title);
    Object.assign(globalThis, { excel });
    setReady(true);
    return () => excel.leave();
  }, []);
  const width = asked.get("width");
  const style = width === null ? {} : { width: `${width}px` };
  return <>{ready && <iframe class="pane-frame" title="Excel" src="taskpane-double.html" style={style} />}</>;
};

render(<Desk Panel={PaneFrame} />, document.getElementById("page")!);
