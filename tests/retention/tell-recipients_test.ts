// Those outside who were handed something of whoever is erased: each is told, the request waits for it, and nobody is told
// twice, whenever a process is killed.
import assert from "node:assert/strict";
import type { Services } from "../../lib/assembly/services.ts";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import type { BookingId } from "../../lib/booking/booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { createDataRequest } from "../../lib/privacy/create-data-request.ts";
import { RECIPIENT_RULES } from "../../lib/privacy/recipient-rules.ts";
import { beginErasure, eraseOn, goOnTelling } from "../../lib/retention/erase-subject.ts";
import { noticeShape } from "../../lib/retention/retention-shapes.ts";
import { WAYS_OUT } from "../../lib/compliance/processor.ts";
import { switchEndpoint } from "../../lib/webhooks/change-endpoint.ts";
import { GIVE_UP_MS } from "../../lib/webhooks/delivery.ts";
import { noticesOf } from "../support/notices.ts";
import { operatorOf } from "../support/operator-forms.ts";
import { subscriberBench } from "../support/subscribers.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

const EVA = { kind: "staff", id: "eva", name: "Eva" } as const;
const AFTER = "2026-11-25T08:00:00Z";
type Bench = Awaited<ReturnType<typeof lived>>;

Deno.test("every way out has a rule, and every rule a way out", () => {
  assert.deepEqual(Object.keys(RECIPIENT_RULES).sort(), WAYS_OUT.map(({ id }) => id).sort());
});

Deno.test("a subscriber is told of each ride by its id, whatever it asked for, and then the request is done", async () => {
  await using bench = await lived(["booking.cancelled"]);
  const { services, receiver, request, ride } = bench;
  await runRoomJobs(services);
  assert.deepEqual(await statesOf(bench), ["waiting"]);
  assert.equal(await stateOf(bench), "in-progress");
  // It is erased here already: only telling goes on.
  assert.equal((await services.bookings.get(ride.id))?.booking.contact.name, "");
  await goOnTelling(services);
  await bench.tell();
  const { id, reference } = ride;
  const [told = assert.fail(), ...others] = receiver.received;
  assert.deepEqual(others, []);
  const payload = JSON.parse(told.body);
  assert.deepEqual(payload, {
    ...{ type: "customer.erased", schema: 1, id: `evt-${id}-erased` },
    ...{ timestamp: payload.timestamp, data: { booking: id, reference } },
  });
  assert.equal(await stateOf(bench), "in-progress");
  await goOnTelling(services);
  assert.deepEqual(await statesOf(bench), ["told"]);
  assert.equal(await stateOf(bench), "complete");
  const done = (await noticesOf(services)).flatMap(({ content }) =>
    content.kind === "data-request" ? [content.what] : []
  );
  assert.deepEqual(done, ["received", "done"]);
  const key = await services.db.read.get(["subjectKeyOf", request.mark]);
  assert.equal(key.value, null);
});

Deno.test("who has objected to being told of is told of all the same: it is erased there", async () => {
  await using bench = await lived();
  const { services, receiver } = bench;
  await createDataRequest(services, {
    ...{ type: "objection", locale: "sv", identity: "guest-code" },
    subject: { kind: "guest", reach: { kind: "phone", at: MAJA.phone } },
  });
  await runRoomJobs(services);
  await goOnTelling(services);
  await bench.tell();
  assert.deepEqual(receiver.received.map(({ body }) => JSON.parse(body).type), ["customer.erased"]);
});

Deno.test("a receiver that is down is tried until it is there, and the request waits for it", async () => {
  await using bench = await lived();
  const { services, receiver, clock } = bench;
  receiver.answer = () => new Response("", { status: 503 });
  await runRoomJobs(services);
  for (let tries = 0; tries < 3; tries++) {
    await goOnTelling(services);
    await bench.tell();
    clock.advance({ hours: 1 });
  }
  assert.deepEqual(await statesOf(bench), ["waiting"]);
  assert.equal(await stateOf(bench), "in-progress");
  receiver.answer = () => new Response("");
  await bench.tell();
  await goOnTelling(services);
  assert.deepEqual(await statesOf(bench), ["told"]);
  assert.equal(await stateOf(bench), "complete");
});

Deno.test("one that takes nothing for days is left to the staff, who say how they told it", async () => {
  await using bench = await lived();
  const { services, receiver, clock, request, endpointId } = bench;
  const [notice = assert.fail()] = await noticesAfter(bench);
  receiver.answer = () => new Response("", { status: 503 });
  for (const hours of [0, GIVE_UP_MS / 3_600_000 + 9]) {
    clock.advance({ hours });
    await goOnTelling(services);
    await bench.tell();
  }
  await goOnTelling(services);
  assert.deepEqual(await statesOf(bench), ["failed"]);
  assert.equal(await stateOf(bench), "in-progress");
  const eva = await operatorOf(bench.test, "Eva", "admin");
  const byHand = async (text: string, id = notice.id) => {
    const fields = { act: "told-by-hand", notice: id, text };
    return (await eva.send(paths.adminDataRequest(request.id), fields)).status;
  };
  const { html } = await eva.read(paths.adminDataRequest(request.id));
  assert.match(html, /told-by-hand/);
  assert.equal(await byHand(" "), 422);
  assert.equal(await byHand("19811218-9876"), 422);
  assert.equal(await byHand("Ringde", "another"), 404);
  assert.equal(await byHand("Ringde deras support"), 303);
  const [after = assert.fail()] = await services.retentionStore.notices(request.id);
  assert.deepEqual([after.state, after.by, after.reason], [
    ...["confirmed", "Eva", "Ringde deras support"],
  ]);
  assert.equal(await stateOf(bench), "complete");
  assert.equal(await byHand("En gång till"), 404);
  // What was told by hand stays so, whatever its delivery comes to.
  await switchEndpoint(services, endpointId, "on");
  assert.deepEqual(await statesOf(bench), ["confirmed"]);
});

