// The tariff is edited while somebody is paying: what is asked, held, taken and booked is the price they were quoted.
import assert from "node:assert/strict";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import { book, rowsOf } from "../support/bookkeeping.ts";
import { captured, drives, holds, paid, paymentOf } from "../support/checkout.ts";
import { type PaidProduct, paidProduct } from "../support/stripe.ts";
import { aQuote } from "../support/trips.ts";

for (const method of ["card", "swish"] as const) {
  Deno.test(`a tariff edited between quote, booking, payment and ride changes nothing of what is paid by ${method}`, async () => {
    await using product = await paidProduct();
    const quote = await aQuote(product.services);
    const [wanted] = quote.options.filter(({ vehicleClass }) => vehicleClass === "standard");
    await makesDearer(product, 2);
    const held = await holds(product, { quote, method });
    await makesDearer(product, 3);
    const payment = await paid(product, held, method === "swish" ? "swish" : undefined);
    assert.equal(payment.authorisedOre, wanted?.totalOre);
    await makesDearer(product, 4);
    await book(product.services);
    await drives(product, held.booking.id);
    await book(product.services);
    const dearer = await aQuote(product.services, { wallTime: "2026-11-26T10:00" });
    const [now] = dearer.options.filter(({ vehicleClass }) => vehicleClass === "standard");
    assert((now?.totalOre ?? 0) > (wanted?.totalOre ?? 0), "the tariff was edited");
    assert.equal(captured(product), wanted?.totalOre);
    assert.equal((await paymentOf(product, held)).capturedOre, wanted?.totalOre);
    const { sales } = await rowsOf(product.services);
    assert.deepEqual(sales.map(({ totalOre }) => totalOre), [wanted?.totalOre]);
  });
}

/** Another edition of the tariff, from now on. */
async function makesDearer({ services }: PaidProduct, edition: number): Promise<void> {
  const dearer = structuredClone(DEMO_TARIFF_2026);
  dearer.version = `2026-01-01.${edition}`;
  for (const price of dearer.fixedPrices) price.priceOre.standard = 90_000 + edition * 1_000;
  await services.tariffs.save(dearer);
}
