import assert from "node:assert/strict";
import type { Locator, Page } from "npm:playwright-core@1.65.1";
import { moveTrip } from "../../lib/dispatch/give-car.ts";
import { takeOutOfTraffic } from "../../lib/dispatch/vehicle-outage.ts";
import { vehicleId } from "../../lib/fleet/vehicle.ts";
import { carsSv } from "../../lib/i18n/sv/cars.ts";
import { lastActSv } from "../../lib/i18n/sv/last-act.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { ANDERS, bar, carsStage, row } from "./support/cars.ts";
import { dayFromNow } from "./support/trips.ts";

const { stage, aDrivenTrip, anOperator, stored } = carsStage();

browserTest(
  "a trip is dragged to another car, the row is ringed, and the move is taken back",
  async () => {
    const date = dayFromNow(3);
    const { booking, from, to } = await aDrivenTrip(date);
    const { page, complaints } = await anOperator(date);
    const target = row(page, to);

    await drag(page, bar(page, booking), target, async () => {
      await page.locator(`.car[data-target][data-car="${to}"] .ghost`).waitFor();
      await page.locator('.move-card[data-kind="ok"]').waitFor();
    });
    await target.locator(`[data-trip="${booking.id}"]`).waitFor();
    assert.equal((await stored(booking)).reservation.vehicleId, to);

    await page.locator(".act-shown").getByText(/^Bytte bil\. .* får resan om \d+ s\.$/).waitFor();
    await page.locator("[data-undo]").click();
    await row(page, from).locator(`[data-trip="${booking.id}"]`).waitFor();
    await page.locator(".act-shown").getByText(lastActSv.undone).waitFor();
    assert.equal((await stored(booking)).reservation.vehicleId, from);
    assert.equal(new URL(page.url()).pathname, paths.adminCars(), "no click followed the drag");
    assert.deepEqual(complaints, []);
  },
);

browserTest("a trip is moved and put back by keys alone", async () => {
  const date = dayFromNow(4);
  const { booking, from, to } = await aDrivenTrip(date);
  const { page, complaints } = await anOperator(date);
  const { keyboard } = page;
  await bar(page, booking).focus();

  await keyboard.press("m");
  await page.locator(`.car[data-target][data-car="${from}"]`).waitFor();
  await keyboard.press("ArrowDown");
  await page.locator(`.car[data-target][data-car="${to}"]`).waitFor();
  await keyboard.press("Escape");
  await page.getByText(carsSv.move.cancelled).waitFor();
  assert.equal((await stored(booking)).version, 2);

  await keyboard.press("m");
  await keyboard.press("ArrowDown");
  await page.locator('.move-card[data-kind="ok"]').waitFor();
  await keyboard.press("Enter");
  await row(page, to).locator(`[data-trip="${booking.id}"]`).waitFor();
  assert.equal(await focusedTrip(page), booking.id, "the focus goes with the trip");
  await keyboard.press("z");
  await row(page, from).locator(`[data-trip="${booking.id}"]`).waitFor();
  await keyboard.press("u");
  await page.waitForURL(`**${paths.adminCar(from)}`);
  assert.deepEqual(complaints, []);
});

browserTest("a car that cannot says why in its row, and a trip dropped there stays", async () => {
  const date = dayFromNow(5);
  const { booking, from, to } = await aDrivenTrip(date);
  const { startMs, endMs } = booking.reservation;
  await takeOutOfTraffic(stage.app.services, {
    vehicleId: to,
    startMs,
    endMs,
    reason: "bromsar",
    actor: ANDERS,
    idempotencyKey: null,
  });
  const { page } = await anOperator(date);
  await drag(page, bar(page, booking), row(page, to), async () => {
    await row(page, to).locator(".cannot").waitFor();
    await page.locator('.move-card[data-kind="never"]').waitFor();
  });
  await page.getByRole("alert").getByText(/ur trafik/).waitFor();
  assert.equal((await stored(booking)).reservation.vehicleId, from);
});

