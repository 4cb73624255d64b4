import assert from "node:assert/strict";
import { type AccountNumber, ACCOUNTS } from "../../lib/bookkeeping/account.ts";
import { accountNames } from "../../lib/bookkeeping/account-names.ts";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import type { Sale } from "../../lib/bookkeeping/sale.ts";
import { sieFile } from "../../lib/bookkeeping/sie-file.ts";
import { vatOfSales, vatOfVouchers } from "../../lib/bookkeeping/vat-report.ts";
import { type Voucher, VOUCHER_TEXTS, type VoucherEntry } from "../../lib/bookkeeping/voucher.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { type BookedTrips, bookedTrips } from "../support/booked-trips.ts";
import { assertWhole } from "../support/bookkeeping.ts";
import { readSie } from "../support/sie-reader.ts";

const TRIPS = 10_000;
const NOVEMBER = { from: "2026-11-01", until: "2026-11-30" };

Deno.test("over ten thousand trips of every kind rider, driver, documents, company, VAT and SIE files say the same to the öre", async () => {
  using trips = await bookedTrips(TRIPS);
  const { ledger, entities, truths } = trips;
  const books = new Map<string, { sales: Sale[]; vouchers: Voucher[] }>();
  for (const { id } of entities) {
    const period = { entityId: id, ...NOVEMBER };
    const sales = await Array.fromAsync(ledger.salesBetween(period));
    const vouchers = await Array.fromAsync(ledger.vouchersBetween(period));
    books.set(id, { sales, vouchers });
    assertWhole({ sales, vouchers });
    // By the postings as by the documents.
    assert.deepEqual(
      await vatOfVouchers(ledger.vouchersBetween(period)),
      await vatOfSales(ledger.salesBetween(period)),
    );
    assert.deepEqual(
      await throughSie(trips, id, vouchers),
      vouchers.map(({ entries }) => plain(entries)),
    );
  }
  const sales = [...books.values()].flatMap((one) => one.sales);
  const soldOf = sumsBy(sales, ({ bookingId }) => bookingId, ({ totalOre }) => totalOre);
  for (const { bookingId, paidOre } of truths) {
    assert.equal(soldOf.get(bookingId) ?? 0, paidOre, `rider and documents of ${bookingId}`);
  }
  const sellers = new Map(truths.map(({ bookingId, entityId }) => [bookingId, entityId]));
  for (const { bookingId, entityId } of sales) assert.equal(entityId, sellers.get(bookingId));
  assert.equal(
    sales.every((sale) => sale.totalOre === linesOf(sale) && sale.vatOre === vatOf(sale)),
    true,
  );
  const house = books.get(HOUSE)?.vouchers ?? [];
  // Every trip is settled: nothing is left of what was paid before, or driven before it was paid.
  assert.equal(balanceOf(house, 2420), 0);
  for (const { id } of entities.filter(({ id }) => id !== HOUSE)) {
    const { sales = [], vouchers = [] } = books.get(id) ?? {};
    const centrals = sales.filter(({ method }) => method !== "car");
    const owedOre = centrals.reduce((sum, { totalOre }) => sum + totalOre, 0);
    assert.equal(-balanceOf(house, 2890, id), owedOre);
    assert.equal(balanceOf(vouchers, 1685), owedOre);
  }
});

async function throughSie({ ledger, entities }: BookedTrips, id: string, vouchers: Voucher[]) {
  const entity = entities.find((one) => one.id === id);
  assert(entity);
  const accounts = accountNames("sv");
  const { vouchers: texts } = textsFor("sv").bookkeeping;
  const file = { entity, madeOn: "2026-12-01", version: "1.0", accounts, texts };
  const pieces = await Array.fromAsync(
    sieFile(file, ledger.vouchersBetween({ entityId: entity.id, ...NOVEMBER })),
  );
  const content = readSie(new Uint8Array(await new Blob(pieces).arrayBuffer()));
  assert.deepEqual(
    content.vouchers.map(({ series, number }) => [series, number]),
    vouchers.map(({ series, number }) => [series, number]),
  );
  assert.equal(content.labels["#FNAMN"]?.[0], entity.name);
  return content.vouchers.map(({ transactions }) =>
    transactions.map(({ account, amountOre, objects: [, holder] }) => [account, amountOre, holder])
  );
}

function plain(entries: readonly VoucherEntry[]) {
  return entries.map(({ account, amountOre, holderId }) => [account, amountOre, holderId]);
}

function balanceOf(vouchers: readonly Voucher[], account: AccountNumber, holder?: string): number {
  return vouchers.flatMap(({ entries }) => entries)
    .filter((entry) => entry.account === account && entry.holderId === holder)
    .reduce((sum, { amountOre }) => sum + amountOre, 0);
}

function linesOf({ lines }: Sale): number {
  return lines.reduce((sum, { amountOre }) => sum + amountOre, 0);
}

function vatOf({ lines }: Sale): number {
  return lines.reduce((sum, { vatOre }) => sum + vatOre, 0);
}

function sumsBy<One>(all: readonly One[], by: (one: One) => string, of: (one: One) => number) {
  const sums = new Map<string, number>();
  for (const one of all) sums.set(by(one), (sums.get(by(one)) ?? 0) + of(one));
  return sums;
}

Deno.test("accounts and texts of vouchers have a name in every language", () => {
  for (const locale of ["sv", "en"] as const) {
    const { vouchers } = textsFor(locale).bookkeeping;
    assert.deepEqual(
      Object.keys(accountNames(locale)).map(Number),
      [...ACCOUNTS].sort((a, b) => a - b),
    );
    assert.deepEqual(Object.keys(vouchers).sort(), [...VOUCHER_TEXTS].sort());
  }
});
