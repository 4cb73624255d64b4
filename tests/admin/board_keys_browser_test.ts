// The board by keyboard alone, and a focus that no live change takes away.
import assert from "node:assert/strict";
import axe from "npm:axe-core@4.14.1";
import type { Page } from "npm:playwright-core@1.65.1";
import { browserTest } from "../support/chromium.ts";
import { aDesk, type Desk, liveBoard, named, rowOf } from "../support/desk.ts";

/** More stops than the board has outside its list. */
const MAX_STOPS = 60;

const focusedRow = (page: Page) =>
  page.evaluate(() =>
    document.activeElement?.closest(".trip")?.querySelector(".trip-customer")?.textContent ?? null
  );

async function rowHasFocus(page: Page, name: string): Promise<void> {
  await page.locator(".trip:focus-within").filter({ hasText: name }).waitFor();
}

async function threeTrips(desk: Desk): Promise<void> {
  for (const [time, name] of [["08:00", "Ada"], ["09:00", "Bo"], ["10:00", "Cia"]] as const) {
    await named(desk, time, name);
  }
}

browserTest(
  "arrows, j and k, Home and End go through the trips, and stop at the ends",
  async () => {
    const desk = await aDesk();
    await threeTrips(desk);
    const page = await liveBoard(await desk.open(), desk.product.origin);
    const walk: [string, string][] = [
      ["ArrowDown", "Ada"],
      ["j", "Bo"],
      ["ArrowDown", "Cia"],
      ["ArrowDown", "Cia"],
      ["k", "Bo"],
      ["Home", "Ada"],
      ["ArrowUp", "Ada"],
      ["End", "Cia"],
    ];
    for (const [key, name] of walk) {
      await page.keyboard.press(key);
      assert.equal(await focusedRow(page), name, key);
    }
  },
);

