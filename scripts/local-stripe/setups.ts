// Cards that are saved for later, and pages of the provider's own.
import type { Books } from "./books.ts";
import { type FormFields, listOf, namedOf, textOf, textsOf } from "./form-body.ts";
import { cancelIntent, createIntent, deedOf, methodOf } from "./intents.ts";
import {
  invalid,
  type Session,
  type Setup,
  type StripeErrorBody,
  StripeRefusal,
} from "./objects.ts";

/** Opens the saving of a card. */
export function createSetup(books: Books, fields: FormFields): Setup {
  const id = books.id("seti");
  const setup: Setup = {
    ...{ id, object: "setup_intent", created: books.now(), livemode: false },
    client_secret: `${id}_secret_${books.id("s")}`,
    customer: textOf(fields, "customer") ?? null,
    ...{ last_setup_error: null, next_action: null, payment_method: null },
    metadata: textsOf(fields, "metadata"),
    payment_method_types: ["card"],
    status: "requires_payment_method",
  };
  books.setups.set(id, setup);
  books.tell("setup_intent.created", setup);
  return setup;
}

/** Saves it. Refuses with 402 when the card is refused. */
export function confirmSetup(books: Books, setup: Setup, fields: FormFields): Setup {
  if (setup.status !== "requires_payment_method" && setup.status !== "requires_action") {
    throw unexpected(setup, "confirm");
  }
  const method = methodOf(books, textOf(fields, "payment_method") ?? "");
  const { decline, threeDs } = deedOf(books, method.id);
  setup.payment_method = method.id;
  if (decline !== undefined) {
    const error: StripeErrorBody = { type: "card_error", message: "Declined", ...decline };
    failSetup(books, setup, error);
    throw new StripeRefusal(402, error);
  }
  if (threeDs === undefined) return saveCard(books, setup);
  const redirect_to_url = {
    ...{ url: `${books.url}/3ds/${setup.id}`, return_url: textOf(fields, "return_url") ?? "" },
  };
  const next_action = { type: "redirect_to_url", redirect_to_url } as const;
  return Object.assign(setup, { status: "requires_action" as const, next_action });
}

/** What the page of the bank says. */
export function answerSetup(books: Books, setup: Setup, isDone: boolean): Setup {
  if (setup.status !== "requires_action") return setup;
  setup.next_action = null;
  if (isDone) return saveCard(books, setup);
  failSetup(books, setup, {
    ...{ type: "card_error", message: "Authentication failed" },
    code: "setup_intent_authentication_failure",
  });
  return setup;
}

/** Lets go of it. */
export function cancelSetup(books: Books, setup: Setup): Setup {
  if (setup.status === "succeeded" || setup.status === "canceled") {
    throw unexpected(setup, "cancel");
  }
  setup.status = "canceled";
  books.tell("setup_intent.canceled", setup);
  return setup;
}

/** Opens a page; what is paid on it is opened when somebody pays. */
export function createSession(books: Books, fields: FormFields): Session {
  const id = books.id("cs_test");
  const items = Object.values(namedOf(fields, "line_items"));
  const amount_total = items.reduce<number>((sum, item) => {
    const price = typeof item === "object" && !Array.isArray(item)
      ? namedOf(item, "price_data")
      : {};
    return sum + Number(textOf(price, "unit_amount") ?? 0);
  }, 0);
  const session: Session = {
    ...{ id, object: "checkout.session", created: books.now(), status: "open" },
    mode: textOf(fields, "mode") === "setup" ? "setup" : "payment",
    url: `${books.url}/c/pay/${id}`,
    success_url: textOf(fields, "success_url") ?? "",
    cancel_url: textOf(fields, "cancel_url") ?? "",
    customer: textOf(fields, "customer") ?? null,
    locale: textOf(fields, "locale") ?? "en",
    metadata: textsOf(fields, "metadata"),
    ...{ payment_intent: null, setup_intent: null, amount_total },
  };
  books.sessions.set(id, session);
  wanted.set(session, fields);
  return session;
}

/** What a page opens once somebody pays on it, once. */
export function openOnPage(books: Books, session: Session): string {
  if (session.status !== "open") throw invalid("session_over", "This page is over");
  const fields = wanted.get(session) ?? {};
  if (session.mode === "setup") {
    const data = namedOf(fields, "setup_intent_data");
    session.setup_intent ??= createSetup(books, { ...fields, ...data }).id;
    return session.setup_intent;
  }
  const data = namedOf(fields, "payment_intent_data");
  const types = listOf(fields, "allowed_payment_method_types");
  session.payment_intent ??= createIntent(books, {
    ...{ ...fields, ...data, amount: String(session.amount_total), currency: "sek" },
    allowed_payment_method_types: Object.fromEntries(types.map((type, i) => [String(i), type])),
  }).id;
  return session.payment_intent;
}

/** The page is done with. */
export function completeSession(books: Books, session: Session): void {
  Object.assign(session, { status: "complete", url: null });
  books.tell("checkout.session.completed", session);
}

/** Nobody pays on it any more. */
export function expireSession(books: Books, session: Session): Session {
  if (session.status !== "open") throw invalid("session_over", "This page is over");
  Object.assign(session, { status: "expired", url: null });
  const intent = books.intents.get(session.payment_intent ?? "");
  if (intent !== undefined && intent.status.startsWith("requires_")) cancelIntent(books, intent);
  books.tell("checkout.session.expired", session);
  return session;
}

/** What a page was opened with. */
const wanted = new WeakMap<Session, FormFields>();

function saveCard(books: Books, setup: Setup): Setup {
  books.get(books.methods, setup.payment_method ?? "").customer = setup.customer;
  setup.status = "succeeded";
  books.tell("setup_intent.succeeded", setup);
  return setup;
}

function failSetup(books: Books, setup: Setup, error: StripeErrorBody): void {
  Object.assign(setup, {
    ...{ status: "requires_payment_method", last_setup_error: error, payment_method: null },
  });
  books.tell("setup_intent.setup_failed", setup);
}

function unexpected({ status }: Setup, action: string) {
  return invalid("setup_intent_unexpected_state", `You cannot ${action} it: it is ${status}.`);
}
