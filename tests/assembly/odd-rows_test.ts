// One row that nobody can read costs that row and no more: planted in every family, among rows that are right, by a
// slip of the hand, a half-restored copy or a program of somebody else's.
import assert from "node:assert/strict";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { readRoomFeeds, roomWork, runRoomJobs } from "../../lib/assembly/work.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { takeOutOfTraffic } from "../../lib/dispatch/vehicle-outage.ts";
import type { VehicleId } from "../../lib/fleet/vehicle.ts";
import type { AnyFamily } from "../../lib/kv/family.ts";
import { Sweep } from "../../lib/kv/sweep.ts";
import { decodeRow } from "../../lib/kv/stored-row.ts";
import { UnreadableRow } from "../../lib/kv/unreadable-rows.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { tempFolder } from "../support/databases.ts";
import { recordsOf } from "../support/kept-log.ts";
import { anOperator, type TestProduct, testProduct } from "../support/operator.ts";
import { fc } from "../support/property.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

const ULID = "01KAQ0000000000000000000ZZ";
const DAY = "2026-11-23";

/** A key of every family that stands among its real ones; a family without one does not pass. */
const KEYS: Readonly<Record<string, Deno.KvKey>> = {
  feed: ["feed", "00000000000000000001"],
  feedReader: ["feedReader", "booking-counts"],
  feedPruned: ["feedPruned"],
  job: ["job", 1, "odd"],
  deadJob: ["deadJob", "odd"],
  counter: ["counter", "booking confirmed", DAY],
  idempotency: ["idempotency", "odd", "odd"],
  backfill: ["backfill", "booking-day-rows-3"],
  tries: ["tries", "odd", "odd"],
  paperReminder: ["paperReminder", "odd", "health"],
  limitRefusal: ["limitRefusal", "odd", "2026-11-24", "held-bookings"],
  pace: ["pace", "odd", "odd"],
  edition: ["edition"],
  staged: ["staged", ULID, 0],
  about: ["about", "odd"],
  keyEncryptionKey: ["keyEncryptionKey", 1],
  keyRotation: ["keyRotation"],
  auditIntent: ["auditIntent", "00000000000000000001"],
  auditEntry: ["auditEntry", 0],
  auditTile: ["auditTile", 0, 0],
  auditWords: ["auditWords", 0],
  auditFurther: ["auditFurther", "x", 0],
  auditBlock: ["auditBlock", 0],
  auditHead: ["auditHead"],
  auditCheckpoint: ["auditCheckpoint", 1],
  landmark: ["landmark", "landmark:ullevi"],
  landmarkEvent: ["landmarkEvent", "landmark:ullevi", 1],
  person: ["person", ULID],
  personEvent: ["personEvent", ULID, 1],
  personByReach: ["personByReach", "odd"],
  staff: ["staff", ULID],
  admins: ["admins"],
  session: ["session", "odd"],
  ownSession: ["ownSession", ULID, "odd"],
  password: ["password", ULID],
  authenticator: ["authenticator", ULID],
  pendingAuthenticator: ["pendingAuthenticator", ULID],
  recoveryCodes: ["recoveryCodes", ULID],
  halfwaySignIn: ["halfwaySignIn", "odd"],
  driverAccount: ["driverAccount", ULID],
  accountOfDriver: ["accountOfDriver", "D00"],
  passkey: ["passkey", "odd"],
  ownPasskey: ["ownPasskey", ULID, "odd"],
  ownPlaces: ["ownPlaces", ULID],
  passkeyChallenge: ["passkeyChallenge", "odd"],
  sentCode: ["sentCode", "odd"],
  guestProof: ["guestProof", "odd"],
  identity: ["identity", "odd"],
  ownIdentity: ["ownIdentity", ULID, "odd"],
  pendingIdentity: ["pendingIdentity", "odd"],
  signInFlow: ["signInFlow", "odd", "odd"],
  entryLink: ["entryLink", "odd"],
  vehicle: ["vehicle", "V00"],
  permitHolder: ["permitHolder", "H00"],
  driver: ["driver", "D00"],
  driverCheck: ["driverCheck", "D00", ULID],
  vehicleDay: ["vehicleDay", DAY, "V02"],
  vehicleOutages: ["vehicleOutages", "V03"],
  // The last of all days: read as the one in force, it is left out, and the one before it is.
  feeEdition: ["feeEdition", "2026-01-01"],
  feeDraft: ["feeDraft", "2026-01-01"],
  quote: ["quote", ULID],
  // One that would rule days keeps them from being sold: tests/pricing/unreadable-tariff_test.ts.
  tariff: ["tariff", "2025-01-01", "2025-01-01.7"],
  tariffDraft: ["tariffDraft", ULID],
  booking: ["booking", ULID],
  bookingEvent: ["bookingEvent", ULID, 1],
  bookingByMark: ["bookingByMark", "odd"],
  bookingByReference: ["bookingByReference", "ZZZZZZ"],
  bookingByOwner: ["bookingByOwner", "odd", ULID],
  bookingByDay: ["bookingByDay", DAY, 1, ULID],
  bookingByDriver: ["bookingByDriver", "D00", DAY, 1, ULID],
  operatorAct: ["operatorAct", ULID],
  heldBookings: ["heldBookings", "odd"],
  quoteBought: ["quoteBought", ULID],
  pushSubscriptions: ["pushSubscriptions", ULID],
  webhookEndpoint: ["webhookEndpoint", ULID],
  fortnoxLink: ["fortnoxLink", "H00"],
  formerEndpoint: ["formerEndpoint", ULID],
  webhookNews: ["webhookNews", "00000000000000000001"],
  webhookDelivery: ["webhookDelivery", ULID, "odd"],
  webhookLine: ["webhookLine", ULID, ULID],
  webhookDue: ["webhookDue", ULID, 1, ULID],
  sms: ["sms", ULID],
  smsSpend: ["smsSpend", DAY, "+46"],
  payment: ["payment", ULID],
  paymentByBooking: ["paymentByBooking", ULID, ULID],
  providerEvent: ["providerEvent", "evt_1"],
  paymentByIntent: ["paymentByIntent", "pi_1"],
  incident: ["incident", "0123456789abcdef"],
  failure: ["failure", "ABCD-EFGH"],
  alarmMessage: ["alarmMessage", "odd"],
  alarmGathering: ["alarmGathering"],
  alarmOutlet: ["alarmOutlet", "webhook"],
  subjectKeyOf: ["subjectKeyOf", "odd"],
  subjectKey: ["subjectKey", ULID],
  erasureLedger: ["erasureLedger", ULID],
  newestErasure: ["newestErasure"],
  trail: ["trail", "ABCD-EFGH"],
  dataRequest: ["dataRequest", ULID],
  dataRequestEvent: ["dataRequestEvent", ULID, 1],
  dataRequestByMark: ["dataRequestByMark", "odd", ULID],
  openDataRequest: ["openDataRequest", "odd", "access"],
  dataRequestByDue: ["dataRequestByDue", DAY, ULID],
  consentRecord: ["consentRecord", ULID],
  consentByMark: ["consentByMark", "odd", ULID],
  consentNow: ["consentNow", "odd", "reminders"],
  subjectLimits: ["subjectLimits", "odd"],
  limitsEdition: ["limitsEdition"],
  consentText: ["consentText", "odd"],
  breach: ["breach", ULID],
  breachEvent: ["breachEvent", ULID, 1],
  accessReview: ["accessReview", "2026-Q4", ULID],
  complianceReport: ["complianceReport", "2026-11"],
  securitySums: ["securitySums", DAY, ULID],
  staffDay: ["staffDay", ULID, DAY],
  securityFinding: ["securityFinding", ULID],
  outbox: ["outbox", ULID],
  outboxByOutcome: ["outboxByOutcome", "failed", ULID],
  messageThread: ["messageThread", ULID],
  ridesOfReach: ["ridesOfReach", "mark", ULID],
  messagesBegun: ["messagesBegun"],
  retentionRun: ["retentionRun", ULID],
  rideStatistics: ["rideStatistics", "2018-12-31"],
  legalHold: ["legalHold", ULID],
  sale: ["sale", "H00", DAY, ULID],
  saleDocument: ["saleDocument", "H00", "F", 1],
  voucher: ["voucher", "H00", DAY, "A", 1],
  documentSeries: ["documentSeries", "H00"],
  bookNote: ["bookNote", ULID],
  invoice: ["invoice", ULID],
  openInvoice: ["openInvoice", "2026-12-27", ULID],
  bookedBuyer: ["bookedBuyer", ULID],
  buyerClaims: ["buyerClaims", "odd"],
  bookingPosted: ["bookingPosted", ULID],
  reconciledDay: ["reconciledDay", "2026-11-24"],
  difference: ["difference", "odd"],
  differenceByDay: ["differenceByDay", "2026-11-24", "odd"],
  openDifference: ["openDifference", "odd"],
  refundProposal: ["refundProposal", ULID, ULID],
  waitingProposal: ["waitingProposal", ULID],
  archivedDocument: ["archivedDocument", ULID],
  documentPart: ["documentPart", DAY, ULID, 0],
  settlementTerms: ["settlementTerms", "H00", DAY],
  settlementState: ["settlementState", "H00"],
  settlementAdjustment: ["settlementAdjustment", "H00", DAY, ULID],
  settlement: ["settlement", "H00", 1],
  payeeAccount: ["payeeAccount", "H00"],
  paymentQueue: ["paymentQueue"],
  paymentFile: ["paymentFile", ULID],
  veil: ["veil", ULID],
  veilByMark: ["veilByMark", "mark"],
  restrictedMark: ["restrictedMark", "mark"],
  erasure: ["erasure", ULID],
  recipientNotice: ["recipientNotice", ULID, "odd"],
  recipientTelling: ["recipientTelling", ULID, "odd"],
};

