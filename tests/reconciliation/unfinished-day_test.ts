// A day's comparison comes to its end whatever stops it on the way: an outage longer than the tries of a job, a job that two
// workers have, a process that dies before anybody was told.
import assert from "node:assert/strict";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { IncidentStore } from "../../lib/incidents/incident-store.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { beginNextDay } from "../../lib/reconciliation/begin-reconciliation.ts";
import { reconcileDay } from "../../lib/reconciliation/reconcile-day.ts";
import type { ReconciledDay } from "../../lib/reconciliation/reconciled-day.ts";
import { captureIntent } from "../../scripts/local-stripe/intents.ts";
import { holds, paid } from "../support/checkout.ts";
import { type PaidProduct, paidProduct, strangerPays } from "../support/stripe.ts";

Deno.test("a provider that refuses for hours ends no comparison: it goes on once it answers again", async () => {
  await using product = await paidProduct();
  const { services, stripe, clock } = product;
  clock.advance({ hours: 24 });
  await beginNextDay(services);
  stripe.faults.plan(/GET \/v1\/events/, { kind: "status", status: 403 }, 100_000);
  for (let rounds = 0; rounds < 30; rounds++) await tenMinutes(product);
  assert.equal((await latest(product)).stage, "events");
  stripe.faults.clear();
  for (let rounds = 0; rounds < 8; rounds++) await tenMinutes(product);
  assert.equal((await latest(product)).stage, "done");
  assert.equal(await count(product, kvKeys.deadJob.prefix), 0);
});

Deno.test("a job that two workers have goes on as one", async () => {
  await using product = await paidProduct();
  const { services, stripe: { books }, clock } = product;
  clock.advance({ hours: 24 });
  // More pages than a job takes.
  for (let i = 0; i < 1_050; i++) books.tell("customer.created", { id: `cus_${i}` });
  await beginNextDay(services);
  const { date, turn } = await latest(product);
  const before = await jobs(product);
  await Promise.all([1, 2].map(() => reconcileDay(services, { date, turn })));
  assert.equal(await jobs(product) - before, 1);
  const after = await latest(product);
  assert.equal(after.turn, turn + 1);
  await reconcileDay(services, { date, turn });
  assert.deepEqual(await latest(product), after, "what is of an earlier turn changes nothing");
});

Deno.test("a day is not done before whoever watches was told of it", async () => {
  await using product = await paidProduct();
  const { services, clock } = product;
  strangerPays(product);
  clock.advance({ hours: 24 });
  await beginNextDay(services);
  const { date, turn } = await latest(product);
  const incidentStore = new class extends IncidentStore {
    override add(): Promise<never> {
      return Promise.reject(new Error("The process dies"));
    }
  }(services.db);
  await assert.rejects(reconcileDay({ ...services, incidentStore }, { date, turn }));
  assert.notEqual((await latest(product)).stage, "done");
  await runRoomJobs(services);
  assert.equal((await latest(product)).stage, "done");
  const told = (await services.incidentStore.list()).filter(({ code }) => code === "money-differs");
  assert.equal(told.length, 1);
});

Deno.test("one payment that cannot be looked at is a difference and keeps no other from being compared", async () => {
  await using product = await paidProduct();
  const { services, stripe, clock } = product;
  const intents: string[] = [];
  const bookings: string[] = [];
  for (let i = 0; i < 2; i++) {
    const held = await holds(product);
    const { provider } = await paid(product, held);
    intents.push(provider.intentId ?? "");
    bookings.push(held.booking.id);
  }
  for (const id of intents) {
    captureIntent(stripe.books, stripe.books.get(stripe.books.intents, id), {});
  }
  stripe.faults.plan(new RegExp(`GET /v1/payment_intents/${intents[0]}`), {
    ...{ kind: "status", status: 403 },
  }, 1_000);
  clock.advance({ hours: 24 });
  await beginNextDay(services);
  await runRoomJobs(services);
  assert.equal((await latest(product)).stage, "done");
  const statuses = await Promise.all(bookings.map(async (id) => {
    const [payment] = await services.payments.ofBooking(id);
    return payment?.status;
  }));
  assert.deepEqual(statuses, ["authorised", "captured"]);
  assert.deepEqual(new Set(await kinds(product)), new Set(["not-compared"]));
  stripe.faults.clear();
  await readRoomFeeds(services);
  clock.advance({ hours: 24 });
  await beginNextDay(services);
  await runRoomJobs(services);
  assert.deepEqual(await kinds(product), []);
});

async function kinds({ services }: PaidProduct): Promise<string[]> {
  return (await services.reconciliation.open()).map(({ kind }) => kind);
}

async function tenMinutes({ services, clock }: PaidProduct): Promise<void> {
  await beginNextDay(services);
  await runRoomJobs(services);
  clock.advance({ minutes: 10 });
}

async function latest({ services }: PaidProduct): Promise<ReconciledDay> {
  const [day] = await services.reconciliation.days(1);
  assert(day);
  return day;
}

async function jobs(product: PaidProduct): Promise<number> {
  return await count(product, kvKeys.job.prefix);
}

async function count({ services }: PaidProduct, prefix: Deno.KvKey): Promise<number> {
  return (await Array.fromAsync(services.db.read.list({ prefix }))).length;
}
