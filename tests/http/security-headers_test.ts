// The headers every answer carries, to the letter: a word left out opens a door nobody looks at.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp, type TestHandler } from "../support/app.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

/** The policy, a directive a line. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];
const UPGRADE = "upgrade-insecure-requests";

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "geolocation=(self), camera=(), microphone=(), payment=()",
};

/** Requests of each kind of answer, with its status: pages, refusals, errors, the API, redirections. */
async function answers(app: TestHandler, link: string): Promise<[string, Response][]> {
  const asked: [string, number, RequestInit?][] = [
    [paths.home(), 200],
    [paths.booking(link), 200],
    [paths.bookingCalendar(link), 200],
    ["/nowhere", 404],
    [paths.booking("x".repeat(48)), 404],
    [`/quotes/${"x".repeat(3_000)}`, 404],
    [paths.quotes(), 303],
    [paths.quotes(), 415, { method: "POST", body: "x" }],
    [paths.home(), 405, { method: "DELETE" }],
    [paths.admin(), 401],
    [paths.enter("A".repeat(43)), 410],
    [paths.api.places({ q: "landvetter" }), 200],
    [paths.api.adminBookings(), 401],
    ["/api/nowhere", 404],
    ["/livez", 200],
  ];
  const got: [string, Response][] = [];
  for (const [path, status, init] of asked) {
    const response = await app(new Request(ORIGIN + path, init));
    await response.body?.cancel();
    assert.equal(response.status, status, path);
    got.push([path, response]);
  }
  return got;
}

for (
  const [origin, isSecure] of [
    ["https://avanti.example", true],
    ["http://192.168.1.20:8000", false],
    [undefined, false],
  ] as const
) {
  Deno.test(`every answer carries the whole policy and each header, reached at ${origin ?? "no stated address"}`, async () => {
    const environment: Record<string, string> = origin === undefined
      ? {}
      : { AVANTI_ORIGIN: origin };
    await using test = await testServices({ environment });
    const app = await testApp(test.services);
    const { link } = await aStoredBooking(test.services);
    for (const [path, { headers }] of await answers(app, link)) {
      // A page that starts islands by a script of its own names it by a nonce, and by nothing wider.
      const policy = (headers.get("content-security-policy") ?? "")
        .replace(/(?<=script-src 'self') 'nonce-[\w+/=]{22,}'/, "");
      assert.deepEqual(policy.split("; "), isSecure ? [...POLICY, UPGRADE] : POLICY, path);
      for (const [name, value] of Object.entries(EVERYWHERE)) {
        assert.equal(headers.get(name), value, `${path}: ${name}`);
      }
      assert.equal(
        headers.get("strict-transport-security"),
        isSecure ? "max-age=63072000; includeSubDomains" : null,
        path,
      );
    }
  });
}

Deno.test("files that are served as they are carry the headers too", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const path of ["/styles.css", "/sw.js", "/manifest.webmanifest"]) {
    const response = await app(new Request(ORIGIN + path));
    await response.body?.cancel();
    assert.equal(response.status, 200, path);
    for (const [name, value] of Object.entries(EVERYWHERE)) {
      assert.equal(response.headers.get(name), value, `${path}: ${name}`);
    }
  }
});