Deno.test("who subscribed after a ride was over was told nothing of it, and is told nothing now", async () => {
  await using bench = await subscriberBench();
  const { services, clock } = bench;
  await aStoredBooking(services, { wallTime: "2026-11-24T09:00" });
  clock.set(AFTER);
  await runRoomJobs(services);
  clock.advance({ hours: 1 });
  await bench.subscribe();
  const request = await ask(services);
  await beginErasure(services, request.id, EVA);
  await runRoomJobs(services);
  assert.deepEqual(await services.retentionStore.notices(request.id), []);
  assert.equal((await services.requests.get(request.id))?.request.state, "complete");
});

Deno.test("killed after any commit everybody is told once, and the request ends", async () => {
  const whole = await toldWithBreak(Infinity);
  assert.ok(whole > 5);
  for (let commits = 0; commits < whole; commits++) await toldWithBreak(commits);
});

Deno.test("a stored notice of a state nobody knows is not read as one", async () => {
  await using bench = await lived();
  const [notice = assert.fail()] = await noticesAfter(bench);
  assert.ok(noticeShape(notice));
  assert.ok(!noticeShape({ ...notice, state: "odd" }));
});

/** A subscriber, a ride that is over, and an erasure that is begun. */
async function lived(
  events?: Parameters<Awaited<ReturnType<typeof subscriberBench>>["subscribe"]>[1],
  options: Parameters<typeof subscriberBench>[0] = {},
) {
  const bench = await subscriberBench(options);
  const { services, clock, receiver } = bench;
  const { endpoint } = await bench.subscribe("/hook", events);
  const { booking: ride } = await aStoredBooking(services, { wallTime: "2026-11-24T09:00" });
  clock.set(AFTER);
  await runRoomJobs(services);
  // What happened to the ride has been told: one of its line at a time.
  for (let tells = 0; tells < 3; tells++) await bench.tell();
  receiver.received.length = 0;
  const request = await ask(services);
  assert.deepEqual(await beginErasure(services, request.id, EVA), []);
  return { ...bench, ride, request, endpointId: endpoint.id };
}

async function ask(services: Services) {
  const { request } = await createDataRequest(services, {
    ...{ type: "erasure", locale: "sv", identity: "guest-code" },
    subject: { kind: "guest", reach: { kind: "phone", at: MAJA.phone } },
  });
  return request;
}

async function noticesAfter({ services, request }: Pick<Bench, "services" | "request">) {
  await runRoomJobs(services);
  return await services.retentionStore.notices(request.id);
}

async function statesOf({ services, request }: Pick<Bench, "services" | "request">) {
  return (await services.retentionStore.notices(request.id)).map(({ state }) => state);
}

async function stateOf({ services, request }: Pick<Bench, "services" | "request">) {
  return (await services.requests.get(request.id))?.request.state;
}

/** With a process that dies after some commits of erasing and telling; how many a whole one takes. */
async function toldWithBreak(commits: number): Promise<number> {
  let left = Infinity;
  let sent = 0;
  const mayGoOn = () => (sent++, left--) > 0;
  await using bench = await lived(undefined, {
    wrap: (db) => ({ ...db, write: dyingAfter(db.write, mayGoOn) }),
  });
  const { services, request, receiver, ride } = bench;
  const whole = async () => {
    await eraseOn(services, request.id);
    await bench.tell();
    await goOnTelling(services);
  };
  [left, sent] = [commits, 0];
  await whole().catch((error) => assert.match(String(error), /killed/));
  const took = sent;
  left = Infinity;
  bench.clock.advance({ minutes: 2 });
  await whole();
  await whole();
  assert.equal(await stateOf(bench), "complete", `after ${commits}`);
  assert.deepEqual(await statesOf(bench), ["told"], `after ${commits}`);
  const ids = receiver.received.map(({ body }) => JSON.parse(body).id);
  assert.deepEqual([...new Set(ids)], [erasedId(ride.id)], `after ${commits}`);
  return took;
}

function erasedId(id: BookingId): string {
  return `evt-${id}-erased`;
}

function dyingAfter(kv: Deno.Kv, mayGoOn: () => boolean): Deno.Kv {
  return new Proxy(kv, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== "atomic") return typeof value === "function" ? value.bind(target) : value;
      return () => {
        const op = target.atomic();
        const commit = op.commit.bind(op);
        op.commit = () => mayGoOn() ? commit() : Promise.reject(new Error("killed"));
        return op;
      };
    },
  });
}
