// What was done from the board is taken back from its foot, or the bar says why it was not.
import assert from "node:assert/strict";
import axe from "npm:axe-core@4.14.1";
import type { Page } from "npm:playwright-core@1.65.1";
import { runOperatorCommand } from "../../lib/board/operator-command.ts";
import { browserTest } from "../support/chromium.ts";
import { aDesk, type Desk, liveBoard, named, rowOf } from "../support/desk.ts";

/** Opens the drivers of the first trip and gives it to the first who drives such a car. */
async function assignFirst(page: Page): Promise<void> {
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("t");
  const drivers = page.locator("form[data-by-hand] select");
  await drivers.selectOption({ index: 1 });
  await page.locator("form[data-by-hand] button").click();
}

const bar = (page: Page) => page.locator(".act-shown");

async function withAda(): Promise<{ desk: Desk; id: Parameters<typeof runOperatorCommand>[1] }> {
  const desk = await aDesk();
  const { booking } = await named(desk, "08:00", "Ada");
  return { desk, id: booking.id };
}

browserTest("an assigned trip is taken back with Z, in the row and in the booking", async () => {
  const { desk } = await withAda();
  const page = await liveBoard(await desk.open(), desk.product.origin);
  await assignFirst(page);
  await bar(page).getByText(/^Tilldelad\. .*Bil \d\d.* får resan om \d+ s\.$/).waitFor();
  await rowOf(page, "Ada").getByText("tilldelad").waitFor();
  await page.keyboard.press("z");
  await bar(page).getByText("Ångrat. Allt är som det var.").waitFor();
  await rowOf(page, "Ada").getByText("bekräftad").waitFor();
  await page.locator(".pane .booking-head").getByText("bekräftad").waitFor();
});

browserTest(
  "what somebody else has changed since is not taken back, and the bar says so",
  async () => {
    const { desk, id } = await withAda();
    const page = await liveBoard(await desk.open(), desk.product.origin);
    await assignFirst(page);
    await page.locator("[data-undo]").waitFor();
    const command = { type: "unassign", expectedVersion: 2, reason: "Sjuk" } as const;
    await runOperatorCommand(desk.product.services, id, command, "Omar");
    await page.locator("[data-undo]").click();
    await bar(page).getByText(/Omar.* tog bort föraren nyss\. Därför går det inte att ångra/).last()
      .waitFor();
    await page.locator("[data-hide-act]").click();
    await bar(page).waitFor({ state: "detached" });
  },
);

browserTest(
  "who comes too late is told in the booking who gave the trip which car, and when",
  async () => {
    const { desk, id } = await withAda();
    const context = await desk.open({ serviceWorkers: "block" });
    const page = await liveBoard(context, desk.product.origin);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("t");
    await page.locator("form[data-by-hand] select").selectOption({ index: 1 });
    // What the other one does is heard of only after this one has pressed.
    await page.route("**/api/admin/bookings/*/commands", async (route) => {
      const other = { type: "assign", expectedVersion: 1, driverId: "D09" } as const;
      await runOperatorCommand(desk.product.services, id, other, "Karin");
      await route.continue();
    });
    await page.locator("form[data-by-hand] button").click();
    const alert = page.locator(".pane [role=alert]");
    await alert.getByText(/Karin.* gav resan till .*Bil 09.* nyss/).last().waitFor();
    await rowOf(page, "Ada").getByText("Bil 09").waitFor();
  },
);

