/// <reference types="google-apps-script" />
import type { Area } from "../../../core/sheet/address";
import type { EngineSheet } from "../engine-sheet";
import { Refusal } from "../refusal";
import { FakeApp } from "./fake-app";
import { FakeCharts } from "./fake-chart";
import { FakeFilter, FakeNamedRange } from "./fake-places";
import { FakeProtection } from "./fake-protection";
import { FakeRange } from "./fake-range";
import { FakeLockService, FakePropertiesService, FakeSession, FakeUtilities } from "./fake-services";
import { FakeSheet } from "./fake-sheet";
import { FakeSpreadsheet } from "./fake-spreadsheet";
import { FakeHtmlService, FakeUi } from "./fake-ui";
import type { GoogleBook } from "./google-book";
import { Killed, Refused, type Watcher } from "./strict";

/** What a script may do: everything its person agreed to, or what a simple trigger may. */
export type Mode = "full" | "simple";

export interface WorldOptions {
  readonly mode?: Mode;
  /** HTML files of the project, by name. */
  readonly files?: ReadonlyMap<string, string>;
  /** Language of the person's account. */
  readonly language?: string;
  /** The run is over when this many calls have been carried out. */
  readonly lives?: number;
  /** The call after so many is refused as Google's services refuse one now and then; those after it are not. */
  readonly stumbles?: number;
  /** Hears each call before it is carried out, and how many there were; `false` ends the run there. */
  readonly heard?: (member: string, calls: number) => boolean | void;
}

/** What one run of a script lives in: the services it may call, and what became of it. */
export class World implements Watcher {
  readonly mode: Mode;
  readonly files: ReadonlyMap<string, string>;
  readonly language: string;
  readonly scriptZone = "Asia/Ho_Chi_Minh";
  /** Calls by member, `Range.setValues`. */
  readonly calls = new Map<string, number>();
  /** The same, one after the other. */
  readonly told: string[] = [];
  readonly menu: { readonly caption: string; readonly functionName: string }[] = [];
  readonly shown: { readonly kind: "sidebar" | "dialog"; readonly title: string; readonly html: string }[] = [];
  /** Texts of alerts and toasts. */
  readonly said: string[] = [];
  slept = 0;
  depth = 0;
  killed = false;
  /** How the run's own realm makes errors and instants. */
  realm: { error(message: string, name: string): unknown; instant(time: number): Date } = {
    error: (message) => new Refused(message),
    instant: (time) => new Date(time),
  };
  private readonly lives: number;
  private readonly stumbles: number;
  private readonly heard: NonNullable<WorldOptions["heard"]>;
  private readonly sheets = new Map<EngineSheet, FakeSheet>();
  private readonly spread: FakeSpreadsheet;
  private readonly application: FakeApp;

  constructor(readonly book: GoogleBook, options: WorldOptions = {}) {
    const { mode = "full", files = new Map(), language = "vi", lives = Infinity, stumbles = Infinity, heard = () => {} } = options;
    this.mode = mode;
    this.files = files;
    this.language = language;
    this.lives = lives;
    this.stumbles = stumbles;
    this.heard = heard;
    this.spread = new FakeSpreadsheet(this);
    this.application = new FakeApp(this);
  }

  /** The names that a script finds in its global scope. */
  globals(): Readonly<Record<string, object>> {
    return {
      SpreadsheetApp: this.application.self,
      Charts: new FakeCharts(this).self,
      HtmlService: new FakeHtmlService(this).self,
      LockService: new FakeLockService(this).self,
      PropertiesService: new FakePropertiesService(this).self,
      Session: new FakeSession(this).self,
      Utilities: new FakeUtilities(this).self,
    };
  }

  get app(): GoogleAppsScript.Spreadsheet.SpreadsheetApp {
    return this.application.self;
  }

