// Tariffs in the database: few, read for every quote, written a few times a year, never edited.
import { KeptRead } from "../kernel/kept-read.ts";
import { pricingKeys } from "./keys.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import {
  addEdition,
  type Edition,
  readEdition,
  settledEdition,
  stagedRow,
  type StagedRows,
} from "../kv/edition.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readList } from "../kv/read.ts";
import { type Tariff, tariffSchema } from "./tariff.ts";

/** Most tariffs read, the latest ones: fifty years of monthly revisions. */
export const MAX_TARIFFS = 600;

/** All tariffs, and the edition they are of. */
interface ReadTariffs {
  value: readonly Tariff[];
  edition: Edition;
}

/** Reads and writes tariffs; what was read is kept in memory until there is a newer edition. */
export class TariffStore {
  readonly #db: Database;
  readonly #kept: KeptRead<ReadTariffs>;

  constructor(db: Database) {
    this.#db = db;
    this.#kept = new KeptRead(() => readEdition(db, () => readTariffs(db)));
  }

  /** All tariffs by validFrom, the earliest first. */
  async list(): Promise<readonly Tariff[]> {
    return (await this.#kept.get()).value;
  }

  /** Lets go of what is kept when there is a newer edition; true when there was. */
  async refresh(): Promise<boolean> {
    const kept = this.#kept.peek();
    if (kept === null) return false;
    const [{ edition }, newest] = await Promise.all([kept, settledEdition(this.#db)]);
    if (edition.number === newest.number) return false;
    this.#kept.letGoOf(kept);
    return true;
  }

  /**
   * Saves a new version and returns true; false when that version exists, which is then left as it is: bookings
   * refer to it. Throws ZodError when the tariff breaks a rule of `tariffSchema`.
   */
  async save(tariff: Tariff): Promise<boolean> {
    const checked = tariffSchema.parse(tariff);
    const key = pricingKeys.tariff(checked.validFrom, checked.version);
    const { value: isNew } = await commitWithRetry(this.#db, async (tx) => {
      const edition = await settledEdition(this.#db);
      const { versionstamp } = await readEntry(this.#db.write, key);
      if (versionstamp !== null) return new Unwritten(false);
      addEdition(tx, edition);
      tx.check(key, null).set(key, checked);
      return true;
    });
    this.#kept.letGo();
    return isNew;
  }
}

/** All tariffs as they stand in the database, by validFrom; of one edition only within `readEdition`. */
export async function readTariffs(db: Pick<Database, "read">): Promise<readonly Tariff[]> {
  const { prefix } = pricingKeys.tariff;
  const entries = await readList(db.read, { prefix }, MAX_TARIFFS, true);
  return Object.freeze(entries.map((entry) => entry.value).reverse());
}

/** Tariffs as rows of an edition. */
export function tariffRows(tariffs: readonly Tariff[]): StagedRows {
  return tariffs.map((row) => stagedRow(pricingKeys.tariff(row.validFrom, row.version), row));
}
