// Consents: every record, what holds now, and the texts they were given to.
import type { PersonStore } from "../accounts/person-store.ts";
import { reachMark } from "../accounts/reach-mark.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readList, readThoseReadable } from "../kv/read.ts";
import type { ConsentRecord, ConsentText, CurrentConsent } from "./consent.ts";
import type { LimitStore } from "./limit-store.ts";
import { privacyKeys } from "./keys.ts";
import type { PurposeName } from "./purposes.ts";

/** Most records of one person that are listed. */
export const MAX_OWN_CONSENTS = 500;

/** What the store stands on. */
export interface ConsentStoreDeps {
  db: Database;
  people: Pick<PersonStore, "ownerOfMark">;
  reachKey: CryptoKey;
  limits: Pick<LimitStore, "mayUse">;
}

/** Reads consents. */
export class ConsentStore {
  readonly #deps: ConsentStoreDeps;

  constructor(deps: ConsentStoreDeps) {
    this.#deps = deps;
  }

  /** What holds for a mark and a purpose; null: nobody has said anything, which is no. */
  async current(mark: string, purpose: PurposeName): Promise<CurrentConsent | null> {
    return (await readEntry(this.#deps.db.read, privacyKeys.consentNow(mark, purpose))).value;
  }

  /** Every record of some marks, newest first. */
  async ofMarks(marks: readonly string[]): Promise<ConsentRecord[]> {
    const { read } = this.#deps.db;
    const found = await Promise.all(marks.map((mark) => {
      const prefix = privacyKeys.consentByMark.under(mark);
      return readList(read, { prefix }, MAX_OWN_CONSENTS, true);
    }));
    const ids = [...new Set(found.flat().map(({ value }) => value))].sort().reverse();
    const keys = ids.map((id) => privacyKeys.consentRecord(id));
    return (await readThoseReadable(read, keys)).flatMap(({ value }) => value ?? []);
  }

  /** The very text a record was given to. */
  async textOf({ textHash }: Pick<ConsentRecord, "textHash">): Promise<ConsentText | null> {
    return (await readEntry(this.#deps.db.read, privacyKeys.consentText(textHash))).value;
  }

  /**
   * Whether whoever is reached under the mark of an address or a number wants what their ride does not need: they said
   * so there, or in the account that the address or the number is of, and have neither objected nor restricted it since.
   * Read where it is written, so that a no counts at once.
   */
  async allows(mark: string): Promise<boolean> {
    const { people, reachKey, db, limits } = this.#deps;
    const owner = await people.ownerOfMark(mark);
    const whose = owner === null ? mark : await reachMark(reachKey, "person", owner);
    const { value } = await readEntry(db.write, privacyKeys.consentNow(whose, "reminders"));
    return value !== null && value.granted && await limits.mayUse(mark, "reminders", value.at);
  }
}
