// Failures on their way to a Sentry server, read back by Sentry's own reader of envelopes: what is sent, that nobody waits
// for it, and that nothing is lost or doubled within the bounds.
import assert from "node:assert/strict";
import { parseEnvelope } from "npm:@sentry/core@10.75.2";
import {
  MAX_WAITING_EVENTS,
  SAME_AGAIN_MS,
  type SentryOutlet,
} from "../../lib/alarms/sentry-gateway.ts";
import { startBackgroundWork } from "../../lib/assembly/work.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { type AlarmReceiver, alarmReceiver } from "../support/alarm-receiver.ts";
import { assertNoCanary, CANARIES, errorsWithCanaries } from "../support/canaries.ts";
import { tempFolder } from "../support/databases.ts";
import { type TestServices, testServices } from "../support/services.ts";

const DOWN = new GatewayError("osrm", "OSRM status 502", true);

Deno.test("a failure arrives with level, release, place in our sources, route and reference", async () => {
  await using receiver = alarmReceiver();
  await using test = await withSentry(receiver, { AVANTI_RELEASE: "avanti@1.4.0" });
  const { incidents } = test.services;
  const { fingerprint } = incidents.note(failure("thrown here"), {
    operation: "/quotes/:id",
    reference: "7F3K-22QD",
  });
  await sentryOf(test).flush();
  const [{ path, headers } = assert.fail()] = receiver.received;
  assert.equal(path, "/api/7/envelope/");
  assert.equal(headers.get("content-type"), "application/x-sentry-envelope");
  assert.match(
    headers.get("x-sentry-auth") ?? "",
    /^Sentry sentry_version=7, .*sentry_key=abc123$/,
  );
  const [{ head, event } = assert.fail()] = eventsAt(receiver);
  assert.equal("event_id" in head && head.event_id, event.event_id);
  assert.match(event.event_id, /^[0-9a-f]{32}$/);
  const { level, release, environment, transaction, fingerprint: marks, tags, platform } = event;
  assert.deepEqual({ level, release, environment, transaction, platform }, {
    level: "error",
    release: "avanti@1.4.0",
    environment: "local",
    transaction: "/quotes/:id",
    platform: "node",
  });
  assert.deepEqual(marks, [fingerprint]);
  assert.deepEqual(tags, {
    code: "internal",
    category: "internal",
    severity: "high",
    reference: "7F3K-22QD",
  });
  const [exception = assert.fail()] = event.exception.values;
  assert.deepEqual([exception.type, exception.value], ["TypeError", "internal (internal)"]);
  // The innermost last, as Sentry shows them.
  assert.deepEqual(exception.stacktrace.frames.map(({ filename, lineno }) => [filename, lineno]), [
    ["routes/quotes/index.tsx", 3],
    ["lib/pricing/fare-rules.ts", 10],
  ]);
});

Deno.test("what is critical is fatal to Sentry, and refusals are not sent", async () => {
  await using receiver = alarmReceiver();
  await using test = await withSentry(receiver);
  const { incidents } = test.services;
  incidents.note(new DomainError("booking-changed"), { operation: "/bookings/:link" });
  incidents.note(new GatewayError("kv", "full", true), { operation: "/bookings" });
  await sentryOf(test).flush();
  assert.deepEqual(eventsAt(receiver).map(({ event }) => event.level), ["fatal"]);
});

Deno.test("no personal data leaves the house, wherever it stood in an error", async () => {
  await using receiver = alarmReceiver();
  await using test = await withSentry(receiver);
  const all = CANARIES.join(" ");
  const operations = [all, ...CANARIES, ...CANARIES.map((canary) => `/bookings/${canary}`)];
  for (const error of errorsWithCanaries()) {
    for (const operation of operations) {
      test.services.incidents.note(error, { operation, reference: all, person: all });
      test.clock.advance({ milliseconds: SAME_AGAIN_MS });
      await sentryOf(test).flush();
    }
  }
  assert.equal(receiver.received.length, errorsWithCanaries().length * operations.length);
  for (const { body, headers, path } of receiver.received) {
    assertNoCanary(path + body + JSON.stringify([...headers]));
  }
});

Deno.test("what is written of a failure to Sentry never takes a request's time, and is bounded", async () => {
  await using receiver = alarmReceiver();
  await using test = await withSentry(receiver);
  const sentry = sentryOf(test);
  for (let i = 0; i < MAX_WAITING_EVENTS + 30; i++) {
    test.services.incidents.note(DOWN, { operation: `/quotes/${i}` });
  }
  assert.deepEqual([receiver.received.length, sentry.waiting, sentry.dropped], [0, 100, 30]);
  await sentry.flush();
  assert.deepEqual([sentry.waiting, sentry.dropped], [0, 30]);
  const events = eventsAt(receiver);
  assert.equal(new Set(events.map(({ event }) => event.event_id)).size, MAX_WAITING_EVENTS);
  // Sentry is told once what it will never see.
  assert.deepEqual(events.flatMap(({ lost }) => lost), [
    { reason: "queue_overflow", category: "error", quantity: 30 },
  ]);
});

Deno.test("a failure that comes again and again is sent now and then, and says how often it came", async () => {
  await using receiver = alarmReceiver();
  await using test = await withSentry(receiver);
  for (let second = 0; second <= 10; second++) {
    test.services.incidents.note(DOWN, { operation: "/quotes" });
    test.clock.advance({ seconds: 1 });
  }
  await sentryOf(test).flush();
  assert.deepEqual(eventsAt(receiver).map(({ event }) => event.extra?.countedSinceTheLast), [
    undefined,
    9,
  ]);
});

