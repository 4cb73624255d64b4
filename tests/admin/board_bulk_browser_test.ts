// Several trips at once: chosen by keys and by pointer, planned, given their cars, and taken back.
import assert from "node:assert/strict";
import axe from "npm:axe-core@4.14.1";
import type { Page } from "npm:playwright-core@1.65.1";
import { runOperatorCommand } from "../../lib/board/operator-command.ts";
import type { BookingId } from "../../lib/booking/booking.ts";
import { browserTest } from "../support/chromium.ts";
import { aDesk, type Desk, liveBoard, named, rowOf } from "../support/desk.ts";

const NAMES = ["Ada", "Bo", "Cia", "Dan"] as const;

/** Four trips an hour apart, and a board that shows them. */
async function fourTrips(options: Parameters<Desk["open"]>[0] = {}) {
  const desk = await aDesk();
  const ids: BookingId[] = [];
  for (const [i, name] of NAMES.entries()) {
    ids.push((await named(desk, `0${6 + i}:00`, name)).booking.id);
  }
  // What goes through the worker of the page, a test cannot hold back.
  const context = await desk.open({ serviceWorkers: "block", ...options });
  const page = await liveBoard(context, desk.product.origin);
  return { desk, ids, page };
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const bar = (page: Page) => page.getByRole("region", { name: "Valda resor" });
const planRow = (page: Page, id: BookingId) => page.locator(`#plan-${id}`);

async function rowHasFocus(page: Page, name: string): Promise<void> {
  await page.locator(".trip:focus-within").filter({ hasText: name }).waitFor();
}

/** The plan is read and can be carried out for so many. */
async function planIsReady(page: Page, count: number): Promise<void> {
  await page.locator('[data-plan-confirm][aria-disabled="false"]', {
    hasText: `Tilldela ${count}`,
  }).waitFor();
}

async function openPlan(page: Page, count: number): Promise<void> {
  await press(page, "a");
  await page.getByRole("heading", { name: new RegExp(`^${count} resor valda`) }).waitFor();
}

/** Somebody else gives a trip a car. */
async function karinGives(desk: Desk, id: BookingId): Promise<void> {
  const command = { type: "assign", expectedVersion: 1, driverId: "D09" } as const;
  await runOperatorCommand(desk.product.services, id, command, "Karin");
}

async function statusOf(desk: Desk, id: BookingId): Promise<string | undefined> {
  return (await desk.product.services.bookings.get(id))?.booking.status;
}

browserTest(
  "X and Shift with an arrow choose trips, the bar counts them, Escape lets go",
  async () => {
    const { desk, page } = await fourTrips();
    await press(page, "ArrowDown", "x");
    await bar(page).getByText("1 resa vald").waitFor();
    await press(page, "Shift+ArrowDown", "Shift+ArrowDown");
    await bar(page).getByText("3 resor valda").waitFor();
    await rowHasFocus(page, "Cia");
    await press(page, "Shift+ArrowUp");
    await bar(page).getByText("2 resor valda").waitFor();
    // What comes in meanwhile takes neither the focus nor a choice away.
    await named(desk, "05:00", "Eva");
    await rowOf(page, "Eva").waitFor();
    await rowHasFocus(page, "Bo");
    await bar(page).getByText("2 resor valda").waitFor();
    assert.equal(await page.locator(".trip[data-picked]").count(), 2);
    await press(page, "x");
    await bar(page).getByText("1 resa vald").waitFor();
    await press(page, "Escape");
    await bar(page).waitFor({ state: "hidden" });
    await rowHasFocus(page, "Bo");
  },
);

browserTest("a pointer chooses by the box of a row, with Shift everything on the way", async () => {
  const { page } = await fourTrips();
  const box = (name: string) => rowOf(page, name).getByRole("checkbox");
  await box("Ada").click();
  await page.locator(".pane").waitFor({ state: "detached" });
  await box("Cia").click({ modifiers: ["Shift"] });
  await bar(page).getByText("3 resor valda").waitFor();
  assert.equal(await box("Bo").getAttribute("aria-checked"), "true");
  await box("Bo").click();
  await bar(page).getByText("2 resor valda").waitFor();
  await bar(page).getByRole("button", { name: /Välj bort alla/ }).click();
  await bar(page).waitFor({ state: "hidden" });
});

browserTest("on touch the boxes are always there, and a tap on one opens no booking", async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page } = await fourTrips(phone);
  const box = rowOf(page, "Bo").getByRole("checkbox");
  assert.equal(await box.locator("svg").evaluate((one) => getComputedStyle(one).opacity), "1");
  const { width = 0, height = 0 } = await box.boundingBox() ?? {};
  assert.ok(width >= 24 && height >= 44, `${width} × ${height}`);
  await box.tap();
  await bar(page).getByText("1 resa vald").waitFor();
  await bar(page).getByRole("button", { name: /Tilldela/ }).tap();
  await page.getByRole("heading", { name: "1 resa vald, 1 kan få bil" }).waitFor();
});

