// Erasures: what is in the way is told, every step can be cut off, bookkeeping stays to the byte, and nobody else is touched.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import { personSubject } from "../../lib/cache/warm-cache.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import type { Booking } from "../../lib/booking/booking.ts";
import { takeOverBookings } from "../../lib/booking/booking-owners.ts";
import { createDataRequest } from "../../lib/privacy/create-data-request.ts";
import type { DataRequest } from "../../lib/privacy/data-request.ts";
import { beginErasure, eraseOn } from "../../lib/retention/erase-subject.ts";
import { holdBooking } from "../../lib/retention/hold-booking.ts";
import { RequestWatch } from "../../lib/retention/watch-requests.ts";
import { recordsOf } from "../support/kept-log.ts";
import { noticesOf } from "../support/notices.ts";
import { aPerson } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

const EVA = { kind: "staff", id: "eva", name: "Eva" } as const;
const OLLE = { name: "Olle Åkesson", phone: "+46709876543", email: "" };
/** After the rides have expired. */
const AFTER = "2026-11-25T08:00:00Z";
const WORDS = ["Maja", "Öberg", MAJA.phone];

Deno.test("a guest is nowhere any more, bookkeeping is the same to the byte, and others are as they were", async () => {
  await using test = await testServices();
  const { services, ride, other } = await lived(test);
  const [before, others] = [await books(services, ride), await whole(services, other)];
  const request = await ask(services);
  assert.deepEqual(await beginErasure(services, request.id, EVA), []);
  await runRoomJobs(services);
  assert.equal((await stateOf(services, request)).state, "complete");
  assert.equal(await books(services, ride), before);
  assert.equal(await whole(services, other), others);
  const text = await rawText(services);
  for (const word of WORDS) assert.ok(!text.includes(word), word);
  await services.search.refresh();
  const { bookings } = await services.search.find({ query: "Öberg", limit: 9, after: null });
  assert.deepEqual(bookings, []);
  const told = (await noticesOf(services)).flatMap(({ content }) =>
    content.kind === "data-request" ? [content.what] : []
  );
  assert.deepEqual(told, ["received", "done"]);
});

Deno.test("what was kept of an account is given to nobody once it is erased, and what is kept of others still is", async () => {
  await using test = await testServices();
  const { services } = test;
  const [maja, olle] = [
    await aPerson(services, "Maja", "customer"),
    await aPerson(services, "Olle", "customer"),
  ];
  const keyOf = ({ id }: { id: string }) =>
    ({ category: CacheCategory.USER_DATA, id: "profile", subject: personSubject(id) }) as const;
  const given = (person: { id: string }, now: string) =>
    services.cache.get(keyOf(person), () => Promise.resolve(now));
  for (const person of [maja, olle]) await given(person, "before");
  const subject = { kind: "person", personId: maja.id } as const;
  const { request } = await createDataRequest(services, {
    ...{ type: "erasure", locale: "sv", identity: "fresh-proof", subject },
  });
  await beginErasure(services, request.id, EVA);
  await runRoomJobs(services);
  assert.deepEqual([await given(maja, "after"), await given(olle, "after")], ["after", "before"]);
});

Deno.test("an account goes with every way in, and the rides that were taken over", async () => {
  await using test = await testServices();
  const { services, ride } = await lived(test);
  const person = await aPerson(services, "Maja", "customer");
  await takeOverBookings(services, person.id, [{ kind: "phone", at: MAJA.phone }]);
  const subject = { kind: "person", personId: person.id } as const;
  const { request } = await createDataRequest(services, {
    ...{ type: "erasure", locale: "sv", identity: "fresh-proof", subject },
  });
  assert.deepEqual(await beginErasure(services, request.id, EVA), []);
  await runRoomJobs(services);
  assert.equal(await services.people.get(person.id), null);
  assert.equal(await services.people.ownerOf("email", person.email), null);
  assert.equal((await services.bookings.get(ride.id))?.booking.contact.name, "");
  const text = await rawText(services);
  for (const word of [person.email, "Öberg"]) assert.ok(!text.includes(word), word);
});

