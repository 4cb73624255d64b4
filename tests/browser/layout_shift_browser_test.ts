import assert from "node:assert/strict";
import type { Page } from "npm:playwright-core@1.65.1";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";
import { aVisitor, makeStage } from "./support/stage.ts";
import { dayFromNow } from "./support/trips.ts";

/** Largest sum of layout shifts: a tenth of what counts as good, web.dev/cls. */
const MAX_SHIFT = 0.01;
const WINDOWS = [{ width: 360, height: 740 }, { width: 1280, height: 900 }];

/** How much of the window moved, and what. */
interface Shift {
  value: number;
  moved: string[];
}

/** What TypeScript does not know about layout-shift entries. */
interface ShiftFacts {
  value: number;
  sources: { node: Element | null }[];
}

const stage = makeStage();

for (const viewport of WINDOWS) {
  browserTest(`nothing moves while the start page arrives, ${viewport.width} px`, async () => {
    const visitor = await aVisitor(stage, { viewport });
    await assertStands(visitor.page, paths.home());
  });

  browserTest(`nothing moves while a price arrives, ${viewport.width} px`, async () => {
    const quote = await aQuote(stage.app.services, { wallTime: `${dayFromNow(2)}T13:00` });
    const visitor = await aVisitor(stage, { viewport });
    await assertStands(visitor.page, paths.quote(quote.id));
  });

  browserTest(`nothing moves while a ticket arrives, ${viewport.width} px`, async () => {
    const { link } = await aStoredBooking(stage.app.services);
    const { page } = await aVisitor(stage, { viewport });
    // The stream of a ticket never ends, so its page is quiet once it says that it is followed.
    const followed = page.getByText(textsFor("sv").ticket.live);
    await assertStands(page, paths.booking(link), () => followed.waitFor());
  });
}

/** Opens a page whose fonts and scripts come after its first paint, as on a slow line. */
async function assertStands(
  page: Page,
  path: string,
  arrived: () => Promise<void> = () => page.waitForLoadState("networkidle"),
): Promise<void> {
  await page.addInitScript(watchShifts);
  const painted = Promise.withResolvers<void>();
  await page.route(/\.(?:js|woff2)(?:\?|$)/, async (route) => {
    await painted.promise;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  await page.waitForFunction(() =>
    performance.getEntriesByName("first-contentful-paint").length > 0
  );
  painted.resolve();
  await arrived();
  await page.evaluate(() => document.fonts.ready);
  // A shift is reported with the frame after the one it happened in.
  for (let frame = 0; frame < 3; frame++) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const shifts = await page.evaluate("shiftsSoFar()") as Shift[];
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  assert.ok(sum < MAX_SHIFT, `${sum}: ${JSON.stringify(shifts)}`);
}

/** Keeps the page's shifts and what moved from its first moment on. */
function watchShifts(): void {
  const shifts: Shift[] = [];
  const keep = (entries: PerformanceEntryList) => {
    for (const { value, sources } of entries as (PerformanceEntry & ShiftFacts)[]) {
      const moved = sources.map(({ node }) => `${node?.nodeName}.${node?.className}`);
      shifts.push({ value, moved });
    }
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  const shiftsSoFar = () => {
    keep(observer.takeRecords());
    return shifts;
  };
  Object.assign(globalThis, { shiftsSoFar });
}
