/** .xlsx files to and from workbooks: no DOM, so that tests and the replay door use it too. */
export { FileError } from "./xlsx/file-error";
export { readXlsx, readXlsxFile } from "./xlsx/read";
export { writeXlsx } from "./xlsx/write";
