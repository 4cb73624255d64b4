// Trips are moved with a finger that holds them; a finger that goes on at once scrolls, and time is never moved.
import assert from "node:assert/strict";
import type { CDPSession, Locator, Page } from "npm:playwright-core@1.65.1";
import { carsSv } from "../../lib/i18n/sv/cars.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { bar, carsStage, row } from "./support/cars.ts";
import { dayFromNow } from "./support/trips.ts";

const { aDrivenTrip, anOperator, stored } = carsStage();
const TOUCH = { hasTouch: true, viewport: { width: 820, height: 700 } };

browserTest("a finger that holds a trip lifts it, and drops it on another car", async () => {
  const date = dayFromNow(13);
  const { booking, from, to } = await aDrivenTrip(date);
  const { page, complaints } = await anOperator(date, TOUCH);
  const finger = await aFinger(page);
  const start = await middleOf(bar(page, booking));
  await finger.to("touchStart", start);
  await page.locator(".bar[data-lifted]").waitFor();
  const { y } = await middleOf(row(page, to));
  await finger.to("touchMove", { x: start.x, y });
  await page.locator('.move-card[data-kind="ok"]').waitFor();
  await finger.to("touchEnd");
  await row(page, to).locator(`[data-trip="${booking.id}"]`).waitFor();
  const { reservation, trip } = await stored(booking);
  assert.equal(reservation.vehicleId, to);
  assert.deepEqual(trip.pickup, booking.trip.pickup, "the customer is picked up as promised");
  assert.equal(new URL(page.url()).pathname, paths.adminCars(), "no tap followed");
  await page.locator(".toast button, [data-undo]").first().tap();
  await row(page, from).locator(`[data-trip="${booking.id}"]`).waitFor();
  assert.deepEqual(complaints, []);
});

browserTest(
  "a finger that goes on at once scrolls, and a second finger puts the trip back",
  async () => {
    const date = dayFromNow(14);
    const { booking } = await aDrivenTrip(date);
    const { page } = await anOperator(date, TOUCH);
    const finger = await aFinger(page);
    const timeline = page.locator(".timeline");
    const start = await middleOf(bar(page, booking));
    const before = await timeline.evaluate((one) => one.scrollLeft);
    await finger.to("touchStart", start);
    for (let step = 1; step <= 10; step++) {
      await finger.to("touchMove", { x: start.x - step * 16, y: start.y });
    }
    await finger.to("touchEnd");
    await page.waitForFunction(
      (left) => (document.getElementById("timeline")?.scrollLeft ?? 0) > left,
      before + 80,
    );
    assert.equal(await page.locator(".bar[data-lifted]").count(), 0);

    const again = await middleOf(bar(page, booking));
    await finger.to("touchStart", again);
    await page.locator(".bar[data-lifted]").waitFor();
    await finger.to("touchStart", again, { x: again.x + 80, y: again.y + 40 });
    await page.getByText(carsSv.move.cancelled).waitFor();
    assert.equal((await stored(booking)).version, 2);
  },
);

browserTest(
  "who drags a trip sideways, or presses an arrow, is told that its time stays",
  async () => {
    const date = dayFromNow(15);
    const { booking, to } = await aDrivenTrip(date);
    const { page } = await anOperator(date);
    const start = await middleOf(bar(page, booking));
    const { y } = await middleOf(row(page, to));
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 150, y, { steps: 4 });
    await page.locator(".move-hint").getByText(carsSv.move.timeStays).waitFor();
    await page.mouse.up();
    await row(page, to).locator(`[data-trip="${booking.id}"]`).waitFor();
    assert.deepEqual(
      (await stored(booking)).trip,
      booking.trip,
      "neither time nor price has changed",
    );
    await bar(page, booking).focus();
    await page.keyboard.press("m");
    await page.keyboard.press("ArrowDown");
    // Once the cars have answered nothing else is said.
    await page.locator('.move-card[data-kind="ok"]').waitFor();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("status").getByText(carsSv.move.timeStays).waitFor();
    await page.keyboard.press("Escape");
  },
);

interface Spot {
  x: number;
  y: number;
}

async function middleOf(locator: Locator): Promise<Spot> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  assert.ok(box);
  return { x: box.x + Math.min(box.width, 400) / 2, y: box.y + box.height / 2 };
}

/** A finger as the browser's own input sees it. */
async function aFinger(page: Page) {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  return {
    to: (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: Spot[]) =>
      cdp.send("Input.dispatchTouchEvent", { type, touchPoints }),
  };
}
