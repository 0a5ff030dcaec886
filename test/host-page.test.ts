import { type Differs, hostContract } from "./host-contract";
import { type Desk, openDesk } from "./kit/browser";
import { gridDriver } from "./kit/grid-driver";

jest.setTimeout(300000);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk?.close();
});
afterEach(() => expect(desk.faults).toEqual([]));

const differs: Differs = {};

describe("the page, in Chromium", () => hostContract(() => gridDriver(() => desk.page, () => desk.page), differs));
