import assert from "node:assert/strict";
import { bookingKeys } from "../../lib/booking/keys.ts";
import {
  PRICE_PROOF_MONTHS,
  PRICE_QUOTE_THRESHOLDS,
  type PriceQuoteThreshold,
} from "../../lib/pricing/binding-maximum.ts";
import type { Kept } from "../../lib/kv/family.ts";
import { pricingKeys } from "../../lib/pricing/keys.ts";
import { thresholdDue } from "../../lib/pricing/threshold-due.ts";
import { lawWarnings } from "../../scripts/law-due.ts";

const DECIDED: readonly PriceQuoteThreshold[] = PRICE_QUOTE_THRESHOLDS.map((row) => ({
  ...row,
  status: "decided",
}));
const until = (year: number) => DECIDED.filter(({ validUntil }) => validUntil <= `${year}-12-31`);

Deno.test("from 1 October on next year's threshold is due: missing or only expected is told, decided is not", () => {
  assert.deepEqual(thresholdDue("2026-10-01", until(2026)), {
    year: 2027,
    problem: "missing",
    dueOn: "2026-10-01",
  });
  assert.deepEqual(thresholdDue("2026-10-01"), {
    year: 2027,
    problem: "expected",
    dueOn: "2026-10-01",
  });
  assert.equal(thresholdDue("2026-10-01", DECIDED), null);
});

Deno.test("before that nothing is due of next year, but this year's must be there and decided", () => {
  assert.equal(thresholdDue("2026-09-30", until(2026)), null);
  assert.equal(thresholdDue("2027-01-01", until(2026))?.problem, "missing");
  assert.equal(thresholdDue("2027-01-01")?.problem, "expected");
  assert.equal(thresholdDue("2027-09-30", DECIDED), null);
});

Deno.test("every row names its source and is due on 1 October of the year before it", () => {
  for (const { source, dueOn, validUntil } of PRICE_QUOTE_THRESHOLDS) {
    assert.match(source, /SFS|prisbasbelopp/);
    assert.equal(dueOn, `${Number(validUntil.slice(0, 4)) - 1}-10-01`);
  }
});

Deno.test("the gate warns in one line that names year, date and file", () => {
  assert.deepEqual(lawWarnings("2026-09-30"), []);
  const [line] = lawWarnings("2026-11-26");
  assert.match(line ?? "", /2027 is only expected \(due 2026-10-01\).*binding-maximum\.ts/);
  const [missing] = lawWarnings("2027-10-01");
  assert.ok(missing?.includes("2027"), "the year that is under way comes first");
});

Deno.test("what proves a price is kept longer than the law asks: lines and maximum, and the tariff behind them", () => {
  const atLeastMs = PRICE_PROOF_MONTHS * 31 * 24 * 60 * 60 * 1000;
  for (const rows of [bookingKeys.booking, bookingKeys.bookingEvent, pricingKeys.tariff]) {
    const { kept } = rows;
    const isKept = kept.until === "erased" || isBookkeeping(kept) ||
      ("atMostMs" in kept && kept.atMostMs >= atLeastMs);
    assert.ok(isKept, rows.name);
  }
});

function isBookkeeping(kept: Kept): boolean {
  return kept.until === "rule" && kept.rule === "bookkeeping";
}
