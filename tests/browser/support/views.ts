// Every page in the states people meet it in, and how to get there.
import type { Page } from "npm:playwright-core@1.65.1";
import { MAX_REASON_LENGTH } from "../../../lib/booking/booking.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { boardTexts } from "../../../lib/i18n/board-texts.ts";
import type { Locale } from "../../../lib/kernel/locale.ts";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { READ_OUT } from "../../support/incidents.ts";
import { SETUP_PAGES } from "./setup-pages.ts";
import { accountViews, SIGN_IN_VIEWS } from "./account-views.ts";
import { OWN_VIEWS } from "./own-views.ts";
import { sheetViews } from "./sheet-views.ts";
import type { ViewData } from "./view-data.ts";
import { ask, signIn } from "./view-steps.ts";
import { bookButton, showPrice, writeContact } from "./trips.ts";

/** A page in one of its states. */
export interface View {
  name: string;
  /** The page's file in routes/. */
  route: string;
  /** What the server answers. */
  status: number;
  /** True for a page nothing moves on: no script may be asked for. */
  isStill?: boolean;
  /** Opens it in the language the browser keeps. */
  open(page: Page, data: ViewData, locale: Locale): Promise<unknown>;
}

const HOME = "index.tsx";
const ASKED = "quotes/index.tsx";
const PRICE = "quotes/[id].tsx";
const BOUGHT = "bookings/index.tsx";
const TICKET = "bookings/[link]/index.tsx";
const CANCEL = "bookings/[link]/cancel.tsx";
const DETAILS = "bookings/[link]/details.tsx";
const MOVE = "bookings/[link]/reschedule.tsx";
const FAILED = "_error.tsx";
const BOARD = "admin/index.tsx";
const CARS = "admin/cars/index.tsx";
const JOBS = "admin/jobs/index.tsx";
const ORDER = "admin/(order)/new.tsx";
const ENTER = "(entry)/enter/[token].tsx";
const REFUSED = "_middleware.tsx";

