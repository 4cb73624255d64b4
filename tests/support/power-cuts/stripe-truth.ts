// Holds what the product says of bookings against the local Stripe's own books, which know nothing of it: what was taken, from
// whom, for which booking, and who could still pay. It shares no rule of the product's.
import assert from "node:assert/strict";
import type { Booking } from "../../../lib/booking/booking.ts";
import { bookingKeys } from "../../../lib/booking/keys.ts";
import type { Voucher } from "../../../lib/bookkeeping/voucher.ts";
import { kvKeys } from "../../../lib/kv/keys.ts";
import type { Database } from "../../../lib/kv/open.ts";
import type { Books } from "../../../scripts/local-stripe/books.ts";
import type { Intent } from "../../../scripts/local-stripe/objects.ts";
import { auditBookings } from "../booking-audit.ts";
import { assertWhole, rowsOf } from "../bookkeeping.ts";

/** Whose money may be ours, and how much of it. */
const OVER = new Set(["completed", "cancelled", "no-show", "expired", "lapsed"]);
const PREPAID = new Set<string>(["card", "swish"]);
/** Where what is taken, by card and by Swish, is until Stripe pays it out. */
const AT_STRIPE = new Set([1580, 1584]);
const PAYABLE = new Set(["requires_payment_method", "requires_confirmation", "requires_action"]);

/** What must be true between any two steps. `confirmed` are those that were seen confirmed before. */
export async function assertAlways(
  db: Pick<Database, "read">,
  books: Books,
  confirmed: Set<string>,
): Promise<void> {
  for (const booking of await allBookings(db)) {
    const { id, status, trip, payment } = booking;
    const intents = intentsOf(books, id);
    const taken = intents.filter(({ amount_received }) => amount_received > 0);
    for (const { capture_method, amount_received } of taken) {
      if (capture_method === "automatic_async") continue;
      assert(OVER.has(status), `${id}: captured while it is ${status}`);
      assert(amount_received <= trip.totalOre, `${id}: captured more than its price`);
    }
    const isSecured = status !== "awaiting-payment" && status !== "lapsed";
    if (!isSecured || confirmed.has(id)) continue;
    confirmed.add(id);
    if (!PREPAID.has(payment.method)) continue;
    const held = intents.some((intent) =>
      intent.amount_capturable >= trip.totalOre || intent.amount_received > 0
    );
    assert(held || hasSavedCard(books, id), `${id}: confirmed and nobody has paid`);
  }
}

/** What must be true once everything is over and nothing is left to be done; `inHands` is what people could pay with. */
export async function assertAtRest(
  db: Database,
  books: Books,
  { nowMs, inHands }: { nowMs: number; inHands: ReadonlySet<string> },
): Promise<void> {
  const bookings = await auditBookings(db);
  for (const booking of bookings) {
    const { id, status } = booking;
    if (status === "awaiting-payment") {
      assert(Date.parse(booking.until) > nowMs, `${id}: its car is held beyond its time`);
    }
    assert(OVER.has(status), `${id}: it is ${status}, not over`);
    assertMoney(booking, books);
    assertNobodyCanPay(booking, books, inHands);
  }
  await assertBooked(db, books);
}

/** So much of a booking is ours at most, and so much unless the bank refused it. */
function assertMoney(booking: Booking, books: Books): void {
  const { id, status } = booking;
  const intents = intentsOf(books, id);
  const net = intents.map((intent) => intent.amount_received - backOf(books, intent));
  const givenOre = [...books.refunds.values()]
    .filter(({ metadata, status }) =>
      metadata.booking === id && metadata.reason === "goodwill" && status !== "failed"
    )
    .reduce((sum, { amount }) => sum + amount, 0);
  const sumOre = net.reduce((sum, one) => sum + one, 0);
  const words = `${id} ${status} by ${booking.payment.method}: ${net.join("+")} öre are ours`;
  const wantedOre = Math.max(0, oursOf(booking) - givenOre);
  // What a ride that was moved costs more is a charge of its own: only together they may be too much.
  assert(sumOre <= wantedOre, `${words}, of ${wantedOre}: charged twice`);
  const isShort = !PREPAID.has(booking.payment.method) || wasRefused(books, id) ||
    wasAskedLess(booking, intents);
  if (!isShort) assert.equal(sumOre, wantedOre, words);
}

function oursOf(booking: Booking): number {
  if (booking.status === "completed") return booking.trip.totalOre;
  if (booking.status === "cancelled") return booking.cancellation.feeOre;
  return booking.status === "no-show" ? booking.feeOre : 0;
}

/**
 * No money of a booking that is over is held, and nobody can pay for it any more unless it is still owed. What a process
 * opened that died before it could say so is in nobody's hands.
 */
function assertNobodyCanPay(
  { id, status }: Booking,
  books: Books,
  inHands: ReadonlySet<string>,
): void {
  const isOwed = wasRefused(books, id);
  for (const intent of intentsOf(books, id)) {
    const words = `${id} ${status}: ${intent.id} is ${intent.status}`;
    assert(intent.status !== "requires_capture", words);
    const isPayable = PAYABLE.has(intent.status) && inHands.has(intent.id);
    assert(isOwed || !isPayable, words);
  }
  for (const session of books.sessions.values()) {
    const isOpen = session.metadata.booking === id && session.status === "open";
    assert(!isOpen || !inHands.has(session.id), `${id} ${status}: ${session.id} is open`);
  }
}

/** Vouchers are whole, and say of what is at Stripe what Stripe says. */
async function assertBooked(db: Database, books: Books): Promise<void> {
  const rows = await rowsOf({ db });
  if (rows.vouchers.length > 0) assertWhole(rows);
  const bookedOre = rows.vouchers.flatMap(({ entries }: Voucher) => entries)
    .filter(({ account }) => AT_STRIPE.has(account))
    .reduce((sum, { amountOre }) => sum + amountOre, 0);
  const atStripeOre = [...books.charges.values()]
    .reduce((sum, charge) => sum + charge.amount_captured - charge.amount_refunded, 0);
  assert.equal(bookedOre, atStripeOre, "what is booked is not what Stripe has");
  const dead = await Array.fromAsync(db.read.list({ prefix: kvKeys.deadJob.prefix }));
  assert.deepEqual(dead.map(({ value }) => value), [], "jobs were given up");
}

function intentsOf({ intents }: Books, bookingId: string): Intent[] {
  return [...intents.values()].filter(({ metadata }) => metadata.booking === bookingId);
}

function backOf({ charges }: Books, { latest_charge }: Intent): number {
  return latest_charge === null ? 0 : charges.get(latest_charge)?.amount_refunded ?? 0;
}

function hasSavedCard({ setups }: Books, bookingId: string): boolean {
  return [...setups.values()].some(({ metadata, status }) =>
    metadata.booking === bookingId && status === "succeeded"
  );
}

/** A bank refused a card that was saved: what becomes of such a ride is for a person to say. */
function wasRefused(books: Books, bookingId: string): boolean {
  return intentsOf(books, bookingId).some(({ metadata, last_payment_error }) =>
    metadata.step !== undefined && last_payment_error !== null
  );
}

/** A ride that was paid with Swish has become dearer since. */
function wasAskedLess({ payment, trip }: Booking, intents: readonly Intent[]): boolean {
  return payment.method === "swish" && intents.every(({ amount }) => amount < trip.totalOre);
}

async function allBookings({ read }: Pick<Database, "read">): Promise<Booking[]> {
  const rows = await Array.fromAsync(read.list<Booking>({ prefix: bookingKeys.booking.prefix }));
  return rows.map(({ value }) => value);
}
