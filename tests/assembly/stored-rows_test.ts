// Rows of every release, read as today's: no field of any stored type is ever missing.
import assert from "node:assert/strict";
import { accountKeys } from "../../lib/accounts/keys.ts";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { aRow } from "../support/board.ts";
import { bookingChanged } from "../../lib/booking/booking-feed.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { storedSummary } from "../../lib/booking/stored-summary.ts";
import { complianceKeys } from "../../lib/compliance/keys.ts";
import { detectionKeys } from "../../lib/detection/keys.ts";
import { feeKeys } from "../../lib/fees/keys.ts";
import { fleetKeys } from "../../lib/fleet/keys.ts";
import { family, type Key, type Rows } from "../../lib/kv/family.ts";
import { alarmKeys } from "../../lib/alarms/keys.ts";
import { incidentKeys } from "../../lib/incidents/keys.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readList } from "../../lib/kv/read.ts";
import { decodeRow } from "../../lib/kv/stored-row.ts";
import { messageKeys } from "../../lib/messages/keys.ts";
import { paymentKeys } from "../../lib/payments/keys.ts";
import { placeKeys } from "../../lib/places/keys.ts";
import { pricingKeys } from "../../lib/pricing/keys.ts";
import { privacyKeys } from "../../lib/privacy/keys.ts";
import { pushKeys } from "../../lib/push/keys.ts";
import { webhookKeys } from "../../lib/webhooks/keys.ts";
import { securityKeys } from "../../lib/security/keys.ts";
import { smsKeys } from "../../lib/sms/keys.ts";
import { quoteOfToday } from "../../lib/pricing/stored-pricing.ts";
import { FIRST_RELEASE, servicesOver } from "../support/fixture-database.ts";
import {
  ACT_FIELDS,
  BOOKING_FIELDS,
  CHANGE_FIELDS,
  DEAD_JOB_FIELDS,
  DRIVER_CHECK_FIELDS,
  DRIVER_FIELDS,
  EVENT_FIELDS,
  HOLDER_FIELDS,
  IDEMPOTENCY_FIELDS,
  JOB_FIELDS,
  LANDMARK_CHANGE_FIELDS,
  LANDMARK_EDIT_FIELDS,
  OUTAGES_FIELDS,
  QUOTE_FIELDS,
  type Since,
  type StoredFields,
  SUMMARY_FIELDS,
  TARIFF_DRAFT_FIELDS,
  TARIFF_FIELDS,
  VEHICLE_DAY_FIELDS,
  VEHICLE_FIELDS,
} from "../support/stored-fields.ts";
import { PAYMENT_FIELDS } from "../support/stored-payment-fields.ts";
import { FEE_DRAFT_FIELDS, FEE_EDITION_FIELDS } from "../support/stored-fee-fields.ts";
import {
  AUTHENTICATOR_FIELDS,
  CHALLENGE_FIELDS,
  GUEST_PROOF_FIELDS,
  HALFWAY_FIELDS,
  IDENTITY_FIELDS,
  LINK_FIELDS,
  OWN_PLACES_FIELDS,
  OWN_SESSION_FIELDS,
  PASSKEY_FIELDS,
  PASSWORD_FIELDS,
  PENDING_IDENTITY_FIELDS,
  PERSON_EVENT_FIELDS,
  PERSON_FIELDS,
  RECOVERY_CODES_FIELDS,
  SENT_CODE_FIELDS,
  SESSION_FIELDS,
  SIGN_IN_FLOW_FIELDS,
} from "../support/stored-account-fields.ts";
import { BOOKKEEPING_ROWS } from "../support/stored-bookkeeping-fields.ts";
import { RECONCILIATION_ROWS } from "../support/stored-reconciliation-fields.ts";
import { SETTLEMENT_ROWS } from "../support/stored-settlement-fields.ts";
import { RETENTION_ROWS } from "../support/retention-fields.ts";
import * as messages from "../support/stored-message-fields.ts";
import * as privacy from "../support/stored-privacy-fields.ts";
import * as records from "../support/stored-compliance-fields.ts";
import { AUDIT } from "../support/stored-audit-fields.ts";
import { NO_CASE } from "../support/families-without-fields.ts";
import { GATHERING_FIELDS, MESSAGE_FIELDS, RESULT_FIELDS } from "../support/stored-alarm-fields.ts";
import * as channels from "../support/stored-channel-fields.ts";
import { KEK_FIELDS, REFUSAL_FIELDS, ROTATION_FIELDS } from "../support/stored-security-fields.ts";
import * as incidents from "../support/stored-incident-fields.ts";

