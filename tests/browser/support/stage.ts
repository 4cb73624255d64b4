// What every browser test stands on: one product and one browser a file, and a new profile a test.
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
} from "npm:playwright-core@1.65.1";
import type { Locale } from "../../../lib/kernel/locale.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { closeAfterTest, launchChromium } from "../../support/chromium.ts";
import { serveApp, type ServedApp } from "../../support/served-app.ts";

/** Longest wait for something to appear, in ms: long enough for a machine that stands still for a while. */
const PATIENCE_MS = 45_000;

/** The product and the browser of a test file. */
export interface Stage {
  readonly app: ServedApp;
  readonly browser: Browser;
}

/** A person at a browser of their own; it closes when the test ends. */
export interface Visitor {
  page: Page;
  /** What the browser complained about: errors in the console, blocked sources, thrown errors. */
  complaints: string[];
}

/** Starts product and browser before the file's tests and stops them after. */
export function makeStage(serve: () => Promise<ServedApp> = () => serveApp()): Stage {
  let app: ServedApp | null = null;
  let browser: Browser | null = null;
  Deno.test.beforeAll(async () => {
    [app, browser] = await Promise.all([serve(), launchChromium()]);
  });
  Deno.test.afterAll(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });
  const started = <Part>(part: Part | null): Part => {
    if (part === null) throw new Error("The stage opens before the first test");
    return part;
  };
  return {
    get app() {
      return started(app);
    },
    get browser() {
      return started(browser);
    },
  };
}

/** Opens a browser profile with one empty page. */
export async function aVisitor(
  stage: Stage,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await stage.browser.newContext({
    baseURL: stage.app.origin,
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    viewport: { width: 1280, height: 900 },
    // A cross-fade holds the page's frames back for as long as a busy machine needs for it.
    reducedMotion: "reduce",
    ...options,
  });
  if (options.javaScriptEnabled === false) scriptless.add(context);
  context.setDefaultTimeout(PATIENCE_MS);
  closeAfterTest(() => context.close());
  const page = await context.newPage();
  return { page, complaints: complaintsOf(page) };
}

/** Opens the start page in a language, and waits until it answers. */
export async function openHome(page: Page, locale: Locale): Promise<void> {
  await page.goto(`${paths.home()}?lang=${locale}`);
  await untilLive(page);
}

/** Waits until the islands of a page answer: what is done before they do is the server's. Nothing without scripts. */
export async function untilLive(page: Page): Promise<void> {
  if (scriptless.has(page.context())) return;
  await page.waitForFunction(() =>
    document.getElementById("frsh") === null ||
    performance.getEntriesByName("islands-live").length > 0
  );
  // Their listeners are added two frames later.
  await page.evaluate(() =>
    new Promise((added) => requestAnimationFrame(() => requestAnimationFrame(added)))
  );
}

const scriptless = new WeakSet<BrowserContext>();

/** Collects from now on what the browser complains about on `page`. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => {
    // A cross-fade the browser gave up because the window changed under it: the page is not at fault.
    if (!message.startsWith("Transition was")) complaints.push(message);
  });
  page.on("console", (message) => {
    // The browser reports every answer of 400 and above; a refused page is meant to be one.
    const isStatus = message.text().startsWith("Failed to load resource: the server responded");
    if (message.type() === "error" && !isStatus) complaints.push(message.text());
  });
  return complaints;
}
