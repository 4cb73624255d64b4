// Hears of what happens, counts it, and has the detectors look at it, at once and in memory; a round writes away what came
// of it and raises alarms. What a process had in mind is gone with it: windows are a day at most.
import { createHash } from "node:crypto";
import type { IncidentStore } from "../incidents/incident-store.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import type { Database } from "../kv/open.ts";
import { Transaction } from "../kv/transaction.ts";
import type { SecurityEvent, SecurityEvents } from "../security/security-events.ts";
import { DetectionStore } from "./detection-store.ts";
import { Detectors } from "./detectors.ts";
import { type Finding, FINDING_SEVERITY, type StoredFinding } from "./finding.ts";
import { detectionKeys } from "./keys.ts";
import { Habits, momentOf } from "./staff-habits.ts";

/** Most findings that wait to be written; more of them are counted as dropped. */
const MAX_WAITING = 500;
/** Most findings written in one commit. */
const A_COMMIT = 50;

/** What it stands on. */
export interface WatchDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  incidentStore: IncidentStore;
  securityEvents: SecurityEvents;
}

/** What is noticed by this process. */
export class SecurityWatch {
  readonly #deps: WatchDeps;
  readonly #habits = new Habits();
  readonly #detectors = new Detectors(this.#habits);
  readonly #store: DetectionStore;
  readonly #process: string;
  readonly #sums = new Map<string, Map<string, number>>();
  readonly #staffDays = new Set<string>();
  #waiting: Finding[] = [];
  #hasHabits = false;
  #dropped = 0;

  constructor(deps: WatchDeps) {
    this.#deps = deps;
    this.#store = new DetectionStore(deps);
    this.#process = ulid(deps.clock.now().epochMilliseconds, deps.randomBytes);
    deps.securityEvents.listen((event) => this.#see(event));
  }

  /** Findings that were not kept because there were too many at once. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Writes away what has been noticed since, and tells of what somebody must look at now. */
  async flush(): Promise<void> {
    await this.#learnHabits();
    await this.#writeSums();
    while (this.#waiting.length > 0) await this.#writeFindings(this.#waiting.slice(0, A_COMMIT));
  }

  #see(event: SecurityEvent): void {
    const { day } = momentOf(event.atMs);
    const sums = this.#sums.get(day) ?? new Map<string, number>();
    this.#sums.set(day, sums.set(event.kind, (sums.get(event.kind) ?? 0) + 1));
    if (event.person !== "" && event.kind === "staff-read") {
      this.#staffDays.add(`${event.person} ${day}`);
    }
    for (const finding of this.#detectors.see(event)) {
      if (this.#waiting.length < MAX_WAITING) this.#waiting.push(finding);
      else this.#dropped++;
    }
  }

  /** What earlier processes saw of the staff, once. */
  async #learnHabits(): Promise<void> {
    if (this.#hasHabits) return;
    for (const { person, day, known } of await this.#store.staffDays()) {
      this.#habits.take(person, day, known);
    }
    this.#hasHabits = true;
  }

  async #writeSums(): Promise<void> {
    const changed = [...this.#sums];
    const days = [...this.#staffDays];
    if (changed.length === 0 && days.length === 0) return;
    const tx = new Transaction(this.#deps.db);
    for (const [day, sums] of changed) {
      tx.set(detectionKeys.sums(day, this.#process), Object.fromEntries(sums));
    }
    for (const one of days) {
      const [person = "", day = ""] = one.split(" ");
      const known = this.#habits.on(person, day);
      if (known !== null) tx.set(detectionKeys.staffDay(person, day), { ...known });
    }
    await tx.commit();
    for (const one of days) this.#staffDays.delete(one);
    // The row of a day that is over has been written whole.
    const { day: today } = momentOf(this.#deps.clock.now().epochMilliseconds);
    for (const [day] of changed) if (day < today) this.#sums.delete(day);
  }

  async #writeFindings(findings: readonly Finding[]): Promise<void> {
    const tx = new Transaction(this.#deps.db);
    const stored = findings.map((finding) => this.#stored(finding));
    for (const one of stored) tx.set(detectionKeys.finding(one.id), one);
    await tx.commit();
    this.#waiting = this.#waiting.slice(findings.length);
    for (const one of stored) if (FINDING_SEVERITY[one.detector] === "wake") await this.#wake(one);
  }

  #stored({ atMs, sinceMs, ...finding }: Finding): StoredFinding {
    return {
      id: ulid(atMs, this.#deps.randomBytes),
      ...finding,
      at: new Date(atMs).toISOString(),
      since: new Date(sinceMs).toISOString(),
    };
  }

  /** By the alarms of the product, once in a quarter of an hour for one detector. */
  async #wake({ detector, id, at, count }: StoredFinding): Promise<void> {
    const fingerprint = createHash("sha256").update(`detection ${detector}`).digest("hex")
      .slice(0, 16);
    await this.#deps.incidentStore.add([{
      ...{ fingerprint, code: detector, category: "authorization", severity: "critical" },
      operation: "/admin/security",
      technical: `The detector ${detector} found something: ${count} of what it counts`,
      ...{ frames: [], at, reference: "", person: "", trail: null },
      context: { findingId: id },
    }], this.#deps.clock.now().epochMilliseconds);
  }
}
