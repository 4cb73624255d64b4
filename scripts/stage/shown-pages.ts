// Every customer page in the states worth looking at, and how to get to each.
import type { Page } from "npm:playwright-core@1.65.1";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { quoteReschedule, rescheduleBooking } from "../../lib/booking/reschedule-booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import type { Services } from "../../lib/assembly/services.ts";
import type { Locale } from "../../lib/kernel/locale.ts";
import { dateOf, readWallTime, timeOf } from "../../lib/kernel/wall-time.ts";
import {
  AIRPORT_TRIP,
  driveOn,
  fillClass,
  LONG_NAME,
  stageBooking,
  stageQuote,
  type StageTrip,
} from "./stage-bookings.ts";
import { at } from "./open-stage.ts";

/** A page and how to open it. */
export interface ShownPage {
  name: string;
  /** True when only what fits the window is shown, as under a dialog. */
  isWindow?: boolean;
  /** True for the operators' pages, which are drawn at the widths they work at. */
  isOperators?: boolean;
  open(page: Page, origin: string, locale: Locale): Promise<void>;
}

/** Time for a list, a price or a map to appear, in ms. */
const SETTLE_MS = 900;

/** The pages, with the bookings they show. */
export async function shownPages(services: Services): Promise<ShownPage[]> {
  const quote = await stageQuote(services, AIRPORT_TRIP);
  const estimate = await stageQuote(services, { ...AIRPORT_TRIP, to: "Borås centralstation" });
  const early = at(services, "2026-11-22T16:00:00Z");
  const expired = await stageQuote(early, AIRPORT_TRIP);
  const ticket = await stageBooking(services, { ...AIRPORT_TRIP, childSeats: 1 });
  const cancelled = await stageBooking(early, AIRPORT_TRIP, "premium");
  await cancelBooking(services, { link: cancelled.link, reason: "", expectedFeeOre: 0 });
  const soon = await stageBooking(early, { ...AIRPORT_TRIP, wallTime: "2026-11-22T18:20" });
  await driveOn(services, soon.booking, ["assign", "depart"]);
  const full: StageTrip = { ...AIRPORT_TRIP, wallTime: "2026-11-24T09:00", wheelchairs: 1 };
  const noVehicle = await stageQuote(services, full);
  await fillClass(services, full, "wheelchair");

  return [
    shownAt("home", () => paths.home()),
    {
      name: "home-price",
      async open(page, origin, locale) {
        await page.goto(`${origin}${paths.home()}?lang=${locale}`);
        await fillTrip(page, AIRPORT_TRIP);
        await page.waitForTimeout(SETTLE_MS * 2);
      },
    },
    {
      name: "home-suggestions",
      async open(page, origin, locale) {
        await page.goto(`${origin}${paths.home()}?lang=${locale}`);
        await page.locator("#from").pressSequentially("lands");
        await page.waitForTimeout(SETTLE_MS);
        await page.keyboard.press("ArrowDown");
      },
    },
    {
      name: "home-map",
      isWindow: true,
      async open(page, origin, locale) {
        await page.goto(`${origin}${paths.home()}?lang=${locale}`);
        await page.locator(".trip-end.from .map-open").click();
        await page.locator(".map-pin").waitFor();
        await page.waitForTimeout(SETTLE_MS);
      },
    },
    asked("home-choices", { ...AIRPORT_TRIP, from: "kyrkogata", to: "Xyzzyplatsen" }),
    ...placeSteps(),
    asked("home-gap", { ...AIRPORT_TRIP, wallTime: "2027-03-28T02:30" }),
    asked("home-overlap", { ...AIRPORT_TRIP, wallTime: "2027-10-31T02:30" }),
    asked("home-too-soon", { ...AIRPORT_TRIP, wallTime: "2026-11-22T18:10" }),
    shownAt("quote", () => paths.quote(quote.id)),
    shownAt("quote-estimate", () => paths.quote(estimate.id)),
    {
      name: "quote-map",
      async open(page, origin, locale) {
        await page.goto(`${origin}${paths.quote(quote.id)}?lang=${locale}`);
        await page.locator(".route-map-button").click();
        await page.waitForTimeout(SETTLE_MS * 2);
      },
    },
    booked("quote-errors", quote.id, "standard", "070"),
    shownAt("quote-expired", () => paths.quote(expired.id)),
    booked("quote-no-vehicle", noVehicle.id, "wheelchair", "070-123 45 67"),
    shownAt("ticket", () => paths.booking(ticket.link)),
    ...await ticketStates(services),
    shownAt("ticket-cancelled", () => paths.booking(cancelled.link)),
    shownAt("ticket-on-its-way", () => paths.booking(soon.link)),
    shownAt("cancel", () => paths.cancelBooking(ticket.link)),
    shownAt("cancel-fee", () => paths.cancelBooking(soon.link)),
    shownAt("reschedule", () => paths.rescheduleBooking(ticket.link)),
    {
      name: "reschedule-price",
      async open(page, origin, locale) {
        await page.goto(`${origin}${paths.rescheduleBooking(ticket.link)}?lang=${locale}`);
        await page.locator("#time").fill("10:15");
        await page.locator(".manage-main form .button").first().click();
        await page.locator(".new-price").waitFor();
      },
    },
    shownAt("find-ticket", () => paths.bookings()),
    shownAt("prices", () => paths.prices()),
    shownAt("help", () => paths.help()),
    shownAt("terms", () => paths.terms()),
    shownAt("privacy", () => paths.privacy()),
    shownAt("offline", () => paths.offline()),
    shownAt("not-found", () => "/finns-inte"),
  ];
}