browserTest("the second of two dispatchers is told what the first did", async () => {
  const date = dayFromNow(6);
  const { booking, to } = await aDrivenTrip(date);
  const { page } = await anOperator(date);
  await bar(page, booking).focus();
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowDown");
  await page.locator('.move-card[data-kind="ok"]').waitFor();
  const third = vehicleId("V09");
  await moveTrip(stage.app.services, {
    bookingId: booking.id,
    vehicleId: third,
    expectedVersion: 2,
    overrideReason: null,
    actor: ANDERS,
    idempotencyKey: null,
  });
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText(/Anders.* gav resan till .*Bil 09/).last().waitFor();
  await row(page, third).locator(`[data-trip="${booking.id}"]`).waitFor();
  assert.notEqual((await stored(booking)).reservation.vehicleId, to);
});

browserTest(
  "what another does is seen without a reload, and the window stays where it was",
  async () => {
    const date = dayFromNow(7);
    const { booking, to } = await aDrivenTrip(date);
    const { page } = await anOperator(date);
    const scroller = page.locator(".timeline");
    await scroller.evaluate((element) => element.scrollLeft = 700);
    await moveTrip(stage.app.services, {
      bookingId: booking.id,
      vehicleId: to,
      expectedVersion: 2,
      overrideReason: null,
      actor: ANDERS,
      idempotencyKey: null,
    });
    await row(page, to).locator(`[data-trip="${booking.id}"]`).waitFor();
    assert.equal(await scroller.evaluate((element) => element.scrollLeft), 700);
  },
);

browserTest("no words in a bar or a gap are cut, in either language", async () => {
  const date = dayFromNow(8);
  for (const time of ["06:00", "08:10", "12:00", "16:35"]) await aDrivenTrip(date, time);
  for (const lang of ["sv", "en"]) {
    const { page } = await anOperator(date);
    await page.goto(`${paths.adminCars({ date })}&lang=${lang}`);
    const cut = await page.locator(".bar").evaluateAll((bars) =>
      bars.filter((bar) => {
        const text = bar.querySelector("text")?.getBoundingClientRect();
        const box = bar.querySelector("rect")?.getBoundingClientRect();
        return text && box && (text.right > box.right - 3 || text.left < box.left);
      }).map((bar) => bar.textContent)
    );
    assert.deepEqual(cut, []);
    assert((await page.locator(".bar text").count()) > 0, "some bars have words");
  }
});

browserTest(
  "without script the timeline begins where the day does, and every trip is a link",
  async () => {
    const date = dayFromNow(9);
    const { booking } = await aDrivenTrip(date, "09:00");
    const { page } = await anOperator(date, { javaScriptEnabled: false });
    const link = bar(page, booking);
    assert.equal(await isInside(link, page.locator(".timeline")), true);
    await link.click();
    await page.waitForURL(`**${paths.admin({ date, booking: booking.id })}`);
    await page.goto(paths.adminCars({ date, view: "list" }));
    await page.locator(`.fleet-car a[href$="${booking.id}"]`).click();
    await page.waitForURL(`**${paths.admin({ date, booking: booking.id })}`);
  },
);

async function drag(
  page: Page,
  bar: Locator,
  target: Locator,
  whileHeld: () => Promise<void>,
): Promise<void> {
  const [from, to] = [await bar.boundingBox(), await target.boundingBox()];
  assert(from !== null && to !== null);
  const x = from.x + from.width / 2;
  await page.mouse.move(x, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 4, to.y + to.height / 2, { steps: 4 });
  await whileHeld();
  await page.mouse.up();
}

function focusedTrip(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement).dataset["trip"]);
}

async function isInside(inner: Locator, outer: Locator): Promise<boolean> {
  const [a, b] = [await inner.boundingBox(), await outer.boundingBox()];
  assert(a !== null && b !== null);
  return a.x >= b.x && a.x + a.width <= b.x + b.width;
}