browserTest(
  "a chosen trip that a filter hides is said to be hidden, and can be let go",
  async () => {
    const { desk, page } = await fourTrips();
    await named(desk, "12:00", "Eva", { flightNumber: "SK1436" });
    await rowOf(page, "Eva").waitFor();
    await press(page, "ArrowDown", "x", "End", "x");
    await bar(page).getByText("2 resor valda").waitFor();
    await page.getByRole("button", { name: /^Flyg/ }).click();
    await bar(page).getByText("1 av dem syns inte i listan nu").waitFor();
    await bar(page).getByRole("button", { name: "Välj bort dem" }).click();
    await bar(page).getByText("1 resa vald").waitFor();
    assert.equal(await bar(page).getByText("syns inte").count(), 0);
  },
);

browserTest(
  "A plans the chosen trips; one is left out, one gets another car, and each has its answer",
  async () => {
    const { desk, ids: [ada, bo, cia], page } = await fourTrips();
    assert(ada && bo && cia);
    await press(page, "ArrowDown", "x", "Shift+ArrowDown", "Shift+ArrowDown");
    await openPlan(page, 3);
    await planIsReady(page, 3);
    await press(page, "ArrowDown", "ArrowDown", "x");
    await planRow(page, bo).getByText("Lämnas utanför").waitFor();
    await planIsReady(page, 2);
    await planRow(page, cia).getByRole("button", { name: /Byt bil/ }).click();
    const other = planRow(page, cia).locator("[data-plan-give]").nth(2);
    const car = await other.getAttribute("data-car");
    await other.click();
    await planRow(page, cia).getByText("vald av dig").waitFor();
    await page.locator(`#plan-${cia} .plan-stop:focus`).waitFor();
    await planIsReady(page, 2);
    await press(page, "Enter");
    await page.getByRole("heading", { name: "2 av 2 resor tilldelade" }).waitFor();
    await planRow(page, ada).getByText("Tilldelad", { exact: true }).waitFor();
    await planRow(page, bo).getByText("Lämnas utanför").waitFor();
    const stored = await desk.product.services.bookings.get(cia);
    assert.equal(stored?.booking.reservation.vehicleId, car);
    assert.deepEqual([await statusOf(desk, ada), await statusOf(desk, bo)], [
      "assigned",
      "confirmed",
    ]);
    await press(page, "Escape");
    await rowHasFocus(page, "Cia");
    await bar(page).waitFor({ state: "hidden" });
  },
);

