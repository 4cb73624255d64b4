// The operators' pages of failures: what matters most first, found by the code somebody reads out, nobody named.
import assert from "node:assert/strict";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { incidentsSv } from "../../lib/i18n/sv/incidents.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { READ_OUT, someIncidents } from "../support/incidents.ts";
import { anOperator } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";

async function operatorOf({ services }: TestServices) {
  const app = await testApp(services);
  const { cookie } = await anOperator(services);
  return async (path: string) => {
    const response = await app(new Request(ORIGIN + path, { headers: { cookie } }));
    return {
      status: response.status,
      location: response.headers.get("location"),
      html: await response.text(),
    };
  };
}

Deno.test("failures are listed with what they are, where, how often and for how many, the most serious first", async () => {
  await using test = await testServices();
  await someIncidents(test.services);
  const { status, html } = await (await operatorOf(test))(paths.adminIncidents());
  assert.equal(status, 200);
  const at = ["database-unavailable", "service-unavailable", "booking-changed"].map((code) =>
    html.indexOf(code)
  );
  assert.deepEqual(at, at.toSorted((a, b) => a - b));
  assert(!at.includes(-1));
  for (const text of [incidentsSv.severity.critical, "/quotes", "12 (0 dygnet före)", "databas"]) {
    assert(html.includes(text), text);
  }
  // Seventeen failures of five people.
  assert.match(html, new RegExp(`${incidentsSv.total}</dt><dd>17<`));
  assert.match(html, new RegExp(`${incidentsSv.people}</dt><dd>5<`));
});

Deno.test("a code is found however it is read out, and leads to its failure", async () => {
  await using test = await testServices();
  const fingerprint = await someIncidents(test.services);
  const read = await operatorOf(test);
  const target = paths.adminIncident(fingerprint, { reference: READ_OUT });
  for (const written of [READ_OUT, "7f3k 22qd", " 7F3K22QD ", "7f3k–22qd."]) {
    const { status, location } = await read(paths.adminIncidents({ q: written }));
    assert.deepEqual([status, location], [303, target], written);
  }
  const { status, html } = await read(target);
  assert.equal(status, 200);
  assert(html.includes("The database failed: the disk is full"));
  assert(html.includes(incidentsSv.oneOf(`\u2068${READ_OUT}\u2069`)));
  assert(html.includes("gateway") && html.includes(">kv<"));
});

Deno.test("a failure of this very second is found: what waits is written away first", async () => {
  await using test = await testServices();
  const read = await operatorOf(test);
  test.services.incidents.note(new TypeError("x"), { operation: "/", reference: READ_OUT });
  assert.equal((await read(paths.adminIncidents({ q: READ_OUT }))).status, 303);
});

Deno.test("an unknown code, an unknown incident and a product without failures say so", async () => {
  await using test = await testServices();
  const read = await operatorOf(test);
  const none = await read(paths.adminIncidents({ q: "ABCD-EFGH" }));
  assert.equal(none.status, 200);
  assert(none.html.includes(incidentsSv.missed("\u2068ABCD-EFGH\u2069", 30)));
  assert(none.html.includes(incidentsSv.emptyTitle));
  assert.equal((await read(paths.adminIncident("0123456789abcdef"))).status, 404);
  assert.equal((await read(paths.adminIncident("x".repeat(5_000)))).status, 404);
});

Deno.test("every request that is refused or fails is counted under its route, and its page shows the code to look for", async () => {
  await using test = await testServices();
  const read = await operatorOf(test);
  const app = await testApp(test.services);
  await (await app(new Request(`${ORIGIN}/bookings/${"x".repeat(43)}`))).text();
  test.services.landmarks.all = () => Promise.reject(new TypeError("planted"));
  const failed = await read(paths.adminPlaces());
  assert.equal(failed.status, 500);
  const [reference] = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(failed.html) ?? [];
  const { status, location } = await read(paths.adminIncidents({ q: reference ?? "" }));
  assert.equal(status, 303);
  assert.match((await read(location ?? "")).html, /planted/);
  const codes = (await test.services.incidentStore.list()).map((
    { code, operation },
  ) => [code, operation]);
  assert.deepEqual(codes.sort(), [
    ["internal", "/admin/places"],
    ["link-invalid", "/bookings/:link"],
  ]);
});

Deno.test("a thousand customers who are told no are one line, and none of them is named", async () => {
  await using test = await testServices();
  const { incidents, incidentStore } = test.services;
  for (let i = 0; i < 1_000; i++) {
    const person = `+4670123${String(i).padStart(4, "0")}`;
    incidents.note(new DomainError("no-vehicle-free"), { operation: "/bookings", person });
  }
  for (let round = 0; round < 10; round++) await incidents.flush();
  const [one, ...others] = await incidentStore.list();
  assert.deepEqual([one?.count, one?.people.length, others.length], [1_000, 50, 0]);
  assert(!JSON.stringify(one).includes("4670123"));
});
