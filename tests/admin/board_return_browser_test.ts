// N over the board: an order, and then the board as it was. Day, filters, row, scroll; given up or booked.
import assert from "node:assert/strict";
import type { Page } from "npm:playwright-core@1.65.1";
import { textsFor } from "../../lib/i18n/texts.ts";
import { boardTexts } from "../../lib/i18n/board-texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { untilLive } from "../browser/support/stage.ts";
import { aDesk, DATE, type Desk, liveBoard, named } from "../support/desk.ts";

const { order, trip } = textsFor("sv");
const { booked: words } = boardTexts("sv").view;

/** Twenty trips with a flight, and a board scrolled to where the keyboard is on the last but two. */
async function aBoardInUse(): Promise<{ desk: Desk; page: Page }> {
  const desk = await aDesk();
  for (let at = 0; at < 20; at++) {
    const time = `${String(4 + at).padStart(2, "0")}:00`;
    await named(desk, time, `Kund ${at}`, { flightNumber: "SK1436" });
  }
  const context = await desk.open({ viewport: { width: 1440, height: 600 } });
  const page = await liveBoard(context, desk.product.origin, "&show=flight&sort=customer");
  await page.keyboard.press("End");
  for (let steps = 0; steps < 2; steps++) await page.keyboard.press("ArrowUp");
  return { desk, page };
}

async function seen(page: Page) {
  return await page.evaluate(() => {
    const row = document.activeElement?.closest(".trip");
    return {
      row: row?.id ?? "",
      top: Math.round(row?.getBoundingClientRect().top ?? 0),
      scrolled: Math.round(scrollY),
      address: location.pathname + location.search,
    };
  });
}

browserTest(
  "N and Esc: the board is as it was, with the same row in focus at the same place",
  async () => {
    const { page } = await aBoardInUse();
    const before = await seen(page);
    assert.ok(before.row !== "" && before.scrolled > 0, "scrolled, and on a row");
    await page.keyboard.press("n");
    await page.getByRole("heading", { name: order.title }).waitFor();
    await untilLive(page);
    await page.keyboard.press("Escape");
    await page.locator('.freshness[data-kind="live"]').waitFor({ state: "attached" });
    await page.locator(`#${before.row}:focus-within`).waitFor();
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 2, before.scrolled);
    assert.deepEqual(await seen(page), before);
  },
);

browserTest("N and a booking: the board is as it was, and says what was booked", async () => {
  const { desk, page } = await aBoardInUse();
  const before = await seen(page);
  await page.keyboard.press("n");
  await page.getByRole("heading", { name: order.title }).waitFor();
  await untilLive(page);
  await page.getByLabel(order.phone, { exact: true }).fill("070-555 44 33");
  await page.getByLabel(order.name, { exact: true }).fill("Bo Ask");
  await page.getByLabel(trip.from, { exact: true }).fill("Göteborg Landvetter flygplats");
  await page.getByLabel(trip.to, { exact: true }).fill("Drottningtorget 2");
  await page.getByLabel(order.when, { exact: true }).fill("imorgon 11.00");
  await page.getByText(/Det blir/).waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByText(/^Bokad: /).waitFor();
  await page.locator(`#${before.row}:focus-within`).waitFor();
  await page.waitForFunction((top) => Math.abs(scrollY - top) < 2, before.scrolled);
  // What was booked has been said; the address is the board's again.
  assert.deepEqual(await seen(page), before);
  await page.getByRole("link", { name: words.open }).click();
  await page.locator(".pane").getByText("Bo Ask").first().waitFor();
  const [booking] = (await desk.product.services.bookings.listDay(DATE))
    .filter(({ customer }) => customer === "Bo Ask");
  assert.equal(new URL(page.url()).searchParams.get("booking"), booking?.id);
  assert.equal(new URL(page.url()).pathname, paths.admin());
});
