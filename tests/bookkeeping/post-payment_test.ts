import assert from "node:assert/strict";
import type { Services } from "../../lib/assembly/services.ts";
import type { BookNote, NotedFact } from "../../lib/bookkeeping/book-note.ts";
import { bookkeepingKeys } from "../../lib/bookkeeping/keys.ts";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import { noteInBooks } from "../../lib/bookkeeping/note-in-books.ts";
import { OpenBooks } from "../../lib/bookkeeping/open-books.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import {
  type Payment,
  type PaymentChange,
  type PaymentId,
  type Refund,
  refundId,
  type RefundReason,
} from "../../lib/payments/payment.ts";
import { addPayment, writePayment } from "../../lib/payments/payment-store.ts";
import { assertWhole, book, rowsOf } from "../support/bookkeeping.ts";
import { aPayment } from "../support/booked-trips.ts";
import { drive } from "../support/driven-rides.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("what is captured, given back, disputed and won stands in the company's books once, however often it is told", async () => {
  await using test = await testServices();
  const { services } = test;
  const payment = await paid(test, 50_000);
  await change(services, payment.id, ...refund("R1", 20_000, "cancelled"));
  await change(services, payment.id, { type: "disputed", amountOre: 30_000 });
  await book(services);
  await change(services, payment.id, { type: "dispute-closed", won: true, amountOre: 30_000 });
  await book(services);
  await services.db.write.delete(["feedReader", "bookkeeping"]);
  await book(services);
  const { vouchers } = await rowsOf(services);
  assert.deepEqual(vouchers.map(({ text, entries }) => [text, ...entries.map(plain)]), [
    ["captured", "1580 50000", "2420 -50000"],
    ["refunded", "2420 20000", "1580 -20000"],
    ["disputed", "1515 30000", "1580 -30000"],
    ["dispute-won", "1580 30000", "1515 -30000"],
  ]);
  assertWhole(await rowsOf(services));
});

Deno.test("goodwill after a ride lowers its sale and cites it; money that was never its price lowers nothing", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const { totalOre } = booking.trip;
  await drive(services, booking.id);
  const payment = await paid(test, totalOre + 5_000, booking.id);
  await book(services);
  await change(services, payment.id, ...refund("R1", 5_000, "duplicate"));
  await change(services, payment.id, ...refund("R2", 1_000, "goodwill"));
  await change(services, payment.id, ...refund("R3", 2_000, "late"));
  await book(services);
  const [sale, ...credits] = await services.ledger.salesOf(booking.id);
  assert(sale);
  assert.deepEqual(
    credits.map((
      { kind, totalOre, credits, document: { series } },
    ) => [kind, totalOre, credits, series]),
    [["goodwill", -1_000, sale.id, "K"], ["lateness", -2_000, sale.id, "K"]],
  );
  assert.equal((await services.ledger.posted(booking.id))?.standing, sale.id);
});

Deno.test("each move of money is booked on its own day, read as it comes, days later all at once, or made anew without a feed", async () => {
  const days = ["2026-11-23", "2026-11-25", "2026-11-27", "2026-11-28", "2026-12-01"];
  for (const way of ["as it comes", "at once", "made anew"] as const) {
    await using test = await testServices();
    const { services, clock } = test;
    const { booking } = await aStoredBooking(services);
    await book(services);
    const turn = async (i: number) => {
      if (way === "as it comes") await book(services);
      clock.set(`${days[i]}T11:00:00Z`);
    };
    await turn(0);
    const { id } = await paid(test, 50_000, booking.id);
    await turn(1);
    await change(services, id, ...refund("R1", 1_000, "goodwill"));
    await turn(2);
    await change(services, id, { type: "disputed", amountOre: 2_000 });
    await turn(3);
    await change(services, id, ...refund("R2", 3_000, "late"));
    await turn(4);
    await change(services, id, { type: "dispute-closed", won: true, amountOre: 2_000 });
    clock.set("2026-12-24T11:00:00Z");
    if (way === "made anew") assert.equal(await services.feed.prune(clock.now()), true);
    await book(services);
    const { vouchers } = await rowsOf(services);
    assert.deepEqual(
      vouchers.map(({ date, happenedOn, text }) => [date, happenedOn, text]),
      ["captured", "refunded", "disputed", "refunded", "dispute-won"]
        .map((text, i) => [days[i], days[i], text]),
      way,
    );
  }
});

