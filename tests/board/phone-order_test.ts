import assert from "node:assert/strict";
import { emptyOrder } from "../../lib/board/phone-order-form.ts";
import { bookOrder, lookAtOrder } from "../../lib/board/phone-order.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

Deno.test("the last car of a class, booked by another while a price is read out, is said to be gone", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session: operator } = await anOperator(services, "Sara Lindh");
  const orders = [];
  const vans = (await services.fleet.vehiclesOfClass("van")).length;
  for (let caller = 0; caller <= vans; caller++) {
    const values = {
      ...emptyOrder(services.clock.now(), `key-of-caller-number-${caller}`),
      phone: `+4670174061${caller}`,
      name: "Karin Nyström",
      from: "Göteborg Landvetter flygplats",
      to: "Drottningtorget 2",
      when: "imorgon 5.10",
      date: "2026-11-24",
      time: "05:10",
      passengers: "6",
    };
    const { price } = await lookAtOrder(services, operator, { values, locale: "sv" });
    assert.ok(price !== null && price.chosen === "van");
    orders.push({ ...values, quoteId: price.quote.id, readClass: price.chosen });
  }
  const answers = await Promise.all(
    orders.map((values) => bookOrder(services, operator, { values, locale: "sv" })),
  );
  const refused = answers.flatMap((answer) => answer.ok ? [] : [answer.data.problem]);
  assert.deepEqual(refused, ["noCar"]);
  const [lost] = answers.flatMap((answer) => answer.ok ? [] : [answer.data]);
  assert.equal(lost?.price?.availability.get("van")?.kind, "later");
});
