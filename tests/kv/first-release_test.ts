// What the first release wrote, today's code opens, serves and changes: a fault here is a broken upgrade.
import assert from "node:assert/strict";
import { lookAtLink } from "../../lib/accounts/one-time-link.ts";
import { BOOKING_STATUSES, bookingId } from "../../lib/booking/booking.ts";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { previewCancellation } from "../../lib/booking/cancellation-rules.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { eventCounts } from "../../lib/booking/count-events.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { readManageLink } from "../../lib/booking/manage-link.ts";
import { rescheduleBooking } from "../../lib/booking/reschedule-booking.ts";
import { KEY_FAMILIES, RETIRED_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import { listDeadJobs } from "../../lib/kv/dead-jobs.ts";
import { dropRetired } from "../../lib/kv/retired.ts";
import { quoteId } from "../../lib/pricing/quote.ts";
import { readQuote } from "../../lib/pricing/read-quote.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { FIRST_RELEASE, servicesOver } from "../support/fixture-database.ts";
import { refusal } from "../support/refusal.ts";
import { MAJA } from "../support/trips.ts";

const { bookings, quotes, operator, purchase } = FIRST_RELEASE;
const MORE_ROWS_THAN_ANY_FAMILY = 1_000;
/** Families of the code that the first release did not have. */
const NEWER_FAMILIES: readonly string[] = [
  ...["feed", "feedReader", "feedPruned", "backfill", "tries", "landmark", "landmarkEvent"],
  ...["pace", "heldBookings", "driverCheck", "payment", "paymentByBooking", "paymentByIntent"],
  ...["providerEvent", "bookedBuyer", "buyerClaims", "invoice", "openInvoice"],
  ...["auditIntent", "auditEntry", "auditTile", "auditBlock", "auditHead", "auditCheckpoint"],
  ...["auditWords", "auditFurther"],
  ...["operatorAct", "vehicleOutages", "permitHolder", "edition", "staged"],
  ...["incident", "failure", "trail", "tariffDraft", "feeEdition", "feeDraft"],
  ...["alarmMessage", "alarmGathering", "alarmOutlet"],
  ...["person", "personEvent", "personByReach", "staff", "admins"],
  ...["session", "ownSession", "entryLink", "password", "authenticator"],
  ...["sms", "smsSpend", "webhookEndpoint", "webhookNews"],
  ...["webhookDelivery", "webhookLine", "webhookDue", "pushSubscriptions"],
  ...["pendingAuthenticator", "recoveryCodes", "halfwaySignIn", "sentCode", "guestProof"],
  ...["outbox", "outboxByOutcome", "messageThread", "messagesBegun", "ridesOfReach"],
  ...["identity", "ownIdentity", "pendingIdentity", "signInFlow"],
  ...["passkey", "ownPasskey", "passkeyChallenge", "bookingByOwner"],
  ...["bookingByDriver"],
  ...["driverAccount", "accountOfDriver", "ownPlaces", "keyEncryptionKey"],
  "keyRotation",
  ...["dataRequest", "dataRequestEvent", "dataRequestByMark"],
  ...["openDataRequest", "dataRequestByDue"],
  ...["bookingByMark", "subjectKeyOf", "subjectKey", "erasureLedger", "newestErasure"],
  ...["limitRefusal", "paperReminder"],
  ...["consentRecord", "consentByMark", "consentNow", "consentText"],
  ...["subjectLimits", "limitsEdition"],
  ...["retentionRun", "rideStatistics", "legalHold", "erasure", "recipientNotice"],
  ...["recipientTelling", "formerEndpoint"],
  ...["veil", "veilByMark", "restrictedMark"],
  ...["breach", "breachEvent", "securitySums", "staffDay", "securityFinding"],
  ...["accessReview", "complianceReport"],
  ...["sale", "saleDocument", "voucher", "documentSeries", "bookingPosted", "bookNote"],
  ...["archivedDocument", "documentPart"],
  ...["reconciledDay", "difference", "differenceByDay", "openDifference"],
  ...["settlementTerms", "settlementState", "settlementAdjustment", "settlement"],
  ...["payeeAccount", "paymentQueue", "paymentFile"],
  ...["refundProposal", "waitingProposal"],
  ...["archivedDocument", "documentPart", "fortnoxLink"],
];

/** Families that came after the first release, and are read no more. */
const NEWER_RETIRED: readonly string[] = ["outboxFailed"];
const RETIRED_OF_FIRST = RETIRED_FAMILIES.filter((name) => !NEWER_RETIRED.includes(name));

async function stored(services: Services, id: string) {
  const found = await services.bookings.get(bookingId(id));
  assert.ok(found, `booking ${id}`);
  return found.booking;
}

Deno.test("every key family of the code has the rows the first release wrote, and no row is nobody's", async () => {
  await using test = await servicesOver("first-release");
  const names = KEY_FAMILIES.map(({ name }) => name).filter((n) => !NEWER_FAMILIES.includes(n));
  const counts: Record<string, number> = {};
  for (const name of [...names, ...RETIRED_OF_FIRST]) {
    const selector = { prefix: [name] };
    const list = test.services.db.read.list(selector, { limit: MORE_ROWS_THAN_ANY_FAMILY });
    counts[name] = (await Array.fromAsync(list)).length;
    assert.ok(counts[name] > 0, `no rows of ${name}`);
  }
  assert.deepEqual(counts, FIRST_RELEASE.rows);
});

Deno.test("rows of families that nobody reads any more are dropped, all others stay", async () => {
  await using test = await servicesOver("first-release");
  const { db } = test.services;
  while (!await dropRetired(db, RETIRED_FAMILIES));
  const counts: Record<string, number> = {};
  for await (const { key } of db.read.list({ prefix: [] }, { batchSize: 500 })) {
    counts[String(key[0])] = (counts[String(key[0])] ?? 0) + 1;
  }
  const kept = Object.entries(FIRST_RELEASE.rows)
    .filter(([name]) => !RETIRED_FAMILIES.includes(name));
  // Each of those commits says that it was made.
  const { auditIntent, ...others } = counts;
  assert.ok(auditIntent !== undefined && auditIntent >= RETIRED_OF_FIRST.length);
  assert.deepEqual(others, Object.fromEntries(kept));
});

Deno.test("bookings of the first release replay, are found by every index and cover every status", async () => {
  await using test = await servicesOver("first-release");
  const all = await auditBookings(test.services.db);
  const statuses = new Set(all.map(({ status }) => status));
  assert.deepEqual(
    BOOKING_STATUSES.filter((status) => !statuses.has(status)),
    ["awaiting-payment", "lapsed"],
    "the first release took no payments",
  );
  for (const status of BOOKING_STATUSES) {
    if (status === "awaiting-payment" || status === "lapsed") continue;
    const { id, reference, link, version, totalOre } = bookings[status];
    assert.equal(await readManageLink(test.services.linkKey, link), id);
    const booking = await stored(test.services, id);
    assert.deepEqual(
      [booking.status, booking.reference, booking.version, booking.trip.totalOre],
      [status, reference, version, totalOre],
    );
  }
  const { id } = bookings.rescheduled;
  const events = await test.services.bookings.events(bookingId(id));
  assert.deepEqual(events.map(({ type }) => type), ["confirmed", "rescheduled"]);
});

Deno.test("a customer of the first release cancels by the manage link", async () => {
  await using test = await servicesOver("first-release");
  const { id, link } = bookings.english;
  const before = await stored(test.services, id);
  const nowMs = test.clock.now().epochMilliseconds;
  const { feeOre: expectedFeeOre } = previewCancellation(before, nowMs);
  await cancelBooking(test.services, { link, reason: "", expectedFeeOre });
  assert.equal((await stored(test.services, id)).status, "cancelled");
  await auditBookings(test.services.db);
});

Deno.test("an operator of the first release signs in anew, assigns a booking and drives it on", async () => {
  await using test = await servicesOver("first-release");
  const { services } = test;
  assert.equal(await services.sessions.use(operator.sessionSecret), null);
  const { id, version } = bookings.toAssign;
  const { reservation } = await stored(services, id);
  const driver = (await services.fleet.drivers())
    .find(({ vehicleId }) => vehicleId === reservation.vehicleId);
  assert.ok(driver);
  const change = {
    bookingId: bookingId(id),
    actor: { kind: "operator", id: null, name: "Karin" },
  } as const;
  const assigned = await changeBooking(services, {
    ...change,
    command: { type: "assign", driverId: driver.id },
    expectedVersion: version,
  });
  const departed = await changeBooking(services, {
    ...change,
    command: { type: "depart" },
    expectedVersion: assigned.version,
  });
  assert.equal(departed.status, "en-route");
  await auditBookings(services.db);
});

Deno.test("links to the operators' door of the first release named nobody, and let nobody in", async () => {
  await using test = await servicesOver("first-release");
  for (const token of [operator.unusedLink, operator.usedLink]) {
    assert.equal((await lookAtLink(test.services, token)).state, "unknown");
  }
});

Deno.test("tariffs of the first release go on pricing to the öre", async () => {
  await using test = await servicesOver("first-release");
  const tariffs = await test.services.tariffs.list();
  assert.deepEqual(new Set(tariffs.map(({ rounding }) => rounding)), new Set(["none"]));
});

Deno.test("a quote of the first release is bought at its price, and only once", async () => {
  await using test = await servicesOver("first-release");
  const { id, totalOre } = quotes.buyable;
  const buy = (idempotencyKey: string) =>
    createBooking(test.services, {
      quoteId: quoteId(id),
      vehicleClass: "standard",
      contact: MAJA,
      flightNumber: "",
      note: "",
      locale: "sv",
      idempotencyKey,
    });
  const { booking } = await buy("one");
  assert.equal((await stored(test.services, booking.id)).trip.totalOre, totalOre);
  await refusal(buy("two"), "quote-used");
  await auditBookings(test.services.db);
});

Deno.test("a quote of the first release that is over cannot be bought, and its row still says so", async () => {
  await using test = await servicesOver("first-release");
  const input = {
    vehicleClass: "standard",
    contact: MAJA,
    flightNumber: "",
    note: "",
    locale: "sv",
  } as const;
  const expired = { ...input, quoteId: quoteId(quotes.expired.id), idempotencyKey: "late" };
  await refusal(createBooking(test.services, expired), "quote-expired");
  const { services: { quotes: store, quoteKey } } = test;
  const quote = await readQuote({ quotes: store, quoteKey }, quoteId(quotes.bought.id));
  assert.equal(quote.id, quotes.bought.id);
});

Deno.test("a purchase sent to the first release and sent again today is one booking", async () => {
  await using test = await servicesOver("first-release");
  const again = await createBooking(test.services, {
    ...purchase,
    flightNumber: "",
    quoteId: quoteId(purchase.quoteId),
    vehicleClass: "standard",
    locale: "sv",
  });
  assert.equal(again.booking.id, bookings.confirmed.id);
  assert.equal(again.link, bookings.confirmed.link);
});

Deno.test("a move priced by the first release is made", async () => {
  await using test = await servicesOver("first-release");
  const { link } = bookings.confirmed;
  const moved = await rescheduleBooking(test.services, {
    link,
    quoteId: quoteId(quotes.forMovingConfirmed.id),
  });
  assert.equal(moved.trip.pickup.wallTime, "2026-11-24T18:00");
  await auditBookings(test.services.db);
});

Deno.test("a job the first release left due is done, and its dead job waits for a person", async () => {
  await using test = await servicesOver("first-release");
  const { services } = test;
  await runRoomJobs(services);
  assert.equal((await stored(services, bookings.dueToExpire.id)).status, "expired");
  const { jobs: [dead] } = await listDeadJobs(services);
  assert.equal(dead?.id, FIRST_RELEASE.jobs.deadId);
  assert.equal(dead?.kind, FIRST_RELEASE.jobs.dueKind);
  assert.equal(dead?.attempts, 8);
  assert.equal(dead?.diedAt, null);
  await auditBookings(services.db);
});

Deno.test("what the first release counted is counted on: its numbers are read, counted anew, and grow", async () => {
  await using test = await servicesOver("first-release");
  const { services, clock } = test;
  for (const [day, counts] of Object.entries(FIRST_RELEASE.counters)) {
    assert.deepEqual(await eventCounts(services, day), counts);
  }
  await readRoomFeeds(services);
  for (const [day, counts] of Object.entries(FIRST_RELEASE.counters)) {
    assert.deepEqual(await eventCounts(services, day), counts, "counted anew from the events");
  }
  const today = localDate(clock.now());
  const before = await eventCounts(services, today);
  const { link } = bookings.confirmed;
  await cancelBooking(services, { link, reason: "", expectedFeeOre: 0 });
  await readRoomFeeds(services);
  assert.deepEqual(await eventCounts(services, today), {
    ...before,
    cancelled: before.cancelled + 1,
  });
});
