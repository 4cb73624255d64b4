// Drafts of tariffs in the database: a handful, read as they stand.
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { pricingKeys } from "./keys.ts";
import { type DraftId, MAX_DRAFTS, type TariffDraft } from "./tariff-draft.ts";

/** Reads and writes drafts. */
export class TariffDraftStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The latest drafts, the newest first. */
  async list(): Promise<TariffDraft[]> {
    const { prefix } = pricingKeys.tariffDraft;
    const entries = await readList(this.#db.read, { prefix }, MAX_DRAFTS, true);
    return entries.map(({ value }) => value);
  }

  /** A draft, or null. */
  async get(id: DraftId): Promise<TariffDraft | null> {
    return (await readEntry(this.#db.read, pricingKeys.tariffDraft(id))).value;
  }

  /** Adds a draft. */
  async add(draft: TariffDraft): Promise<void> {
    const key = pricingKeys.tariffDraft(draft.id);
    await commitWithRetry(this.#db, (tx) => {
      tx.check(key, null).set(key, draft);
      return Promise.resolve();
    });
  }

  /**
   * Changes a draft as `decide` says, which runs again when the race was lost; what it adds to the transaction is
   * committed with the change. What it gives that is no changed draft is given back, and nothing is written; null
   * when there is none of that id.
   */
  async change<Refused>(
    id: DraftId,
    decide: (draft: TariffDraft, tx: Transaction) => Promise<DraftDecision<Refused>>,
  ): Promise<DraftDecision<Refused> | null> {
    const key = pricingKeys.tariffDraft(id);
    const { value } = await commitWithRetry<DraftDecision<Refused> | null>(
      this.#db,
      async (tx) => {
        const { value: draft, versionstamp } = await readEntry(this.#db.write, key);
        if (draft === null) return new Unwritten(null);
        const decided = await decide(draft, tx);
        if (!decided.ok) return new Unwritten(decided);
        tx.check(key, versionstamp).set(key, decided.draft);
        return decided;
      },
    );
    return value;
  }
}

/** The draft as it will be, or why it stays. */
export type DraftDecision<Refused> =
  | { ok: true; draft: TariffDraft }
  | { ok: false; refused: Refused };
