// The flight number as a customer gives it on a phone: at an airport alone, with and without JavaScript.
import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { type Locale, LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aQuote, OSTRA_HAMNGATAN } from "../support/trips.ts";
import { aVisitor, makeStage, type Visitor } from "./support/stage.ts";
import { bookingOf, onTicket } from "./support/ticket.ts";
import { bookButton, dayFromNow, openMore, ticketHeading, writeContact } from "./support/trips.ts";

const stage = makeStage();
const PHONE = { viewport: { width: 360, height: 740 } };
const WALL_TIME = `${dayFromNow(9)}T13:00`;
const LINNEGATAN = {
  ...OSTRA_HAMNGATAN,
  placeId: "street:linnegatan",
  name: "Linnégatan",
  words: "Linnégatan 5",
  point: { lat: 57.6975, lng: 11.9516 },
};

for (const [i, locale] of LOCALES.entries()) {
  const { quote: words, booking: ticket, fieldErrors } = textsFor(locale);
  const javaScriptEnabled = i === 0;
  const script = javaScriptEnabled ? "with" : "without";

  browserTest(
    `who rides from an airport gives the flight, ${script} JavaScript, in ${locale}`,
    async () => {
      const { page, complaints } = await opened(locale, {}, { ...PHONE, javaScriptEnabled });
      await writeContact(page, locale);
      const field = page.getByLabel(words.flightNumber);
      assert.equal(await field.isVisible(), false);
      await openMore(page, locale);
      await field.fill("1436");
      assert.ok(await fits(page), "nothing is wider than the phone");
      await bookButton(page, locale).click();
      const error = page.getByRole("alert").getByRole("link", {
        name: fieldErrors.flightNumberInvalid,
      });
      await error.click();
      assert.equal(await page.locator(":focus").getAttribute("name"), "flightNumber");
      assert.equal(await field.inputValue(), "1436");
      await field.fill("sk 1436");
      await bookButton(page, locale).click();
      await ticketHeading(page, locale).waitFor();
      assert.equal((await bookingOf(stage.app.services, page)).flightNumber, "SK1436");
      assert.equal(await onTicket(page, ticket.flightNumber), "SK 1436");
      assert.ok(await fits(page), "the ticket fits as well");
      assert.deepEqual(complaints, []);
    },
  );

  browserTest(`who rides in town is asked for no flight, in ${locale}`, async () => {
    const { page } = await opened(locale, { from: LINNEGATAN }, PHONE);
    await page.getByText(words.addMore).click();
    await page.getByLabel(words.note).waitFor();
    assert.equal(await page.getByLabel(words.flightNumber).count(), 0);
  });
}

browserTest("who went to the field before the page came to life stays there", async () => {
  const { page, complaints } = await opened("sv", {}, PHONE);
  await writeContact(page, "sv");
  await openMore(page, "sv");
  await page.getByLabel(textsFor("sv").quote.flightNumber).fill("1436");
  const scripts = Promise.withResolvers<void>();
  await page.route("**/*.js*", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await bookButton(page, "sv").click();
  const flightInvalid = textsFor("sv").fieldErrors.flightNumberInvalid;
  await page.getByRole("alert").getByRole("link", { name: flightInvalid }).click();
  scripts.resolve();
  // Once it lives, an error goes as its field is corrected.
  await page.waitForFunction(() => {
    const field = document.querySelector<HTMLInputElement>("[name=flightNumber]")!;
    field.value = "SK 1436";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return document.querySelector("[role=alert]") === null;
  });
  assert.equal(await page.locator(":focus").getAttribute("name"), "flightNumber");
  assert.deepEqual(complaints, []);
});

async function opened(
  locale: Locale,
  trip: Parameters<typeof aQuote>[1],
  options: Parameters<typeof aVisitor>[1],
): Promise<Visitor> {
  const quote = await aQuote(stage.app.services, { wallTime: WALL_TIME, ...trip });
  const visitor = await aVisitor(stage, options);
  await visitor.page.goto(`${paths.quote(quote.id)}?lang=${locale}`);
  return visitor;
}

function fits(page: Visitor["page"]): Promise<boolean> {
  return page.locator("html").evaluate((root) => root.scrollWidth <= root.clientWidth);
}
