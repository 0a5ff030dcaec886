import { render } from "preact";
import "../../core/panel/panel.css";
import { Pane } from "./pane";
import "./pane.css";

const { href } = document.querySelector<HTMLLinkElement>("link#office")!;
render(<Pane officeJs={href} />, document.getElementById("pane")!);