Deno.test("a database that is down does not make Sentry's own work fail, which would be one failure more", async () => {
  await using receiver = alarmReceiver();
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await using test = await withSentry(receiver, {}, database);
  await Deno.remove(database);
  test.services.incidents.note(new GatewayError("kv", "gone", true), { operation: "/bookings" });
  const work = startBackgroundWork(test.services);
  test.stop.abort();
  await work;
  assert.equal(sentryOf(test).result?.fault, "");
  const failed = test.records.filter(({ event }) => event === "background work failed");
  assert.deepEqual(failed.filter(({ code }) => code?.includes("Sentry")), []);
});

Deno.test("while the server is down failures wait, and each arrives once it is up", async () => {
  await using receiver = alarmReceiver();
  await using test = await withSentry(receiver);
  const sentry = sentryOf(test);
  receiver.answer = () => new Response("", { status: 503 });
  for (let i = 0; i < 5; i++) {
    test.services.incidents.note(DOWN, { operation: `/quotes/${i}` });
    await sentry.flush();
  }
  // Three failures in a row, then it is left alone.
  assert.deepEqual([receiver.received.length, sentry.waiting], [3, 5]);
  receiver.answer = () => Response.json({ id: "x" });
  test.clock.advance({ seconds: 61 });
  await sentry.flush();
  const ids = eventsAt(receiver).slice(3).map(({ event }) => event.event_id);
  assert.deepEqual([ids.length, new Set(ids).size, sentry.waiting], [5, 5, 0]);
  assert.equal(eventsAt(receiver)[0]?.event.event_id, ids[0], "sent again under another id");
});

Deno.test("a server that asks for peace has it, and what waits is sent after", async () => {
  await using receiver = alarmReceiver();
  await using test = await withSentry(receiver);
  const sentry = sentryOf(test);
  receiver.answer = () => new Response("", { status: 429, headers: { "retry-after": "30" } });
  for (let i = 0; i < 4; i++) {
    test.services.incidents.note(DOWN, { operation: `/quotes/${i}` });
    await sentry.flush();
  }
  assert.equal(receiver.received.length, 1);
  receiver.answer = () =>
    Response.json({}, { headers: { "x-sentry-rate-limits": "90:error:organization" } });
  test.clock.advance({ seconds: 31 });
  await sentry.flush();
  // Taken, and no further one for a minute and a half.
  assert.deepEqual([receiver.received.length, sentry.waiting], [2, 3]);
  receiver.answer = () => Response.json({});
  test.clock.advance({ seconds: 91 });
  await sentry.flush();
  assert.deepEqual([receiver.received.length, sentry.waiting, sentry.dropped], [5, 0, 0]);
});

Deno.test("what the server will never take is dropped and counted, and keeps no other waiting", async () => {
  await using receiver = alarmReceiver();
  await using test = await withSentry(receiver);
  const sentry = sentryOf(test);
  receiver.answer = ({ body }) => new Response("", { status: body.includes("fatal") ? 413 : 200 });
  const { incidents } = test.services;
  incidents.note(new GatewayError("kv", "full", true), { operation: "/bookings" });
  incidents.note(DOWN, { operation: "/quotes" });
  await sentry.flush();
  assert.deepEqual([receiver.received.length, sentry.waiting, sentry.dropped], [2, 0, 1]);
});

Deno.test("what failed just before the end is sent before the process ends", async () => {
  await using receiver = alarmReceiver();
  await using test = await withSentry(receiver);
  const work = startBackgroundWork(test.services);
  test.stop.abort();
  test.services.incidents.note(DOWN, { operation: "/quotes" });
  await work;
  assert.equal(receiver.received.length, 1);
});

function failure(message: string): Error {
  return Object.assign(new TypeError(message), {
    stack: [
      `TypeError: ${message}`,
      "    at priceOf (file:///srv/avanti/lib/pricing/fare-rules.ts:10:7)",
      "    at file:///srv/avanti/lib/jsr/fresh/app.ts:5:1",
      "    at async file:///srv/avanti/routes/quotes/index.tsx:3:9",
    ].join("\n"),
  });
}

async function withSentry(
  { origin }: AlarmReceiver,
  environment: Record<string, string> = {},
  database = ":memory:",
): Promise<TestServices> {
  const AVANTI_SENTRY_DSN = `${origin.replace("://", "://abc123@")}/7`;
  return await testServices({ database, environment: { AVANTI_SENTRY_DSN, ...environment } });
}

function sentryOf({ services: { sentry } }: TestServices): SentryOutlet {
  assert(sentry !== null);
  return sentry;
}

/** An event as far as the tests look. */
interface Event {
  event_id: string;
  level: string;
  platform: string;
  release?: string;
  environment: string;
  transaction: string;
  fingerprint: string[];
  tags: Record<string, string>;
  extra?: { countedSinceTheLast: number };
  exception: {
    values: {
      type: string;
      value: string;
      stacktrace: { frames: { filename: string; lineno: number }[] };
    }[];
  };
}

/** Envelopes as Sentry reads them: with lengths, so that what follows a payload is never taken for one. */
function eventsAt({ received }: AlarmReceiver) {
  return received.map(({ body }) => {
    const [head, items] = parseEnvelope(body);
    const payloads = items.map(([{ type }, bytes]) => ({ type, payload: jsonOf(bytes) }));
    const event: Event = payloads.find(({ type }) => type === "event")?.payload;
    const reports = payloads.filter(({ type }) => type === "client_report");
    return { head, event, lost: reports.flatMap(({ payload }) => payload.discarded_events) };
  });
}

function jsonOf(bytes: unknown) {
  assert(bytes instanceof Uint8Array, "an item without its length");
  return JSON.parse(new TextDecoder().decode(bytes));
}
