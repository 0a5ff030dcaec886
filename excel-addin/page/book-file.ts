import type { Issue } from "../../core/issue/issue";
import type { Workbook } from "../../core/sheet/workbook";
import { FileError } from "./xlsx/file-error";

/** Reading and writing weigh half as much as the panel each; they are loaded when a file is opened or saved. */
const reading = () => import(/* webpackChunkName: "xlsx-read" */ "./xlsx/read");
const writing = () => import(/* webpackChunkName: "xlsx-write" */ "./xlsx/write");

/** What a file holds, or the problem that keeps it shut. */
export async function openFile(
  file: File,
): Promise<{ readonly workbook: Workbook; readonly issues: readonly Issue[] } | { readonly refused: Issue }> {
  const { readXlsxFile } = await reading();
  try {
    return await readXlsxFile(new Uint8Array(await file.arrayBuffer()), file.name);
  } catch (error) {
    if (error instanceof FileError) return { refused: error.issue };
    throw error;
  }
}

/** Hands a workbook to the browser as a download; else the problem that keeps it from being saved. */
export async function saveFile(workbook: Workbook, name: string): Promise<Issue | null> {
  const { writeXlsx } = await writing();
  let bytes: Uint8Array;
  try {
    bytes = await writeXlsx(workbook);
  } catch (error) {
    if (error instanceof FileError) return error.issue;
    throw error;
  }
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  return null;
}
