// When money follows what became of a ride: not before an operator can no longer take that back.
import assert from "node:assert/strict";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { performCommand } from "../../lib/board/operator-command.ts";
import { actId } from "../../lib/booking/operator-act.ts";
import { undoAct } from "../../lib/booking/undo-act.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { addSettling } from "../../lib/checkout/settle-job.ts";
import { settleBooking, type SettleDeps } from "../../lib/checkout/settle-booking.ts";
import { quoteReschedule, rescheduleBooking } from "../../lib/booking/reschedule-booking.ts";
import { readWallTime } from "../../lib/kernel/wall-time.ts";
import { givenBack, holds, moves, paid, paymentOf, settles } from "../support/checkout.ts";
import { paidProduct } from "../support/stripe.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;

Deno.test("a job that was there before settles no cancellation that can still be undone", async () => {
  await using product = await paidProduct();
  const { services, clock } = product;
  const held = await holds(product);
  await paid(product, held);
  const { id } = held.booking;
  // What the customer did a moment ago: nobody takes that back, so that it is looked at without waiting.
  await commitWithRetry(services.db, (tx) => {
    const nowMs = clock.now().epochMilliseconds;
    return Promise.resolve(addSettling(services.jobs, tx, { bookingId: id, act: null }, nowMs));
  });
  const command = { type: "cancel", expectedVersion: 2, reason: "fel", feeOre: 0 } as const;
  const how = { actor: SARA, idempotencyKey: null };
  const act = await performCommand(services, id, command, how);
  await runRoomJobs(services);
  await readRoomFeeds(services);
  assert.equal((await paymentOf(product, held)).wish, null);
  clock.advance({ milliseconds: 9_999 });
  await undoAct(services, { id: actId(act.id), actor: SARA });
  clock.advance({ seconds: 20 });
  await settles(product);
  const { status, wish } = await paymentOf(product, held);
  assert.deepEqual([status, wish], ["authorised", null]);
  const again = await performCommand(services, id, { ...command, expectedVersion: 4 }, how);
  assert.equal(again.outcome, "open");
  clock.advance({ seconds: 10 });
  await settles(product);
  assert.equal((await paymentOf(product, held)).status, "voided");
});

/** Something else happens once the payments of a booking were read. */
function readBefore(deps: SettleDeps, happens: () => Promise<unknown>): SettleDeps {
  let isFirst = true;
  const payments = new Proxy(deps.payments, {
    get(target, asked) {
      const member: unknown = Reflect.get(target, asked);
      if (typeof member !== "function") return member;
      return async (...given: unknown[]) => {
        const answer: unknown = await member.apply(target, given);
        const isTheOne = isFirst && (asked === "ofBooking" || asked === "storedOfBooking");
        if (isTheOne) {
          isFirst = false;
          await happens();
        }
        return answer;
      };
    },
  });
  return { ...deps, payments };
}

Deno.test("a job that has read a cheaper ride, which costs as before when it commits, gives nothing back", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const held = await holds(product, { method: "swish", wallTime: "2026-11-25T23:30" });
  await paid(product, held, "swish");
  const pickup = readWallTime("2026-11-25T10:00");
  assert(pickup.kind === "one");
  const { link } = held;
  const quote = await quoteReschedule(services, { link, pickup: pickup.pickup });
  const cheaper = await rescheduleBooking(services, { link, quoteId: quote.id });
  assert(cheaper.trip.totalOre < held.booking.trip.totalOre);
  const late = readBefore(services, () => moves(product, held, "2026-11-25T23:30"));
  await settleBooking(late, { bookingId: held.booking.id, act: null });
  await settles(product);
  assert.equal(givenBack(product), 0);
});
