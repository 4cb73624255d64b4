// What it takes to come to a view: a sign-in, a trip that is written.
import type { Page } from "npm:playwright-core@1.65.1";
import { boardTexts } from "../../../lib/i18n/board-texts.ts";
import type { Locale } from "../../../lib/kernel/locale.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { showPrice, writeTrip, type WrittenTrip } from "./trips.ts";
import type { ViewData } from "./view-data.ts";

/** Signs an operator in who has a new link. */
export async function signIn(page: Page, { newLink }: ViewData, locale: Locale): Promise<void> {
  await page.goto(await newLink());
  await page.getByRole("button", { name: boardTexts(locale).access.enterButton }).click();
  await page.waitForURL(`**${paths.admin()}`);
}

/** Asks for the price of a trip, and waits for what is answered. */
export async function ask(page: Page, locale: Locale, written: WrittenTrip): Promise<void> {
  await page.goto(paths.home());
  await writeTrip(page, locale, written);
  await showPrice(page, locale);
  // The form with its alert, or a step of its own that has nothing to alert of.
  await page.waitForURL(`**${paths.quotes()}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}
