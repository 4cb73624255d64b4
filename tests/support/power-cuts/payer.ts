// Whoever pays, at the local Stripe: with a card typed into a tab, however old that is, on Stripe's own page, at their bank, and
// in Swish. Nothing of the product is asked.
import { answerAction, confirmIntent } from "../../../scripts/local-stripe/intents.ts";
import { StripeRefusal } from "../../../scripts/local-stripe/objects.ts";
import type { LocalStripe } from "../../../scripts/local-stripe/server.ts";
import { answerSetup, confirmSetup } from "../../../scripts/local-stripe/setups.ts";
import type { Person } from "./checkout-deeds.ts";
import { oneOf, type Random } from "../random.ts";

/** Cards, the good one more often than the others. */
const CARDS = [
  ...["pm_card_visa", "pm_card_visa", "pm_card_visa"],
  ...["pm_card_authenticationRequired", "pm_card_authenticationRequiredOnSetup"],
  ...["pm_card_visa_chargeDeclined", "pm_card_visa_chargeDeclinedInsufficientFunds"],
  "pm_card_chargeCustomerFail",
];
const NUMBERS = ["4242424242424242", "4000002760003184", "4000000000000002"];

/** Pays in one of their tabs, or is refused. */
export function typesCard({ books }: LocalStripe, { tabs }: Person, random: Random): void {
  if (tabs.length === 0) return;
  const id = oneOf(random, tabs);
  const fields = { payment_method: oneOf(random, CARDS), return_url: "https://a.example/" };
  unlessRefused(() => {
    const intent = books.intents.get(id);
    const setup = books.setups.get(id);
    if (intent !== undefined) confirmIntent(books, intent, fields);
    else if (setup !== undefined) confirmSetup(books, setup, fields);
  });
}

/** Their bank asks whether it is they: mostly it is. */
export function answersBank({ books }: LocalStripe, { tabs }: Person, random: Random): void {
  const isYes = random() < 0.8;
  for (const id of tabs) {
    const intent = books.intents.get(id);
    const setup = books.setups.get(id);
    if (intent !== undefined) answerAction(books, intent, isYes);
    else if (setup !== undefined) answerSetup(books, setup, isYes);
  }
}

/** Pays on a page of Stripe's own, that of their bank or Swish's behind it included. */
export async function paysOnPage(person: Person, random: Random): Promise<void> {
  if (person.pages.length === 0) return;
  const page = await posted(oneOf(random, person.pages), { number: oneOf(random, NUMBERS) });
  const bank = page.headers.get("location") ?? "";
  if (!/\/(3ds|swish)\//.test(bank)) return;
  const return_url = new URL(bank).searchParams.get("return_url") ?? "https://a.example/";
  await posted(bank, { answer: random() < 0.8 ? "yes" : "no", return_url });
}

async function posted(url: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams(fields);
  const response = await fetch(url, { method: "POST", body, redirect: "manual" });
  await response.body?.cancel();
  return response;
}

function unlessRefused(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof StripeRefusal)) throw error;
  }
}
