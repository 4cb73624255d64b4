// What the feed tells of failures.
import { type FeedBody, feedKind } from "../kv/feed-row.ts";
import type { ErrorSeverity } from "../errors/error-severity.ts";
import type { Fingerprint } from "./incident.ts";

/** Somebody must look at a failure now. */
export interface IncidentRaised extends FeedBody {
  fingerprint: Fingerprint;
  code: string;
  severity: ErrorSeverity;
  operation: string;
  count: number;
}

/** Entries of failures. */
export const incidentRaised = feedKind<IncidentRaised>("incident");
