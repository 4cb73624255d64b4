// A company that is connected to the local Fortnox, with rides of a day that is closed.
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { closeDay } from "../../lib/bookkeeping/close-day.ts";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import { noteInBooks } from "../../lib/bookkeeping/note-in-books.ts";
import { connectFortnox, startSending } from "../../lib/fortnox/connect-fortnox.ts";
import { FortnoxGateway } from "../../lib/fortnox/fortnox-gateway.ts";
import type { SendVouchersDeps } from "../../lib/fortnox/send-vouchers.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import {
  LOCAL_CLIENT,
  type LocalFortnox,
  startLocalFortnox,
} from "../../scripts/local-fortnox/server.ts";
import { book } from "./bookkeeping.ts";
import { keptLog } from "./kept-log.ts";
import { type TestServices, testServices } from "./services.ts";

/** The day whose vouchers wait. */
export const CLOSED = "2026-11-24";

/** It, to be disposed of. */
export interface FortnoxTest extends AsyncDisposable {
  test: TestServices;
  local: LocalFortnox;
  deps: SendVouchersDeps & { fortnox: FortnoxGateway };
  /** Lets the product in as an accountant does: the code to come back with. */
  code: () => Promise<string>;
}

/** Connected and told where to send; so many vouchers of a closed day wait. */
export async function fortnoxTest(vouchers = 3): Promise<FortnoxTest> {
  const test = await testServices({ now: `${CLOSED}T05:00:00Z` });
  const { services, clock } = test;
  // Its pace, and how long we leave it alone, go by the clock of the test.
  const now = () => clock.now().epochMilliseconds;
  const local = startLocalFortnox({ now });
  const dependencies = new Dependencies({ log: keptLog().log, now });
  const fortnox = new FortnoxGateway({
    account: {
      ...{ ...LOCAL_CLIENT, apiUrl: local.url, signInUrl: local.url },
      returnUrl: "https://avanti.example/fortnox-return",
    },
    dependency: dependencies.open({ name: "fortnox", label: "Fortnox", mayRetry: false }),
    clock,
  });
  const deps = { ...services, fortnox, voucherTexts: textsFor("sv").bookkeeping.vouchers };
  const code = async () => {
    const page = await (await fetch(fortnox.signInUrl("a state"))).text();
    return /code=([\w-]+)/.exec(page)?.[1] ?? "";
  };
  await connectFortnox(deps, { entityId: HOUSE, code: await code() });
  await startSending(deps, HOUSE, { from: CLOSED, series: "T" });
  await tell(test, vouchers);
  clock.set("2026-11-25T05:00:00Z");
  await closeDay(services, { entityId: HOUSE, date: CLOSED });
  await book(services);
  return {
    ...{ test, local, deps, code },
    async [Symbol.asyncDispose]() {
      dependencies[Symbol.dispose]();
      await local[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}

async function tell({ services, clock }: TestServices, count: number): Promise<void> {
  for (let amountOre = 1; amountOre <= count; amountOre++) {
    clock.advance({ seconds: 1 });
    const fact = { type: "payout", method: "card", amountOre } as const;
    await commitWithRetry(services.db, (tx) => Promise.resolve(noteInBooks(services, tx, fact)));
  }
  await book(services);
}