Deno.test("an earlier number and the address of a ride lead to nobody any more, and their keys go unless somebody else's rides are left", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const earlier = { name: "Maja Öberg", phone: "+46701112233", email: "maja@example.se" };
  const shared = { name: "Maja Öberg", phone: "+46704445566", email: "" };
  const at = (hour: string) => ({ wallTime: `2026-11-24T${hour}:00` });
  const { booking: old } = await aStoredBooking(services, { ...at("09"), contact: earlier });
  const { booking: forOther } = await aStoredBooking(services, { ...at("11"), contact: shared });
  const person = await aPerson(services, "Maja", "customer");
  await takeOverBookings(services, person.id, [
    { kind: "phone", at: earlier.phone },
    { kind: "phone", at: shared.phone },
  ]);
  const { booking: theirs } = await aStoredBooking(services, {
    ...at("13"),
    contact: { ...OLLE, phone: shared.phone },
  });
  clock.set(AFTER);
  await runRoomJobs(services);
  await readRoomFeeds(services);
  const subject = { kind: "person", personId: person.id } as const;
  const { request } = await createDataRequest(services, {
    ...{ type: "erasure", locale: "sv", identity: "fresh-proof", subject },
  });
  assert.deepEqual(await beginErasure(services, request.id, EVA), []);
  await runRoomJobs(services);
  for (const { id } of [old, forOther]) {
    assert.equal((await services.bookings.get(id))?.booking.contact.name, "");
    const rows = await Array.fromAsync(services.db.read.list({ prefix: ["bookingByOwner"] }));
    assert.deepEqual(rows.filter(({ value }) => value === id), []);
  }
  const keyOf = async (phone: string) => {
    const mark = await reachMark(services.reachKey, "phone", phone);
    return (await services.db.read.get(["subjectKeyOf", mark])).value;
  };
  assert.equal(await keyOf(earlier.phone), null);
  assert.notEqual(await keyOf(shared.phone), null);
  assert.equal((await services.bookings.get(theirs.id))?.booking.contact.name, OLLE.name);
});

Deno.test("rides ahead, a legal hold and duties are told, and nothing is begun", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { booking } = await aStoredBooking(services, { wallTime: "2026-11-24T09:00" });
  const request = await ask(services);
  const { reference } = booking;
  await holdBooking(services, { reference, reason: "ARN" }, "Eva");
  assert.deepEqual(await beginErasure(services, request.id, EVA), [
    { kind: "rides-ahead", references: [reference] },
    { kind: "legal-hold", references: [reference] },
  ]);
  assert.equal((await stateOf(services, request)).state, "pending");
  clock.set(AFTER);
  await runRoomJobs(services);
  assert.deepEqual(await beginErasure(services, request.id, EVA), [
    { kind: "legal-hold", references: [reference] },
  ]);
  const dispatcher = await aPerson(services, "Karin", "dispatcher");
  const { request: theirs } = await createDataRequest(services, {
    ...{ type: "erasure", locale: "sv", identity: "fresh-proof" },
    subject: { kind: "person", personId: dispatcher.id },
  });
  assert.deepEqual(await beginErasure(services, theirs.id, EVA), [{ kind: "has-duties" }]);
});

Deno.test("cut off after any commit the erasure comes to the same end", async () => {
  const whole = await erasedWithBreak(Infinity);
  for (let commits = 0; commits < whole; commits++) await erasedWithBreak(commits);
});

Deno.test("an erasure of who is erased is done, not failed", async () => {
  await using test = await testServices();
  const { services } = await lived(test);
  for (let times = 0; times < 2; times++) {
    const request = await ask(services);
    assert.deepEqual(await beginErasure(services, request.id, EVA), []);
    await runRoomJobs(services);
    assert.equal((await stateOf(services, request)).state, "complete");
  }
});

Deno.test("one that stands still goes on by itself, and a request is raised 7 and 2 days before it is due", async () => {
  await using test = await testServices();
  const { services, clock } = await lived(test);
  const request = await ask(services);
  await beginErasure(services, request.id, EVA);
  const other = await ask(services, OLLE.phone);
  // The job is lost, as it is when a person drops it.
  for (const { key } of await jobsOf(services)) await services.db.write.delete(key);
  clock.advance({ hours: 3 });
  const watch = new RequestWatch(services);
  await watch.look();
  await runRoomJobs(services);
  assert.equal((await stateOf(services, request)).state, "complete");
  const raised = () => recordsOf(test.records, "error").filter(({ id }) => id === other.id).length;
  assert.equal(raised(), 0);
  clock.set("2026-12-18T08:00:00Z");
  for (let looks = 0; looks < 2; looks++) await watch.look();
  assert.equal(raised(), 1);
  clock.set("2026-12-23T08:00:00Z");
  for (let looks = 0; looks < 2; looks++) await watch.look();
  assert.equal(raised(), 2);
});