/** What is said of such a row: that it is there, what cannot be done without it, and that its count may have been any. */
const TOLD: readonly string[] = [
  ...["a row cannot be read", "job failed", "a key-encryption key was used very often"],
];

/** No row of any family; those of texts and numbers have their own. */
const ODD: readonly unknown[] = [null, true, [null], new Uint8Array(3), { $v: 99 }, { odd: null }];

const PAGES: readonly string[] = [
  ...[paths.home(), paths.prices(), paths.admin({ date: DAY }), paths.admin({ q: "Maja" })],
  ...[paths.adminCars({ date: DAY }), paths.adminVehicles(), paths.adminDrivers()],
  ...[paths.adminTariffs(), paths.adminPlaces(), paths.adminJobs(), paths.adminNewBooking()],
  ...[paths.adminDayCsv({ date: DAY }), paths.adminCar("V01"), paths.adminCar("V03")],
  ...["/api/admin/counts", "/api/admin/jobs", "/api/admin/outages", "/readyz"],
  paths.api.adminBookings({ date: DAY }),
];

Deno.test("every family has an odd row to be planted", () => {
  assert.deepEqual(Object.keys(KEYS).sort(), KEY_FAMILIES.map(({ name }) => name).sort());
  for (const family of KEY_FAMILIES) assert.ok(family.shape, `${family.name} has no shape`);
});

