import assert from "node:assert/strict";
import { priceFor, readPrices } from "../../lib/sms/price-rules.ts";

Deno.test("prices are read as kronor a part and a day", () => {
  assert.deepEqual(readPrices("+46=0.52/500, +4790=1/20"), [
    { prefix: "+46", partOre: 52, dayOre: 50_000 },
    { prefix: "+4790", partOre: 100, dayOre: 2_000 },
  ]);
  for (const wrong of ["", "+46", "46=1/2", "+46=1/2;+47=1/2", "+46=1.234/2", "+46=-1/2"]) {
    assert.equal(readPrices(wrong), null, wrong);
  }
});

Deno.test("the longest beginning of a number has its price, and a country nobody listed has none", () => {
  const prices = readPrices("+46=0.52/500,+4670=0.40/100,+1=0.30/10") ?? [];
  assert.equal(priceFor("+46701740612", prices)?.prefix, "+4670");
  assert.equal(priceFor("+46731740612", prices)?.prefix, "+46");
  for (const other of ["+4790123456", "+881612345678", "0701740612", ""]) {
    assert.equal(priceFor(other, prices), null, other);
  }
});