browserTest("without script the page after an act has a button that takes it back", async () => {
  const { desk } = await withAda();
  const page = await (await desk.open({ javaScriptEnabled: false })).newPage();
  await page.goto(`${desk.product.origin}/admin?date=2026-11-24`);
  await rowOf(page, "Ada").getByRole("link").click();
  await page.locator("summary").filter({ hasText: "Tilldela förare" }).click();
  await page.locator("form[data-by-hand] select").selectOption({ index: 1 });
  await page.locator("form[data-by-hand] button").click();
  await bar(page).getByText("Tilldelad. Går att ångra till 06.00.10.").waitFor();
  const shots = Deno.env.get("ACT_SHOTS");
  if (shots) await page.screenshot({ path: `${shots}/without-script.png` });
  await bar(page).getByRole("button", { name: "Ångra" }).click();
  await bar(page).getByText("Ångrat. Allt är som det var.").waitFor();
  await rowOf(page, "Ada").getByText("bekräftad").waitFor();
});

browserTest(
  "the bar lies over nothing one cannot reach, on a phone too, and axe finds nothing",
  async () => {
    const sizes = [
      { viewport: { width: 1440, height: 900 } },
      { viewport: { width: 1024, height: 768 }, colorScheme: "dark" },
      { viewport: { width: 390, height: 844 } },
    ] as const;
    for (const options of sizes) {
      const { desk } = await withAda();
      const page = await liveBoard(
        await desk.open({ ...options, bypassCSP: true }),
        desk.product.origin,
      );
      await assignFirst(page);
      await bar(page).waitFor();
      const box = await bar(page).boundingBox();
      const { width, height } = options.viewport;
      assert.ok(box !== null && box.height >= 52 && box.x >= 0 && box.x + box.width <= width);
      const below = height - box.y - box.height;
      assert.ok(below >= 0 && below <= 8, `at the window's foot, not ${below} px above it`);
      // Nothing lies over the button: this waits until a press would reach it.
      await page.locator("[data-undo]").click({ trial: true });
      const target = await page.locator("[data-undo]").boundingBox();
      assert.ok(target !== null && target.height >= 44, "a thumb hits it");
      await page.evaluate(axe.source);
      const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
      const { violations } = found as { violations: { id: string }[] };
      assert.deepEqual(violations.map((violation) => violation.id), []);
      const shots = Deno.env.get("ACT_SHOTS");
      if (shots) await page.screenshot({ path: `${shots}/acts-${width}.png` });
    }
  },
);

browserTest(
  "T shows the cars by number, a number goes to one and Enter gives it the trip",
  async () => {
    const { desk } = await withAda();
    const page = await liveBoard(await desk.open({ bypassCSP: true }), desk.product.origin);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("t");
    await page.locator('[data-offer="1"]:focus').waitFor();
    await page.locator(".offer", { hasText: "Bäst" }).waitFor();
    assert.equal(await page.locator(".offer").count(), 6);
    await page.keyboard.press("2");
    const second = page.locator('[data-offer="2"]:focus');
    const car = await second.locator("b").textContent() ?? "";
    assert.match(await second.textContent() ?? "", /Tilldela .*Bil \d\d/);
    await page.evaluate(axe.source);
    const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
    const { violations } = found as { violations: { id: string }[] };
    assert.deepEqual(violations.map((violation) => violation.id), []);
    const shots = Deno.env.get("ACT_SHOTS");
    if (shots) await page.screenshot({ path: `${shots}/candidates.png` });
    await page.keyboard.press("Enter");
    await rowOf(page, "Ada").getByText(`${car} ·`).waitFor();
  },
);

browserTest(
  "a car that does not fit says why, and is given with a reason where that is enough",
  async () => {
    const { desk, id } = await withAda();
    const page = await liveBoard(await desk.open(), desk.product.origin);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("t");
    const unfit = page.locator(".unfit");
    await unfit.locator("> summary").click();
    const override = unfit.locator("li", { has: page.locator(".unfit-override") }).first();
    await override.getByText("Tilldela ändå, med skäl").click();
    await override.getByLabel("Skäl").fill("Kunden bad om den");
    await override.getByRole("button").click();
    await rowOf(page, "Ada").getByText("tilldelad").waitFor();
    const events = await desk.product.services.bookings.events(id);
    assert.ok(events.some(({ type }) => type === "overrode"), "the history keeps the reason");
  },
);
