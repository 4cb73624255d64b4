// What customers do: fill in the trip, choose the price, say who they are.
import type { Locator, Page } from "npm:playwright-core@1.65.1";
import type { Locale } from "../../../lib/kernel/locale.ts";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { readClockTime } from "../../../lib/kernel/clock-time.ts";
import { localDate } from "../../../lib/kernel/wall-time.ts";
import { SERVED_NOW } from "../../support/served-app.ts";
import { openHome, untilLive } from "./stage.ts";

/** A trip as a customer writes it. */
export interface WrittenTrip {
  from: string;
  to: string;
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:MM`, Swedish time. */
  time: string;
}

/** Who travels in these tests. */
export const MAJA = { name: "Maja Öberg", phone: "070-123 45 67" };

/** The local date in Sweden some days from where the product's clock stands. */
export function dayFromNow(days: number): string {
  return localDate(Temporal.Instant.from(SERVED_NOW).add({ hours: 24 * days }));
}

/** The airport to a square of the city, which needs no further question, at an hour without surcharge. */
export function airportTrip(changes: Partial<WrittenTrip> = {}): WrittenTrip {
  return {
    from: "Göteborg Landvetter flygplats",
    to: "Drottningtorget 2",
    date: dayFromNow(2),
    time: "13:00",
    ...changes,
  };
}

/** The trip form's field. */
export function tripField(
  page: Page,
  locale: Locale,
  name: "from" | "to" | "date" | "time" | "passengers" | "bags",
): Locator {
  return page.getByLabel(textsFor(locale).trip[name], { exact: true });
}

/** Writes a trip, without looking at what is suggested. */
export async function writeTrip(page: Page, locale: Locale, trip: WrittenTrip): Promise<void> {
  for (const name of ["from", "to"] as const) {
    await tripField(page, locale, name).fill(trip[name]);
    // What is offered would stand over the rest of the form.
    await tripField(page, locale, name).press("Escape");
  }
  await writePickup(page, locale, trip);
}

/** The choice "another date", which opens the field for it. */
export function otherDay(page: Page, locale: Locale): Locator {
  return page.getByRole("radio", { name: textsFor(locale).trip.otherDay });
}

/** Chooses a date in its field and writes a time; works with and without JavaScript. */
export async function writePickup(
  page: Page,
  locale: Locale,
  { date, time }: Pick<WrittenTrip, "date" | "time">,
): Promise<void> {
  const other = otherDay(page, locale);
  // A list of places that closes in that very moment takes the press; the next one is the choice's.
  await other.check().catch(() => other.check());
  await tripField(page, locale, "date").fill(date);
  await tripField(page, locale, "time").fill(time);
}

/** What stands in a field of the trip form, a time as `HH:MM` however it is shown. */
export async function tripValue(
  page: Page,
  locale: Locale,
  name: keyof WrittenTrip,
): Promise<string> {
  const value = await tripField(page, locale, name).inputValue();
  return name === "time" ? readClockTime(value) ?? value : value;
}

/** Presses the button that asks for the price. */
export async function showPrice(page: Page, locale: Locale): Promise<void> {
  await page.getByRole("button", { name: textsFor(locale).trip.showPrice }).click();
}

/** Answers where on a long street the car shall stop, in the step between form and price. */
export async function stopAt(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
}

/** From the start page to the price of a trip. */
export async function askPrice(page: Page, locale: Locale, trip: WrittenTrip): Promise<void> {
  await openHome(page, locale);
  await writeTrip(page, locale, trip);
  await showPrice(page, locale);
  await bookButton(page, locale).waitFor();
  await untilLive(page);
}

/** Writes name and telephone number on the price page. */
export async function writeContact(page: Page, locale: Locale, contact = MAJA): Promise<void> {
  const { quote } = textsFor(locale);
  await page.getByLabel(quote.name, { exact: true }).fill(contact.name);
  await page.getByLabel(quote.phone, { exact: true }).fill(contact.phone);
}

/** Opens what stands behind one line on the price page of an airport trip: e-mail, flight and message. */
export async function openMore(page: Page, locale: Locale): Promise<void> {
  await page.getByText(textsFor(locale).quote.addMoreFlight).click();
}

/** The price of the chosen class, as the bar shows it. */
export async function quotedPrice(page: Page): Promise<string> {
  return await page.locator(".book-bar-price strong").filter({ visible: true }).innerText();
}

/** The button that buys. */
export function bookButton(page: Page, locale: Locale): Locator {
  return page.getByRole("button", { name: textsFor(locale).quote.book });
}

/** Books a trip from the start page to its ticket. */
export async function bookTrip(
  page: Page,
  locale: Locale,
  trip: WrittenTrip,
  contact = MAJA,
): Promise<void> {
  await askPrice(page, locale, trip);
  await writeContact(page, locale, contact);
  await bookButton(page, locale).click();
  await ticketHeading(page, locale).waitFor();
}

/** The heading of a ticket that was just bought. */
export function ticketHeading(page: Page, locale: Locale): Locator {
  return page.getByRole("heading", { name: textsFor(locale).booking.confirmedTitle });
}
