// The family of browsers that follow bookings.
import { subjectOfBooking } from "../booking/booking-subject.ts";
import { family } from "../kv/family.ts";
import { ERASED_TEXT } from "../security/sealed-text.ts";
import { subscriptionsShape } from "./push-shapes.ts";
import { type BookingSubscriptions, LONGEST_FOLLOWED_MS } from "./subscription.ts";

/** Families of this room. */
export const pushKeys = {
  subscriptions: family<[booking: string], BookingSubscriptions>("pushSubscriptions", {
    privacy: "C4",
    subject: "customer",
    kept: { until: "expiry", atMostMs: LONGEST_FOLLOWED_MS },
    endsMs: ({ endsAt }) => Date.parse(endsAt),
    sealed: {
      fields: ["sealed"],
      subject: (_, [, id]) => subjectOfBooking(String(id)),
      erased: { sealed: ERASED_TEXT },
    },
    shape: subscriptionsShape,
  }),
} as const;
