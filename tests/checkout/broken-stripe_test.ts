// Stripe breaks in each of the ways of the fault matrix while somebody opens the payment, comes back, or the ride is settled: once it
// is well again the ride is confirmed, driven and paid exactly once.
import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { advancePayment } from "../../lib/payments/advance-payment.ts";
import { beginPaying } from "../../lib/payments/open-payment.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { startLocalStripe } from "../../scripts/local-stripe/server.ts";
import { drives, holds, paymentOf, settles } from "../support/checkout.ts";
import { type Fault, FAULTS, faultyProxy } from "../support/faulty-proxy.ts";
import { keptLog } from "../support/kept-log.ts";
import { TEST_NOW, testServices } from "../support/services.ts";
import { pays, stripeEnvironment } from "../support/stripe.ts";

const MOMENTS = ["opening", "coming back", "settling"] as const;
type Moment = typeof MOMENTS[number];

/** Of a hundred payments so many end as they should, whatever Stripe does. */
const WANTED = 0.99;

Deno.test("while Stripe breaks in any of eight ways at any moment no payment is lost or doubled once it is well", async () => {
  const failed: string[] = [];
  for (const fault of FAULTS) {
    for (const moment of MOMENTS) {
      const problem = await paysThrough(fault, moment);
      if (problem !== null) failed.push(`${fault} while ${moment}: ${problem}`);
    }
  }
  const all = FAULTS.length * MOMENTS.length;
  assert((all - failed.length) / all >= WANTED, failed.join("\n"));
});

/** Null when all is well at the end, or what is not. */
async function paysThrough(fault: Fault, moment: Moment): Promise<string | null> {
  const clock = manualClock(TEST_NOW);
  const now = () => clock.now().epochMilliseconds;
  const deadlines = new Set<AbortController>();
  await using stripe = startLocalStripe({ now });
  await using proxy = faultyProxy(Number(new URL(stripe.url).port), () => {
    for (const one of deadlines) one.abort();
  });
  const dependencies = new Dependencies({
    ...{ log: keptLog().log, clock, now },
    deadline() {
      const one = new AbortController();
      deadlines.add(one);
      return one.signal;
    },
  });
  await using test = await testServices({
    environment: stripeEnvironment(proxy.origin),
    parts: { clock, dependencies },
  });
  const { services } = test;
  const product = {
    ...{ stripe, test, services, clock },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  /** Twice while it is broken, at its moment, and once when it is well. */
  const through = async (at: Moment, act: () => Promise<unknown>) => {
    if (at === moment) {
      proxy.turn(fault);
      for (let tries = 0; tries < 2; tries++) await unlessRefused(act);
      proxy.turn("well");
      clock.advance({ minutes: 2 });
    }
    await act();
  };
  const held = await holds(product);
  const { id } = await paymentOf(product, held);
  await through("opening", () => beginPaying(services, id));
  assert(await pays(product, id));
  await through("coming back", () => advancePayment(services, id));
  await drives(product, held.booking.id, () => through("settling", () => settles(product)));
  clock.advance({ minutes: 11 });
  await settles(product);
  const takenOre = [...stripe.books.charges.values()].map((charge) => charge.amount_captured);
  const { totalOre } = held.booking.trip;
  return takenOre.length === 1 && takenOre[0] === totalOre ? null : `${takenOre} of ${totalOre}`;
}

async function unlessRefused(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
  }
}
