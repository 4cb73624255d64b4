// Links to Fortnox: read, and written while one process has one of them to itself.
import type { HolderId } from "../fleet/vehicle.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitUnlessLocked } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import { Transaction } from "../kv/transaction.ts";
import type { FortnoxLink } from "./fortnox.ts";
import { fortnoxKeys } from "./keys.ts";

/** How long one process has a link to itself after each write, in seconds: longer than a question to Fortnox takes. */
const BUSY_SECONDS = 120;

/** A link with what a change of it checks. */
export interface HeldLink {
  entityId: HolderId;
  link: FortnoxLink;
  versionstamp: string;
}

/** Reads and writes them. */
export class LinkStore {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor({ db, clock }: { db: Database; clock: Clock }) {
    this.#db = db;
    this.#clock = clock;
  }

  /** The link of an entity as it is now, or null. */
  async get(entityId: HolderId): Promise<HeldLink | null> {
    const key = fortnoxKeys.fortnoxLink(entityId);
    const { value, versionstamp } = await readEntry(this.#db.write, key);
    return value === null ? null : { entityId, link: value, versionstamp };
  }

  /** Writes a link over whatever is there; false where somebody else did meanwhile. */
  async connect(entityId: HolderId, link: FortnoxLink): Promise<boolean> {
    const held = await this.get(entityId);
    return await this.#write(entityId, held?.versionstamp ?? null, link) !== null;
  }

  /** Takes a link for this process; null while another has it, and where somebody was quicker. */
  async hold(held: HeldLink): Promise<HeldLink | null> {
    const { busyUntil } = held.link;
    const now = this.#clock.now();
    if (busyUntil !== "" && Temporal.Instant.compare(Temporal.Instant.from(busyUntil), now) > 0) {
      return null;
    }
    return await this.keep(held, {});
  }

  /** Writes what has changed and keeps the link for this process; null where somebody else has it by now. */
  keep(held: HeldLink, change: Partial<FortnoxLink>): Promise<HeldLink | null> {
    const busyUntil = this.#clock.now().add({ seconds: BUSY_SECONDS }).toString();
    return this.#change(held, { ...change, busyUntil });
  }

  /** Writes what has changed and lets go of the link. */
  letGo(held: HeldLink, change: Partial<FortnoxLink>): Promise<HeldLink | null> {
    return this.#change(held, { ...change, busyUntil: "" });
  }

  async #change(held: HeldLink, change: Partial<FortnoxLink>): Promise<HeldLink | null> {
    const link = { ...held.link, ...change };
    const versionstamp = await this.#write(held.entityId, held.versionstamp, link);
    return versionstamp === null ? null : { ...held, link, versionstamp };
  }

  async #write(
    entityId: HolderId,
    before: string | null,
    link: FortnoxLink,
  ): Promise<string | null> {
    const key = fortnoxKeys.fortnoxLink(entityId);
    const tx = new Transaction(this.#db);
    return await commitUnlessLocked(tx.check(key, before).set(key, link));
  }
}
