// Invoices that are not paid, on the accountant's page: from the driven ride to the money, the reminder and the credit note.
import assert from "node:assert/strict";
import { answerInvoiceForm } from "../../lib/board/invoices-page.ts";
import { UNDONE_BY_MS } from "../../lib/bookkeeping/documents/document-rules.ts";
import { leftOre } from "../../lib/bookkeeping/invoices/invoice.ts";
import { bookkeepingKeys } from "../../lib/bookkeeping/keys.ts";
import type { Voucher } from "../../lib/bookkeeping/voucher.ts";
import { choosePayment } from "../../lib/checkout/choose-payment.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { waiting } from "../support/audit-coverage.ts";
import { drive } from "../support/driven-rides.ts";
import { FIRM } from "../support/invoice-buyer.ts";
import { anOperator } from "../support/operator.ts";
import { anOutbox, elsasBooking, type Outbox, tell } from "../support/outbox.ts";

/** A driven ride whose invoice is out. */
async function anInvoice(test: Outbox) {
  const { services } = test;
  const { booking, link } = await elsasBooking(test, { method: "invoice" });
  await choosePayment(services, { link, method: "invoice", buyer: FIRM });
  await drive(services, booking.id);
  await books(test);
  const [invoice] = await services.invoices.open();
  assert(invoice !== undefined);
  const left = leftOre(invoice);
  const note = (fields: Record<string, string>) =>
    answerInvoiceForm(
      services,
      new Map(Object.entries({ invoice: invoice.id, left: String(left), ...fields })),
    );
  return { booking, invoice, left, note, today: localDate(test.clock.now()) };
}

/** What happened is booked, and documents are drawn. */
async function books(test: Outbox): Promise<void> {
  await tell(test);
  test.clock.advance({ milliseconds: UNDONE_BY_MS });
  await tell(test);
}

Deno.test("money that comes is booked from the claim to the bank, once, and the buyer owes nothing more", async () => {
  await using test = await anOutbox();
  const { services } = test;
  const { booking, left, note, today } = await anInvoice(test);
  assert.deepEqual((await services.buyers.claimsOf(FIRM)).bookingIds, [booking.id]);
  const part = { action: "paid", date: today, amount: "100,50" };
  assert.equal(await note(part), null);
  // The same button again: what was seen is no longer so.
  assert.equal(await note(part), "changed");
  const rest = { ...part, left: String(left - 10_050) };
  assert.equal(await note({ ...rest, amount: "99999" }), "too-much");
  assert.equal(await note({ ...rest, amount: "1e3" }), "nothing");
  assert.equal(await note({ ...rest, date: "2099-01-01" }), "not-yet");
  assert.equal(await note({ ...rest, amount: String((left - 10_050) / 100) }), null);
  assert.deepEqual(await services.invoices.open(), []);
  assert.deepEqual((await services.buyers.claimsOf(FIRM)).bookingIds, []);
  await books(test);
  const rows = services.db.read.list<Voucher>({ prefix: bookkeepingKeys.voucher.prefix });
  const vouchers = await Array.fromAsync(rows, ({ value }) => value);
  const paid = vouchers.flatMap(({ text, entries }) => text === "invoice-paid" ? entries : []);
  const sumOf = (account: number) =>
    paid.filter((one) => one.account === account).reduce((sum, one) => sum + one.amountOre, 0);
  assert.deepEqual([sumOf(1930), sumOf(1510)], [left, -left]);
});

Deno.test("an invoice that is taken back has a credit note that cites it, once, and is owed no more", async () => {
  await using test = await anOutbox();
  const { services } = test;
  const { booking, invoice, note } = await anInvoice(test);
  assert.deepEqual(await Promise.all([1, 2].map(() => note({ action: "credit" }))), [null, null]);
  await books(test);
  await books(test);
  assert.deepEqual(await services.invoices.open(), []);
  const documents = await services.documents.ofSales(await services.ledger.salesOf(booking.id));
  assert.deepEqual(documents.map(({ content }) => [content.kind, content.credits?.number]), [
    ["invoice", undefined],
    ["credit-note", invoice.document.number],
  ]);
});

Deno.test("the page names the buyer and what is overdue, keeps reminders, and its file is the archived one", async () => {
  await using test = await anOutbox();
  const { services } = test;
  const { invoice, note } = await anInvoice(test);
  test.clock.advance({ hours: 31 * 24 });
  for (const _ of [1, 2]) assert.equal(await note({ action: "remind" }), null);
  const { cookie } = await anOperator(services);
  const app = await testApp(services);
  const get = (path: string) => app(new Request(ORIGIN + path, { headers: { cookie } }));
  const html = await (await get(paths.adminInvoices())).text();
  for (const words of [FIRM.name, invoice.ocr, "förfallen", "påmind"]) {
    assert.ok(html.includes(words), words);
  }
  assert.equal(html.match(/påmind/g)?.length, 1);
  const file = await get(paths.adminDocument(invoice.id));
  assert.equal(file.status, 200, await file.clone().text());
  const [document] = await services.documents.ofSales([invoice]);
  assert(document !== undefined);
  assert.deepEqual(
    new Uint8Array(await file.arrayBuffer()),
    await services.documents.bytesOf(document),
  );
  assert.equal((await get(paths.adminDocument("01KAMZ8N00AVANT1SA1E000001"))).status, 404);
});

Deno.test("who looks at invoices, or at one of them, leaves an entry that says whose they are", async () => {
  await using test = await anOutbox();
  const { services } = test;
  const { invoice } = await anInvoice(test);
  const { cookie } = await anOperator(services);
  const app = await testApp(services);
  for (const path of [paths.adminInvoices(), paths.adminDocument(invoice.id)]) {
    const before = (await waiting(services)).length;
    await (await app(new Request(ORIGIN + path, { headers: { cookie } }))).arrayBuffer();
    const reads = (await waiting(services)).slice(before).filter(({ kind }) => kind === "read");
    assert.equal(reads.length, 1, path);
    assert.equal(reads[0]?.subjects.length, 1, path);
  }
});
