// What operators do to bookings, by form without script and by the API: the same rules, the same refusals.
import { dateOf } from "../../lib/kernel/wall-time.ts";
import assert from "node:assert/strict";
import { anOperator, type TestOperator, testProduct } from "../support/operator.ts";
import { aStoredBooking } from "../support/trips.ts";

const SAME = { "sec-fetch-site": "same-origin" };

function sender(origin: string, operator: TestOperator, bookingId: string) {
  return (action: string, fields: Record<string, string>) =>
    fetch(`${origin}/admin/bookings/${bookingId}/${action}`, {
      method: "POST",
      headers: { cookie: operator.cookie, ...SAME },
      body: new URLSearchParams({ formToken: operator.formToken, ...fields }),
      redirect: "manual",
    });
}

Deno.test("without script an operator assigns a driver and comes back to the booking", async () => {
  await using product = await testProduct();
  const { booking } = await aStoredBooking(product.services, { wallTime: "2026-11-24T10:00" });
  const operator = await anOperator(product.services);
  const send = sender(product.origin, operator, booking.id);
  const vehicle = booking.reservation.vehicleId;
  const drivers = await product.services.fleet.drivers();
  const driver = drivers.find((candidate) => candidate.vehicleId === vehicle);
  const response = await send("assign", { expectedVersion: "1", driverId: driver?.id ?? "" });
  assert.equal(response.status, 303);
  const address = response.headers.get("location") ?? "";
  assert.match(address, new RegExp(`^/admin\\?date=2026-11-24&booking=${booking.id}&act=\\w{26}$`));
  const stored = await product.services.bookings.get(booking.id);
  assert.equal(stored?.booking.status, "assigned");
  const events = await product.services.bookings.events(booking.id);
  const { personId: id } = operator.session;
  assert.deepEqual(events.at(-1)?.actor, { kind: "operator", id, name: "Karin" });
});

Deno.test("a refused form comes back with what was typed and why", async () => {
  await using product = await testProduct();
  const { booking } = await aStoredBooking(product.services);
  const send = sender(product.origin, await anOperator(product.services), booking.id);
  const cases: [string, Record<string, string>, number, RegExp][] = [
    ["cancel", { reason: "Bilen gick sönder", fee: "mycket" }, 422, /value="Bilen gick sönder"/],
    ["cancel", { reason: "Bilen gick sönder", fee: "99999" }, 422, /från 0 till resans pris/],
    ["cancel", { reason: "  ", fee: "10,50" }, 422, /value="10,50"/],
    ["assign", { driverId: "" }, 422, /Välj en förare/],
    ["assign", { driverId: "D99" }, 422, /Föraren finns inte längre/],
    ["depart", {}, 409, /går inte i det läge/],
  ];
  for (const [action, fields, status, words] of cases) {
    const response = await send(action, { expectedVersion: "1", ...fields });
    assert.equal(response.status, status, action);
    assert.match(await response.text(), words);
  }
  assert.equal((await product.services.bookings.get(booking.id))?.booking.version, 1);
});

Deno.test("without script a step far from its trip is asked about, and the next press says that it is so", async () => {
  await using product = await testProduct();
  const { booking } = await aStoredBooking(product.services);
  const send = sender(product.origin, await anOperator(product.services), booking.id);
  const drivers = await product.services.fleet.drivers();
  const driver = drivers.find(({ vehicleId }) => vehicleId === booking.reservation.vehicleId);
  await send("assign", { expectedVersion: "1", driverId: driver?.id ?? "" });
  const asked = await send("depart", { expectedVersion: "2" });
  assert.equal(asked.status, 409);
  const html = await asked.text();
  assert.match(html, /Tryck en gång till om det ändå är så/);
  assert.match(html, /name="confirmed" value="yes"/);
  const stored = async () => (await product.services.bookings.get(booking.id))?.booking.status;
  assert.equal(await stored(), "assigned");
  assert.equal((await send("depart", { expectedVersion: "2", confirmed: "yes" })).status, 303);
  assert.equal(await stored(), "en-route");
});

Deno.test("of two operators who change a booking the second is told, and sees what it is now", async () => {
  await using product = await testProduct();
  const { booking } = await aStoredBooking(product.services);
  const karin = sender(product.origin, await anOperator(product.services), booking.id);
  const omar = sender(product.origin, await anOperator(product.services, "Omar"), booking.id);
  const fields = { expectedVersion: "1", reason: "Ingen bil", fee: "0" };
  assert.equal((await karin("cancel", fields)).status, 303);
  const second = await omar("cancel", fields);
  assert.equal(second.status, 409);
  const html = await second.text();
  assert.match(
    html,
    /avbokade resan nyss\. Inget har skrivits över/,
  );
  assert.match(html, /Avbokad/);
});

Deno.test("the API lists a day, finds a booking, and answers refusals as problems", async () => {
  await using product = await testProduct();
  const { booking } = await aStoredBooking(product.services, { wallTime: "2026-11-24T10:00" });
  const { cookie, formToken } = await anOperator(product.services);
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${product.origin}/api/admin${path}`, {
      ...init,
      headers: { cookie, ...SAME, "x-avanti-form-token": formToken, ...init.headers },
    });
  const day = await (await ask("/bookings?date=2026-11-24")).json();
  assert.deepEqual(day.bookings.map((row: { id: string }) => row.id), [booking.id]);
  assert.deepEqual([day.earlier, day.later, day.total], [null, null, 1]);
  const found = await (await ask("/bookings?q=oberg")).json();
  assert.deepEqual(found.bookings.map((row: { id: string }) => row.id), [booking.id]);
  const view = await (await ask(`/bookings/${booking.id}`)).json();
  assert.equal(view.history[0].type, "confirmed");
  assert.equal("bindingMaximumOre" in view, false, "only chosen fields leave the server");
  const command = (body: unknown) =>
    ask(`/bookings/${booking.id}/commands`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  for (
    const [body, status, code] of [
      [{ type: "complete", expectedVersion: 1 }, 409, "booking-state"],
      [{ type: "cancel", reason: "x", feeOre: 0, expectedVersion: 7 }, 409, "booking-changed"],
      [{ type: "cancel", reason: "", feeOre: 0, expectedVersion: 1 }, 422, "invalid"],
      [{ type: "fly", expectedVersion: 1 }, 422, "invalid"],
      [{ type: "assign", driverId: "D99", expectedVersion: 1 }, 422, "driver-not-found"],
    ]
  ) {
    const response = await command(body);
    assert.match(response.headers.get("content-type") ?? "", /^application\/problem\+json/);
    assert.deepEqual([response.status, (await response.json()).code], [status, code]);
  }
  const forged = await ask("/bookings?date=2026-11-24&cursor=abc.def");
  assert.equal(forged.status, 404);
  await forged.body?.cancel();
});

Deno.test("what customers write reaches the operator as text, never as markup", async () => {
  await using product = await testProduct();
  const name = `<img src=x onerror=alert(1)></script><!--`;
  const { booking } = await aStoredBooking(product.services, {
    contact: { name, phone: "+46701234567", email: "" },
  });
  const { cookie } = await anOperator(product.services);
  const date = dateOf(booking.trip.pickup.wallTime);
  const url = `${product.origin}/admin?date=${date}&booking=${booking.id}`;
  const html = await (await fetch(url, { headers: { cookie } })).text();
  // Within a script the words are data, as long as they cannot end it.
  assert.equal(html.includes("alert(1)></script>"), false);
  const markup = html.replace(/<script[\s\S]*?<\/script>/g, "");
  assert.equal(markup.includes("<img src=x"), false);
  assert.match(markup, /&lt;img src=x/);
});
