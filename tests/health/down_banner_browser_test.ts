// The banner of what is down in a real browser: it appears on an open board by itself, and is read out.
import assert from "node:assert/strict";
import { downSv } from "../../lib/i18n/sv/down.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest, closeAfterTest, launchChromium } from "../support/chromium.ts";
import { degradedProduct } from "../support/degraded-product.ts";

browserTest("an open board shows by itself what has gone down", async () => {
  const product = await degradedProduct();
  closeAfterTest(() => product[Symbol.asyncDispose]());
  const browser = await launchChromium();
  closeAfterTest(() => browser.close());
  const context = await browser.newContext({ locale: "sv-SE" });
  const [name = "", value = ""] = (product.operatorHeaders.cookie ?? "").split("=");
  await context.addCookies([{ name, value, url: product.origin }]);
  const page = await context.newPage();
  await page.goto(`${product.origin}${paths.admin()}?lang=sv`);
  const part = page.locator(".down-part");
  assert.equal(await part.count(), 0);
  await product.lose("clock");
  await product.services.health.look();
  await part.waitFor();
  const text = await part.textContent();
  assert.ok(text?.startsWith(downSv.parts.clock) && text.includes(downSv.allWorks), text ?? "");
  assert.equal(await page.locator(".down").getAttribute("aria-live"), "polite");
});
