// What people do about a ride that is paid beforehand: they book, open the page in as many tabs as they like, pay there or on a
// page of the provider's, are refused, try again, move the ride, call it off, are driven or are not there.
import type { Booking, BookingId } from "../../../lib/booking/booking.ts";
import { cancelBooking } from "../../../lib/booking/cancel-booking.ts";
import { previewCancellation } from "../../../lib/booking/cancellation-rules.ts";
import { changeBooking, type OperatorCommand } from "../../../lib/booking/change-booking.ts";
import { createBooking } from "../../../lib/booking/create-booking.ts";
import { quoteReschedule, rescheduleBooking } from "../../../lib/booking/reschedule-booking.ts";
import { choosePayment } from "../../../lib/checkout/choose-payment.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import { driverId } from "../../../lib/fleet/vehicle.ts";
import { readWallTime } from "../../../lib/kernel/wall-time.ts";
import { refundPayment } from "../../../lib/payments/change-payment.ts";
import { openPayingPage } from "../../../lib/payments/open-payment.ts";
import type { PaymentMethod } from "../../../lib/payments/payment-method.ts";
import { takeEvent } from "../../../lib/payments/take-event.ts";
import type { QuoteId } from "../../../lib/pricing/quote.ts";
import { payPageData } from "../../../lib/ui/customer/pay/pay-page-data.ts";
import { signatureOf } from "../../../scripts/local-stripe/webhooks.ts";
import type { StripeEvent } from "../../../scripts/local-stripe/objects.ts";
import { LOCAL_KEYS } from "../../../scripts/local-stripe/server.ts";
import { aQuote, MAJA } from "../trips.ts";

/** Somebody who books one ride; what they hold in their hands. */
export interface Person {
  readonly key: string;
  readonly phone: string;
  readonly wallTime: string;
  method: PaymentMethod;
  quoteId: QuoteId | null;
  bookingId: BookingId | null;
  link: string;
  /** What their tabs could still pay: intents and saved cards under way, by the provider's ids. */
  tabs: string[];
  /** Pages of the provider's own that they have opened. */
  pages: string[];
}

const OPERATOR = { kind: "operator", id: null, name: "Sara" } as const;

/** Buys the ride, the same purchase however often it is sent. */
export async function books(services: Services, person: Person): Promise<void> {
  const { key: idempotencyKey, method, phone, wallTime } = person;
  const quoteId = person.quoteId ??= (await aQuote(services, { wallTime })).id;
  const { booking, link } = await createBooking(services, {
    ...{ quoteId, vehicleClass: "standard", contact: { ...MAJA, phone }, flightNumber: "" },
    ...{ note: "", locale: "sv", method, idempotencyKey },
  });
  Object.assign(person, { bookingId: booking.id, link });
}

/** Opens the payment page, or comes back to it. */
export async function visits(services: Services, person: Person): Promise<void> {
  const data = await payPageData(services, person.link);
  const secret = data?.card?.clientSecret;
  if (secret !== undefined) person.tabs.push(secret.split("_secret_")[0] ?? "");
}

/** Chooses a way to pay, and goes to the provider's own page for it. */
export async function chooses(services: Services, person: Person, method: PaymentMethod) {
  const { payment } = await choosePayment(services, { link: person.link, method });
  if (payment === null || method === "car") return;
  const here = `https://a.example/${person.key}`;
  const wanted = { doneUrl: here, backUrl: here, locale: "sv", what: "a ride" } as const;
  const url = await openPayingPage(services, payment.id, wanted);
  person.pages.push(url);
}

/** Moves the ride to another time of the same person's. */
export async function moves(services: Services, { link }: Person, wallTime: string) {
  const pickup = readWallTime(wallTime);
  if (pickup.kind !== "one") throw new RangeError(wallTime);
  const { id: quoteId } = await quoteReschedule(services, { link, pickup: pickup.pickup });
  await rescheduleBooking(services, { link, quoteId });
}

/** Calls it off for what it costs at that moment. */
export async function callsOff(services: Services, person: Person): Promise<void> {
  const booking = await bookingOf(services, person);
  if (booking === null) return;
  const nowMs = services.clock.now().epochMilliseconds;
  const { feeOre: expectedFeeOre } = previewCancellation(booking, nowMs);
  await cancelBooking(services, { link: person.link, reason: "", expectedFeeOre });
}

/** Goes one step on with the ride; false when there is none. */
export async function driveOn(
  services: Services,
  person: Pick<Person, "bookingId">,
  end: "complete" | "mark-no-show",
): Promise<boolean> {
  const booking = await bookingOf(services, person);
  const command = booking === null ? null : nextCommand(booking, end);
  if (booking === null || command === null) return false;
  const { id: bookingId, version: expectedVersion } = booking;
  await changeBooking(services, { bookingId, command, actor: OPERATOR, expectedVersion });
  return true;
}

/** Gives some of it back as goodwill, if any of it is there. */
export async function givesBack(services: Services, person: Person, amountOre: number) {
  if (person.bookingId === null) return;
  const payments = await services.payments.ofBooking(person.bookingId);
  const captured = payments.find(({ status }) => status === "captured");
  if (captured === undefined) return;
  const { id: paymentId } = captured;
  await refundPayment(services, { paymentId, amountOre, reason: "goodwill", by: "operator" });
}

/** Stripe posts an event. */
export async function posts(services: Services, event: StripeEvent): Promise<void> {
  const body = JSON.stringify(event);
  const seconds = Math.floor(services.clock.now().epochMilliseconds / 1000);
  const signature = await signatureOf(body, LOCAL_KEYS.webhookSecret, seconds);
  await takeEvent(services, body, signature);
}

/** The booking as it stands; null before there is one. */
export async function bookingOf(
  services: Services,
  { bookingId }: Pick<Person, "bookingId">,
): Promise<Booking | null> {
  if (bookingId === null) return null;
  return (await services.bookings.get(bookingId))?.booking ?? null;
}

function nextCommand(
  { status, reservation }: Booking,
  end: "complete" | "mark-no-show",
): OperatorCommand | null {
  switch (status) {
    case "confirmed":
      return {
        ...{ type: "assign", driverId: driverId(reservation.vehicleId.replace("V", "D")) },
      };
    case "assigned":
      return { type: "depart" };
    case "en-route":
      return { type: "arrive" };
    case "arrived":
      return { type: end === "complete" ? "board" : end };
    case "on-board":
      return { type: "complete" };
    default:
      return null;
  }
}
