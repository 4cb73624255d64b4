// A signed-in operator at a running product, and boards opened in a real browser.
import assert from "node:assert/strict";
import type { Browser, BrowserContext, Locator, Page } from "npm:playwright-core@1.65.1";
import { closeAfterTest, launchChromium } from "./chromium.ts";
import { anOperator, type TestProduct, testProduct } from "./operator.ts";
import type { TestServiceOptions } from "./services.ts";
import { aStoredBooking, type BookingOptions, MAJA } from "./trips.ts";

/** The day boards are opened on: the one after the test's now. */
export const DATE = "2026-11-24";

let browser: Browser | null = null;
Deno.test.beforeAll(async () => {
  browser = await launchChromium();
});
Deno.test.afterAll(() => browser?.close());

/** A product of its own with a signed-in operator; it closes when the test ends, with every browser profile it has. */
export interface Desk {
  product: TestProduct;
  open(options?: Parameters<Browser["newContext"]>[0]): Promise<BrowserContext>;
}

/** Starts it. */
export async function aDesk(options: TestServiceOptions = {}): Promise<Desk> {
  const product = await testProduct(options);
  closeAfterTest(() => product[Symbol.asyncDispose]());
  const { cookie } = await anOperator(product.services);
  const [name = "", value = ""] = cookie.split("=");
  return {
    product,
    open: async (contextOptions = {}) => {
      assert(browser);
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        ...contextOptions,
      });
      closeAfterTest(() => context.close());
      const { origin: url } = product;
      await context.addCookies([{ name, value, url, httpOnly: true, sameSite: "Strict" }]);
      return context;
    },
  };
}

/** A board of a day that is live. */
export async function liveBoard(
  context: BrowserContext,
  origin: string,
  query = "",
  date = DATE,
): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => assert.fail(error.message));
  await page.goto(`${origin}/admin?date=${date}${query}`);
  await page.waitForSelector('.freshness[data-kind="live"]', { state: "attached" });
  return page;
}

/** A booking of the day for somebody by name. */
export function named(
  { product }: Desk,
  time: string,
  name: string,
  options: BookingOptions = {},
  date = DATE,
) {
  const contact = { ...MAJA, name };
  return aStoredBooking(product.services, { wallTime: `${date}T${time}`, contact, ...options });
}

/** The row of a customer. */
export function rowOf(page: Page, name: string): Locator {
  return page.locator(".trip").filter({ hasText: name });
}
