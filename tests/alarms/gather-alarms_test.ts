// From a failure that somebody must look at to the message that tells them, through the product's own feed and jobs.
import assert from "node:assert/strict";
import type { WebhookBody } from "../../lib/alarms/webhook-body.ts";
import { MESSAGE_EVERY_MS } from "../../lib/alarms/alarm-rules.ts";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { ErrorCategory, ErrorSeverity } from "../../lib/error-handler.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { ALARM_AGAIN_MS } from "../../lib/incidents/incident-rules.ts";
import { alarmReceiver } from "../support/alarm-receiver.ts";
import { assertNoCanary, CANARIES, errorsWithCanaries } from "../support/canaries.ts";
import { mailServer } from "../support/mail-server.ts";
import { type TestServiceOptions, type TestServices, testServices } from "../support/services.ts";

const FULL = new GatewayError("kv", "The database failed: the disk is full", true);

Deno.test("a critical failure is posted and mailed within half a minute, with where to read more", async () => {
  await using receiver = alarmReceiver();
  await using server = await mailServer();
  await using test = await watched({
    environment: {
      ...webhook(receiver.origin),
      AVANTI_SMTP: `smtp://127.0.0.1:${server.port}`,
      AVANTI_MAIL_FROM: "larm@avanti.example",
      AVANTI_ALARM_MAIL: "jour@avanti.example, chef@avanti.example",
      AVANTI_ORIGIN: "https://avanti.example",
    },
  });
  const { fingerprint } = fail(test, "/bookings", "7F3K-22QD");
  await tellAfter(test, 25_000);
  const [body] = bodiesAt(receiver);
  assert.equal(body?.type, "alarm");
  // Of the entry's time and its commit: the same however often it is read.
  assert.match(body?.id ?? "", /^[0-9a-z]{8}-[0-9a-f]{20}$/);
  assert.deepEqual(body?.alarms, [{
    fingerprint,
    code: "database-unavailable",
    category: "database",
    severity: "critical",
    operation: "/bookings",
    count: 1,
    firstSeen: "2026-11-23T05:00:00Z",
    lastSeen: "2026-11-23T05:00:00Z",
    reference: "7F3K-22QD",
    url: `https://avanti.example/admin/incidents/${fingerprint}`,
  }]);
  assert.equal(
    body?.text,
    "Avanti larmar: database-unavailable\n" +
      "Kritisk: database-unavailable (databas). Var: /bookings. En gång, måndag 23 november 2026 06.00. Felkod 7F3K-22QD.\n" +
      `https://avanti.example/admin/incidents/${fingerprint}`,
  );
  const [mail] = server.mails;
  assert.deepEqual(mail?.to, ["jour@avanti.example", "chef@avanti.example"]);
  assert.equal(mail?.read.subject, "Avanti larmar: database-unavailable");
  assert.equal(mail?.read.messageId, `<alarm.${body?.id}@avanti.example>`);
  assert.match(mail?.read.text ?? "", /En gång, .+ 06\.00\. Felkod 7F3K-22QD\.\n\nhttps:/);
  assert.deepEqual([receiver.received.length, server.mails.length], [1, 1]);
});

Deno.test("what comes together travels in one message, and the same is told again after a quarter of an hour", async () => {
  await using receiver = alarmReceiver();
  await using test = await watched({ environment: webhook(receiver.origin) });
  for (let i = 0; i < 30; i++) {
    fail(test, `/route${"abcdefghij"[i % 10]}/${"klm"[Math.floor(i / 10)]}`);
  }
  await tellAfter(test, 10_000);
  assert.deepEqual(bodiesAt(receiver).map(({ alarms, more }) => [alarms.length, more]), [[20, 10]]);
  fail(test, "/routea/k");
  fail(test, "/new");
  // Not before a minute has passed since the last message.
  await tellAfter(test, 20_000);
  assert.equal(receiver.received.length, 1);
  await tellAfter(test, MESSAGE_EVERY_MS);
  assert.deepEqual(bodiesAt(receiver)[1]?.alarms.map(({ operation }) => operation), ["/new"]);
  await tellAfter(test, ALARM_AGAIN_MS);
  fail(test, "/routea/k");
  await tellAfter(test, 10_000);
  assert.deepEqual(
    bodiesAt(receiver)[2]?.alarms.map(({ operation, count }) => [operation, count]),
    [
      ["/routea/k", 3],
    ],
  );
});

Deno.test("a message that somebody has begun to send is never another one the next time", async () => {
  await using receiver = alarmReceiver();
  receiver.answer = () => new Response("down", { status: 503 });
  await using test = await watched({ environment: webhook(receiver.origin) });
  fail(test, "/bookings");
  await tellAfter(test, 10_000);
  fail(test, "/quotes");
  await tellAfter(test, 6_000);
  receiver.answer = () => new Response("ok");
  await tellAfter(test, 120_000);
  const said = receiver.received.map(({ headers, body }) => [headers.get("webhook-id"), body]);
  const ids = [...new Set(said.map(([id]) => id))];
  assert.equal(ids.length, 2);
  assert(said.length > 2, "the first was not tried again");
  assert.equal(new Set(said.map(([, body]) => body)).size, 2);
});

Deno.test("without an outlet nothing is written for one, and what was raised before is not told later", async () => {
  await using receiver = alarmReceiver();
  await using test = await watched({});
  fail(test, "/bookings");
  await tellAfter(test, 10_000);
  const rows = await Array.fromAsync(test.services.db.read.list({ prefix: ["alarmMessage"] }));
  assert.deepEqual(rows, []);
  assert.equal(receiver.received.length, 0);
});

Deno.test("no personal data leaves the house with an alarm, wherever it stood in the error", async () => {
  await using receiver = alarmReceiver();
  await using server = await mailServer();
  await using test = await watched({
    environment: {
      ...webhook(receiver.origin),
      AVANTI_SMTP: `smtp://127.0.0.1:${server.port}`,
      AVANTI_MAIL_FROM: "larm@avanti.example",
      AVANTI_ALARM_MAIL: "jour@avanti.example",
    },
  });
  const { errorHandler } = test.services;
  const all = CANARIES.join(" ");
  for (const cause of errorsWithCanaries()) {
    const { CRITICAL } = ErrorSeverity;
    const error = errorHandler.createError(all, all, ErrorCategory.DATABASE, CRITICAL, { all }, {
      cause,
    });
    await errorHandler.handleError(error, { operation: all, reference: all, userId: all });
  }
  await tellAfter(test, 10_000);
  assert(receiver.received.length > 0 && server.mails.length > 0);
  for (const { body } of receiver.received) assertNoCanary(body);
  for (const { raw, read } of server.mails) assertNoCanary(raw + read.text + read.subject);
});

function webhook(origin: string): Record<string, string> {
  return { AVANTI_ALARM_WEBHOOK: `${origin}/hooks/7` };
}

/** Services whose reader has begun to read, as it has a moment after a start. */
async function watched(options: TestServiceOptions): Promise<TestServices> {
  const test = await testServices(options);
  await readRoomFeeds(test.services);
  return test;
}

function fail({ services }: TestServices, operation: string, reference = "") {
  return services.incidents.note(FULL, { operation, reference });
}

/** Lets time pass, and all work that is due then. */
async function tellAfter({ services, clock }: TestServices, milliseconds: number): Promise<void> {
  await services.incidents.flush();
  await readRoomFeeds(services);
  clock.advance({ milliseconds });
  await runRoomJobs(services);
}

function bodiesAt({ received }: { received: readonly { body: string }[] }): WebhookBody[] {
  return received.map(({ body }) => JSON.parse(body));
}
