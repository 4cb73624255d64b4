import assert from "node:assert/strict";
import axe from "npm:axe-core@4.14.1";
import type { Page, Response } from "npm:playwright-core@1.65.1";
import { manifest } from "../../fresh.gen.ts";
import type { Locale } from "../../lib/kernel/locale.ts";
import { LOCALE_COOKIE } from "../../lib/http/middleware/start-request.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, type Visitor } from "./support/stage.ts";
import { makeViewData, type ViewData } from "./support/view-data.ts";
import { VIEWS } from "./support/views.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [360, 1360];
const SCHEMES = ["light", "dark"] as const;
/** A window of 1280 × 1024 at 400 %, WCAG 2.2 criterion 1.4.10. */
const ZOOMED = { width: 320, height: 256 };

const stage = makeStage();
let data: ViewData;
Deno.test.beforeAll(async () => {
  data = await makeViewData(stage.app);
});

Deno.test("every page and every error page is among the views", () => {
  const pages = Object.keys(manifest.routes).filter((file) =>
    file.endsWith(".tsx") && !/(?:^|\/)_(?!error|middleware)/.test(file)
  );
  const shown = new Set(VIEWS.map(({ route }) => route));
  assert.deepEqual([...shown].sort(), pages.sort());
});

for (const view of VIEWS) {
  browserTest(`${view.name}: no accessibility violation, no complaint`, async () => {
    const visitor = await aVisitorIn("sv");
    const { page, complaints } = visitor;
    const answers = pageAnswers(page);
    const scripts = scriptsAskedFor(page);
    await view.open(page, data, "sv");
    assert.equal(answers.at(-1)?.status(), view.status);
    await page.evaluate(axe.source);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await violations(page), [], `${width} px, ${colorScheme}`);
      }
    }
    await assertFitsZoomed(page);
    assert.deepEqual(complaints, []);
    if (view.isStill) assert.deepEqual(scripts, [], "a page on which nothing moves");
  });

  browserTest(`${view.name}: no violation, and fits 400 % zoom, in English too`, async () => {
    const visitor = await aVisitorIn("en");
    const { page, complaints } = visitor;
    await view.open(page, data, "en");
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.evaluate(axe.source);
    // Words are of other lengths; one scheme a width is enough for what they can break.
    for (const [width, colorScheme] of [[360, "dark"], [1360, "light"]] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violations(page), [], `${width} px, ${colorScheme}`);
    }
    await assertFitsZoomed(page);
    assert.deepEqual(complaints, []);
  });
}

/** Without motion, because a colour on its way to another one is neither. */
async function aVisitorIn(locale: Locale): Promise<Visitor> {
  const visitor = await aVisitor(stage, { reducedMotion: "reduce" });
  const cookie = { name: LOCALE_COOKIE, value: locale, url: stage.app.origin };
  await visitor.page.context().addCookies([cookie]);
  return visitor;
}

/** Nothing to scroll to sideways, and nothing that moves although the person asked for none. */
async function assertFitsZoomed(page: Page): Promise<void> {
  await page.setViewportSize(ZOOMED);
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beside <= 0, `${beside} px beside the window`);
  const moving = await page.evaluate(() =>
    document.getAnimations().filter(({ playState }) => playState === "running").length
  );
  assert.equal(moving, 0, "animations");
}

/** Every answer that became a page, in order. */
function pageAnswers(page: Page): Response[] {
  const answers: Response[] = [];
  page.on("response", (answer) => {
    if (answer.request().isNavigationRequest()) answers.push(answer);
  });
  return answers;
}

/** Addresses of the scripts the page asks for. */
function scriptsAskedFor(page: Page): string[] {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  return scripts;
}

/** What axe finds, as `rule: element`. */
async function violations(page: Page): Promise<string[]> {
  const options = { runOnly: TAGS, resultTypes: ["violations"] };
  const found = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`) as {
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`)
  );
}
