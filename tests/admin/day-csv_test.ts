import assert from "node:assert/strict";
import { ORIGIN, testApp } from "../support/app.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("the file of a day is what the board shows at the same address, and no cache keeps it", async () => {
  await using test = await testServices();
  const { services } = test;
  await aStoredBooking(services, { wallTime: "2026-11-24T09:00", flightNumber: "SK1436" });
  await aStoredBooking(services, { wallTime: "2026-11-24T10:00" });
  const { cookie } = await anOperator(services);
  const app = await testApp(services);
  const get = async (query: string) => {
    const url = `${ORIGIN}/admin/day.csv?date=2026-11-24${query}`;
    const response = await app(new Request(url, { headers: { cookie } }));
    return { response, text: new TextDecoder().decode(await response.bytes()) };
  };
  const { response, text } = await get("");
  assert.equal(response.headers.get("content-type"), "text/csv; charset=utf-8");
  assert.equal(
    response.headers.get("content-disposition"),
    'attachment; filename="avanti-2026-11-24.csv"',
  );
  assert.equal(response.headers.get("cache-control"), "no-store");
  assert.equal(text.trim().split("\r\n").length, 3);
  const flights = (await get("&show=flight&cols=know")).text.trim().split("\r\n");
  assert.deepEqual(flights.slice(1), ["09.00;Landvetter → Östra Hamngatan 24;SK 1436"]);
});
