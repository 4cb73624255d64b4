import assert from "node:assert/strict";
import { repriceTrip } from "../../lib/pricing/reprice-trip.ts";
import { refusal } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";
import { aQuote, aTrip } from "../support/trips.ts";

Deno.test("an unchanged trip costs what its quote said, in each class, with the way that was priced or one found anew", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services);
  for (const option of quote.options) {
    for (const route of [quote.route, null]) {
      const { vehicleClass } = option;
      const { tariffVersion } = quote;
      const terms = { vehicleClass, tariffVersion, feeEdition: null, route };
      const priced = await repriceTrip(test.services, quote.trip, terms);
      assert.deepEqual(priced.options, [option]);
      assert.deepEqual(priced.route, quote.route);
      assert.deepEqual(priced.trip, quote.trip);
      assert.equal(priced.tariffVersion, tariffVersion);
    }
  }
});

Deno.test("a party without room in the class and a tariff that is gone are refused", async () => {
  await using test = await testServices();
  const price = (trip: Parameters<typeof aTrip>[0], tariffVersion: string | null) =>
    repriceTrip(test.services, aTrip(trip), {
      ...{ vehicleClass: "standard", tariffVersion, feeEdition: null, route: null },
    });
  await refusal(price({ passengers: 5 }, null), "no-class-fits");
  await refusal(price({ bags: 4 }, null), "no-class-fits");
  await refusal(price({ wheelchairs: 1 }, null), "no-class-fits");
  const seats = { childSeats: 3, pets: 0, extraLuggage: 0 };
  await refusal(price({ extras: seats }, null), "no-class-fits");
  const { details } = await refusal(price({}, "1999-01-01.1"), "no-tariff");
  assert.deepEqual(details, { date: "2026-11-24" });
});