/** The file of a database that has lived; each family has its rows planted in a copy. */
let life: Uint8Array;
Deno.test.beforeAll(async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await lived(database);
  life = await Deno.readFile(database);
});

for (const { name } of KEY_FAMILIES) {
  Deno.test(`a row of ${name} that nobody can read costs that row alone`, async () => {
    await using folder = await tempFolder();
    const database = `${folder.path}/kv.sqlite`;
    await Deno.writeFile(database, life);
    for (const odd of [ODD[0], ODD.at(-1)]) {
      await plant(database, KEYS[name] ?? [], odd);
      await using product = await testProduct({ database, existing: true });
      await assertServes(product, `${name} ${JSON.stringify(odd)}`);
    }
  });
}

Deno.test("no family takes any other value for its row, however it is bent", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  await takeOut(test.services, booking.reservation.vehicleId);
  const rows = await Array.fromAsync(test.services.db.read.list({ prefix: [] }));
  for (const { key, value } of rows) {
    const family = KEY_FAMILIES.find(({ name }) => name === key[0]);
    assert.ok(family, String(key[0]));
    decodeRow(family, structuredClone(value));
    for (const odd of ODD) assertUnreadable(family, structuredClone(odd));
    if (typeof value !== "object" || value === null) continue;
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...ODD), (at, odd) => {
        const bent = bentAt(structuredClone(value), at, odd);
        // What is planted may be allowed where a field may be null; then the row is whole.
        try {
          decodeRow(family, bent);
        } catch (error) {
          assert.ok(error instanceof UnreadableRow, `${family.name}: ${error}`);
        }
      }),
      { numRuns: 40 },
    );
  }
});

