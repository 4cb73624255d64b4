// A company in the middle of its day, as those who mean harm find it: bookings, quotes, drafts, failures, an operator
// who is signed in, and a note of every row that is written.
import assert from "node:assert/strict";
import { HOUSE } from "../../../lib/bookkeeping/legal-entity.ts";
import { readRoomFeeds } from "../../../lib/assembly/work.ts";
import { SECURITY_ACTS } from "../../../lib/accounts/security-act.ts";
import { registerBreach } from "../../../lib/compliance/change-breach.ts";
import { performCommand } from "../../../lib/board/operator-command.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import { testApp, type TestHandler } from "../app.ts";
import { aDifference, COMPARED_DAY } from "../differences.ts";
import { BARE_BREACH, HANNA } from "../breaches.ts";
import { anAuditEntry } from "../audit-entries.ts";
import { aDataRequest } from "../data-requests.ts";
import { aDeadJob } from "../dead-jobs.ts";
import { someIncidents } from "../incidents.ts";
import { aLink, anOperator, type TestOperator } from "../operator.ts";
import { type TestServices, testServices } from "../services.ts";
import { anEndpointOf } from "../subscribers.ts";
import { aTariffDraft } from "../tariff-drafts.ts";
import { aQuote, aStoredBooking } from "../trips.ts";

/** Of a document and a payment that are nobody's. */
const NO_PAPER = "01KAQWERTYASDFGHJKZXCVBNM1";

/** The company. */
export interface World extends AsyncDisposable {
  test: TestServices;
  services: Services;
  app: TestHandler;
  /** Changes when the former one has been signed out. */
  operator: TestOperator;
  /** Addresses to begin with: those that no page leads to, with ids of things there are. */
  doors: readonly string[];
  /** First parts of the keys that were written since it was last asked. */
  written(): string[];
}