/** The step that asks where on a street, and which of several. */
function placeSteps(): ShownPage[] {
  return [
    asked("home-where", { ...AIRPORT_TRIP, from: "Vasagatan", to: "Landvetter" }),
    asked("home-which", { ...AIRPORT_TRIP, from: "Storgatan 5" }),
  ];
}

/** Tickets with a driver, after the ride, and in a name as long as there are. */
async function ticketStates(services: Services): Promise<ShownPage[]> {
  const assigned = await stageBooking(services, AIRPORT_TRIP, "van");
  await driveOn(services, assigned.booking, ["assign"]);
  const early = at(services, "2026-11-22T16:00:00Z");
  const done = await stageBooking(
    early,
    { ...AIRPORT_TRIP, wallTime: "2026-11-22T17:40" },
    "premium",
  );
  await driveOn(services, done.booking, ["assign", "depart", "arrive", "board", "complete"]);
  const moved = await movedBooking(services);
  const longName = await stageBooking(services, AIRPORT_TRIP, "standard", LONG_NAME);
  return [
    shownAt("ticket-assigned", () => paths.booking(assigned.link)),
    shownAt("ticket-done", () => paths.booking(done.link)),
    shownAt("ticket-moved", () => paths.booking(moved)),
    shownAt("ticket-long-name", () => paths.booking(longName.link)),
  ];
}

function shownAt(name: string, path: () => string): ShownPage {
  return {
    name,
    open: async (page, origin, locale) => void await page.goto(`${origin}${path()}?lang=${locale}`),
  };
}

/** The form after it was sent with `trip`. */
function asked(name: string, trip: StageTrip): ShownPage {
  return {
    name,
    async open(page, origin, locale) {
      await page.goto(`${origin}${paths.home()}?lang=${locale}`);
      await fillTrip(page, trip);
      await Promise.all([page.waitForURL("**/quotes"), page.locator(".trip-send .button").click()]);
    },
  };
}

/** What follows when the price was bought with this phone number. */
function booked(name: string, id: string, vehicleClass: string, phone: string): ShownPage {
  return {
    name,
    async open(page, origin, locale) {
      await page.goto(`${origin}${paths.quote(id)}?lang=${locale}`);
      await page.locator(`#class-${vehicleClass}`).check();
      await page.locator("#name").fill("Anna-Karin Wachtmeister-Lagerbielke");
      await page.locator("#phone").fill(phone);
      // As it comes from a page that knew less: with its script the page would say so before it is sent.
      await Promise.all([
        page.waitForURL("**/bookings?*"),
        page.evaluate(() => document.querySelector<HTMLFormElement>("form.quote")?.submit()),
      ]);
    },
  };
}

async function fillTrip(page: Page, trip: StageTrip): Promise<void> {
  await page.locator("#from").fill(trip.from);
  await page.locator("#from").press("Escape");
  await page.locator("#to").fill(trip.to);
  await page.locator("#to").press("Escape");
  await page.locator("#other-day").check();
  await page.locator("#date").fill(dateOf(trip.wallTime));
  await page.locator("#time").fill(timeOf(trip.wallTime));
  await page.locator("#passengers").selectOption("2");
  await page.locator("#bags").selectOption("3");
}

async function movedBooking(services: Services): Promise<string> {
  const { link } = await stageBooking(services, AIRPORT_TRIP, "van");
  const reading = readWallTime("2026-11-23T08:15");
  if (reading.kind !== "one") throw new Error("The stage's new time is a clear one");
  const quote = await quoteReschedule(services, { link, pickup: reading.pickup });
  await rescheduleBooking(services, { link, quoteId: quote.id });
  return link;
}
