// Runs visits through the detectors in the order of their events and says of whom something was found. Whoever is found
// and means no harm is a false positive, and with them everybody behind the same address while it went on.
import { Detectors } from "../../lib/detection/detectors.ts";
import { type DetectorName, DETECTORS, type Finding } from "../../lib/detection/finding.ts";
import { Habits } from "../../lib/detection/staff-habits.ts";
import type { SecurityEvent } from "../../lib/security/security-events.ts";
import { type Attack, attacks } from "./attacks.ts";
import { BEGIN_MS, customers, staff } from "./benign.ts";
import { Chance } from "./chance.ts";
import { markOf, type Visit } from "./session.ts";

/** What came of visits of people who mean no harm. */
export interface Precision {
  visits: number;
  events: number;
  falsePositives: number;
  /** By detector and by persona, those that are not none. */
  byDetector: Readonly<Record<string, number>>;
  byPersona: Readonly<Record<string, number>>;
}

/** What came of planted attacks, by detector. */
export type Recall = Readonly<Record<DetectorName, { planted: number; found: number }>>;

/** How many of `count` visits without harm are found. */
export function precision(seed: number, count: number): Precision {
  const chance = new Chance(seed);
  const shifts = [...staff(chance)];
  const visits = [...shifts, ...customers(chance, count - shifts.length)];
  const findings = run(visits);
  const byDetector: Record<string, number> = {};
  const byPersona: Record<string, number> = {};
  const touched = touchedBy(visits, findings);
  for (const [visit, detectors] of touched) {
    byPersona[visit.persona] = (byPersona[visit.persona] ?? 0) + 1;
    for (const detector of detectors) byDetector[detector] = (byDetector[detector] ?? 0) + 1;
  }
  const events = visits.reduce((sum, visit) => sum + visit.events.length, 0);
  return { visits: visits.length, events, falsePositives: touched.size, byDetector, byPersona };
}

/** How many of `count` attacks of each kind are found among `background` visits without harm. */
export function recall(seed: number, count: number, background: number): Recall {
  const chance = new Chance(seed);
  const visits = [...staff(chance), ...customers(chance, background)];
  const planted = [...attacks(chance, count)];
  const findings = run([...visits, ...planted]);
  const found = planted.map((attack) => ({ attack, isFound: isFound(attack, findings) }));
  return Object.fromEntries(DETECTORS.map((detector) => {
    const of = found.filter(({ attack }) => attack.detector === detector);
    return [detector, { planted: of.length, found: of.filter((one) => one.isFound).length }];
  })) as Recall;
}

/** The most visits in a hundred that may be found by chance alone, with 95 in 100 certainty on one side (Clopper-Pearson). */
export function upperBound(found: number, of: number, alpha = 0.05): number {
  let [low, high] = [found / of, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (atMost(found, of, middle) > alpha) low = middle;
    else high = middle;
  }
  return high;
}

/** How likely at most `most` of `of` are, each with the chance `part`. */
function atMost(most: number, of: number, part: number): number {
  if (part <= 0) return 1;
  if (part >= 1) return most >= of ? 1 : 0;
  let log = of * Math.log1p(-part);
  let sum = Math.exp(log);
  for (let k = 1; k <= most; k++) {
    log += Math.log((of - k + 1) / k) + Math.log(part) - Math.log1p(-part);
    sum += Math.exp(log);
  }
  return Math.min(1, sum);
}

function run(visits: readonly Visit[]): Finding[] {
  const events: SecurityEvent[] = visits.flatMap((visit) => visit.events);
  events.sort((a, b) => a.atMs - b.atMs);
  const detectors = new Detectors(habitsBefore());
  return events.flatMap((event) => detectors.see(event));
}

/** The staff has worked before the fortnight begins. */
function habitsBefore(): Habits {
  const habits = new Habits();
  for (let who = 0; who < 30; who++) {
    for (let back = 1; back <= 5; back++) {
      const day = new Date(BEGIN_MS - back * 24 * 60 * 60_000).toISOString().slice(0, 10);
      const isNight = who >= 24 && who < 28;
      habits.take(`person-${who}`, day, { subjects: who >= 28 ? 24 : 75, isNight });
    }
  }
  return habits;
}

function isFound({ detector, identity, events }: Attack, findings: readonly Finding[]): boolean {
  const fromMs = events[0]?.atMs ?? 0;
  const untilMs = events.at(-1)?.atMs ?? 0;
  return findings.some((one) =>
    one.detector === detector && one.identity.kind === identity.kind &&
    one.identity.mark === identity.mark && one.atMs >= fromMs && one.atMs <= untilMs
  );
}

function touchedBy(
  visits: readonly Visit[],
  findings: readonly Finding[],
): Map<Visit, Set<DetectorName>> {
  const byMark = Map.groupBy(
    findings,
    ({ identity: { kind, mark } }) => `${kind} ${mark}`,
  );
  const touched = new Map<Visit, Set<DetectorName>>();
  for (const visit of visits) {
    for (const event of visit.events) {
      for (const kind of ["network", "account", "person", "session"] as const) {
        for (const one of byMark.get(`${kind} ${markOf(event, kind)}`) ?? []) {
          if (event.atMs < one.sinceMs || event.atMs > one.atMs) continue;
          touched.set(visit, (touched.get(visit) ?? new Set()).add(one.detector));
        }
      }
    }
  }
  return touched;
}
