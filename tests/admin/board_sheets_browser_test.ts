// A booking is changed, split, booked again and revived over the board: the price first, then the act.
import assert from "node:assert/strict";
import axe from "npm:axe-core@4.14.1";
import type { Page } from "npm:playwright-core@1.65.1";
import { SHEET_KINDS } from "../../lib/board/sheet/sheet-kind.ts";
import { cancelBookingAsOperator } from "../../lib/booking/cancel-booking.ts";
import type { BookingId } from "../../lib/booking/booking.ts";
import { changeTrip } from "../../lib/dispatch/change-trip.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { browserTest } from "../support/chromium.ts";
import { aDesk, DATE, type Desk, liveBoard, named, rowOf } from "../support/desk.ts";
import { aQuote } from "../support/trips.ts";

const OMAR = { kind: "operator", id: null, name: "Omar" } as const;

const sheet = (page: Page) => page.locator("dialog.sheet-dialog[open]");
const total = (page: Page) => sheet(page).locator(".sheet-total");
const bar = (page: Page) => page.locator(".act-shown");

/** Text with plain spaces and without the marks that set people's words apart. */
async function textOf(page: Page, selector: string): Promise<string> {
  const text = await page.locator(selector).first().textContent() ?? "";
  return text.replace(/\s/g, " ").replace(/[\u2066-\u2069]/g, "");
}

/** A board with Ada's booking in focus. */
async function withAda(
  options: Parameters<Desk["open"]>[0] = {},
  booked: Parameters<typeof named>[3] = {},
) {
  const desk = await aDesk();
  const { booking } = await named(desk, "10:00", "Ada", booked);
  const page = await liveBoard(await desk.open(options), desk.product.origin);
  await page.keyboard.press("ArrowDown");
  await page.locator(`[data-booking="${booking.id}"]:focus`).waitFor();
  return { desk, page, booking };
}

async function stored({ product }: Desk, id: BookingId) {
  return (await product.services.bookings.get(id))?.booking;
}

browserTest("with the keyboard alone: the new price, the change, its history, and Z", async () => {
  const { desk, page, booking } = await withAda();
  await page.keyboard.press("e");
  await page.locator("#time:focus").waitFor();
  assert.equal(await sheet(page).locator("[data-send]").count(), 0);
  await page.keyboard.type("9.30");
  await page.locator("#vehicleClass").press("p");
  await total(page).getByText(/→/).waitFor();
  assert.match(await textOf(page, ".sheet-total"), /495 kr →blir .*\d+ kr/);
  assert.match(await textOf(page, ".sheet-difference"), /^\d+ kr mer$/);
  assert.match(await textOf(page, ".sheet-changes"), /Tid10\.00 →blir 09\.30/);
  assert.equal((await stored(desk, booking.id))?.version, 1);
  await page.keyboard.press("Control+Enter");
  await bar(page).getByText("Ändrad.").waitFor();
  await rowOf(page, "Ada").getByText("09.30").waitFor();
  await page.locator("#booking-title:focus").waitFor();
  assert.match(
    await textOf(page, ".entry-changes"),
    /Tid 10\.00 →blir 09\.30Fordon Taxi →blir Premium/,
  );
  await page.keyboard.press("z");
  await bar(page).getByText("Ångrat. Allt är som det var.").waitFor();
  await rowOf(page, "Ada").getByText("10.00").waitFor();
  const after = await stored(desk, booking.id);
  assert.equal(after?.trip.totalOre, booking.trip.totalOre);
});

browserTest("an address is chosen from the same suggestions as on the telephone", async () => {
  const { desk, page, booking } = await withAda();
  await page.keyboard.press("e");
  await page.locator("#time:focus").waitFor();
  const to = sheet(page).getByRole("combobox", { name: "Till", exact: true });
  await to.fill("");
  // Somebody thinks before they choose: meanwhile the sheet is drawn with what half a word comes to.
  const halfWord = page.waitForResponse((response) => response.request().method() === "POST");
  await to.pressSequentially("liseb");
  await sheet(page).getByRole("option").first().waitFor();
  await (await halfWord).finished();
  await to.press("ArrowDown");
  await to.press("Enter");
  await sheet(page).locator(".sheet-changes").getByText(/Liseberg/).waitFor();
  // Escape closes the list that lies on top, not the sheet.
  await to.press("ArrowDown");
  await sheet(page).getByRole("listbox").waitFor();
  await to.press("Escape");
  await sheet(page).getByRole("listbox").waitFor({ state: "detached" });
  await page.keyboard.press("Control+Enter");
  await bar(page).getByText("Ändrad.").waitFor();
  assert.match((await stored(desk, booking.id))?.trip.to.name ?? "", /Liseberg/);
});

