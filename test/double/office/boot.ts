/// <reference types="office-js" />
import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import type { SheetEngine } from "../sheet-engine";
import { ExcelDouble, type DoubleOptions } from "./excel-double";
import { actionKind, type EventEntry, type RequestBody, requestFlag } from "./wire";

/** Requests that went over the bridge. A release only gives back references; office.js sends one after `Excel.run`. */
export interface Trips {
  requests: number;
  releases: number;
  sent: number;
  received: number;
  actions: number;
  /** Of the requests that write, those after which nothing written before can be undone any more. */
  undoCleared: number;
}

export interface BootOptions extends DoubleOptions {
  /** The highest ExcelApi set this Excel has, `1.14` where absent. What lies above throws ApiNotFound. */
  readonly set?: string;
}

export interface Booted {
  readonly Excel: typeof globalThis.Excel;
  readonly OfficeExtension: typeof globalThis.OfficeExtension;
  readonly double: ExcelDouble;
  readonly trips: Trips;
  /** Waits until no request is under way, no event is still to be told, and nobody else is `busy`. */
  idle(busy?: () => boolean): Promise<void>;
}

interface Bridge {
  sendMessageToHost(json: string): void;
  onMessageFromHost?: (json: string) => void;
}

interface Loaded {
  readonly Excel: typeof globalThis.Excel;
  readonly OfficeExtension: typeof globalThis.OfficeExtension & {
    readonly HostBridge: { init(bridge: Bridge): void };
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  };
}

/** Sets that the Excel of a subscription has too; without them office.js takes detours. */
const otherSets = ["RichApiRuntime", "RichApiRuntimeFlag", "DelayForCellEdit", "ExcelApiUndo"];
/** Turns of the event loop in which nothing happens, until nothing is taken to follow. */
const quietTurns = 5;
let script: Script | null = null;

const atLeast = (has: string, asked: string): boolean => {
  const [major = 0, minor = 0] = has.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = asked.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
};

/**
 * Microsoft's own proxies over the double, in a Node context of their own. Nothing of theirs is changed on disk; the
 * check of requirement sets, which their build leaves off, is on.
 */
export function bootExcel(engine: SheetEngine, options: BootOptions = {}): Booted {
  const { set = "1.14", ...rest } = options;
  const double = new ExcelDouble(engine, rest);
  script ??= new Script(readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8"));
  const requirements = {
    isSetSupported: (name: string, version: unknown = "1.1") =>
      name === "ExcelApi" ? atLeast(set, String(version)) : otherSets.includes(name),
  };
  const world: Record<string, unknown> = {
    console, setTimeout, clearTimeout, Promise,
    navigator: { userAgent: "" },
    location: { href: "https://localhost/", search: "" },
    OSF: {
      _OfficeAppFactory: {
        getContext: () => ({ requirements }), getHostInfo: () => ({ hostType: "excel", hostPlatform: "pc" }),
      },
    },
  };
  world.window = world;
  createContext(world);
  script.runInContext(world);
  const { Excel, OfficeExtension } = world as unknown as Loaded;
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;

  const trips: Trips = { requests: 0, releases: 0, sent: 0, received: 0, actions: 0, undoCleared: 0 };
  let underWay = 0;
  const bridge: Bridge = { sendMessageToHost: (json) => void answer(json) };
  const answer = async (json: string): Promise<void> => {
    const { id, flags, message } = JSON.parse(json) as { id: number; flags: number; message: { body: RequestBody } };
    const body = JSON.stringify(message.body);
    const released = message.body.Actions.every(
      ({ ActionType, Name }) => ActionType === actionKind.instantiate || Name === "_RemoveReference",
    );
    if (released) trips.releases++;
    else {
      trips.requests++;
      trips.sent += body.length;
      trips.actions += message.body.Actions.length;
      if ((flags & requestFlag.write) !== 0 && (flags & requestFlag.undoable) === 0) trips.undoCleared++;
    }
    underWay++;
    const reply = await double.request(body, flags).finally(() => underWay--);
    if (!released) trips.received += reply.length;
    bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body: reply } }));
  };
  OfficeExtension.HostBridge.init(bridge);
  double.onEvents((entries: readonly EventEntry[]) => {
    bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }));
  });
  const idle = async (busy = (): boolean => false): Promise<void> => {
    // What office.js hands on takes a few turns of its own.
    for (let quiet = 0; quiet < quietTurns; ) {
      await new Promise((done) => setTimeout(done, 0));
      quiet = underWay > 0 || double.hasNews || busy() ? 0 : quiet + 1;
    }
  };
  return { Excel, OfficeExtension, double, trips, idle };
}
