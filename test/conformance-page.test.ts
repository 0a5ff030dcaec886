import type { FrameLocator } from "playwright-core";
import type { Answers } from "../excel-addin/conformance/answers";
import { type Desk, openDesk } from "./kit/browser";

jest.setTimeout(240000);

let desk: Desk | undefined;
afterEach(() => desk?.close());

const sheetsOf = ({ page }: Desk): Promise<readonly string[]> =>
  page.evaluate(async () => (await globalThis.scorebook!.host.read()).sheets.map((sheet) => sheet.name));

/** The conformance page, with some of its questions, where the stage shows the task pane. */
async function openConformance(only: string): Promise<FrameLocator> {
  desk = await openDesk({ excel: {}, width: 900 });
  await desk.frame!.locator(".sb-root").first().waitFor();
  const address = `conformance-double.html?only=${only}`;
  await desk.page.evaluate((src) => document.querySelector("iframe.pane-frame")!.setAttribute("src", src), address);
  return desk.frame!;
}

test("asks before it touches the workbook, leads the person, and prints answers to commit", async () => {
  const frame = await openConformance("cells.number,validation.typing,hands.typing");
  const button = (name: string) => frame.getByRole("button", { name, exact: false });
  await button("Hỏi tất cả").waitFor();
  const before = await sheetsOf(desk!);

  await button("Hỏi tất cả").click();
  await frame.getByText("Gõ 500 vào ô B2", { exact: false }).waitFor();
  expect(await sheetsOf(desk!)).toEqual([...before, "Scorebook thử"]);
  await button("English").click();
  await frame.getByText("Type 500 into B2", { exact: false }).waitFor();
  await button("Shows the alert").click();
  await frame.getByText("Copy cell D2", { exact: false }).waitFor();
  await button("Done").click();
  await frame.getByText("Type into B1:B7", { exact: false }).waitFor();
  await button("Skip").click();

  const text = await frame.locator("textarea").inputValue();
  const { format, surroundings, answers } = JSON.parse(text) as Answers;
  expect(format).toBe("scorebook-excel-answers-1");
  expect(surroundings).toMatchObject({ host: "Excel", api: "1.14", languages: { display: "vi-VN" } });
  expect(answers.map(({ id, answer, failed }) => [id, failed ?? answer])).toEqual([
    ["cells.number", expect.objectContaining({ same: expect.arrayContaining([true]) as unknown })],
    ["validation.typing", expect.objectContaining({ typed: "our alert", pasted: [[""]] })],
    ["hands.typing", "skipped"],
  ]);
  expect(await sheetsOf(desk!)).toEqual(before);

  await button("Copy").click();
  await frame.getByText("Copied").or(frame.getByText("Could not copy", { exact: false })).waitFor();
  expect(await frame.locator("textarea").evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart)).toBe(text.length);
  expect(desk!.faults).toEqual([]);
});