browserTest(
  "what another changes while the sheet is open is told at once, and one's own words stand",
  async () => {
    const { desk, page, booking } = await withAda();
    await page.keyboard.press("e");
    await page.locator("#time:focus").waitFor();
    await page.locator("#note").fill("Portkod 4711");
    await sheet(page).locator("[data-send]").waitFor();
    const { id: bookingId, trip } = booking;
    await changeTrip(desk.product.services, {
      ...{ bookingId, change: { passengers: 3 }, expectedVersion: 1, actor: OMAR },
      price: { tariff: "original", keepReason: null },
      ...{ expectedTotalOre: trip.totalOre, idempotencyKey: null },
    });
    await sheet(page).getByText(/Omar.*: Resenärer .*2.* → .*3/).waitFor();
    assert.equal(await page.locator("#passengers").inputValue(), "3");
    assert.equal(await page.locator("#note").inputValue(), "Portkod 4711");
    await page.locator("#note:focus").waitFor();
    await page.keyboard.press("Control+Enter");
    await bar(page).getByText("Ändrad.").waitFor();
    const after = await stored(desk, bookingId);
    assert.deepEqual([after?.trip.passengers, after?.note], [3, "Portkod 4711"]);
  },
);

browserTest(
  "a sheet that is left keeps its words for who comes back, and nothing is changed",
  async () => {
    const { desk, page, booking } = await withAda();
    await page.keyboard.press("e");
    await page.locator("#time:focus").waitFor();
    await page.locator("#note").fill("Portkod 4711");
    await page.keyboard.press("Escape");
    await sheet(page).waitFor({ state: "detached" });
    // Back on the row one came from.
    await page.locator(`[data-booking="${booking.id}"]:focus`).waitFor();
    await page.keyboard.press("e");
    await page.locator("#note").waitFor();
    assert.equal(await page.locator("#note").inputValue(), "Portkod 4711");
    assert.equal((await stored(desk, booking.id))?.version, 1);
  },
);

browserTest(
  "six passengers are split: a car that is too small is refused, two that have room are not",
  async () => {
    const desk = await aDesk();
    const quote = await aQuote(desk.product.services, {
      ...{ passengers: 6, bags: 4, wallTime: `${DATE}T10:00` },
    });
    const { booking } = await named(desk, "10:00", "Ada", { quote, vehicleClass: "van" });
    const page = await liveBoard(await desk.open(), desk.product.origin);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("m");
    await page.locator("[role=menuitem]:focus").waitFor();
    await page.keyboard.press("Enter");
    await page.locator("#passengers:focus").waitFor();
    await page.locator("#vehicleClass").selectOption("standard");
    await page.locator("#passengers").fill("5");
    await sheet(page).getByText(/Ingen bil rymmer alla och allt/).waitFor();
    assert.equal(await sheet(page).locator("[data-send]").count(), 0);
    await page.locator("#passengers").fill("3");
    await sheet(page).getByText("Den andra bilen, 3 resenärer").waitFor();
    await page.keyboard.press("Control+Enter");
    await bar(page).getByText("Delad på två bilar.").waitFor();
    await page.locator(".trip").nth(1).waitFor();
    const [link] = (await stored(desk, booking.id))?.links ?? [];
    assert(link !== undefined);
    // The new one is open, and names the first.
    await page.locator(`.trip[data-chosen]#trip-${link.bookingId}`).waitFor();
    await page.locator(".pane").getByText(/Delad från/).waitFor();
    await page.keyboard.press("z");
    await bar(page).getByText("Ångrat.").waitFor();
    assert.equal((await stored(desk, booking.id))?.trip.passengers, 6);
    await page.locator(".pane .booking-when").getByText("avbokad").waitFor();
  },
);

