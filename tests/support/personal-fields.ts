// Which fields the rows of sealed families have, and which of them are nobody's: ids, times, prices, words of our own.
import {
  ACCOUNT_FIELDS,
  ADJUSTMENT_FIELDS,
  FILE_FIELDS,
  SETTLEMENT_FIELDS,
} from "./stored-settlement-fields.ts";
import { BUYER_FIELDS } from "./stored-invoicing-fields.ts";
import * as books from "./stored-bookkeeping-fields.ts";
import { BREACH_EVENT_FIELDS, CONFIRMATION_FIELDS } from "./stored-compliance-fields.ts";
import {
  ACT_FIELDS,
  BOOKING_FIELDS,
  DRIVER_FIELDS,
  EVENT_FIELDS,
  HOLDER_FIELDS,
  LANDMARK_CHANGE_FIELDS,
  OUTAGES_FIELDS,
  QUOTE_FIELDS,
  type StoredFields,
  SUMMARY_FIELDS,
  TARIFF_DRAFT_FIELDS,
} from "./stored-fields.ts";
import {
  AUTHENTICATOR_FIELDS,
  IDENTITY_FIELDS,
  LINK_FIELDS,
  OWN_PLACES_FIELDS,
  PASSKEY_FIELDS,
  PENDING_IDENTITY_FIELDS,
  PERSON_EVENT_FIELDS,
  PERSON_FIELDS,
  SESSION_FIELDS,
} from "./stored-account-fields.ts";
import { ENDPOINT_FIELDS, FORMER_FIELDS, SUBSCRIPTIONS_FIELDS } from "./stored-channel-fields.ts";
import { INCIDENT_FIELDS } from "./stored-incident-fields.ts";
import { SEALED_MONEY } from "./stored-reconciliation-fields.ts";
import { OUTBOX_FIELDS } from "./stored-message-fields.ts";
import { HOLD_FIELDS, NOTICE_FIELDS, NOTICE_PATHS, VEIL_FIELDS } from "./retention-fields.ts";
import { DATA_REQUEST_EVENT_FIELDS, DATA_REQUEST_FIELDS } from "./stored-privacy-fields.ts";

/** The tables of the fields of each sealed family. */
export const SEALED_TABLES: Readonly<Record<string, readonly StoredFields[]>> = {
  booking: Object.values(BOOKING_FIELDS),
  bookingEvent: Object.values(EVENT_FIELDS),
  ...{ bookingByDay: [SUMMARY_FIELDS], operatorAct: [ACT_FIELDS] },
  vehicleOutages: [OUTAGES_FIELDS],
  ...{ driver: [DRIVER_FIELDS], permitHolder: [HOLDER_FIELDS] },
  ...{ quote: [QUOTE_FIELDS], tariffDraft: [TARIFF_DRAFT_FIELDS] },
  landmarkEvent: [LANDMARK_CHANGE_FIELDS],
  ...{ person: [PERSON_FIELDS], personEvent: [PERSON_EVENT_FIELDS] },
  ...{ session: [SESSION_FIELDS], passkey: [PASSKEY_FIELDS] },
  ...{ authenticator: [AUTHENTICATOR_FIELDS], pendingAuthenticator: [AUTHENTICATOR_FIELDS] },
  ...{ ownPlaces: [OWN_PLACES_FIELDS], entryLink: [LINK_FIELDS] },
  ...{ identity: [IDENTITY_FIELDS], pendingIdentity: [PENDING_IDENTITY_FIELDS] },
  ...{ outbox: [OUTBOX_FIELDS], bookedBuyer: [BUYER_FIELDS] },
  ...{ archivedDocument: [books.DOCUMENT_FIELDS], documentPart: [books.DOCUMENT_PART_FIELDS] },
  ...{ settlement: [SETTLEMENT_FIELDS], settlementAdjustment: [ADJUSTMENT_FIELDS] },
  ...{ payeeAccount: [ACCOUNT_FIELDS], paymentFile: [FILE_FIELDS] },
  ...{ pushSubscriptions: [SUBSCRIPTIONS_FIELDS], fortnoxLink: [books.FORTNOX_FIELDS] },
  ...{ webhookEndpoint: [ENDPOINT_FIELDS], formerEndpoint: [FORMER_FIELDS] },
  ...{ legalHold: [HOLD_FIELDS], recipientNotice: [NOTICE_FIELDS] },
  ...{ incident: [INCIDENT_FIELDS], veil: [VEIL_FIELDS] },
  ...{ dataRequest: [DATA_REQUEST_FIELDS], dataRequestEvent: [DATA_REQUEST_EVENT_FIELDS] },
  breachEvent: Object.values(BREACH_EVENT_FIELDS),
  ...SEALED_MONEY.tables,
  accessReview: [CONFIRMATION_FIELDS],
};

