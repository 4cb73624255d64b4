// Which version brought each field of the rows of retention.
import type { AnyFamily, Key } from "../../lib/kv/family.ts";
import { retentionKeys } from "../../lib/retention/keys.ts";
import type { Erasure } from "../../lib/retention/erasure.ts";
import type { LegalHold } from "../../lib/retention/legal-hold.ts";
import type { RecipientNotice } from "../../lib/retention/recipient-notice.ts";
import type { RetentionRun } from "../../lib/retention/retention-run.ts";
import type { RideStatistics } from "../../lib/retention/ride-statistics-rules.ts";
import { veilKeys } from "../../lib/veil/keys.ts";
import type { Veil } from "../../lib/veil/veil.ts";
import type { Fields, StoredFields } from "./stored-fields.ts";

/** A run. */
const RUN_FIELDS: Fields<RetentionRun> = {
  id: 1,
  startedAt: 1,
  finishedAt: 1,
  part: 1,
  after: 1,
  counts: 1,
};

/** What is kept of a year. */
const STATISTICS_FIELDS: Fields<RideStatistics> = {
  year: 1,
  groups: [{
    month: 1,
    vehicleClass: 1,
    rides: 1,
    passengers: 1,
    distanceMeters: 1,
    totalOre: 1,
    completed: 1,
  }],
  isIncomplete: 1,
  madeAt: 1,
};

/** A hold. */
export const HOLD_FIELDS: Fields<LegalHold> = { bookingId: 1, reason: 1, by: 1, at: 1 };

/** A veil. */
export const VEIL_FIELDS: Fields<Veil> = {
  id: 1,
  kind: 1,
  marks: 1,
  isSet: 1,
  steps: [{ type: 1, at: 1, by: { kind: 1, name: 1 }, reason: 1 }],
};

/** An erasure. */
const ERASURE_FIELDS: Fields<Erasure> = {
  requestId: 1,
  marks: 1,
  otherMarks: 1,
  personId: 1,
  step: 1,
  changedAt: 1,
  finishedAt: 1,
};

/** A notice to a recipient. */
export const NOTICE_FIELDS: Fields<RecipientNotice> = {
  requestId: 1,
  about: 2,
  id: 1,
  recipient: 1,
  endpointId: 1,
  references: 1,
  state: 1,
  madeAt: 1,
  changedAt: 1,
  proof: 1,
  by: 1,
  reason: 1,
};

/** Those of a notice that are not sealed. */
export const NOTICE_PATHS = [
  ...["about", "changedAt", "endpointId", "id", "madeAt", "proof", "recipient", "references"],
  ...["requestId", "state"],
];

/** Each family with its fields. */
export const RETENTION_ROWS: readonly {
  rows: AnyFamily & { prefix: Key<unknown> };
  fields: StoredFields;
}[] = [
  { rows: retentionKeys.run, fields: RUN_FIELDS },
  { rows: retentionKeys.statistics, fields: STATISTICS_FIELDS },
  { rows: retentionKeys.hold, fields: HOLD_FIELDS },
  { rows: retentionKeys.erasure, fields: ERASURE_FIELDS },
  { rows: retentionKeys.notice, fields: NOTICE_FIELDS },
  { rows: veilKeys.veil, fields: VEIL_FIELDS },
];
