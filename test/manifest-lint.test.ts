import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Which rules of Microsoft's plugin a text breaks, as a file of that place. */
function broken(place: string, text: string): string[] {
  const eslint = join(__dirname, "..", "node_modules", "eslint", "bin", "eslint.js");
  const args = [eslint, "--stdin", "--stdin-filename", place, "--format", "json"];
  let said: string;
  try {
    said = execFileSync(process.execPath, args, { cwd: join(__dirname, ".."), input: text, encoding: "utf8" });
  } catch (error) {
    said = (error as { stdout: string }).stdout;
  }
  const [file] = JSON.parse(said) as [{ messages: { ruleId: string | null }[] }];
  return file.messages.map(({ ruleId }) => ruleId ?? "").filter((rule) => rule.startsWith("office-addins/")).sort();
}

const wrong = `
export async function work(context: Excel.RequestContext): Promise<void> {
  Office.initialize = () => undefined;
  const sheet = context.workbook.worksheets.getItemOrNullObject("Phiếu");
  const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
  range.load();
  for (let i = 0; i < 3; i++) {
    range.values = [[i]];
    await context.sync();
  }
  await context.sync();
  if (sheet === null) throw new Error("no sheet");
}
`;

test("lint holds what talks to Excel to Microsoft's rules, and nothing else", () => {
  const rules = ["no-context-sync-in-loop", "no-empty-load", "no-office-initialize", "test-for-null-using-isNullObject"];
  const found = rules.map((rule) => `office-addins/${rule}`);
  expect(broken("excel-addin/taskpane/wrong.ts", wrong)).toEqual(found);
  expect(broken("excel-addin/conformance/wrong.ts", wrong)).toEqual(found);
  expect(broken("excel-addin/page/wrong.ts", wrong)).toEqual([]);
});
