// A booking's own address, as it stands in a message or a bookmark.
import assert from "node:assert/strict";
import { ORIGIN, testApp } from "../support/app.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("a booking's address leads operators to its day with the booking chosen, and nobody else", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { cookie } = await anOperator(test.services);
  const { booking } = await aStoredBooking(test.services, { wallTime: "2026-11-25T00:15" });
  const open = async (id: string, headers: Record<string, string>) => {
    const response = await app(new Request(`${ORIGIN}/admin/bookings/${id}`, { headers }));
    await response.body?.cancel();
    return [response.status, response.headers.get("location")];
  };
  const day = `/admin?date=2026-11-25&booking=${booking.id}`;
  assert.deepEqual(await open(booking.id, { cookie }), [303, day]);
  assert.deepEqual(await open(booking.id, {}), [401, null]);
  assert.deepEqual(await open("01KAMZ8N00AVANT1B00K1NG001", { cookie }), [404, null]);
  assert.deepEqual(await open("nothing", { cookie }), [404, null]);
});
