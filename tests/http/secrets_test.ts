// The secret of a manage link and the token of a one-time link stand in addresses. Nothing repeats them: no line
// of the log, no header but the way to the ticket itself, no answer to whoever asked wrongly.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp, type TestHandler } from "../support/app.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aLink } from "../support/operator.ts";
import { aStoredBooking } from "../support/trips.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const DEEP = { depth: 10, strAbbreviateSize: 100_000, iterableLimit: 1_000 };

/** Bodies that are refused for different reasons. */
const BODIES: readonly RequestInit[] = [
  {},
  { body: "x", headers: { "content-type": "text/plain" } },
  { body: "{", headers: { "content-type": "application/json" } },
  { body: "{}", headers: { "content-type": "application/json" } },
  { body: new URLSearchParams({ reason: "x" }) },
  { body: "x", headers: { "content-length": "999999" } },
];

Deno.test("nothing repeats a link's secret: no header, no log, no problem document, no error page", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { link } = await aStoredBooking(test.services);
  const token = await aLink(test.services, "Karin");
  const secrets = [link.slice(26), token];
  const log = listen(test);
  const refused: string[] = [];
  for (const path of addresses(link, token)) {
    for (const method of METHODS) {
      for (const init of method === "GET" || method === "HEAD" ? [{}] : BODIES) {
        const { response, body } = await ask(app, path, { ...init, method });
        if (response.status >= 400) refused.push(`${method} ${path}`);
        for (const [name, value] of response.headers) {
          assert(!holds(value, secrets), `${method} ${path}: ${name}: ${value}`);
        }
        const isProblem = response.headers.get("content-type")?.startsWith("application/problem");
        assert(!isProblem || !holds(body, secrets), `${method} ${path}: ${body}`);
      }
    }
  }
  const lines = log.stop();
  assert(refused.length > 100 && lines.length > 0, "refusals are logged");
  assert.deepEqual(lines.filter((line) => holds(line, secrets)), []);
});

Deno.test("a database that fails under a request with a secret fails without saying it", async () => {
  const test = await testServices();
  const app = await testApp(test.services);
  const { link } = await aStoredBooking(test.services);
  const token = await aLink(test.services, "Karin");
  const secrets = [link.slice(26), token];
  await test[Symbol.asyncDispose]();
  const log = listen(test);
  const statuses: number[] = [];
  const asked = [paths.booking(link), paths.api.booking(link), paths.enter(token)];
  for (const path of asked) {
    const { response, body } = await ask(app, path, {});
    statuses.push(response.status);
    const elsewhere = body.replaceAll(encodeURI(path), "");
    assert(!holds(elsewhere, secrets), path);
  }
  const lines = log.stop();
  assert.deepEqual(statuses, [500, 500, 500]);
  assert(lines.length >= asked.length);
  assert.deepEqual(lines.filter((line) => holds(line, secrets)), []);
});

Deno.test("the only header that leads to a ticket is the one that sends its owner there", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { link } = await aStoredBooking(test.services);
  const body = new URLSearchParams({ reason: "", expectedFeeOre: "0" });
  const { response } = await ask(app, paths.cancelBooking(link), { method: "POST", body });
  assert.equal(response.status, 303);
  const naming = [...response.headers].filter(([, value]) => value.includes(link.slice(26)));
  assert.deepEqual(naming, [["location", paths.booking(link)]]);
});

/** Where secrets stand, and where somebody may put them by mistake. */
function addresses(link: string, token: string): string[] {
  const cut = link.slice(0, 26);
  const wrong = `${cut}${"A".repeat(22)}`;
  return [
    paths.booking(link),
    paths.cancelBooking(link),
    paths.rescheduleBooking(link),
    `${paths.booking(link)}/nowhere`,
    `${paths.booking(link)}x`,
    `${paths.booking(wrong)}?link=${link}`,
    paths.api.booking(link),
    paths.api.cancelBooking(link),
    paths.api.rescheduleBooking(link),
    `${paths.api.booking(link)}/nowhere`,
    `${paths.api.booking(link)}x`,
    `${paths.enter(token)}/x`,
    `${paths.enter(token)}x`,
    `/admin/enter/${token}`,
    `/api/enter/${token}`,
    paths.quote(token),
    paths.api.quote(token),
  ];
}

async function ask(app: TestHandler, path: string, init: RequestInit) {
  const response = await app(new Request(ORIGIN + path, init));
  return { response, body: await response.text() };
}

function holds(text: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) => text.includes(secret));
}

/** What was logged since, as text with the stacks in it, and whatever went to the console beside the log. */
function listen({ records }: TestServices): { stop: () => string[] } {
  const from = records.length;
  const lines: string[] = [];
  const names = ["log", "info", "warn", "error", "debug"] as const;
  const kept = names.map((name) => console[name]);
  for (const name of names) {
    console[name] = (...words: unknown[]) => void lines.push(words.map(String).join(" "));
  }
  return {
    stop: () => {
      names.forEach((name, i) => console[name] = kept[i] ?? console[name]);
      return [...lines, ...records.slice(from).map((record) => Deno.inspect(record, DEEP))];
    },
  };
}
