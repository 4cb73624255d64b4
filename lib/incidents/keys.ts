// The families of failures that happened.
import { family } from "../kv/family.ts";
import { failureShape, incidentShape, trailShape } from "./incident-shapes.ts";
import {
  type Fingerprint,
  type Incident,
  INCIDENT_KEPT_MS,
  type KeptTrail,
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
    sealed: { fields: ["technical"], subject: () => null, erased: { technical: "" } },
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
  /** What happened on a page in the minute before it failed, by the same reference. */
  trail: family<[reference: string], KeptTrail>("trail", {
    privacy: "C2",
    subject: "customer",
    kept: { until: "expiry", atMostMs: REFERENCE_KEPT_MS },
    endsMs: ({ at }) => Date.parse(at) + REFERENCE_KEPT_MS,
    unsealed: "words of our own only",
    shape: trailShape,
  }),
} as const;
