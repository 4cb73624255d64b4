// What stored failures look like.
import { anything, instant, listOf, named, number, orNull, record, text } from "../kernel/shape.ts";
import type { Incident, NotedFailure } from "./incident.ts";

/** Failures that are the same one. */
export const incidentShape = record<Incident>({
  fingerprint: text,
  code: text,
  category: text,
  severity: text,
  operation: text,
  technical: text,
  frames: listOf(text),
  firstSeen: instant,
  lastSeen: instant,
  count: number,
  hours: named(number),
  people: listOf(text),
  references: listOf(text),
  alarmedAt: orNull(instant),
});

/** One failure. */
export const failureShape = record<NotedFailure>({
  reference: text,
  fingerprint: text,
  at: instant,
  operation: text,
  code: text,
  context: named(anything),
});
