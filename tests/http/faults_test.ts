// Failures in pages: taken down under a reference, shown beside their minute, within limits and never by others' pages.
import assert from "node:assert/strict";
import { KEY_ROOMS } from "../../lib/assembly/key-registry.ts";
import { incidentsSv } from "../../lib/i18n/sv/incidents.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { aFaultReport } from "../support/fault-reports.ts";
import { ORIGIN, testApp, type TestHandler } from "../support/app.ts";
import { anOperator } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";

const HEADERS = { "content-type": "application/json", "sec-fetch-site": "same-origin" };

function report(
  app: TestHandler,
  body: unknown = aFaultReport(),
  headers: Record<string, string> = {},
): Promise<Response> {
  return app(
    new Request(ORIGIN + paths.api.faults(), {
      method: "POST",
      headers: { ...HEADERS, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
}

/** Rows but for the log of what was done, which tells of refusals too, and the keys that the first sealed row makes. */
async function rows({ services }: TestServices): Promise<number> {
  await services.incidents.flush();
  const all = await Array.fromAsync(services.db.read.list({ prefix: [] }));
  const beside = [KEY_ROOMS["audit"], KEY_ROOMS["security"]].flatMap((room) =>
    Object.values(room ?? {}).map(({ name }) => name)
  );
  assert(beside.length > 4);
  return all.filter(({ key }) => !beside.includes(String(key[0]))).length;
}

Deno.test("a page that fails becomes an incident with its trail, and the person is told its code", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const response = await report(app, undefined, { cookie: "avanti-locale=en" });
  assert.equal(response.status, 201);
  const { reference, text } = await response.json();
  assert.match(reference, /^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  assert.match(text, new RegExp(`^Something in this part.*${reference}$`));
  const { incidentStore } = test.services;
  const failure = await incidentStore.find(reference);
  assert.deepEqual(failure?.context, {
    source: "interface",
    island: "TimeField",
    at: "islands/TimeField.tsx:0:0",
  });
  const incident = await incidentStore.get(failure.fingerprint);
  assert.deepEqual(
    [incident?.code, incident?.category, incident?.severity, incident?.operation, incident?.frames],
    ["island-failed", "internal", "high", "/", ["islands/TimeField.tsx"]],
  );
  assert.equal((await incidentStore.trail(reference))?.steps.length, 10);
});

Deno.test("the incident's page shows the minute before, step by step", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { reference } = await (await report(app)).json();
  const failure = await test.services.incidentStore.find(reference);
  const { cookie } = await anOperator(test.services);
  const page = async (address: string) =>
    await (await app(new Request(ORIGIN + address, { headers: { cookie } }))).text();
  const { fingerprint = "" } = failure ?? {};
  const html = await page(paths.adminIncident(fingerprint, { reference }));
  const { trail } = incidentsSv;
  for (
    const text of [
      trail.title,
      trail.deed.change,
      trail.asked,
      trail.offline,
      "no-vehicle-free",
      "−42 s",
      "−20 ms",
      "9XRT-3C4D",
    ]
  ) assert(html.includes(text), text);
  assert(!html.includes(trail.recording), "nobody records");
  assert(!(await page(paths.adminIncident(fingerprint))).includes(trail.title));
});

Deno.test("where somebody records, the incident leads there", async () => {
  await using test = await testServices();
  test.services.replay.recordingOf = (reference) => `/recordings/${reference}`;
  const app = await testApp(test.services);
  const { reference } = await (await report(app)).json();
  const failure = await test.services.incidentStore.find(reference);
  const { cookie } = await anOperator(test.services);
  const address = paths.adminIncident(failure?.fingerprint ?? "", { reference });
  const response = await app(new Request(ORIGIN + address, { headers: { cookie } }));
  assert((await response.text()).includes(`href="/recordings/${reference}"`));
});

Deno.test("other sites, large bodies and what is no report leave nothing behind", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const before = await rows(test);
  const refused: [Response, number][] = [
    [await report(app, undefined, { "sec-fetch-site": "cross-site" }), 403],
    [await report(app, `"${"x".repeat(8 * 1024)}"`), 413],
    [await report(app, "{"), 400],
    [await report(app, { ...aFaultReport(), island: "Maja Öberg" }), 422],
  ];
  for (const [response, status] of refused) {
    assert.equal(response.status, status);
    await response.body?.cancel();
  }
  const { incidentStore } = test.services;
  assert.equal((await incidentStore.list()).every(({ references }) => references.length < 2), true);
  assert((await rows(test)) - before <= refused.length + 1, "a count a kind, not a row a request");
});

Deno.test("whoever sends too many is told to wait, and costs no row", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (let i = 0; i < 10; i++) await (await report(app)).body?.cancel();
  const before = await rows(test);
  for (let i = 0; i < 50; i++) {
    const response = await report(app);
    assert.equal(response.status, 429);
    assert.equal(response.headers.get("retry-after"), "6");
    await response.body?.cancel();
  }
  assert.equal(await rows(test), before);
});

Deno.test("pages and answers tell their pattern, reference and code, and no address", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const secret = "x".repeat(43);
  const told = async (path: string) => {
    const response = await app(new Request(ORIGIN + path));
    await response.body?.cancel();
    return response.headers.get("server-timing") ?? "";
  };
  assert.match(await told("/"), /^trail;desc="\/ [A-Z0-9]{4}-[A-Z0-9]{4}"$/);
  const refused = await told(paths.booking(secret));
  assert.match(refused, /^trail;desc="\/bookings\/:link [A-Z0-9]{4}-[A-Z0-9]{4} link-invalid"$/);
  assert(!refused.includes(secret));
});
