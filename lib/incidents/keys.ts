// The families of failures that happened.
import { family } from "../kv/family.ts";
import { failureShape, incidentShape } from "./incident-shapes.ts";
import {
  type Fingerprint,
  type Incident,
  INCIDENT_KEPT_MS,
  type NotedFailure,
  REFERENCE_KEPT_MS,
} from "./incident.ts";

/** Families of this room. */
export const incidentKeys = {
  /** Failures that are the same one. */
  incident: family<[fingerprint: Fingerprint], Incident>("incident", {
    privacy: "C2",
    subject: "customer",
    kept: { until: "expiry", atMostMs: INCIDENT_KEPT_MS },
    endsMs: ({ lastSeen }) => Date.parse(lastSeen) + INCIDENT_KEPT_MS,
    shape: incidentShape,
  }),
  /** One failure, by the reference somebody reads out. */
  failure: family<[reference: string], NotedFailure>("failure", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: REFERENCE_KEPT_MS },
    endsMs: ({ at }) => Date.parse(at) + REFERENCE_KEPT_MS,
    shape: failureShape,
  }),
} as const;
