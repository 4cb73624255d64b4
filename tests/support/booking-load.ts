// Books, moves and cancels as fast as it can on the database file it is given, with the product's background
// work beside it, and prints each id that was acknowledged, until it is killed. The crash test reads those lines.
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { quoteReschedule, rescheduleBooking } from "../../lib/booking/reschedule-booking.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { startBackgroundWork } from "../../lib/assembly/work.ts";
import { pickupTimeAt } from "../../lib/kernel/wall-time.ts";
import { oneOf, type Random, seeded, wholeBelow } from "./random.ts";
import { testServices } from "./services.ts";
import { aQuote, aStoredBooking, aTrip } from "./trips.ts";

/** Customers at the same time. */
const CUSTOMERS = 8;
const FIRST_PICKUP_MS = Date.parse("2026-11-24T05:00:00Z");
/** Pickups over two months, so that the thirty vehicles are not full at once. */
const SLOTS = 5_000;

if (import.meta.main) {
  const [database = "", seed = "0", isFirst] = Deno.args;
  const { services } = await testServices({ database, existing: isFirst !== "first" });
  const random = seeded(Number(seed));
  console.log("ready");
  void startBackgroundWork(services);
  await Promise.all(Array.from({ length: CUSTOMERS }, () => customer(services, random)));
}

async function customer(services: Services, random: Random): Promise<never> {
  while (true) {
    try {
      await buy(services, random);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

async function buy(services: Services, random: Random): Promise<void> {
  const quote = await aQuote(services, aTrip({ pickup: pickup(random) }));
  const { booking, link } = await aStoredBooking(services, {
    quote,
    vehicleClass: oneOf(random, ["standard", "premium", "van"]),
  });
  console.log(`booked ${booking.id}`);
  const next = random();
  if (next < 0.25) {
    const moved = await quoteReschedule(services, { link, pickup: pickup(random) });
    await rescheduleBooking(services, { link, quoteId: moved.id });
    console.log(`moved ${booking.id} ${moved.id}`);
  } else if (next < 0.5) {
    await cancelBooking(services, { link, reason: "", expectedFeeOre: 0 });
    console.log(`cancelled ${booking.id}`);
  }
}

function pickup(random: Random) {
  const ms = FIRST_PICKUP_MS + wholeBelow(random, SLOTS) * 15 * 60_000;
  return pickupTimeAt(Temporal.Instant.fromEpochMilliseconds(ms));
}
