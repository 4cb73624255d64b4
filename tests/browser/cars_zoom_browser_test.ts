// Nearer to the timeline and farther from it: what one looked at stays in view, and what is wrong is seen at each zoom.
import assert from "node:assert/strict";
import axe from "npm:axe-core@4.14.1";
import type { Page } from "npm:playwright-core@1.65.1";
import { takeOutOfTraffic } from "../../lib/dispatch/vehicle-outage.ts";
import { carsSv } from "../../lib/i18n/sv/cars.ts";
import { browserTest } from "../support/chromium.ts";
import { ANDERS, bar, carsStage, row } from "./support/cars.ts";
import { dayFromNow } from "./support/trips.ts";

const { stage, aDrivenTrip, anOperator } = carsStage();

browserTest(
  "plus and minus zoom, the address says so, and what stood in the middle stays there",
  async () => {
    const date = dayFromNow(10);
    const { booking } = await aDrivenTrip(date, "13:00");
    const { page, complaints } = await anOperator(date, { viewport: { width: 1440, height: 900 } });
    await middleOn(page, 13);
    await page.keyboard.press("+");
    await page.locator('.timeline[data-zoom="4"]').waitFor();
    assert.equal(new URL(page.url()).searchParams.get("zoom"), "4");
    assert.ok(Math.abs(await hourInMiddle(page) - 13) < 0.1);
    // The next press goes on from what was chosen, however fast.
    await page.keyboard.press("-");
    await page.keyboard.press("-");
    await page.locator('.timeline[data-zoom="day"]').waitFor();
    await page.keyboard.press("-");
    assert.equal(new URL(page.url()).searchParams.get("zoom"), "day");
    const [whole, seen] = await page.locator(".timeline").evaluate((one) => [
      one.scrollWidth,
      one.clientWidth,
    ]);
    assert.equal(whole, seen, "the day has room in the window");
    await page.getByRole("navigation", { name: carsSv.zoom.label }).getByText("8 h").click();
    await page.locator('.timeline[data-zoom="8"]').waitFor();
    assert.equal(new URL(page.url()).searchParams.get("zoom"), null);
    await page.keyboard.press("-");
    await page.locator('.timeline[data-zoom="day"]').waitFor();
    const list = page.getByRole("link", { name: carsSv.layouts.list });
    assert.match(await list.getAttribute("href") ?? "", /zoom=day/, "other ways keep the zoom");
    await bar(page, booking).waitFor();
    assert.deepEqual(complaints, []);
  },
);

browserTest(
  "the question mark shows the keys of the cars, and letters can be turned off",
  async () => {
    const { page } = await anOperator(dayFromNow(10));
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog");
    await dialog.getByText(carsSv.keys.zoom).waitFor();
    await dialog.getByRole("checkbox").click();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.keyboard.press("+");
    await page.keyboard.press("?");
    await page.locator('.timeline[data-zoom="8"]').waitFor();
    assert.equal(await dialog.isVisible(), false);
  },
);

browserTest(
  "without script each zoom is a page, and conflicts, gaps and outages are in all of them",
  async () => {
    const date = dayFromNow(11);
    const first = await aDrivenTrip(date, "09:00");
    await aDrivenTrip(date, "11:10");
    const { startMs, endMs } = first.booking.reservation;
    await takeOutOfTraffic(stage.app.services, {
      ...{ vehicleId: first.from, startMs: startMs + 15 * 60_000, endMs, reason: "bromsar" },
      ...{ actor: ANDERS, idempotencyKey: null },
    });
    const { page } = await anOperator(date, { javaScriptEnabled: false });
    for (const zoom of ["4 h", carsSv.zoom.day, "8 h"]) {
      await page.getByRole("navigation", { name: carsSv.zoom.label }).getByText(zoom).click();
      const trouble = row(page, first.from).locator('.bar[data-kind="trouble"]');
      assert.equal(await trouble.count(), 1, zoom);
      // A colour alone says nothing: a sign stands in the bar, or on it.
      const inside = await trouble.locator("text").allTextContents();
      const above = await trouble.locator(".bar-alarm").count();
      assert.equal(inside.filter((text) => text.startsWith("▲")).length + above, 1, zoom);
      assert.ok(await row(page, first.from).locator(".out").count() > 0, zoom);
      const lines = row(page, first.from).locator(".gap line");
      const [left, right] = [await lines.first().boundingBox(), await lines.last().boundingBox()];
      assert.ok(left && right && right.x - left.x > 10, `a gap at ${zoom}`);
    }
  },
);

browserTest(
  "no words are cut at any zoom, and axe finds nothing, whatever the window and the colours",
  async () => {
    const date = dayFromNow(12);
    for (const time of ["06:00", "08:10", "12:00", "16:35"]) await aDrivenTrip(date, time);
    const looks = [
      { viewport: { width: 1440, height: 900 } },
      { viewport: { width: 1024, height: 768 }, colorScheme: "dark" },
      { viewport: { width: 1440, height: 900 }, forcedColors: "active" },
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ] as const;
    for (const [at, options] of looks.entries()) {
      const { page } = await anOperator(date, { bypassCSP: true, ...options });
      for (const zoom of ["4", "8", "day"]) {
        const { pathname } = new URL(page.url());
        await page.goto(`${pathname}?date=${date}&zoom=${zoom}`);
        await page.locator('.freshness[data-kind="live"]').waitFor();
        assert.deepEqual(await cutWords(page), [], `${at} ${zoom}`);
        assert.deepEqual(await violations(page, "forcedColors" in options), [], `${at} ${zoom}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, "the page itself does not scroll sideways");
        const shots = Deno.env.get("CAR_SHOTS");
        if (shots) await page.screenshot({ path: `${shots}/cars-${at}-${zoom}.png` });
      }
    }
  },
);

function cutWords(page: Page): Promise<(string | null)[]> {
  return page.locator(".bar").evaluateAll((bars) =>
    bars.filter((bar) => {
      const text = bar.querySelector("text")?.getBoundingClientRect();
      const box = bar.querySelector("rect")?.getBoundingClientRect();
      return text && box && (text.right > box.right - 3 || text.left < box.left);
    }).map((bar) => bar.textContent)
  );
}

async function violations(page: Page, isForced: boolean): Promise<string[]> {
  await page.evaluate(axe.source);
  // Forced colours are the system's, which axe does not know.
  const rules = { "color-contrast": { enabled: !isForced } };
  const asked = JSON.stringify({ resultTypes: ["violations"], rules });
  const found = await page.evaluate(`axe.run(document, ${asked})`);
  const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Scrolls until an hour of the day stands in the middle. */
async function middleOn(page: Page, hour: number): Promise<void> {
  await page.locator(".timeline").evaluate((timeline, share) => {
    const names = timeline.querySelector(".hours-corner")?.getBoundingClientRect().width ?? 0;
    const seen = timeline.clientWidth - names;
    timeline.scrollLeft = (timeline.scrollWidth - names) * share - seen / 2;
  }, hour / 24);
}

function hourInMiddle(page: Page): Promise<number> {
  return page.locator(".timeline").evaluate((timeline) => {
    const names = timeline.querySelector(".hours-corner")?.getBoundingClientRect().width ?? 0;
    const seen = timeline.clientWidth - names;
    return (timeline.scrollLeft + seen / 2) / (timeline.scrollWidth - names) * 24;
  });
}
