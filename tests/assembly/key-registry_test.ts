// The registry has every key family there is, and each family is its room's alone.
import assert from "node:assert/strict";
import { CACHE_FAMILIES, KEY_FAMILIES, RETIRED_FAMILIES } from "../../lib/assembly/key-registry.ts";
import type { AnyFamily } from "../../lib/kv/family.ts";
import { filesBelow, moduleGraph, ROOT } from "../support/module-graph.ts";

const KEYS_FILE = /^lib\/([\w-]+)\/keys\.ts$/;
const files = ["lib", "routes", "islands", "scripts"].flatMap((folder) => filesBelow(folder));

Deno.test("families are declared in a room's keys.ts, and every declared family is in the registry", async () => {
  const declared: string[] = [];
  for (const path of files.filter((path) => path !== "lib/kv/family.ts")) {
    const text = await Deno.readTextFile(ROOT + path);
    const calls = [...text.matchAll(/\bfamily(?:<[^(]*>)?\(\s*"(\w+)"/g)].map(([, name]) => name);
    if (calls.length > 0) assert.match(path, KEYS_FILE);
    declared.push(...calls.map(String));
  }
  const registered = [...KEY_FAMILIES, ...CACHE_FAMILIES].map(({ name }) => name);
  assert.deepEqual(registered.sort(), declared.sort());
});

Deno.test("names are unique and none is that of a retired family", () => {
  const names = [...KEY_FAMILIES, ...CACHE_FAMILIES].map(({ name }) => name)
    .concat(RETIRED_FAMILIES);
  assert.equal(new Set(names).size, names.length);
});

Deno.test("a room's families are named by that room alone, and by the registry", async () => {
  const graph = await moduleGraph([...files.filter((path) => !path.startsWith("lib/jsr/"))]);
  // What scripts draw and stage comes from the tests' support, which plants rows as it likes.
  const product = [...graph.values()].filter(({ path }) => !path.startsWith("tests/"));
  const wrong = product.flatMap(({ path, code, types }) =>
    [...code, ...types].filter((target) => KEYS_FILE.test(target))
      .filter((target) =>
        path !== "lib/assembly/key-registry.ts" && roomOf(path) !== roomOf(target)
      )
      .map((target) => `${path} → ${target}`)
  );
  assert.deepEqual(wrong, []);
});

Deno.test("a family stands under its own name, and its keys begin with it", () => {
  for (const { name, prefix } of KEY_FAMILIES) assert.deepEqual([...prefix], [name]);
});

/** Class, whose data, and what ends a row; written down a second time, because retention hangs on it. */
const FACTS: Readonly<Record<string, [privacy: string, subject: string, kept: unknown]>> = {
  feed: ["C3", "customer", { until: "age", ms: 172_800_000 }],
  feedReader: ["C1", "nobody", { until: "erased" }],
  feedPruned: ["C1", "nobody", { until: "erased" }],
  job: ["C1", "nobody", { until: "done" }],
  deadJob: ["C1", "nobody", { until: "done" }],
  counter: ["C1", "nobody", { until: "erased" }],
  idempotency: ["C1", "nobody", { until: "expiry", atMostMs: 86_400_000 }],
  backfill: ["C1", "nobody", { until: "erased" }],
  paperReminder: ["C2", "driver", { until: "expiry", atMostMs: 7_948_800_000 }],
  limitRefusal: ["C2", "person", { until: "expiry", atMostMs: 15_811_200_000 }],
  tries: ["C2", "customer", { until: "expiry", atMostMs: 3_600_000 }],
  pace: ["C2", "customer", { until: "expiry", atMostMs: 86_400_000 }],
  edition: ["C1", "nobody", { until: "erased" }],
  staged: ["C2", "driver", { until: "done" }],
  about: ["C1", "nobody", { until: "erased" }],
  keyEncryptionKey: ["C1", "nobody", { until: "erased" }],
  keyRotation: ["C1", "nobody", { until: "erased" }],
  pushSubscriptions: ["C4", "customer", { until: "expiry", atMostMs: 34_560_000_000 }],
  webhookEndpoint: ["C4", "operator", { until: "erased" }],
  formerEndpoint: ["C4", "operator", { until: "expiry", atMostMs: 94_867_200_000 }],
  webhookNews: ["C3", "customer", { until: "done" }],
  webhookDelivery: ["C3", "customer", { until: "expiry", atMostMs: 2_592_000_000 }],
  webhookLine: ["C1", "nobody", { until: "expiry", atMostMs: 2_592_000_000 }],
  webhookDue: ["C1", "nobody", { until: "expiry", atMostMs: 2_592_000_000 }],
  auditIntent: ["C2", "customer", { until: "done" }],
  auditEntry: ["C2", "customer", { until: "erased" }],
  auditTile: ["C1", "nobody", { until: "erased" }],
  auditWords: ["C1", "nobody", { until: "erased" }],
  auditFurther: ["C2", "customer", { until: "erased" }],
  auditBlock: ["C1", "nobody", { until: "erased" }],
  auditHead: ["C1", "nobody", { until: "erased" }],
  auditCheckpoint: ["C1", "nobody", { until: "erased" }],
  sms: ["C1", "nobody", { until: "expiry", atMostMs: 2_592_000_000 }],
  smsSpend: ["C1", "nobody", { until: "expiry", atMostMs: 34_560_000_000 }],
  incident: ["C2", "customer", { until: "expiry", atMostMs: 7_776_000_000 }],
  failure: ["C1", "nobody", { until: "expiry", atMostMs: 2_592_000_000 }],
  trail: ["C2", "customer", { until: "expiry", atMostMs: 2_592_000_000 }],
  alarmMessage: ["C1", "nobody", { until: "expiry", atMostMs: 2_592_000_000 }],
  alarmGathering: ["C1", "nobody", { until: "erased" }],
  alarmOutlet: ["C1", "nobody", { until: "erased" }],
  subjectKeyOf: ["C2", "person", { until: "erased" }],
  subjectKey: ["C4", "person", { until: "erased" }],
  erasureLedger: ["C1", "nobody", { until: "erased" }],
  newestErasure: ["C1", "nobody", { until: "erased" }],
  landmark: ["C0", "nobody", { until: "erased" }],
  landmarkEvent: ["C2", "operator", { until: "erased" }],
  person: ["C2", "person", { until: "erased" }],
  personEvent: ["C2", "person", { until: "erased" }],
  personByReach: ["C2", "person", { until: "erased" }],
  staff: ["C1", "nobody", { until: "erased" }],
  admins: ["C1", "nobody", { until: "erased" }],
  session: ["C4", "person", { until: "expiry", atMostMs: 7_776_000_000 }],
  ownSession: ["C4", "person", { until: "expiry", atMostMs: 7_776_000_000 }],
  password: ["C4", "person", { until: "erased" }],
  authenticator: ["C4", "person", { until: "erased" }],
  pendingAuthenticator: ["C4", "person", { until: "erased" }],
  recoveryCodes: ["C4", "person", { until: "erased" }],
  halfwaySignIn: ["C4", "person", { until: "expiry", atMostMs: 600_000 }],
  driverAccount: ["C2", "driver", { until: "erased" }],
  accountOfDriver: ["C2", "driver", { until: "erased" }],
  passkey: ["C2", "person", { until: "erased" }],
  ownPasskey: ["C2", "person", { until: "erased" }],
  ownPlaces: ["C3", "person", { until: "erased" }],
  passkeyChallenge: ["C4", "person", { until: "expiry", atMostMs: 300_000 }],
  sentCode: ["C4", "person", { until: "expiry", atMostMs: 600_000 }],
  guestProof: ["C4", "customer", { until: "expiry", atMostMs: 86_400_000 }],
  identity: ["C2", "person", { until: "erased" }],
  ownIdentity: ["C2", "person", { until: "erased" }],
  pendingIdentity: ["C2", "person", { until: "expiry", atMostMs: 600_000 }],
  signInFlow: ["C4", "person", { until: "expiry", atMostMs: 600_000 }],
  entryLink: ["C4", "person", { until: "expiry", atMostMs: 691_200_000 }],
  vehicle: ["C1", "nobody", { until: "erased" }],
  permitHolder: ["C2", "permit holder", { until: "erased" }],
  driver: ["C2", "driver", { until: "erased" }],
  driverCheck: ["C2", "driver", { until: "expiry", atMostMs: 347_846_400_000 }],
  vehicleDay: ["C1", "nobody", { until: "expiry", atMostMs: 63_417_600_000 }],
  vehicleOutages: ["C2", "operator", { until: "erased" }],
  feeEdition: ["C0", "nobody", { until: "erased" }],
  feeDraft: ["C2", "operator", { until: "erased" }],
  quote: ["C3", "customer", { until: "expiry", atMostMs: 86_400_000 }],
  tariff: ["C0", "nobody", { until: "erased" }],
  tariffDraft: ["C2", "operator", { until: "erased" }],
  payment: ["C1", "nobody", { until: "rule", rule: "bookkeeping" }],
  paymentByBooking: ["C1", "nobody", { until: "rule", rule: "bookkeeping" }],
  providerEvent: ["C1", "nobody", { until: "expiry", atMostMs: 3_456_000_000 }],
  paymentByIntent: ["C1", "nobody", { until: "rule", rule: "bookkeeping" }],
  booking: ["C3", "customer", { until: "rule", rule: "bookkeeping" }],
  bookingEvent: ["C3", "customer", { until: "rule", rule: "bookkeeping" }],
  bookingByMark: ["C1", "nobody", { until: "rule", rule: "bookkeeping" }],
  bookingByReference: ["C1", "nobody", { until: "rule", rule: "bookkeeping" }],
  bookingByOwner: ["C3", "customer", { until: "rule", rule: "customer" }],
  bookingByDay: ["C3", "customer", { until: "rule", rule: "bookkeeping" }],
  bookingByDriver: ["C2", "driver", { until: "rule", rule: "bookkeeping" }],
  operatorAct: ["C2", "operator", { until: "expiry", atMostMs: 63_244_800_000 }],
  heldBookings: ["C2", "customer", { until: "expiry", atMostMs: 31_622_400_000 }],
  quoteBought: ["C1", "nobody", { until: "expiry", atMostMs: 172_800_000 }],
  sale: ["C2", "driver", { until: "rule", rule: "bookkeeping" }],
  saleDocument: ["C1", "nobody", { until: "rule", rule: "bookkeeping" }],
  voucher: ["C1", "nobody", { until: "rule", rule: "bookkeeping" }],
  documentSeries: ["C1", "nobody", { until: "erased" }],
  fortnoxLink: ["C4", "permit holder", { until: "erased" }],
  bookNote: ["C1", "nobody", { until: "rule", rule: "bookkeeping" }],
  invoice: ["C2", "customer", { until: "rule", rule: "bookkeeping" }],
  openInvoice: ["C1", "nobody", { until: "rule", rule: "bookkeeping" }],
  bookedBuyer: ["C3", "customer", { until: "expiry", atMostMs: 42_076_800_000 }],
  buyerClaims: ["C2", "customer", { until: "expiry", atMostMs: 126_576_000_000 }],
  bookingPosted: ["C1", "nobody", { until: "rule", rule: "bookkeeping" }],
  reconciledDay: ["C1", "nobody", { until: "expiry", atMostMs: 252_979_200_000 }],
  difference: ["C2", "operator", { until: "expiry", atMostMs: 252_979_200_000 }],
  differenceByDay: ["C1", "nobody", { until: "expiry", atMostMs: 252_979_200_000 }],
  openDifference: ["C1", "nobody", { until: "done" }],
  refundProposal: ["C2", "operator", { until: "expiry", atMostMs: 252_979_200_000 }],
  waitingProposal: ["C1", "nobody", { until: "done" }],
  archivedDocument: ["C3", "customer", { until: "rule", rule: "bookkeeping" }],
  documentPart: ["C3", "customer", { until: "rule", rule: "bookkeeping" }],
  settlementTerms: ["C2", "operator", { until: "erased" }],
  settlementState: ["C1", "nobody", { until: "erased" }],
  settlementAdjustment: ["C2", "permit holder", { until: "rule", rule: "bookkeeping" }],
  settlement: ["C2", "permit holder", { until: "rule", rule: "bookkeeping" }],
  payeeAccount: ["C2", "permit holder", { until: "erased" }],
  paymentQueue: ["C1", "nobody", { until: "erased" }],
  paymentFile: ["C2", "permit holder", { until: "rule", rule: "bookkeeping" }],
  dataRequest: ["C3", "person", { until: "erased" }],
  dataRequestEvent: ["C3", "person", { until: "erased" }],
  dataRequestByMark: ["C2", "person", { until: "erased" }],
  openDataRequest: ["C2", "person", { until: "done" }],
  dataRequestByDue: ["C1", "nobody", { until: "done" }],
  consentRecord: ["C2", "person", { until: "erased" }],
  consentByMark: ["C2", "person", { until: "erased" }],
  consentNow: ["C2", "person", { until: "erased" }],
  subjectLimits: ["C2", "person", { until: "erased" }],
  limitsEdition: ["C1", "nobody", { until: "erased" }],
  consentText: ["C0", "nobody", { until: "erased" }],
  breach: ["C1", "nobody", { until: "erased" }],
  breachEvent: ["C2", "operator", { until: "erased" }],
  accessReview: ["C2", "operator", { until: "expiry", atMostMs: 94_867_200_000 }],
  complianceReport: ["C1", "nobody", { until: "expiry", atMostMs: 94_867_200_000 }],
  securitySums: ["C1", "nobody", { until: "expiry", atMostMs: 34_560_000_000 }],
  staffDay: ["C2", "operator", { until: "expiry", atMostMs: 3_456_000_000 }],
  securityFinding: ["C2", "person", { until: "expiry", atMostMs: 7_776_000_000 }],
  outbox: ["C3", "customer", { until: "expiry", atMostMs: 7_776_000_000 }],
  outboxByOutcome: ["C1", "nobody", { until: "expiry", atMostMs: 7_776_000_000 }],
  messageThread: ["C1", "nobody", { until: "rule", rule: "customer" }],
  ridesOfReach: ["C2", "customer", { until: "expiry", atMostMs: 34_560_000_000 }],
  messagesBegun: ["C1", "nobody", { until: "erased" }],
  retentionRun: ["C1", "nobody", { until: "expiry", atMostMs: 94_867_200_000 }],
  rideStatistics: ["C1", "nobody", { until: "erased" }],
  legalHold: ["C2", "operator", { until: "erased" }],
  veil: ["C3", "person", { until: "expiry", atMostMs: 63_244_800_000 }],
  veilByMark: ["C3", "person", { until: "done" }],
  restrictedMark: ["C2", "person", { until: "erased" }],
  erasure: ["C2", "person", { until: "expiry", atMostMs: 94_867_200_000 }],
  recipientNotice: ["C2", "person", { until: "expiry", atMostMs: 94_867_200_000 }],
  recipientTelling: ["C2", "person", { until: "done" }],
};

Deno.test("each family has the class, the subject and the life that are written here", () => {
  const declared = KEY_FAMILIES.map(({ name, privacy, subject, kept }) =>
    [name, [privacy, subject, kept]] as const
  );
  assert.deepEqual(Object.fromEntries(declared), FACTS);
});

Deno.test("a family whose rows end says when each does, and no other does", () => {
  const wrong = KEY_FAMILIES.filter(({ kept, endsMs }) =>
    (kept.until === "expiry") !== (endsMs !== undefined)
  );
  assert.deepEqual(wrong.map(({ name }) => name), []);
});

Deno.test("whose data a family holds follows from its class: personal data has a subject, other data none", () => {
  const wrong = (family: AnyFamily) =>
    ["C2", "C3", "C4"].includes(family.privacy) === (family.subject === "nobody");
  assert.deepEqual(KEY_FAMILIES.filter(wrong).map(({ name }) => name), []);
});

function roomOf(path: string): string {
  return /^lib\/([\w-]+)\//.exec(path)?.[1] ?? path;
}
