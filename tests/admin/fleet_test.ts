// The operators' pages of vehicles and drivers: the lists, the forms, the end, and two who change one thing.
import assert from "node:assert/strict";
import { fleetEn } from "../../lib/i18n/en/fleet.ts";
import { fleetSv } from "../../lib/i18n/sv/fleet.ts";
import { setupSv } from "../../lib/i18n/sv/setup.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { operatorOf, seenIn } from "../support/operator-forms.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const VEHICLE = {
  id: "V99",
  name: "Bil 99",
  class: "standard",
  plate: "abc 12a",
  phone: "070-174 06 11",
  inTraffic: "yes",
};
const V01 = paths.adminVehicle("V01");

Deno.test("the lists search, say who is not in service, and speak both languages", async () => {
  await using test = await testServices();
  const { read } = await operatorOf(test);
  const all = await read(paths.adminVehicles());
  assert(all.html.includes(fleetSv.vehicles.count(30)) && all.html.includes("AVT 100"));
  const found = await read(paths.adminVehicles({ q: "avt 107" }));
  assert(found.html.includes(fleetSv.vehicles.count(1)) && !found.html.includes("AVT 100"));
  const none = await read(paths.adminDrivers({ q: "<b>x" }));
  assert(none.html.includes(fleetSv.drivers.empty) && !none.html.includes("<b>x"));
  assert((await read(`${paths.adminDrivers()}?lang=en`)).html.includes(fleetEn.drivers.lead));
});

Deno.test("a vehicle is added, found on its page, and sold on at once", async () => {
  await using test = await testServices();
  const { read, send } = await operatorOf(test);
  assert.equal((await read(paths.adminNewVehicle())).status, 200);
  const added = await send(paths.adminVehicles(), { ...VEHICLE, "equipment child-seat": "2" });
  assert.deepEqual([added.status, added.location], [303, "/admin/vehicles?done=added"]);
  assert((await read("/admin/vehicles?done=added")).html.includes(fleetSv.vehicles.outcome.added));
  const { html } = await read(paths.adminVehicle("V99"));
  for (const text of ['value="ABC 12A"', 'value="+46701740611"', 'value="2"']) {
    assert(html.includes(text), text);
  }
  assert((await test.services.fleet.vehiclesOfClass("standard")).some((id) => id === "V99"));
});

Deno.test("a form that does not fit comes back with what was written and why", async () => {
  await using test = await testServices();
  const { send } = await operatorOf(test);
  const wrong = await send(paths.adminVehicles(), { ...VEHICLE, plate: "ABC 12O", seats: "2" });
  assert.equal(wrong.status, 422);
  assert(wrong.html.includes(setupSv.problems.plateLetterO("\u2068ABC 12O\u2069")));
  assert(wrong.html.includes("070-174 06 11") && wrong.html.includes('aria-invalid="true"'));
  const few = await send(paths.adminVehicles(), { ...VEHICLE, seats: "2" });
  assert(few.html.includes(setupSv.problems.tooFewSeats("\u20682\u2069", "\u20684\u2069")));
  const taken = await send(paths.adminVehicles(), { ...VEHICLE, id: "V01" });
  assert(taken.html.includes(setupSv.problems.idTwice("\u2068V01\u2069")));
  assert.equal((await test.services.fleet.vehicles()).length, 30);
});

Deno.test("the second of two is told field by field what the first did, and loses nothing typed", async () => {
  await using test = await testServices();
  const { read, send } = await operatorOf(test);
  const page = await read(V01);
  const seen = seenIn(page.html);
  const own = JSON.parse(seen);
  const first = { ...own, action: "change", seen, phone: "070-174 06 11", name: "Bil ett" };
  assert.equal((await send(V01, first)).location, "/admin/vehicles?done=changed");
  const second = { ...own, action: "change", seen, number: "77", name: "Bil uno" };
  const late = await send(V01, second);
  assert.equal(late.status, 409);
  const { fields } = fleetSv;
  assert(
    late.html.includes(
      fleetSv.change(fields.phone, "\u2068inget\u2069", "\u2068070-174 06 11\u2069"),
    ),
  );
  assert(
    late.html.includes(fleetSv.change(fields.name, "\u2068Bil 01\u2069", "\u2068Bil ett\u2069")),
  );
  assert(late.html.includes('value="Bil uno"') && late.html.includes('value="77"'));
  // The phone of the first stands in the form, and the form is now of what is stored.
  assert.equal(JSON.parse(seenIn(late.html)).phone, "+46701740611");
  const again = await send(V01, {
    ...second,
    seen: seenIn(late.html),
    phone: "+46701740611",
  });
  assert.equal(again.status, 303);
  const vehicle = (await test.services.fleet.vehicles())[0];
  assert.deepEqual([vehicle?.name, vehicle?.number, vehicle?.phone], [
    "Bil uno",
    "77",
    "+46701740611",
  ]);
});

Deno.test("a vehicle with a booking ahead is not ended; the booking is named, and nothing changes", async () => {
  await using test = await testServices();
  const { read, send } = await operatorOf(test);
  const { booking } = await aStoredBooking(test.services);
  const path = paths.adminVehicle(booking.reservation.vehicleId);
  const seen = seenIn((await read(path)).html);
  const refused = await send(path, { action: "end", seen, until: "2026-11-23" });
  assert.equal(refused.status, 409);
  assert(refused.html.includes(fleetSv.obstacles(1)) && refused.html.includes(booking.reference));
  const ended = await send(path, { action: "end", seen, until: "2027-12-31" });
  assert.equal(ended.location, "/admin/vehicles?done=ended");
  assert(!(await read(path)).html.includes(fleetSv.vehicles.endHint));
});

Deno.test("a driver is added and changed under the same rules", async () => {
  await using test = await testServices();
  const { read, send } = await operatorOf(test);
  const driver = { id: "D99", name: "Åsa Ek", driverCode: "999999", vehicle: "V01" };
  assert.equal((await send(paths.adminDrivers(), driver)).location, "/admin/drivers?done=added");
  const path = paths.adminDriver("D99");
  const seen = seenIn((await read(path)).html);
  const licence = { ...driver, seen, licence: "811218-9876", action: "change" };
  const refused = await send(path, licence);
  assert.equal(refused.status, 422);
  assert(refused.html.includes(setupSv.problems.personnummer()));
  assert.equal((await send(path, { ...licence, licence: "TL-7" })).status, 303);
  assert((await read(paths.adminDrivers({ q: "tl-7" }))).html.includes("Åsa Ek"));
});

Deno.test("what nobody knows is not found, and a form without what it showed does nothing", async () => {
  await using test = await testServices();
  const { read, send } = await operatorOf(test);
  assert.equal((await read(paths.adminVehicle("none"))).status, 404);
  assert.equal((await send(V01, { action: "change", name: "x" })).status, 422);
});
