// Breaches in the database.
import type { Database } from "../kv/open.ts";
import { readEntry, readList } from "../kv/read.ts";
import type { Breach, BreachEvent } from "./breach.ts";
import { complianceKeys } from "./keys.ts";

/** Most breaches that are listed; a company with more has lost count already. */
export const MAX_BREACHES = 500;
/** Most things that may happen to one. */
export const MAX_BREACH_EVENTS = 500;

/** Reads them. */
export class BreachStore {
  readonly #db: Database;

  constructor({ db }: { db: Database }) {
    this.#db = db;
  }

  /** The newest first. */
  async list(): Promise<Breach[]> {
    const { prefix } = complianceKeys.breach;
    const rows = await readList(this.#db.read, { prefix }, MAX_BREACHES, true);
    return rows.map(({ value }) => value);
  }

  /** One, with what a change of it checks; its value is null when there is none. */
  async get(id: string) {
    return await readEntry(this.#db.write, complianceKeys.breach(id));
  }

  /** What happened to one, oldest first. */
  async events(id: string): Promise<BreachEvent[]> {
    const prefix = complianceKeys.breachEvent.under(id);
    const rows = await readList(this.#db.read, { prefix }, MAX_BREACH_EVENTS);
    return rows.map(({ value }) => value);
  }
}