/** A database with a booking of that day, a sign-in, an outage and everything these leave behind. */
async function lived(database: string): Promise<void> {
  await using test = await testServices({ database });
  const { booking } = await aStoredBooking(test.services, { wallTime: `${DAY}T12:00` });
  await takeOut(test.services, booking.reservation.vehicleId);
  await readRoomFeeds(test.services);
}

/** In the year after: no booking of the test goes against it. */
function takeOut(services: Services, vehicleId: VehicleId): Promise<unknown> {
  const startMs = Date.parse("2027-01-01T00:00:00Z");
  const actor = { kind: "operator" as const, id: null, name: "Sara" };
  return takeOutOfTraffic(services, {
    ...{ vehicleId, startMs, endMs: null, reason: "punktering", actor, idempotencyKey: null },
  });
}

async function plant(database: string, key: Deno.KvKey, value: unknown): Promise<void> {
  const kv = await Deno.openKv(database);
  await kv.set(key, value);
  kv.close();
}

async function assertServes(product: TestProduct, context: string): Promise<void> {
  const { services, test, origin } = product;
  const { cookie } = await anOperator(services);
  await readRoomFeeds(services);
  await runRoomJobs(services);
  await new Sweep(services.db, KEY_FAMILIES).next(services.clock);
  for (const path of PAGES) {
    const response = await fetch(origin + path, { headers: { cookie }, redirect: "manual" });
    const body = await response.text();
    const { stack } = recordsOf(test.records, "error").at(-1) ?? {};
    assert.equal(response.status, 200, `${context}: ${path}\n${stack}`);
    const shows = path.includes(DAY) && !path.includes("/cars");
    if (shows) {
      assert.ok(body.includes(MAJA.name), `${context}: ${path} lacks the booking`);
    }
  }
  const { booking } = await aStoredBooking(services, { wallTime: `${DAY}T15:00` });
  assert.equal(booking.status, "confirmed", context);
  await readRoomFeeds(services);
  for (const rounds of roomWork(services).flatMap((room) => room.rounds ?? [])) {
    await rounds.round();
  }
  assert.deepEqual(
    recordsOf(test.records, "error").filter(({ event }) => !TOLD.includes(String(event))),
    [],
    context,
  );
}

function assertUnreadable(family: AnyFamily, odd: unknown): void {
  assert.throws(() => decodeRow(family, odd), UnreadableRow, `${family.name} ${String(odd)}`);
}

/** A value with one of its parts, counted through all depths, replaced. */
function bentAt(value: object, at: number, odd: unknown): unknown {
  const spots: [owner: object, name: string][] = [];
  const collect = (owner: object): void => {
    for (const [name, part] of Object.entries(owner)) {
      spots.push([owner, name]);
      if (typeof part === "object" && part !== null) collect(part);
    }
  };
  collect(value);
  const spot = spots[at % Math.max(1, spots.length)];
  if (spot !== undefined) Reflect.set(spot[0], spot[1], odd);
  return value;
}
