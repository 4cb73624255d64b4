import assert from "node:assert/strict";
import { addressAfter, loadPageAct } from "../../lib/board/page-act.ts";
import { performCommand } from "../../lib/board/operator-command.ts";
import { actId, type OperatorAct } from "../../lib/booking/operator-act.ts";
import { leaveHouse, undoAct } from "../../lib/booking/undo-act.ts";
import { takeOutOfTraffic } from "../../lib/dispatch/vehicle-outage.ts";
import { vehicleId } from "../../lib/fleet/vehicle.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;
const FROM = { actor: SARA, idempotencyKey: null };

async function acted() {
  const test = await testServices();
  const { booking } = await aStoredBooking(test.services, { wallTime: "2026-11-24T10:00" });
  const command = { type: "assign", expectedVersion: 1, driverId: "D09" } as const;
  const act = await performCommand(test.services, booking.id, command, FROM);
  return { test, booking, act };
}

const read = ({ services }: TestServices, query: string) =>
  loadPageAct(services, new URLSearchParams(query));
const kindOf = async (test: TestServices, { id }: OperatorAct, more = "") =>
  (await read(test, `act=${id}${more}`)).kind;

Deno.test("a page says what was done, with the car its booking has now, as long as it can be undone", async () => {
  const { test, act } = await acted();
  await using _test = test;
  assert.deepEqual(await read(test, `act=${act.id}`), {
    ...{ kind: "done", id: act.id, act: "assign", undoUntil: act.due },
    vehicleId: "V09",
  });
  test.clock.advance({ milliseconds: 9_999 });
  assert.equal(await kindOf(test, act), "done");
  test.clock.advance({ milliseconds: 1 });
  assert.equal(await kindOf(test, act), "none");
});

Deno.test("an address that names no act says nothing", async () => {
  const { test, act } = await acted();
  await using _test = test;
  for (const query of ["", "act=", "act=01NONE", `act=${act.id}x`, `act=${"1".repeat(41)}`]) {
    assert.deepEqual(await read(test, query), { kind: "none" }, query);
  }
});

Deno.test("what has left the house is offered no way back", async () => {
  const { test, act } = await acted();
  await using _test = test;
  test.clock.advance({ seconds: 10 });
  await leaveHouse(test.services, act.id);
  assert.equal(await kindOf(test, act), "none");
});

Deno.test("a page says for a minute that an act was undone, or why it was not", async () => {
  const { test, booking, act } = await acted();
  await using _test = test;
  const refused = await read(test, `act=${act.id}&refused=undo-too-late`);
  assert.deepEqual(refused, { kind: "refused", problem: "undo-too-late", since: [] });
  const command = { type: "unassign", expectedVersion: 2, reason: "sjuk" } as const;
  const later = await performCommand(test.services, booking.id, command, FROM);
  const overtaken = await read(test, `act=${act.id}&refused=undo-overtaken`);
  assert(overtaken.kind === "refused");
  assert.deepEqual(overtaken.since.map(({ type, by }) => [type, by]), [["unassigned", "Sara"]]);
  await undoAct(test.services, { id: later.id, actor: SARA });
  assert.equal(await kindOf(test, later), "undone");
  test.clock.advance({ seconds: 71 });
  assert.equal(await kindOf(test, later), "none");
  assert.equal(await kindOf(test, act, "&refused=undo-too-late"), "none");
});

Deno.test("what became of an act is said on its booking's day, or on the page of its car", async () => {
  const { test, booking, act } = await acted();
  await using _test = test;
  assert.equal(
    await addressAfter(test.services, act.id, ""),
    `/admin?date=2026-11-24&booking=${booking.id}&act=${act.id}`,
  );
  const outage = await takeOutOfTraffic(test.services, {
    ...{ ...FROM, vehicleId: vehicleId("V03"), reason: "service" },
    ...{ startMs: Date.parse("2026-12-01T10:00:00Z"), endMs: null },
  });
  assert.equal(
    await addressAfter(test.services, outage.id, "undo-too-late"),
    `/admin/cars/V03?act=${outage.id}&refused=undo-too-late`,
  );
  const said = await read(test, `act=${outage.id}`);
  assert.equal(said.kind === "done" && said.vehicleId, "V03");
  assert.equal(await addressAfter(test.services, actId("01NONE"), ""), "/admin?act=01NONE");
});
