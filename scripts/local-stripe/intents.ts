// Intents as Stripe moves them: docs.stripe.com/payments/paymentintents/lifecycle.
import type { Books } from "./books.ts";
import { TEST_CARDS, TEST_METHODS } from "./cards.ts";
import { type FormFields, listOf, textOf, textsOf } from "./form-body.ts";
import { moveIn } from "./movements.ts";
import {
  type Charge,
  type Intent,
  invalid,
  type Method,
  type StripeErrorBody,
  StripeRefusal,
} from "./objects.ts";

/** How long a card is held for, in seconds: docs.stripe.com/payments/place-a-hold-on-a-payment-method. */
const HELD_SECONDS = 7 * 24 * 60 * 60;

/** Opens one; confirms it when that is asked. */
export function createIntent(books: Books, fields: FormFields): Intent {
  const amount = Number(textOf(fields, "amount"));
  if (!Number.isSafeInteger(amount) || amount < 1) {
    throw invalid("parameter_invalid_integer", "Invalid integer: amount");
  }
  const types = listOf(fields, "allowed_payment_method_types");
  const id = books.id("pi");
  const intent: Intent = {
    ...{ id, object: "payment_intent", created: books.now(), amount, amount_capturable: 0 },
    ...{ amount_received: 0, currency: textOf(fields, "currency") ?? "sek" },
    capture_method: textOf(fields, "capture_method") === "manual" ? "manual" : "automatic_async",
    client_secret: `${id}_secret_${books.id("s")}`,
    customer: textOf(fields, "customer") ?? null,
    ...{ latest_charge: null, last_payment_error: null, livemode: false },
    metadata: textsOf(fields, "metadata"),
    ...{ next_action: null, payment_method: null },
    payment_method_types: types.length === 0 ? ["card"] : types,
    setup_future_usage: textOf(fields, "setup_future_usage") ?? null,
    status: "requires_payment_method",
  };
  books.intents.set(id, intent);
  books.tell("payment_intent.created", intent);
  return textOf(fields, "confirm") === "true" ? confirmIntent(books, intent, fields) : intent;
}

/** Whoever pays, or we for them, wants it. Refuses with 402 when the card is refused. */
export function confirmIntent(books: Books, intent: Intent, fields: FormFields): Intent {
  const payable = ["requires_payment_method", "requires_confirmation", "requires_action"];
  if (!payable.includes(intent.status)) throw unexpected(intent, "confirm");
  const method = methodFor(books, intent, fields);
  const isAlone = textOf(fields, "off_session") === "true";
  intent.payment_method = method.id;
  intent.last_payment_error = null;
  if (method.type === "swish") return askSwish(books, intent, textOf(fields, "return_url") ?? "");
  const { decline, threeDs, declinesAfterSaving } = deedOf(books, method.id);
  const isSaved = method.customer !== null;
  if (decline !== undefined) throw refuse(books, intent, decline);
  if (declinesAfterSaving && isAlone) {
    throw refuse(books, intent, { code: "card_declined", decline_code: "generic_decline" });
  }
  if (threeDs === "always" || (threeDs === "unless-saved" && !isSaved)) {
    if (isAlone) {
      const decline_code = "authentication_required";
      throw refuse(books, intent, { code: "authentication_required", decline_code });
    }
    return askBank(books, intent, textOf(fields, "return_url") ?? "");
  }
  return succeed(books, intent);
}

/** What the page of the bank or of Swish says. */
export function answerAction(books: Books, intent: Intent, isPaid: boolean): Intent {
  if (intent.status !== "requires_action") return intent;
  intent.next_action = null;
  if (isPaid) return succeed(books, intent);
  const isSwish = intent.payment_method_types.includes("swish");
  fail(books, intent, {
    ...{ type: "card_error", message: "Authentication failed" },
    code: isSwish
      ? "payment_intent_payment_attempt_failed"
      : "payment_intent_authentication_failure",
  });
  return intent;
}

/** Takes what was authorised, or a part; the rest is let go. */
export function captureIntent(books: Books, intent: Intent, fields: FormFields): Intent {
  if (intent.status !== "requires_capture") throw unexpected(intent, "capture");
  const amount = Number(textOf(fields, "amount_to_capture") ?? intent.amount_capturable);
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > intent.amount_capturable) {
    throw invalid("amount_too_large", "The amount to capture is not within what is authorised");
  }
  take(books, intent, amount);
  return intent;
}

/** Lets go of it. */
export function cancelIntent(books: Books, intent: Intent): Intent {
  if (intent.status === "succeeded" || intent.status === "canceled") {
    throw unexpected(intent, "cancel");
  }
  const charge = chargeOf(books, intent);
  if (charge !== undefined && !charge.captured) charge.refunded = true;
  Object.assign(intent, { status: "canceled", amount_capturable: 0, next_action: null });
  books.tell("payment_intent.canceled", intent);
  return intent;
}

/** One as it is now: what is held ends by itself after its days. */
export function intentNow(books: Books, id: string): Intent {
  const intent = books.get(books.intents, id);
  const until = chargeOf(books, intent)?.payment_method_details.card?.capture_before ?? Infinity;
  const isOver = intent.status === "requires_capture" && until <= books.now();
  return isOver ? cancelIntent(books, intent) : intent;
}

