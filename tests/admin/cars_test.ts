// The operators' pages of cars: what stands on the timeline and in the list, and taking a car out of traffic.
import assert from "node:assert/strict";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { carsSv } from "../../lib/i18n/sv/cars.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { anOperator } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const DATE = "2026-11-24";

/** A signed-in browser without script. */
async function operatorOf({ services }: TestServices) {
  const app = await testApp(services);
  const { cookie, formToken } = await anOperator(services, "Karin");
  const read = async (path: string) => {
    const response = await app(new Request(ORIGIN + path, { headers: { cookie } }));
    return { status: response.status, html: await response.text() };
  };
  const send = async (path: string, fields: Record<string, string>) => {
    const response = await app(
      new Request(ORIGIN + path, {
        method: "POST",
        headers: { cookie, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ formToken, ...fields }),
      }),
    );
    const { status, headers } = response;
    return { status, html: await response.text(), location: headers.get("location") ?? "" };
  };
  return { read, send };
}

/** A trip at nine that has its car's driver, and one at ten that has none. */
async function someTrips({ services }: TestServices) {
  const { booking: driven } = await aStoredBooking(services, { wallTime: `${DATE}T09:00` });
  const { booking: waiting } = await aStoredBooking(services, { wallTime: `${DATE}T13:00` });
  const { vehicleId } = driven.reservation;
  const driver = (await services.fleet.drivers()).find((one) => one.vehicleId === vehicleId);
  assert(driver !== undefined);
  await changeBooking(services, {
    bookingId: driven.id,
    command: { type: "assign", driverId: driver.id },
    actor: { kind: "operator", id: null, name: "Karin" },
    expectedVersion: 1,
  });
  return { driven, waiting, vehicleId, driver };
}

/** The markup of one row of the timeline. */
function rowOf(html: string, id: string): string {
  const [, row = ""] = html.split(`data-car="${id}"`);
  return row.split("</li>")[0] ?? "";
}

Deno.test("a trip with a driver is a bar in its car's row, one without stands on top and keeps its car", async () => {
  await using test = await testServices();
  const { driven, waiting, vehicleId } = await someTrips(test);
  const { read } = await operatorOf(test);
  const { status, html } = await read(paths.adminCars({ date: DATE }));
  assert.equal(status, 200);
  const row = rowOf(html, vehicleId);
  assert(row.includes(`data-trip="${driven.id}"`) && row.includes('data-moves="move"'));
  assert(!row.includes(`data-trip="${waiting.id}"`));
  const [, top = ""] = html.split("car driverless");
  const lane = top.split("</li>")[0] ?? "";
  assert(lane.includes(`data-trip="${waiting.id}"`) && lane.includes('data-moves="assign"'));
  assert(rowOf(html, waiting.reservation.vehicleId).includes('class="kept"'));
  assert(html.includes(`href="/admin?date=${DATE}&amp;booking=${driven.id}"`));
});

Deno.test("no style stands in the markup: the page's policy would refuse it", async () => {
  await using test = await testServices();
  await someTrips(test);
  const { read } = await operatorOf(test);
  for (const view of ["timeline", "list"]) {
    const { html } = await read(paths.adminCars({ date: DATE, view }));
    assert.doesNotMatch(html, /\sstyle="/);
  }
});

Deno.test("the list has each car with its trips in order, and links to their bookings", async () => {
  await using test = await testServices();
  const { driven, waiting, driver } = await someTrips(test);
  const { read } = await operatorOf(test);
  const { html } = await read(paths.adminCars({ date: DATE, view: "list" }));
  for (const { id } of [driven, waiting]) {
    assert(html.includes(`href="/admin?date=${DATE}&amp;booking=${id}"`));
  }
  assert(html.includes(`<bdi>${driver.name}</bdi>`));
  assert(!html.includes('class="timeline"'));
});

Deno.test("a class shows its cars alone, and a filter that fits none says so", async () => {
  await using test = await testServices();
  const { read } = await operatorOf(test);
  const vans = (await test.services.fleet.vehicles())
    .filter(({ vehicleClass }) => vehicleClass === "van");
  const { html } = await read(paths.adminCars({ class: "van" }));
  assert.equal(html.split("data-car=").length - 1, vans.length);
  const none = await read(paths.adminCars({ show: "trouble" }));
  assert(none.html.includes(carsSv.none));
});

Deno.test("a car is taken out of traffic after its trips were looked at, and is put back", async () => {
  await using test = await testServices();
  const { driven, vehicleId } = await someTrips(test);
  const { read, send } = await operatorOf(test);
  const page = paths.adminCar(vehicleId);
  const stretch = { from: `${DATE}T08:00`, until: `${DATE}T10:00` };
  const preview = await send(page, { ...stretch, action: "preview", reason: "" });
  assert.equal(preview.status, 200);
  assert(preview.html.includes(paths.adminBooking(driven.id)));
  assert.deepEqual((await test.services.schedules.outages.of(vehicleId)).outages, []);

  const out = await send(page, { ...stretch, action: "out", reason: "bromsar" });
  assert.equal(out.status, 303);
  const shown = await read(out.location);
  const act = new URL(out.location, "http://localhost").searchParams.get("act") ?? "";
  const undo = paths.adminActUndo(act);
  for (const text of [carsSv.outage.outcome.out, "bromsar", paths.adminBooking(driven.id), undo]) {
    assert(shown.html.includes(text), text);
  }
  const { html } = await read(paths.adminCars({ date: DATE }));
  assert(rowOf(html, vehicleId).includes('data-kind="trouble"'));
  assert(rowOf(html, vehicleId).includes('class="out"'));

  const [outage] = (await test.services.schedules.outages.of(vehicleId)).outages;
  assert(outage !== undefined);
  for (let press = 0; press < 2; press++) {
    const back = await send(page, { action: "back", outage: outage.id });
    assert.equal(back.status, 303);
    // The second finds it as was wished: it did nothing that could be taken back.
    assert.match(back.location, press === 0 ? /\?done=back&act=\w{26}$/ : /\?done=back$/);
  }
  assert.deepEqual((await test.services.schedules.outages.of(vehicleId)).outages, []);
});

Deno.test("a form that does not fit comes back with what was typed, and nothing is done", async () => {
  await using test = await testServices();
  const { send } = await operatorOf(test);
  const fields = { from: `${DATE}T10:00`, until: `${DATE}T09:00`, reason: "<b>bromsar" };
  const wrong = await send(paths.adminCar("V01"), { ...fields, action: "out" });
  assert.equal(wrong.status, 422);
  assert(wrong.html.includes(carsSv.outage.problems.time) && wrong.html.includes("&lt;b>bromsar"));
  const { vehicles } = { vehicles: await test.services.fleet.vehicles() };
  for (const { id } of vehicles) {
    assert.deepEqual((await test.services.schedules.outages.of(id)).outages, []);
  }
});

Deno.test("a car that does not exist has no page", async () => {
  await using test = await testServices();
  const { read } = await operatorOf(test);
  assert.equal((await read(paths.adminCar("V99"))).status, 404);
});
