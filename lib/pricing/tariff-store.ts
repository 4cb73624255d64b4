// Tariffs in the database: few, read for every quote, written a few times a year, never edited.
import type { Cache } from "../cache/cache.ts";
import { CacheCategory } from "../cache/category.ts";
import { KeptRead } from "../kernel/kept-read.ts";
import { isLocalDate } from "../kernel/local-date.ts";
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
import { readIfReadable, readListWhole } from "../kv/read.ts";
import { type Tariff, tariffSchema } from "./tariff.ts";
import type { TariffBook, UnreadableTariff } from "./tariff-rules.ts";

/** Most tariffs read, the latest ones: fifty years of monthly revisions. */
export const MAX_TARIFFS = 600;

/** All tariffs, and the edition they are of. */
interface ReadTariffs {
  value: TariffBook;
  edition: Edition;
}

/** The number of the newest edition, as this instance may believe it. */
const EDITION = { category: CacheCategory.TARIFF, id: "edition", tags: ["tariffs"] } as const;

/**
 * Reads and writes tariffs. What was read is kept in memory, all of it as it is, until there is a newer edition; whether
 * there is one the cache knows, which agrees with every instance before it says so.
 */
export class TariffStore {
  readonly #db: Database;
  readonly #cache: Pick<Cache, "get" | "invalidate">;
  readonly #kept: KeptRead<ReadTariffs>;

  constructor(db: Database, cache: Pick<Cache, "get" | "invalidate">) {
    this.#db = db;
    this.#cache = cache;
    this.#kept = new KeptRead(() => readEdition(db, () => readTariffBook(db)));
  }

  /** The number of the newest edition: no instance believes an older one once a save was acknowledged. */
  newestEdition(): Promise<number> {
    return this.#cache.get(EDITION, async () => (await settledEdition(this.#db)).number);
  }

  /** All tariffs, and those nobody can read: what prices follow from. */
  async book(): Promise<TariffBook> {
    return (await this.bookInForce()).value;
  }

  /** The same with its edition: a commit that checks it counts only where no tariff was changed meanwhile. */
  async bookInForce(): Promise<ReadTariffs> {
    const newest = await this.newestEdition();
    const reading = this.#kept.get();
    const read = await reading;
    if (read.edition.number >= newest) return read;
    this.#kept.letGoOf(reading);
    return await this.#kept.get();
  }

  /** All tariffs that can be read by validFrom, the earliest first: what is shown. */
  async list(): Promise<readonly Tariff[]> {
    return (await this.book()).tariffs;
  }

  /** Tells every instance that tariffs were changed, once that is committed. */
  async announce(): Promise<void> {
    this.#kept.letGo();
    await this.#cache.invalidate({ kind: "tag", tag: EDITION.tags[0] });
  }

  /**
   * Lets go of what is kept when there is a newer edition; true when there was. For what nobody announced: a program that
   * loaded a file, a process that was killed between its commit and its word.
   */
  async refresh(): Promise<boolean> {
    const kept = this.#kept.peek();
    if (kept === null) return false;
    const [{ edition }, newest] = await Promise.all([kept, settledEdition(this.#db)]);
    if (edition.versionstamp === newest.versionstamp) return false;
    this.#kept.letGoOf(kept);
    await this.announce();
    return true;
  }

  /**
   * Saves a new version and returns true; false when that version exists, which is then left as it is: bookings
   * refer to it. One that nobody can read is written anew. Throws ZodError when the tariff breaks a rule of `tariffSchema`.
   */
  async save(tariff: Tariff): Promise<boolean> {
    const checked = tariffSchema.parse(tariff);
    const key = pricingKeys.tariff(checked.validFrom, checked.version);
    const { value: isNew } = await commitWithRetry(this.#db, async (tx) => {
      const edition = await settledEdition(this.#db);
      const { value, versionstamp } = await readIfReadable(this.#db.write, key);
      if (value !== null) return new Unwritten(false);
      addEdition(tx, edition);
      tx.check(key, versionstamp).set(key, checked);
      return true;
    });
    if (isNew) await this.announce();
    return isNew;
  }
}

/** All tariffs as they stand in the database, by validFrom; of one edition only within `readEdition`. */
export async function readTariffBook(db: Pick<Database, "read">): Promise<TariffBook> {
  const { prefix } = pricingKeys.tariff;
  const { rows, leftOut } = await readListWhole(db.read, { prefix }, MAX_TARIFFS, true);
  return Object.freeze({
    tariffs: Object.freeze(rows.map((entry) => entry.value).reverse()),
    unreadable: Object.freeze(leftOut.flatMap(({ key }) => unreadableOf(key)).reverse()),
  });
}

/** What its key says; a key no tariff of ours can have names no days. */
function unreadableOf([, validFrom, version]: Deno.KvKey): UnreadableTariff[] {
  const isOurs = typeof validFrom === "string" && isLocalDate(validFrom) &&
    typeof version === "string" && version.startsWith(`${validFrom}.`);
  return isOurs ? [{ validFrom, version }] : [];
}

/** Tariffs as rows of an edition. */
export function tariffRows(tariffs: readonly Tariff[]): StagedRows {
  return tariffs.map((row) => stagedRow(pricingKeys.tariff(row.validFrom, row.version), row));
}
