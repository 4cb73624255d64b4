// Vouchers on their way to Fortnox: each of a closed day once, whatever breaks, and plain words where a person must look.
import assert from "node:assert/strict";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import { connectFortnox, startSending, tryAgain } from "../../lib/fortnox/connect-fortnox.ts";
import { type HeldLink, LinkStore } from "../../lib/fortnox/link-store.ts";
import { sendVouchers, waitingVouchers } from "../../lib/fortnox/send-vouchers.ts";
import type { LocalFault } from "../../scripts/local-fortnox/server.ts";
import { CLOSED, type FortnoxTest, fortnoxTest } from "../support/fortnox.ts";

Deno.test("the vouchers of a closed day are at Fortnox, each once, with its own number first; nothing of a day that is open is", async () => {
  await using made = await fortnoxTest();
  const { local, deps } = made;
  await sendVouchers(deps, HOUSE);
  await sendVouchers(deps, HOUSE);
  assert.deepEqual(
    local.vouchers.map((
      { Description, VoucherSeries, TransactionDate, VoucherRows },
    ) => [Description.split(":")[0], VoucherSeries, TransactionDate, ...VoucherRows]),
    [1, 2, 3].map((number) => [
      ...[`Avanti D${number}`, "T", CLOSED],
      { Account: 1930, Debit: number / 100, Credit: 0 },
      { Account: 1580, Debit: 0, Credit: number / 100 },
    ]),
  );
  const { link } = await heldLink(made);
  assert.deepEqual([link.sent, link.sending, link.busyUntil], [3, null, ""]);
  assert.deepEqual(link.through, { date: CLOSED, series: "D", number: 3 });
});

Deno.test("whatever goes wrong once on the way, each voucher is there once in the end", async () => {
  const faults: [string, LocalFault][] = [
    ...(["429", "500", "lost-answer"] as const).map((fault) =>
      ["/3/vouchers", fault] as [string, LocalFault]
    ),
    ["/3/vouchers/sublist", "500"],
  ];
  for (const [path, fault] of faults) {
    await using made = await fortnoxTest();
    made.local.fault("/3/vouchers", "lost-answer");
    made.local.fault(path, fault);
    await sendUntilDone(made);
    assertEachOnce(made, fault);
  }
});

Deno.test("killed at any of its commits, or where another has the link, it goes on and sends nothing twice", async () => {
  let [killedAt, connectedAgain] = [0, 0];
  for (let isDone = false; !isDone; killedAt++) {
    await using made = await fortnoxTest();
    const dying = new DyingLinks(made.test.services, killedAt);
    isDone = await sendVouchers({ ...made.deps, fortnoxLinks: dying }, HOUSE)
      .then(() => true, (error: unknown) => {
        assert(error instanceof Killed);
        return false;
      });
    await sendUntilDone(made).catch(async () => {
      // Between the answer with the next tokens and their commit: nobody has them.
      assert.equal((await heldLink(made)).link.trouble?.kind, "access-ended");
      connectedAgain++;
      await connectFortnox(made.deps, { entityId: HOUSE, code: await made.code() });
      await sendUntilDone(made);
    });
    assertEachOnce(made, `killed at commit ${killedAt}`);
  }
  assert(killedAt > 6);
  assert.equal(connectedAgain, 1);
});

Deno.test("of many processes one sends, and together they keep the pace that Fortnox asks for", async () => {
  await using made = await fortnoxTest(40);
  const { local, deps, test } = made;
  for (let second = 0; local.vouchers.length < 40; second++) {
    assert(second < 200, "it ends");
    await Promise.all(Array.from({ length: 4 }, () => sendVouchers(deps, HOUSE)));
    test.clock.advance({ seconds: 1 });
  }
  assertEachOnce(made, "four processes", 40);
  assert(!local.asked.includes("/3/vouchers/sublist/T"), "no answer of 429 had to be looked into");
});

