// The last deliveries of each outlet in the database.
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readThoseReadable } from "../kv/read.ts";
import { alarmKeys } from "./keys.ts";
import { type AlarmOutlet, type Delivery, OUTLET_NAMES } from "./outlet.ts";
import { type OutletResult, withDelivery } from "./outlet-result.ts";

/** Reads and writes them. */
export class OutletStore {
  readonly #deps: { db: Database; clock: Clock };

  constructor(deps: { db: Database; clock: Clock }) {
    this.#deps = deps;
  }

  /** Of all outlets that were ever tried. */
  async list(): Promise<OutletResult[]> {
    const keys = OUTLET_NAMES.map((name) => alarmKeys.result(name));
    const rows = await readThoseReadable(this.#deps.db.read, keys);
    return rows.flatMap(({ value }) => value ?? []);
  }

  /** Writes down what became of a message. */
  async note({ name, host }: Pick<AlarmOutlet, "name" | "host">, delivery: Delivery) {
    const { db, clock } = this.#deps;
    const key = alarmKeys.result(name);
    const { value } = await commitWithRetry<OutletResult>(db, async (tx) => {
      const { value: before, versionstamp } = await readIfReadable(db.write, key);
      const at = clock.now().toString();
      const after = withDelivery(before, { outlet: name, host }, delivery, at);
      tx.check(key, versionstamp).set(key, after);
      return after;
    });
    return value;
  }
}
