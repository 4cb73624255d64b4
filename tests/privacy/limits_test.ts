// Restriction and objection are obeyed: at once, under every mark, by what waits as well, and by work that is in the middle.
import assert from "node:assert/strict";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { changeOwnPlaces } from "../../lib/accounts/own-place-store.ts";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { REMIND_MS } from "../../lib/messages/remind-of-ride.ts";
import { changeDataRequest } from "../../lib/privacy/change-data-request.ts";
import { createDataRequest } from "../../lib/privacy/create-data-request.ts";
import type { DataRequestType, RequestCommand } from "../../lib/privacy/data-request.ts";
import { liftOwnRestriction } from "../../lib/privacy/lift-restriction.ts";
import { hasObjectedTo, LIFT_DAYS, OBJECTABLE } from "../../lib/privacy/limit-rules.ts";
import { objectTo } from "../../lib/privacy/object-to.ts";
import { recordConsent } from "../../lib/privacy/record-consent.ts";
import { visitorOfGuest } from "../../lib/privacy/visitor.ts";
import { makeStatistics } from "../../lib/retention/make-statistics.ts";
import { nextPage, tryRetention } from "../../lib/retention/run-retention.ts";
import { ownPlaceOffers } from "../../lib/ui/customer/trip/own-place-offers.ts";
import { anOutbox, ELSA, elsasBooking, type Outbox, tell, toldOf } from "../support/outbox.ts";
import { noticesOf } from "../support/notices.ts";
import { aPerson } from "../support/operator.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { refusal } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

const EVA = { kind: "staff", id: "eva", name: "Eva" } as const;
const OLE = { kind: "staff", id: "ole", name: "Ole" } as const;
const BY_PHONE = { kind: "guest", reach: { kind: "phone", at: MAJA.phone } } as const;
const BY_MAIL = { kind: "guest", reach: { kind: "email", at: ELSA.email } } as const;

Deno.test("a restriction holds from the moment it is asked for, under every mark of an account, and in no other", async () => {
  await using test = await testServices();
  const { services } = test;
  const person = await aPerson(services, "Maja", "customer");
  const subject = { kind: "person", personId: person.id } as const;
  const marks = await Promise.all([
    reachMark(services.reachKey, "person", person.id),
    reachMark(services.reachKey, "email", person.email),
  ]);
  for (const mark of marks) assert.equal(await services.limits.isRestricted(mark), false);
  const { request } = await createDataRequest(services, {
    ...{ type: "restriction", locale: "sv", identity: "fresh-proof", subject },
  });
  for (const mark of marks) assert.equal(await services.limits.isRestricted(mark), true);
  const other = await reachMark(services.reachKey, "phone", "+46700000000");
  assert.equal(await services.limits.isRestricted(other), false);
  // Asked for twice it is one request, and taken back it is over at once.
  const again = { type: "restriction", locale: "sv", identity: "fresh-proof", subject } as const;
  assert.equal((await createDataRequest(services, again)).kind, "duplicate");
  await does(services, request.id, { type: "cancel" });
  for (const mark of marks) assert.equal(await services.limits.isRestricted(mark), false);
});

Deno.test("of whom nobody knows who they are nothing is limited until somebody has looked", async () => {
  await using test = await testServices();
  const { services } = test;
  const mark = await reachMark(services.reachKey, "phone", MAJA.phone);
  const id = await ask(services, "restriction", null);
  assert.equal(await services.limits.isRestricted(mark), false);
  await does(services, id, { type: "verify", by: "staff" });
  assert.equal(await services.limits.isRestricted(mark), true);
});

Deno.test("the staff lift a restriction a week after its person was told, its person at once", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const mark = await reachMark(services.reachKey, "phone", MAJA.phone);
  const id = await ask(services, "restriction");
  await does(services, id, { type: "begin" });
  await does(services, id, { type: "complete" });
  await does(services, id, { type: "lift", reason: "Uppgiften stämde" });
  const told = (await noticesOf(services)).flatMap(({ content }) =>
    content.kind === "data-request" && content.what === "lifting" ? [content] : []
  );
  assert.deepEqual(told.map(({ reason, dueOn }) => [reason, dueOn]), [
    ["Uppgiften stämde", "2026-11-30"],
  ]);
  clock.advance({ hours: LIFT_DAYS * 24 - 1 });
  assert.equal(await services.limits.isRestricted(mark), true);
  clock.advance({ hours: 1 });
  assert.equal(await services.limits.isRestricted(mark), false);
  await ask(services, "restriction");
  assert.equal(await services.limits.isRestricted(mark), true);
  const proven = { ...BY_PHONE, provenAt: clock.now().toString() };
  await liftOwnRestriction(services, await visitorOfGuest(services, proven));
  assert.equal(await services.limits.isRestricted(mark), false);
});

