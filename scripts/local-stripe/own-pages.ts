// What browsers ask the local Stripe for: its script, the frame of a card, its page to pay on, a bank's and Swish's.
import type { Books } from "./books.ts";
import { isCardNumber } from "./cards.ts";
import { addCard, answerAction, confirmIntent } from "./intents.ts";
import { StripeRefusal } from "./objects.ts";
import { actionPage, cardFrame, payPage } from "./pages.ts";
import { answerSetup, completeSession, confirmSetup, openOnPage } from "./setups.ts";
import { STRIPE_JS } from "./stripe-js.ts";

/** Answers one. */
export async function answerPage(books: Books, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const [, area = "", ...rest] = url.pathname.split("/");
  const id = rest.at(-1) ?? "";
  if (area === "v3" && id === "") return text(STRIPE_JS, "text/javascript");
  if (area === "v3") return html(cardFrame(url.searchParams.get("locale") ?? "en"));
  if (area === "c") return await payOnPage(books, request, id);
  if (area === "3ds" || area === "swish") return await act(books, request, url, id);
  return new Response("No such page", { status: 404 });
}

async function payOnPage(books: Books, request: Request, id: string): Promise<Response> {
  const session = books.sessions.get(id);
  if (session === undefined || session.status !== "open") {
    return new Response("This page is over", { status: 410 });
  }
  const { locale, mode, amount_total: amount, cancel_url: cancelUrl } = session;
  const opened = openOnPage(books, session);
  const intent = books.intents.get(opened);
  const isSwish = intent?.payment_method_types.includes("swish") ?? false;
  const show = (error: string | null) =>
    html(payPage({ id, locale, mode, amount, cancelUrl, isSwish, error }));
  if (request.method !== "POST") return show(null);
  const form = await request.formData();
  const number = String(form.get("number") ?? "").replaceAll(/[\s-]/g, "");
  if (!isSwish && !isCardNumber(number)) return show("Your card number is incorrect.");
  const return_url = `${books.url}/c/pay/${id}`;
  const how = isSwish
    ? { payment_method_data: { type: "swish" } }
    : { payment_method: addCard(books, number).id };
  try {
    const done = intent === undefined
      ? confirmSetup(books, books.get(books.setups, opened), { ...how, return_url })
      : confirmIntent(books, intent, { ...how, return_url });
    const url = done.next_action?.redirect_to_url?.url;
    if (url !== undefined) return seeOther(url);
  } catch (error) {
    if (!(error instanceof StripeRefusal)) throw error;
    return show(error.message);
  }
  completeSession(books, session);
  return seeOther(session.success_url);
}

async function act(books: Books, request: Request, url: URL, id: string): Promise<Response> {
  const intent = books.intents.get(id);
  const setup = books.setups.get(id);
  const session = [...books.sessions.values()].find((one) =>
    one.payment_intent === id || one.setup_intent === id
  );
  const thing = intent ?? setup;
  if (thing === undefined) return new Response("No such payment", { status: 404 });
  const asked = thing.next_action?.redirect_to_url?.return_url ?? "";
  if (request.method !== "POST") {
    return html(actionPage(url.pathname, session?.locale ?? "sv", asked));
  }
  const form = await request.formData();
  const isPaid = form.get("answer") === "yes";
  const done = intent === undefined
    ? setup !== undefined && answerSetup(books, setup, isPaid)
    : answerAction(books, intent, isPaid);
  if (session !== undefined && done !== false && done.status !== "requires_payment_method") {
    completeSession(books, session);
    return seeOther(session.success_url);
  }
  return seeOther(String(form.get("return_url") ?? ""));
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

function html(body: string): Response {
  return text(body, "text/html");
}

function text(body: string, type: string): Response {
  return new Response(body, { headers: { "content-type": `${type}; charset=utf-8` } });
}
