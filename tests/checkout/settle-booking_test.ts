// When money follows what became of a ride: not before an operator can no longer take that back.
import assert from "node:assert/strict";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { performCommand } from "../../lib/board/operator-command.ts";
import { actId } from "../../lib/booking/operator-act.ts";
import { undoAct } from "../../lib/booking/undo-act.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { addSettling } from "../../lib/checkout/settle-job.ts";
import { holds, paid, paymentOf, settles } from "../support/checkout.ts";
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
