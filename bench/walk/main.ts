// bench/walk: a whole booking on a phone at the speed of a person, from the start page to the ticket; median of
// three. Wanted: 45 s, most of them the person's own.
import type { Browser, Page } from "npm:playwright-core@1.65.1";
import { formatUntil } from "../../lib/i18n/format.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { nextDate } from "../../lib/kernel/local-date.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import { launchChromium } from "../../tests/support/chromium.ts";
import { CHROMIUM, hasChromium } from "../../tests/support/chromium-path.ts";
import { startProduct } from "../product/started-product.ts";
import { aPerson, type Person } from "./person.ts";

const RUNS = 3;
const WANTED_SECONDS = 45;
/** A middling Android phone. */
const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
  locale: "sv-SE",
  timezoneId: "Europe/Stockholm",
};
const { trip, quote, booking } = textsFor("sv");
const CLOCK = trip.clock({ digits: "640", clock: "06.40" });

type Step = (page: Page, person: Person, origin: string) => Promise<void>;

/** What is done, in order. */
const STEPS: Readonly<Record<string, Step>> = {
  "opens the start page": async (page, person, origin) => {
    await page.goto(`${origin}${paths.home()}?lang=sv`, { waitUntil: "commit" });
    await person.read(page.getByRole("heading", { level: 1 }));
  },
  "from the hospital": (page, person) => choosePlace(page, person, "from", "sahlgr", /Sahlgrenska/),
  "to the airport": (page, person) => choosePlace(page, person, "to", "landvetter", /flygplats/),
  "tomorrow at 06.40": chooseTime,
  "asks for the price": async (page, person) => {
    await person.tap(page.getByRole("button", { name: trip.showPrice }));
    await person.read(page.getByRole("radio", { name: new RegExp(quote.classes.standard.name) }));
  },
  "name and phone": async (page, person) => {
    await person.write(page.getByLabel(quote.name, { exact: true }), "Maja Öberg");
    await person.write(page.getByLabel(quote.phone, { exact: true }), "0701234567");
  },
  "books, and has the ticket": async (page, person) => {
    await person.tap(page.getByRole("button", { name: quote.book }));
    await person.read(page.getByRole("heading", { name: booking.confirmedTitle }));
  },
};

/** Seconds a step, and those of all steps in which the page was waited for. */
interface Walk {
  steps: number[];
  waited: number;
}

if (import.meta.main) {
  if (!await hasChromium()) {
    console.info(`left out: ${CHROMIUM} is missing`);
    Deno.exit(0);
  }
  await using product = await startProduct();
  const browser = await launchChromium();
  const walks: Walk[] = [];
  for (let run = 0; run < RUNS; run++) walks.push(await walk(browser, product.origin));
  await browser.close();
  report(walks);
}

async function walk(browser: Browser, origin: string): Promise<Walk> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const person = aPerson();
  const steps: number[] = [];
  for (const step of Object.values(STEPS)) {
    const before = performance.now();
    await step(page, person, origin);
    steps.push((performance.now() - before) / 1_000);
  }
  await context.close();
  return { steps, waited: person.waitedMs() / 1_000 };
}

async function choosePlace(
  page: Page,
  person: Person,
  end: "from" | "to",
  typed: string,
  wanted: RegExp,
): Promise<void> {
  await person.write(page.getByLabel(trip[end], { exact: true }), typed);
  const option = page.getByRole("option", { name: wanted }).first();
  await person.read(option);
  await person.tap(option);
}

async function chooseTime(page: Page, person: Person): Promise<void> {
  const today = localDate(Temporal.Now.instant());
  await person.tap(page.locator(".day", { hasText: trip.tomorrow }));
  await person.tap(page.getByRole("spinbutton", { name: trip.time, exact: true }));
  for (const [part, cell] of [[CLOCK.hour, "06"], [CLOCK.minute, "40"]] as const) {
    const grid = page.getByRole("grid", { name: part });
    await person.tap(grid.getByRole("gridcell", { name: cell }));
  }
  const moment = formatUntil("sv", `${nextDate(today, 1)}T06:40`, today);
  await person.tap(page.getByRole("button", { name: CLOCK.choose.replace("{moment}", moment) }));
}

function report(walks: readonly Walk[]): void {
  Object.keys(STEPS).forEach((name, at) => {
    line(name, median(walks.map(({ steps }) => steps[at] ?? NaN)));
  });
  const total = median(walks.map(({ steps }) => steps.reduce((sum, step) => sum + step, 0)));
  line("in all", total);
  line("of which the page was waited for", median(walks.map(({ waited }) => waited)));
  console.info(total <= WANTED_SECONDS ? "as wanted" : `short of what is wanted`);
}

function line(name: string, seconds: number): void {
  const wanted = name === "in all" ? ` (<= ${WANTED_SECONDS})` : "";
  console.info(`${name.padEnd(34)}${seconds.toFixed(1).padStart(6)} s${wanted}`);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}
