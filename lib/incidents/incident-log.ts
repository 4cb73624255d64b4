// Takes down failures where they happen, at once and without waiting; a round writes them away. A storm of failures costs
// memory and commits within bounds: of one fingerprint a share is kept whole, the rest is counted.
import { createHmac } from "node:crypto";
import { type ErrorFacts, errorFacts } from "../errors/product-error.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Trail } from "../trail/trail.ts";
import { fingerprintOf, framesOf } from "./fingerprint.ts";
import type { Incident, Occurrence } from "./incident.ts";
import { type IncidentStore, MAX_PER_COMMIT } from "./incident-store.ts";

/** Fingerprints held between two rounds; what comes beyond them is counted as dropped. */
const MAX_FINGERPRINTS = 300;

/** What is known where a failure happens. */
export interface FailureContext {
  /** Route pattern or name of the work. */
  operation: string;
  /** What the person was shown, or "". */
  reference?: string;
  /** Who it happened to, an id or a network; only its keyed hash is kept. */
  person?: string;
  /** The minute before, of a failure in a page. */
  trail?: Trail;
}

/** Hears of an incident that somebody must look at now. */
export type IncidentListener = (incident: Incident) => void;

/** Hears of each failure when it is taken down, with what was thrown; must neither throw nor wait. */
export type FailureListener = (occurrence: Occurrence, error: unknown) => void;

/** Failures of one kind that the database has not taken yet. */
export interface WaitingFailures {
  oldest: Occurrence;
  newest: Occurrence;
  count: number;
}

/** What the log stands on. */
export interface IncidentLogDeps {
  store: IncidentStore;
  clock: Clock;
  log: Logger;
  /** Hides whom failures happened to. */
  personKey: Uint8Array;
}

/** Failures of this process on their way to the database. */
export class IncidentLog {
  readonly #deps: IncidentLogDeps;
  readonly #waiting = new Map<string, Occurrence[]>();
  readonly #listeners = new Set<IncidentListener>();
  readonly #failureListeners = new Set<FailureListener>();
  #dropped = 0;

  constructor(deps: IncidentLogDeps) {
    this.#deps = deps;
  }

  /** Calls `listener` for each incident that must be told of, until the returned function is called. */
  onAlarm(listener: IncidentListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Calls `listener` for each failure, until the returned function is called. */
  onFailure(listener: FailureListener): () => void {
    this.#failureListeners.add(listener);
    return () => void this.#failureListeners.delete(listener);
  }

  /** Failures that were not taken down since the process began: there were too many kinds at once. */
  get dropped(): number {
    return this.#dropped;
  }

  /** What somebody must look at and the database has not taken yet, by its kind. */
  criticalWaiting(): WaitingFailures[] {
    return [...this.#waiting.values()].flatMap((occurrences) => {
      const [oldest] = occurrences;
      const newest = occurrences.at(-1);
      const isCritical = oldest?.severity === "critical" && newest !== undefined;
      return isCritical ? [{ oldest, newest, count: occurrences.length }] : [];
    });
  }

  /** Takes down a failure. Never throws, never waits. */
  note(error: unknown, context: FailureContext): Occurrence {
    const { operation, reference = "", person = "", trail = null } = context;
    const facts = errorFacts(error);
    const frames = isOurs(facts) ? framesOf(error) : [];
    const occurrence: Occurrence = {
      fingerprint: fingerprintOf(facts, operation, frames),
      code: facts.code,
      category: facts.category,
      severity: facts.severity,
      operation,
      technical: facts.technical,
      frames,
      at: this.#deps.clock.now().toString(),
      // Of refusals there is nothing to look up, and there are many.
      reference: facts.severity === "low" ? "" : reference,
      person: person === "" ? "" : this.#personOf(person),
      context: contextOf(facts),
      trail,
    };
    this.#keep(occurrence);
    for (const listener of this.#failureListeners) listener(occurrence, error);
    return occurrence;
  }

  /** Writes away what waits. What the database does not take stays for the next round. Throws its first failure. */
  async flush(): Promise<void> {
    const failures: unknown[] = [];
    for (const [fingerprint, occurrences] of [...this.#waiting]) {
      const some = occurrences.slice(0, MAX_PER_COMMIT);
      try {
        const { incident, mustTell } = await this.#deps.store.add(
          some,
          this.#deps.clock.now().epochMilliseconds,
        );
        occurrences.splice(0, some.length);
        if (occurrences.length === 0) this.#waiting.delete(fingerprint);
        if (mustTell) this.#tell(incident);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  #keep(occurrence: Occurrence): void {
    const { fingerprint } = occurrence;
    const known = this.#waiting.get(fingerprint);
    if (known === undefined && this.#waiting.size >= MAX_FINGERPRINTS) {
      this.#dropped++;
      return;
    }
    const list = known ?? [];
    this.#waiting.set(fingerprint, list);
    if (list.length < MAX_PER_COMMIT * 10) list.push(occurrence);
    else this.#dropped++;
  }

  #tell(incident: Incident): void {
    const { fingerprint, code } = incident;
    this.#deps.log.error("somebody must look", { code, id: fingerprint, count: incident.count });
    for (const listener of [...this.#listeners]) listener(incident);
  }

  #personOf(person: string): string {
    return createHmac("sha256", this.#deps.personKey).update(person).digest("base64url").slice(
      0,
      12,
    );
  }
}

/** Refusals are thrown in one place for many reasons; where that is says nothing. */
function isOurs({ category }: ErrorFacts): boolean {
  return category === "internal" || category === "database" || category === "external-service" ||
    category === "network";
}

function contextOf({ context }: ErrorFacts): Occurrence["context"] {
  const entries = Object.entries(context).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const]
  );
  return Object.fromEntries(entries);
}