Deno.test("what comes late stands on the first open day with the day it happened, and is kept by the later one", async () => {
  await using test = await testServices({ now: "2026-12-31T11:00:00Z" });
  const { services, clock } = test;
  await tell(test, { type: "payout", method: "card", amountOre: 100 });
  const payment = await paid(test, 50_000);
  clock.set("2027-01-01T05:00:00Z");
  await tell(test, { type: "day-closed", entityId: HOUSE, date: "2026-12-31" });
  // The books hear of the closed day first, as a reader does that had missed the others.
  const [closing] = await notes(test, "day-closed");
  assert(closing);
  const books = new OpenBooks(services);
  await books.postNote(closing.id);
  await commitWithRetry(services.db, (tx) => Promise.resolve(books.write(tx)));
  await book(services);
  const { vouchers } = await rowsOf(services);
  assert.deepEqual(
    vouchers.map(({ text, date, happenedOn }) => [text, date, happenedOn]).sort(),
    [["captured", "2027-01-01", "2026-12-31"], ["payout", "2027-01-01", "2026-12-31"]],
  );
  assert.equal((await services.ledger.posted(payment.bookingId))?.keptFor, "2027-01-01");
  assert.equal((await notes(test, "payout"))[0]?.keptFor, "2027-01-01");
});

async function notes({ services }: TestServices, type: NotedFact["type"]): Promise<BookNote[]> {
  const { prefix } = bookkeepingKeys.bookNote;
  const rows = await Array.fromAsync(services.db.read.list<BookNote>({ prefix }));
  return rows.map(({ value }) => value).filter(({ fact }) => fact.type === type);
}

Deno.test("payments whose feed was pruned before it was read are booked all the same, and once", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  await book(services);
  await paid(test, 40_000);
  clock.advance({ hours: 49 });
  assert.equal(await services.feed.prune(clock.now()), true);
  await paid(test, 30_000);
  await book(services);
  await book(services);
  const { vouchers } = await rowsOf(services);
  assert.deepEqual(
    vouchers.map(({ entries: [first] }) => first?.amountOre).sort(),
    [30_000, 40_000],
  );
});

Deno.test("fees, payouts, paid invoices and tips are notes that are booked once; a closed day takes nothing more", async () => {
  await using test = await testServices();
  const { services } = test;
  await tell(test, { type: "provider-fee", date: "2026-11-23", amountOre: 725 });
  await tell(test, { type: "payout", method: "card", amountOre: 49_275 });
  await tell(test, { type: "invoice-paid", bookingId: "B1", amountOre: 80_000 });
  await book(services);
  await tell(test, { type: "day-closed", entityId: HOUSE, date: "2026-11-23" });
  await tell(test, { type: "payout", method: "swish", amountOre: 100 });
  await book(services);
  await services.db.write.delete(["feedReader", "bookkeeping"]);
  await book(services);
  const { vouchers } = await rowsOf(services);
  assert.deepEqual(vouchers.map(({ date, text, entries }) => [date, text, ...entries.map(plain)]), [
    ["2026-11-23", "provider-fee", "6570 725", "1580 -725"],
    ["2026-11-23", "payout", "1930 49275", "1580 -49275"],
    ["2026-11-23", "invoice-paid", "1930 80000", "1510 -80000"],
    ["2026-11-24", "payout", "1930 100", "1584 -100"],
  ]);
  assertWhole(await rowsOf(services));
});

async function tell({ services, clock }: TestServices, fact: NotedFact): Promise<void> {
  clock.advance({ seconds: 1 });
  await commitWithRetry(services.db, (tx) => Promise.resolve(noteInBooks(services, tx, fact)));
}

async function paid(
  { services, clock }: TestServices,
  amountOre: number,
  bookingId = "01KAMZ8N00AVANT1B00K1NG001",
): Promise<Payment> {
  const at = clock.now().toString();
  const payment = {
    ...aPayment({ bookingId, method: "card", limitOre: amountOre, at }),
    authorisedOre: 0,
  };
  await commitWithRetry(services.db, (tx) => Promise.resolve(addPayment(tx, payment)));
  await change(services, payment.id, { type: "authorised", amountOre, until: null }, {
    type: "captured",
    amountOre,
  });
  return payment;
}

type WithoutTime<Change> = Change extends unknown ? Omit<Change, "at"> : never;

async function change(
  { db, payments, clock }: Services,
  id: PaymentId,
  ...changes: readonly WithoutTime<PaymentChange>[]
): Promise<void> {
  const at = clock.now().toString();
  await commitWithRetry(db, async (tx) => {
    const stored = await payments.get(id);
    assert(stored);
    writePayment(tx, stored, changes.map((one) => ({ ...one, at })));
  });
}

function refund(name: string, amountOre: number, reason: RefundReason) {
  const id = refundId(name);
  const at = "2026-11-23T05:00:00Z";
  const asked: Refund = {
    ...{ id, amountOre, reason, providerId: null, at },
    ...{ status: "pending", by: "operator" },
  };
  return [
    { type: "refund-asked", refund: asked },
    { type: "refunded", refundId: id, amountOre, reason },
  ] as const;
}

function plain({ account, amountOre }: { account: number; amountOre: number }): string {
  return `${account} ${amountOre}`;
}