browserTest(
  "what was done in one go is taken back in one go, and the outcome says so",
  async () => {
    const { desk, ids: [ada, bo], page } = await fourTrips();
    assert(ada && bo);
    await press(page, "ArrowDown", "x", "Shift+ArrowDown");
    await openPlan(page, 2);
    await planIsReady(page, 2);
    await page.getByRole("button", { name: "Tilldela 2" }).click();
    await page.locator(".act-shown").getByText(/^2 resor tilldelade\./).waitFor();
    await press(page, "z");
    await page.locator(".act-shown").getByText(/^Ångrat\. De 2 resorna/).waitFor();
    for (const id of [ada, bo]) {
      await planRow(page, id).getByText("Ångrad, utan förare igen").waitFor();
      assert.equal(await statusOf(desk, id), "confirmed");
    }
  },
);

browserTest(
  "a trip somebody takes between the plan and the press is theirs: the outcome says who and what",
  async () => {
    const { desk, ids: [ada, bo, cia], page } = await fourTrips();
    assert(ada && bo && cia);
    await press(page, "ArrowDown", "x", "Shift+ArrowDown", "Shift+ArrowDown");
    await openPlan(page, 3);
    await planIsReady(page, 3);
    // Karin is first, and this board hears of it only after it has pressed.
    await page.route("**/api/admin/assignments", async (route) => {
      if (route.request().postDataJSON().type === "assign") await karinGives(desk, bo);
      await route.continue();
    });
    await press(page, "Enter");
    await page.getByRole("heading", { name: "2 av 3 resor tilldelade" }).waitFor();
    await planRow(page, bo).getByText(/Karin.* gav resan till .*Bil 09.* nyss\./).waitFor();
    await planRow(page, bo).getByText(/Bil 09.* · /).waitFor();
    const stored = await desk.product.services.bookings.get(bo);
    assert(stored?.booking.status === "assigned");
    assert.equal(stored.booking.driverId, "D09");
    await page.locator(".act-shown").getByText(/^2 resor tilldelade\./).waitFor();
    await planRow(page, bo).getByRole("link", { name: /Öppna/ }).click();
    await page.locator("#booking-title").waitFor();
    await press(page, "Escape");
    await page.locator(`#plan-${bo} .plan-stop:focus`).waitFor();
    assert.deepEqual([await statusOf(desk, ada), await statusOf(desk, cia)], [
      "assigned",
      "assigned",
    ]);
  },
);

browserTest(
  "what somebody takes while the plan is looked at leaves it before the press",
  async () => {
    const { desk, ids: [, bo], page } = await fourTrips();
    assert(bo);
    await press(page, "ArrowDown", "x", "Shift+ArrowDown", "Shift+ArrowDown");
    await openPlan(page, 3);
    await planRow(page, bo).getByRole("checkbox").focus();
    await karinGives(desk, bo);
    await planRow(page, bo).getByText("Har redan förare").waitFor();
    await planRow(page, bo).getByText("ändrades nyss").waitFor();
    await planIsReady(page, 2);
    await page.locator(`#plan-${bo} .plan-stop:focus`).waitFor();
  },
);

browserTest("a car that needs a reason is given with one, and not without", async () => {
  const { desk, ids: [ada], page } = await fourTrips();
  assert(ada);
  await press(page, "ArrowDown", "x", "a");
  await page.getByRole("heading", { name: "1 resa vald, 1 kan få bil" }).waitFor();
  await planRow(page, ada).getByRole("button", { name: /Byt bil/ }).click();
  await planRow(page, ada).getByText(/^Med skäl/).waitFor();
  await planRow(page, ada).locator(".plan-choice-head + .plan-cars button").first().click();
  await planRow(page, ada).getByText("Tilldelas med skäl").waitFor();
  await planIsReady(page, 1);
  await page.getByRole("button", { name: "Tilldela 1" }).click();
  await planRow(page, ada).getByText(/^Skriv ett skäl/).waitFor();
  await page.locator(`[data-plan-reason="${ada}"]:focus`).waitFor();
  await page.keyboard.type("Kunden bad om den");
  await page.getByRole("button", { name: "Tilldela 1" }).click();
  await page.getByRole("heading", { name: "1 av 1 resa tilldelad" }).waitFor();
  const events = await desk.product.services.bookings.events(ada);
  const overrode = events.find(({ type }) => type === "overrode");
  assert(overrode?.type === "overrode");
  assert.equal(overrode.reason, "Kunden bad om den");
});

