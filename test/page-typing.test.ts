import { typedNumber } from "../excel-addin/page/grid-typing";

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
