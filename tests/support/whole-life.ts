// Somebody of whom there is something in every family: customer, driver and dispatcher in one.
import assert from "node:assert/strict";
import { joinPerson } from "../../lib/accounts/change-person.ts";
import { beginSession } from "../../lib/accounts/begin-session.ts";
import { addDriverAccount } from "../../lib/accounts/driver-account.ts";
import { keepOwnPlace } from "../../lib/accounts/keep-own-place.ts";
import { accountKeys } from "../../lib/accounts/keys.ts";
import { addPasskey } from "../../lib/accounts/passkey-store.ts";
import { hashPassword } from "../../lib/accounts/password.ts";
import type { Person } from "../../lib/accounts/person.ts";
import { CENTRAL } from "../../lib/accounts/role.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { readRoomFeeds } from "../../lib/assembly/work.ts";
import type { Booking } from "../../lib/booking/booking.ts";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import type { ActId } from "../../lib/booking/operator-act.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { driverId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { fleetKeys } from "../../lib/fleet/keys.ts";
import type { InvoiceBuyer } from "../../lib/invoicing/buyer.ts";
import { ulid } from "../../lib/kernel/ids.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { editLandmark } from "../../lib/places/edit-landmark.ts";
import { beginDraft } from "../../lib/pricing/edit-tariff-draft.ts";
import { recordConsent } from "../../lib/privacy/record-consent.ts";
import { complianceKeys } from "../../lib/compliance/keys.ts";
import { detectionKeys } from "../../lib/detection/keys.ts";
import { retentionKeys } from "../../lib/retention/keys.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { securityKeys } from "../../lib/security/keys.ts";
import { veilKeys } from "../../lib/veil/keys.ts";
import { webhookKeys } from "../../lib/webhooks/keys.ts";
import { sealText } from "../../lib/security/sealed-text.ts";
import { aTrip } from "./trips.ts";
import { quoteTrip } from "../../lib/pricing/quote-trip.ts";

/** What is told apart in their data. */
export interface LifeWords {
  name: string;
  email: string;
  phone: string;
  note: string;
  /** Their driver of the fleet. */
  driver: string;
}

/** A life, in rows. */
export async function wholeLife(
  services: Services,
  words: LifeWords,
): Promise<{ person: Person; booking: Booking }> {
  const { name, email, phone, note } = words;
  await readRoomFeeds(services);
  const grants = (["customer", "dispatcher", "driver"] as const)
    .map((role) => ({ role, entity: CENTRAL }));
  const who = { name, email, phone, locale: "sv", grants } as const;
  const person = await joinPerson(services, who, { kind: "server" });
  await signInRows(services, person, words);
  const booking = await bookingRows(services, person, words);
  await workRows(services, person, booking);
  const place = { kind: "named", name: note, placeId: "landmark:ullevi", words: note } as const;
  await keepOwnPlace(services, person.id, place);
  const subject = { kind: "person", personId: person.id } as const;
  await services.createRequest({
    ...{ type: "objection", subject, locale: "sv", wish: note, identity: "staff" },
  });
  const said = { purpose: "reminders", granted: true, locale: "sv", surface: "account" } as const;
  await recordConsent(services, { subject, ...said });
  await readRoomFeeds(services);
  await services.auditAppender.append();
  return { person, booking };
}

async function signInRows(
  services: Services,
  person: Person,
  { email, driver, note }: LifeWords,
): Promise<void> {
  const at = services.clock.now().toString();
  const { id } = person;
  const tx = new Transaction(services.db);
  tx.set(accountKeys.password(id), await hashPassword("x", services.randomBytes, at, 10));
  const secret = await sealText(services.sealKey, ["x"], "x", services.randomBytes);
  tx.set(accountKeys.authenticator(id), { secret, confirmedAt: at, lastStep: 1 });
  tx.set(accountKeys.recoveryCodes(id), { codes: [{ mark: "x", usedAt: null }], madeAt: at });
  services.identities.add(tx, `mark of ${id}`, {
    ...{ personId: id, source: "google", address: email, linkedAt: at },
  });
  addPasskey(tx, {
    ...{ id: `key of ${id}`, personId: id, publicKey: "x", counter: 0, transports: ["usb"] },
    ...{ name: note, createdAt: at, lastUsedAt: null },
  });
  await beginSession(services, tx, person, {
    factors: ["password"],
    origin: { device: "Chrome · Android", network: "83.252.x.x" },
  });
  await addDriverAccount(services, tx, { personId: id, driverId: driver });
  tx.set(fleetKeys.driverCheck(driverId(driver), ulid(0, services.randomBytes)), {
    ...{ kind: "health", checkedOn: "2026-01-01", goodUntil: "2036-01-01" },
    ...{ by: "another", at: services.clock.now().toString() },
  });
  await tx.commit();
}