/** Families of objects, and what is done to their rows after they were read. */
const CASES = [
  stored(bookingKeys.booking, ({ status }) => BOOKING_FIELDS[status]),
  stored(bookingKeys.bookingEvent, ({ type }) => EVENT_FIELDS[type]),
  stored(bookingKeys.bookingByDay, () => SUMMARY_FIELDS),
  stored(feeKeys.feeEdition, () => FEE_EDITION_FIELDS),
  stored(feeKeys.feeDraft, () => FEE_DRAFT_FIELDS),
  stored(pricingKeys.quote, () => QUOTE_FIELDS, quoteOfToday),
  stored(pricingKeys.tariff, () => TARIFF_FIELDS),
  stored(pricingKeys.tariffDraft, () => TARIFF_DRAFT_FIELDS),
  stored(fleetKeys.vehicle, () => VEHICLE_FIELDS),
  stored(fleetKeys.permitHolder, () => HOLDER_FIELDS),
  stored(fleetKeys.driver, () => DRIVER_FIELDS),
  stored(fleetKeys.driverCheck, () => DRIVER_CHECK_FIELDS),
  stored(fleetKeys.vehicleDay, () => VEHICLE_DAY_FIELDS),
  stored(bookingKeys.operatorAct, () => ACT_FIELDS),
  stored(fleetKeys.vehicleOutages, () => OUTAGES_FIELDS),
  stored(accountKeys.person, () => PERSON_FIELDS),
  stored(accountKeys.personEvent, () => PERSON_EVENT_FIELDS),
  stored(accountKeys.session, () => SESSION_FIELDS),
  stored(accountKeys.ownSession, () => OWN_SESSION_FIELDS),
  stored(accountKeys.password, () => PASSWORD_FIELDS),
  stored(accountKeys.authenticator, () => AUTHENTICATOR_FIELDS),
  stored(accountKeys.pendingAuthenticator, () => AUTHENTICATOR_FIELDS),
  stored(accountKeys.recoveryCodes, () => RECOVERY_CODES_FIELDS),
  stored(accountKeys.halfwaySignIn, () => HALFWAY_FIELDS),
  stored(accountKeys.passkey, () => PASSKEY_FIELDS),
  stored(accountKeys.passkeyChallenge, () => CHALLENGE_FIELDS),
  stored(accountKeys.ownPlaces, () => OWN_PLACES_FIELDS),
  stored(accountKeys.sentCode, () => SENT_CODE_FIELDS),
  stored(accountKeys.guestProof, () => GUEST_PROOF_FIELDS),
  stored(accountKeys.identity, () => IDENTITY_FIELDS),
  stored(accountKeys.pendingIdentity, () => PENDING_IDENTITY_FIELDS),
  stored(accountKeys.signInFlow, () => SIGN_IN_FLOW_FIELDS),
  stored(accountKeys.entryLink, () => LINK_FIELDS),
  stored(incidentKeys.incident, () => incidents.INCIDENT_FIELDS),
  stored(incidentKeys.failure, () => incidents.FAILURE_FIELDS),
  stored(pushKeys.subscriptions, () => channels.SUBSCRIPTIONS_FIELDS),
  stored(webhookKeys.endpoint, () => channels.ENDPOINT_FIELDS),
  stored(webhookKeys.former, () => channels.FORMER_FIELDS),
  stored(webhookKeys.delivery, () => channels.DELIVERY_FIELDS),
  stored(webhookKeys.line, () => channels.LINE_FIELDS),
  stored(paymentKeys.payment, () => PAYMENT_FIELDS),
  stored(smsKeys.sms, () => channels.SENT_SMS_FIELDS),
  stored(smsKeys.smsSpend, () => channels.SMS_SPEND_FIELDS),
  stored(alarmKeys.message, () => MESSAGE_FIELDS),
  stored(alarmKeys.gathering, () => GATHERING_FIELDS),
  stored(alarmKeys.result, () => RESULT_FIELDS),
  stored(privacyKeys.dataRequest, () => privacy.DATA_REQUEST_FIELDS),
  stored(privacyKeys.dataRequestEvent, () => privacy.DATA_REQUEST_EVENT_FIELDS),
  stored(privacyKeys.consentRecord, () => privacy.CONSENT_FIELDS),
  stored(privacyKeys.consentNow, () => privacy.CONSENT_NOW_FIELDS),
  stored(privacyKeys.subjectLimits, () => privacy.SUBJECT_LIMITS_FIELDS),
  stored(privacyKeys.recipientTelling, () => privacy.TELLING_FIELDS),
  stored(privacyKeys.consentText, () => privacy.CONSENT_TEXT_FIELDS),
  stored(detectionKeys.staffDay, () => records.STAFF_DAY_FIELDS),
  stored(detectionKeys.finding, () => records.FINDING_FIELDS),
  stored(complianceKeys.accessReview, () => records.CONFIRMATION_FIELDS),
  stored(complianceKeys.paperReminder, () => records.PAPER_REMINDER_FIELDS),
  stored(complianceKeys.report, () => records.BEGUN_REPORT_FIELDS),
  stored(complianceKeys.breach, () => records.BREACH_FIELDS),
  stored(complianceKeys.breachEvent, ({ type }) => records.BREACH_EVENT_FIELDS[type ?? "close"]),
  stored(messageKeys.outbox, () => messages.OUTBOX_FIELDS),
  stored(messageKeys.messageThread, () => messages.THREAD_FIELDS),
  stored(messageKeys.ridesOfReach, () => messages.RIDE_OF_REACH_FIELDS),
  ...BOOKKEEPING_ROWS.map(({ rows, fields }) => stored<unknown>(rows, () => fields)),
  ...RECONCILIATION_ROWS.map(({ rows, fields }) => stored<unknown>(rows, () => fields)),
  ...SETTLEMENT_ROWS.map(({ rows, fields }) => stored<unknown>(rows, () => fields)),
  ...RETENTION_ROWS.map(({ rows, fields }) => stored<unknown>(rows, () => fields)),
  stored(incidentKeys.trail, () => incidents.TRAIL_FIELDS),
  stored(securityKeys.erasureLedger, () => ({ keyId: 1, at: 1, requestId: 1 })),
  stored(placeKeys.landmark, () => LANDMARK_EDIT_FIELDS),
  stored(placeKeys.landmarkEvent, () => LANDMARK_CHANGE_FIELDS),
  stored(securityKeys.keyEncryptionKey, () => KEK_FIELDS),
  stored(securityKeys.limitRefusal, () => REFUSAL_FIELDS),
  stored(securityKeys.keyRotation, () => ROTATION_FIELDS),
  ...[stored(AUDIT.heads, () => AUDIT.head), stored(AUDIT.notes, () => AUDIT.note)],
  stored(kvKeys.job, () => JOB_FIELDS),
  stored(kvKeys.deadJob, () => DEAD_JOB_FIELDS),
  stored(kvKeys.idempotency, () => IDEMPOTENCY_FIELDS),
];

