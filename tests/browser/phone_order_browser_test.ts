// A booking taken on the telephone, as a dispatcher does it: by keyboard alone, and without script.
import assert from "node:assert/strict";
import type { Page } from "npm:playwright-core@1.65.1";
import { boardTexts } from "../../lib/i18n/board-texts.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { nextDate } from "../../lib/kernel/local-date.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, type Visitor } from "./support/stage.ts";
import { aPerson } from "../support/operator.ts";
import { airportTrip, bookTrip, dayFromNow } from "./support/trips.ts";

const stage = makeStage();
const { order, trip } = textsFor("sv");
const KARIN = { name: "Karin Nyström", phone: "070-174 06 12" };

browserTest(
  "a caller who is known is booked by keyboard alone, at the price that was read out",
  async () => {
    const customer = await aVisitor(stage);
    await bookTrip(customer.page, "sv", airportTrip({ date: dayFromNow(4) }), KARIN);
    const { page, complaints } = await atOrder();
    const { keyboard } = page;
    await keyboard.type("0701740612");
    await page.getByText(order.known(1)).waitFor();
    assert.equal(await page.getByLabel(order.name, { exact: true }).inputValue(), KARIN.name);
    await keyboard.press("Tab");
    await keyboard.press("1");
    await page.waitForURL(/from=/);
    // Where and who are known, so what is asked next is when.
    await page.waitForFunction(() => document.activeElement?.id === "when");
    await keyboard.type("imorgon 15.10");
    await page.getByText(order.means("i morgon 15.10")).waitFor();
    await page.getByText(/Det blir \S+ kronor, fast pris/).waitFor();
    const said = await page.locator(".order-total").innerText();
    await keyboard.press("Control+Enter");
    await page.waitForURL(/booking=/);
    const booking = await lastBooking(nextDate(dayFromNow(0), 1));
    assert.deepEqual(booking.contact, { name: KARIN.name, phone: "+46701740612", email: "" });
    assert.equal(`${booking.trip.totalOre / 100} kr`, said.replace(/\s/g, " "));
    assert.equal(booking.trip.pickup.wallTime, `${nextDate(dayFromNow(0), 1)}T15:10`);
    const [confirmed] = await stage.app.services.bookings.events(booking.id);
    const { id } = await aPerson(stage.app.services, "Sara Lindh");
    assert.deepEqual(confirmed?.actor, { kind: "operator", id, name: "Sara Lindh" });
    await page.locator(".pane").getByText(boardTexts("sv").status.confirmed).first().waitFor();
    assert.deepEqual(complaints, []);
  },
);

browserTest(
  "a new caller's words are asked about where they are not sure, and nothing typed is lost",
  async () => {
    const { page } = await atOrder();
    await page.getByLabel(order.phone, { exact: true }).fill("0317654321");
    await page.getByText(order.unknownCaller).waitFor();
    await page.getByLabel(order.name, { exact: true }).fill("Åke Rosén");
    await page.getByLabel(trip.from, { exact: true }).fill("Göteborg Landvetter flygplats");
    await page.getByLabel(trip.to, { exact: true }).fill("Sahlgrenskaa");
    await page.getByLabel(order.when, { exact: true }).fill("fre 8.15");
    await page.getByLabel(order.note, { exact: true }).fill("ring på två");
    await page.getByRole("radio").first().check();
    await page.getByText(/Det blir/).waitFor();
    await page.getByRole("button", { name: order.book }).click();
    await page.waitForURL(/booking=/);
  },
);

browserTest(
  "Enter shows the price and books nothing; a changed trip is read out anew first",
  async () => {
    const { page } = await atOrder();
    await fillOrder(page, { when: "imorgon 11.00" });
    await page.getByText(/Det blir/).waitFor();
    await page.getByLabel(order.note, { exact: true }).focus();
    await page.keyboard.press("Enter");
    assert.equal(new URL(page.url()).pathname, paths.adminNewBooking());
    // Faster than the pause: the price on the screen is of the trip before.
    await page.getByLabel(order.when, { exact: true }).fill("imorgon 23.45");
    await page.keyboard.press("Control+Enter");
    await page.getByText(order.means("i morgon 23.45")).waitFor();
    await page.getByText(/i morgon 23\.45/).nth(1).waitFor();
    assert.equal(
      new URL(page.url()).pathname,
      paths.adminNewBooking(),
      "the new price comes first",
    );
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/booking=/);
  },
);

browserTest("Esc leaves and keeps the draft for the next time", async () => {
  const { page } = await atOrder();
  await fillOrder(page, { when: "imorgon 9" });
  await page.getByText(/Det blir/).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL((url) => url.pathname === paths.admin());
  await page.goto(paths.adminNewBooking());
  await page.getByText(/Det blir/).waitFor();
  assert.equal(await page.getByLabel(order.when, { exact: true }).inputValue(), "imorgon 9");
});

browserTest("without JavaScript the price is shown first, then booked", async () => {
  const { page } = await atOrder(false);
  await fillOrder(page, { when: "igår" });
  await page.getByRole("button", { name: order.showPrice }).click();
  assert.ok(await page.getByText(order.whenUnread).first().isVisible());
  await page.getByLabel(order.when, { exact: true }).fill("i morgon 14.20");
  await page.getByRole("button", { name: order.book }).click();
  await page.getByText(order.problems.noPrice).waitFor();
  await page.getByRole("button", { name: order.book }).click();
  await page.waitForURL(/booking=/);
});