async function bookingRows(
  services: Services,
  person: Person,
  { name, email, phone, note }: LifeWords,
): Promise<Booking> {
  const quote = await quoteTrip(services, aTrip());
  const { booking, link } = await createBooking(services, {
    ...{ quoteId: quote.id, vehicleClass: "standard", flightNumber: "", note, locale: "sv" },
    ...{ contact: { name, email, phone }, idempotencyKey: crypto.randomUUID() },
  }, { actor: { kind: "customer", id: person.id }, sender: "", mayExceed: false });
  await invoiceTo(services, booking, { name, email, reference: note });
  const endpoint = `https://push.example/${booking.id}`;
  const ends = services.clock.now().add({ hours: 100 }).toString();
  await services.pushStore.add(booking.id, { endpoint, p256dh: "x", auth: "x" }, ends);
  await cancelBooking(services, { link, reason: note, expectedFeeOre: 0 });
  return booking;
}

async function invoiceTo(
  { buyers, db }: Services,
  { id: bookingId, trip, createdAt: at }: Booking,
  told: { name: string; email: string; reference: string },
): Promise<void> {
  const buyer: InvoiceBuyer = {
    ...{ kind: "person", organisationNumber: "", peppolId: "", isCollected: false },
    ...{ street: "Storgatan", postcode: "411 06", city: "Göteborg", ...told },
  };
  const tx = new Transaction(db);
  const pickupMs = Date.parse(trip.pickup.instant);
  buyers.add(tx, await buyers.claimsOf(buyer), { bookingId, buyer, pickupMs, at });
  await tx.commit();
}

async function workRows(services: Services, person: Person, booking: Booking): Promise<void> {
  const at = services.clock.now().toString();
  const { name } = person;
  const actId = ulid(Date.parse(at), services.randomBytes) as ActId;
  const tx = new Transaction(services.db);
  tx.set(bookingKeys.operatorAct(actId), {
    ...{ id: actId, kind: "cancel", at, due: at, spans: [], outage: null, outcome: "left" },
    actor: { kind: "operator", id: person.id, name },
  });
  const vehicle = vehicleId(`V of ${name}`);
  tx.set(fleetKeys.vehicleOutages(vehicle), {
    outages: [{ id: "o", startMs: Date.parse(at), endMs: null, reason: name, by: name }],
  });
  tx.set(webhookKeys.endpoint(`endpoint of ${person.id}`), {
    ...{ id: `endpoint of ${person.id}`, url: "https://hooks.shop.se/x", events: [] },
    ...{ secrets: [], state: { kind: "on", since: at }, createdAt: at, createdBy: name },
  });
  tx.set(webhookKeys.delivery("e", `d of ${booking.id}`), {
    ...{ id: `d of ${booking.id}`, endpointId: "e", bookingId: booking.id, eventId: "x" },
    ...{ event: "booking.confirmed", act: null, body: "{}", at, due: at },
    ...{ state: "delivered", attempts: 1, firstTriedAt: at, triedAt: at },
    ...{ status: 200, said: "" },
  });
  const held = { bookingId: booking.id, reason: "Tvist", by: name, at };
  tx.set(retentionKeys.hold(booking.id), held);
  tx.set(veilKeys.veil(`veil of ${person.id}`), {
    ...{ id: `veil of ${person.id}`, kind: "customer", isSet: false },
    marks: [await reachMark(services.reachKey, "person", person.id)],
    steps: [{ type: "lifted", at, by: { kind: "self", name: "" }, reason: "" }],
  });
  const mark = await reachMark(services.reachKey, "person", person.id);
  tx.set(securityKeys.limitRefusal(mark, at.slice(0, 10), "held-bookings"), {
    ...{ at, rule: "held-bookings", version: "5 bookings", counted: 5, most: 5 },
  });
  const by = { id: person.id, name };
  tx.set(complianceKeys.breachEvent(`breach of ${person.id}`, 2), { at, by, type: "close" });
  const looked = { roles: ["dispatcher@central"], at, by: "another", byName: "Another" };
  tx.set(complianceKeys.accessReview("2026-4", person.id), looked);
  tx.set(detectionKeys.staffDay(person.id, at.slice(0, 10)), { subjects: 3, isNight: false });
  tx.set(detectionKeys.finding(`finding of ${person.id}`), {
    ...{ id: `finding of ${person.id}`, detector: "code-guessing", at, since: at },
    ...{ identity: { kind: "person", mark: person.id }, count: 9, threshold: 5 },
  });
  await tx.commit();
  const named = { name, nameEn: name, area: "", town: "Ort", aliases: [] };
  const fields = { kind: "arena", point: { lat: 59.3, lng: 18 }, isExact: true, ...named } as const;
  const command = { type: "add", fields, mayBeFar: true } as const;
  const added = { id: "", command, expectedVersion: 0, operatorName: name };
  assert((await editLandmark(services, added)).ok);
  const [tariff] = await services.tariffs.list();
  assert(tariff);
  const { version: _, ...content } = tariff;
  await beginDraft(services, {
    name: `Utkast ${name}`,
    tariff: content,
    by: { id: person.id, name },
  });
}
