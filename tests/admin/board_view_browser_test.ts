// The day arranged in a real browser: filters, order, columns, density, saved views; all of it in the address.
import assert from "node:assert/strict";
import type { Page } from "npm:playwright-core@1.65.1";
import { browserTest } from "../support/chromium.ts";
import { aDesk, DATE, liveBoard, named, rowOf } from "../support/desk.ts";

const customers = (page: Page) => page.locator(".trip .trip-customer").allInnerTexts();
const words = (page: Page) => new URL(page.url()).searchParams;

browserTest("filters combine, say how many they find, and stand in the address", async () => {
  const desk = await aDesk();
  await named(desk, "08:00", "Ada", { flightNumber: "SK1436" });
  await named(desk, "09:00", "Bo");
  await named(desk, "10:00", "Cia", { flightNumber: "LH813", vehicleClass: "wheelchair" });
  const page = await liveBoard(await desk.open(), desk.product.origin);
  const flights = page.getByRole("button", { name: "Flyg 2" });
  await flights.click();
  await rowOf(page, "Bo").waitFor({ state: "detached" });
  assert.deepEqual(await customers(page), ["Ada", "Cia"]);
  assert.equal(await flights.getAttribute("aria-pressed"), "true");
  await page.getByRole("button", { name: "Rullstol 1" }).click();
  await rowOf(page, "Ada").waitFor({ state: "detached" });
  assert.equal(words(page).get("show"), "flight,wheelchair");
  assert.match(await page.innerText(".foot-count"), /Visar 1 av 3/);
  await page.reload();
  await rowOf(page, "Cia").waitFor();
  assert.deepEqual(await customers(page), ["Cia"]);
  await page.goBack();
  await rowOf(page, "Ada").waitFor();
  await page.getByRole("link", { name: "Visa alla" }).click();
  await rowOf(page, "Bo").waitFor();
  assert.equal(words(page).get("show"), null);
});

browserTest("a filter that finds nothing says so, and shows the way back", async () => {
  const desk = await aDesk();
  await named(desk, "08:00", "Ada");
  const page = await liveBoard(await desk.open(), desk.product.origin, "&show=childseat");
  await page.getByText("Inga resor passar filtret.").waitFor();
  await page.locator("#day").getByRole("link", { name: "Visa alla" }).click();
  await rowOf(page, "Ada").waitFor();
});

browserTest("any column sorts, and again turns round", async () => {
  const desk = await aDesk();
  for (const [time, name] of [["08:00", "Örn"], ["09:00", "Ek"], ["10:00", "Ål"]] as const) {
    await named(desk, time, name);
  }
  const page = await liveBoard(await desk.open(), desk.product.origin);
  const head = page.getByRole("columnheader", { name: "Kund" });
  await head.getByRole("link").click();
  await page.locator('th[aria-sort="ascending"].trip-customer').waitFor();
  assert.deepEqual(await customers(page), ["Ek", "Ål", "Örn"]);
  await head.getByRole("link").click();
  await page.locator('th[aria-sort="descending"].trip-customer').waitFor();
  assert.deepEqual(await customers(page), ["Örn", "Ål", "Ek"]);
  assert.equal(words(page).get("sort"), "-customer");
});

browserTest(
  "rows are exactly 44, 52 or 64 pixels high, and the browser remembers which",
  async () => {
    const desk = await aDesk();
    await named(desk, "08:00", "Ada");
    const context = await desk.open({ viewport: { width: 1440, height: 900 } });
    const page = await liveBoard(context, desk.product.origin);
    const height = () =>
      page.locator(".trip").first().evaluate((row) => row.getBoundingClientRect().height);
    assert.equal(await height(), 44);
    for (const [name, px] of [["Normal", 52], ["Luftig", 64]] as const) {
      await page.getByRole("button", { name }).click();
      await page.locator(`.density a[aria-pressed=true]:has-text("${name}")`).waitFor();
      assert.equal(await height(), px);
    }
    assert.equal(words(page).get("density"), "airy");
    const another = await liveBoard(context, desk.product.origin);
    await another.locator('.density a[aria-pressed=true]:has-text("Luftig")').waitFor();
    assert.equal(words(another).get("density"), "airy");
  },
);

browserTest("a wide table has one line a trip, a narrow one two, and the same height", async () => {
  const desk = await aDesk();
  await named(desk, "08:00", "Ada", { flightNumber: "SK1436" });
  const tops = (page: Page) =>
    page.locator(".trip").evaluate((row) =>
      [".trip-trip", ".trip-customer"].map((cell) =>
        Math.round(row.querySelector(cell)?.getBoundingClientRect().top ?? 0)
      )
    );
  for (const [width, lines] of [[1440, 1], [1024, 2]] as const) {
    const context = await desk.open({ viewport: { width, height: 800 } });
    const page = await liveBoard(context, desk.product.origin);
    const [trip = 0, customer = 0] = await tops(page);
    assert.equal(customer > trip + 10 ? 2 : 1, lines, `${width}`);
    const row = await page.locator(".trip").boundingBox();
    assert.equal(row?.height, 44);
    await page.getByText("SK 1436").waitFor();
  }
});

