import { type Asked, entryOf, typedNumber, valueOf } from "../excel-addin/page/grid-typing";

/** What was typed, and what the grid is given instead; null leaves it as it is. */
test.each<[text: string, decimal: "," | ".", number: string | null]>([
  ["3,5", ",", "3.5"],
  ["3.5", ",", null],
  ["1.000", ",", "1000"],
  ["1.000,5", ",", "1000.5"],
  ["85,5%", ",", "85.5%"],
  [",5", ",", "0.5"],
  ["-,5", ",", "-0.5"],
  [".5", ".", "0.5"],
  [",5", ".", null],
  ["40", ",", null],
  ["chín", ",", null],
  ["=A1", ",", null],
])("%s typed where %s is the decimal mark becomes %s", (text, decimal, number) => {
  expect(typedNumber(text, decimal)).toBe(number);
});

/** The same in a cell that shows percents, as Excel reads it with its automatic percent entry. */
test.each<[text: string, decimal: "," | ".", number: string | null]>([
  ["85", ",", "85%"],
  ["1", ",", "1%"],
  ["85,5", ",", "85.5%"],
  ["85.5", ".", "85.5%"],
  ["0,1", ",", "0.1%"],
  ["0.1", ".", "0.1%"],
  [",1", ",", "0.1"],
  [".1", ".", "0.1"],
  ["-1", ",", "-1%"],
  ["-,1", ",", "-0.1"],
  ["0", ",", "0%"],
  ["85%", ",", null],
  ["85,5%", ",", "85.5%"],
  ["chín", ",", null],
])("%s typed where %s is the decimal mark into a cell that shows percents becomes %s", (text, decimal, number) => {
  expect(typedNumber(text, decimal, true)).toBe(number);
});

const words: Asked = { kind: "words", percents: false };
const count: Asked = { kind: "number", percents: false };
const share: Asked = { kind: "number", percents: true };
const any: Asked = { kind: "any", percents: false };

/** What a cell takes of an entry, by what it asks for. */
test.each<[text: string, asked: Asked, entry: ReturnType<typeof entryOf>]>([
  ["0,675", count, { number: "0.675" }],
  ["71,636", any, { number: "71.636" }],
  ["40", count, null],
  ["1e308", count, null],
  ["12/5", count, { text: "12/5" }],
  ["12/5", share, { text: "12/5" }],
  ["12/5", any, null],
  ["85%", count, { text: "85%" }],
  ["85,5%", count, { text: "85,5%" }],
  ["85,5%", share, { number: "85.5%" }],
  ["85,5%", any, { number: "85.5%" }],
  ["0x10", count, { text: "0x10" }],
  ["0x10", any, { text: "0x10" }],
  ["chín", count, { text: "chín" }],
  ["chín", any, null],
  ["0,5", words, { text: "0,5" }],
  ["12/5", words, { text: "12/5" }],
  ['=HYPERLINK("http://x","Đông Sơn")', words, { text: '=HYPERLINK("http://x","Đông Sơn")' }],
])("%s in a cell that asks for %j is %j", (text, asked, entry) => {
  expect(entryOf(text, ",", asked)).toEqual(entry);
});

test.each([["95.5%", 0.955], ["0.1%", 0.001], ["-7%", -0.07], ["0.675", 0.675]])("%s is %d", (spelled, value) => {
  expect(valueOf(spelled)).toBe(value);
});
