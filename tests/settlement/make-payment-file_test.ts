// Payment files: each settlement in one, to an account two people agreed on, and never twice.
import assert from "node:assert/strict";
import { holderId } from "../../lib/fleet/vehicle.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import {
  approvePayeeAccount,
  discardPayeeAccount,
  proposePayeeAccount,
} from "../../lib/settlement/change-payee-account.ts";
import { settlementKeys } from "../../lib/settlement/keys.ts";
import { bytesOf, makePaymentFile } from "../../lib/settlement/make-payment-file.ts";
import { sha256Of } from "../../lib/bookkeeping/documents/document-store.ts";
import { askReturn, confirmReturn } from "../../lib/settlement/return-payment.ts";
import { DEMO_HOLDERS } from "../../scripts/demo/demo-fleet.ts";
import { MAX_FILE_PAYMENTS, type QueuedPayment } from "../../lib/settlement/payment-file.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { PAYER } from "../support/settlements.ts";

const HOLDER = holderId("H2");
const ENVIRONMENT = { AVANTI_PAYER_IBAN: PAYER.iban, AVANTI_PAYER_BIC: PAYER.bic };
/** A Monday. */
const NOW = "2026-11-23T09:00:00Z";
const PAY = { payOn: "2026-11-24", by: "karin" };
const WAITING: QueuedPayment = { holderId: HOLDER, number: 7, amountOre: 123_456 };

Deno.test("an account is proposed by one and approved by another; until then nothing is paid to it", async () => {
  await using test = await testServices({ environment: ENVIRONMENT, now: NOW });
  const { services } = test;
  await queue(test, [WAITING]);
  const input = { holderId: HOLDER, by: "karin", revision: 0 };
  assert.equal(await proposePayeeAccount(services, { ...input, number: "5050-1055" }), null);
  const unpaid = await makePaymentFile(services, PAY);
  assert.deepEqual(unpaid, { ok: false, refusal: "nothing-to-pay" });
  const seen = { ...input, revision: 1 };
  assert.equal(await approvePayeeAccount(services, seen), "author");
  assert.equal(
    await approvePayeeAccount(services, { ...seen, by: "olle", revision: 0 }),
    "changed",
  );
  assert.equal(await approvePayeeAccount(services, { ...seen, by: "olle" }), null);
  const made = await makePaymentFile(services, PAY);
  assert(made.ok);
  const file = await services.settlements.file(made.id);
  assert.deepEqual(file?.payments.map(({ account, amountOre }) => [account, amountOre]), [
    ["5050-1055", 123_456],
  ]);
});

Deno.test("while another account waits the approved one is paid to, and what was made stays as it was", async () => {
  await using test = await testServices({ environment: ENVIRONMENT, now: NOW });
  const { services } = test;
  await agreeAccount(test);
  await queue(test, [WAITING, { ...WAITING, number: 8 }]);
  const change = { holderId: HOLDER, by: "elsa", revision: 2, number: "SE4550000000058398257466" };
  assert.equal(await proposePayeeAccount(services, change), null);
  const made = await makePaymentFile(services, PAY);
  assert(made.ok);
  assert.equal(await approvePayeeAccount(services, { ...change, by: "olle", revision: 3 }), null);
  const file = await services.settlements.file(made.id);
  assert(file);
  assert.deepEqual(new Set(file.payments.map(({ account }) => account)), new Set(["5050-1055"]));
  assert.equal(await sha256Of(bytesOf(file)), file.sha256);
  assert.equal(
    await discardPayeeAccount(services, { holderId: HOLDER, revision: 4 }),
    "nothing-there",
  );
});

Deno.test("of ten who make a file at once one has the settlement in it", async () => {
  await using test = await testServices({ environment: ENVIRONMENT, now: NOW });
  const { services } = test;
  await agreeAccount(test);
  await queue(test, [WAITING]);
  const all = await Promise.all(
    Array.from({ length: 10 }, () => makePaymentFile(services, PAY)),
  );
  assert.equal(all.filter(({ ok }) => ok).length, 1);
  assert.equal((await services.settlements.files()).length, 1);
  assert.deepEqual(await services.settlements.queue(), []);
});

Deno.test("an account that is approved touches the queue, so that a file made from what was before is made anew", async () => {
  await using test = await testServices({ environment: ENVIRONMENT, now: NOW });
  const { db } = test.services;
  const stamp = async () => (await db.read.get(settlementKeys.paymentQueue())).versionstamp;
  await queue(test, [WAITING]);
  const before = await stamp();
  await agreeAccount(test);
  assert.notEqual(await stamp(), before);
  assert.deepEqual(await test.services.settlements.queue(), [WAITING]);
});

