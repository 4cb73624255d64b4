import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Page } from "npm:playwright-core@1.65.1";
import { formatMoney, formatReference, formatTime } from "../../lib/i18n/format.ts";
import { type Locale, LOCALES } from "../../lib/kernel/locale.ts";
import { HOME_ZONE } from "../../lib/kernel/wall-time.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { quoteId } from "../../lib/pricing/quote.ts";
import { readQuote } from "../../lib/pricing/read-quote.ts";
import { readCalendar } from "./support/calendar-file.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, openHome } from "./support/stage.ts";
import { bookingOf, onTicket, plain } from "./support/ticket.ts";
import {
  airportTrip,
  bookButton,
  dayFromNow,
  MAJA,
  otherDay,
  quotedPrice,
  showPrice,
  stopAt,
  ticketHeading,
  tripField,
  writeContact,
  writeTrip,
} from "./support/trips.ts";

const stage = makeStage();
/** A pickup is a Swedish wall time wherever the customer's clock stands. */
const CUSTOMERS: Partial<Record<Locale, string>> = { en: "America/New_York" };

for (const locale of LOCALES) {
  browserTest(`a customer books from the airport to an address, in ${locale}`, async () => {
    const visitor = await aVisitor(stage, { timezoneId: CUSTOMERS[locale] ?? HOME_ZONE });
    const { page, complaints } = visitor;
    const { quote: texts, trip } = textsFor(locale);
    const date = dayFromNow(2);

    await openHome(page, locale);
    await chooseSuggestion(page, locale, "from", "landv", /Landvetter/);
    await chooseSuggestion(page, locale, "to", "ostra hamngatan 24", /Östra Hamngatan/);
    await otherDay(page, locale).check();
    await tripField(page, locale, "date").fill(date);
    // Prices of times that were in the field before do not count: a weekend costs more than today.
    const answered = page.waitForResponse((response) =>
      response.request().postData()?.includes(`${date}T13:00`) ?? false
    );
    await tripField(page, locale, "time").fill("13:00");
    await answered;
    const preview = page.getByText(plainStart(trip.livePriceFrom));
    await preview.waitFor();
    const previewed = plain(await preview.innerText());

    await showPrice(page, locale);
    const standard = page.getByRole("radio", { name: new RegExp(texts.classes.standard.name) });
    await standard.waitFor();
    const quote = await readQuote(stage.app.services, quoteId(page.url().split("/").at(-1) ?? ""));
    const lowest = Math.min(...quote.options.map(({ totalOre }) => totalOre));
    assert.equal(previewed, plain(trip.livePriceFrom.replace("{price}", money(locale, lowest))));

    await page.getByRole("radio", { name: new RegExp(texts.classes.premium.name) }).check();
    const option = quote.options.find(({ vehicleClass }) => vehicleClass === "premium");
    assert.ok(option !== undefined, "premium is offered");
    assert.equal(plain(await quotedPrice(page)), money(locale, option.totalOre));
    await writeContact(page, locale);
    await bookButton(page, locale).click();

    await ticketHeading(page, locale).waitFor();
    const booking = await bookingOf(stage.app.services, page);
    const { booking: words } = textsFor(locale);
    assert.equal(booking.trip.totalOre, option.totalOre);
    assert.equal(booking.trip.vehicleClass, "premium");
    assert.equal(booking.trip.pickup.wallTime.slice(0, 16), `${date}T13:00`);
    assert.match(
      await onTicket(page, words.reference),
      new RegExp(formatReference(booking.reference)),
    );
    assert.ok((await onTicket(page, words.price)).startsWith(money(locale, option.totalOre)));
    assert.equal(await onTicket(page, words.passengerName), MAJA.name);
    const ticket = page.getByRole("article");
    await page.locator(".ticket-head").getByText(formatTime(locale, `${date}T13:00`)).waitFor();
    await ticket.getByText("Östra Hamngatan 24").waitFor();
    assert.deepEqual(complaints, []);
  });

  browserTest(`the calendar file of a ticket is a valid one, in ${locale}`, async () => {
    const visitor = await aVisitor(stage);
    const { page } = visitor;
    await openHome(page, locale);
    // Long enough that a line of the file must be folded.
    const to = "Östra Hamngatan 24, lgh 1203, portkod 4711, 3 tr, hos Maria Öberg";
    await writeTrip(page, locale, airportTrip({ to, date: dayFromNow(3), time: "13:15" }));
    await showPrice(page, locale);
    const { place } = textsFor(locale).trip;
    await stopAt(page, place.crossing("Östra Hamngatan", "Kyrkogatan"));
    await writeContact(page, locale);
    await bookButton(page, locale).click();
    const link = page.getByRole("link", { name: textsFor(locale).ticket.calendar });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);

    const booking = await bookingOf(stage.app.services, page);
    const file = readCalendar(await readFile(await download.path()));
    assert.equal(download.suggestedFilename(), `avanti-${booking.reference}.ics`);
    assert.equal(file.properties.get("UID"), `${booking.id}@avanti`);
    assert.equal(file.properties.get("DTSTART"), utc(booking.trip.pickup.instant));
    assert.match(file.properties.get("DTSTAMP") ?? "", /^\d{8}T\d{6}Z$/);
    assert.match(file.properties.get("SUMMARY") ?? "", /Östra Hamngatan 24/);
    assert.match(
      plain(file.properties.get("DESCRIPTION") ?? ""),
      new RegExp(money(locale, booking.trip.totalOre)),
    );
    assert.ok(file.hasFolds, "a line long enough to be folded is in it");
  });
}

/** Types, walks the suggestions with the arrow keys to the wanted one, and takes it with Enter. */
async function chooseSuggestion(
  page: Page,
  locale: Locale,
  end: "from" | "to",
  typed: string,
  wanted: RegExp,
): Promise<void> {
  const { trip } = textsFor(locale);
  const field = page.getByRole("combobox", { name: trip[end], exact: true });
  await field.pressSequentially(typed);
  // What is offered before anything is typed stands in another group.
  const found = page.getByRole("group", { name: trip.place.suggestions });
  const option = found.getByRole("option", { name: wanted }).first();
  await option.waitFor();
  const position = await option.evaluate((item) =>
    [...item.closest("[role=listbox]")!.querySelectorAll("[role=option]")].indexOf(item)
  );
  for (let step = 0; step <= position; step++) await field.press("ArrowDown");
  await page.getByRole("option", { name: wanted, selected: true }).waitFor();
  await field.press("Enter");
  await page.getByRole("listbox").waitFor({ state: "hidden" });
  assert.match(await field.inputValue(), wanted);
}

function money(locale: Locale, ore: number): string {
  return plain(formatMoney(locale, ore));
}

/** The words before the amount. */
function plainStart(text: string): RegExp {
  return new RegExp(`^${text.split("{price}")[0]}.*\\d`);
}

/** `20261124T120000Z`, out of an ISO instant. */
function utc(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: "second" }).replace(/[-:]/g, "");
}
