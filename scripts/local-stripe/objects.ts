// What the local Stripe holds, in the shapes of Stripe's own objects, as far as the product reads them.

/** Money in; docs.stripe.com/api/payment_intents/object. */
export interface Intent {
  id: string;
  object: "payment_intent";
  created: number;
  amount: number;
  amount_capturable: number;
  amount_received: number;
  currency: string;
  capture_method: "manual" | "automatic_async";
  client_secret: string;
  customer: string | null;
  latest_charge: string | null;
  last_payment_error: StripeErrorBody | null;
  livemode: false;
  metadata: Record<string, string>;
  next_action: NextAction | null;
  payment_method: string | null;
  payment_method_types: string[];
  setup_future_usage: string | null;
  status:
    | "requires_payment_method"
    | "requires_confirmation"
    | "requires_action"
    | "requires_capture"
    | "succeeded"
    | "canceled";
}

/** A card to be saved; docs.stripe.com/api/setup_intents/object. */
export interface Setup {
  id: string;
  object: "setup_intent";
  created: number;
  client_secret: string;
  customer: string | null;
  last_setup_error: StripeErrorBody | null;
  livemode: false;
  metadata: Record<string, string>;
  next_action: NextAction | null;
  payment_method: string | null;
  payment_method_types: string[];
  status: "requires_payment_method" | "requires_action" | "succeeded" | "canceled";
}

/** What whoever pays must do first: a page of their bank, or of Swish. */
export interface NextAction {
  type: "redirect_to_url" | "swish_handle_redirect_or_display_qr_code";
  redirect_to_url?: { url: string; return_url: string };
  swish_handle_redirect_or_display_qr_code?: {
    hosted_instructions_url: string;
    mobile_auth_url: string;
    qr_code: { data: string };
  };
}

/** Money that was authorised or taken. */
export interface Charge {
  id: string;
  object: "charge";
  created: number;
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  captured: boolean;
  currency: string;
  customer: string | null;
  disputed: boolean;
  metadata: Record<string, string>;
  payment_intent: string;
  payment_method_details: { type: string; card?: { capture_before?: number; last4: string } };
  refunded: boolean;
  status: "succeeded" | "failed";
}

/** Money that goes back. */
export interface StripeRefund {
  id: string;
  object: "refund";
  created: number;
  amount: number;
  charge: string;
  currency: string;
  metadata: Record<string, string>;
  payment_intent: string;
  status: "succeeded" | "pending" | "failed";
}

/** What a bank takes back. */
export interface StripeDispute {
  id: string;
  object: "dispute";
  created: number;
  amount: number;
  charge: string;
  payment_intent: string;
  reason: string;
  status: "needs_response" | "won" | "lost";
}

/** What moves the balance; docs.stripe.com/api/balance_transactions/object. */
export interface Movement {
  id: string;
  object: "balance_transaction";
  created: number;
  type: string;
  amount: number;
  fee: number;
  net: number;
  currency: string;
  source: string | null;
}

/** A card, or Swish. Only the last four digits of a number are kept, and what the number does. */
export interface Method {
  id: string;
  object: "payment_method";
  created: number;
  type: "card" | "swish";
  customer: string | null;
  card?: { last4: string; brand: string };
}

/** A page of the provider's own. */
export interface Session {
  id: string;
  object: "checkout.session";
  created: number;
  mode: "payment" | "setup";
  status: "open" | "complete" | "expired";
  url: string | null;
  success_url: string;
  cancel_url: string;
  customer: string | null;
  locale: string;
  metadata: Record<string, string>;
  payment_intent: string | null;
  setup_intent: string | null;
  amount_total: number;
}

/** What is posted. */
export interface StripeEvent {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  livemode: false;
  pending_webhooks: number;
  type: string;
  data: { object: unknown };
}

/** Why something is refused. */
export interface StripeErrorBody {
  type: "card_error" | "invalid_request_error" | "idempotency_error" | "api_error";
  code?: string;
  decline_code?: string;
  message: string;
  payment_intent?: Intent;
}

/** A refusal with its status; docs.stripe.com/api/errors. */
export class StripeRefusal extends Error {
  constructor(readonly status: number, readonly body: StripeErrorBody) {
    super(body.message);
  }
}

/** A request that cannot be done. */
export function invalid(code: string, message: string, status = 400): StripeRefusal {
  return new StripeRefusal(status, { type: "invalid_request_error", code, message });
}
