// The sheets of a booking, as pages and over the board, and the menu that leads to them.
import type { Page } from "npm:playwright-core@1.65.1";
import { boardTexts } from "../../../lib/i18n/board-texts.ts";
import type { Locale } from "../../../lib/kernel/locale.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import type { ViewData } from "./view-data.ts";

const SHEET = "admin/bookings/[bookingId]/sheets/[kind].tsx";
const BOARD = "admin/index.tsx";

/** The views; `signIn` is the way in that all views of operators share. */
export function sheetViews(
  signIn: (page: Page, data: ViewData, locale: Locale) => Promise<void>,
) {
  const booking = async (page: Page, { day, bookingId }: ViewData, locale: Locale) => {
    await page.goto(paths.admin({ date: day, booking: bookingId }));
    await page.getByText(boardTexts(locale).live.justNow).first().waitFor();
  };
  const pages = (["change", "split", "duplicate", "return"] as const).map((kind) => ({
    ...{ name: `the sheet to ${kind} a booking`, route: SHEET, status: 200 },
    async open(page: Page, data: ViewData, locale: Locale) {
      await signIn(page, data, locale);
      await page.goto(paths.adminSheet(data.bookingId, kind));
    },
  }));
  return [
    ...pages,
    {
      ...{ name: "a sheet over the board", route: BOARD, status: 200 },
      async open(page: Page, data: ViewData, locale: Locale) {
        await signIn(page, data, locale);
        await booking(page, data, locale);
        await page.locator(".pane [data-open-sheet=change]").click();
        await page.locator("#note").fill("Portkod 4711");
        await page.locator(".sheet-changes").waitFor();
      },
    },
    {
      ...{ name: "the menu of a booking", route: BOARD, status: 200 },
      async open(page: Page, data: ViewData, locale: Locale) {
        await signIn(page, data, locale);
        await booking(page, data, locale);
        await page.locator(".pane [data-more]").click();
        await page.getByRole("menu").waitFor();
      },
    },
  ];
}
