import { pastedRows, tableOf } from "../excel-addin/page/grid-paste";

test.each<[string, string[][]]>([
  ["a", [["a"]]],
  ["a\tb\n1.000\t", [["a", "b"], ["1.000", ""]]],
  ["\tb\r\nc\r\n", [["", "b"], ["c"]]],
  ["\n4", [[""], ["4"]]],
  ['"a = 1;\nb = 2"\tc', [["a = 1;\nb = 2", "c"]]],
  ['"nói ""có"""\t"\t"', [['nói "có"', "\t"]]],
  ['"nửa câu\tb', [['"nửa câu', "b"]]],
  ['a "b"\tc', [['a "b"', "c"]]],
  ["", [[""]]],
])("%j is pasted as cells", (text, rows) => {
  expect(pastedRows(text)).toEqual(rows);
});

test("text from people is never markup", () => {
  expect(tableOf([["nếu a<b & c>d", '<img src=x onerror="alert(1)">'], ["dòng 1\ndòng 2", ""]])).toBe(
    "<table><tr><td>nếu a&lt;b &amp; c&gt;d</td><td>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</td></tr>" +
      "<tr><td>dòng 1<br>dòng 2</td><td></td></tr></table>",
  );
});
