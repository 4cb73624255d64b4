// What the payment page shows: the ride that is held, the ways to pay that are offered, and what the provider's script needs.
import type { BookingStore } from "../../../booking/booking-store.ts";
import { previewCancellation } from "../../../booking/cancellation-rules.ts";
import { findBookingByLink } from "../../../booking/find-booking.ts";
import { type SeenBooking, seenByLink } from "../../../booking/seen-booking.ts";
import type { CancellationPreview } from "../../../booking/cancellation-rules.ts";
import { missingOre, payablePayment } from "../../../checkout/checkout-rules.ts";
import type { OfferDeps } from "../../../checkout/offered-methods.ts";
import { payableMethods } from "../../../checkout/payable-methods.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import { type BuyerValues, buyerValues } from "../../../invoicing/buyer-form.ts";
import { GatewayError } from "../../../errors/gateway-error.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { localDate } from "../../../kernel/wall-time.ts";
import { beginPaying, type PayDeps } from "../../../payments/open-payment.ts";
import { isPrepaid, type PaymentMethod } from "../../../payments/payment-method.ts";
import type { Payment, PaymentId } from "../../../payments/payment.ts";
import type { PayingSecret, ProviderPage } from "../../../payments/payment-provider.ts";

/** Everything of the page but the language. */
export interface PayPageData {
  booking: SeenBooking;
  /** What is to be paid, in öre: the price, or what is missing of it. */
  dueOre: number;
  /** Until when the car is held for whoever pays, an instant; null where it is theirs. */
  until: string | null;
  link: string;
  /** The payment that is open for it; null before one is chosen. */
  paymentId: PaymentId | null;
  methods: readonly PaymentMethod[];
  chosen: PaymentMethod;
  /** What the fields of a card need; null without them. */
  card: PayingSecret & { page: Pick<ProviderPage, "publishableKey" | "scriptUrl"> } | null;
  /** When a card that is saved now is asked for the price, an instant; null where that is done at once. */
  authoriseAt: string | null;
  /** Why the last try came to nothing. */
  problem: "declined" | "not-finished" | "down" | "invoice-refused" | null;
  /** Who an invoice would go to, as it was typed. */
  buyer: { values: BuyerValues; errors: readonly FieldError[]; hasPeople: boolean };
  cancellation: CancellationPreview;
  nowMs: number;
  today: string;
}

/** Properties of the page and of its parts. */
export interface PayPageProps extends PayPageData {
  locale: Locale;
}

/** What making it needs. */
export type PayPageDeps = PayDeps & OfferDeps & {
  bookings: BookingStore;
  linkKey: CryptoKey;
};

/** A form that came back: what was sent with it, and what is wrong. */
export interface SentPayForm {
  fields: ReadonlyMap<string, string>;
  errors?: readonly FieldError[];
  problem?: PayPageData["problem"];
}

/** The page of a booking of whose money some is missing, as the provider says it stands; null for any other. */
export async function payPageData(
  deps: PayPageDeps,
  link: string,
  sent: SentPayForm = { fields: new Map() },
): Promise<PayPageData | null> {
  const { id } = (await findBookingByLink(deps, link)).booking;
  const payment = payablePayment(await deps.payments.ofBooking(id));
  const asked = await askProvider(deps, payment);
  // Asking may have confirmed it.
  const after = (await findBookingByLink(deps, link)).booking;
  const dueOre = missingOre(await deps.payments.ofBooking(id), after);
  if (dueOre === 0) return null;
  const booking = seenByLink(after, false);
  const now = deps.clock.now();
  const nowMs = now.epochMilliseconds;
  const methods = await payableMethods(deps, booking, dueOre, nowMs);
  const wanted = sent.fields.get("method") ?? payment?.method ?? booking.payment.method;
  const chosen = methods.find((method) => method === wanted) ?? methods[0] ?? "car";
  const page = deps.paymentProvider?.page;
  const card = asked.secret === null || page === undefined ? null : { ...asked.secret, page };
  const problem = sent.problem ?? asked.problem;
  return {
    ...{ booking, link, dueOre, methods, chosen, problem, nowMs },
    paymentId: payment?.id ?? null,
    until: booking.status === "awaiting-payment" ? booking.until : null,
    today: localDate(now),
    buyer: {
      values: buyerValues(sent.fields),
      errors: sent.errors ?? [],
      hasPeople: deps.config.invoiceFor === "all",
    },
    card: payment?.method === "card" ? card : null,
    authoriseAt: laterAt(payment, nowMs),
    cancellation: previewCancellation(booking, nowMs),
  };
}

function laterAt(payment: Payment | null, nowMs: number): string | null {
  const at = payment?.authoriseAt ?? null;
  return at !== null && Date.parse(at) > nowMs ? at : null;
}

async function askProvider(
  deps: PayDeps,
  payment: Payment | null,
): Promise<{ secret: PayingSecret | null; problem: PayPageData["problem"] }> {
  if (payment === null || !isPrepaid(payment.method)) return { secret: null, problem: null };
  try {
    const secret = await beginPaying(deps, payment.id);
    const after = (await deps.payments.get(payment.id))?.payment;
    return { secret, problem: problemOf(after) };
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return { secret: null, problem: "down" };
  }
}

function problemOf(payment: Payment | undefined): PayPageData["problem"] {
  if (payment === undefined) return null;
  if (payment.status === "needs-action") return "not-finished";
  return payment.failure === null ? null : "declined";
}