Deno.test("a refused restriction is told with its reason and holds for a week more", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const mark = await reachMark(services.reachKey, "phone", MAJA.phone);
  const id = await ask(services, "restriction");
  await does(services, id, { type: "propose-refusal", reason: "Uppgiften är rätt" });
  await does(services, id, { type: "refuse" }, OLE);
  const news = (await noticesOf(services)).flatMap(({ content }) =>
    content.kind === "data-request" ? [content.what] : []
  );
  assert.deepEqual(news, ["received", "refused", "lifting"]);
  assert.equal(await services.limits.isRestricted(mark), true);
  clock.advance({ hours: LIFT_DAYS * 24 });
  assert.equal(await services.limits.isRestricted(mark), false);
});

Deno.test("an objection stops what it can at once; two people's compelling reasons end it, but never for direct messages", async () => {
  await using test = await testServices();
  const { services } = test;
  const mark = await reachMark(services.reachKey, "phone", MAJA.phone);
  const id = await ask(services, "objection");
  const objected = async () => {
    const limits = await services.limits.of(mark);
    return OBJECTABLE.filter((purpose) => hasObjectedTo(limits, purpose));
  };
  assert.deepEqual(await objected(), [...OBJECTABLE]);
  await does(services, id, { type: "propose-refusal", reason: "Tvingande skäl" });
  await refusal(does(services, id, { type: "refuse" }), "four-eyes");
  assert.deepEqual(await objected(), [...OBJECTABLE]);
  await does(services, id, { type: "refuse" }, OLE);
  assert.deepEqual(await objected(), ["reminders"]);
});

Deno.test("one purpose is objected to by a press, which is a request that is done, and taken back by another", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const visitor = await visitorOfGuest(services, {
    ...BY_PHONE,
    provenAt: clock.now().toString(),
  });
  const press = (purpose: string, isObjecting: boolean) =>
    objectTo(services, visitor, { purpose, isObjecting, locale: "sv" });
  await Promise.all([press("statistics", true), press("statistics", true)]);
  const [mark = ""] = visitor.marks;
  assert.equal(await services.limits.mayUse(mark, "statistics"), false);
  assert.equal(await services.limits.mayUse(mark, "subscribers"), true);
  const requests = await services.requests.ofMarks(visitor.marks);
  assert.deepEqual(requests.map(({ type, state }) => [type, state]), [["objection", "complete"]]);
  await press("statistics", false);
  assert.equal(await services.limits.mayUse(mark, "statistics"), true);
  for (const purpose of ["rides", "abuse", "toString"]) {
    await assert.rejects(press(purpose, true), RequestError);
  }
});

Deno.test("a reminder that waits is withdrawn by a restriction and by an objection; a yes said since brings reminders back", async () => {
  for (const type of ["restriction", "objection"] as const) {
    await using test = await anOutbox();
    const { services } = test;
    const { booking } = await elsasBooking(test);
    await yes(test);
    await tell(test);
    await untilReminder(test, booking.trip.pickup.instant, -1);
    await createDataRequest(services, {
      ...{ type, locale: "sv", identity: "guest-code", subject: BY_MAIL },
    });
    for (let minutes = 0; minutes < 3; minutes++) await tell(test, 60);
    assert.deepEqual(await reminders(test, booking.id), [], type);
  }
  await using test = await anOutbox();
  const { booking } = await elsasBooking(test);
  await createDataRequest(test.services, {
    ...{ type: "restriction", locale: "sv", identity: "guest-code", subject: BY_MAIL },
  });
  await yes(test);
  await tell(test);
  await untilReminder(test, booking.trip.pickup.instant, 60);
  await tell(test);
  assert.deepEqual(await reminders(test, booking.id), ["mail reminder sent"]);
});

Deno.test("whoever restricts books, is told of the ride and is driven", async () => {
  await using test = await anOutbox();
  const { services } = test;
  await createDataRequest(services, {
    ...{ type: "restriction", locale: "sv", identity: "guest-code", subject: BY_MAIL },
  });
  const { booking } = await elsasBooking(test);
  await tell(test);
  assert.deepEqual(await toldOf(test, booking.id), [
    "mail confirmation sent",
    "sms confirmation sent",
  ]);
});