Deno.test("every family of objects has its fields listed, every other one its reason", () => {
  const listed = [...CASES.map(({ name }) => name), ...Object.keys(NO_CASE)];
  assert.deepEqual(listed.sort(), KEY_FAMILIES.map(({ name }) => name).sort());
});

Deno.test("every field of every row of the first release has a value when it is read today", async () => {
  await using test = await servicesOver("first-release");
  const rows: Readonly<Record<string, number>> = FIRST_RELEASE.rows;
  for (const { name, read, fields } of CASES) {
    const found = await read(test.services.db);
    assert.equal(found.length, rows[name] ?? 0, name);
    for (const row of found) {
      assert.deepEqual(missing(fields(row), row), [], `${name} ${JSON.stringify(row)}`);
    }
  }
});

Deno.test("rows of every version between come up to today, and what is of today stays as it is", async () => {
  await using test = await servicesOver("first-release");
  for (const { name, version, read, fields, decode } of CASES) {
    for (const row of await read(test.services.db)) {
      for (let written = 1; written <= version; written++) {
        const old = asWritten(fields(row), row, written);
        const upgraded = decode(written === 1 ? old : { ...old, $v: written }, written);
        assert.deepEqual(missing(fields(row), upgraded), [], `${name} of version ${written}`);
        if (written === version) assert.deepEqual(upgraded, row, name);
      }
    }
  }
});

Deno.test("a field says when it came: no earlier than the first version, no later than today's", () => {
  for (const { name, version, allFields } of CASES) {
    const latest = Math.max(...allFields.flatMap(versionsOf));
    assert(latest <= version, `${name} has a field of version ${latest}, its rows are ${version}`);
  }
});

Deno.test("what an earlier release told the feed of a booking comes up to today", () => {
  for (let written = 1; written <= storedSummary.version; written++) {
    const told = { at: "2026-11-23T05:00:00Z", type: "confirmed", summary: aRow(10) };
    const today = bookingChanged.upgrade({
      at: told.at,
      ...asWritten(CHANGE_FIELDS, told, written),
    });
    assert.deepEqual(missing(CHANGE_FIELDS, today), [], `version ${written}`);
  }
});

