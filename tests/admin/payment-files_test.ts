// Accounts and payment files on the pages: two people, one file, the same bytes and an entry in the log each time it is fetched.
import assert from "node:assert/strict";
import { holderId } from "../../lib/fleet/vehicle.ts";
import { settlementSv as words } from "../../lib/i18n/sv/settlement.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { settlementKeys } from "../../lib/settlement/keys.ts";
import { operatorOf } from "../support/operator-forms.ts";
import { testServices } from "../support/services.ts";
import { PAYER } from "../support/settlements.ts";

const HOLDER = holderId("H2");
const PAGE = paths.adminHolderSettlements(HOLDER);
const ENVIRONMENT = { AVANTI_PAYER_IBAN: PAYER.iban, AVANTI_PAYER_BIC: PAYER.bic };
/** A Friday. */
const NOW = "2026-11-27T09:00:00Z";
const ACCOUNT = { action: "propose-account", account: "5050 1055", revision: "0" };

Deno.test("an account is typed, told wrong by its check digit, and approved by somebody else", async () => {
  await using test = await testServices({ environment: ENVIRONMENT, now: NOW });
  const karin = await operatorOf(test);
  const elsa = await operatorOf(test, "Elsa", "accountant");
  const wrong = await karin.send(PAGE, { ...ACCOUNT, account: "5050-1056" });
  assert.equal(wrong.status, 422);
  assert(wrong.html.includes(words.problems.account) && wrong.html.includes('value="5050-1056"'));
  const proposed = await karin.send(PAGE, ACCOUNT);
  assert.equal(
    proposed.location,
    paths.adminHolderSettlements(HOLDER, { done: "account-proposed" }),
  );
  const own = (await karin.read(PAGE)).html;
  assert(own.includes(words.account.waits("5050-1055")) && !own.includes(words.account.approve));
  const approval = { action: "approve-account", revision: "1" };
  assert.equal((await karin.send(PAGE, approval)).status, 409);
  assert((await elsa.read(PAGE)).html.includes(words.account.approve));
  assert.equal((await elsa.send(PAGE, approval)).status, 303);
  assert((await elsa.read(PAGE)).html.includes(words.account.now("5050-1055")));
  await karin.send(PAGE, { ...ACCOUNT, account: PAYER.iban, revision: "2" });
  const dropped = await elsa.send(PAGE, { action: "discard-account", revision: "3" });
  assert.equal(dropped.location, paths.adminHolderSettlements(HOLDER, { done: "account-dropped" }));
  assert.equal((await test.services.settlements.account(HOLDER)).number, "5050-1055");
});

Deno.test("what waits is listed, becomes a file on a weekday, and the file is the same each time", async () => {
  await using test = await testServices({ environment: ENVIRONMENT, now: NOW });
  const { services } = test;
  const { read, send } = await operatorOf(test);
  const page = paths.adminPaymentFiles();
  assert((await read(page)).html.includes(words.files.noWaiting));
  await commitWithRetry(services.db, (tx) => {
    const payment = { holderId: HOLDER, number: 7, amountOre: 123_456 };
    tx.set(settlementKeys.paymentQueue(), { payments: [payment] });
    return Promise.resolve(null);
  });
  const waiting = (await read(page)).html;
  assert(waiting.includes(words.files.noAccount) && waiting.includes('value="2026-11-30"'));
  const none = await send(page, { action: "make", payOn: "2026-11-30" });
  assert.equal(none.status, 422);
  assert(none.html.includes(words.files.refusals["nothing-to-pay"]));
  const account = { holderId: HOLDER, revision: 1, number: "5050-1055", approvedBy: "p" };
  await commitWithRetry(services.db, (tx) => {
    tx.set(settlementKeys.payeeAccount(HOLDER), { ...account, proposed: "", proposedBy: null });
    return Promise.resolve(null);
  });
  const weekend = await send(page, { action: "make", payOn: "2026-11-28" });
  assert.equal(weekend.status, 422);
  assert(weekend.html.includes(words.files.refusals["no-bank-day"]("30")));
  const made = await send(page, { action: "make", payOn: "2026-11-30" });
  assert.equal(made.location, paths.adminPaymentFiles({ done: "made" }));
  const [file] = await services.settlements.files();
  assert(file);
  const list = (await read(paths.adminPaymentFiles({ done: "made" }))).html;
  assert(list.includes(words.files.done.made) && list.includes(file.sha256.slice(0, 16)));
  const [first, second] = [
    await read(paths.adminPaymentFile(file.id)),
    await read(paths.adminPaymentFile(file.id)),
  ];
  assert.equal(first.status, 200);
  assert.equal(first.html, second.html);
  assert(first.html.includes("<EndToEndId>H2-7<") && first.html.includes(">1234.56<"));
  assert.equal((await read(paths.adminPaymentFile("none"))).status, 404);
  const payment = `${file.id} H2 7`;
  const asked = await send(page, { action: "ask-return", payment });
  assert.equal(asked.location, paths.adminPaymentFiles({ done: "asked" }));
  const own = await send(page, { action: "confirm-return", payment });
  assert.deepEqual([own.status, own.html.includes(words.files.refusals.author)], [422, true]);
  const elsa = await operatorOf(test, "Elsa", "accountant");
  assert((await elsa.read(page)).html.includes(words.files.confirm("H2-7")));
  const returned = await elsa.send(page, { action: "confirm-return", payment });
  assert.equal(returned.location, paths.adminPaymentFiles({ done: "returned" }));
  assert.equal((await elsa.send(page, { action: "confirm-return", payment })).status, 422);
  assert.deepEqual((await services.settlements.queue()).map(({ number }) => number), [7]);
  assert.equal((await elsa.send(page, { action: "fly" })).status, 422);
});
