// Whether somebody's data may be used: the one port that everything asks which a restriction or an objection can stop. Read
// where it is written, so that it counts at once.
import type { PersonStore } from "../accounts/person-store.ts";
import { reachMark } from "../accounts/reach-mark.ts";
import { bookingsUnder } from "../booking/booking-owners.ts";
import type { BookingId } from "../booking/booking.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readIfReadable, readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { privacyKeys } from "./keys.ts";
import { isRestrictedBy, mayUse } from "./limit-rules.ts";
import type { PurposeName } from "./purposes.ts";
import { NO_LIMITS, type SubjectLimits } from "./subject-limits.ts";

/** Most marks with limits that are read: three a person, and few ask for it. */
export const MAX_LIMITED = 20_000;
/** Most rides of one mark that are looked at: far more than anybody took in seven years. */
const MAX_RIDES = 5_000;

/** What the store stands on. */
export interface LimitStoreDeps {
  db: Database;
  clock: Clock;
  people: Pick<PersonStore, "ownerOfMark">;
  reachKey: CryptoKey;
}

/** Rides that are not to be used, and what a commit that relies on it is checked by. */
export interface LimitedRides {
  ids: ReadonlySet<BookingId>;
  /** Lets the commit fail when anybody's limits were changed meanwhile. */
  check(tx: Transaction): void;
}

/** Reads limits. */
export class LimitStore {
  readonly #deps: LimitStoreDeps;

  constructor(deps: LimitStoreDeps) {
    this.#deps = deps;
  }

  /** What holds under a mark, or in the account that the number or the address is of. */
  async of(mark: string): Promise<SubjectLimits> {
    const own = await this.#under(mark);
    if (own !== null) return own;
    const { people, reachKey } = this.#deps;
    const owner = await people.ownerOfMark(mark);
    if (owner === null) return NO_LIMITS;
    return await this.#under(await reachMark(reachKey, "person", owner)) ?? NO_LIMITS;
  }

  /** True while what is known under a mark is stored and no more. */
  async isRestricted(mark: string): Promise<boolean> {
    return isRestrictedBy(await this.of(mark), this.#deps.clock.now());
  }

  /** True when what is known under a mark may be used for a purpose now. */
  async mayUse(
    mark: string,
    purpose: PurposeName,
    consentAt: string | null = null,
  ): Promise<boolean> {
    return mayUse(await this.of(mark), purpose, this.#deps.clock.now(), consentAt);
  }

  /** The same of a person with an account. */
  async mayUseOf(personId: string, purpose: PurposeName): Promise<boolean> {
    return await this.mayUse(await reachMark(this.#deps.reachKey, "person", personId), purpose);
  }

  /** The rides that may not be used for a purpose. */
  async ridesOutOf(purpose: PurposeName): Promise<LimitedRides> {
    const now = this.#deps.clock.now();
    return await this.#ridesWhere((limits) => !mayUse(limits, purpose, now));
  }

  /** The rides whose customer's data are restricted. */
  async restrictedRides(): Promise<LimitedRides> {
    const now = this.#deps.clock.now();
    return await this.#ridesWhere((limits) => isRestrictedBy(limits, now));
  }

  async #ridesWhere(isMeant: (limits: SubjectLimits) => boolean): Promise<LimitedRides> {
    const { db } = this.#deps;
    // The stamp before the rows: what changes between the two is noticed by the commit.
    const edition = privacyKeys.limitsEdition();
    const { versionstamp } = await readIfReadable(db.write, edition);
    const rows = await readList(
      db.write,
      { prefix: privacyKeys.subjectLimits.prefix },
      MAX_LIMITED,
    );
    const marks = rows.filter(({ value }) => isMeant(value)).map(({ key }) => String(key[1]));
    const found = await Promise.all(
      marks.map((mark) => bookingsUnder(this.#deps, mark, MAX_RIDES)),
    );
    return { ids: new Set(found.flat()), check: (tx) => void tx.check(edition, versionstamp) };
  }

  async #under(mark: string): Promise<SubjectLimits | null> {
    return (await readEntry(this.#deps.db.write, privacyKeys.subjectLimits(mark))).value;
  }
}
