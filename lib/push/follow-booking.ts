// Use cases: a browser follows a booking, or no longer; and all that follow one are told something.
import { z } from "zod";
import { isOver } from "../booking/booking-rules.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { findBookingByLink } from "../booking/find-booking.ts";
import { invalidFields } from "../errors/request-error.ts";
import type { Clock } from "../kernel/clock.ts";
import type { PushHandling, SendPush } from "./push-gateway.ts";
import { isPushService } from "./push-service-rules.ts";
import type { PushStore } from "./push-store.ts";
import { FOLLOWED_MS, type PushContent, type PushOutcome } from "./subscription.ts";

/** What a browser sends of itself, and whether it wants to be told. */
export const followInput = z.object({
  endpoint: z.string().max(1_000),
  p256dh: z.string().regex(/^[\w-]{87}=?$/),
  auth: z.string().regex(/^[\w-]{22}(==)?$/),
  isWanted: z.boolean(),
});

/** What following needs. */
export interface FollowDeps {
  pushStore: PushStore;
  bookings: BookingStore;
  linkKey: CryptoKey;
  config: { openHosts: readonly string[] };
}

/**
 * A browser wants to be told of the booking of a link, or no more. Of a ride that is over there is nothing to tell. Throws
 * DomainError("link-invalid"), and RequestError for an address that is none of a known push service.
 */
export async function followBooking(
  deps: FollowDeps,
  link: string,
  { isWanted, ...subscription }: z.infer<typeof followInput>,
): Promise<void> {
  const { booking } = await findBookingByLink(deps, link);
  if (!isWanted) return await deps.pushStore.remove(booking.id, subscription.endpoint);
  if (!isPushService(subscription.endpoint, deps.config.openHosts)) {
    throw invalidFields([{ field: "endpoint", code: "not-an-option" }]);
  }
  if (isOver(booking.status)) return;
  const endsMs = Date.parse(booking.trip.pickup.instant) + FOLLOWED_MS;
  await deps.pushStore.add(booking.id, subscription, new Date(endsMs).toISOString());
}

/** What telling needs. */
export interface TellFollowersDeps {
  pushStore: PushStore;
  sendPush: SendPush;
  clock: Clock;
}

/** What came of telling all of them: sent when one has it, gone when none is left. */
export async function tellFollowers(
  { pushStore, sendPush }: TellFollowersDeps,
  bookingId: string,
  content: PushContent,
  handling: PushHandling,
): Promise<PushOutcome> {
  const outcomes: PushOutcome[] = [];
  for (const subscription of await pushStore.list(bookingId)) {
    const outcome = await sendPush(subscription, content, handling);
    if (outcome === "gone") await pushStore.remove(bookingId, subscription.endpoint);
    outcomes.push(outcome);
  }
  return (["sent", "later", "refused"] as const).find((one) => outcomes.includes(one)) ?? "gone";
}