browserTest(
  "Tab takes the suggestion that says so, and Shift Tab leaves what was typed",
  async () => {
    const { page } = await atOrder();
    const { keyboard } = page;
    const [from, to] = [trip.from, trip.to].map((label) => page.getByLabel(label, { exact: true }));
    await from?.focus();
    await keyboard.type("landvett");
    await page.locator("#from-list kbd").waitFor();
    await page.getByText(order.tabTakes).waitFor();
    await keyboard.press("Tab");
    await page.waitForFunction(() => document.activeElement?.id === "to");
    await page.waitForFunction(() =>
      document.querySelector<HTMLInputElement>("[name=fromId]")?.value !== ""
    );
    assert.match(await from?.inputValue() ?? "", /Landvetter/);
    // The arrow keys lead Tab elsewhere.
    await keyboard.type("drottningt");
    await page.locator("#to-1").waitFor();
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowDown");
    await page.locator("#to-1 kbd").waitFor();
    await keyboard.press("Shift+Tab");
    assert.equal(await to?.inputValue(), "drottningt");
    assert.equal(await page.locator("[name=toId]").inputValue(), "", "nothing was taken");
  },
);

browserTest("a screen reader tells an order from the first field to the button", async () => {
  const { page } = await atOrder();
  const heard = await aListener(page);
  const { keyboard } = page;
  await keyboard.type("0317654322");
  await page.getByText(order.unknownCaller).waitFor();
  await heard.field();
  await keyboard.press("Tab");
  await keyboard.type("Bo Ask");
  await heard.field();
  for (
    const [words, name] of [["landvetter", /Landvetter/], ["drottningtorg", /Drottning/]] as const
  ) {
    await keyboard.press("Tab");
    await keyboard.type(words);
    await page.getByRole("option", { name }).first().waitFor();
    await keyboard.press("ArrowDown");
    await heard.field();
    await keyboard.press("Enter");
    await page.getByRole("listbox").waitFor({ state: "hidden" });
  }
  await keyboard.press("Tab");
  await keyboard.type("imorgon 15.10");
  await page.getByText(/Det blir/).waitFor();
  await heard.field();
  await page.getByRole("button", { name: order.book }).focus();
  await heard.field();
  assert.deepEqual(await heard.transcript(), [
    'textbox "Telefon": "0317654322"',
    'textbox "Namn": Bo Ask',
    'combobox "Från" [expanded]: landvetter',
    'combobox "Till" [expanded]: drottningtorg',
    'textbox "När": imorgon 15.10',
    'button "Boka resan"',
  ]);
  const told = await heard.announced();
  assert.ok(told.includes(order.unknownCaller), "who is calling");
  assert.ok(told.includes(order.means("i morgon 15.10")), "what was understood");
  assert.ok(told.some((text) => /Det blir \S+ kronor, fast pris/.test(text)), "the price");
});

/** What assistive technology is given: the focused element's role, name and value, and what live regions say. */
async function aListener(page: Page) {
  const fields: string[] = [];
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    new MutationObserver(() => {
      for (const region of document.querySelectorAll("[role=status], [role=alert]")) {
        const text = (region.textContent ?? "").trim();
        if (text !== "" && !told.includes(text)) told.push(text);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  return {
    async field() {
      const lines = (await page.locator(":focus").ariaSnapshot()).split("\n");
      const said = lines.filter((line) => !line.includes("/placeholder"));
      fields.push(said.map((line) => line.trim().replace(/^- (text: )?/, "")).join(" "));
    },
    transcript: () => Promise.resolve(fields),
    announced: () =>
      page.evaluate(() => (globalThis as unknown as { told: string[] }).told.map((text) => text)),
  };
}

async function fillOrder(page: Page, { when }: { when: string }): Promise<void> {
  await page.getByLabel(order.phone, { exact: true }).fill("070-555 44 33");
  await page.getByLabel(order.name, { exact: true }).fill("Bo Ask");
  await page.getByLabel(trip.from, { exact: true }).fill("Göteborg Landvetter flygplats");
  await page.getByLabel(trip.to, { exact: true }).fill("Drottningtorget 2");
  await page.getByLabel(order.when, { exact: true }).fill(when);
}

/** An operator at an empty order. */
async function atOrder(javaScriptEnabled = true): Promise<Visitor> {
  const visitor = await aVisitor(stage, {
    javaScriptEnabled,
    viewport: { width: 1440, height: 900 },
  });
  const { page } = visitor;
  await page.goto(await stage.app.operatorLink("Sara Lindh"));
  await page.getByRole("button").first().click();
  await page.waitForURL(`**${paths.admin()}*`);
  await page.goto(paths.adminNewBooking());
  return visitor;
}

async function lastBooking(date: string) {
  const bookings = await stage.app.bookingsOn(date);
  const newest = bookings.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
  assert.ok(newest !== undefined, "something was booked");
  const stored = await stage.app.services.bookings.get(newest.id);
  assert.ok(stored !== null);
  return stored.booking;
}
