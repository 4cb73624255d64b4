// Largest Contentful Paint in Chromium over a slow mobile network: first visit, next visit, and a next visit that keeps nothing.
import type { BrowserContext, Page } from "npm:playwright-core@1.65.1";
import { paths } from "../../lib/kernel/paths.ts";
import { launchChromium } from "../../tests/support/chromium.ts";
import { percentile } from "../board/percentile.ts";
import { serveApp } from "../../tests/support/served-app.ts";

const ROUNDS = 15;
/** "Slow 4G" as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s down, 0.75 up. */
const SLOW_4G = {
  ...{ offline: false, latency: 150 },
  downloadThroughput: 1_638_400 / 8,
  uploadThroughput: 768_000 / 8,
};
const PAGES = [paths.home(), paths.prices()];

type Visit = "cold" | "warm" | "off";

/** Prints the medians; true where a next visit is no later than one that keeps nothing. */
export async function measureLcp(): Promise<boolean> {
  await using app = await serveApp();
  const browser = await launchChromium();
  try {
    const times: Record<string, Record<Visit, number[]>> = {};
    for (let round = 0; round < ROUNDS; round++) {
      for (const path of PAGES) {
        const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
        const own = times[path] ??= { cold: [], warm: [], off: [] };
        await visitAll(context, app.origin + path, own);
        await context.close();
      }
    }
    return Object.entries(times).map(([path, own]) => report(path, own)).every(Boolean);
  } finally {
    await browser.close();
  }
}

async function visitAll(
  context: BrowserContext,
  url: string,
  times: Record<Visit, number[]>,
): Promise<void> {
  times.cold.push(await lcpOf(await slowPage(context), url));
  times.warm.push(await lcpOf(await slowPage(context), url));
  times.off.push(await lcpOf(await slowPage(context, true), url));
}

async function slowPage(context: BrowserContext, keepsNothing = false): Promise<Page> {
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", SLOW_4G);
  await network.send("Network.setCacheDisabled", { cacheDisabled: keepsNothing });
  await network.send("Network.setBypassServiceWorker", { bypass: keepsNothing });
  return page;
}

/** Milliseconds from the navigation until what is largest stood there. */
async function lcpOf(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: "load" });
  const ms = await page.evaluate(() =>
    new Promise<number>((resolve) =>
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0))
        .observe({ type: "largest-contentful-paint", buffered: true })
    )
  );
  await page.close();
  return ms;
}

function report(path: string, { cold, warm, off }: Record<Visit, number[]>): boolean {
  const [first, next, nothing] = [
    percentile(cold, 0.5),
    percentile(warm, 0.5),
    percentile(off, 0.5),
  ];
  console.info(
    `${path}: cold ${first.toFixed(0)} ms, warm ${next.toFixed(0)} ms, off ${
      nothing.toFixed(0)
    } ms; ` +
      `warm/off ${(next / nothing).toFixed(2)}`,
  );
  return next <= nothing;
}
