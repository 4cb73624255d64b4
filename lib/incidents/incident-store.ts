// Incidents in the database: read for operators, added to by every process.
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readList } from "../kv/read.ts";
import {
  type Fingerprint,
  type Incident,
  type KeptTrail,
  MAX_REFERENCES,
  type NotedFailure,
  type Occurrence,
} from "./incident.ts";
import { isAlarm, withOccurrence } from "./incident-rules.ts";
import { type IncidentRaised, incidentRaised } from "./incident-feed.ts";
import { incidentKeys } from "./keys.ts";

/** Most incidents read at once; a product with more has other worries. */
export const MAX_INCIDENTS = 500;
/** Most failures of one incident in one commit. */
export const MAX_PER_COMMIT = 100;

/** Reads and writes incidents. */
export class IncidentStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** All incidents, by fingerprint. */
  async list(): Promise<Incident[]> {
    const rows = await readList(
      this.#db.read,
      { prefix: incidentKeys.incident.prefix },
      MAX_INCIDENTS,
    );
    return rows.map(({ value }) => value);
  }

  /** One of them, or null. */
  async get(fingerprint: Fingerprint): Promise<Incident | null> {
    return (await readEntry(this.#db.read, incidentKeys.incident(fingerprint))).value;
  }

  /** The failure with a reference, or null. */
  async find(reference: string): Promise<NotedFailure | null> {
    return (await readEntry(this.#db.read, incidentKeys.failure(reference))).value;
  }

  /** The minute before the failure with a reference, or null. */
  async trail(reference: string): Promise<KeptTrail | null> {
    return (await readEntry(this.#db.read, incidentKeys.trail(reference))).value;
  }

  /**
   * Adds failures of one fingerprint, at most MAX_PER_COMMIT. The incident as it then is, and whether whoever watches
   * must be told: exactly one of many processes is told so.
   */
  async add(
    occurrences: readonly Occurrence[],
    nowMs: number,
  ): Promise<{ incident: Incident; mustTell: boolean }> {
    const [first] = occurrences;
    if (first === undefined) throw new RangeError("Cannot add failures: there are none");
    const key = incidentKeys.incident(first.fingerprint);
    const { value } = await commitWithRetry(this.#db, async (tx) => {
      const { value: before, versionstamp } = await readEntry(this.#db.write, key);
      let after = before;
      for (const one of occurrences) {
        after = withOccurrence(after, one);
        const { reference, fingerprint, at, operation, code, context } = one;
        if (reference === "") continue;
        const noted = { reference, fingerprint, at, operation, code, context };
        tx.set(incidentKeys.failure(reference), noted);
      }
      for (const { reference, at, trail } of withTrail(occurrences)) {
        tx.set(incidentKeys.trail(reference), { ...trail, at });
      }
      const incident = after ?? withOccurrence(null, first);
      const mustTell = isAlarm(incident, nowMs);
      const at = new Date(nowMs).toISOString();
      const told = mustTell ? { ...incident, alarmedAt: at } : incident;
      tx.check(key, versionstamp).set(key, told);
      if (mustTell) tx.append(incidentRaised, raised(incident, at));
      return { incident: told, mustTell };
    });
    return value;
  }
}

/** The newest that have one: as many as the incident names, and a commit has a size. */
function withTrail(occurrences: readonly Occurrence[]) {
  return occurrences.flatMap(({ reference, at, trail }) =>
    trail === null || reference === "" ? [] : [{ reference, at, trail }]
  ).slice(-MAX_REFERENCES);
}

function raised(
  { fingerprint, code, severity, operation, count }: Incident,
  at: string,
): IncidentRaised {
  return { at, fingerprint, code, severity, operation, count };
}
