import assert from "node:assert/strict";
import type { Page, Response } from "npm:playwright-core@1.65.1";
import { paths } from "../../lib/kernel/paths.ts";
import { formatMoney } from "../../lib/i18n/format.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, openHome } from "./support/stage.ts";
import { bookingOf, onTicket, plain } from "./support/ticket.ts";
import {
  airportTrip,
  askPrice,
  bookButton,
  MAJA,
  openMore,
  quotedPrice,
  showPrice,
  stopAt,
  ticketHeading,
  tripField,
  tripValue,
  writeContact,
  writeTrip,
} from "./support/trips.ts";
import { said } from "../../lib/ui/parts/Said.tsx";

const stage = makeStage();
const NO_SCRIPT = { javaScriptEnabled: false };

for (const locale of LOCALES) {
  const { trip: words, quote, booking: ticket, fieldErrors } = textsFor(locale);

  browserTest(`a customer without JavaScript books a trip, in ${locale}`, async () => {
    const visitor = await aVisitor(stage, NO_SCRIPT);
    const { page, complaints } = visitor;
    await askPrice(page, locale, airportTrip());
    await page.getByRole("radio", { name: new RegExp(quote.classes.van.name) }).check();
    const quoted = plain(await quotedPrice(page));
    await writeContact(page, locale);
    await openMore(page, locale);
    await page.getByLabel(quote.note).fill("Portkod 1234");
    await bookButton(page, locale).click();
    await ticketHeading(page, locale).waitFor();

    const booking = await bookingOf(stage.app.services, page);
    const price = plain(formatMoney(locale, booking.trip.totalOre));
    assert.equal(quoted, price);
    assert.ok((await onTicket(page, ticket.price)).startsWith(price));
    assert.equal(booking.trip.vehicleClass, "van");
    assert.equal(await onTicket(page, ticket.passengerName), MAJA.name);
    await page.getByRole("article").getByText("Drottningtorget 2").waitFor();
    await page.getByText("Portkod 1234").waitFor();
    assert.deepEqual(complaints, []);
  });

  browserTest(`places nobody knows for certain are asked back, in ${locale}`, async () => {
    const visitor = await aVisitor(stage, NO_SCRIPT);
    const { page } = visitor;
    const trip = airportTrip({ from: "landvetter", to: "Xyzzyplatsen", time: "14:10" });
    await openHome(page, locale);
    await writeTrip(page, locale, trip);
    await tripField(page, locale, "passengers").selectOption("3");
    await tripField(page, locale, "bags").selectOption("4");
    await page.getByText(words.extras).click();
    await page.getByLabel(words.childSeats).selectOption("2");
    const response = await answerTo(page, paths.quotes(), () => showPrice(page, locale));
    assert.equal(response.status(), 422);

    const summary = page.getByRole("alert");
    const unknown = summary.getByRole("link", { name: fieldErrors.placeUnknown(said(trip.to)) });
    await unknown.click();
    assert.equal(await focusedId(page), "to", "the error leads to its field");
    for (const name of ["from", "to", "date", "time"] as const) {
      assert.equal(await tripValue(page, locale, name), trip[name]);
    }
    assert.equal(await tripField(page, locale, "passengers").inputValue(), "3");
    assert.equal(await tripField(page, locale, "bags").inputValue(), "4");
    assert.equal(await page.getByLabel(words.childSeats).inputValue(), "2");

    await page.getByRole("group", { name: words.didYouMean(said(trip.from)) })
      .getByRole("radio", { name: /Landvetter flygplats|Landvetter Airport/i }).check();
    await tripField(page, locale, "to").fill("Östra Hamngatan 24");
    await showPrice(page, locale);
    await page.getByRole("heading", { name: words.placeStep.whereOnStreet }).waitFor();
    await stopAt(page, words.moreOfStreet);
    await stopAt(page, words.place.crossing("Östra Hamngatan", "Drottninggatan"));
    await bookButton(page, locale).waitFor();
    await page.getByRole("region", { name: quote.trip }).getByText("Östra Hamngatan 24").waitFor();
  });

  browserTest(
    `a contact that cannot be right comes back as it was written, in ${locale}`,
    async () => {
      const visitor = await aVisitor(stage, NO_SCRIPT);
      const { page } = visitor;
      await askPrice(page, locale, airportTrip({ time: "15:20" }));
      await page.getByRole("radio", { name: new RegExp(quote.classes.premium.name) }).check();
      await writeContact(page, locale, { name: MAJA.name, phone: "070" });
      await openMore(page, locale);
      await page.getByLabel(quote.email).fill("maja@exempel");
      await page.getByLabel(quote.note).fill("Två trappor");
      const book = () => bookButton(page, locale).click();
      const response = await answerTo(page, paths.bookings(), book);
      assert.equal(response.status(), 422);

      await page.locator("[role=alert]:focus").waitFor();
      const errors = page.getByRole("alert").getByRole("link");
      assert.deepEqual(await errors.allInnerTexts(), [
        fieldErrors.phoneTooShort,
        fieldErrors.emailNoEnding,
      ]);
      for (const [at, id] of ["phone", "email"].entries()) {
        await errors.nth(at).click();
        assert.equal(await focusedId(page), id);
        assert.equal(await page.locator(`#${id}`).getAttribute("aria-invalid"), "true");
      }
      assert.equal(await page.getByLabel(quote.name, { exact: true }).inputValue(), MAJA.name);
      assert.equal(await page.getByLabel(quote.phone, { exact: true }).inputValue(), "070");
      assert.equal(await page.getByLabel(quote.email).inputValue(), "maja@exempel");
      assert.equal(await page.getByLabel(quote.note).inputValue(), "Två trappor");
      const chosen = page.getByRole("radio", { name: new RegExp(quote.classes.premium.name) });
      assert.equal(await chosen.isChecked(), true);

      await page.getByLabel(quote.phone, { exact: true }).fill(MAJA.phone);
      await page.getByLabel(quote.email).fill("maja@exempel.se");
      await book();
      await ticketHeading(page, locale).waitFor();
    },
  );
}

/** What the server answers a form sent to `path`. */
async function answerTo(
  page: Page,
  path: string,
  send: () => Promise<void>,
): Promise<Response> {
  const [response] = await Promise.all([
    page.waitForResponse((answer) =>
      answer.request().method() === "POST" && new URL(answer.url()).pathname === path
    ),
    send(),
  ]);
  return response;
}

function focusedId(page: Page): Promise<string> {
  return page.locator(":focus").evaluate((element) => element.id);
}
