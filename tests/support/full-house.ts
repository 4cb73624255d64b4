// A database of real size: somebody of whom there is something in every family, and of each as many rows as a list can show.
import { addMoneyRows } from "./money-rows.ts";
import { feeKeys } from "../../lib/fees/keys.ts";
import { SHIPPED_EDITION } from "../../lib/fees/fee-terms.ts";
import assert from "node:assert/strict";
import { accountKeys } from "../../lib/accounts/keys.ts";
import type { Person } from "../../lib/accounts/person.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { type Booking, bookingId } from "../../lib/booking/booking.ts";
import { writeDayIndex, writeDriverIndex } from "../../lib/booking/booking-store.ts";
import { driversOfBookings } from "../../lib/booking/work.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { registerBreach } from "../../lib/compliance/change-breach.ts";
import { complianceKeys } from "../../lib/compliance/keys.ts";
import { detectionKeys } from "../../lib/detection/keys.ts";
import { driverId, type VehicleId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { fleetKeys } from "../../lib/fleet/keys.ts";
import { incidentKeys } from "../../lib/incidents/keys.ts";
import type { DataSubject } from "../../lib/kernel/own-data.ts";
import type { Key } from "../../lib/kv/family.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { readList } from "../../lib/kv/read.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { messageKeys } from "../../lib/messages/keys.ts";
import type { MessageOutcome, OutboxMessage } from "../../lib/messages/message.ts";
import { outcomesOfMessages, writeMessage } from "../../lib/messages/message-store.ts";
import { placeKeys } from "../../lib/places/keys.ts";
import { pricingKeys } from "../../lib/pricing/keys.ts";
import { privacyKeys } from "../../lib/privacy/keys.ts";
import { retentionKeys } from "../../lib/retention/keys.ts";
import { securityKeys } from "../../lib/security/keys.ts";
import { veilKeys } from "../../lib/veil/keys.ts";
import { paymentId } from "../../lib/payments/payment.ts";
import { paymentKeys } from "../../lib/payments/keys.ts";
import { aPayment } from "./payments.ts";
import { writeSettlements } from "./many-settlements.ts";
import { webhookKeys } from "../../lib/webhooks/keys.ts";
import { aDeadJob } from "./dead-jobs.ts";
import { aBooking } from "./bookings.ts";
import { BARE_BREACH, HANNA } from "./breaches.ts";
import { someIncidents } from "./incidents.ts";
import { aMessageFor } from "./outbox.ts";
import { wholeLife } from "./whole-life.ts";

/** Bookings of the day the house is full of. */
export const DAY_BOOKINGS = 600;
/** The booking all payments are of. */
export const PAID_BOOKING = "01KA0000000000000000000B00";

/** The day. */
export const FULL_DAY = "2026-11-24";

/** Drivers who share them. */
export const DRIVERS = 30;
/** Rows a commit of the fixture writes. */
const PER_COMMIT = 10;

/** The house. */
export interface FullHouse {
  services: Services;
  person: Person;
  booking: Booking;
  /** Of all data requests, and of all consents: by whose mark they are found. */
  requester: string;
  consenter: string;
  /** Ids of what has many events. */
  request: string;
  breach: string;
  landmark: string;
  /** A driver with some of the day's rides. */
  driver: string;
  /** The person, as one is whose data are handed out. */
  subject: DataSubject;
}

/** What it is filled with first. */
type Opened = Pick<FullHouse, "services" | "person" | "booking">;

/** An id that sorts by its number, behind those of today. */
export function idOf(i: number): string {
  return `01KAS${String(i).padStart(21, "0")}`;
}

/** Fills a database. */
export async function fullHouse(services: Services): Promise<FullHouse> {
  const words = { name: "Maja Öberg", email: "maja@example.org", phone: "+46701234567" };
  const life = await wholeLife(services, { ...words, note: "Portkod", driver: "D01" });
  const house = { services, ...life };
  await bookings(house);
  await account(house);
  const made = await registerBreach(services, BARE_BREACH, HANNA);
  assert(made.ok);
  const request = await first(house, privacyKeys.dataRequest.prefix);
  const consent = await first(house, privacyKeys.consentRecord.prefix);
  await records(house);
  const day = { at: services.clock.now().toString(), date: FULL_DAY, bookingId: PAID_BOOKING };
  await write(house, 600, (tx, i) => addMoneyRows(tx, { ...day, nth: i, id: idOf(i) }));
  await write(house, 300, writeSettlements);
  await messages(house);
  await privacy(house);
  await machinery(house);
  const landmark = await firstKey(house, placeKeys.landmarkEvent.prefix);
  return {
    ...house,
    ...{ requester: request.mark, consenter: consent.mark, request: request.id },
    breach: made.breach.id,
    landmark: String(landmark[1]),
    driver: "D11",
    subject: {
      ...{ personId: life.person.id, marks: [request.mark], reaches: [words.email, words.phone] },
      ...{ bookingIds: [life.booking.id], driverId: "D01", operatorName: words.name },
    },
  };
}

/** Writes `count` rows, some a commit. */
async function write(
  { services }: Pick<FullHouse, "services">,
  count: number,
  add: (tx: Transaction, i: number) => void,
): Promise<void> {
  for (let from = 0; from < count; from += PER_COMMIT) {
    const tx = new Transaction(services.db);
    for (let i = from; i < Math.min(count, from + PER_COMMIT); i++) add(tx, i);
    await tx.commit();
  }
}

/** The first row under a prefix, to be made many. */
async function first<Value>({ services }: Opened, prefix: Key<Value>): Promise<Value> {
  const [row] = await readList(services.db.read, { prefix }, 1);
  assert(row, `there is no ${String(prefix[0])}`);
  return row.value;
}

async function firstKey(house: Opened, prefix: Key<unknown>): Promise<Deno.KvKey> {
  const [row] = await readList(house.services.db.read, { prefix }, 1);
  return row?.key ?? [];
}

/** Days of many bookings, a busy one among them, of every state; each day is many drivers'. */
async function bookings(house: Opened): Promise<void> {
  const owned = await firstKey(house, bookingKeys.bookingByOwner.prefix);
  const act = await first(house, bookingKeys.operatorAct.prefix);
  const driven = aBooking("assigned");
  await write(house, DAY_BOOKINGS, (tx, i) => {
    const id = bookingId(idOf(i));
    const booking = { ...driven, id, driverId: driverId(`D${i % DRIVERS}`) } as Booking;
    tx.set(bookingKeys.booking(id), booking);
    writeDayIndex(tx, null, booking);
    writeDriverIndex(tx, null, booking);
    tx.set(bookingKeys.bookingByOwner(String(owned[1]), id), id);
    const actId = idOf(i) as typeof act.id;
    tx.set(bookingKeys.operatorAct(actId), { ...act, id: actId });
  });
  while (await driversOfBookings.step(house.services.db) !== "done");
  const event = await first(house, bookingKeys.bookingEvent.prefix);
  await write(
    house,
    300,
    (tx, i) => tx.set(bookingKeys.bookingEvent(house.booking.id, i + 10), event),
  );
}

async function account(house: Opened): Promise<void> {
  const { id } = house.person;
  const [session, passkey, identity, event] = [
    await first(house, accountKeys.session.prefix),
    await first(house, accountKeys.passkey.prefix),
    await first(house, accountKeys.identity.prefix),
    await first(house, accountKeys.personEvent.prefix),
  ];
  await write(house, 19, (tx, i) => {
    tx.set(accountKeys.session(idOf(i)), { ...session, id: idOf(i) });
    tx.set(accountKeys.ownSession(id, idOf(i)), { absoluteExpiresAt: session.absoluteExpiresAt });
  });
  await write(house, 9, (tx, i) => {
    tx.set(accountKeys.passkey(idOf(i)), { ...passkey, id: idOf(i) });
    tx.set(accountKeys.ownPasskey(id, idOf(i)), idOf(i));
    tx.set(accountKeys.identity(idOf(i)), identity);
    tx.set(accountKeys.ownIdentity(id, idOf(i)), idOf(i));
  });
  await write(house, 300, (tx, i) => {
    tx.set(accountKeys.personEvent(id, i + 10), event);
    tx.set(accountKeys.person(idOf(i)), { ...house.person, id: idOf(i) });
    tx.set(accountKeys.staff(idOf(i)), idOf(i));
  });
}

/** What operators look at besides rides. */
async function records(house: Opened): Promise<void> {
  const { services, person } = house;
  const breach = await first(house, complianceKeys.breach.prefix);
  const breachEvent = await first(house, complianceKeys.breachEvent.prefix);
  const finding = await first(house, detectionKeys.finding.prefix);
  const hold = await first(house, retentionKeys.hold.prefix);
  const story = await readList(services.db.read, { prefix: placeKeys.landmarkEvent.prefix }, 1);
  const landmark = await first(house, placeKeys.landmark.prefix);
  const draft = await first(house, pricingKeys.tariffDraft.prefix);
  const at = services.clock.now().toString();
  await write(house, 300, (tx, i) => {
    tx.set(complianceKeys.breach(idOf(i)), { ...breach, id: idOf(i) });
    tx.set(complianceKeys.breachEvent(breach.id, i + 10), breachEvent);
    tx.set(detectionKeys.finding(idOf(i)), { ...finding, id: idOf(i) });
    tx.set(detectionKeys.staffDay(person.id, `2026-10-${String(i).padStart(3, "0")}`), {
      ...{ subjects: i, isNight: false },
    });
    tx.set(detectionKeys.sums(`2026-11-${String(i % 30).padStart(2, "0")}`, `p${i}`), { a: 1 });
    tx.set(retentionKeys.hold(idOf(i)), { ...hold, bookingId: idOf(i) });
    tx.set(retentionKeys.run(idOf(i)), {
      ...{ id: idOf(i), startedAt: at, finishedAt: at, part: 0, after: null, counts: {} },
    });
    tx.set(retentionKeys.statistics(`${2000 + i}-12-31`), {
      ...{ year: `${2000 + i}-12-31`, groups: [], isIncomplete: false, madeAt: at },
    });
    tx.set(placeKeys.landmark(idOf(i)), landmark);
    const [told] = story;
    assert(told);
    tx.set(placeKeys.landmarkEvent(String(told.key[1]), i + 10), told.value);
    const bookedFrom = `20${String(i % 99).padStart(2, "0")}-01-01`;
    tx.set(feeKeys.feeEdition(bookedFrom), { ...SHIPPED_EDITION, bookedFrom });
    tx.set(feeKeys.feeDraft(bookedFrom), {
      ...{ ...SHIPPED_EDITION, bookedFrom, revision: 1, authors: ["a"] },
    });
    tx.set(pricingKeys.tariffDraft(idOf(i) as typeof draft.id), {
      ...draft,
      id: idOf(i) as typeof draft.id,
    });
  });
  const outages = await first(house, fleetKeys.vehicleOutages.prefix);
  const vehicles = Array.from({ length: 60 }, (_, i): VehicleId => vehicleId(`X${i}`));
  await write(house, vehicles.length, (tx, i) => {
    const vehicle = vehicles[i] ?? vehicleId("X0");
    for (const day of ["2026-11-23", FULL_DAY, "2026-11-25"]) {
      tx.set(fleetKeys.vehicleDay(day, vehicle), { spans: [] });
    }
    tx.set(fleetKeys.vehicleOutages(vehicle), outages);
  });
}

/** Half a thousand messages of every outcome, most of them sent. */
async function messages(house: Opened): Promise<void> {
  await aMessageFor(house, "Elsa");
  const message = await first(house, messageKeys.outbox.prefix);
  const outcomes: readonly MessageOutcome[] = [
    ...["sent", "sent", "sent"] as const,
    ...["failed", "withdrawn", "waiting", "dropped"] as const,
  ];
  await write(house, 1_500, (tx, i) => {
    const outcome = outcomes[i % outcomes.length] ?? "sent";
    const one: OutboxMessage = { ...message, id: idOf(i), outcome, attempts: 1 };
    writeMessage(tx, null, one);
  });
  while (await outcomesOfMessages.step(house.services.db) !== "done");
  await write(house, 40, (tx, i) => {
    tx.set(messageKeys.ridesOfReach("mark of a reach", bookingId(idOf(i))), {
      bookingId: bookingId(idOf(i)),
      until: "2027-11-24T00:00:00Z",
    });
  });
}

async function privacy(house: Opened): Promise<void> {
  const request = await first(house, privacyKeys.dataRequest.prefix);
  const event = await first(house, privacyKeys.dataRequestEvent.prefix);
  const consent = await first(house, privacyKeys.consentRecord.prefix);
  await write(house, 150, (tx, i) => {
    const one = { ...request, id: idOf(i) };
    tx.set(privacyKeys.dataRequest(one.id), one);
    tx.set(privacyKeys.dataRequestByMark(request.mark, one.id), one.id);
    tx.set(privacyKeys.dataRequestByDue(request.dueOn, one.id), `${one.type} ${one.state} `);
    tx.set(privacyKeys.dataRequestEvent(request.id, i + 10), event);
    tx.set(privacyKeys.consentRecord(idOf(i)), { ...consent, id: idOf(i) });
    tx.set(privacyKeys.consentByMark(consent.mark, idOf(i)), idOf(i));
  });
}

/** What the product keeps for itself. */
const BEFORE = "2026-01-01T00:00:00Z";
const FORMER = { url: "https://a.example", createdAt: BEFORE, removedAt: BEFORE };
const TELLING = { about: "restricted", marks: ["m"], personId: null, from: BEFORE } as const;

async function machinery(house: Opened): Promise<void> {
  const { services } = house;
  const at = services.clock.now().toString();
  const nowMs = services.clock.now().epochMilliseconds;
  const job = await aDeadJob(services);
  await write(house, 30, (tx, i) => {
    tx.set(securityKeys.erasureLedger(idOf(i)), { keyId: idOf(i), at, requestId: null });
  });
  await someIncidents(services);
  const incident = await first(house, incidentKeys.incident.prefix);
  const delivery = await first(house, webhookKeys.delivery.prefix);
  await write(house, 300, (tx, i) => {
    const { diedAt: _, ...again } = { ...job, id: idOf(i) };
    tx.set(kvKeys.deadJob(idOf(i)), { ...job, id: idOf(i) });
    tx.set(kvKeys.job(nowMs - i, idOf(i)), again);
    tx.set(kvKeys.counter("booking confirmed", `2026-11-${i}`), i);
    tx.set(incidentKeys.incident(idOf(i)), { ...incident, fingerprint: idOf(i) });
    tx.set(webhookKeys.former(idOf(i)), { ...FORMER, id: idOf(i) });
    tx.set(privacyKeys.recipientTelling(idOf(i), "restricted"), {
      ...{ ...TELLING, requestId: idOf(i), isGathered: true },
    });
    tx.set(webhookKeys.delivery("e", `k${idOf(i)}`), { ...delivery, id: `k${idOf(i)}` });
    tx.set(webhookKeys.due("e", nowMs - i, idOf(i)), idOf(i));
    const payment = aPayment({ id: paymentId(idOf(i)), bookingId: PAID_BOOKING });
    tx.set(paymentKeys.payment(payment.id), payment);
    tx.set(paymentKeys.paymentByBooking(PAID_BOOKING, payment.id), payment.id);
    tx.set(auditKeys.further("hash", i), ["mark"]);
    tx.set(fleetKeys.driverCheck(driverId(i < 150 ? "D01" : "D02"), idOf(i)), {
      ...{ kind: "health", checkedOn: FULL_DAY, goodUntil: FULL_DAY, by: "p", at },
    });
    tx.set(veilKeys.veil(idOf(i)), {
      ...{ id: idOf(i), kind: "customer", marks: [], isSet: true, steps: [] },
    });
    tx.set(auditKeys.checkpoint(i + 1), { note: "note", at });
    tx.set(securityKeys.limitRefusal("mark", `2026-${i}`, "held-bookings"), {
      ...{ at, rule: "held-bookings", version: "5 bookings", counted: 5, most: 5 },
    });
  });
  const kek = { check: null, firstUsedAt: at, uses: 1, retiredAt: null };
  await write(house, 20, (tx, i) => tx.set(securityKeys.keyEncryptionKey(i + 100), kek));
}
