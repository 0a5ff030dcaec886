/** What Excel on Windows puts beside a pane for office.js, as far as office.js asks for it here. */
export interface Excel {
  /** Answers one request of Excel's object model, JSON for JSON. */
  request(json: string, flags: number): Promise<string>;
  /** Calls back with events until the returned function is called. */
  onEvents(heard: (entries: readonly Entry[]) => void): () => void;
  /** Opens an address in the person's browser. */
  browse(address: string): void;
  readonly facts: ExcelFacts;
}

export interface Entry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

export interface ExcelFacts {
  /** Languages of Office and of what is typed, `vi-VN`. */
  readonly display: string;
  readonly content: string;
  /** Requirement sets by name: `{ ExcelApi: "1.14" }`. */
  readonly sets: Readonly<Record<string, string>>;
  /** Colours of Office's theme, `0xrrggbb`. */
  readonly theme: { readonly bodyBackgroundColor: number; readonly bodyForegroundColor: number };
}

/** What office.js tells Excel of itself when it begins, which is nobody's workbook. */
const ownService = "Microsoft.InternalService.AddinInternalService";

type Answer = (reply: { toArray(): unknown[] } | number) => void;

/** Numbers of what office.js asks for. */
const request = 93;
const openBrowser = 102;
const message = 33;
const succeeded = 0;
const unsupported = 5000;

const reply = (...parts: unknown[]) => ({ toArray: () => [succeeded, ...parts] });

function nothing(json: string): string {
  const { Actions } = JSON.parse(json) as { readonly Actions: readonly { readonly Id: number }[] };
  return JSON.stringify({ Results: Actions.map(({ Id }) => ({ ActionId: Id, Value: null })) });
}

/** `window.external` as office.js finds it in a pane of Excel on Windows. */
export function externalOf(excel: Excel): object {
  const { display, content, sets } = excel.facts;
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "scorebook",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => display,
    GetAppDataLocale: () => content,
    GetDocUrl: () => "",
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetSupportedMatrix: () => JSON.stringify(sets),
    GetHostFullVersion: () => "16.0.15407.20000",
    GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
    GetOfficeThemeInfo: () => JSON.stringify(excel.facts.theme),
  };
  const leaves = new Map<number, () => void>();
  return {
    GetHostInfo: () => `Excel|Win32|16.01|${display}|||disableLogging`,
    GetContext: () => context,
    Execute: (id: number, args: readonly unknown[], answer: Answer) => {
      if (id === request) {
        const [call] = args as [readonly unknown[]];
        const [json, flags] = [call[4] as string, call[6] as number];
        const body = json.includes(ownService) ? Promise.resolve(nothing(json)) : excel.request(json, flags);
        void body.then((text) => answer(reply([200, [], text])));
      } else if (id === openBrowser) {
        excel.browse(args[1] as string);
        answer(reply());
      } else {
        answer(unsupported);
      }
    },
    RegisterEvent: (
      id: number, _target: string, heard: (id: number, payload: { toArray(): unknown[] }) => void, answer: Answer,
    ) => {
      if (id === message) {
        leaves.set(id, excel.onEvents((entries) => {
          const list = entries.map((entry) => [entry.messageCategory, entry.messageType, entry.targetId, entry.message]);
          heard(id, { toArray: () => list });
        }));
      }
      answer(reply());
    },
    UnregisterEvent: (id: number, _target: string, answer: Answer) => {
      leaves.get(id)?.();
      leaves.delete(id);
      answer(reply());
    },
  };
}
