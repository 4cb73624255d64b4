// How the price page stands on a phone and on a wide screen: the trip first, the way on always in view, and as few
// fields as a driver needs, which say what is wrong with them.
import assert from "node:assert/strict";
import type { Locator, Page } from "npm:playwright-core@1.65.1";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aQuote } from "../support/trips.ts";
import { aVisitor, makeStage, untilLive } from "./support/stage.ts";
import { bookButton, dayFromNow, MAJA, openMore, ticketHeading } from "./support/trips.ts";

const stage = makeStage();
const PHONE = { width: 360, height: 640 };
const DESK = { width: 1360, height: 900 };
const SCREENS = [
  { viewport: PHONE, colorScheme: "light", locale: "sv" },
  { viewport: PHONE, colorScheme: "dark", locale: "en" },
  { viewport: DESK, colorScheme: "dark", locale: "sv" },
  { viewport: DESK, colorScheme: "light", locale: "en" },
] as const;

browserTest("a price page whose styles are lost shows one price and one button", async () => {
  const { page } = await aVisitor(stage);
  await page.route("**/*.css*", (route) => route.abort());
  await openQuote(page, "sv");
  await page.getByRole("radio", { name: textsFor("sv").quote.classes.standard.name }).waitFor();
  assert.equal(await bookButton(page, "sv").count(), 1);
  assert.equal(await page.getByRole("heading", { level: 2 }).count(), 2, "price, cancelling");
});

for (const { viewport, colorScheme, locale } of SCREENS) {
  const { quote: words, fieldErrors } = textsFor(locale);
  const where = `${viewport.width} px, ${colorScheme}, in ${locale}`;

  browserTest(
    `the trip stands first, and the button that books is in view, ${where}`,
    async () => {
      const { page, complaints } = await aVisitor(stage, { viewport, colorScheme });
      await openQuote(page, locale);
      const trip = await boxOf(page.getByRole("region", { name: words.trip }));
      const classes = await boxOf(page.getByRole("radio").first());
      assert.ok(trip.y < classes.y, "the trip comes before what it costs");
      const region = page.getByRole("region", { name: words.trip });
      assert.equal(await region.getByText("Östra Hamngatan 24", { exact: true }).count(), 1);
      await region.getByRole("heading", { level: 1 }).waitFor();

      await assertInWindow(bookButton(page, locale), viewport);
      if (viewport === PHONE) {
        const price = page.locator(".book-bar-price strong").filter({ visible: true });
        for (const part of [0.5, 1]) {
          await page.evaluate((part) => scrollTo(0, document.body.scrollHeight * part), part);
          await assertInWindow(bookButton(page, locale), viewport);
          await assertInWindow(price, viewport);
        }
      }

      if (viewport === PHONE) await page.getByRole("button", { name: words.showMap }).click();
      await region.getByRole("img", { name: words.mapLabel }).waitFor();

      const asked = page.locator(".contact-fields").locator("input, textarea").filter({
        visible: true,
      });
      assert.equal(await asked.count(), 2, "name and mobile");
      await openMore(page, locale);
      assert.ok(await asked.count() > 2);
      const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(beside, 0);
      assert.deepEqual(complaints, []);
    },
  );

  browserTest(`who travels is asked for before anything is sent, ${where}`, async () => {
    const { page } = await aVisitor(stage, { viewport, colorScheme, reducedMotion: "reduce" });
    await openQuote(page, locale);
    const before = page.url();
    await bookButton(page, locale).click();
    await page.locator("[role=alert]:focus").waitFor();
    const links = page.getByRole("alert").getByRole("link");
    assert.deepEqual(await links.allInnerTexts(), [
      fieldErrors.nameMissing,
      fieldErrors.phoneMissing,
    ]);
    assert.equal(page.url(), before, "nothing was sent");
    await links.nth(1).click();
    assert.equal(await page.locator(":focus").getAttribute("id"), "phone");
    await assertInWindow(page.locator("#phone"), viewport);
    await page.locator("#phone").fill(MAJA.phone);
    assert.deepEqual(await links.allInnerTexts(), [fieldErrors.nameMissing]);
    assert.equal(await page.locator("#phone").getAttribute("aria-invalid"), null);
    await page.locator("#name").fill(MAJA.name);
    await page.getByRole("alert").waitFor({ state: "detached" });
    await bookButton(page, locale).click();
    await ticketHeading(page, locale).waitFor();
  });
}

async function openQuote(page: Page, locale: string): Promise<void> {
  const quote = await aQuote(stage.app.services, { wallTime: `${dayFromNow(9)}T13:00` });
  await page.goto(`${paths.quote(quote.id)}?lang=${locale}`);
  await untilLive(page);
}

async function boxOf(what: Locator): Promise<{ y: number; height: number }> {
  const box = await what.boundingBox();
  assert.ok(box !== null, `${what} is on the page`);
  return box;
}

async function assertInWindow(what: Locator, { height }: { height: number }): Promise<void> {
  const box = await boxOf(what);
  assert.ok(box.y >= 0 && box.y + box.height <= height, `${what}: ${JSON.stringify(box)}`);
}
