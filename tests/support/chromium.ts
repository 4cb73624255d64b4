// The browser of the browser tests: Debian's Chromium, driven by playwright-core.
import { type Browser, chromium, errors, type Page } from "npm:playwright-core@1.65.1";
import { CHROMIUM } from "./chromium-path.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Letters where they belong, not on whole pixels: lines break as they do on phones.
  "--font-render-hinting=none",
];

/** Starts a headless browser, with `more` flags of the caller's. The caller closes it. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const args = [...FLAGS, ...more];
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args });
  browsers.add(browser);
  browser.once("disconnected", () => browsers.delete(browser));
  return browser;
}

/** Longest wait for a picture of a page that a test failed on, in ms: it may be what hangs. */
const PICTURE_MS = 5_000;

const browsers = new Set<Browser>();
const closings: (() => PromiseLike<unknown>)[] = [];

/** Closes something after the test that is running, however it ends. Last opened, first closed. */
export function closeAfterTest(close: () => PromiseLike<unknown>): void {
  closings.push(close);
}

/**
 * A test in a browser. When it fails, its error tells the address, the heading and the alerts of every page it had
 * open, with the path of a picture; only then is closed what `closeAfterTest` was told of.
 */
export function browserTest(name: string, run: () => Promise<void>): void {
  Deno.test(name, async () => {
    try {
      await runTwice(name, run);
    } catch (error) {
      // Beside the error, because a long report is often cut to its end.
      throw new Error((await openPages()).join("\n"), { cause: error });
    } finally {
      for (const close of closings.splice(0).reverse()) await close();
    }
  });
}

/**
 * Once more when something did not come in time, and says so: a machine that stands still loses a page now and then.
 * What never comes is missed twice; an assertion that fails is not asked again.
 */
async function runTwice(name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    console.warn(`Too slow once, is tried again: ${name}`, error, ...await openPages());
    for (const close of closings.splice(0).reverse()) await close();
    await run();
  }
}

/** One line a page: where it is, what it says on top and in its alerts, and where its picture lies. */
async function openPages(): Promise<string[]> {
  const contexts = [...browsers].flatMap((browser) => browser.contexts());
  return await Promise.all(contexts.flatMap((context) => context.pages()).map(seenOn));
}

async function seenOn(page: Page): Promise<string> {
  const text = (of: string) =>
    page.locator(of).first().textContent({ timeout: PICTURE_MS }).catch(() => "");
  const said = Promise.all([text("h1"), text("main [role=alert]"), text("main [aria-busy=true]")]);
  const path = await Deno.makeTempFile({ prefix: "avanti-page-", suffix: ".png" });
  const picture = page.screenshot({ path, timeout: PICTURE_MS }).then(() => path, () => "none");
  const [heading, alert, busy] = (await said).map((each) => each?.trim() ?? "");
  return `Failed on ${page.url()} "${heading}", alert "${alert}", busy "${busy}", picture ${await picture}`;
}
