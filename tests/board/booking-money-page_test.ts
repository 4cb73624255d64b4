// The limit of somebody's roles, what waits for them, and the forms of a booking's money.
import assert from "node:assert/strict";
import { actOnMoney } from "../../lib/board/act-on-money.ts";
import {
  loadBookingMoney,
  lookAtRefund,
  refundValues,
} from "../../lib/board/booking-money-page.ts";
import { loadMoney } from "../../lib/board/money-page.ts";
import { refundLimitOre } from "../../lib/board/refund-limit.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { aDifference } from "../support/differences.ts";
import { anOperator, aPerson } from "../support/operator.ts";
import { aChargedBooking, aProposal } from "../support/proposals.ts";
import { testServices } from "../support/services.ts";

Deno.test("whoever has several roles has the highest limit of them, a role that is not set none", async () => {
  await using test = await testServices();
  const { services } = test;
  const refundLimits = new Map([["admin", 300]]);
  await aPerson(services, "Sam", "dispatcher");
  const [{ session: karin }, { session: sam }] = await Promise.all([
    anOperator(services),
    anOperator(services, "Sam"),
  ]);
  assert.equal(refundLimitOre({ refundLimits }, karin), 30_000);
  assert.equal(refundLimitOre({ refundLimits }, sam), 0);
});

Deno.test("a look says that a second person is needed, and that money paid twice lowers no sale", async () => {
  await using test = await testServices();
  const { services } = test;
  const config = { ...services.config, refundLimits: new Map([["admin", 100]]) };
  const { bookingId, id } = await aChargedBooking(services);
  const { session } = await anOperator(services);
  const looks = (amount: string, reason: string) => {
    const values = refundValues(new Map(Object.entries({ paymentId: id, amount, reason })));
    return lookAtRefund({ ...services, config }, session, { bookingId, values });
  };
  const { preview: small } = await looks("100", "goodwill");
  assert.deepEqual(small, {
    ...{ amountOre: 10_000, paidOre: 40_000, hasCreditNote: true, needsSecond: false },
  });
  const { preview: double } = await looks("100,01", "duplicate");
  assert.deepEqual(double, {
    ...{ amountOre: 10_001, paidOre: 39_999, hasCreditNote: false, needsSecond: true },
  });
});

Deno.test("what waits is told to all who may see it; differences to who sees the books alone", async () => {
  await using test = await testServices();
  const { services } = test;
  await aProposal(services, "Sen bil");
  await aDifference(services);
  await aPerson(services, "Sam", "dispatcher");
  const { session } = await anOperator(services);
  const all = await loadMoney(services, session);
  assert.deepEqual([all.waiting.length, all.differences], [1, 1]);
  const { session: sam } = await anOperator(services, "Sam");
  const some = await loadMoney(services, sam);
  assert.deepEqual([some.waiting.length, some.differences], [1, null]);
});

Deno.test("a form that wants nothing there is is not found, and a page of no booking neither", async () => {
  await using test = await testServices();
  const { services } = test;
  const { bookingId } = await aChargedBooking(services);
  const { session } = await anOperator(services);
  const fields = new Map([["act", "fly"]]);
  await assert.rejects(actOnMoney(services, session, { bookingId, fields }), RequestError);
  await assert.rejects(loadBookingMoney(services, session, "01KA0000000000000000000NO0"));
});
