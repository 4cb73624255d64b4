// Endpoints in the database.
import type { Database } from "../kv/open.ts";
import { readEntry, readList } from "../kv/read.ts";
import {
  type Endpoint,
  type FormerEndpoint,
  MAX_ENDPOINTS,
  MAX_FORMER_ENDPOINTS,
} from "./endpoint.ts";
import { webhookKeys } from "./keys.ts";

/** Reads them. */
export class EndpointStore {
  readonly #db: Database;

  constructor({ db }: { db: Database }) {
    this.#db = db;
  }

  /** All of them, oldest first. */
  async list(): Promise<Endpoint[]> {
    const { prefix } = webhookKeys.endpoint;
    const rows = await readList(this.#db.write, { prefix }, 2 * MAX_ENDPOINTS);
    return rows.map(({ value }) => value);
  }

  /** Those that were removed: nobody can tell them anything by program. */
  async former(): Promise<FormerEndpoint[]> {
    const rows = await readList(
      this.#db.write,
      { prefix: webhookKeys.former.prefix },
      MAX_FORMER_ENDPOINTS,
    );
    return rows.map(({ value }) => value);
  }

  /** One, with what a change of it checks; its value is null when there is none. */
  async get(id: string) {
    return await readEntry(this.#db.write, webhookKeys.endpoint(id));
  }
}
