// What every network tier must do, whatever it stands on: one suite for all of them.
import assert from "node:assert/strict";
import { MAX_LOG_RECORDS, type NetworkTier } from "../../../lib/cache/network-tier.ts";

/** A tier under test, seen by two instances. */
export interface TierUnderTest extends AsyncDisposable {
  one: NetworkTier;
  other: NetworkTier;
  /** Epoch milliseconds by the tier's clock. */
  nowMs: () => number;
}

/** A part of the suite. */
export type TierCase = (under: TierUnderTest) => Promise<void>;

const LONG_MS = 3_600_000;

/** Bytes of every value, so that no text encoding bends them. */
export function bytesOf(length: number, from = 0): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, i) => (i * 31 + from) % 256);
}

/** The suite, by what each part says. */
export const TIER_CASES: Readonly<Record<string, TierCase>> = {
  async "an entry of any size and any bytes comes back as it was, in both instances"(
    { one, other, nowMs },
  ) {
    for (const length of [0, 1, 59_999, 60_000, 60_001, 65_536, 700_000]) {
      const entry = bytesOf(length);
      await one.write(`size ${length}`, entry, nowMs() + LONG_MS);
      assert.deepEqual((await other.read(`size ${length}`)).entry, entry, String(length));
    }
    assert.equal((await other.read("nothing")).entry, null);
  },

  async "the later write stands, from large to small and back, and what is removed is gone"(
    { one, other, nowMs },
  ) {
    for (const length of [130_000, 10, 130_001]) {
      await one.write("key", bytesOf(length, length), nowMs() + LONG_MS);
      assert.deepEqual((await other.read("key")).entry, bytesOf(length, length));
    }
    await other.remove("key");
    assert.equal((await one.read("key")).entry, null);
    await other.remove("key");
  },

  async "an entry whose time is over is not given"({ one, other, nowMs }) {
    await one.write("over", bytesOf(10), nowMs() - 1);
    assert.equal((await other.read("over")).entry, null);
  },

  async "records are numbered in one order, which both instances read alike"({ one, other }) {
    const began = await one.head();
    const heads = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : other).append(`record ${i}`)),
    );
    const seqs = heads.map(({ seq }) => seq).sort((a, b) => a - b);
    assert.deepEqual(seqs, Array.from({ length: 20 }, (_, i) => began.seq + i + 1));
    assert(heads.every(({ epoch }) => epoch === began.epoch));
    const records = await other.since(began.seq);
    assert.deepEqual(records, await one.since(began.seq));
    assert.deepEqual(records.map(({ seq }) => seq), seqs);
    for (const [i, { seq }] of heads.entries()) {
      assert.equal(records.find((one) => one.seq === seq)?.text, `record ${i}`);
    }
    assert.deepEqual(await one.since(seqs.at(-1) ?? 0), []);
  },

  async "what was acknowledged is in every head that is read after it"({ one, other }) {
    for (let i = 0; i < 50; i++) {
      const { seq } = await one.append("said");
      assert.equal((await other.head()).seq, seq);
      assert.equal((await other.read("key")).head.seq, seq);
    }
  },

  async "the log keeps its newest records, and a reader that is behind them sees the gap"(
    { one, other },
  ) {
    const began = await one.head();
    // Few of them: that the oldest go is told by the first number alone.
    for (let i = 0; i < 3; i++) await one.append(`record ${i}`);
    const records = await other.since(began.seq);
    assert(records.length <= MAX_LOG_RECORDS);
    assert.equal(records[0]?.seq, began.seq + 1);
  },
};

/** Runs all parts on tiers that `open` makes. */
export function testTier(
  name: string,
  open: () => Promise<TierUnderTest>,
  { ignore = false }: { ignore?: boolean } = {},
): void {
  for (const [title, run] of Object.entries(TIER_CASES)) {
    Deno.test({
      name: `${name}: ${title}`,
      ignore,
      async fn() {
        await using under = await open();
        await run(under);
      },
    });
  }
}
