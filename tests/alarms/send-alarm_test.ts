// A message is sent until it is taken, under one id, or until a person must look.
import assert from "node:assert/strict";
import { SEND_ATTEMPTS } from "../../lib/alarms/send-alarm.ts";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { listDeadJobs, retryDeadJob } from "../../lib/kv/dead-jobs.ts";
import { isUlid } from "../../lib/kernel/ulid.ts";
import { alarmReceiver } from "../support/alarm-receiver.ts";
import { type TestServices, testServices } from "../support/services.ts";

Deno.test("a receiver that is down gets the message once it is up, the same each time, and then no more", async () => {
  await using receiver = alarmReceiver();
  await using test = await raised(receiver.origin);
  receiver.answer = () => new Response("", { status: 503 });
  for (let i = 0; i < 5; i++) await pass(test, 120);
  const tried = receiver.received.length;
  assert(tried >= 3);
  receiver.answer = () => new Response("ok");
  for (let i = 0; i < 10; i++) await pass(test, 600);
  assert.equal(receiver.received.length, tried + 1);
  assert.equal(new Set(receiver.received.map(({ headers }) => headers.get("webhook-id"))).size, 1);
  assert.deepEqual((await listDeadJobs(test.services)).jobs, []);
  const [result] = await test.services.outletStore.list();
  assert.equal(result?.fault, "failing");
  assert((result?.acceptedAt ?? "") > (result?.failedAt ?? "x"), "it was taken last");
});

Deno.test("after two hours of trying a person finds it among the jobs, and has it sent from there", async () => {
  await using receiver = alarmReceiver();
  await using test = await raised(receiver.origin);
  receiver.answer = () => new Response("", { status: 404 });
  for (let i = 0; i < SEND_ATTEMPTS - 1; i++) await pass(test, 601);
  assert.deepEqual((await listDeadJobs(test.services)).jobs, []);
  await pass(test, 601);
  const [dead] = (await listDeadJobs(test.services)).jobs;
  assert.deepEqual([dead?.kind, dead?.attempts], ["send-alarm", SEND_ATTEMPTS]);
  assert.equal(dead?.lastError, "Webhook status 404");
  assert(isUlid(dead?.id ?? ""), "the page of jobs knows no other ids");
  receiver.answer = () => new Response("ok");
  assert(await retryDeadJob(test.services, dead?.id ?? ""));
  const before = receiver.received.length;
  await pass(test, 61);
  assert.equal(receiver.received.length, before + 1);
});

Deno.test("an alarm that does not arrive raises no alarm about itself", async () => {
  await using receiver = alarmReceiver();
  await using test = await raised(receiver.origin);
  receiver.answer = () => new Response("", { status: 500 });
  for (let i = 0; i < 8; i++) await pass(test, 601);
  const ids = new Set(receiver.received.map(({ headers }) => headers.get("webhook-id")));
  assert.equal(ids.size, 1);
});

Deno.test("an outlet that is no longer set ends what waits for it", async () => {
  await using receiver = alarmReceiver();
  await using test = await raised(receiver.origin);
  const without = { ...test.services, outlets: [] };
  test.clock.advance({ seconds: 20 });
  await runRoomJobs(without);
  await pass(test, 600);
  assert.equal(receiver.received.length, 0);
});

/** Services with one alarm on its way. */
async function raised(origin: string): Promise<TestServices> {
  const test = await testServices({ environment: { AVANTI_ALARM_WEBHOOK: origin } });
  await readRoomFeeds(test.services);
  const full = new GatewayError("kv", "The database failed: the disk is full", true);
  test.services.incidents.note(full, { operation: "/bookings" });
  await pass(test, 0);
  return test;
}

async function pass({ services, clock }: TestServices, seconds: number): Promise<void> {
  await services.incidents.flush();
  await readRoomFeeds(services);
  clock.advance({ seconds });
  await runRoomJobs(services);
}
