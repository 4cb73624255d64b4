// Setting a pin with the keyboard alone: where the car stops, what is refused, and what the form gets.
import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { browserTest, closeAfterTest, launchChromium } from "../support/chromium.ts";
import { serveApp } from "../support/served-app.ts";

const { trip } = textsFor("sv");

browserTest("a pin is set by the keyboard, says where the car stops and gets a name", async () => {
  const app = await serveApp();
  closeAfterTest(() => app[Symbol.asyncDispose]());
  const browser = await launchChromium();
  closeAfterTest(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(app.origin);
  const [open, dialog] = [page.locator(".map-open").first(), page.getByRole("dialog")];
  const answer = dialog.locator(".map-answer");

  // The button is there once a script is.
  await open.waitFor();
  await open.press("Enter");
  await answer.filter({ hasText: "Bilen stannar på" }).waitFor();
  const before = await answer.textContent();
  // The map has the focus: arrows move it without another step.
  await page.keyboard.press("ArrowUp");
  await answer.filter({ hasText: "Bilen stannar på" }).filter({ hasNotText: before ?? "" })
    .waitFor();
  await dialog.getByRole("button", { name: trip.map.use }).press("Enter");
  const from = page.getByRole("combobox", { name: trip.from, exact: true });
  assert.match(await from.inputValue(), /^nära /);
  const id = page.locator("input[name=fromId]");
  assert.match(await id.inputValue(), /^pin:57\./);

  // Where our roads end: names to go by, how far off the pin is, and what the driver gets.
  await id.evaluate((input: HTMLInputElement) => input.value = "pin:57.70000,12.93000");
  await open.press("Enter");
  await answer.filter({ hasText: trip.map.stopUnknown }).waitFor();
  await dialog.locator(".map-name span", { hasText: "Borås" }).first().waitFor();
  assert.match(await answer.textContent() ?? "", /Nålen står [\d,]+ (km|m) från /);
  await dialog.getByRole("button", { name: trip.map.close }).press("Enter");

  await id.evaluate((input: HTMLInputElement) => input.value = "pin:57.20000,11.90000");
  await open.press("Enter");
  await answer.filter({ hasText: trip.map.pinRefused.water }).waitFor();
  assert.equal(await dialog.getByRole("button", { name: trip.map.use }).isDisabled(), true);
});
