// The outages of all vehicles as this process knows them. Whoever shows or refuses something asks for them as of now:
// the feed says whether another process has changed any. Whoever searches a free vehicle takes what is known, and the
// checks of the commit decide: a stale mirror costs a retry, never a trip on a car that is out of traffic.
import { bodiesOf, type Cursor } from "../kv/feed-row.ts";
import { FeedRows } from "../kv/feed.ts";
import type { Database } from "../kv/open.ts";
import type { Transaction } from "../kv/transaction.ts";
import { KeptRead } from "../kernel/kept-read.ts";
import { fleetKeys } from "./keys.ts";
import { outagesChanged } from "./outage-feed.ts";
import {
  isOut,
  isSameOutage,
  type OutageChange,
  type VehicleOutages,
  withOutage,
} from "./outage.ts";
import { readByVehicle, type VehicleRow } from "./read-by-vehicle.ts";
import type { VehicleId } from "./vehicle.ts";

const NONE: VehicleOutages = { outages: [] };
/** Commits of the feed read at once. */
const COMMITS_PER_READ = 200;

type OutageRow = VehicleRow<VehicleOutages>;

/** A vehicle whose outages nobody can read is out: it may stand in a workshop. */
const OUT: VehicleOutages = {
  outages: [{ id: "", startMs: 0, endMs: null, reason: "", by: "" }],
};

interface Time {
  startMs: number;
  endMs: number;
}

/** Reads outages, and guards what is committed against them. */
export class OutageMirror {
  readonly #db: Pick<Database, "read">;
  readonly #feed: FeedRows;
  readonly #rows: KeptRead<Map<VehicleId, OutageRow>>;
  /** The rows are no older than this point of the feed; null before anybody followed it. */
  #cursor: Cursor | null = null;
  #following: Promise<void> | null = null;

  constructor(db: Pick<Database, "read">) {
    this.#db = db;
    this.#feed = new FeedRows(db);
    this.#rows = new KeptRead(() => readByVehicle(db, fleetKeys.vehicleOutages.prefix, OUT));
  }

  /** Outages of a vehicle, as of now. */
  async of(id: VehicleId): Promise<VehicleOutages> {
    await this.follow();
    return (await this.#row(id)).value;
  }

  /** Outages of every vehicle that has or had one, as of now. */
  async all(): Promise<({ vehicleId: VehicleId } & VehicleOutages)[]> {
    await this.follow();
    return [...await this.#rows.get()].map(([vehicleId, { value }]) => ({ vehicleId, ...value }));
  }

  /** The vehicles that are out at any moment of the stretch, as of now. */
  async out(time: Time): Promise<ReadonlySet<VehicleId>> {
    await this.follow();
    return await this.knownOut(time);
  }

  /** The same as far as this process has heard: for who commits against a guard. */
  async knownOut(time: Time): Promise<ReadonlySet<VehicleId>> {
    const rows = [...await this.#rows.get()];
    return new Set(rows.filter(([, { value }]) => isOut(value, time)).map(([id]) => id));
  }

  /** Adds to a commit that the vehicle has not been taken out of traffic meanwhile; null when it is out. */
  async guard(id: VehicleId, time: Time): Promise<((tx: Transaction) => void) | null> {
    if (isOut((await this.#row(id)).value, time)) await this.follow();
    const { value, versionstamp } = await this.#row(id);
    if (isOut(value, time)) return null;
    return (tx) => {
      tx.check(fleetKeys.vehicleOutages(id), versionstamp);
      tx.onSettled((committed) => {
        if (committed === null) this.#rows.letGo();
      });
    };
  }

  /**
   * Adds the change of an outage to a commit, and to what the feed tells; false when the outage is no longer
   * `before`, and nothing is added. `at` is the server's instant, ISO in UTC.
   */
  async change(
    tx: Transaction,
    { vehicleId, outageId, before, after }: OutageChange,
    at: string,
  ): Promise<boolean> {
    await this.follow();
    const { value, versionstamp, unreadable } = await this.#row(vehicleId);
    if (unreadable !== undefined) throw unreadable;
    const now = value.outages.find(({ id }) => id === outageId) ?? null;
    if (!isSameOutage(now, before)) return false;
    const key = fleetKeys.vehicleOutages(vehicleId);
    tx.check(key, versionstamp)
      .set(key, withOutage(value, outageId, after))
      .append(outagesChanged, { at, vehicleId })
      // Whatever became of it, the rows are read anew.
      .onSettled(() => this.#rows.letGo());
    return true;
  }

  /** Lets go of what is known once anybody has changed it; called when the bell rings, and before each look. */
  async follow(): Promise<void> {
    // What another call is reading may have been read before our caller's own commit.
    await this.#following;
    this.#following ??= this.#readFeed().finally(() => this.#following = null);
    await this.#following;
  }

  async #readFeed(): Promise<void> {
    const cursor = this.#cursor;
    if (cursor === null) return await this.#begin();
    const page = await this.#feed.since(cursor, COMMITS_PER_READ);
    // Too many to look through, or some are gone: the rows themselves are fewer.
    if (!page.complete || !await this.#feed.isKept(cursor)) return await this.#begin();
    if (page.commits.some((one) => bodiesOf(outagesChanged, one).length > 0)) this.#rows.letGo();
    this.#cursor = page.commits.at(-1)?.cursor ?? cursor;
  }

  async #begin(): Promise<void> {
    this.#cursor = await this.#feed.head();
    this.#rows.letGo();
  }

  async #row(id: VehicleId): Promise<OutageRow> {
    return (await this.#rows.get()).get(id) ?? { value: NONE, versionstamp: null };
  }
}