const BREACH_PATHS = [
  ...["at", "by.id", "id", "on", "reference", "type"],
  ...pathsOf([BREACH_EVENT_FIELDS.amend]).filter((path) => path.startsWith("facts.")),
];

const BOOKED_TRIP = [
  "trip.bags",
  "trip.bindingMaximumOre",
  "trip.comparisonPriceOre",
  "trip.extras.childSeats",
  "trip.extras.extraLuggage",
  "trip.extras.pets",
  "trip.isFixedPrice",
  "trip.lines.*.amountOre",
  "trip.lines.*.code",
  "trip.lines.*.label",
  "trip.lines.*.vatOre",
  "trip.lines.*.vatRatePercent",
  "trip.passengers",
  "trip.pickup.instant",
  "trip.pickup.timeZone",
  "trip.pickup.wallTime",
  "trip.quoteId",
  "trip.route.dataVersion",
  "trip.route.distanceMeters",
  "trip.route.durationSeconds",
  "trip.route.engine",
  "trip.route.isEstimate",
  "trip.tariffVersion",
  "trip.timeZoneDataVersion",
  "trip.totalOre",
  "trip.vatOre",
  "trip.vehicleClass",
  "trip.wheelchairs",
];
const LANDMARK = [
  "aliases",
  "area",
  "id",
  "kind",
  "name",
  "nameEn",
  "point.lat",
  "point.lng",
  "source",
  "tiedTo",
  "town",
  "weight",
];

function landmark(at: string): string[] {
  return LANDMARK.map((field) => `${at}.${field}`);
}

