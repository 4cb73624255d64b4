// The product with a Stripe of this machine beside it, on an origin of its own, and customers who pay there.
import type { FrameLocator, Locator, Page } from "npm:playwright-core@1.65.1";
import { textsFor } from "../../../lib/i18n/texts.ts";
import type { Locale } from "../../../lib/kernel/locale.ts";
import { type LocalStripe, startLocalStripe } from "../../../scripts/local-stripe/server.ts";
import { serveApp, SERVED_NOW, type ServedApp } from "../../support/served-app.ts";
import { stripeEnvironment } from "../../support/stripe.ts";
import { openHome, untilLive } from "./stage.ts";
import { airportTrip, showPrice, writeContact, writeTrip } from "./trips.ts";

/** Serves both; the local Stripe ends with the product. */
export async function servePaying(): Promise<ServedApp> {
  const stripe: LocalStripe = startLocalStripe({ now: () => Date.parse(SERVED_NOW) });
  const app = await serveApp(SERVED_NOW, {
    ...stripeEnvironment(stripe.url),
    AVANTI_ORIGIN: `http://127.0.0.1:${freePort()}`,
  });
  return {
    ...app,
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]();
      await stripe[Symbol.asyncDispose]();
    },
  };
}

/** A customer chooses a price and says who travels; the payment page is next. */
export async function toPaymentPage(page: Page, locale: Locale): Promise<void> {
  const { pay } = textsFor(locale);
  await openHome(page, locale);
  await writeTrip(page, locale, airportTrip());
  await showPrice(page, locale);
  await page.getByRole("button", { name: pay.toPayment }).waitFor();
  await untilLive(page);
  await writeContact(page, locale);
  await page.getByRole("button", { name: pay.toPayment }).click();
  await page.getByRole("heading", { name: pay.title, level: 1 }).waitFor();
  await untilLive(page);
}

/** The fields of a card, in the provider's frame. */
export function cardFrame(page: Page): FrameLocator {
  return page.frameLocator("iframe[title=Stripe]");
}

/** Types a card of the numbers Stripe has for tests. */
export async function typeCard(page: Page, number: string): Promise<void> {
  const frame = cardFrame(page);
  await frame.locator("[name=number]").fill(number);
  await frame.locator("[name=exp]").fill("12/34");
  await frame.locator("[name=cvc]").fill("123");
}

/** The button that books. */
export function payButton(page: Page, locale: Locale): Locator {
  const { pay } = textsFor(locale);
  return page.getByRole("button", { name: new RegExp(`^(${pay.bookAndPay}|${pay.book})$`) });
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}
