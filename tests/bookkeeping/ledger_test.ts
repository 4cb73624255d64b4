import assert from "node:assert/strict";
import { type AccountNumber, ACCOUNTS } from "../../lib/bookkeeping/account.ts";
import { accountNames } from "../../lib/bookkeeping/account-names.ts";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import type { Sale } from "../../lib/bookkeeping/sale.ts";
import { sieFile } from "../../lib/bookkeeping/sie-file.ts";
import { vatOfLines, vatOfVouchers } from "../../lib/bookkeeping/vat-report.ts";
import { type Voucher, VOUCHER_TEXTS, type VoucherEntry } from "../../lib/bookkeeping/voucher.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import type { HolderId } from "../../lib/fleet/vehicle.ts";
import { adjustSettlement } from "../../lib/settlement/adjust-settlement.ts";
import type { Adjustment, Settlement, SettlementLine } from "../../lib/settlement/settlement.ts";
import { SettlementStore } from "../../lib/settlement/settlement-store.ts";
import { agreeTerms, closeThrough, settle } from "../support/settlements.ts";
import { type BookedTrips, bookedTrips, bookNotes } from "../support/booked-trips.ts";
import { assertWhole } from "../support/bookkeeping.ts";
import { readSie } from "../support/sie-reader.ts";

const TRIPS = 10_000;
const NOVEMBER = { from: "2026-11-01", until: "2026-11-30" };

Deno.test("over ten thousand trips of every kind rider, driver, documents, company, settlements, VAT and SIE files say the same to the öre", async () => {
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
      (await vatOfVouchers(ledger.vouchersBetween(period))).all,
      vatOfLines(sales.flatMap(({ lines }) => lines)),
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
    const ridersOre = truths.filter(({ entityId }) => entityId === id)
      .reduce((sum, { paidOre }) => sum + paidOre, 0);
    await settledToTheOre(trips, id, { owedOre, ridersOre });
  }
});

/** Half the month, then the rest, each with what is deducted and bought; what stands in the books of both is what is paid and carried. */
async function settledToTheOre(
  trips: BookedTrips,
  holderId: HolderId,
  { owedOre, ridersOre }: { owedOre: number; ridersOre: number },
) {
  const { db, ledger } = trips;
  const settlements = new SettlementStore(db);
  const deps = { ...trips.deps, db, ledger, settlements };
  await agreeTerms(deps, holderId);
  const adjust = (date: string, known: Pick<Adjustment, "kind" | "amountOre" | "vatRatePercent">) =>
    adjustSettlement(deps, { ...known, holderId, date, reason: "x", by: "karin" });
  await adjust("2026-11-03", { kind: "deduction", amountOre: 33_333, vatRatePercent: 25 });
  await adjust("2026-11-14", { kind: "deduction", amountOre: 900_000_000, vatRatePercent: 0 });
  await adjust("2026-11-30", { kind: "compensation", amountOre: 900_012_347, vatRatePercent: 25 });
  const book = () => bookNotes(trips);
  await closeThrough(deps, { entityId: holderId, date: NOVEMBER.until, book });
  const first = await settle(deps, { holderId, until: "2026-11-14" });
  const second = await settle(deps, { holderId, until: NOVEMBER.until });
  await book();
  const all = [first, second];
  const sum = (of: (one: Settlement) => number) => all.reduce((total, one) => total + of(one), 0);
  assert.equal(sum(({ soldOre: { card, swish, invoice } }) => card + swish + invoice), owedOre);
  assert.equal(sum(({ soldOre }) => Object.values(soldOre).reduce((a, b) => a + b, 0)), ridersOre);
  // The advance is more than half a month brings: it is carried, and taken of the second half.
  assert.equal(first.amounts.paidOre, 0);
  assert(first.carriedOutOre < 0 && second.carriedInOre === first.carriedOutOre);
  assert.equal(second.carriedOutOre, 0);
  const services = sum(({ lines }) => lines.reduce((total, line) => total + signed(line), 0));
  assert.equal(second.amounts.paidOre, owedOre + services);
  const later = { from: NOVEMBER.from, until: "2026-12-31" };
  const house = await Array.fromAsync(ledger.vouchersBetween({ entityId: HOUSE, ...later }));
  const own = await Array.fromAsync(ledger.vouchersBetween({ entityId: holderId, ...later }));
  for (const [vouchers, entity] of [[house, HOUSE], [own, holderId]] as const) {
    const read = await throughSie(trips, entity, vouchers, later);
    assert.deepEqual(read, vouchers.map(({ entries }) => plain(entries)));
  }
  assert.equal(balanceOf(house, 2890, holderId), 0);
  assert.equal(balanceOf(own, 1685), 0);
  assert.equal(balanceOf(own, 1930), second.amounts.paidOre);
  assert.equal(
    balanceOf(own, 6050),
    sum(({ amounts }) => amounts.commissionOre + amounts.deductionsOre),
  );
  assertWhole({ sales: [], vouchers: house });
}

function signed({ code, netOre, vatOre }: SettlementLine): number {
  return code === "compensation" ? netOre + vatOre : -netOre - vatOre;
}

async function throughSie(
  { ledger, entities }: BookedTrips,
  id: string,
  vouchers: Voucher[],
  days: { from: string; until: string } = NOVEMBER,
) {
  const entity = entities.find((one) => one.id === id);
  assert(entity);
  const accounts = accountNames("sv");
  const { vouchers: texts } = textsFor("sv").bookkeeping;
  const file = { entity, madeOn: "2026-12-01", version: "1.0", accounts, texts };
  const pieces = await Array.fromAsync(
    sieFile(file, ledger.vouchersBetween({ entityId: entity.id, ...days })),
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
