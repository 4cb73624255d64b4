// What operators see of failures: the day in figures, every incident, one of them, and the one behind a reference.
import type { OperatorSession } from "../accounts/session.ts";
import type { AlarmOutlet } from "../alarms/outlet.ts";
import type { OutletStore } from "../alarms/outlet-store.ts";
import type { SentryOutlet } from "../alarms/sentry-gateway.ts";
import { type Framed, framed } from "./framed.ts";
import type { Health } from "../health/health.ts";
import type { PartState } from "../health/part.ts";
import type { Fingerprint, Incident, KeptTrail, NotedFailure } from "../incidents/incident.ts";
import {
  analyse,
  byConcern,
  type ErrorAnalytics,
  type Trend,
  trendOf,
} from "../incidents/incident-rules.ts";
import type { IncidentLog } from "../incidents/incident-log.ts";
import type { IncidentStore } from "../incidents/incident-store.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Database } from "../kv/open.ts";
import type { SessionReplay } from "../trail/session-replay.ts";
import { type OutletView, viewOutlets } from "./outlet-view.ts";

/** Most incidents in the list. */
export const MAX_LISTED = 100;

/** What loading needs. */
export interface IncidentsPageDeps {
  db: Database;
  incidents: IncidentLog;
  incidentStore: IncidentStore;
  outlets: readonly AlarmOutlet[];
  outletStore: OutletStore;
  sentry: SentryOutlet | null;
  health: Pick<Health, "look">;
  clock: Clock;
  randomBytes: RandomBytes;
  replay: SessionReplay;
}

/** An incident with how it has come lately. */
export interface IncidentRow extends Incident {
  trend: Trend;
}

/** The list. */
export interface IncidentsData extends Framed {
  stats: ErrorAnalytics;
  incidents: readonly IncidentRow[];
  count: number;
  /** Failures since the server began that were only counted here: there were too many kinds at once. */
  dropped: number;
  /** A reference that was looked for and not found, "" when none was. */
  missed: string;
  /** Where alarms go. */
  outlets: readonly OutletView[];
  /** How the parts are, as the probes of supervisors say it. */
  parts: readonly PartState[];
}

/** One incident. */
export interface IncidentData extends Framed {
  incident: IncidentRow;
  /** The failure that was looked for by its reference, or null. */
  failure: NotedFailure | null;
  /** The minute before it, of a failure in a page. */
  trail: KeptTrail | null;
  /** Address of what was seen on the screen, null: nobody records. */
  recording: string | null;
}

/** The list, what matters most first. */
export async function loadIncidents(
  deps: IncidentsPageDeps,
  operator: OperatorSession,
  missed = "",
): Promise<IncidentsData> {
  const [frame, all, outlets, parts] = await Promise.all([
    framed(deps, operator),
    deps.incidentStore.list(),
    viewOutlets(deps),
    deps.health.look(),
  ]);
  const { nowMs } = frame;
  return {
    ...frame,
    stats: analyse(all, nowMs),
    incidents: byConcern(all, nowMs).slice(0, MAX_LISTED).map((one) => withTrend(one, nowMs)),
    count: all.length,
    dropped: deps.incidents.dropped,
    missed,
    outlets,
    parts,
  };
}

/** One incident, with the failure of a reference when one is given; null when there is none. */
export async function loadIncident(
  deps: IncidentsPageDeps,
  operator: OperatorSession,
  { fingerprint, reference }: { fingerprint: Fingerprint; reference: string },
): Promise<IncidentData | null> {
  const [frame, incident, failure] = await Promise.all([
    framed(deps, operator),
    deps.incidentStore.get(fingerprint),
    reference === "" ? null : deps.incidentStore.find(reference),
  ]);
  if (incident === null) return null;
  const ofIt = failure?.fingerprint === fingerprint ? failure : null;
  return {
    ...frame,
    incident: withTrend(incident, frame.nowMs),
    failure: ofIt,
    trail: ofIt && await deps.incidentStore.trail(ofIt.reference),
    recording: ofIt && deps.replay.recordingOf(ofIt.reference),
  };
}

/** The failure a person reads out, however they write its reference; what waits is written away first. Null: none. */
export async function findFailure(
  deps: Pick<IncidentsPageDeps, "incidents" | "incidentStore">,
  written: string,
): Promise<NotedFailure | null> {
  const letters = written.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, 8);
  if (letters.length !== 8) return null;
  await deps.incidents.flush();
  return await deps.incidentStore.find(`${letters.slice(0, 4)}-${letters.slice(4)}`);
}

function withTrend(incident: Incident, nowMs: number): IncidentRow {
  return { ...incident, trend: trendOf(incident, nowMs) };
}
