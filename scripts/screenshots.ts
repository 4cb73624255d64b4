// A PNG of every page, on phone and desktop, the operators' at 1,024 px too, light and dark, Swedish and English,
// into screenshots/. `deno run -A scripts/screenshots.ts quote ticket phone dark sv` draws only those; `--axe`
// checks each page with axe-core at two or three widths, in forced colours and at 200 % instead of drawing it.
import { Builder } from "fresh/dev";
import axe from "npm:axe-core@4.14.1";
import type { Browser, BrowserContextOptions, Page } from "npm:playwright-core@1.65.1";
import { assembleApp } from "../lib/http/app.ts";
import { type Locale, LOCALES } from "../lib/kernel/locale.ts";
import { launchChromium } from "../tests/support/chromium.ts";
import { openStage } from "./stage/open-stage.ts";
import { operatorPages } from "./stage/operator-pages.ts";
import { type ShownPage, shownPages } from "./stage/shown-pages.ts";

const SCHEMES = ["light", "dark"] as const;
/** Windows pages are drawn and checked in. */
const WINDOWS: Record<string, { width: number; height: number }> = {
  phone: { width: 390, height: 844 },
  small: { width: 1024, height: 768 },
  desktop: { width: 1360, height: 940 },
  desk: { width: 1440, height: 900 },
};
const CUSTOMERS_WINDOWS = ["phone", "desktop"];
const OPERATORS_WINDOWS = ["phone", "small", "desk"];
/** Only checked: a window of 1,440 px at 200 %, and one whose colours the system chooses. */
const ODD_CONTEXTS = [
  { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  { viewport: WINDOWS["desk"] ?? null, forcedColors: "active" },
] as const;

const words = Deno.args.filter((word) => !word.startsWith("--"));
const views = [...Object.keys(WINDOWS), ...SCHEMES, ...LOCALES];
const names = words.filter((word) => !views.includes(word));
const isCheck = Deno.args.includes("--axe");

const services = await openStage();
const app = assembleApp(services);
(await new Builder().build({ snapshot: "memory" }))(app);
const handler = app.handler();
const server = Deno.serve(
  { port: 0, onListen: () => {} },
  (request, info) => handler(request, info),
);
const origin = `http://127.0.0.1:${server.addr.port}`;
const browser = await launchChromium(["--lang=sv-SE"]);
const pages = [...await shownPages(services), ...await operatorPages(services)].filter(({ name }) =>
  names.length === 0 || names.some((wanted) => name.startsWith(wanted))
);
const faults = isCheck ? await checkPages(browser) : await drawPages(browser);
await browser.close();
await server.shutdown();
services.db.close();
console.log(`${pages.length} pages, ${faults} faults`);
Deno.exit(faults === 0 ? 0 : 1);

async function drawPages(browser: Browser): Promise<number> {
  await Deno.mkdir("screenshots", { recursive: true });
  let faults = 0;
  for (const [device, viewport] of wanted(Object.entries(WINDOWS), ([name]) => name)) {
    for (const colorScheme of wanted(SCHEMES)) {
      const context = await browser.newContext({
        viewport,
        colorScheme,
        locale: "sv-SE",
        reducedMotion: "reduce",
      });
      for (const locale of wanted(LOCALES)) {
        for (const shown of pagesIn(device)) {
          const page = await context.newPage();
          listen(page, shown.name, () => faults++);
          await shown.open(page, origin, locale);
          await page.evaluate(() => document.fonts.ready);
          const path = `screenshots/${shown.name}-${device}-${colorScheme}-${locale}.png`;
          await page.screenshot({ path, fullPage: !shown.isWindow });
          await page.close();
        }
      }
      await context.close();
    }
  }
  return faults;
}

async function checkPages(browser: Browser): Promise<number> {
  let faults = 0;
  for (const locale of wanted(LOCALES)) {
    for (const [device, viewport] of wanted(Object.entries(WINDOWS), ([name]) => name)) {
      for (const colorScheme of wanted(SCHEMES)) {
        const options = { viewport, colorScheme };
        faults += await checkIn(browser, pagesIn(device), { locale, options });
      }
    }
    for (const options of ODD_CONTEXTS) {
      faults += await checkIn(browser, pages, { locale, options });
    }
  }
  return faults;
}

async function checkIn(
  browser: Browser,
  pages: readonly ShownPage[],
  { locale, options }: { locale: Locale; options: BrowserContextOptions },
): Promise<number> {
  const context = await browser.newContext({
    ...options,
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  let faults = 0;
  for (const shown of pages) {
    const page = await context.newPage();
    await shown.open(page, origin, locale);
    const found = await faultsOf(page);
    faults += found.length;
    for (const fault of found) console.log(shown.name, locale, JSON.stringify(options), fault);
    await page.close();
  }
  await context.close();
  return faults;
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // The page's own global: axe was put there a line above.
  const { violations } = await page.evaluate(
    `axe.run(document, { resultTypes: ["violations"] })`,
  ) as {
    violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...(wide > 0 ? [`${wide} px too wide`] : []),
    ...violations.map(({ id, help, nodes }) => {
      const [example] = nodes;
      const at = `${example?.html.slice(0, 200)}\n  ${example?.failureSummary.slice(0, 300)}`;
      return `${id}, ${help} (${nodes.length})\n  ${at}`;
    }),
  ];
}

/** The pages that are looked at in a window. */
function pagesIn(device: string): ShownPage[] {
  return pages.filter(({ isOperators }) =>
    (isOperators ? OPERATORS_WINDOWS : CUSTOMERS_WINDOWS).includes(device)
  );
}

/** Those of `all` that were asked for by name; all of them when none was. */
function wanted<Item>(all: readonly Item[], nameOf = (item: Item) => String(item)): Item[] {
  const named = all.filter((item) => words.includes(nameOf(item)));
  return named.length === 0 ? [...all] : named;
}

/** Prints what the browser complains about while a page is shown. */
function listen(page: Page, name: string, onFault: () => void): void {
  const tell = (text: string) => {
    onFault();
    console.log(`${name}: ${text}`);
  };
  page.on("pageerror", (error) => tell(error.message));
  page.on("console", (message) => {
    // A page that is meant to be refused says so in the console as well.
    const isStatus = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isStatus) tell(message.text());
  });
}
