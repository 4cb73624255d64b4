// Nights after which a day stands against the provider's books, and what came of them.
import assert from "node:assert/strict";
import { readRoomFeeds } from "../../lib/assembly/work.ts";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import { beginNextDay } from "../../lib/reconciliation/begin-reconciliation.ts";
import type { DifferenceKind } from "../../lib/reconciliation/difference.ts";
import { rowsOf } from "./bookkeeping.ts";
import { type PaidProduct, runPaymentJobs } from "./stripe.ts";

/** The days up to now are over: they are compared, and what follows is read. */
export async function nextNight(product: PaidProduct): Promise<{ date: string }> {
  const { services, clock } = product;
  await readRoomFeeds(services);
  const date = localDate(clock.now());
  clock.advance({ hours: 24 });
  for (let days = 0; days < 5; days++) {
    await beginNextDay(services);
    await runPaymentJobs(product);
  }
  await readRoomFeeds(services);
  return { date };
}

/** A day as it was compared. */
export async function theDay({ services }: PaidProduct, date: string) {
  const { value } = await services.reconciliation.day(date);
  assert(value !== null, `${date} was begun`);
  return value;
}

/** The one payment of a booking. */
export async function only({ services }: PaidProduct, bookingId: string) {
  const [payment] = await services.payments.ofBooking(bookingId);
  assert(payment);
  return payment;
}

/** What is different and stands. */
export async function kinds({ services }: PaidProduct): Promise<DifferenceKind[]> {
  return (await services.reconciliation.open()).map(({ kind }) => kind);
}

/** What stands on the accounts of the company. */
export async function balances({ services }: PaidProduct): Promise<Map<number, number>> {
  const sums = new Map<number, number>();
  for (const { entityId, entries } of (await rowsOf(services)).vouchers) {
    if (entityId !== HOUSE) continue;
    for (const { account, amountOre } of entries) {
      sums.set(account, (sums.get(account) ?? 0) + amountOre);
    }
  }
  return sums;
}