Deno.test("tokens are renewed before they end and written before they are used; used twice, or taken back, a person connects again and nothing is lost", async () => {
  await using made = await fortnoxTest();
  const { deps, local, test } = made;
  const first = (await heldLink(made)).link.tokens;
  test.clock.advance({ minutes: 55 });
  await sendVouchers(deps, HOUSE);
  assert.notEqual((await heldLink(made)).link.tokens.refresh, first.refresh);
  assert.equal(local.vouchers.length, 3);
  // A process was killed before it had written the next tokens: those it has were used.
  const held = await heldLink(made);
  const lost = { ...first, accessUntil: test.clock.now().toString() };
  await deps.fortnoxLinks.letGo(held, { tokens: lost, through: null, sent: 0 });
  local.vouchers.length = 0;
  await sendVouchers(deps, HOUSE);
  assert.equal((await heldLink(made)).link.trouble?.kind, "access-ended");
  assert.equal(await tryAgain(deps, HOUSE), "not-let-in");
  await connectFortnox(deps, { entityId: HOUSE, code: await made.code() });
  made.local.fault("/3/vouchers", "revoked");
  await sendVouchers(deps, HOUSE);
  assert.equal((await heldLink(made)).link.trouble?.kind, "access-ended");
  assert.equal(
    await connectFortnox(deps, { entityId: HOUSE, code: "a code of nobody" }),
    "not-let-in",
  );
  await connectFortnox(deps, { entityId: HOUSE, code: await made.code() });
  await sendUntilDone(made);
  assertEachOnce(made, "connected again");
});

Deno.test("a year or a series that is missing is said in words; once it is there, trying again sends what waits", async () => {
  await using made = await fortnoxTest();
  const { deps, local } = made;
  const years = local.years.splice(0);
  await sendVouchers(deps, HOUSE);
  assert.equal((await heldLink(made)).link.trouble?.kind, "year-missing");
  local.years.push(...years);
  await sendVouchers(deps, HOUSE);
  assert.equal(local.vouchers.length, 0, "it waits for a person");
  assert.equal(await startSending(deps, HOUSE, { from: CLOSED, series: "ZZ" }), null);
  await sendVouchers(deps, HOUSE);
  assert.equal((await heldLink(made)).link.trouble?.kind, "series-missing");
  for (
    const [from, series, fault] of [["2026-02-30", "T", "no-day"], [
      CLOSED,
      "T/../A",
      "no-series",
    ]] as const
  ) {
    assert.equal(await startSending(deps, HOUSE, { from, series }), fault);
  }
  local.series.add("ZZ");
  assert.equal(await tryAgain(deps, HOUSE), null);
  await sendUntilDone(made);
  assertEachOnce(made, "in the end");
});

class Killed extends Error {}

/** Links of a process that is killed at its nth write: before it is written. */
class DyingLinks extends LinkStore {
  #writes = 0;
  readonly #lastWrite: number;

  constructor(deps: ConstructorParameters<typeof LinkStore>[0], lastWrite: number) {
    super(deps);
    this.#lastWrite = lastWrite;
  }

  override keep(...change: Parameters<LinkStore["keep"]>): Promise<HeldLink | null> {
    if (this.#writes++ === this.#lastWrite) throw new Killed();
    return super.keep(...change);
  }
}

/** Rounds as they come, minutes apart: what one process had to itself is free again. */
async function sendUntilDone({ deps, test }: FortnoxTest): Promise<void> {
  for (let round = 0; round < 20; round++) {
    await sendVouchers(deps, HOUSE).catch(() => {});
    test.clock.advance({ minutes: 3 });
    const { link } = await heldLink({ deps });
    const waiting = await Array.fromAsync(waitingVouchers(deps.ledger, HOUSE, link));
    if (waiting.length === 0) return;
  }
  assert.fail("It does not end");
}

function assertEachOnce({ local }: Pick<FortnoxTest, "local">, how: string, count = 3): void {
  const names = local.vouchers.map(({ Description }) => Description.split(":")[0] ?? "");
  const wanted = Array.from({ length: count }, (_, i) => `Avanti D${i + 1}`);
  assert.deepEqual(names, wanted, how);
}

async function heldLink({ deps }: Pick<FortnoxTest, "deps">): Promise<HeldLink> {
  const held = await deps.fortnoxLinks.get(HOUSE);
  assert(held);
  return held;
}
