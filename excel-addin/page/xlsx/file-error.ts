import type { FileIssues } from "../../../core/issue/file";
import { issue } from "../../../core/issue/issue";
import type { Code, Issue } from "../../../core/issue/issue";
import { HostError } from "../../../core/sheet/host";

/** A file that cannot be opened or written, with the problem as data. */
export class FileError extends HostError {
  constructor(readonly issue: Issue) {
    super("bad-file", issue.code);
  }
}

/** Problems that keep a file shut: those that name it. */
type Shut = { [C in keyof FileIssues]: FileIssues[C] extends { readonly name: string } ? C : never }[keyof FileIssues];

/** Makes the error that keeps a file shut; what else it says than the file's name comes as parameters. */
export type Refuse = <C extends Shut>(
  code: C,
  ...params: keyof Omit<FileIssues[C], "name"> extends never ? [] : [Omit<FileIssues[C], "name">]
) => FileError;

/** Refusals of the file of this name. */
export const refusing = (name: string): Refuse => (code, ...[params]) =>
  new FileError(issue(code as Code, {}, { ...params, name } as never));