/** A ride of Maja's and one of Olle's, both long over. */
async function lived(test: TestServices) {
  const { services, clock } = test;
  const at = (hour: string) => ({ wallTime: `2026-11-24T${hour}:00` });
  const { booking: ride } = await aStoredBooking(services, at("09"));
  const { booking: other } = await aStoredBooking(services, { ...at("11"), contact: OLLE });
  clock.set(AFTER);
  await runRoomJobs(services);
  await readRoomFeeds(services);
  return { services, clock, ride, other };
}

async function ask(services: Services, phone = MAJA.phone): Promise<DataRequest> {
  const { request } = await createDataRequest(services, {
    ...{ type: "erasure", locale: "sv", identity: "guest-code" },
    subject: { kind: "guest", reach: { kind: "phone", at: phone } },
  });
  return request;
}

async function stateOf(services: Services, { id }: DataRequest): Promise<DataRequest> {
  const found = await services.requests.get(id);
  assert.ok(found);
  return found.request;
}

/** Erases with a process that dies after some commits; how many a whole one takes. */
async function erasedWithBreak(commits: number): Promise<number> {
  let left = Infinity;
  let sent = 0;
  await using test = await testServices({
    wrap: (db) => ({ ...db, write: dyingAfter(db.write, () => (sent++, left--) > 0) }),
  });
  const { services, ride } = await lived(test);
  const before = await books(services, ride);
  // The ride was booked for a number that is not known to be theirs: its key stays, only forgetting hides it.
  const person = await aPerson(services, "Maja", "customer");
  await takeOverBookings(services, person.id, [{ kind: "phone", at: MAJA.phone }]);
  const subject = { kind: "person", personId: person.id } as const;
  const { request } = await createDataRequest(services, {
    ...{ type: "erasure", locale: "sv", identity: "fresh-proof", subject },
  });
  await beginErasure(services, request.id, EVA);
  [left, sent] = [commits, 0];
  await eraseOn(services, request.id).catch((error) => assert.match(String(error), /killed/));
  left = Infinity;
  await eraseOn(services, request.id);
  assert.equal((await stateOf(services, request)).state, "complete", `after ${commits}`);
  assert.equal(await books(services, ride), before, `after ${commits}`);
  const stored = await services.bookings.get(ride.id);
  assert.equal(stored?.booking.contact.name, "", `after ${commits}`);
  assert.equal(await services.people.get(person.id), null, `after ${commits}`);
  const mark = await reachMark(services.reachKey, "person", person.id);
  const keys = await Array.fromAsync(services.db.read.list({ prefix: ["bookingByOwner", mark] }));
  assert.deepEqual(keys, [], `after ${commits}`);
  return sent;
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

async function jobsOf({ db }: Services) {
  return await Array.fromAsync(db.read.list({ prefix: ["job"] }));
}

/** What is a voucher, hashed. */
async function books(services: Services, { id }: Booking): Promise<string> {
  const stored = await services.bookings.get(id);
  assert.ok(stored);
  const { reference, trip, reservation, createdAt, changedAt, version, status } = stored.booking;
  const { lines, totalOre, vatOre, pickup, route, tariffVersion, vehicleClass } = trip;
  const { distanceMeters, durationSeconds } = route;
  const voucher = {
    ...{ reference, reservation, createdAt, changedAt, version, status, lines, totalOre, vatOre },
    ...{ pickup, distanceMeters, durationSeconds, tariffVersion, vehicleClass },
  };
  return createHash("sha256").update(JSON.stringify(voucher)).digest("hex");
}

async function whole({ bookings }: Services, { id }: Booking): Promise<string> {
  return JSON.stringify([await bookings.get(id), await bookings.events(id)]);
}

/** Everything in the database as text, but for what goes within two days (the feed) or a day (quotes). */
async function rawText(services: Services): Promise<string> {
  const rows = await Array.fromAsync(services.db.read.list({ prefix: [] }));
  const short = ["feed", "quote", "tariff"];
  return JSON.stringify(rows.filter(({ key: [name] }) => !short.includes(String(name))));
}
