import { ironCalculate } from "./double/iron-calc";
import { hostBadInput } from "./host-bad-input";
import { builtSheets, openSheets } from "./sheets-desk";

beforeAll(() => void builtSheets(), 600000);

describe("bad input in Google Sheets", () =>
  hostBadInput(
    (workbook, computes) => {
      const { host, book } = openSheets({ workbook, own: true, calculate: computes ? ironCalculate : null });
      if (computes) book.touch();
      return { host, form: (row, column) => book.engine.value(book.engine.find("Phiếu")!, row, column) };
    },
    {
      // An error that stands in a cell without a formula is a text there.
      says: { "proof that shows an error": [] },
      status: (text) => text.replace("3.5", "3,5"),
    },
  ));