Deno.test("retention erases nothing that is restricted and says why, also when it is asked for in the middle of a page", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { booking } = await aStoredBooking(services, { wallTime: "2026-11-24T09:00" });
  const { booking: other } = await aStoredBooking(services, {
    wallTime: "2026-11-24T11:00",
    contact: { name: "Olle", phone: "+46709876543", email: "" },
  });
  clock.set("2028-11-26T04:00:00Z");
  await runRoomJobs(services);
  // A page that was read before: what it wants to do no longer counts.
  const part = services.retentionParts[0];
  assert.ok(part);
  const page = await part.page(clock.now(), null);
  const id = await ask(services, "restriction");
  for (const { fate } of page.looks) {
    assert.ok(typeof fate !== "string");
    for (const commit of (await fate())?.commits ?? []) {
      const tx = new Transaction(services.db);
      commit(tx);
      assert.equal(await tx.commit(), null);
    }
  }
  assert.equal((await tryRetention(services)).booking?.kept.restricted, 1);
  while (await nextPage(services) === "more");
  assert.equal((await services.bookings.get(booking.id))?.booking.contact.name, MAJA.name);
  assert.equal((await services.bookings.get(other.id))?.booking.contact.name, "");
  const [run] = await services.retentionStore.runs(1);
  assert.equal(run?.run.counts.booking?.kept.restricted, 1);
  await does(services, id, { type: "cancel" });
  assert.equal((await tryRetention(services)).booking?.kept.restricted, undefined);
});

Deno.test("figures of a year leave out who has objected or restricted", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  for (let n = 0; n < 12; n++) {
    const phone = `+467098765${String(n).padStart(2, "0")}`;
    await aStoredBooking(services, {
      wallTime: `2026-12-${String(n + 1).padStart(2, "0")}T09:00`,
      contact: { name: "Olle", phone, email: "" },
    });
  }
  const fiscalYearEnd = services.config.fiscalYearEnd;
  const rides = async () => {
    const figures = await makeStatistics({ ...services, fiscalYearEnd }, "2026-12-31", clock.now());
    return figures?.groups.reduce((sum, group) => sum + group.rides, 0);
  };
  assert.equal(await rides(), 12);
  for (const [i, type] of (["restriction", "objection"] as const).entries()) {
    await createDataRequest(services, {
      ...{ type, locale: "sv", identity: "guest-code" },
      subject: { kind: "guest", reach: { kind: "phone", at: `+467098765${`0${i}`}` } },
    });
  }
  assert.equal(await rides(), 10);
});

Deno.test("kept places are not offered while they are restricted, and are there again after", async () => {
  await using test = await testServices();
  const { services } = test;
  const person = await aPerson(services, "Maja", "customer");
  const home = { id: "h", kind: "home", name: "", placeId: "airport:GOT", words: "" } as const;
  await changeOwnPlaces(services, person.id, () => ({ after: [home], answer: null }));
  const signedIn = { person } as Parameters<typeof ownPlaceOffers>[1];
  const offered = async () => (await ownPlaceOffers(services, signedIn, "sv")).length;
  assert.equal(await offered(), 1);
  const { request } = await createDataRequest(services, {
    ...{ type: "restriction", locale: "sv", identity: "fresh-proof" },
    subject: { kind: "person", personId: person.id },
  });
  assert.equal(await offered(), 0);
  await does(services, request.id, { type: "cancel" });
  assert.equal(await offered(), 1);
});

async function ask(
  services: Services,
  type: DataRequestType,
  identity: "guest-code" | null = "guest-code",
): Promise<string> {
  const asked = { type, locale: "sv", identity, subject: BY_PHONE } as const;
  return (await createDataRequest(services, asked)).request.id;
}

async function does(
  services: Services,
  id: string,
  command: RequestCommand,
  by: typeof EVA | typeof OLE = EVA,
): Promise<void> {
  await changeDataRequest(services, id, command, by);
}

async function yes({ services, clock }: Outbox): Promise<void> {
  clock.advance({ seconds: 1 });
  await recordConsent(services, {
    ...{ subject: BY_MAIL, purpose: "reminders", granted: true, locale: "sv", surface: "guest" },
  });
}

async function untilReminder(test: Outbox, pickup: string, seconds: number): Promise<void> {
  const dueMs = Date.parse(pickup) - REMIND_MS + seconds * 1_000;
  await tell(test, (dueMs - test.clock.now().epochMilliseconds) / 1_000);
}

async function reminders(test: Outbox, id: Parameters<typeof toldOf>[1]): Promise<string[]> {
  return (await toldOf(test, id)).filter((one) => one.includes("reminder sent"));
}
