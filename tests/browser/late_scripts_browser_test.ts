// The trip form on a slow line: scripts and answers that come when somebody has already begun.
import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, openHome, type Visitor } from "./support/stage.ts";
import { airportTrip, tripField, tripValue, writeTrip } from "./support/trips.ts";

const stage = makeStage();
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true };
const DESK = { viewport: { width: 1360, height: 900 } };
const DEVICES = [["360 px", PHONE], ["1360 px", DESK]] as const;
const { trip } = textsFor("sv");

for (const [where, device] of DEVICES) {
  browserTest(
    `a draft replaces nothing that was touched before the script came, ${where}`,
    async () => {
      const { page } = await atHome(device);
      const written = airportTrip({ time: "17:05" });
      await writeTrip(page, "sv", written);
      const script = Promise.withResolvers<void>();
      await page.route(/\.js(?:\?|$)/, async (route) => {
        await script.promise;
        await route.continue();
      });
      await page.reload({ waitUntil: "commit" });
      await tripField(page, "sv", "from").fill("Avenyn");
      script.resolve();
      await page.getByRole("spinbutton", { name: trip.time, exact: true }).waitFor();
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>("#to")?.value);
      assert.equal(await tripField(page, "sv", "from").inputValue(), "Avenyn");
      assert.equal(await tripValue(page, "sv", "to"), written.to);
      assert.equal(await tripValue(page, "sv", "time"), written.time);
      assert.equal(await page.locator("[name=fromAsked]").inputValue(), "");
    },
  );
}

browserTest("what was typed before the script came is searched for once it is there", async () => {
  const { page } = await aVisitor(stage, { reducedMotion: "reduce", ...DESK });
  const script = Promise.withResolvers<void>();
  await page.route(/\.js(?:\?|$)/, async (route) => {
    await script.promise;
    await route.continue();
  });
  await page.goto(`${paths.home()}?lang=sv`, { waitUntil: "commit" });
  await tripField(page, "sv", "from").pressSequentially("Landvett");
  script.resolve();
  await page.getByRole("option", { name: /Landvetter/ }).first().waitFor();
  assert.equal(await tripField(page, "sv", "from").inputValue(), "Landvett");
});

browserTest("a draft's time stands also when the script of its field comes last", async () => {
  const { page } = await atHome();
  const written = airportTrip({ time: "17:05" });
  await writeTrip(page, "sv", written);
  // Kept as it is shown, 17.05, which the browser's own field for a time would not take.
  await tripField(page, "sv", "time").blur();
  await tripField(page, "sv", "passengers").selectOption("2");
  const script = Promise.withResolvers<void>();
  await page.route(/TimeField/, async (route) => {
    await script.promise;
    await route.continue();
  });
  // Not a reload: then the browser puts back what it remembers, and not the draft.
  await page.goto(`${paths.home()}?lang=sv`, { waitUntil: "commit" });
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>("#to")?.value);
  assert.equal(
    await tripField(page, "sv", "time").getAttribute("type"),
    "time",
    "still as it came",
  );
  assert.equal(await tripValue(page, "sv", "time"), written.time);
  script.resolve();
  await page.getByRole("spinbutton", { name: trip.time, exact: true }).waitFor();
  assert.equal(await tripValue(page, "sv", "time"), written.time);
});

browserTest(
  "the usual places are no answer to what is typed, however fast Enter comes",
  async () => {
    const { page } = await atHome(DESK);
    const answer = Promise.withResolvers<void>();
    await page.route(`**${paths.api.places()}?**`, async (route) => {
      await answer.promise;
      await route.continue().catch(() => {});
    });
    const options = page.getByRole("listbox").getByRole("option");
    const to = tripField(page, "sv", "to");
    await to.click();
    await options.first().waitFor();
    await to.pressSequentially("drottningtorget");
    await options.first().waitFor({ state: "detached" });
    await page.keyboard.press("ArrowDown");
    assert.equal(await options.count(), 0);
    assert.equal(await to.inputValue(), "drottningtorget");
    answer.resolve();
    await options.filter({ hasText: "Drottningtorget" }).first().waitFor();
  },
);

browserTest("Escape takes back a question for places that is still on its way", async () => {
  const { page } = await atHome(PHONE);
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(`**${paths.api.places()}?**`, async (route) => {
    asked.resolve();
    await answer.promise;
    await route.continue().catch(() => {});
  });
  // Not empty when it is turned to, or the usual places would stand there first; one letter, one question.
  const from = tripField(page, "sv", "from");
  await from.evaluate((field: HTMLInputElement) => field.value = "Lan");
  await from.pressSequentially("d");
  await asked.promise;
  const ended = Promise.race([page.waitForEvent("requestfailed"), page.waitForEvent("response")]);
  await page.keyboard.press("Escape");
  answer.resolve();
  await ended;
  // What an answer would change is drawn two frames later.
  await page.evaluate(() =>
    new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  );
  assert.equal(await page.getByText(trip.place.searching).isVisible(), false);
  assert.equal(await page.getByRole("listbox").count(), 0);
  assert.ok(await tripField(page, "sv", "to").isVisible(), "the form has its place");
});

/** Opens the start page and waits until its script runs. */
async function atHome(options: Parameters<typeof aVisitor>[1] = {}): Promise<Visitor> {
  const visitor = await aVisitor(stage, { reducedMotion: "reduce", ...options });
  await openHome(visitor.page, "sv");
  await visitor.page.getByRole("spinbutton", { name: trip.time, exact: true }).waitFor();
  return visitor;
}
