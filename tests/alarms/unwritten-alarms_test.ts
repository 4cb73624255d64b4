// When the database itself is what failed, nobody waits for it to be told.
import assert from "node:assert/strict";
import { UNWRITTEN_MS } from "../../lib/alarms/unwritten-alarms.ts";
import type { WebhookBody } from "../../lib/alarms/webhook-body.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { ALARM_AGAIN_MS } from "../../lib/incidents/incident-rules.ts";
import { type AlarmReceiver, alarmReceiver } from "../support/alarm-receiver.ts";
import { type TestServices, testServices } from "../support/services.ts";

const FULL = new GatewayError("kv", "The database failed: the disk is full", true);

Deno.test("a failure the database does not take is told without it, once, and again after a quarter of an hour", async () => {
  await using receiver = alarmReceiver();
  await using test = await withoutDatabase(receiver);
  fail(test);
  await pass(test, UNWRITTEN_MS - 1_000);
  assert.equal(receiver.received.length, 0, "a lock passes sooner");
  fail(test);
  await pass(test, 1_000);
  await pass(test, 60_000);
  const [body, ...others] = bodiesAt(receiver);
  assert.deepEqual(others, []);
  const { code, operation, count } = body?.alarms[0] ?? assert.fail();
  assert.deepEqual([code, operation, count], ["database-unavailable", "/bookings", 2]);
  await pass(test, ALARM_AGAIN_MS);
  const ids = bodiesAt(receiver).map(({ id }) => id);
  assert.deepEqual([ids.length, new Set(ids).size], [2, 2]);
});

Deno.test("whoever does not take it is told again, under the same id, until they do", async () => {
  await using receiver = alarmReceiver();
  await using test = await withoutDatabase(receiver);
  receiver.answer = () => new Response("", { status: 500 });
  fail(test);
  await pass(test, UNWRITTEN_MS);
  await pass(test, 10_000);
  receiver.answer = () => new Response("ok");
  for (let i = 0; i < 4; i++) await pass(test, 10_000);
  const ids = receiver.received.map(({ headers }) => headers.get("webhook-id"));
  assert.deepEqual([ids.length, new Set(ids).size], [3, 1]);
});

Deno.test("what is not critical, or was written in time, is not told this way", async () => {
  await using receiver = alarmReceiver();
  await using test = await testServices({ environment: { AVANTI_ALARM_WEBHOOK: receiver.origin } });
  fail(test);
  await test.services.incidents.flush();
  test.services.incidents.note(new TypeError("x"), { operation: "/quotes" });
  await pass(test, 10 * UNWRITTEN_MS);
  assert.equal(receiver.received.length, 0);
});

/** Nothing writes failures away here, as when the disk is full. */
async function withoutDatabase({ origin }: AlarmReceiver): Promise<TestServices> {
  return await testServices({ environment: { AVANTI_ALARM_WEBHOOK: origin } });
}

function fail({ services: { incidents } }: TestServices): void {
  incidents.note(FULL, { operation: "/bookings" });
}

async function pass({ services, clock }: TestServices, milliseconds: number): Promise<void> {
  clock.advance({ milliseconds });
  await services.unwritten.round();
}

function bodiesAt({ received }: AlarmReceiver): WebhookBody[] {
  return received.map(({ body }) => JSON.parse(body));
}
