import type { Frame } from "playwright-core";
import { hostContract } from "./host-contract";
import { gridDriver } from "./kit/grid-driver";
import { paneSeat, type Seat } from "./kit/seat";

jest.setTimeout(120000);

let seat: Seat;
let pane: Frame;
beforeAll(async () => {
  seat = await paneSeat();
  pane = seat.page.frames().find((frame) => frame.url().includes("taskpane-double"))!;
}, 300000);
afterAll(async () => {
  await seat?.desk.close();
});
afterEach(async () => expect(seat.desk.faults).toEqual([]));

describe("the built task pane, in Chromium", () => hostContract(() => gridDriver(() => seat.page, () => pane)));