Deno.test("the checks see a planted missing field, undefined ones, and those inside parts and lists", () => {
  const fields = { id: 1, part: { a: 1, b: 2 }, list: [{ c: 1 }] } as const;
  const row = { id: undefined, part: { a: null }, list: [{ c: 0 }, {}] };
  assert.deepEqual(missing(fields, row), ["id", "part.b", "list.1.c"]);
  assert.deepEqual(asWritten(fields, { id: "x", part: { a: 1, b: 2 }, list: [{ c: 3 }] }, 1), {
    id: "x",
    part: { a: 1 },
    list: [{ c: 3 }],
  });
  assert.deepEqual(versionsOf(fields), [1, 1, 2, 1]);
  const forgotten = family<[], { id: string; late: string }>("forgotten", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
  });
  const { decode } = stored(forgotten, () => ({ id: 1, late: 2 }));
  assert.deepEqual(missing({ id: 1, late: 2 }, decode({ id: "x" }, 1)), ["late"]);
});

interface StoredCase {
  name: string;
  version: number;
  /** The fields of a row, and of every row there can be. */
  fields: (row: unknown) => StoredFields;
  allFields: readonly StoredFields[];
  read: (db: Database) => Promise<unknown[]>;
  /** A row of a version as the product would give it; today's are brought up as well. */
  decode: (row: unknown, version: number) => unknown;
}

function stored<Value>(
  rows: Rows<Value> & { prefix: Key<Value> },
  fields: (row: Value) => StoredFields,
  after: (row: Value) => Value = (row) => row,
): StoredCase {
  const upgrade = rows.stored?.upgrade;
  return {
    name: rows.name,
    version: rows.stored?.version ?? 1,
    fields: (row) => fields(row as Value),
    allFields: allFieldsOf(rows.name, fields),
    async read(db) {
      const entries = await readList(db.read, { prefix: rows.prefix }, 1_000);
      return entries.map(({ value }) => after(value));
    },
    decode(row, version) {
      const isOld = version < (rows.stored?.version ?? 1) || upgrade === undefined;
      const value = isOld ? decodeRow(rows, row) : upgrade(bare(row), version);
      return after(value);
    },
  };
}

/** Fields that depend on the row stand in a table of all of them. */
function allFieldsOf<Value>(name: string, fields: (row: Value) => StoredFields): StoredFields[] {
  if (name === "booking") return Object.values(BOOKING_FIELDS);
  if (name === "bookingEvent") return Object.values(EVENT_FIELDS);
  return [fields({} as Value)];
}

function bare(row: unknown): unknown {
  const { $v: _, ...rest } = row as Record<string, unknown>;
  return rest;
}

/** Paths of the fields that a row lacks or has undefined. */
function missing(fields: StoredFields, row: unknown, path = ""): string[] {
  return Object.entries(fields).flatMap(([name, since]) => {
    const value = (row as Record<string, unknown> | null)?.[name];
    if (value === undefined) return [path + name];
    return parts(since, value).flatMap(([part, item, i]) =>
      missing(part, item, `${path}${name}.${i === null ? "" : `${i}.`}`)
    );
  });
}

/** The row as a release wrote it whose rows had that version. */
function asWritten(fields: StoredFields, row: unknown, version: number): Record<string, unknown> {
  const kept = Object.entries(row as Record<string, unknown>).filter(([name]) => {
    const since = fields[name];
    return typeof since !== "number" || since <= version;
  });
  return Object.fromEntries(kept.map(([name, value]) => {
    const since = fields[name];
    if (since === undefined || typeof since === "number") return [name, value];
    const [first] = parts(since, value);
    if (first === undefined) return [name, value];
    const items = parts(since, value).map(([part, item]) => asWritten(part, item, version));
    return [name, Array.isArray(value) ? items : items[0]];
  }));
}

/** The parts of a value that have fields of their own, with their place in a list. */
function parts(since: Since, value: unknown): [StoredFields, unknown, number | null][] {
  if (typeof since === "number") return [];
  if (!isList(since)) return [[since, value, null]];
  return Array.isArray(value) ? value.map((item, i) => [since[0], item, i]) : [];
}

function isList(since: Since): since is readonly [StoredFields] {
  return Array.isArray(since);
}

function versionsOf(fields: StoredFields): number[] {
  return Object.values(fields).flatMap((since) => {
    if (typeof since === "number") return [since];
    return versionsOf(isList(since) ? since[0] : since);
  });
}
