// A new number of somebody who is protected, or has their data restricted, is covered as they are. Planted once and seen red: a
// veil that is not widened.
import assert from "node:assert/strict";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { coverNewReach } from "../../lib/privacy/cover-new-reach.ts";
import { reachReader } from "../../lib/privacy/follow-reach.ts";
import { liftOwnRestriction } from "../../lib/privacy/lift-restriction.ts";
import { setVeil } from "../../lib/privacy/change-veil.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { aPerson } from "../support/operator.ts";
import { testServices } from "../support/services.ts";
import { VEILED, veiledBooking } from "../support/veiled-world.ts";

Deno.test("whoever is protected and takes a new number is protected by it, with what was booked with it", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await veiledBooking(services);
  const person = await aPerson(services, "Tuva");
  const mark = await reachMark(services.reachKey, "person", person.id);
  const self = { by: { kind: "self", name: "" }, reason: "" } as const;
  await setVeil(services, { kind: "customer", marks: [mark], reach: null }, self);
  await takes(services, person.id, VEILED.phone);
  assert.equal((await services.bookings.get(booking.id))?.booking.veiled, true);
  const { booking: later } = await veiledBooking(services, "2026-11-25T10:00");
  assert.equal(later.veiled, true);
  const [veil] = await services.veils.all();
  await coverNewReach(services, person.id);
  assert.deepEqual((await services.veils.all())[0], veil, "done again it changes nothing");
});

Deno.test("whoever has their data restricted and takes a new number has restricted it, and lifts it with the rest", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const person = await aPerson(services, "Tuva");
  const subject = { kind: "person", personId: person.id } as const;
  await services.createRequest({
    ...{ type: "restriction", subject, locale: "sv", identity: "fresh-proof" },
  });
  await takes(services, person.id, VEILED.phone);
  const phone = await reachMark(services.reachKey, "phone", VEILED.phone);
  assert.equal((await services.veils.coverOf([phone], clock.now())).restricted, true);
  const { booking } = await veiledBooking(services);
  assert.equal(booking.restricted, true);
  const mark = await reachMark(services.reachKey, "person", person.id);
  await liftOwnRestriction(services, {
    ...{ subject, marks: [mark], isFresh: true, identity: "fresh-proof", surface: "account" },
  });
  await runRoomJobs(services);
  assert.equal((await services.veils.coverOf([phone], clock.now())).restricted, false);
  assert.equal((await services.bookings.get(booking.id))?.booking.restricted, false);
});

Deno.test("whom nothing covers leaves no row behind", async () => {
  await using test = await testServices();
  const { services } = test;
  const person = await aPerson(services, "Maja");
  await takes(services, person.id, VEILED.phone);
  assert.deepEqual(await services.veils.all(), []);
  const rows = await Array.fromAsync(services.db.read.list({ prefix: ["subjectLimits"] }));
  assert.deepEqual(rows, []);
});

Deno.test("a process that is killed between a new number and its cover leaves it to the reader of the feed", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await veiledBooking(services);
  const person = await aPerson(services, "Tuva");
  const mark = await reachMark(services.reachKey, "person", person.id);
  const self = { by: { kind: "self", name: "" }, reason: "" } as const;
  await setVeil(services, { kind: "customer", marks: [mark], reach: null }, self);
  await readRoomFeeds(services);
  await runRoomJobs(services);
  await takesAlone(services, person.id, VEILED.phone);
  assert.equal((await services.bookings.get(booking.id))?.booking.veiled, false);
  await readRoomFeeds(services);
  await runRoomJobs(services);
  assert.equal((await services.bookings.get(booking.id))?.booking.veiled, true);
  const { booking: later } = await veiledBooking(services, "2026-11-25T10:00");
  assert.equal(later.veiled, true);
});

Deno.test("a reader that has missed what happened looks at everybody who is covered, and at nobody else", async () => {
  await using test = await testServices();
  const { services } = test;
  const [tuva, maja] = [await aPerson(services, "Tuva"), await aPerson(services, "Maja")];
  const mark = await reachMark(services.reachKey, "person", tuva.id);
  const self = { by: { kind: "self", name: "" }, reason: "" } as const;
  await setVeil(services, { kind: "customer", marks: [mark], reach: null }, self);
  await takesAlone(services, tuva.id, VEILED.phone);
  await takesAlone(services, maja.id, "+46701000001");
  const looked: string[] = [];
  const jobs = Object.assign(Object.create(services.jobs), {
    add: (_tx: unknown, _kind: unknown, { personId }: { personId: string }) =>
      void looked.push(personId),
  });
  await reachReader({ ...services, jobs }).rebuild("", (add) => {
    add(new Transaction(services.db));
    return Promise.resolve();
  });
  assert.deepEqual(looked, [tuva.id]);
});

async function takes(
  services: Awaited<ReturnType<typeof testServices>>["services"],
  id: string,
  phone: string,
): Promise<void> {
  await takesAlone(services, id, phone);
  await coverNewReach(services, id);
}

/** The account's own commit, as a process leaves it that dies there. */
async function takesAlone(
  services: Awaited<ReturnType<typeof testServices>>["services"],
  id: string,
  phone: string,
): Promise<void> {
  const { email = "", name = "" } = (await services.people.get(id))?.person ?? {};
  const command = { type: "reach", email, phone } as const;
  await changePerson(services, { id, command }, { kind: "person", id, name });
}