browserTest(
  "no car is free: reviving is refused with words and later times, and one of them brings it back",
  async () => {
    const [car] = DEMO_VEHICLES.filter(({ vehicleClass }) => vehicleClass === "standard");
    assert(car !== undefined);
    const desk = await aDesk({ vehicles: [car] });
    const { booking } = await named(desk, "10:00", "Ada");
    const { id: bookingId } = booking;
    await cancelBookingAsOperator(desk.product.services, {
      ...{ bookingId, reason: "fel", feeOre: 0, actor: OMAR, expectedVersion: 1 },
    });
    await named(desk, "10:00", "Bo");
    const page = await liveBoard(await desk.open(), desk.product.origin, `&booking=${bookingId}`);
    await page.keyboard.press("m");
    await page.locator("[role=menuitem]:focus").waitFor();
    await page.keyboard.press("End");
    await page.getByRole("menuitem", { name: "Återuppta" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Enter");
    await page.locator("#reason").fill("Kunden ringde");
    await sheet(page).locator(".sheet-refusal").getByText("Ingen taxi är ledig då.").waitFor();
    assert.equal((await stored(desk, bookingId))?.status, "cancelled");
    await sheet(page).getByRole("button", { name: /^i morgon 1\d/ }).first().click();
    await sheet(page).locator(".sheet-car").getByText(/är ledig och reserveras/).waitFor();
    assert.equal(await page.locator("#reason").inputValue(), "Kunden ringde");
    await page.keyboard.press("Control+Enter");
    await bar(page).getByText("Återupptagen.").waitFor();
    assert.equal((await stored(desk, bookingId))?.status, "confirmed");
  },
);

browserTest(
  "the menu is one: keys go round it, letters find, Escape goes back to its button",
  async () => {
    const { page } = await withAda();
    await page.keyboard.press("m");
    const at = (name: string) =>
      page.getByRole("menuitem", { name, exact: true }).and(page.locator(":focus")).waitFor();
    await at("Dela på två bilar");
    await page.keyboard.press("ArrowUp");
    await at("Boka återresa");
    await page.keyboard.press("Home");
    await page.keyboard.press("b");
    await at("Boka samma resa igen");
    await page.keyboard.press("b");
    await at("Boka återresa");
    // No key of the menu is one of the board: N would leave the page.
    await page.keyboard.press("n");
    await at("Boka återresa");
    await page.keyboard.press("Escape");
    await page.locator("[data-more]:focus").waitFor();
    assert.equal(await page.locator("[data-more]").getAttribute("aria-expanded"), "false");
    await page.getByRole("menu").waitFor({ state: "hidden" });
    await page.locator(".pane").waitFor();
    await page.locator("[data-more]").click();
    await page.getByRole("menuitem", { name: "Boka återresa" }).click();
    await sheet(page).getByRole("heading", { name: "Boka återresa" }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator("[data-more]:focus").waitFor();
  },
);

browserTest(
  "sheets, their pages and the menu fit every width, both schemes and forced colours, and axe finds nothing",
  async () => {
    const sizes = [
      { viewport: { width: 1440, height: 900 } },
      { viewport: { width: 1024, height: 768 }, colorScheme: "dark" },
      { viewport: { width: 390, height: 844 } },
      { viewport: { width: 390, height: 844 }, forcedColors: "active" },
    ] as const;
    for (const options of sizes) {
      const { desk, page, booking } = await withAda({ ...options, bypassCSP: true });
      const look = "forcedColors" in options ? "forced" : "colour";
      const name = `${options.viewport.width}-${look}`;
      await page.keyboard.press("e");
      await page.locator("#time:focus").waitFor();
      await page.locator("#vehicleClass").selectOption("premium");
      await total(page).getByText(/→/).waitFor();
      await isSound(page, `sheet-${name}`);
      await sheet(page).locator("[data-send]").click({ trial: true });
      await page.keyboard.press("Escape");
      await page.locator(`[data-booking="${booking.id}"]`).press("m");
      await page.getByRole("menu").waitFor();
      await isSound(page, `menu-${name}`);
      const box = await page.getByRole("menu").boundingBox();
      assert(box !== null && box.x >= 0 && box.x + box.width <= options.viewport.width, name);
      for (const kind of SHEET_KINDS.filter((kind) => kind !== "revive")) {
        await page.goto(`${desk.product.origin}${paths.adminSheet(booking.id, kind)}`);
        await page.locator(".sheet-outcome").waitFor();
        await isSound(page, `page-${kind}-${name}`);
      }
    }
  },
);

/** Nothing stands out of the window, every target is as high as a finger needs, and axe finds nothing. */
async function isSound(page: Page, name: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert(wide <= 0, `${name} is ${wide} px too wide`);
  const low = await page.locator("dialog[open]").locator("button, input:not([type=hidden]), select")
    .evaluateAll((all) =>
      all.filter((one) => one.getClientRects().length > 0)
        .filter((one) => one.getBoundingClientRect().height < 44)
        .map((one) => one.outerHTML.slice(0, 80))
    );
  assert.deepEqual(low, [], name);
  await page.evaluate(axe.source);
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] };
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${name} ${id} ${nodes[0]?.html}`),
    [],
  );
  const shots = Deno.env.get("SHEET_SHOTS");
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
}
