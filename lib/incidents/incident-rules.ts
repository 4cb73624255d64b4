// How failures become incidents, and what a page says of them. Pure.
import type { ErrorSeverity } from "../errors/error-severity.ts";
import { ERROR_SEVERITIES } from "../errors/error-severity.ts";
import {
  type Incident,
  MAX_HOURS,
  MAX_PEOPLE,
  MAX_REFERENCES,
  type Occurrence,
} from "./incident.ts";

/** How long whoever watches is not told of the same again, in milliseconds. */
export const ALARM_AGAIN_MS = 15 * 60_000;

/** The incident with one failure more; `null` begins one. */
export function withOccurrence(before: Incident | null, one: Occurrence): Incident {
  const { at, fingerprint, code, category, severity, operation, technical, frames } = one;
  const first = before ?? {
    ...{ firstSeen: at, lastSeen: at, count: 0, hours: {}, people: [], references: [] },
    alarmedAt: null,
  };
  const isNewest = at >= first.lastSeen;
  return {
    fingerprint,
    code,
    category,
    severity,
    operation,
    technical: isNewest || before === null ? technical : before.technical,
    frames: isNewest || before === null ? frames : before.frames,
    firstSeen: at < first.firstSeen ? at : first.firstSeen,
    lastSeen: isNewest ? at : first.lastSeen,
    count: first.count + 1,
    hours: withHour(first.hours, at.slice(0, 13)),
    people: withPerson(first.people, one.person),
    references: one.reference === ""
      ? first.references
      : [one.reference, ...first.references].slice(0, MAX_REFERENCES),
    alarmedAt: first.alarmedAt,
  };
}

function withHour(hours: Incident["hours"], hour: string): Incident["hours"] {
  const all = { ...hours, [hour]: (hours[hour] ?? 0) + 1 };
  const newest = Object.keys(all).sort().slice(-MAX_HOURS);
  return Object.fromEntries(newest.map((name) => [name, all[name] ?? 0]));
}

function withPerson(people: readonly string[], person: string): readonly string[] {
  const isKnown = person === "" || people.includes(person) || people.length >= MAX_PEOPLE;
  return isKnown ? people : [...people, person];
}

/** True when whoever watches must be told now. */
export function isAlarm(incident: Incident, nowMs: number): boolean {
  if (incident.severity !== "critical") return false;
  return incident.alarmedAt === null || nowMs - Date.parse(incident.alarmedAt) >= ALARM_AGAIN_MS;
}

/** How a failure has come lately. */
export interface Trend {
  lastHour: number;
  lastDay: number;
  /** The day before that. */
  dayBefore: number;
  /** Failures of each of the last 24 hours, the oldest first. */
  hours: readonly number[];
}

/** The trend at a moment, epoch milliseconds. */
export function trendOf({ hours }: Pick<Incident, "hours">, nowMs: number): Trend {
  const back = (count: number) =>
    hours[new Date(nowMs - count * 60 * 60_000).toISOString().slice(0, 13)] ?? 0;
  const last = Array.from({ length: 48 }, (_, i) => back(i));
  const sum = (some: readonly number[]) => some.reduce((all, each) => all + each, 0);
  return {
    lastHour: (last[0] ?? 0) + (last[1] ?? 0),
    lastDay: sum(last.slice(0, 24)),
    dayBefore: sum(last.slice(24)),
    hours: last.slice(0, 24).reverse(),
  };
}

/** Incidents as a person wants them: what matters most first, of those the most of the last day, then the newest. */
export function byConcern(incidents: readonly Incident[], nowMs: number): Incident[] {
  const weight = ({ severity }: { severity: ErrorSeverity }) => ERROR_SEVERITIES.indexOf(severity);
  return incidents.toSorted((a, b) =>
    weight(b) - weight(a) || trendOf(b, nowMs).lastDay - trendOf(a, nowMs).lastDay ||
    b.lastSeen.localeCompare(a.lastSeen)
  );
}

/** What all failures of the last day were for, most first. */
export interface ErrorAnalytics {
  /** Failures of the last 24 hours. */
  total: number;
  byCategory: Readonly<Record<string, number>>;
  bySeverity: Readonly<Record<string, number>>;
  topCauses: readonly { fingerprint: string; code: string; operation: string; count: number }[];
  /** People it happened to, at least. */
  people: number;
}

/** Most causes named. */
const MAX_CAUSES = 10;

/** The last day in figures. */
export function analyse(incidents: readonly Incident[], nowMs: number): ErrorAnalytics {
  const lately = incidents.map((one) => ({ one, count: trendOf(one, nowMs).lastDay }))
    .filter(({ count }) => count > 0);
  const sumBy = (name: (incident: Incident) => string) => {
    const sums: Record<string, number> = {};
    for (const { one, count } of lately) sums[name(one)] = (sums[name(one)] ?? 0) + count;
    return sums;
  };
  const causes = lately.toSorted((a, b) => b.count - a.count).slice(0, MAX_CAUSES);
  return {
    total: lately.reduce((all, { count }) => all + count, 0),
    byCategory: sumBy(({ category }) => category),
    bySeverity: sumBy(({ severity }) => severity),
    topCauses: causes.map(({ one: { fingerprint, code, operation }, count }) => (
      { fingerprint, code, operation, count }
    )),
    people: new Set(lately.flatMap(({ one }) => one.people)).size,
  };
}
