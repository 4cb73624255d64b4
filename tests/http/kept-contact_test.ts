// A contact that is written is written once: whatever the trip is asked about again, it comes along, and in no URL.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";

/** A long street without a word where on it, as trips were stored before streets asked. */
const TRIP = {
  from: "Vasagatan, Göteborg",
  fromId: "street:vasagatan",
  fromAsked: "Vasagatan, Göteborg",
  to: "Landvetter flygplats",
  toId: "airport:GOT",
  toAsked: "Landvetter flygplats",
  date: "2026-11-25",
  time: "06:40",
  passengers: "1",
  bags: "0",
};
const CONTACT = {
  name: "Maja Öberg",
  phone: "070-123 45 67",
  email: "maja@example.com",
  flightNumber: "SK 1436",
  note: "Ring på",
  vehicleClass: "premium",
};

function sent(fields: Record<string, string>): Request {
  return new Request(ORIGIN + paths.quotes(), {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(fields),
  });
}

function hiddenIn(html: string): Record<string, string> {
  const inputs = html.matchAll(/<input\s+type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = "", value = ""]) => [name, value]));
}

Deno.test("a renewal that asks where on the street keeps the contact, and leads to the price with it", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const asked = await app(sent({ ...TRIP, ...CONTACT }));
  const step = await asked.text();
  assert.equal(asked.status, 422);
  assert.match(step, /class="place-step"/);
  const [, answer = ""] = step.match(/name="fromChoice" value="([^"]+)"/) ?? [];
  assert.notEqual(answer, "");
  const priced = await app(sent({ ...hiddenIn(step), fromChoice: answer }));
  const price = await priced.text();
  assert.equal(priced.status, 200);
  for (const [field, value] of Object.entries(CONTACT).slice(0, 4)) {
    assert.match(price, new RegExp(`name="${field}"[^>]*value="${value}"`), field);
  }
  assert.ok(price.includes(CONTACT.note));
  assert.match(price, /value="premium"[^>]*checked/);
  assert.equal(priced.headers.get("location"), null);
});

Deno.test("a trip form that comes back with an error keeps the contact too", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const refused = await app(sent({ ...TRIP, ...CONTACT, time: "24.00" }));
  assert.equal(refused.status, 422);
  const form = await refused.text();
  assert.match(form, /class="trip-form"/);
  for (const [field, value] of Object.entries(CONTACT)) {
    assert.equal(hiddenIn(form)[field], value, field);
  }
});

Deno.test("a trip nobody has written a contact for carries none", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const step = await (await app(sent(TRIP))).text();
  assert.deepEqual(Object.keys(CONTACT).filter((field) => field in hiddenIn(step)), []);
});
