// Every page in every state: the customers' here, the operators' in a file of their own.
import assert from "node:assert/strict";
import { manifest } from "../../fresh.gen.ts";
import { browserTest } from "../support/chromium.ts";
import { filesBelow, ROOT } from "../support/module-graph.ts";
import {
  assertFitsZoomed,
  aVisitorIn,
  pageAnswers,
  scriptsAskedFor,
  violations,
} from "./support/accessibility.ts";
import { makeStage } from "./support/stage.ts";
import { makeViewData, type ViewData } from "./support/view-data.ts";
import { CUSTOMER_VIEWS, VIEWS } from "./support/views.ts";

const WIDTHS = [360, 1360];
const SCHEMES = ["light", "dark"] as const;

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

Deno.test("a scheme changes colours and nothing else", () => {
  const sheets = filesBelow("lib/ui", /\.css$/);
  assert.ok(sheets.length > 0);
  const others = sheets.filter((path) =>
    /color-scheme:\s*\w+\)/.test(Deno.readTextFileSync(ROOT + path))
  );
  assert.deepEqual(others, [], "has a media query of its own for a scheme");
});

for (const view of CUSTOMER_VIEWS) {
  browserTest(`${view.name}: no accessibility violation, no complaint`, async () => {
    const visitor = await aVisitorIn(stage, "sv");
    const { page, complaints } = visitor;
    const answers = pageAnswers(page);
    const scripts = scriptsAskedFor(page);
    await view.open(page, data, "sv");
    assert.equal(answers.at(-1)?.status(), view.status);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        const found = await violations(page, { coloursAlone: colorScheme === "dark" });
        assert.deepEqual(found, [], `${width} px, ${colorScheme}`);
      }
    }
    await assertFitsZoomed(page);
    assert.deepEqual(complaints, []);
    if (view.isStill) assert.deepEqual(scripts, [], "a page on which nothing moves");
  });

  browserTest(`${view.name}: no violation, and fits 400 % zoom, in English too`, async () => {
    const visitor = await aVisitorIn(stage, "en");
    const { page, complaints } = visitor;
    await view.open(page, data, "en");
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
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
