/// <reference types="google-apps-script" />
import { checkedInteger, enumeration, fakeOf, Refused, strict } from "./strict";
import type { World } from "./world";

type Ui = GoogleAppsScript.Base.Ui;
type Menu = GoogleAppsScript.Base.Menu;
type Button = GoogleAppsScript.Base.Button;
type Buttons = typeof GoogleAppsScript.Base.Button;
type ButtonSets = typeof GoogleAppsScript.Base.ButtonSet;
type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;
type HtmlService = GoogleAppsScript.HTML.HtmlService;

const buttons = enumeration<Buttons>("Button", ["CLOSE", "OK", "CANCEL", "YES", "NO"]);
const buttonSets = enumeration<ButtonSets>("ButtonSet", ["OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL"]);

class FakeMenu implements Pick<Menu, "addItem" | "addSeparator" | "addSubMenu" | "addToUi"> {
  readonly self: Menu;
  private readonly items: { caption: string; functionName: string }[] = [];
  constructor(private readonly world: World) {
    this.self = strict<Menu>("Menu", this, world);
  }
  addItem(caption: string, functionName: string): Menu {
    this.items.push({ caption, functionName });
    return this.self;
  }
  addSeparator(): Menu {
    return this.self;
  }
  addSubMenu(menu: Menu): Menu {
    this.items.push(...fakeOf(FakeMenu, menu).items);
    return this.self;
  }
  addToUi(): void {
    this.world.menu.push(...this.items);
  }
}

class FakeOutput implements Pick<HtmlOutput, "setTitle" | "getTitle" | "getContent" | "setWidth" | "setHeight"> {
  readonly self: HtmlOutput;
  private title = "";
  constructor(world: World, private readonly html: string) {
    this.self = strict<HtmlOutput>("HtmlOutput", this, world);
  }
  setTitle(title: string): HtmlOutput {
    this.title = title;
    return this.self;
  }
  getTitle(): string {
    return this.title;
  }
  getContent(): string {
    return this.html;
  }
  setWidth(width: number): HtmlOutput {
    checkedInteger(width, "HtmlOutput.setWidth");
    return this.self;
  }
  setHeight(height: number): HtmlOutput {
    checkedInteger(height, "HtmlOutput.setHeight");
    return this.self;
  }
}

export class FakeHtmlService implements Pick<HtmlService, "createHtmlOutputFromFile" | "createHtmlOutput"> {
  readonly self: HtmlService;
  constructor(private readonly world: World) {
    this.self = strict<HtmlService>("HtmlService", this, world);
  }
  createHtmlOutputFromFile(name: string): HtmlOutput {
    const html = this.world.files.get(name.replace(/\.html$/, ""));
    if (html === undefined) throw new Refused(`No HTML file named ${name} was found.`);
    return new FakeOutput(this.world, html).self;
  }
  createHtmlOutput(html: unknown = ""): HtmlOutput {
    return new FakeOutput(this.world, String(html)).self;
  }
}

/** A simple trigger may make menus. Whatever is shown on the screen needs a person's permission. */
export class FakeUi
  implements Pick<Ui, "Button" | "ButtonSet" | "createAddonMenu" | "createMenu" | "showSidebar" | "showModalDialog" | "alert"> {
  readonly self: Ui;
  constructor(private readonly world: World) {
    this.self = strict<Ui>("Ui", this, world);
  }
  get Button(): Buttons {
    return buttons;
  }
  get ButtonSet(): ButtonSets {
    return buttonSets;
  }
  createAddonMenu(): Menu {
    return new FakeMenu(this.world).self;
  }
  createMenu(caption: string): Menu {
    if (caption === "") throw new Refused("Invalid argument: caption");
    return new FakeMenu(this.world).self;
  }
  private readonly mayShow = (member: string): void => {
    if (this.world.mode === "full") return;
    throw new Refused(
      `Specified permissions are not sufficient to call Ui.${member}. Required permissions: https://www.googleapis.com/auth/script.container.ui`,
    );
  };
  showSidebar(output: HtmlOutput): void {
    this.mayShow("showSidebar");
    this.world.shown.push({ kind: "sidebar", title: fakeOf(FakeOutput, output).getTitle(), html: fakeOf(FakeOutput, output).getContent() });
  }
  showModalDialog(output: HtmlOutput, title: string): void {
    this.mayShow("showModalDialog");
    this.world.shown.push({ kind: "dialog", title, html: fakeOf(FakeOutput, output).getContent() });
  }
  alert(...words: unknown[]): Button {
    this.mayShow("alert");
    this.world.said.push(words.filter((word) => typeof word === "string").join("\n"));
    return buttons.OK;
  }
}