browserTest("a press without an answer can be made again, and gives no trip two cars", async () => {
  const { desk, ids: [ada], page } = await fourTrips();
  assert(ada);
  await press(page, "ArrowDown", "x", "a");
  await planIsReady(page, 1);
  let isLost = true;
  await page.route("**/api/admin/assignments", async (route) => {
    if (!isLost || route.request().postDataJSON().type !== "assign") return await route.continue();
    isLost = false;
    await route.abort();
  });
  await press(page, "Enter");
  await page.getByRole("alert").getByText(/Inget svar/).waitFor();
  await page.getByRole("button", { name: "Tilldela 1" }).click();
  await page.getByRole("heading", { name: "1 av 1 resa tilldelad" }).waitFor();
  assert.equal((await desk.product.services.bookings.events(ada)).length, 2);
});

browserTest("without script no row has a box, because nothing would come of it", async () => {
  const desk = await aDesk();
  await named(desk, "08:00", "Ada");
  const context = await desk.open({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${desk.product.origin}/admin?date=2026-11-24`);
  await rowOf(page, "Ada").waitFor();
  assert.equal(await page.getByRole("checkbox", { name: /^Välj/ }).count(), 0);
});

browserTest(
  "selection, plan, choice and outcome fit their windows in both languages, and axe finds nothing",
  async () => {
    const cases = [
      { viewport: { width: 1440, height: 900 } },
      { viewport: { width: 1440, height: 900 }, forcedColors: "active" },
      { viewport: { width: 1024, height: 768 }, colorScheme: "dark" },
      { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
      { viewport: { width: 390, height: 844 } },
    ] as const;
    for (const [i, options] of cases.entries()) {
      const { desk, ids, page } = await fourTrips({ ...options, bypassCSP: true });
      if (i % 2 === 1) {
        await page.goto(`${desk.product.origin}/admin?date=2026-11-24&lang=en`);
        await page.waitForSelector('.freshness[data-kind="live"]', { state: "attached" });
      }
      await named(desk, "12:00", "Eva", { vehicleClass: "van" });
      await karinGives(desk, ids[1]!);
      await page.locator(`#trip-${ids[1]} .state[data-state=assigned]`).waitFor();
      await press(page, "Home", "x", "Shift+End");
      for (let row = 0; row < 4; row++) await press(page, "Shift+ArrowDown");
      await page.locator(".select-bar b").getByText(/^5 /).waitFor();
      await looksRight(page, `select-${i}`);
      await press(page, "a");
      await page.locator('.plan-state[data-state="has-driver"]').waitFor();
      await looksRight(page, `plan-${i}`);
      await page.locator(`[data-plan-choose="${ids[0]}"]`).click();
      await page.locator(`[data-plan-give="${ids[0]}"]`).first().waitFor();
      await looksRight(page, `choice-${i}`);
      await press(page, "Escape");
      await page.locator('[data-plan-confirm][aria-disabled="false"]').click();
      await page.locator('.plan-state[data-state="assigned"]').first().waitFor();
      await looksRight(page, `result-${i}`);
      await page.context().close();
    }
  },
);

/** Nothing scrolls sideways, axe finds nothing, and where asked for there is a picture. */
async function looksRight(page: Page, name: string): Promise<void> {
  const shots = Deno.env.get("BULK_SHOTS");
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${name} scrolls sideways`);
  await page.evaluate(axe.source);
  // The page's own global: axe was put there a line above.
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  const { violations } = found as { violations: { id: string; nodes: { target: string[] }[] }[] };
  const told = violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map((node) => node.target.join(" "))}`
  );
  assert.deepEqual(told, [], name);
}