browserTest("columns are chosen and stay chosen in the address", async () => {
  const desk = await aDesk();
  await named(desk, "08:00", "Ada");
  const context = await desk.open({ viewport: { width: 1600, height: 900 } });
  const page = await liveBoard(context, desk.product.origin);
  await page.getByText("Kolumner").click();
  await page.getByLabel("Bokningskod").check();
  await page.getByRole("columnheader", { name: "Bokningskod" }).waitFor();
  await page.getByLabel("Kund").uncheck();
  await page.locator("th.trip-customer").waitFor({ state: "detached" });
  assert.equal(words(page).get("cols"), "time,in,trip,know,vehicle,state,reference");
  await page.locator(".day-head h1").click();
  await page.getByLabel("Bokningskod").waitFor({ state: "hidden" });
});

browserTest("a view is saved by name, opened again, and removed", async () => {
  const desk = await aDesk();
  await named(desk, "08:00", "Ada", { flightNumber: "SK1436" });
  await named(desk, "09:00", "Bo");
  const context = await desk.open();
  const page = await liveBoard(context, desk.product.origin, "&show=flight&sort=-time");
  await page.getByText("Spara som vy").click();
  await page.getByLabel("Vyns namn").fill("Flygen sist");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.getByRole("link", { name: "Flygen sist" }).waitFor();
  const another = await liveBoard(context, desk.product.origin);
  await another.getByText("Spara som vy").click();
  await another.getByRole("link", { name: "Flygen sist" }).click();
  await rowOf(another, "Bo").waitFor({ state: "detached" });
  assert.deepEqual([words(another).get("show"), words(another).get("sort")], ["flight", "-time"]);
  assert.equal(words(another).get("date"), DATE);
  await another.getByRole("button", { name: "Ta bort Flygen sist" }).click();
  await another.getByRole("link", { name: "Flygen sist" }).waitFor({ state: "detached" });
});

browserTest(
  "without script filters, order and columns are links and forms that do the same",
  async () => {
    const desk = await aDesk();
    await named(desk, "08:00", "Ada", { flightNumber: "SK1436" });
    await named(desk, "09:00", "Bo");
    const context = await desk.open({
      javaScriptEnabled: false,
      viewport: { width: 1600, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(`${desk.product.origin}/admin?date=${DATE}`);
    await page.getByRole("columnheader", { name: "Kund" }).getByRole("link").click();
    await page.getByRole("columnheader", { name: "Kund" }).getByRole("link").click();
    assert.deepEqual(await customers(page), ["Bo", "Ada"]);
    await page.getByRole("button", { name: "Flyg 1" }).click();
    assert.deepEqual(await customers(page), ["Ada"]);
    await page.getByText("Kolumner").click();
    await page.getByLabel("Pris").check();
    await page.locator(".menu-up button").click();
    await page.getByRole("columnheader", { name: "Pris" }).waitFor();
    assert.deepEqual(await customers(page), ["Ada"]);
  },
);

browserTest("figures pick trips out, and say which is pressed", async () => {
  const desk = await aDesk();
  await named(desk, "08:00", "Ada");
  const page = await liveBoard(await desk.open(), desk.product.origin);
  const going = page.locator(".figures").getByRole("button", { name: "Pågår nu 0" });
  await going.click();
  await page.getByText("Inga resor passar filtret.").waitFor();
  assert.equal(await going.getAttribute("aria-pressed"), "true");
  await going.click();
  await rowOf(page, "Ada").waitFor();
});

browserTest(
  "a board that has lost contact says on each of its parts since when it is old",
  async () => {
    const desk = await aDesk();
    const today = "2026-11-23";
    const { booking } = await named(desk, "07:00", "Ada", {}, today);
    const context = await desk.open();
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${desk.product.origin}/admin?date=${today}&booking=${booking.id}`);
    await page.waitForSelector('.freshness[data-kind="live"]');
    assert.equal(await page.locator(".stale").count(), 0);
    await context.setOffline(true);
    desk.product.services.streams.endAll();
    await page.waitForSelector('.freshness[data-kind="connecting"]');
    await page.clock.fastForward("01:00");
    await page.waitForSelector('.freshness[data-kind="lost"]');
    for (const part of [".figures", ".needs", ".day-foot", ".pane"]) {
      await page.locator(part).getByText(/gammalt sedan \d\d\.\d\d/).waitFor();
    }
  },
);

browserTest("a car's list on paper is that list alone, with the car's name on it", async () => {
  const desk = await aDesk();
  const { booking } = await named(desk, "08:00", "Ada");
  await named(desk, "08:10", "Bo");
  const { vehicleId } = booking.reservation;
  const [vehicle] = (await desk.product.services.fleet.vehicles()).filter(({ id }) =>
    id === vehicleId
  );
  const page = await liveBoard(await desk.open(), desk.product.origin, `&car=${vehicleId}`);
  await page.emulateMedia({ media: "print" });
  await page.getByText(vehicle?.name ?? "no car", { exact: true }).locator("visible=true").first()
    .waitFor();
  assert.deepEqual(await customers(page), ["Ada"]);
  for (const part of [".filters", ".day-foot", ".figures", ".rail", "#board-search"]) {
    assert.equal(await page.locator(part).isVisible(), false, part);
  }
});

browserTest("the day is on paper with a booking open too, however narrow the paper", async () => {
  const desk = await aDesk();
  const { booking } = await named(desk, "08:00", "Ada");
  await named(desk, "08:10", "Bo");
  const context = await desk.open({ viewport: { width: 718, height: 1000 } });
  const page = await liveBoard(context, desk.product.origin, `&booking=${booking.id}`);
  assert.equal(await rowOf(page, "Bo").isVisible(), false, "the booking is a page");
  await page.emulateMedia({ media: "print" });
  await rowOf(page, "Bo").waitFor();
  assert.equal(await page.locator(".pane").isVisible(), false);
});
