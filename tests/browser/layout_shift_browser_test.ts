import assert from "node:assert/strict";
import type { Page } from "npm:playwright-core@1.65.1";
import { paths } from "../../lib/http/paths.ts";
import { aQuote } from "../support/trips.ts";
import { aVisitor, makeStage } from "./support/stage.ts";
import { dayFromNow } from "./support/trips.ts";

/** Largest sum of layout shifts: a tenth of what counts as good, web.dev/cls. */
const MAX_SHIFT = 0.01;
const WINDOWS = [{ width: 360, height: 740 }, { width: 1280, height: 900 }];

const stage = makeStage();

for (const viewport of WINDOWS) {
  Deno.test(`nothing moves while the start page arrives, ${viewport.width} px`, async () => {
    await using visitor = await aVisitor(stage, { viewport });
    await assertStands(visitor.page, paths.home());
  });

  Deno.test(`nothing moves while a price arrives, ${viewport.width} px`, async () => {
    const quote = await aQuote(stage.app.services, { wallTime: `${dayFromNow(2)}T13:00` });
    await using visitor = await aVisitor(stage, { viewport });
    await assertStands(visitor.page, paths.quote(quote.id));
  });
}

/** Opens a page whose fonts and scripts come after its first paint, as on a slow line. */
async function assertStands(page: Page, path: string): Promise<void> {
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
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  const shifts = await page.evaluate(shiftsSoFar);
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  assert.ok(sum < MAX_SHIFT, `${sum}: ${JSON.stringify(shifts)}`);
}

/** The page's shifts and what moved; asks twice for a frame, so that the last one is painted. */
async function shiftsSoFar(): Promise<{ value: number; moved: string[] }[]> {
  interface Shift extends PerformanceEntry {
    value: number;
    sources: { node: Element | null }[];
  }
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  return await new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      observer.disconnect();
      resolve((list.getEntries() as Shift[]).map(({ value, sources }) => ({
        value,
        moved: sources.map(({ node }) => node?.nodeName + "." + node?.className),
      })));
    });
    observer.observe({ type: "layout-shift", buffered: true });
    // An observer without entries never reports.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
  });
}
