// Every field of what is stored of failures, with the version that brought it.
import type { Incident, KeptTrail, NotedFailure } from "../../lib/incidents/incident.ts";
import type { Fields } from "./stored-fields.ts";

/** Failures that are the same one. */
export const INCIDENT_FIELDS: Fields<Incident> = {
  fingerprint: 1,
  code: 1,
  category: 1,
  severity: 1,
  operation: 1,
  technical: 1,
  frames: 1,
  firstSeen: 1,
  lastSeen: 1,
  count: 1,
  hours: 1,
  people: 1,
  references: 1,
  alarmedAt: 1,
};

/** One failure. */
export const FAILURE_FIELDS: Fields<NotedFailure> = {
  reference: 1,
  fingerprint: 1,
  at: 1,
  operation: 1,
  code: 1,
  context: 1,
};

/** The minute before a failure in a page. */
export const TRAIL_FIELDS: Fields<KeptTrail> = {
  at: 1,
  kind: 1,
  route: 1,
  island: 1,
  position: 1,
  vitals: 1,
  steps: 1,
};
