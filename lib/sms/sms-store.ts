// What text messages cost and how far each has come, in the database: money is taken before anything is sent, in one
// commit with the message, so that racers get no more than there is.
import type { Clock } from "../kernel/clock.ts";
import { localDate } from "../kernel/wall-time.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { smsKeys } from "./keys.ts";
import type { SmsPrice } from "./price-rules.ts";
import type { SentSms, SmsSpend } from "./sms.ts";

/** What storing needs. */
export interface SmsStoreDeps {
  db: Database;
  clock: Clock;
}

/** What came of asking for the money of a message. */
export type SmsClaim =
  /** It may be sent. */
  | { kind: "claimed" }
  /** The service has it. */
  | { kind: "known"; reference: string }
  /** The day has no more; `isNews` for the first who is told. */
  | { kind: "spent"; prefix: string; isNews: boolean };

/** Reads and writes them. */
export class SmsStore {
  readonly #deps: SmsStoreDeps;

  constructor(deps: SmsStoreDeps) {
    this.#deps = deps;
  }

  /** One that was sent, or null. */
  async get(id: string): Promise<SentSms | null> {
    return (await readIfReadable(this.#deps.db.read, smsKeys.sms(id))).value;
  }

  /** What a day has cost so far, in öre; of a prefix, or of all. */
  async spentOre(day: string, prefix = ""): Promise<number> {
    const { value } = await readIfReadable(this.#deps.db.read, smsKeys.smsSpend(day, prefix));
    return value?.ore ?? 0;
  }

  /** Takes the money of a message, once however often it is tried. */
  async claim(
    { id, parts }: Pick<SentSms, "id" | "parts">,
    { prefix, partOre, dayOre }: SmsPrice,
    totalDayOre: number,
  ): Promise<SmsClaim> {
    const { db, clock } = this.#deps;
    const { value } = await commitWithRetry<SmsClaim>(db, async (tx) => {
      const row = await readIfReadable(db.write, smsKeys.sms(id));
      if (row.value?.state === "claimed") return new Unwritten({ kind: "claimed" });
      if (row.value !== null && row.value.state !== "refused") {
        return new Unwritten({ kind: "known", reference: row.value.reference });
      }
      const now = clock.now();
      const day = localDate(now);
      const costOre = parts * partOre;
      const budgets = await this.#budgets(day, { [prefix]: dayOre, "": totalDayOre });
      const dry = budgets.find(({ spend, mostOre }) => spend.ore + costOre > mostOre);
      if (dry !== undefined) {
        const spent = { kind: "spent", prefix: dry.prefix } as const;
        if (dry.spend.isTold) return new Unwritten({ ...spent, isNews: false });
        tx.check(dry.key, dry.versionstamp).set(dry.key, { ...dry.spend, isTold: true });
        return { ...spent, isNews: true };
      }
      addCost(tx, budgets, costOre);
      const claimed: SentSms = {
        ...{ id, prefix, parts, costOre, day, state: "claimed", reference: "" },
        ...{ at: now.toString(), reportedAt: null },
      };
      tx.check(smsKeys.sms(id), row.versionstamp).set(smsKeys.sms(id), claimed);
      return { kind: "claimed" };
    });
    return value;
  }

  /** Writes down what the service answered: it has the message under its own name, at its own price. */
  async noteSent(id: string, reference: string, costOre: number | null): Promise<void> {
    await this.#change(id, ["claimed"], (before) => ({
      ...before,
      ...{ state: "sent", reference, costOre: costOre ?? before.costOre },
    }));
  }

  /** The service does not take it: its money is there again. */
  async noteRefused(id: string): Promise<void> {
    await this.#change(id, ["claimed"], (before) => ({ ...before, state: "refused", costOre: 0 }));
  }

  /**
   * Takes down what the network reported. A report may come twice, late, and before the service's own answer has been
   * written down; what was delivered stays so. False for a message that is not known by that name.
   */
  async noteReport(id: string, state: "sent" | "delivered" | "failed", reference: string) {
    return await this.#change(id, ["claimed", "sent", "failed"], (before) => {
      const isOther = before.reference !== "" && before.reference !== reference;
      if (isOther || before.state === state || (before.state === "failed" && state === "sent")) {
        return null;
      }
      return { ...before, state, reference, reportedAt: this.#deps.clock.now().toString() };
    });
  }

  /** Changes what is remembered, and the day's costs with it; false when there is no such message. */
  async #change(
    id: string,
    states: readonly SentSms["state"][],
    change: (before: SentSms) => SentSms | null,
  ): Promise<boolean> {
    const { db } = this.#deps;
    const { value } = await commitWithRetry<boolean>(db, async (tx) => {
      const { key, value: before, versionstamp } = await readIfReadable(
        db.write,
        smsKeys.sms(id),
      );
      if (before === null) return new Unwritten(false);
      const after = states.includes(before.state) ? change(before) : null;
      if (after === null) return new Unwritten(true);
      tx.check(key, versionstamp).set(smsKeys.sms(id), after);
      if (after.costOre !== before.costOre) {
        const budgets = await this.#budgets(before.day, { [before.prefix]: 0, "": 0 });
        addCost(tx, budgets, after.costOre - before.costOre);
      }
      return true;
    });
    return value;
  }

  async #budgets(day: string, most: Readonly<Record<string, number>>): Promise<Budget[]> {
    return await Promise.all(
      Object.entries(most).map(async ([prefix, mostOre]) => {
        const key = smsKeys.smsSpend(day, prefix);
        const { value, versionstamp } = await readIfReadable(this.#deps.db.write, key);
        return { prefix, mostOre, key, versionstamp, spend: value ?? { ore: 0, isTold: false } };
      }),
    );
  }
}

/** What a day has cost for a prefix, and what it may. */
interface Budget {
  prefix: string;
  mostOre: number;
  key: ReturnType<typeof smsKeys.smsSpend>;
  versionstamp: string | null;
  spend: SmsSpend;
}

function addCost(tx: Transaction, budgets: readonly Budget[], costOre: number): void {
  for (const { key, versionstamp, spend } of budgets) {
    tx.check(key, versionstamp).set(key, { ...spend, ore: spend.ore + costOre });
  }
}
