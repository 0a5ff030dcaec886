import { held, outcome, plain, type Probe, timed } from "./probe";

const globals = [
  "URL", "Intl", "WebAssembly", "Atomics", "console", "setTimeout", "TextEncoder", "structuredClone", "queueMicrotask", "globalThis",
];

const kindOf = (name: string): string => typeof (globalThis as unknown as Record<string, unknown>)[name];

export const placeProbes: readonly Probe[] = [
  {
    id: "freeze-merge", asks: "Freezing through a merged cell, merging through the frozen edge, taking a merge apart by half",
    run: (sheet) => {
      sheet.getRange("A1:D1").merge();
      const freeze = outcome(() => void sheet.setFrozenColumns(2));
      const apart = outcome(() => void sheet.getRange("A1:B1").breakApart());
      const touched = sheet.getRange("A1:B3").getMergedRanges().map((range) => range.getA1Notation());
      outcome(() => void sheet.getRange("A1:D1").breakApart());
      outcome(() => void sheet.setFrozenColumns(2));
      const merge = outcome(() => void sheet.getRange("A2:D2").merge());
      return { freeze, apart, touched, merge };
    },
  },
  {
    id: "names", asks: "Whether a sheet's name is found, and taken, whatever its case",
    run: (sheet, book) => ({
      found: book.getSheetByName(sheet.getName().toUpperCase()) !== null,
      twice: outcome(() => void book.insertSheet(sheet.getName().toUpperCase())),
    }),
  },
  {
    id: "hidden", asks: "What leading to a hidden sheet does",
    run: (sheet, book) => {
      const others = book.getSheets().filter((each) => each.getSheetId() !== sheet.getSheetId());
      book.setActiveSheet(others[0]!);
      sheet.hideSheet();
      const active = outcome(() => void book.setActiveSheet(sheet));
      return { active, hidden: sheet.isSheetHidden() };
    },
  },
  {
    id: "protection", asks: "Protecting a sheet under the two scopes: twice, open cells, editors",
    measured: true,
    run: (sheet) => {
      const made = outcome(() => void sheet.protect().setDescription("first"));
      const again = outcome(() => sheet.protect().getDescription());
      const guard = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0]!;
      const open = outcome(() => {
        guard.setUnprotectedRanges(sheet.getRangeList(["A1:A3", "C5"]).getRanges());
        return guard.getUnprotectedRanges().map((range) => range.getA1Notation());
      });
      const before = guard.getEditors().length;
      const removed = outcome(() => void guard.removeEditors(guard.getEditors()));
      const domain = outcome(() => guard.canDomainEdit());
      return {
        made, again, open, removed, domain, editors: [before, guard.getEditors().length], mine: guard.canEdit(),
        cell: sheet.getRange("B2").canEdit(), gone: outcome(() => void guard.remove()),
      };
    },
  },
  {
    id: "filter", asks: "A second filter in a sheet, and where the first stands",
    run: (sheet) => {
      sheet.getRange("A1:B3").setValues([["a", "b"], [1, 2], [3, 4]]);
      const first = outcome(() => void sheet.getRange("A1:B3").createFilter());
      return { first, second: outcome(() => void sheet.getRange("A1:B2").createFilter()), at: sheet.getFilter()?.getRange().getA1Notation() ?? null };
    },
  },
  {
    id: "sizes", asks: "Heights that Sheets fits, hidden rows and columns",
    measured: true,
    run: (sheet) => {
      sheet.getRange("A1:A2").setValues([["một hai ba bốn năm sáu bảy tám chín mười ".repeat(5)], ["x"]])
        .setWrapStrategies([[SpreadsheetApp.WrapStrategy.WRAP], [SpreadsheetApp.WrapStrategy.WRAP]]);
      sheet.setRowHeights(1, 2, 30);
      sheet.autoResizeRows(1, 2);
      sheet.hideRows(2, 1);
      sheet.setColumnWidths(1, 2, 117);
      SpreadsheetApp.flush();
      return { heights: [sheet.getRowHeight(1), sheet.getRowHeight(2)], hidden: sheet.isRowHiddenByUser(2), width: sheet.getColumnWidth(1) };
    },
  },
  {
    id: "grid", asks: "The grid of a new sheet, reading outside it, and growing beyond ten million cells",
    run: (sheet) => ({
      grid: [sheet.getMaxRows(), sheet.getMaxColumns()],
      outside: outcome(() => plain(sheet.getRange(sheet.getMaxRows() + 1, 1).getValues())),
      beyond: outcome(() => void sheet.insertRowsAfter(sheet.getMaxRows(), 10000000)),
    }),
  },
  {
    id: "lock", asks: "The document's lock: whether there is one, and taking it twice in one run",
    run: () => {
      const lock = LockService.getDocumentLock();
      const first = outcome(() => lock.tryLock(1000));
      const second = outcome(() => LockService.getDocumentLock().tryLock(1000));
      lock.releaseLock();
      return { first, second };
    },
  },
  {
    id: "kept", asks: "Whether a script with the two rights can keep something for its person",
    run: () => {
      const kept = PropertiesService.getUserProperties();
      const set = outcome(() => void kept.setProperty("scorebook-probe", "1"));
      const back = outcome(() => kept.getProperty("scorebook-probe"));
      return { set, back, gone: outcome(() => void kept.deleteProperty("scorebook-probe")) };
    },
  },
  {
    id: "globals", asks: "What the language has here",
    measured: true,
    run: () => Object.fromEntries(globals.map((name) => [name, kindOf(name)])),
  },
  {
    id: "times", asks: "Milliseconds: 4,000 cells written, read, 1,500 areas coloured, 300 checks built and set, a flush",
    measured: true,
    run: (sheet) => {
      const block = sheet.getRange(1, 1, 200, 20);
      const values = Array.from({ length: 200 }, (_, i) => Array.from({ length: 20 }, (_, j) => i * j));
      const areas = Array.from({ length: 1500 }, (_, k) => `${"ABCDEFGHIJ"[k % 10]!}${1 + 2 * Math.floor(k / 10)}`);
      return {
        write: timed(() => void block.setValues(values)),
        read: timed(() => void block.getValues()),
        areas: timed(() => void sheet.getRangeList(areas).setBackground("#fff9db")),
        checks: timed(() => {
          const built = Array.from({ length: 300 }, (_, k) =>
            [SpreadsheetApp.newDataValidation().requireNumberBetween(0, k + 1).setHelpText(`0-${k + 1}`).setAllowInvalid(false).build()]);
          sheet.getRange(1, 1, 300, 1).setDataValidations(built);
        }),
        flush: timed(() => {}),
        held: held(sheet.getRange("B2")),
      };
    },
  },
];
