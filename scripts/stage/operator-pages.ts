// The operators' pages, with a day of demo trips on the board.
import type { Page } from "npm:playwright-core@1.65.1";
import { PLAIN_COOKIE } from "../../lib/accounts/session-cookie.ts";
import { paths } from "../../lib/kernel/paths.ts";
import type { Services } from "../../lib/assembly/services.ts";
import type { Locale } from "../../lib/kernel/locale.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import { nextDate } from "../../lib/kernel/local-date.ts";
import { dropDeadJobs, someDeadJobs } from "../../tests/support/dead-jobs.ts";
import { READ_OUT, someIncidents } from "../../tests/support/incidents.ts";
import { COLUMNS } from "../../lib/ui/operator/view/board-view.ts";
import { seedDemoData } from "../seed-demo.ts";
import { AIRPORT_TRIP, LONG_NAME, stageBooking } from "./stage-bookings.ts";
import { enterAs, linkFor } from "../demo/enter-as.ts";
import type { ShownPage } from "./shown-pages.ts";

/** Trips of each day on the board. */
const TRIPS_A_DAY = 24;
const OPERATOR = "Karin";

/** The pages, seen by a signed-in operator where they need one. */
export async function operatorPages(services: Services): Promise<ShownPage[]> {
  await seedDemoData(services, TRIPS_A_DAY);
  const today = localDate(services.clock.now());
  const day = await services.bookings.listDay(today);
  const chosen = day.find((trip) => trip.status === "assigned") ?? day.at(-1);
  const incident = await someIncidents(services);
  const token = await linkFor(services, OPERATOR);
  const { secret } = await enterAs(services, OPERATOR);
  const odd = await stageBooking(services, AIRPORT_TRIP, "van", LONG_NAME);
  const opened = (name: string, path: string, then = stay): ShownPage => ({
    name,
    isOperators: true,
    async open(page, origin, locale) {
      await page.context().addCookies([{ name: PLAIN_COOKIE, value: secret, url: origin }]);
      await page.goto(origin + inLanguage(path, locale));
      await then(page);
    },
  });
  const board = (
    name: string,
    query: Parameters<typeof paths.admin>[0],
    then: (page: Page) => Promise<void> = showMain,
  ): ShownPage => ({ ...opened(name, paths.admin(query), then), isWindow: true });
  const stalled = (name: string, some: boolean, then = stay): ShownPage => {
    const page = opened(name, paths.adminJobs({ done: "already" }), then);
    const open: ShownPage["open"] = async (...at) => {
      await dropDeadJobs(services);
      if (some) await someDeadJobs(services);
      await page.open(...at);
    };
    return { ...page, open };
  };
  return [
    atDoor("admin-sign-in-needed", paths.admin()),
    atDoor("admin-enter", paths.enter(token)),
    atDoor("admin-enter-unknown", paths.enter("x".repeat(43))),
    atDoor("admin-signed-out", paths.signedOut()),
    board("board", {}),
    board("board-booking", { booking: chosen?.id ?? "" }),
    board("board-long-name", { date: nextDate(today, 1), booking: odd.booking.id }),
    board("board-tomorrow", { date: nextDate(today, 1), cols: COLUMNS.join(",") }),
    board("board-empty", { date: nextDate(today, 60) }),
    board("board-no-match", { show: "wheelchair,flight,childseat" }),
    board("board-search", { q: "Maja" }),
    board("board-search-none", { q: "Xyzzy" }),
    board("board-menu", {}, openRailMenu),
    stalled("jobs", true, (page) => page.locator("summary").first().click()),
    stalled("jobs-none", false),
    ...otherPages(opened, incident),
  ];
}

/** Pages that keep what trips are made of, those that make trips, and what went wrong. */
function otherPages(
  opened: (name: string, path: string, then?: (page: Page) => Promise<void>) => ShownPage,
  incident: string,
): ShownPage[] {
  const order = {
    ...{ phone: "070-123 45 67", name: LONG_NAME, when: "+600" },
    ...{ from: "Göteborg Landvetter flygplats", to: "Drottningtorget 2" },
  };
  return [
    { ...opened("cars", paths.adminCars()), isWindow: true },
    opened("cars-list", paths.adminCars({ view: "list" })),
    opened("car", paths.adminCar("V01")),
    opened("order", paths.adminNewBooking()),
    opened(
      "order-price",
      paths.adminNewBooking(order),
      (page) => page.locator(".order-total").waitFor(),
    ),
    opened("landmarks", paths.adminPlaces({ q: "stockholm", done: "changed" })),
    opened("landmarks-none", paths.adminPlaces({ q: "Xyzzy" })),
    opened("landmark", paths.adminPlace("ullevi")),
    opened("landmark-new", paths.adminNewPlace()),
    opened("incidents", paths.adminIncidents({ q: "ABCD-EFGH" })),
    opened("incident", paths.adminIncident(incident, { reference: READ_OUT })),
    opened("vehicles", paths.adminVehicles({ done: "changed" })),
    opened("vehicles-none", paths.adminVehicles({ q: "Xyzzy" })),
    opened("vehicle", paths.adminVehicle("V01")),
    opened("drivers", paths.adminDrivers()),
    opened("driver", paths.adminDriver("D01")),
    opened("driver-new", paths.adminNewDriver()),
    opened("permit-holders", paths.adminPermitHolders()),
    opened("tariffs", paths.adminTariffs()),
    opened("tariff-draft", paths.adminTariffs(), beginADraft),
    opened("tariffs-simulated", paths.adminTariffs(), tryATariff),
  ];
}

async function beginADraft(page: Page): Promise<void> {
  await page.locator('input[name="name"]').fill("Vintern 2027");
  await page.locator("main form button").click();
  await page.waitForURL("**/admin/tariff-drafts/*");
}

async function showMain(page: Page): Promise<void> {
  await page.locator("main").first().waitFor();
}

/** Only small windows have the menu. */
async function openRailMenu(page: Page): Promise<void> {
  const button = page.locator(".rail-open");
  if (await button.isVisible()) await button.click();
}

async function tryATariff(page: Page): Promise<void> {
  await beginADraft(page);
  await page.locator('input[name="standard.baseOre"]').fill("70,00");
  await page.locator('button[value="simulate"]').click();
  await page.locator(".tariff-simulation").waitFor();
}

function stay(_page: Page): Promise<void> {
  return Promise.resolve();
}

/** A page as somebody sees it who is not signed in. */
function atDoor(name: string, path: string): ShownPage {
  return {
    name,
    isOperators: true,
    async open(page: Page, origin: string, locale: Locale) {
      await page.context().clearCookies();
      await page.goto(origin + inLanguage(path, locale));
    },
  };
}

function inLanguage(path: string, locale: Locale): string {
  return `${path}${path.includes("?") ? "&" : "?"}lang=${locale}`;
}
