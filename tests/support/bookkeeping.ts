// The books of a test: read to the end of the feed, and everything that stands in them.
import assert from "node:assert/strict";
import type { Services } from "../../lib/assembly/services.ts";
import { bookkeepingKeys } from "../../lib/bookkeeping/keys.ts";
import { bookkeepingReader } from "../../lib/bookkeeping/post-feed.ts";
import type { Sale } from "../../lib/bookkeeping/sale.ts";
import type { Voucher } from "../../lib/bookkeeping/voucher.ts";
import { readFeed } from "../../lib/kv/feed-reader.ts";

/** All sales and vouchers. */
export interface BookRows {
  sales: Sale[];
  vouchers: Voucher[];
}

/** Books what the feed tells. */
export async function book(services: Services): Promise<void> {
  while (!await readFeed({ ...services, onBehind: () => {} }, bookkeepingReader(services)));
}

/** Everything that is booked: sales by their ids, vouchers by entity and day. */
export async function rowsOf({ db }: Pick<Services, "db">): Promise<BookRows> {
  const sales = await Array.fromAsync(db.read.list<Sale>({ prefix: bookkeepingKeys.sale.prefix }));
  const vouchers = await Array.fromAsync(
    db.read.list<Voucher>({ prefix: bookkeepingKeys.voucher.prefix }),
  );
  const byId = (a: Sale, b: Sale) => a.id < b.id ? -1 : 1;
  return {
    sales: sales.map(({ value }) => value).sort(byId),
    vouchers: vouchers.map(({ value }) => value),
  };
}

/** Of every series of every entity the numbers are 1, 2, 3 and so on, and every voucher balances. */
export function assertWhole({ sales, vouchers }: BookRows): void {
  const numbers = new Map<string, number[]>();
  const note = (series: string, number: number) => {
    const given = numbers.get(series);
    if (given === undefined) numbers.set(series, [number]);
    else given.push(number);
  };
  for (const { entityId, document } of sales) {
    note(`${entityId} document ${document.series}`, document.number);
  }
  for (const { entityId, series, number } of vouchers) note(`${entityId} ${series}`, number);
  assert(numbers.size > 0);
  for (const [series, given] of numbers) {
    given.sort((a, b) => a - b).forEach((number, i) => assert.equal(number, i + 1, series));
  }
  for (const { entries } of vouchers) {
    assert.equal(entries.reduce((sum, { amountOre }) => sum + amountOre, 0), 0);
  }
}
