import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import type { BookingEvent } from "../../../../lib/booking/booking.ts";
import { seenByLink } from "../../../../lib/booking/seen-booking.ts";
import type { FeeTerms } from "../../../../lib/fees/fee-terms.ts";
import type { Locale } from "../../../../lib/kernel/locale.ts";
import type { PaymentMethod } from "../../../../lib/payments/payment-method.ts";
import { MoneyBack, type MoneyBackProps } from "../../../../lib/ui/customer/booking/MoneyBack.tsx";
import { aBookedTrip, aBooking, aConfirmation } from "../../../support/bookings.ts";
import { aRefund } from "../../../support/payments.ts";

const TERMS: FeeTerms = {
  ...{ edition: "2026-11-01", waitMinutes: 10, steps: [] },
  lateness: [{ fromMinutes: 10, amount: { kind: "percent", percent: 10 } }],
};
const trip = { ...aBookedTrip({ totalOre: 54_000 }), terms: TERMS };
const REFUND = aRefund("01KA0000000000000000000R01", 54_000, { status: "succeeded" });

Deno.test("a late car and a refund are said in both languages, with when the money is seen", () => {
  const sv = shown("sv", "card", [REFUND]);
  assert.match(sv, /Bilen kom 14 minuter efter den tid vi lovade\. Du får 54 kr tillbaka\./);
  assert.match(sv, /540 kr tillbaka till ditt kort, syns inom en till två veckor\./);
  const en = shown("en", "card", [REFUND]);
  assert.match(en, /came 14 minutes after the time we promised\. You get SEK\s?54 back\./);
});

Deno.test("what was not paid through us is paid out by a person, and what failed is said to have", () => {
  assert.match(shown("sv", "car", []), /Du ska ha 54 kr tillbaka\. Ring /);
  const failed = [aRefund(REFUND.id, 1_000, { status: "failed" })];
  assert.match(shown("sv", "swish", failed), /10 kr gick inte att betala tillbaka\./);
  assert.match(shown("sv", "swish", [REFUND]), /540 kr tillbaka med Swish/);
});

Deno.test("a ride that was in time and cost what it cost says nothing of money", () => {
  const props = { ...propsOf("sv", "card", []), events: [aConfirmation(trip)] };
  assert.equal(renderToString(<MoneyBack {...props} />), "");
});

function shown(locale: Locale, method: PaymentMethod, refunds: MoneyBackProps["refunds"]): string {
  const html = renderToString(<MoneyBack {...propsOf(locale, method, refunds)} />);
  return html.replace(/\u00a0|\u202f/g, " ");
}

function propsOf(
  locale: Locale,
  method: PaymentMethod,
  refunds: MoneyBackProps["refunds"],
): MoneyBackProps {
  const at = new Date(Date.parse(trip.pickup.instant) + 14 * 60_000).toISOString();
  const arrived: BookingEvent = { type: "arrived", at, actor: { kind: "system" } };
  const booking = { ...aBooking("completed", trip), payment: { method } };
  return {
    ...{ locale, refunds, booking: seenByLink(booking, true) },
    events: [aConfirmation(trip), arrived],
  };
}
