// The cars for a trip: given by one key, looked for by name, and true while they stand there.
import assert from "node:assert/strict";
import axe from "npm:axe-core@4.14.1";
import type { Page } from "npm:playwright-core@1.65.1";
import type { Booking } from "../../lib/booking/booking.ts";
import { takeOutOfTraffic } from "../../lib/dispatch/vehicle-outage.ts";
import { vehicleId } from "../../lib/fleet/vehicle.ts";
import { candidateWordsSv } from "../../lib/i18n/sv/candidate-words.ts";
import { browserTest } from "../support/chromium.ts";
import { aDesk, type Desk, liveBoard, named, rowOf } from "../support/desk.ts";

const ANDERS = { kind: "operator", id: null, name: "Anders" } as const;
const bar = (page: Page) => page.locator(".act-shown");

async function withAda(): Promise<{ desk: Desk; booking: Booking }> {
  const desk = await aDesk();
  const { booking } = await named(desk, "08:00", "Ada");
  return { desk, booking };
}

async function stored({ product }: Desk, { id }: Booking): Promise<Booking> {
  const found = await product.services.bookings.get(id);
  assert.ok(found);
  return found.booking;
}

browserTest(
  "T twice gives the trip to the best car, however fast, and Z takes it back",
  async () => {
    const { desk, booking } = await withAda();
    const page = await liveBoard(await desk.open(), desk.product.origin);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("t");
    await page.keyboard.press("t");
    await bar(page).getByText(/^Tilldelad\./).waitFor();
    // The reserved car is the best.
    assert.equal(
      (await stored(desk, booking)).reservation.vehicleId,
      booking.reservation.vehicleId,
    );
    await page.keyboard.press("z");
    await bar(page).getByText("Ångrat. Allt är som det var.").waitFor();
    assert.equal((await stored(desk, booking)).status, "confirmed");
  },
);

browserTest("a T that is held down shows the cars and gives none", async () => {
  const { desk, booking } = await withAda();
  const page = await liveBoard(await desk.open(), desk.product.origin);
  await page.keyboard.press("ArrowDown");
  for (let count = 0; count < 4; count++) await page.keyboard.down("t");
  await page.locator('[data-offer="1"]:focus').waitFor();
  for (let count = 0; count < 4; count++) await page.keyboard.down("t");
  await page.keyboard.up("t");
  await page.locator('[data-offer="1"]:focus').waitFor();
  assert.equal((await stored(desk, booking)).version, 1);
  await page.keyboard.press("t");
  await rowOf(page, "Ada").getByText("tilldelad").waitFor();
});

browserTest("B looks for a car by its plate, arrows and Enter give it", async () => {
  const { desk, booking } = await withAda();
  const vehicles = await desk.product.services.fleet.vehicles();
  const wanted = vehicles.find(({ id }) => id === "V12");
  assert.ok(wanted);
  const page = await liveBoard(await desk.open(), desk.product.origin);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("b");
  const field = page.getByLabel(candidateWordsSv.search);
  await page.locator("[data-car-search]:focus").waitFor();
  await page.keyboard.type("tb");
  await page.getByText(candidateWordsSv.noMatch).waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await field.inputValue(), "", "the first Escape empties the field alone");
  await page.locator('[data-offer="6"]').waitFor();
  await page.keyboard.type(wanted.registration.replace(" ", "").toLowerCase());
  await page.locator('[data-offer="2"]').waitFor({ state: "detached" });
  assert.equal(await page.locator('[data-offer="1"]').getAttribute("data-car"), "V12");
  await page.keyboard.press("ArrowDown");
  await page.locator('[data-car="V12"]:focus').waitFor();
  await page.keyboard.press("ArrowUp");
  await page.locator("[data-car-search]:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.locator('[data-car="V12"]:focus').waitFor();
  assert.equal((await stored(desk, booking)).version, 1, "Enter in the field gives nothing yet");
  await page.keyboard.press("Enter");
  await rowOf(page, "Ada").getByText("tilldelad").waitFor();
  assert.equal((await stored(desk, booking)).reservation.vehicleId, "V12");
});

browserTest(
  "a car that leaves traffic, and one another trip takes, leave the offers by themselves",
  async () => {
    const { desk, booking } = await withAda();
    const page = await liveBoard(await desk.open(), desk.product.origin);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("t");
    const best = booking.reservation.vehicleId;
    await page.locator(`[data-car="${best}"]:focus`).waitFor();
    const { startMs } = booking.reservation;
    await takeOutOfTraffic(desk.product.services, {
      ...{ vehicleId: best, startMs, endMs: null, reason: "punktering" },
      ...{ actor: ANDERS, idempotencyKey: null },
    });
    await page.locator(`[data-car="${best}"]`).waitFor({ state: "detached" });
    const next = await page.locator('[data-offer="1"]').getAttribute("data-car") ?? "";
    await named(desk, "08:10", "Bo");
    // Bo has been sold the first car that was left, which now drives another trip.
    await page.locator(`.offer[data-car="${next}"]`).waitFor({ state: "detached" });
  },
);

browserTest(
  "each car shows its time around the trip and says it; axe finds nothing, whatever the colours",
  async () => {
    const looks = [
      { viewport: { width: 1440, height: 900 } },
      { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
      { viewport: { width: 1024, height: 768 }, forcedColors: "active" },
      { viewport: { width: 390, height: 844 } },
      { viewport: { width: 390, height: 844 }, colorScheme: "dark", locale: "en-GB" },
    ] as const;
    const { desk, booking } = await withAda();
    await named(desk, "09:40", "Bo");
    const { startMs } = booking.reservation;
    await takeOutOfTraffic(desk.product.services, {
      ...{ vehicleId: vehicleId("V03"), startMs: startMs + 60 * 60_000, endMs: null },
      ...{ reason: "service", actor: ANDERS, idempotencyKey: null },
    });
    for (const [at, options] of looks.entries()) {
      const context = await desk.open({ bypassCSP: true, ...options });
      const page = await liveBoard(context, desk.product.origin);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("t");
      const first = page.locator('[data-offer="1"]:focus');
      await first.waitFor();
      const described = await first.getAttribute("aria-describedby") ?? "";
      const words = await page.locator(`[id="${described}"]`).textContent() ?? "";
      assert.match(words, /(den här resan 08\.00–|this trip 08:00–)/);
      const own = await first.locator(".times-own").boundingBox();
      const whole = await first.locator(".car-times").boundingBox();
      assert.ok(own && whole && own.width > 8 && whole.width > 200);
      await page.evaluate(axe.source);
      // Forced colours are the system's, which axe does not know.
      const isForced = "forcedColors" in options;
      const rules = { "color-contrast": { enabled: !isForced } };
      const asked = JSON.stringify({ resultTypes: ["violations"], rules });
      const found = await page.evaluate(`axe.run(document, ${asked})`);
      const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] };
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), []);
      const shots = Deno.env.get("CAR_SHOTS");
      if (shots) await page.screenshot({ path: `${shots}/candidates-${at}.png`, fullPage: true });
      await context.close();
    }
  },
);
