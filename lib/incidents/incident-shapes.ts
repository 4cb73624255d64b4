// What stored failures look like.
import {
  anything,
  byTag,
  flag,
  instant,
  listOf,
  named,
  number,
  orNull,
  record,
  text,
  word,
} from "../kernel/shape.ts";
import { DEEDS, type Step, type Vitals } from "../trail/trail.ts";
import type { Incident, KeptTrail, NotedFailure } from "./incident.ts";

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

/** A step of a kind. */
type Of<Kind extends Step["kind"]> = Extract<Step, { kind: Kind }>;

const vitalsShape = record<Vitals>({
  lcpMs: orNull(number),
  inpMs: orNull(number),
  ttfbMs: orNull(number),
  clsThousandths: orNull(number),
});

const told = { route: text, requestId: text, code: text };
const at = { agoMs: number, kind: text };

const stepShape = byTag<Step["kind"]>("kind", {
  page: record<Of<"page">>({ ...at, ...told, how: text, from: text }),
  seen: record<Of<"seen">>({ ...at, isSeen: flag }),
  network: record<Of<"network">>({ ...at, isOnline: flag }),
  island: record<Of<"island">>({ ...at, island: text }),
  ask: record<Of<"ask">>({ ...at, ...told, status: number, tookMs: number }),
  use: record<Of<"use">>({
    ...at,
    ...{ deed: word(DEEDS), control: text, name: text, nth: number, island: text },
  }),
});

/** The minute before a failure in a page. */
export const trailShape = record<KeptTrail>({
  at: instant,
  kind: word(["island", "page", "script"]),
  route: text,
  island: text,
  position: text,
  vitals: vitalsShape,
  steps: listOf(stepShape),
});
