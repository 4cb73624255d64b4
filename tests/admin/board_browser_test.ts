// The board in a real browser: live, by keyboard, without script, and accessible.
import assert from "node:assert/strict";
import axe from "npm:axe-core@4.14.1";
import type { Page } from "npm:playwright-core@1.65.1";
import { browserTest } from "../support/chromium.ts";
import { aDesk, DATE, type Desk, liveBoard } from "../support/desk.ts";
import { aStoredBooking } from "../support/trips.ts";

/** What "within a second" allows between a commit and its row on every board. */
const LIVE_MS = 1_000;

const row = (id: string) => `#trip-${id}`;
const book = ({ product }: Desk, time: string) =>
  aStoredBooking(product.services, { wallTime: `${DATE}T${time}` });

browserTest(
  "a booking appears on two open boards within a second, and so does what becomes of it",
  async () => {
    const desk = await aDesk();
    const context = await desk.open();
    const { origin } = desk.product;
    const boards = [await liveBoard(context, origin), await liveBoard(context, origin)];
    const { booking } = await book(desk, "09:30");
    const timeout = LIVE_MS;
    await Promise.all(boards.map((board) => board.waitForSelector(row(booking.id), { timeout })));
    const [first, second] = boards as [Page, Page];
    assert.match(await first.innerText(".new-pill"), /1 ny bokning/);
    await first.click(`${row(booking.id)} a`);
    await first.click("summary:has-text('Tilldela förare')");
    await first.selectOption("select[name=driverId]", { index: 1 });
    await first.click("form[data-by-hand] button");
    await second.waitForSelector(`${row(booking.id)} .state[data-state=assigned]`, { timeout });
    await first.waitForSelector("summary:has-text('Byt förare')");
    await first.waitForFunction(() => document.activeElement?.id === "booking-title");
    assert.equal(await first.locator(".new-pill").count(), 0);
  },
);

browserTest("rows that come in above do not move the row that is being read", async () => {
  const desk = await aDesk();
  for (const time of ["10:00", "11:00"]) await book(desk, time);
  const { booking } = await book(desk, "12:00");
  const page = await liveBoard(await desk.open(), desk.product.origin, `&booking=${booking.id}`);
  const top = () => page.locator(row(booking.id)).evaluate((e) => e.getBoundingClientRect().top);
  const before = await top();
  for (const time of ["08:00", "08:30", "09:00"]) {
    const early = await book(desk, time);
    await page.waitForSelector(row(early.booking.id));
  }
  assert.ok(Math.abs(await top() - before) < 2, `moved ${await top() - before} px`);
});

browserTest(
  "a board that lost contact says so, and catches up by itself without gap or double",
  async () => {
    const desk = await aDesk();
    await book(desk, "08:00");
    const context = await desk.open();
    const page = await liveBoard(context, desk.product.origin);
    await context.setOffline(true);
    desk.product.services.streams.endAll();
    await page.waitForSelector('.freshness[data-kind="connecting"]');
    const missed = [await book(desk, "09:00"), await book(desk, "10:00")];
    await context.setOffline(false);
    for (const { booking } of missed) await page.waitForSelector(row(booking.id));
    await page.waitForSelector('.freshness[data-kind="live"]');
    assert.equal(await page.locator(".trip").count(), 3);
  },
);

browserTest("by keyboard: down, down, enter opens; slash searches; escape goes back", async () => {
  const desk = await aDesk();
  await book(desk, "08:00");
  const { booking } = await book(desk, "09:00");
  const page = await liveBoard(await desk.open(), desk.product.origin);
  for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await page.waitForSelector("#booking-title");
  assert.equal(new URL(page.url()).searchParams.get("booking"), booking.id);
  await page.keyboard.press("/");
  await page.keyboard.type("oberg");
  await page.waitForSelector(".found .trip");
  assert.match(await page.innerText(".found-head"), /2 bokningar/);
  await page.keyboard.press("Escape");
  await page.waitForSelector("#day");
  await page.goBack();
  await page.waitForSelector(".pane", { state: "detached" });
});

browserTest(
  "on a phone a trip takes the list's place from its top, and the list comes back as it was",
  async () => {
    const desk = await aDesk();
    const made = [];
    for (let hour = 8; hour < 18; hour++) {
      made.push(await book(desk, `${String(hour).padStart(2, "0")}:00`));
    }
    const context = await desk.open({ viewport: { width: 360, height: 640 } });
    const page = await liveBoard(context, desk.product.origin);
    const link = page.locator(`${row(made[8]?.booking.id ?? "")} a`);
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    await link.click();
    await page.locator("#booking-title").waitFor();
    await page.waitForFunction(() => scrollY === 0);
    assert.equal(await link.isVisible(), false);
    await page.click(".pane-back");
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 2, before);
    assert.equal(before > 0, true);
  },
);

browserTest(
  "signing out in one window ends the other one's live data within five seconds",
  async () => {
    const desk = await aDesk();
    const context = await desk.open();
    const { origin } = desk.product;
    const [one, other] = [await liveBoard(context, origin), await liveBoard(context, origin)];
    await one.click("text=Logga ut");
    await one.waitForURL("**/signed-out");
    assert.equal(desk.product.services.streams.count, 0);
    await other.waitForSelector('.freshness[data-kind="signed-out"]', { timeout: 5_000 });
    assert.match(await other.innerText(".banner"), /Du är utloggad/);
  },
);

browserTest(
  "without script: choose, assign, cancel with a reason, search, and sign out",
  async () => {
    const desk = await aDesk();
    const { booking } = await book(desk, "09:00");
    const context = await desk.open({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${desk.product.origin}/admin?date=${DATE}`);
    await page.click(`${row(booking.id)} a`);
    await page.click("summary:has-text('Avboka')");
    await page.fill("form[action$=cancel] input[name=reason]", "Bilen gick sönder");
    await page.fill("form[action$=cancel] input[name=fee]", "0");
    await page.click("form[action$=cancel] button");
    assert.match(await page.innerText(".course"), /Avbokad[^]*Bilen gick sönder/);
    await page.fill("#board-search", booking.reference);
    await page.press("#board-search", "Enter");
    assert.equal(await page.locator(".found .trip").count(), 1);
    assert.equal(await page.inputValue("#board-search"), booking.reference);
    await page.click("text=Logga ut");
    assert.match(await page.innerText("h1"), /Du är utloggad/);
  },
);

browserTest(
  "axe finds nothing on the board, light and dark, wide and narrow, with and without a booking",
  async () => {
    const desk = await aDesk();
    await book(desk, "09:00");
    const { booking } = await book(desk, "10:00");
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [1280, 360]) {
        const viewport = { width, height: 800 };
        // The check is a script of ours that the page's own policy would rightly refuse.
        const context = await desk.open({ colorScheme, viewport, bypassCSP: true });
        for (const query of ["", `&booking=${booking.id}`]) {
          const page = await liveBoard(context, desk.product.origin, query);
          assert.deepEqual(await violations(page), [], `${colorScheme} ${width} ${query}`);
          const overflow = await page.evaluate(() =>
            document.documentElement.scrollWidth - innerWidth
          );
          assert.ok(overflow <= 0, `scrolls sideways at ${width}`);
          await page.close();
        }
        const gate = await context.newPage();
        await gate.goto(`${desk.product.origin}/signed-out`);
        assert.deepEqual(await violations(gate), []);
        await context.close();
      }
    }
  },
);

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // The page's own global: axe was put there a line above.
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  const { violations } = found as { violations: { id: string; nodes: { target: string[] }[] }[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" "))}`);
}
