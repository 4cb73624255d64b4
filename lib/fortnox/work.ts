// What this room does beside requests: it sends the vouchers of closed days to Fortnox.
import type { LedgerStore } from "../bookkeeping/ledger-store.ts";
import { textsFor } from "../i18n/texts.ts";
import { DEFAULT_LOCALE } from "../kernel/locale.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Work } from "../kv/work.ts";
import { sendVouchers } from "./send-vouchers.ts";
import type { FortnoxServices } from "./services.ts";

/** How often it is looked at, in milliseconds: what the pace leaves over is soon sent. */
const ROUND_MS = 10_000;

/** The work of the room. */
export function fortnoxWork(
  { fortnox, fortnoxLinks, ledger, clock }: FortnoxServices & {
    ledger: LedgerStore;
    clock: Clock;
  },
): Work {
  const voucherTexts = textsFor(DEFAULT_LOCALE).bookkeeping.vouchers;
  return {
    rounds: [{
      name: "sending vouchers to Fortnox",
      everyMs: ROUND_MS,
      isByTheClock: true,
      async round() {
        if (fortnox === null) return;
        const deps = { fortnox, fortnoxLinks, ledger, clock, voucherTexts };
        for (const entityId of await ledger.withBooks()) await sendVouchers(deps, entityId);
      },
    }],
  };
}
