// How a ride is paid, in words that stand with its price: tickets, calendars and mails say the same.
import type { Locale } from "../kernel/locale.ts";
import { formatMoney } from "./format.ts";
import { type Texts, textsFor } from "./texts.ts";

/** What the words depend on. */
export interface PaidRide {
  status: string;
  payment: { method: keyof Texts["booking"]["paidBy"] };
}

/** `Betalas i bilen`; "" while a booking waits for its money: nothing is paid, and another way may still be chosen. */
export function paymentWords(locale: Locale, { status, payment }: PaidRide): string {
  return status === "awaiting-payment" ? "" : textsFor(locale).booking.paidBy[payment.method];
}

/** `495 kr, betalas i bilen`, as part of a sentence. */
export function priceWords(locale: Locale, ride: PaidRide & { totalOre: number }): string {
  const price = formatMoney(locale, ride.totalOre);
  const paid = paymentWords(locale, ride);
  // The first letter alone: Swish is a name.
  return paid === "" ? price : `${price}, ${paid.charAt(0).toLowerCase()}${paid.slice(1)}`;
}
