// The board in a hand: the bar under the thumb, the menu, order and columns, and a booking as a page.
import assert from "node:assert/strict";
import type { Locator, Page } from "npm:playwright-core@1.65.1";
import { boardTexts } from "../../lib/i18n/board-texts.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aDesk, DATE, type Desk, liveBoard, named, rowOf } from "../support/desk.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** As high as a finger needs, in pixels. */
const FINGER = 44;
const { rail, view, search } = boardTexts("sv");
const TODAY = "2026-11-23";

const bar = (page: Page) => page.getByRole("navigation", { name: view.footBar.label });
const way = (page: Page, name: string) => bar(page).getByRole("link", { name });

async function aPhone(date = DATE, query = ""): Promise<{ desk: Desk; page: Page }> {
  const desk = await aDesk();
  for (let hour = 4; hour < 24; hour++) {
    await named(desk, `${String(hour).padStart(2, "0")}:00`, `Kund ${hour}`);
  }
  await named(desk, "07:00", "Bo", {}, TODAY);
  const page = await liveBoard(await desk.open(PHONE), desk.product.origin, query, date);
  return { desk, page };
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  assert.ok(box !== null, "it is drawn");
  return box;
}

browserTest("the bar stays at the window's foot, and each of its ways fits a thumb", async () => {
  const { page } = await aPhone();
  const ways = [rail.day, view.footBar.needs, view.footBar.search, view.newBooking];
  for (const top of [0, 600]) {
    await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), top);
    for (const name of [...ways, textsFor("sv").cars.title]) {
      const { y, height, width } = await boxOf(way(page, name));
      assert.ok(height >= FINGER && width >= FINGER, name);
      assert.ok(y + height <= PHONE.viewport.height + 1 && y > 700, `${name} at ${y}`);
    }
  }
  await way(page, textsFor("sv").cars.title).click();
  await page.waitForURL(`**${paths.adminCars()}*`);
  await bar(page).locator('[aria-current="page"]').getByText(textsFor("sv").cars.title).waitFor();
});

browserTest(
  "the search comes when it is asked for, and stays while it says something",
  async () => {
    const { page } = await aPhone();
    const field = page.locator("#board-search");
    assert.ok((await boxOf(page.getByRole("search"))).width < FINGER, "it takes no room before");
    await way(page, view.footBar.search).click();
    await page.waitForFunction(() => document.activeElement?.id === "board-search");
    assert.ok((await boxOf(field)).width > 300);
    await field.fill("Kund 9");
    await rowOf(page, "Kund 9").waitFor();
    await page.locator(".found").getByRole("link", { name: search.clear }).click();
    await rowOf(page, "Kund 8").waitFor();
  },
);

browserTest("the bar counts what needs somebody, and leads there", async () => {
  const { page } = await aPhone(TODAY);
  const needs = way(page, view.footBar.needs);
  const count = Number(await needs.locator("b").innerText());
  const about = await page.locator(".needs-about").innerText();
  assert.ok(count > 0 && about.startsWith(String(count)), about);
  await page.evaluate(() => scrollTo({ top: 500, behavior: "instant" }));
  await needs.click();
  await page.waitForFunction(() => {
    const top = document.getElementById("needs")?.getBoundingClientRect().top ?? -1;
    return top >= 0 && top < innerHeight;
  });
});

browserTest(
  "order and columns are chosen on a phone, and what is chosen is seen with its name",
  async () => {
    const { page } = await aPhone();
    await page.getByText(view.sort.title, { exact: true }).click();
    await page.getByLabel(view.sort.by).selectOption({
      label: view.sort.descending(view.columns.time),
    });
    await page.waitForFunction(() =>
      document.querySelector(".trip .trip-customer")?.textContent === "Kund 23"
    );
    await page.getByText(view.foot.columns, { exact: true }).click();
    await page.getByLabel(view.columns.reference).check();
    const cell = rowOf(page, "Kund 23").locator(".trip-reference");
    await cell.waitFor();
    const named = await cell.evaluate((cell) => getComputedStyle(cell, "::before").content);
    assert.ok(named.includes(view.columns.reference), named);
    const row = await boxOf(rowOf(page, "Kund 23"));
    const { y, height } = await boxOf(cell);
    assert.ok(y >= row.y && y + height <= row.y + row.height, "inside its row");
  },
);

browserTest(
  "a booking is a page whose way back stays in view; the list comes back as it was",
  async () => {
    const { page } = await aPhone();
    await page.evaluate(() => scrollTo({ top: 500, behavior: "instant" }));
    for (const back of [page.locator(".pane-back"), way(page, rail.day)]) {
      const before = await page.evaluate(() => scrollY);
      await rowOf(page, "Kund 12").click();
      await page.locator("#booking-title").waitFor();
      await page.mouse.wheel(0, 300);
      await page.waitForFunction(() => scrollY > 100);
      const { y } = await boxOf(page.locator(".pane-back"));
      assert.ok(y >= 0 && y < FINGER, `${y}`);
      await back.click();
      await rowOf(page, "Kund 12").waitFor();
      await page.waitForFunction((top) => Math.abs(scrollY - top) < 2, before);
    }
  },
);

browserTest(
  "every page is in the menu, with and without script, and Esc closes it alone",
  async () => {
    const { desk, page } = await aPhone();
    const plain = await (await desk.open({ ...PHONE, javaScriptEnabled: false })).newPage();
    await plain.goto(`${desk.product.origin}${paths.admin({ date: DATE })}`);
    for (const board of [page, plain]) {
      const pages = board.getByRole("navigation", { name: rail.label });
      assert.equal(await pages.isVisible(), false, "closed at first");
      await board.getByRole("button", { name: rail.label }).click();
      for (const href of [paths.adminVehicles(), paths.adminTariffs(), paths.adminJobs()]) {
        assert.ok((await boxOf(pages.locator(`a[href="${href}"]`))).height >= FINGER, href);
      }
    }
    await page.keyboard.press("Escape");
    await page.getByRole("navigation", { name: rail.label }).waitFor({ state: "hidden" });
    await rowOf(page, "Kund 5").click();
    await page.locator("#booking-title").waitFor();
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await page.getByRole("button", { name: rail.label }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("navigation", { name: rail.label }).waitFor({ state: "hidden" });
    assert.ok(await page.locator("#booking-title").isVisible(), "the booking stays open");
  },
);