/** Fields of sealed families that are not sealed: none of them says who somebody is, where they go, or what they wrote. */
export const NOT_PERSONAL: Readonly<Record<string, readonly string[]>> = {
  legalHold: ["at", "bookingId"],
  ...{ recipientNotice: NOTICE_PATHS, formerEndpoint: ["createdAt", "id", "removedAt"] },
  veil: ["id", "isSet", "kind", "marks", "steps.*.at", "steps.*.by.kind", "steps.*.type"],
  // Facts of a breach name nobody: the page asks for none.
  breachEvent: BREACH_PATHS,
  ...SEALED_MONEY.notPersonal,
  accessReview: ["at", "by", "roles"],
  incident: [
    ...["alarmedAt", "category", "code", "count", "fingerprint", "firstSeen"],
    ...["frames", "hours", "lastSeen", "operation", "people", "references", "severity"],
  ],
  landmarkEvent: [...landmark("before"), ...landmark("after"), "at", "type"],
  person: ["createdAt", "grants", "id", "locale", "standing", "version"],
  personEvent: ["at", "by", "type"],
  session: [
    ...["absoluteExpiresAt", "createdAt", "id", "idleExpiresAt", "idleMinutes", "personId"],
    "proof",
  ],
  ...{
    authenticator: ["confirmedAt", "lastStep"],
    pendingAuthenticator: ["confirmedAt", "lastStep"],
  },
  passkey: ["counter", "createdAt", "id", "lastUsedAt", "personId", "publicKey", "transports"],
  ...{ ownPlaces: ["count"], identity: ["linkedAt", "personId", "source"] },
  pendingIdentity: ["expiresAt", "isAddressVerified", "mark", "source"],
  entryLink: ["expiresAt", "invited", "personId", "purpose", "usedAt"],
  permitHolder: ["from", "id", "kind", "until"],
  driver: ["from", "id", "otherVehicleIds", "until", "vehicleId"],
  vehicleOutages: ["outages.*.endMs", "outages.*.id", "outages.*.startMs"],
  quote: [
    "createdAt",
    "expiresAt",
    "id",
    "options.*.bindingMaximumOre",
    "options.*.comparisonPriceOre",
    "options.*.isFixedPrice",
    "options.*.lines.*.amountOre",
    "options.*.lines.*.code",
    "options.*.lines.*.label",
    "options.*.lines.*.vatOre",
    "options.*.lines.*.vatRatePercent",
    "options.*.totalOre",
    "options.*.vatOre",
    "options.*.vehicleClass",
    "reschedules",
    "route.dataVersion",
    "route.distanceMeters",
    "route.durationSeconds",
    "route.engine",
    "route.isEstimate",
    "signature",
    "tariffVersion",
    "timeZoneDataVersion",
    "trip.bags",
    "trip.extras.childSeats",
    "trip.extras.extraLuggage",
    "trip.extras.pets",
    "trip.passengers",
    "trip.pickup.instant",
    "trip.pickup.timeZone",
    "trip.pickup.wallTime",
    "trip.wheelchairs",
  ],
  tariffDraft: ["approvedBy", "authors", "id", "name", "revision", "state", "story", "tariff"],
  booking: [
    ...BOOKED_TRIP,
    "cancellation.at",
    "cancellation.by",
    "cancellation.feeOre",
    "cancellation.feeVat",
    "changedAt",
    "createdAt",
    "driverId",
    "feeOre",
    "feeVat",
    "id",
    "links",
    "locale",
    "reference",
    "reservation.endMs",
    "reservation.startMs",
    "reservation.vehicleId",
    "status",
    "version",
    ...["payment", "until", "veiled", "restricted"],
  ],
  bookingEvent: [
    ...BOOKED_TRIP,
    "actor",
    "at",
    "basis",
    "by",
    ...["driverId", "fault", "feeOre", "feeVat", "from", "id"],
    "link",
    "links",
    "locale",
    "reference",
    "refusals",
    "reservation.endMs",
    "reservation.startMs",
    "reservation.vehicleId",
    "restored",
    "to",
    "type",
    "undid",
    "undoes",
    ...["payment", "paymentId", "method", "until", "veiled", "restricted"],
  ],
  bookingByDay: [
    "bags",
    "changedAt",
    "childSeats",
    "distanceMeters",
    "driverId",
    "durationSeconds",
    "extraLuggage",
    "id",
    "passengers",
    "pets",
    "pickupMs",
    "reference",
    "status",
    "totalOre",
    "vehicleClass",
    "vehicleId",
    ...["veiled", "restricted"],
    "version",
    "wallTime",
    "wheelchairs",
  ],
  operatorAct: [
    "actor",
    "at",
    "due",
    "id",
    "kind",
    "outage",
    "outcome",
    "spans.*.bookingId",
    "spans.*.from",
    "spans.*.to",
  ],
  dataRequest: [
    "closedAt",
    "dueOn",
    "duplicateOf",
    "extendedAt",
    ...["failures", "handler"],
    "id",
    "identity",
    "lastFailure",
    "locale",
    "mark",
    "personId",
    "reachKind",
    "receivedAt",
    "refusal",
    "state",
    "type",
    "version",
  ],
  dataRequestEvent: ["at", "by", "mark", "state", "type"],
  outbox: [
    ...["acts", "at", "attempts", "bookingId", "busyUntil", "channel", "deadline", "decidedAt"],
    ...["dueAt", "id", "locale", "mark", "outcome", "topic", "version"],
  ],
  archivedDocument: ["archivedAt", "date", "id", "locale", "parts", "sha256"],
  settlementAdjustment: pathsOf([ADJUSTMENT_FIELDS]).filter((path) => path !== "reason"),
  payeeAccount: ["approvedBy", "holderId", "proposedBy", "revision"],
  paymentFile: pathsOf([FILE_FIELDS]).filter((path) =>
    !["payments.*.name", "payments.*.account", "message"].includes(path)
  ),
  settlement: pathsOf([SETTLEMENT_FIELDS]).filter((path) =>
    path !== "lines.*.reason" && !path.startsWith("papers")
  ),
  fortnoxLink: [
    ...["busyUntil", "connectedAt", "paceFullAtMs", "sent"],
    ...["sending.date", "sending.number", "sending.series", "start.from", "start.series"],
    ...["through.date", "through.number", "through.series", "trouble.at", "trouble.kind"],
    "trouble.said",
  ],
  webhookEndpoint: [
    "createdAt",
    "events",
    "id",
    "secrets.*.madeAt",
    "secrets.*.sealed.ciphertext",
    "secrets.*.sealed.iv",
    "secrets.*.sealed.seal",
    "secrets.*.until",
    "state",
  ],
  ...{ pushSubscriptions: ["count", "endsAt"], bookedBuyer: ["bookingId", "mark", "until"] },
};

/** Paths of all fields of some tables; parts and items of lists by their own. */
export function pathsOf(tables: readonly StoredFields[]): string[] {
  return [...new Set(tables.flatMap((fields) => leaves(fields, "")))].sort();
}

function leaves(fields: StoredFields, before: string): string[] {
  return Object.entries(fields).flatMap(([name, since]) => {
    const path = before + name;
    if (typeof since === "number") return [path];
    return isList(since) ? leaves(since[0], `${path}.*.`) : leaves(since, `${path}.`);
  });
}

function isList(since: StoredFields | readonly [StoredFields]): since is readonly [StoredFields] {
  return Array.isArray(since);
}