/** What a method's number does. */
export function deedOf(books: Books, methodId: string) {
  return TEST_CARDS[books.numbers.get(methodId) ?? ""] ?? { brand: "visa" };
}

/** The method a request names; those Stripe has for tests are made when they are used. */
export function methodOf(books: Books, id: string): Method {
  const number = TEST_METHODS[id];
  return number === undefined ? books.get(books.methods, id) : addCard(books, number);
}

/** A card somebody typed: its last four digits stay. */
export function addCard(books: Books, number: string): Method {
  const { brand } = TEST_CARDS[number] ?? { brand: "visa" };
  const method: Method = {
    ...{ id: books.id("pm"), object: "payment_method", created: books.now(), type: "card" },
    ...{ customer: null, card: { last4: number.slice(-4), brand } },
  };
  books.methods.set(method.id, method);
  if (number in TEST_CARDS) books.numbers.set(method.id, number);
  return method;
}

function methodFor(books: Books, intent: Intent, fields: FormFields): Method {
  const data = fields["payment_method_data"];
  const isSwish = typeof data === "object" && !Array.isArray(data) && data["type"] === "swish";
  if (isSwish) {
    const method: Method = {
      ...{ id: books.id("pm"), object: "payment_method", created: books.now() },
      ...{ type: "swish", customer: null },
    };
    books.methods.set(method.id, method);
    return method;
  }
  const id = textOf(fields, "payment_method") ?? intent.payment_method;
  if (id === null) throw invalid("parameter_missing", "You must provide a payment method");
  return methodOf(books, id);
}

function askBank(books: Books, intent: Intent, returnUrl: string): Intent {
  const url = `${books.url}/3ds/${intent.id}`;
  return ask(books, intent, {
    ...{ type: "redirect_to_url", redirect_to_url: { url, return_url: returnUrl } },
  });
}

function askSwish(books: Books, intent: Intent, returnUrl: string): Intent {
  const url = `${books.url}/swish/${intent.id}?return_url=${encodeURIComponent(returnUrl)}`;
  return ask(books, intent, {
    type: "swish_handle_redirect_or_display_qr_code",
    redirect_to_url: { url, return_url: returnUrl },
    swish_handle_redirect_or_display_qr_code: {
      ...{ hosted_instructions_url: url, mobile_auth_url: url, qr_code: { data: url } },
    },
  });
}

function ask(books: Books, intent: Intent, next_action: Intent["next_action"]): Intent {
  Object.assign(intent, { status: "requires_action", next_action });
  books.tell("payment_intent.requires_action", intent);
  return intent;
}

function succeed(books: Books, intent: Intent): Intent {
  const isHeld = intent.capture_method === "manual";
  const method = books.get(books.methods, intent.payment_method ?? "");
  const { card, type } = method;
  const charge: Charge = {
    ...{ id: books.id("ch"), object: "charge", created: books.now(), amount: intent.amount },
    ...{ amount_captured: 0, amount_refunded: 0, captured: false, currency: intent.currency },
    ...{ customer: intent.customer, disputed: false, metadata: { ...intent.metadata } },
    payment_intent: intent.id,
    payment_method_details: card === undefined
      ? { type }
      : { type, card: { last4: card.last4, capture_before: books.now() + HELD_SECONDS } },
    ...{ refunded: false, status: "succeeded" },
  };
  books.charges.set(charge.id, charge);
  intent.latest_charge = charge.id;
  if (intent.setup_future_usage !== null) method.customer = intent.customer;
  if (!isHeld) {
    take(books, intent, intent.amount);
    return intent;
  }
  Object.assign(intent, { status: "requires_capture", amount_capturable: intent.amount });
  books.tell("payment_intent.amount_capturable_updated", intent);
  return intent;
}

function take(books: Books, intent: Intent, amount: number): void {
  const charge = chargeOf(books, intent);
  if (charge !== undefined) {
    Object.assign(charge, { captured: true, amount_captured: amount });
    moveIn(books, charge);
  }
  Object.assign(intent, { status: "succeeded", amount_received: amount, amount_capturable: 0 });
  books.tell("charge.succeeded", charge);
  books.tell("payment_intent.succeeded", intent);
}

function refuse(
  books: Books,
  intent: Intent,
  { code, decline_code }: { code: string; decline_code?: string },
): StripeRefusal {
  const error: StripeErrorBody = {
    ...{ type: "card_error", code, message: "Your card was declined." },
    ...(decline_code === undefined ? {} : { decline_code }),
  };
  fail(books, intent, error);
  return new StripeRefusal(402, { ...error, payment_intent: structuredClone(intent) });
}

function fail(books: Books, intent: Intent, error: StripeErrorBody): void {
  Object.assign(intent, {
    ...{ status: "requires_payment_method", last_payment_error: error, payment_method: null },
  });
  books.tell("payment_intent.payment_failed", intent);
}

function chargeOf(books: Books, { latest_charge }: Intent): Charge | undefined {
  return latest_charge === null ? undefined : books.charges.get(latest_charge);
}

function unexpected({ status }: Intent, action: string): StripeRefusal {
  return invalid(
    "payment_intent_unexpected_state",
    `You cannot ${action} this PaymentIntent because it has a status of ${status}.`,
  );
}