browserTest(
  "the list is one stop of the Tab key, and the row that had the focus keeps it",
  async () => {
    const desk = await aDesk();
    await threeTrips(desk);
    const page = await liveBoard(await desk.open(), desk.product.origin);
    for (const key of ["ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    await page.keyboard.press("Tab");
    assert.equal(await focusedRow(page), null, "the next stop is behind the list");
    await page.keyboard.press("Shift+Tab");
    assert.equal(await focusedRow(page), "Bo");
    const stops = await page.locator('.trip a[tabindex="0"]').count();
    assert.equal(stops, 1);
  },
);

browserTest("Enter goes into the booking, Escape back to the same row", async () => {
  const desk = await aDesk();
  await threeTrips(desk);
  const page = await liveBoard(await desk.open(), desk.product.origin);
  for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await page.locator("#booking-title:focus").waitFor();
  await page.keyboard.press("Escape");
  await rowHasFocus(page, "Bo");
  assert.equal(await page.locator(".pane").count(), 0);
  await page.keyboard.press("ArrowDown");
  assert.equal(await focusedRow(page), "Cia");
});

browserTest(
  "T goes to the drivers of the row, and the assigned trip gives the focus back",
  async () => {
    const desk = await aDesk();
    await threeTrips(desk);
    const page = await liveBoard(await desk.open(), desk.product.origin);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("t");
    await page.locator('[data-offer="1"]:focus').waitFor();
    await page.keyboard.press("Escape");
    await page.locator("summary:focus").waitFor();
    await page.keyboard.press("Escape");
    await rowHasFocus(page, "Ada");
  },
);

browserTest(
  "the question mark shows the keys, Escape puts them away, and they can be turned off",
  async () => {
    const desk = await aDesk();
    await threeTrips(desk);
    const page = await liveBoard(await desk.open(), desk.product.origin);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Tangenter" });
    await dialog.getByText("tilldela förare").waitFor();
    await dialog.getByLabel("Tangenter med en bokstav är på").uncheck();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await rowHasFocus(page, "Ada");
    await page.keyboard.press("j");
    assert.equal(await focusedRow(page), "Ada", "letters are off");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focusedRow(page), "Bo", "arrows are not");
  },
);

browserTest(
  "a live change takes the focus from no row, not even when the row itself goes",
  async () => {
    const desk = await aDesk();
    await threeTrips(desk);
    const { booking } = await named(desk, "09:30", "Dan", { flightNumber: "SK1436" });
    const page = await liveBoard(await desk.open(), desk.product.origin);
    for (const key of ["ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    await named(desk, "07:00", "Eva");
    await rowOf(page, "Eva").waitFor();
    assert.equal(await focusedRow(page), "Bo");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focusedRow(page), "Dan");
    const { bookings } = desk.product.services;
    assert.equal((await bookings.get(booking.id))?.booking.status, "confirmed");
    await page.getByRole("button", { name: /^Flyg/ }).click();
    await page.locator(`#trip-${booking.id} a`).focus();
    await page.goBack();
    await rowOf(page, "Eva").waitFor();
    assert.equal(await focusedRow(page), "Dan");
  },
);

browserTest(
  "G goes to what needs somebody, down to the next, and past the last to the trips",
  async () => {
    const desk = await aDesk();
    const today = "2026-11-23";
    await named(desk, "07:00", "Ada", {}, today);
    await named(desk, "08:00", "Bo", {}, today);
    const page = await liveBoard(await desk.open(), desk.product.origin, "", today);
    const focusedNeed = () =>
      page.evaluate(() => document.activeElement?.closest(".need")?.textContent ?? null);
    await page.keyboard.press("g");
    assert.match(await focusedNeed() ?? "", /07\.00/);
    await page.keyboard.press("ArrowDown");
    assert.match(await focusedNeed() ?? "", /08\.00/);
    await page.keyboard.press("ArrowDown");
    assert.equal(await focusedNeed(), null);
    assert.equal(await focusedRow(page), "Ada");
  },
);

browserTest("a need is ended where it stands by its one act", async () => {
  const desk = await aDesk();
  const today = "2026-11-23";
  const { booking } = await named(desk, "07:00", "Ada", {}, today);
  const page = await liveBoard(await desk.open(), desk.product.origin, "", today);
  await page.keyboard.press("g");
  await page.keyboard.press("Enter");
  await page.locator(`#trip-${booking.id} .state[data-state=assigned]`).waitFor();
  await page.locator(".needs").waitFor({ state: "detached" });
  const stored = await desk.product.services.bookings.get(booking.id);
  assert.equal(stored?.booking.status, "assigned");
});

browserTest(
  "a new booking is said in a place of its own, and its row can be clicked at once",
  async () => {
    const desk = await aDesk();
    for (let hour = 6; hour < 22; hour++) {
      await named(desk, `${String(hour).padStart(2, "0")}:00`, `Kund ${hour}`);
    }
    const page = await liveBoard(await desk.open(), desk.product.origin);
    await named(desk, "12:30", "Ny Nyström");
    const pill = page.locator(".new-pill");
    await pill.waitFor();
    const covered = await page.evaluate(() => {
      const box = document.querySelector(".new-pill")?.getBoundingClientRect();
      if (box === undefined) return true;
      return document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)
        .findIndex((one) => one.closest(".day-foot") !== null) > 0;
    });
    assert.equal(covered, false);
    await pill.getByRole("link").click();
    await rowHasFocus(page, "Ny Nyström");
    await rowOf(page, "Ny Nyström").click();
    await page.locator("#booking-title").waitFor();
  },
);

browserTest("head, figures and the names of the columns stay in view", async () => {
  const desk = await aDesk();
  for (let hour = 4; hour < 24; hour++) {
    await named(desk, `${String(hour).padStart(2, "0")}:00`, `Kund ${hour}`);
  }
  const page = await liveBoard(
    await desk.open({ viewport: { width: 1280, height: 600 } }),
    desk.product.origin,
  );
  await page.keyboard.press("End");
  await rowHasFocus(page, "Kund 23");
  const window = { top: 0, bottom: 600 };
  for (const part of [".day-head h1", "#board-search", ".day-clock", ".figures", ".trips thead"]) {
    const box = await page.locator(part).boundingBox();
    assert.ok(box !== null && box.y >= window.top && box.y + box.height <= window.bottom, part);
  }
  const row = await page.locator(".trip:focus-within").boundingBox();
  const foot = await page.locator(".day-foot").boundingBox();
  assert.ok(
    row && foot && row.y + row.height <= foot.y + 1,
    "the row in focus is not below the foot",
  );
  await page.keyboard.press("Home");
  await rowHasFocus(page, "Kund 4");
  const first = await page.locator(".trip:focus-within").boundingBox();
  const head = await page.locator(".trips thead").boundingBox();
  assert.ok(first && head && first.y >= head.y + head.height - 1, "nor below the head");
});

browserTest(
  "names in any script, of any length and without letters leave the columns as they are",
  async () => {
    const desk = await aDesk();
    const names = ["محمد عبد الله الأنصاري", "יעל כהן", "x".repeat(90), "A\u2068\u2060B", "Åsa"];
    for (const [at, name] of names.entries()) await named(desk, `0${at + 4}:00`, name);
    for (const width of [1440, 1024, 390]) {
      const context = await desk.open({ viewport: { width, height: 900 } });
      const page = await liveBoard(context, desk.product.origin, "&cols=phone,customer,state");
      const lefts = await page.locator(".trip .trip-state").evaluateAll((cells) => [
        ...new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().left))),
      ]);
      if (width >= 620) assert.equal(lefts.length, 1, `${width}: ${lefts}`);
      const heights = await page.locator(".trip").evaluateAll((rows) => [
        ...new Set(rows.map((row) => row.getBoundingClientRect().height)),
      ]);
      assert.equal(heights.length, 1, `${width}: ${heights}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `scrolls sideways at ${width}`);
      if (width === 1440) {
        for (const phone of await page.locator(".trip-phone bdi").allInnerTexts()) {
          assert.equal(phone, "+46701234567");
        }
      }
    }
  },
);

browserTest(
  "axe finds nothing with filters, menus and keys open, in forced colours and at twice the size",
  async () => {
    const desk = await aDesk();
    await named(desk, "08:00", "Ada", { flightNumber: "SK1436", vehicleClass: "wheelchair" });
    const today = "2026-11-23";
    await named(desk, "07:00", "Bo", {}, today);
    const cases = [
      { viewport: { width: 1440, height: 900 }, forcedColors: "active" },
      // A window of 1440 pixels at 200 %.
      { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
      { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
    ] as const;
    for (const options of cases) {
      const context = await desk.open({ ...options, bypassCSP: true });
      const page = await liveBoard(context, desk.product.origin, "&show=flight");
      if (options.viewport.width > 620) await page.getByText("Kolumner").click();
      assert.deepEqual(await violations(page), [], JSON.stringify(options));
      const keys = await liveBoard(context, desk.product.origin, "", today);
      assert.deepEqual(await violations(keys), [], JSON.stringify(options));
      await keys.keyboard.press("?");
      await keys.getByRole("dialog").waitFor();
      assert.deepEqual(await violations(keys), [], JSON.stringify(options));
      await context.close();
    }
  },
);

browserTest(
  "from the top of the page the first trip is a few stops of the Tab key away",
  async () => {
    const desk = await aDesk();
    await threeTrips(desk);
    const page = await liveBoard(await desk.open(), desk.product.origin);
    let stops = 0;
    while (await focusedRow(page) === null && stops < MAX_STOPS) {
      await page.keyboard.press("Tab");
      stops++;
    }
    assert.ok(stops < MAX_STOPS, "Tab reaches the list");
    await page.keyboard.press("Tab");
    assert.equal(await focusedRow(page), null, "and leaves it with one more");
  },
);

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // The page's own global: axe was put there a line above.
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  const { violations } = found as { violations: { id: string; nodes: { target: string[] }[] }[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" "))}`);
}
