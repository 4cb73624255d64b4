import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { browserTest } from "../support/chromium.ts";
import { violations } from "./support/accessibility.ts";
import { payButton, servePaying, toPaymentPage, typeCard } from "./support/paying.ts";
import { aVisitor, makeStage } from "./support/stage.ts";
import { bookingOf } from "./support/ticket.ts";

const stage = makeStage(servePaying);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const GOOD = "4242424242424242";

for (const locale of LOCALES) {
  const { booking: ticket, pay } = textsFor(locale);
  const heading = { name: ticket.confirmedTitle };

  for (const [on, options] of [["a phone", PHONE], ["a desk", {}]] as const) {
    browserTest(`a bank says no, then a card is taken, on ${on} in ${locale}`, async () => {
      const { page, complaints } = await aVisitor(stage, options);
      await toPaymentPage(page, locale);
      await typeCard(page, "4000000000000002");
      assert.deepEqual(await violations(page), []);
      await payButton(page, locale).click();
      await page.getByRole("alert").filter({ hasText: pay.declined }).waitFor();
      await typeCard(page, GOOD);
      await payButton(page, locale).click();
      await page.getByRole("heading", heading).waitFor();
      const booking = await bookingOf(stage.app.services, page);
      assert.deepEqual([booking.status, booking.payment.method], ["confirmed", "card"]);
      await page.getByText(ticket.paidBy.card).waitFor();
      assert.deepEqual(complaints, []);
    });
  }

  browserTest(`a bank asks its customer first, in ${locale}`, async () => {
    const { page } = await aVisitor(stage, PHONE);
    await toPaymentPage(page, locale);
    await typeCard(page, "4000002760003184");
    await payButton(page, locale).click();
    await page.waitForURL(/\/3ds\//);
    await page.locator("button[value=yes]").click();
    await page.getByRole("heading", heading).waitFor();
  });

  browserTest(
    `a bank that gets no yes books nothing, and another card does, in ${locale}`,
    async () => {
      const { page } = await aVisitor(stage);
      await toPaymentPage(page, locale);
      await typeCard(page, "4000002760003184");
      await payButton(page, locale).click();
      await page.waitForURL(/\/3ds\//);
      await page.locator("button[value=no]").click();
      await page.getByText(pay.declined).first().waitFor();
      await typeCard(page, GOOD);
      await payButton(page, locale).click();
      await page.getByRole("heading", heading).waitFor();
    },
  );

  browserTest(
    `without JavaScript a card is typed on the provider's page, in ${locale}`,
    async () => {
      const { page, complaints } = await aVisitor(stage, { javaScriptEnabled: false });
      await toPaymentPage(page, locale);
      await payButton(page, locale).click();
      await page.waitForURL(/\/c\/pay\//);
      await page.locator("[name=number]").fill(GOOD);
      await page.locator("button[type=submit], button:not([type])").first().click();
      await page.getByRole("heading", heading).waitFor();
      assert.deepEqual(complaints, []);
    },
  );

  browserTest(`Swish is paid on its page, in ${locale}`, async () => {
    const { page } = await aVisitor(stage, PHONE);
    await toPaymentPage(page, locale);
    await page.getByRole("radio", { name: new RegExp(`^${pay.methods.swish.name}`) }).check();
    await page.getByText(pay.nowText.swish).waitFor();
    await payButton(page, locale).click();
    await page.waitForURL(/\/c\/pay\//);
    await page.locator("button").first().click();
    await page.waitForURL(/\/swish\//);
    await page.locator("button[value=yes]").click();
    await page.getByRole("heading", heading).waitFor();
    const booking = await bookingOf(stage.app.services, page);
    assert.deepEqual([booking.status, booking.payment.method], ["confirmed", "swish"]);
  });

  browserTest(`whoever pays in the car books at once, in ${locale}`, async () => {
    const { page } = await aVisitor(stage);
    await toPaymentPage(page, locale);
    await page.getByRole("radio", { name: pay.methods.car.name }).check();
    assert.deepEqual(await violations(page), []);
    await payButton(page, locale).click();
    await page.getByRole("heading", heading).waitFor();
    await page.getByText(ticket.paidBy.car).waitFor();
  });
}