/** A new one over memory. */
export async function makeWorld(): Promise<World> {
  const test = await testServices();
  // Boards are drawn with room between them for others; here nobody else waits.
  const services = { ...test.services, drawingTurn: () => Promise.resolve() };
  const operator = await anOperator(services);
  return {
    test,
    services,
    app: await testApp(services),
    operator,
    doors: await doorsOf(services),
    written: notingWrites(services.db.write),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

async function doorsOf(services: Services): Promise<string[]> {
  await readRoomFeeds(services);
  const [read, assigned] = [await aStoredBooking(services), await aStoredBooking(services)];
  const { reservation: { vehicleId } } = assigned.booking;
  const driverId = (await services.fleet.drivers())
    .find((driver) => driver.vehicleId === vehicleId)?.id ?? "";
  const command = { type: "assign", expectedVersion: 1, driverId } as const;
  const actor = { kind: "operator", id: null, name: "Sara" } as const;
  const act = await performCommand(services, assigned.booking.id, command, {
    ...{ actor, idempotencyKey: null },
  });
  const fingerprint = await someIncidents(services);
  await readRoomFeeds(services);
  const { messages: [message] } = await services.messages.newest(1, "");
  const job = await aDeadJob(services);
  const draft = await aTariffDraft(services, "Vår");
  const registered = await registerBreach(services, BARE_BREACH, HANNA);
  assert(registered.ok);
  const breach = registered.breach.id;
  const entry = await anAuditEntry(services, { personId: "p1", why: "Kunden ringde" });
  return [
    paths.home(),
    paths.admin(),
    paths.admin({ date: "2026-11-24", booking: read.booking.id }),
    paths.admin({ date: "2026-11-24", booking: assigned.booking.id, act: act.id }),
    paths.quote((await aQuote(services)).id),
    ...[
      paths.booking(read.link),
      paths.bookingDetails(read.link),
      paths.bookingDecisions(read.link),
      paths.cancelBooking(read.link),
      paths.bookingReceipt(read.link),
      paths.bookingReceiptFile(read.link),
      paths.bookingInvoiceFile(read.link),
    ],
    ...[paths.rescheduleBooking(read.link), paths.bookingCalendar(read.link)],
    paths.payBooking((await aStoredBooking(services, { method: "card" })).link),
    ...[paths.bookings(), paths.findBooking(), paths.quotes(), paths.offline()],
    ...[paths.livez(), paths.readyz(), "/sw.js", paths.signedOut()],
    ...[paths.enter(await aLink(services, "Kim")), "/admin/nothing/here"],
    ...[paths.adminBooking(read.booking.id), paths.adminBookingAction(read.booking.id, "depart")],
    ...["change", "copy", "return", "split", "cancel", "revive", "no-show", "give-car"].map((
      kind,
    ) => paths.adminSheet(read.booking.id, kind)),
    ...[paths.adminActUndo(act.id), paths.adminDayCsv({ date: "2026-11-24" })],
    paths.adminBookDay({ entity: HOUSE, date: "2026-11-23" }),
    ...[paths.adminFortnoxConnect({ entity: HOUSE }), paths.fortnoxReturn()],
    ...[paths.adminDocument(NO_PAPER), paths.paidBooking(NO_PAPER)],
    ...[paths.adminPaymentFiles(), paths.adminPaymentFile(NO_PAPER)],
    ...[
      paths.adminHolderSettlements("H2"),
      paths.adminSettlement("H2", 1),
      paths.adminStatement("H2", 1),
    ],
    ...[paths.adminJob(job.id), paths.adminIncident(fingerprint), paths.signOut()],
    ...[paths.adminDraft(draft), paths.adminDraftItems(draft, "zones")],
    paths.adminDraftItems(draft, "fixed-prices"),
    ...[paths.adminFees(), paths.adminFee("2020-01-01"), paths.adminFeeReview("2020-01-01")],
    ...[paths.signIn(), paths.signInCode(), paths.signInConfirm(), paths.security()],
    ...[paths.signInSend(), paths.signInSent(), paths.signInRecover(), paths.register()],
    ...[paths.signInPasskey(), paths.signInPasskeyOptions()],
    ...[
      paths.rides(),
      paths.ownPlaces(),
      paths.myBookings(),
      paths.privacyCentre(),
      paths.ownDataFile(),
      paths.guestDataFile(),
      paths.guestPrivacy(),
      paths.driver(),
    ],
    paths.signInRecovery("x".repeat(43)),
    ...[paths.signInWith("google"), paths.signInCallback("google"), paths.signInLink()],
    paths.signInStaff(),
    paths.securityUnlink(),
    ...SECURITY_ACTS.map(({ name }) => paths.securityAct(name)),
    paths.adminMessage(message?.id ?? ""),
    paths.adminWebhook(await anEndpointOf(services)),
    ...[paths.adminBreach(breach), paths.adminBreachFile(breach)],
    ...[paths.adminReconciledDay(COMPARED_DAY), paths.adminReconciledDayCsv(COMPARED_DAY)],
    ...[paths.adminMoney(), paths.adminBookingMoney(read.booking.id)],
    ...[paths.adminReconciliation(), paths.adminDifference((await aDifference(services)).id)],
    ...[paths.adminProtectedBooking(read.booking.id), paths.adminDriverRegister()],
    ...[paths.adminAuditEntry(entry), paths.adminAuditProof(entry)],
    paths.adminDataRequest((await aDataRequest(services, "Fel efternamn")).id),
    "/api/admin/nothing/here",
  ];
}

/** Notes what is committed through a handle. */
function notingWrites(kv: Deno.Kv): () => string[] {
  const written: string[] = [];
  const [atomic, set, remove] = [kv.atomic.bind(kv), kv.set.bind(kv), kv.delete.bind(kv)];
  kv.atomic = () => {
    const operation = atomic();
    const keys: string[] = [];
    const own = {
      set: operation.set.bind(operation),
      delete: operation.delete.bind(operation),
      commit: operation.commit.bind(operation),
    };
    operation.set = (key, ...rest) => (keys.push(String(key[0])), own.set(key, ...rest));
    operation.delete = (key) => (keys.push(String(key[0])), own.delete(key));
    operation.commit = async () => {
      const result = await own.commit();
      if (result.ok) written.push(...keys);
      return result;
    };
    return operation;
  };
  kv.set = (key, ...rest) => (written.push(String(key[0])), set(key, ...rest));
  kv.delete = (key) => (written.push(String(key[0])), remove(key));
  return () => written.splice(0);
}
