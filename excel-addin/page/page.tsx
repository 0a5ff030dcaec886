import { render } from "preact";
import { Desk } from "./desk";
import "./page.css";

render(<Desk />, document.getElementById("page")!);
