// What a browser makes of a name that is read from the right: the number beside it stays in order, and
// every column of the board and every part of the ticket stays in its place.
import assert from "node:assert/strict";
import type { Locator, Page } from "npm:playwright-core@1.65.1";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest, closeAfterTest, launchChromium } from "../support/chromium.ts";
import { anOperator, type TestProduct, testProduct } from "../support/operator.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

const DATE = "2026-11-24";
const NAMES = {
  Arabic: "مرحبا بالعالم 123",
  Hebrew: "שלום עולם 45",
  overridden: "Ali \u202e321 eci",
};
/** Where `AVANTI_PICTURES` says, each page is kept as a picture to look at. */
const pictures = Deno.env.get("AVANTI_PICTURES");

for (const width of [360, 1360]) {
  for (const [kind, name] of Object.entries(NAMES)) {
    browserTest(`at ${width} px the number beside a name (${kind}) is read in order`, async () => {
      const product = await testProduct();
      closeAfterTest(() => product[Symbol.asyncDispose]());
      const swedish = await aBookingOf(product, "Maja Öberg 123", "10:00");
      const { booking, link } = await aBookingOf(product, name, "11:00");
      const page = await aBoard(product, width);

      await page.goto(`${product.origin}${paths.admin({ date: DATE })}`);
      const row = page.locator(`#trip-${booking.id}`);
      const same = page.locator(`#trip-${swedish.booking.id}`);
      assert.deepEqual(await columns(row), await columns(same), "columns of the two rows");
      await keepPicture(page, `board-${kind}-${width}`);

      await page.goto(`${product.origin}${paths.admin({ date: DATE, booking: booking.id })}`);
      const who = page.locator(".booking-who");
      await assertInOrder(who.locator("a"), "070-123 45 67");
      const parts = await Promise.all(
        [".booking-reference", ":scope > :nth-child(2)", ":scope > a"].map((part) =>
          place(who.locator(part))
        ),
      );
      const rows = parts.map(({ y }) => Math.round(y));
      parts.slice(1).forEach((part, i) => {
        const before = parts[i]!;
        assert(
          part.x >= before.x + before.width || rows[i + 1]! > rows[i]!,
          `part ${i + 1} of the line`,
        );
      });
      await keepPicture(page, `pane-${kind}-${width}`);

      await page.goto(product.origin + paths.booking(link));
      const code = page.locator(".ticket-reference [aria-hidden]");
      await assertInOrder(code, (await code.innerText()).trim());
      await keepPicture(page, `ticket-${kind}-${width}`);
    });
  }
}

browserTest("assertInOrder() sees a number that a bare name beside it turned round", async () => {
  const browser = await launchChromium();
  closeAfterTest(() => browser.close());
  const page = await browser.newPage();
  await page.setContent(`<p>${NAMES.Arabic} <a>070-123 45 67</a></p><p><b>070-123 45 67</b></p>`);
  await assert.rejects(() => assertInOrder(page.locator("a"), "070-123 45 67"));
  await assertInOrder(page.locator("b"), "070-123 45 67");
});

function aBookingOf({ services }: TestProduct, name: string, time: string) {
  return aStoredBooking(services, { contact: { ...MAJA, name }, wallTime: `${DATE}T${time}` });
}

async function aBoard(product: TestProduct, width: number): Promise<Page> {
  const browser = await launchChromium();
  closeAfterTest(() => browser.close());
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "sv-SE" });
  const [name = "", value = ""] = (await anOperator(product.services)).cookie.split("=");
  await context.addCookies([{ name, value, url: product.origin }]);
  return await context.newPage();
}

/** Left edge and width of each cell, in whole pixels. */
function columns(row: Locator): Promise<number[][]> {
  return row.locator("th, td").evaluateAll((cells) =>
    cells.map((cell) => {
      const { left, width } = cell.getBoundingClientRect();
      return [Math.round(left), Math.round(width)];
    })
  );
}

async function place(part: Locator) {
  const box = await part.boundingBox();
  if (box === null) throw new Error(`${part} is not drawn`);
  return box;
}

/** Each character of `text` is drawn to the right of the one before it, on one line. */
async function assertInOrder(element: Locator, text: string): Promise<void> {
  const drawn = await element.evaluate((root) => {
    const marks: { char: string; left: number; top: number }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      [...(node.textContent ?? "")].forEach((char, at) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top } = range.getBoundingClientRect();
        if (char.trim() !== "") marks.push({ char, left, top: Math.round(top) });
      });
    }
    return marks;
  });
  const read = drawn.toSorted((a, b) => a.top - b.top || a.left - b.left);
  assert.equal(read.map(({ char }) => char).join(""), text.replace(/\s/g, ""));
}

async function keepPicture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png` });
}
