import { writeXlsx } from "../excel-addin/page/xlsx";
import { FileError, readXlsx } from "../excel-addin/page/xlsx";
import { say } from "../core/words/say";
import "../core/words/both";
import { Chance } from "./kit/chance";
import { filledDesk } from "./rows/bad-input";

const bytes = (text: string, encoding: BufferEncoding = "utf8"): Uint8Array => Uint8Array.from(Buffer.from(text, encoding));

/** What people choose by mistake. */
const files: readonly (readonly [name: string, content: Uint8Array, code: string])[] = [
  ["phiếu.xlsx", new Uint8Array(0), "file-empty"],
  ["phiếu.csv", bytes("\ufeffMã;Tiêu chí;Điểm\r\n1;Kế hoạch;2\r\n"), "not-xlsx"],
  ["phiếu.csv", bytes("Mã\tTiêu chí\n1\tKế hoạch\n", "utf16le"), "not-xlsx"],
  ["ảnh.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]), "not-xlsx"],
  ["công văn.doc", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]), "not-xlsx"],
  ["trang.html", bytes("<html><table><tr><td>1</td></tr></table></html>"), "not-xlsx"],
  ["rỗng.zip", Uint8Array.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]), "not-xlsx"],
  ["một byte", Uint8Array.from([0x50]), "not-xlsx"],
];

test.each(files)("%s is refused in words", async (name, content, code) => {
  const error = await readXlsx(content, name).then(() => null, (caught: unknown) => caught);
  expect(error).toBeInstanceOf(FileError);
  const { issue } = error as FileError;
  expect(issue.code).toBe(code);
  const [vi, en] = [say(issue, "vi"), say(issue, "en")];
  expect(vi).toContain(name);
  expect(en).toContain(name);
  expect(vi).not.toBe(en);
});

test("a name of 300 characters is quoted short", async () => {
  const name = `${"n".repeat(300)}.xlsx`;
  const error = await readXlsx(bytes("x"), name).then(() => null, (caught: unknown) => caught);
  expect(say((error as FileError).issue, "vi").length).toBeLessThan(400);
});

test("a file cut or spoilt anywhere is opened whole or refused in words, and nothing else happens", async () => {
  const whole = await writeXlsx(filledDesk().workbook);
  const chance = new Chance(7);
  const spoilt = [
    ...Array.from({ length: 40 }, () => whole.slice(0, chance.whole(0, whole.length - 1))),
    ...Array.from({ length: 80 }, () => {
      const copy = whole.slice();
      for (let k = chance.whole(1, 3); k > 0; k -= 1) copy[chance.whole(0, copy.length - 1)]! ^= 1 << chance.whole(0, 7);
      return copy;
    }),
    ...Array.from({ length: 20 }, () => {
      const at = chance.whole(0, whole.length - 100);
      return Uint8Array.from([...whole.slice(0, at), ...whole.slice(at + chance.whole(1, 90))]);
    }),
  ];
  const seen = new Set<string>();
  for (const content of spoilt) {
    const outcome = await readXlsx(content, "phiếu.xlsx").then(() => "opened", (caught: unknown) => caught);
    if (outcome === "opened") continue;
    expect(outcome).toBeInstanceOf(FileError);
    const { issue } = outcome as FileError;
    seen.add(issue.code);
    expect(say(issue, "vi")).toContain("phiếu.xlsx");
  }
  expect([...seen].sort()).toEqual(expect.arrayContaining(["file-damaged", "file-truncated"]));
});
