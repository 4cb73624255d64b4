// A PNG of every page, on phone and desktop, light and dark, Swedish and English, into
// screenshots/. `deno run -A scripts/screenshots.ts quote ticket phone dark sv` draws only those; `--axe`
// checks each page with axe-core at 360 and 1280 px instead of drawing it.
import { Builder } from "fresh/dev";
import axe from "npm:axe-core@4.14.1";
import type { Browser, Page } from "npm:playwright-core@1.65.1";
import { assembleApp } from "../lib/http/app.ts";
import { LOCALES } from "../lib/kernel/locale.ts";
import { launchChromium } from "../tests/support/chromium.ts";
import { openStage } from "./stage/open-stage.ts";
import { operatorPages } from "./stage/operator-pages.ts";
import { shownPages } from "./stage/shown-pages.ts";

const SCHEMES = ["light", "dark"] as const;
const WIDTHS = { phone: { width: 390, height: 844 }, desktop: { width: 1360, height: 940 } };
const CHECKED_WIDTHS = { narrow: { width: 360, height: 800 }, wide: { width: 1280, height: 900 } };

const words = Deno.args.filter((word) => !word.startsWith("--"));
const views = [...Object.keys(WIDTHS), ...SCHEMES, ...LOCALES];
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
  for (const [device, viewport] of wanted(Object.entries(WIDTHS), ([name]) => name)) {
    for (const colorScheme of wanted(SCHEMES)) {
      const context = await browser.newContext({
        viewport,
        colorScheme,
        locale: "sv-SE",
        reducedMotion: "reduce",
      });
      for (const locale of wanted(LOCALES)) {
        for (const shown of pages) {
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
  for (const [device, viewport] of Object.entries(CHECKED_WIDTHS)) {
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({
        viewport,
        colorScheme,
        reducedMotion: "reduce",
        bypassCSP: true,
      });
      for (const shown of pages) {
        const page = await context.newPage();
        await shown.open(page, origin, "sv");
        await page.evaluate(axe.source);
        const found = await page.evaluate(`axe.run(document, { resultTypes: ["violations"] })`) as {
          violations: {
            id: string;
            help: string;
            nodes: { html: string; failureSummary: string }[];
          }[];
        };
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) console.log(`${shown.name} ${device}: ${wide} px too wide`);
        faults += found.violations.length + (wide > 0 ? 1 : 0);
        for (const { id, help, nodes } of found.violations) {
          const example = nodes[0];
          console.log(`${shown.name} ${device} ${colorScheme}: ${id}, ${help} (${nodes.length})`);
          console.log(
            `  ${example?.html.slice(0, 200)}\n  ${example?.failureSummary.slice(0, 300)}`,
          );
        }
        await page.close();
      }
      await context.close();
    }
  }
  return faults;
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