  /**
   * Calls of SpreadsheetApp and what comes from it; apart from them those that only put a rule together and touch no
   * spreadsheet; and calls of all services.
   */
  counted(): { readonly spreadsheet: number; readonly building: number; readonly all: number } {
    const others = /^(Lock|LockService|Properties|PropertiesService|Session|Utilities|HtmlService|HtmlOutput)\./;
    const builders = /Builder\.|^SpreadsheetApp\.new|^DataValidation\.copy$/;
    let [spreadsheet, building, all] = [0, 0, 0];
    this.calls.forEach((count, member) => {
      all += count;
      if (builders.test(member)) building += count;
      else if (!others.test(member)) spreadsheet += count;
    });
    return { spreadsheet, building, all };
  }

  called(member: string): void {
    if (this.killed) throw new Killed();
    if (this.told.length >= this.lives || this.heard(member, this.told.length) === false) {
      this.killed = true;
      throw new Killed();
    }
    this.told.push(member);
    if (this.told.length === this.stumbles + 1) throw this.fault(new Refused("Service Spreadsheets failed while accessing document."));
    this.calls.set(member, (this.calls.get(member) ?? 0) + 1);
  }

  fault(error: unknown): unknown {
    if (error instanceof Refused) return this.realm.error(error.message, "Exception");
    if (error instanceof Refusal) return this.realm.error(`Service Spreadsheets failed: ${error.message}`, "Exception");
    return error;
  }

  /** Does something with a sheet's name; Google's words where the name will not do. */
  named<T>(name: string | null, act: () => T): T {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === "exists") throw new Refused(`A sheet with the name "${name}" already exists. Please enter another name.`);
      throw new Refused(`Invalid sheet name: ${name}`);
    }
  }

  instant(time: number): Date {
    return this.realm.instant(time);
  }

  hoursOf(zone: string): number {
    const known: Readonly<Record<string, number>> = { "Asia/Ho_Chi_Minh": 7, "Etc/GMT": 0, GMT: 0, UTC: 0 };
    const hours = known[zone];
    if (hours === undefined) throw new Error(`not faked: time zone ${zone}`);
    return hours;
  }

  spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return this.spread.self;
  }
  ui(): GoogleAppsScript.Base.Ui {
    return new FakeUi(this).self;
  }
  sheet(sheet: EngineSheet): GoogleAppsScript.Spreadsheet.Sheet {
    let fake = this.sheets.get(sheet);
    if (fake === undefined) this.sheets.set(sheet, (fake = new FakeSheet(this, sheet)));
    return fake.self;
  }
  gridId(sheet: EngineSheet): number {
    return sheet.id === 1 ? 0 : sheet.id * 1000003;
  }
  range(sheet: EngineSheet, area: Area): GoogleAppsScript.Spreadsheet.Range {
    return new FakeRange(this, sheet, area).self;
  }
  filter(sheet: EngineSheet): GoogleAppsScript.Spreadsheet.Filter {
    return new FakeFilter(this, sheet).self;
  }
  namedRange(name: string): GoogleAppsScript.Spreadsheet.NamedRange {
    return new FakeNamedRange(this, name).self;
  }
  /** A new protection lists everybody who may edit the file. */
  protect(sheet: EngineSheet, area: Area | null): GoogleAppsScript.Spreadsheet.Protection {
    this.book.mayEdit(sheet, area);
    const extra = this.book.extra(sheet);
    const known = area === null ? extra.guards.find((guard) => guard.area === null) : undefined;
    const guard = known ?? {
      area, open: [], description: "", warningOnly: false, domainEdit: false, editors: new Set(this.book.people),
    };
    if (known === undefined) extra.guards.push(guard);
    return new FakeProtection(this, sheet, guard).self;
  }

  /** Brings a sheet to the front; one that is hidden is shown by that. */
  activate(sheet: EngineSheet): void {
    if (sheet.state !== "visible") this.book.engine.setState(sheet, "visible");
    this.book.engine.activate(sheet);
  }
  select(sheet: EngineSheet, area: Area): void {
    this.activate(sheet);
    this.book.engine.select(sheet, area);
  }
}