Deno.test("a payment that did not come about waits again once two people said so, and is paid by another file", async () => {
  await using test = await testServices({ environment: ENVIRONMENT, now: NOW });
  const { services } = test;
  await agreeAccount(test);
  await queue(test, [WAITING]);
  const made = await makePaymentFile(services, PAY);
  assert(made.ok);
  const payment = { fileId: made.id, holderId: HOLDER, number: 7, by: "karin" };
  assert.equal(await confirmReturn(services, { ...payment, by: "olle" }), "nothing-there");
  assert.equal(await askReturn(services, { ...payment, number: 8 }), "nothing-there");
  assert.equal(await askReturn(services, payment), null);
  assert.equal(await askReturn(services, payment), "nothing-there");
  assert.equal(await confirmReturn(services, payment), "author");
  const all = await Promise.all(
    ["olle", "elsa"].map((by) => confirmReturn(services, { ...payment, by })),
  );
  assert.deepEqual(all.sort(), [null, "nothing-there"].sort());
  assert.deepEqual(await services.settlements.queue(), [WAITING]);
  const again = await makePaymentFile(services, PAY);
  assert(again.ok && again.id !== made.id);
  const file = await services.settlements.file(made.id);
  assert(file);
  assert.equal(await sha256Of(bytesOf(file)), file.sha256);
});

Deno.test("a full file of long names fits its row", async () => {
  await using test = await testServices({ environment: ENVIRONMENT, now: NOW });
  const { services } = test;
  await agreeAccount(test);
  const many = Array.from({ length: MAX_FILE_PAYMENTS }, (_, i) => ({ ...WAITING, number: i + 1 }));
  await queue(test, many);
  const fleet = {
    all: () =>
      Promise.resolve({
        ...{ vehicles: [], drivers: [] },
        holders: DEMO_HOLDERS.map((one) => ({ ...one, name: "Å".repeat(200) })),
      }),
  };
  const made = await makePaymentFile({ ...services, fleet }, PAY);
  assert(made.ok);
  assert.equal((await services.settlements.file(made.id))?.payments.length, MAX_FILE_PAYMENTS);
});

Deno.test("what is more than a file holds is paid by the next, the longest waiting first", async () => {
  await using test = await testServices({ environment: ENVIRONMENT, now: NOW });
  const { services } = test;
  await agreeAccount(test);
  const many = Array.from(
    { length: MAX_FILE_PAYMENTS + 3 },
    (_, i) => ({ ...WAITING, number: i + 1, amountOre: i + 1 }),
  );
  await queue(test, many);
  const [first, second] = [
    await makePaymentFile(services, PAY),
    await makePaymentFile(services, PAY),
  ];
  assert(first.ok && second.ok);
  const files = await Promise.all([first, second].map(({ id }) => services.settlements.file(id)));
  assert.deepEqual(files.map((file) => file?.payments.length), [MAX_FILE_PAYMENTS, 3]);
  assert.deepEqual(files.flatMap((file) => file?.payments.map(({ number }) => number)), [
    ...many.map(({ number }) => number),
  ]);
});

Deno.test("no file is for a day that is over, at a weekend or far ahead, or without the company's account", async () => {
  await using test = await testServices({ environment: ENVIRONMENT, now: NOW });
  await agreeAccount(test);
  await queue(test, [WAITING]);
  for (const payOn of ["2026-11-22", "2026-11-28", "2026-11-29", "2026-12-24", "", "2026-02-30"]) {
    const made = await makePaymentFile(test.services, { ...PAY, payOn });
    assert.deepEqual(made, { ok: false, refusal: "no-bank-day" }, payOn);
  }
  await using poor = await testServices({ now: NOW });
  const made = await makePaymentFile(poor.services, PAY);
  assert.deepEqual(made, { ok: false, refusal: "no-payer" });
});

async function agreeAccount({ services }: TestServices): Promise<void> {
  const input = { holderId: HOLDER, by: "karin", revision: 0 };
  assert.equal(await proposePayeeAccount(services, { ...input, number: "5050-1055" }), null);
  assert.equal(await approvePayeeAccount(services, { ...input, by: "olle", revision: 1 }), null);
}

async function queue({ services }: TestServices, payments: QueuedPayment[]): Promise<void> {
  await commitWithRetry(services.db, (tx) => {
    tx.set(settlementKeys.paymentQueue(), { payments });
    return Promise.resolve(null);
  });
}
