export interface Problem {
  readonly code: string;
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}
export function checkManifest(text: string, where?: { origin?: string; folder?: string }): Problem[];
export function problemLine(problem: Problem, file?: string): string;