/** The customers' pages. */
export const CUSTOMER_VIEWS: readonly View[] = [
  at("the start page", HOME, () => paths.home()),
  {
    ...at("the start page with suggestions", HOME, () => paths.home()),
    async open(page, _data, locale) {
      const { trip } = textsFor(locale);
      await page.goto(paths.home());
      const from = page.getByRole("combobox", { name: trip.from, exact: true });
      await from.pressSequentially("lands");
      await page.getByRole("option").first().waitFor();
      await from.press("ArrowDown");
    },
  },
  {
    ...at("the start page with its clock open", HOME, () => paths.home()),
    async open(page, _data, locale) {
      await page.goto(paths.home());
      await page.getByRole("spinbutton", { name: textsFor(locale).trip.time }).click();
      await page.getByRole("grid").first().waitFor();
    },
  },
  {
    ...at("the start page sent empty", HOME, () => paths.home()),
    async open(page, _data, locale) {
      await page.goto(paths.home());
      await page.getByRole("spinbutton", { name: textsFor(locale).trip.time }).waitFor();
      await showPrice(page, locale);
      await page.getByRole("alert").waitFor();
    },
  },
  {
    ...at("the start page with the map", HOME, () => paths.home()),
    async open(page, _data, locale) {
      const { trip } = textsFor(locale);
      await page.goto(paths.home());
      await page.getByRole("button", { name: new RegExp(trip.place.chooseOnMap) }).first().click();
      await page.getByRole("dialog").getByRole("button", { name: trip.map.use }).waitFor();
    },
  },
  {
    name: "the start page with questions about places",
    route: ASKED,
    status: 422,
    open: (page, { day }, locale) =>
      ask(page, locale, { from: "kyrkogata", to: "Xyzzyplatsen", date: day, time: "13:00" }),
  },
  {
    name: "the step that asks which street is meant, and where on it",
    route: ASKED,
    status: 422,
    open: (page, { day }, locale) =>
      ask(page, locale, { from: "Storgatan 5", to: "Landvetter", date: day, time: "13:00" }),
  },
  {
    name: "the start page with a time that does not exist",
    route: ASKED,
    status: 422,
    open: (page, { gapNight }, locale) =>
      ask(page, locale, { from: "Landvetter", to: "Avenyn", date: gapNight, time: "02:30" }),
  },
  ...SIGN_IN_VIEWS,
  ...OWN_VIEWS,
  at("a price", PRICE, ({ quoteId }) => paths.quote(quoteId)),
  {
    ...at("a price with its map", PRICE, ({ quoteId }) => paths.quote(quoteId)),
    async open(page, { quoteId }, locale) {
      const { quote, trip } = textsFor(locale);
      // A window as wide as the views' opens it by itself.
      await page.goto(paths.quote(quoteId));
      await page.getByRole("img", { name: quote.mapLabel }).waitFor();
      await page.getByText(trip.map.loading).waitFor({ state: "hidden" });
    },
  },
  {
    name: "a price with errors",
    route: BOUGHT,
    status: 422,
    async open(page, { quoteId }, locale) {
      await page.goto(paths.quote(quoteId));
      await writeContact(page, locale, { name: "Anna-Karin Wachtmeister", phone: "070" });
      await bookButton(page, locale).click();
      await page.getByRole("alert").waitFor();
    },
  },
  at("an expired price", PRICE, ({ expiredQuoteId }) => paths.quote(expiredQuoteId), 410),
  at("a used price", PRICE, ({ usedQuoteId }) => paths.quote(usedQuoteId), 409),
  {
    name: "a price without a free vehicle",
    route: BOUGHT,
    status: 409,
    async open(page, { fullQuoteId }, locale) {
      const { quote } = textsFor(locale);
      await page.goto(paths.quote(fullQuoteId));
      await page.getByRole("radio", { name: new RegExp(quote.classes.wheelchair.name) }).check();
      await writeContact(page, locale);
      // As if the last car had been taken while the form was filled in: the page had said it was free.
      await page.locator("form.quote").evaluate((form) => (form as HTMLFormElement).submit());
      await page.getByRole("heading", { name: quote.noVehicleTitle }).waitFor();
    },
  },
  at("a new ticket", TICKET, ({ link }) => paths.booking(link)),
  at("a ticket's details", DETAILS, ({ link }) => paths.bookingDetails(link)),
  at("a ticket on its way", TICKET, ({ soonLink }) => paths.booking(soonLink)),
  at("a cancelled ticket", TICKET, ({ cancelledLink }) => paths.booking(cancelledLink)),
  at("cancelling for free", CANCEL, ({ link }) => paths.cancelBooking(link)),
  at("cancelling for a fee", CANCEL, ({ soonLink }) => paths.cancelBooking(soonLink)),
  at("cancelling twice", CANCEL, ({ cancelledLink }) => paths.cancelBooking(cancelledLink)),
  at("a new time", MOVE, ({ link }) => paths.rescheduleBooking(link)),
  {
    ...at("the price of a new time", MOVE, ({ link }) => paths.rescheduleBooking(link)),
    async open(page, { link }, locale) {
      const { trip, booking } = textsFor(locale);
      await page.goto(paths.rescheduleBooking(link));
      await page.getByLabel(trip.time, { exact: true }).fill("10:15");
      await page.getByRole("button", { name: booking.showNewPrice }).click();
      await page.getByText(booking.newPrice, { exact: true }).waitFor();
    },
  },
  at(
    "a new time for a cancelled ride",
    MOVE,
    ({ cancelledLink }) => paths.rescheduleBooking(cancelledLink),
  ),
  at("a search for a ticket", BOUGHT, () => paths.bookings()),
  {
    ...at("a ticket that was not found", "bookings/find.tsx", () => paths.bookings(), 422),
    async open(page, _data, locale) {
      const { booking, quote, fieldErrors } = textsFor(locale);
      await page.goto(paths.bookings());
      await page.getByLabel(booking.reference, { exact: true }).fill("K4Q 7RM");
      await page.getByLabel(quote.phone, { exact: true }).fill("070-123 45 67");
      await page.getByRole("button", { name: booking.findSubmit }).click();
      await page.getByRole("link", { name: fieldErrors.ticketNotFound }).waitFor();
    },
  },
  still("prices", "prices.tsx", paths.prices()),
  still("help", "help.tsx", paths.help()),
  still("terms", "terms.tsx", paths.terms()),
  at("privacy", "privacy.tsx", () => paths.privacy()),
  still("offline", "offline.tsx", paths.offline()),
  still("an unknown address", FAILED, "/finns-inte", 404),
  still("an unknown ticket", FAILED, paths.booking("finns-inte"), 404),
  still("an unknown price", FAILED, paths.quote("finns-inte"), 404),
  still(
    "the price of another booking's move",
    FAILED,
    ({ moveQuoteId }) => paths.quote(moveQuoteId),
    409,
  ),
];

