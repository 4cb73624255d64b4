// The operators' pages at the widths people work at: both schemes, both languages, colours of the system, and zoomed.
import assert from "node:assert/strict";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { browserTest } from "../support/chromium.ts";
import {
  assertFitsZoomed,
  aVisitorIn,
  pageAnswers,
  scriptsAskedFor,
  violations,
} from "./support/accessibility.ts";
import { makeStage } from "./support/stage.ts";
import { makeViewData, type ViewData } from "./support/view-data.ts";
import { OPERATOR_VIEWS } from "./support/views.ts";

const WINDOWS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
/** A window of 1,440 × 900 at 200 %. */
const AT_TWICE = { width: 720, height: 450 };

const stage = makeStage();
let data: ViewData;
Deno.test.beforeAll(async () => {
  data = await makeViewData(stage.app);
});

for (const view of OPERATOR_VIEWS) {
  for (const locale of LOCALES) {
    browserTest(`${view.name}: no violation in any window and scheme, ${locale}`, async () => {
      const { page, complaints } = await aVisitorIn(stage, locale, {
        viewport: WINDOWS[0] ?? null,
      });
      const answers = pageAnswers(page);
      const scripts = scriptsAskedFor(page);
      await view.open(page, data, locale);
      assert.equal(answers.at(-1)?.status(), view.status);
      assert.equal(await page.locator("html").getAttribute("lang"), locale);
      for (const window of WINDOWS) {
        await page.setViewportSize(window);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          const found = await violations(page, { coloursAlone: colorScheme === "dark" });
          assert.deepEqual(found, [], `${window.width} px, ${colorScheme}`);
        }
      }
      await page.setViewportSize(AT_TWICE);
      assert.deepEqual(await violations(page), [], "at 200 %");
      await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
      assert.deepEqual(await violations(page), [], "in the system's colours");
      await page.emulateMedia({ forcedColors: null });
      await assertFitsZoomed(page);
      assert.deepEqual(complaints, []);
      if (view.isStill) assert.deepEqual(scripts, [], "a page on which nothing moves");
    });
  }
}
