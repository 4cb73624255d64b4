import assert from "node:assert/strict";
import type { JSHandle, Locator, Page } from "npm:playwright-core@1.65.1";
import { textsFor } from "../../lib/i18n/texts.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, openHome } from "./support/stage.ts";
import { bookingOf, linkOf } from "./support/ticket.ts";
import { bookButton, MAJA, ticketHeading, tripField } from "./support/trips.ts";

/** More stops than any page has; the way round ends here when something is not reached. */
const MAX_STOPS = 60;
/** How far around an element its focus may be drawn, in pixels. */
const MARGIN = 8;

const stage = makeStage();
const { trip, quote, booking } = textsFor("sv");

browserTest(
  "a trip is booked and cancelled by keyboard alone, and the focus is always seen",
  async () => {
    const visitor = await aVisitor(stage, { reducedMotion: "reduce" });
    const { page, complaints } = visitor;
    const { keyboard } = page;
    await openHome(page, "sv");
    await chooseByKeyboard(page, trip.from, "landv", /flygplats/);
    await chooseByKeyboard(page, trip.to, "ostra hamngatan 24", /Östra Hamngatan/);
    await tabTo(page, tripField(page, "sv", "passengers"));
    await keyboard.press("ArrowDown");
    await tabTo(page, page.getByRole("button", { name: trip.showPrice }));
    await keyboard.press("Enter");

    await bookButton(page, "sv").waitFor();
    await tabTo(page, page.getByRole("radio", { checked: true }));
    await keyboard.press("ArrowDown");
    await tabTo(page, page.getByLabel(quote.name, { exact: true }));
    await keyboard.type(MAJA.name);
    await tabTo(page, page.getByLabel(quote.phone, { exact: true }));
    await keyboard.type(MAJA.phone);
    await tabTo(page, bookButton(page, "sv"));
    await keyboard.press("Space");

    await ticketHeading(page, "sv").waitFor();
    const booked = await bookingOf(stage.app.services, page);
    assert.equal(booked.trip.passengers, 2);
    assert.equal(booked.trip.vehicleClass, "premium");
    assert.match(booked.trip.to.words, /^Östra Hamngatan 24/);
    const ticket = page.url();
    await tabTo(page, page.getByRole("link", { name: booking.cancel, exact: true }));
    await keyboard.press("Enter");
    const cancel = page.getByRole("button", { name: booking.cancelConfirm });
    await cancel.waitFor();
    await tabTo(page, cancel);
    await keyboard.press("Enter");
    await page.getByRole("heading", { name: booking.heading.cancelled }).waitFor();
    assert.equal(linkOf(page), new URL(ticket).pathname.split("/").at(-1));
    assert.deepEqual(complaints, []);
  },
);

browserTest("the skip link leads past the header", async () => {
  const visitor = await aVisitor(stage);
  const { page } = visitor;
  await openHome(page, "sv");
  await page.keyboard.press("Tab");
  await page.getByRole("link", { name: textsFor("sv").shell.skipToContent }).press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await isFocused(tripField(page, "sv", "from")), true);
});

/** Types, walks to the wanted suggestion with the arrow keys and takes it. */
async function chooseByKeyboard(
  page: Page,
  label: string,
  typed: string,
  wanted: RegExp,
): Promise<void> {
  const field = page.getByRole("combobox", { name: label, exact: true });
  await field.waitFor();
  await tabTo(page, field);
  await page.keyboard.type(typed);
  await page.getByRole("option", { name: wanted }).first().waitFor();
  const selected = page.getByRole("option", { name: wanted, selected: true });
  for (let step = 0; step < MAX_STOPS && await selected.count() === 0; step++) {
    await page.keyboard.press("ArrowDown");
    await page.locator("[role=option][aria-selected=true]").waitFor();
  }
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor({ state: "hidden" });
}

/** Goes on with Tab until `target` has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  let before: JSHandle<Element | null> | null = null;
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    await page.keyboard.press("Tab");
    const focused: JSHandle<HTMLElement> = await page.evaluateHandle(() =>
      document.activeElement as HTMLElement
    );
    // A date has a stop for each of its parts; giving the focus back would lead to the first again.
    const isSame = await focused.evaluate((element, before) => element === before, before);
    if (!isSame) await assertFocusSeen(page, focused);
    if (await isFocused(target)) return;
    before = focused;
  }
  assert.fail(`Tab never reaches ${target}`);
}

/** The focused element must look different from how it looks without focus. */
async function assertFocusSeen(page: Page, handle: JSHandle<HTMLElement>): Promise<void> {
  const focused = handle.asElement();
  assert.ok(focused !== null, "an element has the focus");
  // A radio button is seen by the card around it.
  const shown = await focused.evaluateHandle((element) => element.closest("label") ?? element);
  const box = await shown.boundingBox();
  assert.ok(box !== null, "what has the focus is on the page");
  const window = page.viewportSize() ?? { width: 0, height: 0 };
  const x = Math.max(0, box.x - MARGIN);
  const y = Math.max(0, box.y - MARGIN);
  const clip = {
    x,
    y,
    width: Math.min(window.width, box.x + box.width + MARGIN) - x,
    height: Math.min(window.height, box.y + box.height + MARGIN) - y,
  };
  const withFocus = await page.screenshot({ clip });
  await focused.evaluate((element) => element.blur());
  const without = await page.screenshot({ clip });
  await focused.evaluate((element) => element.focus({ preventScroll: true }));
  const name = await focused.evaluate((element) => element.outerHTML.slice(0, 200));
  assert.ok(!withFocus.equals(without), `no visible focus on ${name}`);
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