/** The operators' pages. */
export const OPERATOR_VIEWS: readonly View[] = [
  still("a one-time link", ENTER, async ({ newLink }) => await newLink()),
  still("a link that was used", ENTER, ({ usedLink }) => usedLink, 410),
  still("having signed out", "(entry)/signed-out.tsx", paths.signedOut()),
  still("the board without a session", REFUSED, paths.admin(), 401),
  signedIn("an unknown address of operators", REFUSED, () => "/admin/finns-inte", 404),
  signedIn("an empty day", BOARD, ({ emptyDay }) => paths.admin({ date: emptyDay })),
  signedIn("a full day", BOARD, ({ day }) => paths.admin({ date: day })),
  signedIn("today", BOARD, () => paths.admin()),
  signedIn(
    "a booking on the board",
    BOARD,
    ({ day, bookingId }) => paths.admin({ date: day, booking: bookingId }),
  ),
  ...sheetViews(signIn),
  signedIn("the cars of a day", CARS, ({ day }) => paths.adminCars({ date: day })),
  signedIn("the cars of today", CARS, () => paths.adminCars()),
  signedIn("the cars as a list", CARS, () => paths.adminCars({ view: "list" })),
  signedIn("a filter no car fits", CARS, () => paths.adminCars({ show: "trouble", class: "van" })),
  entered("a car", "admin/cars/[vehicleId].tsx", () => paths.adminCar("V01")),
  jobs("jobs that were given up", true),
  {
    ...jobs("removing a job that was given up", true),
    async open(page, data, locale) {
      await openJobs(page, data, locale, true);
      await page.locator("summary").first().click();
      await page.getByRole("button", { name: textsFor(locale).jobs.dropConfirm }).waitFor();
    },
  },
  jobs("no job that was given up", false),
  entered("failures", "admin/incidents/index.tsx", () => paths.adminIncidents()),
  entered(
    "one failure",
    "admin/incidents/[fingerprint].tsx",
    ({ incident }) => paths.adminIncident(incident, { reference: READ_OUT }),
  ),
  entered("the cache", "admin/cache/index.tsx", () => paths.adminCache()),
  entered(
    "what a purge would take",
    "admin/cache/index.tsx",
    () => paths.adminCache({ by: "category", category: "route" }),
  ),
  ...SETUP_PAGES.map(([name, route, address]) => entered(name, route, address)),
  ...accountViews(signIn),
  entered("a telephone booking", ORDER, () => paths.adminNewBooking()),
  {
    ...entered("a telephone booking with its price", ORDER, () => ""),
    async open(page, data, locale) {
      await signIn(page, data, locale);
      const from = { from: "Göteborg Landvetter flygplats", to: "Drottningtorget 2" };
      await page.goto(
        paths.adminNewBooking({
          ...from,
          phone: "070-123 45 67",
          name: "Maja Öberg",
          when: "+600",
        }),
      );
      await page.locator(".order-total").waitFor();
    },
  },
  signedIn("a search", BOARD, () => paths.admin({ q: "Maja" })),
  signedIn("a search without answer", BOARD, () => paths.admin({ q: "Xyzzy" })),
  {
    ...signedIn("a refused action", "admin/bookings/[bookingId]/[action].tsx", () => "", 422),
    async open(page, data, locale) {
      const board = boardTexts(locale);
      await signIn(page, data, locale);
      await page.goto(paths.admin({ date: data.day, booking: data.bookingId }));
      const form = page.locator(`form[action$="/cancel"]`);
      await form.waitFor({ state: "attached" });
      await form.evaluate((form: HTMLFormElement) => form.submit());
      await page.waitForURL(`**${paths.adminBookingAction(data.bookingId, "cancel")}`);
      await page.getByText(board.problems["reason-missing"](MAX_REASON_LENGTH)).waitFor();
    },
  },
];

/** All of them. */
export const VIEWS: readonly View[] = [...CUSTOMER_VIEWS, ...OPERATOR_VIEWS];

type Address = string | ((data: ViewData) => string | Promise<string>);

function at(name: string, route: string, address: Address, status = 200): View {
  return {
    name,
    route,
    status,
    open: async (page, data) =>
      await page.goto(typeof address === "string" ? address : await address(data)),
  };
}

function still(name: string, route: string, address: Address, status = 200): View {
  return { ...at(name, route, address, status), isStill: true };
}

function signedIn(name: string, route: string, address: Address, status = 200): View {
  const view = at(name, route, address, status);
  return {
    ...view,
    async open(page, data, locale) {
      await signIn(page, data, locale);
      await view.open(page, data, locale);
      if (status === 200) await page.getByText(boardTexts(locale).live.justNow).first().waitFor();
    },
  };
}

/** A page of operators that is not live. */
function entered(name: string, route: string, address: Address): View {
  const view = at(name, route, address);
  return {
    ...view,
    async open(page, data, locale) {
      await signIn(page, data, locale);
      await view.open(page, data, locale);
    },
  };
}

/** The page of jobs with some, or with none. */
function jobs(name: string, some: boolean): View {
  return {
    name,
    route: JOBS,
    status: 200,
    open: (page, data, locale) => openJobs(page, data, locale, some),
  };
}

async function openJobs(
  page: Page,
  data: ViewData,
  locale: Locale,
  some: boolean,
): Promise<void> {
  await data.stallJobs(some);
  await signIn(page, data, locale);
  await page.goto(paths.adminJobs());
}
