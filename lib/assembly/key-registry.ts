// Every key family of the product: what must know all data (retention, erasure, encryption, auditors) reads this.
import { accountKeys } from "../accounts/keys.ts";
import { alarmKeys } from "../alarms/keys.ts";
import { auditKeys } from "../audit/keys.ts";
import { bookingKeys } from "../booking/keys.ts";
import { bookkeepingKeys } from "../bookkeeping/keys.ts";
import { checkoutKeys } from "../checkout/keys.ts";
import { fortnoxKeys } from "../fortnox/keys.ts";
import { complianceKeys } from "../compliance/keys.ts";
import { detectionKeys } from "../detection/keys.ts";
import { cacheKeys } from "../cache/keys.ts";
import { feeKeys } from "../fees/keys.ts";
import { fleetKeys } from "../fleet/keys.ts";
import { invoicingKeys } from "../invoicing/keys.ts";
import type { AnyFamily } from "../kv/family.ts";
import { kvKeys } from "../kv/keys.ts";
import { incidentKeys } from "../incidents/keys.ts";
import { messageKeys } from "../messages/keys.ts";
import { paymentKeys } from "../payments/keys.ts";
import { placeKeys } from "../places/keys.ts";
import { pricingKeys } from "../pricing/keys.ts";
import { privacyKeys } from "../privacy/keys.ts";
import { pushKeys } from "../push/keys.ts";
import { securityKeys } from "../security/keys.ts";
import { reconciliationKeys } from "../reconciliation/keys.ts";
import { retentionKeys } from "../retention/keys.ts";
import { veilKeys } from "../veil/keys.ts";
import { settlementKeys } from "../settlement/keys.ts";
import { smsKeys } from "../sms/keys.ts";
import { webhookKeys } from "../webhooks/keys.ts";

/** The families of each room, in floor order. */
export const KEY_ROOMS: Readonly<Record<string, Readonly<Record<string, AnyFamily>>>> = {
  kv: kvKeys,
  security: securityKeys,
  audit: auditKeys,
  sms: smsKeys,
  incidents: incidentKeys,
  alarms: alarmKeys,
  places: placeKeys,
  accounts: accountKeys,
  veil: veilKeys,
  fleet: fleetKeys,
  fees: feeKeys,
  pricing: pricingKeys,
  booking: bookingKeys,
  payments: paymentKeys,
  checkout: checkoutKeys,
  invoicing: invoicingKeys,
  privacy: privacyKeys,
  messages: messageKeys,
  bookkeeping: bookkeepingKeys,
  reconciliation: reconciliationKeys,
  settlement: settlementKeys,
  fortnox: fortnoxKeys,
  webhooks: webhookKeys,
  push: pushKeys,
  compliance: complianceKeys,
  detection: detectionKeys,
  retention: retentionKeys,
};

/** The families of all rooms, in floor order. */
export const KEY_FAMILIES: readonly AnyFamily[] = Object.values(KEY_ROOMS)
  .flatMap((families) => Object.values(families));

/** Families of the cache's own database: sealed, never beside bookings, and over by themselves. */
export const CACHE_FAMILIES: readonly AnyFamily[] = Object.values(cacheKeys);

/** First parts of keys that earlier releases wrote and nobody reads any more; a round deletes their rows. */
export const RETIRED_FAMILIES: readonly string[] = [
  // The feed of bookings alone; `feed` took its place.
  "bookingFeed",
  // Words of names, numbers and flights; the search keeps its index in memory.
  "bookingSearch",
  // Sessions and links of operators without accounts.
  "operatorSession",
  "operatorLink",
  // Messages that failed; an index has those of every outcome.
  "outboxFailed",
];
