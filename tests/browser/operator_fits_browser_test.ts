// Everything on the operators' pages has room: no word is cut, nothing lies over something else and nothing hangs
// out of the window, at each width people work at, with the pane open and closed, on quiet days and on full ones.
import assert from "node:assert/strict";
import type { Page } from "npm:playwright-core@1.65.1";
import { LOCALES } from "../../lib/kernel/locale.ts";
import type { Locale } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { COLUMNS } from "../../lib/ui/operator/view/board-view.ts";
import { LOCALE_COOKIE } from "../../lib/http/middleware/start-request.ts";
import { browserTest } from "../support/chromium.ts";
import { aBusyDay } from "./support/busy-day.ts";
import { whatDoesNotFit } from "./support/fits.ts";
import { aVisitor, makeStage, untilLive } from "./support/stage.ts";
import { dayFromNow } from "./support/trips.ts";
import { makeViewData, type ViewData } from "./support/view-data.ts";
import { signIn } from "./support/view-steps.ts";
import { OPERATOR_VIEWS } from "./support/views.ts";

/** Windows people work at; the last but one is the first at 200 %. */
const WINDOWS = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 720, height: 450 },
  { width: 390, height: 844 },
];
/** A day whose name is as long as names of days get. */
const LONG_DAY = "2027-09-29";

const stage = makeStage();
let data: ViewData;
Deno.test.beforeAll(async () => {
  data = await makeViewData(stage.app);
});

for (const view of OPERATOR_VIEWS) {
  browserTest(`${view.name}: everything has room, in each language and window`, async () => {
    for (const locale of LOCALES) {
      const page = await aPage(locale);
      await view.open(page, data, locale);
      await assertFits(page, `${view.name}, ${locale}`);
      await page.close();
    }
  });
}

for (const trips of [60, 2_000]) {
  browserTest(`a day of ${trips} trips has room, with and without a booking`, async () => {
    const date = dayFromNow(trips === 60 ? 8 : 12);
    const bookingId = await aBusyDay(stage.app.services, date, trips);
    for (const locale of LOCALES) {
      const page = await aPage(locale);
      await signIn(page, data, locale);
      const addresses = [
        paths.admin({ date }),
        paths.admin({ date, booking: bookingId }),
        paths.admin({ date, cols: COLUMNS.join(",") }),
        paths.adminCars({ date }),
      ];
      for (const address of addresses) {
        await page.goto(address);
        await untilLive(page);
        await assertFits(page, `${address}, ${locale}`);
      }
    }
  });
}

browserTest("a day with a long name has room for it beside the search", async () => {
  for (const locale of LOCALES) {
    const page = await aPage(locale);
    await signIn(page, data, locale);
    await page.goto(paths.admin({ date: LONG_DAY }));
    await untilLive(page);
    await assertFits(page, locale);
  }
});

browserTest(
  "what opens from the board stays within the window, over a short list too",
  async () => {
    for (const locale of LOCALES) {
      const page = await aPage(locale);
      await signIn(page, data, locale);
      for (const date of [LONG_DAY, data.day]) {
        await page.goto(paths.admin({ date }));
        await untilLive(page);
        const menus = page.locator(".board-main details.menu");
        for (let menu = 0; menu < await menus.count(); menu++) {
          await menus.nth(menu).evaluate((details: HTMLDetailsElement) => details.open = true);
          await assertFits(page, `${date}, ${locale}, menu ${menu}`);
          await menus.nth(menu).evaluate((details: HTMLDetailsElement) => details.open = false);
        }
      }
    }
  },
);

async function assertFits(page: Page, where: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const window of WINDOWS) {
    await page.setViewportSize(window);
    // What follows the window is drawn in the frame after the next one.
    await page.evaluate(() =>
      new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    );
    assert.deepEqual(await whatDoesNotFit(page), [], `${where}, ${window.width} px`);
  }
}

async function aPage(locale: Locale): Promise<Page> {
  const { page } = await aVisitor(stage, { viewport: { width: 1440, height: 900 } });
  const cookie = { name: LOCALE_COOKIE, value: locale, url: stage.app.origin };
  await page.context().addCookies([cookie]);
  return page;
}
