import { isDeepStrictEqual } from "node:util";

/** `toEqual` for what is large: the long way round, with its report, only where something differs. */
export function expectSame(found: object, expected: object): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected);
}
