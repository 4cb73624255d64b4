// The trip form as people fill it in, on a phone and at a desk: places, the day, the time, and what is wrong.
import assert from "node:assert/strict";
import type { Page } from "npm:playwright-core@1.65.1";
import { formatShortDate, formatUntil } from "../../lib/i18n/format.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { nextDate } from "../../lib/kernel/local-date.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, openHome, type Visitor } from "./support/stage.ts";
import { bookButton, dayFromNow, showPrice, tripField } from "./support/trips.ts";

const stage = makeStage();
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true };
const DESK = { viewport: { width: 1360, height: 900 } };
const DEVICES = [["360 px", PHONE], ["1360 px", DESK]] as const;
const { trip, fieldErrors } = textsFor("sv");

/** Opens the start page and waits until its script runs. */
async function atHome(options: Parameters<typeof aVisitor>[1] = {}): Promise<Visitor> {
  const visitor = await aVisitor(stage, { reducedMotion: "reduce", ...options });
  await openHome(visitor.page, "sv");
  await visitor.page.getByRole("spinbutton", { name: trip.time, exact: true }).waitFor();
  return visitor;
}

function errorLinks(page: Page): Promise<string[]> {
  return page.getByRole("alert").getByRole("link").allInnerTexts();
}

for (const [where, device] of DEVICES) {
  browserTest(
    `an empty place offers the usual ones, then those of this device, ${where}`,
    async () => {
      const { page, complaints } = await atHome(device);
      const from = tripField(page, "sv", "from");
      await from.click();
      const popular = page.getByRole("group", { name: trip.place.popular });
      assert.equal(await popular.getByRole("option").count(), 5);
      assert.equal(await page.getByRole("group", { name: trip.place.recent }).count(), 0);
      const isAlone = !await tripField(page, "sv", "to").isVisible();
      assert.equal(isAlone, device === PHONE, "on a phone the list stands alone");
      await page.getByRole("button", { name: trip.place.remember }).click();
      await page.getByRole("button", { name: trip.place.forget }).waitFor();
      await popular.getByRole("option").first().click();
      await page.getByRole("listbox").waitFor({ state: "hidden" });
      assert.match(await from.inputValue(), /^Göteborg Landvetter flygplats/);
      await tripField(page, "sv", "to").fill("Drottningtorget 2");
      await page.keyboard.press("Escape");
      await showPrice(page, "sv");
      await bookButton(page, "sv").waitFor();

      // Where no form is open that would keep its draft again.
      await page.goto(paths.help());
      await page.evaluate(async () => {
        sessionStorage.clear();
        await new Promise((gone) => indexedDB.deleteDatabase("avanti-kept").onsuccess = gone);
      });
      await openHome(page, "sv");
      await page.getByRole("spinbutton", { name: trip.time, exact: true }).waitFor();
      await from.click();
      const recent = page.getByRole("group", { name: trip.place.recent });
      assert.equal(await recent.getByRole("option").count(), 1, "only what was chosen is known");
      await page.getByRole("button", { name: trip.place.forget }).click();
      await recent.waitFor({ state: "detached" });
      assert.equal(await page.evaluate(() => localStorage.getItem("recent-places")), null);
      assert.deepEqual(complaints, []);
    },
  );

  browserTest(`a slow answer shows that it is on its way, ${where}`, async () => {
    const { page } = await atHome(device);
    const answer = Promise.withResolvers<void>();
    await page.route(`**${paths.api.places()}?**`, async (route) => {
      await answer.promise;
      await route.continue();
    });
    await tripField(page, "sv", "from").pressSequentially("lands");
    await page.getByText(trip.place.searching).waitFor();
    answer.resolve();
    await page.getByRole("option", { name: /Landskrona/ }).first().waitFor();
    assert.equal(await page.getByText(trip.place.searching).count(), 0);
  });

  browserTest(
    `a form with nothing in it says what is missing, and lets go of it, ${where}`,
    async () => {
      const { page, complaints } = await atHome(device);
      await tripField(page, "sv", "time").fill("24.00");
      await showPrice(page, "sv");
      await page.locator("[role=alert]:focus").waitFor();
      const { fromMissing, toMissing, timeInvalid } = fieldErrors;
      assert.deepEqual(await errorLinks(page), [fromMissing, toMissing, timeInvalid]);
      assert.equal(new URL(page.url()).pathname, paths.home(), "nothing was sent");
      const from = tripField(page, "sv", "from");
      assert.equal(await from.getAttribute("aria-invalid"), "true");
      assert.equal(await from.getAttribute("aria-describedby"), "from-error");
      await page.getByRole("alert").getByRole("link", { name: toMissing }).click();
      assert.equal(await page.locator(":focus").getAttribute("id"), "to");
      await tripField(page, "sv", "to").fill("Drottningtorget 2");
      await page.keyboard.press("Escape");
      // On a phone the list stood alone until now.
      await page.getByRole("alert").waitFor();
      assert.deepEqual(await errorLinks(page), [fromMissing, timeInvalid]);
      assert.equal(await page.locator("#to-error").isVisible(), false);
      await tripField(page, "sv", "time").fill("640");
      await from.fill("Göteborg Landvetter flygplats");
      await page.getByRole("alert").waitFor({ state: "detached" });
      assert.equal(await from.getAttribute("aria-invalid"), null);
      assert.deepEqual(complaints, []);
    },
  );

  browserTest(`the time is stepped, typed and tapped, ${where}`, async () => {
    const { page, complaints } = await atHome(device);
    const time = tripField(page, "sv", "time");
    assert.equal(await time.inputValue(), "11.00");
    await page.getByRole("button", { name: trip.clock(EXAMPLES).later, exact: true }).click();
    assert.equal(await time.inputValue(), "11.05");
    await page.getByRole("radio", { name: trip.tomorrow }).check();
    for (const typed of ["640", "06.40", "6:40", "0640"]) {
      await time.fill(typed);
      await time.blur();
      assert.equal(await time.inputValue(), "06.40", typed);
    }
    assert.equal(await time.getAttribute("aria-valuetext"), "06.40");
    await time.click();
    const hours = page.getByRole("grid", { name: trip.clock(EXAMPLES).hour });
    assert.equal(await page.getByRole("gridcell").count(), 24 + 12);
    assert.equal(await tripField(page, "sv", "from").isVisible(), device === DESK);
    for (const cell of await page.getByRole("gridcell").all()) {
      const box = await cell.boundingBox();
      assert.ok(box !== null && box.height >= 44 && box.width >= 44, JSON.stringify(box));
    }
    await hours.getByRole("gridcell", { name: "22" }).click();
    const tomorrow = dayFromNow(1);
    const words = trip.clock(EXAMPLES).choose
      .replace("{moment}", formatUntil("sv", `${tomorrow}T22:40`, dayFromNow(0)));
    await page.getByRole("button", { name: words }).click();
    await hours.waitFor({ state: "detached" });
    assert.equal(await time.inputValue(), "22.40");
    assert.deepEqual(complaints, []);
  });
}

const EXAMPLES = { digits: "640", clock: "06.40" };

browserTest("times that have passed are shown and cannot be taken", async () => {
  const { page } = await atHome(PHONE);
  const time = tripField(page, "sv", "time");
  await time.click();
  const hour = (name: string) => page.getByRole("gridcell", { name, exact: true }).first();
  assert.equal(await hour("09").getAttribute("aria-disabled"), "true");
  assert.equal(await hour("10").getAttribute("aria-disabled"), "false");
  await hour("09").click({ force: true });
  assert.equal(await time.inputValue(), "11.00");
  await page.getByRole("radio", { name: trip.tomorrow }).check();
  assert.equal(await hour("09").getAttribute("aria-disabled"), "false");
  await hour("09").click();
  assert.equal(await time.inputValue(), "09.00");
});

browserTest(
  "day and time are chosen by keyboard alone, and Tab goes on through the form",
  async () => {
    const { page } = await atHome(PHONE);
    const { keyboard } = page;
    await page.getByRole("radio", { name: trip.today }).focus();
    await keyboard.press("ArrowRight");
    assert.equal(await page.getByRole("radio", { name: trip.tomorrow }).isChecked(), true);
    await keyboard.press("Tab");
    await keyboard.press("ArrowUp");
    await keyboard.press("PageDown");
    assert.equal(await tripField(page, "sv", "time").inputValue(), "10.05");
    await keyboard.press("Space");
    await page.getByRole("grid").first().waitFor();
    await keyboard.press("Tab");
    await keyboard.press("ArrowLeft");
    await keyboard.press("ArrowUp");
    await keyboard.press("Enter");
    assert.equal(await tripField(page, "sv", "time").inputValue(), "03.05");
    await keyboard.press("Escape");
    assert.equal(await page.locator(":focus").getAttribute("id"), "time");
    await keyboard.press("Space");
    for (let stop = 0; stop < 4; stop++) await keyboard.press("Tab");
    assert.equal(await page.locator(":focus").getAttribute("id"), "passengers");
    assert.equal(await page.getByRole("grid").count(), 0);
  },
);

browserTest("today is Sweden's, whatever the zone of the device", async () => {
  for (const timezoneId of ["Pacific/Auckland", "America/Los_Angeles"]) {
    const { page } = await atHome({ ...PHONE, timezoneId });
    const today = dayFromNow(0);
    for (
      const [name, date] of [[trip.today, today], [trip.tomorrow, nextDate(today, 1)]] as const
    ) {
      const radio = page.getByRole("radio", { name: `${name} ${formatShortDate("sv", date)}` });
      assert.equal(await radio.inputValue(), date, timezoneId);
    }
  }
});

for (const [where, device] of DEVICES) {
  browserTest(`from and to change places, each with the place it means, ${where}`, async () => {
    const { page } = await atHome(device);
    const [from, to] = [tripField(page, "sv", "from"), tripField(page, "sv", "to")];
    await from.click();
    await page.getByRole("option").first().click();
    await page.getByRole("listbox").waitFor({ state: "hidden" });
    await to.fill("Avenyn");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: trip.swap }).click();
    assert.equal(await from.inputValue(), "Avenyn");
    assert.match(await to.inputValue(), /Landvetter/);
    assert.equal(await page.locator("[name=toId]").inputValue(), "airport:GOT");
    assert.equal(await page.locator("[name=fromId]").inputValue(), "");
  });
}

for (const [where, device] of DEVICES) {
  browserTest(
    `my position becomes a named place when it is asked for, or says why not, ${where}`,
    async () => {
      const geolocation = { latitude: 57.7089, longitude: 11.9746 };
      const { page, complaints } = await atHome({
        ...device,
        permissions: ["geolocation"],
        geolocation,
      });
      assert.equal(
        await tripField(page, "sv", "from").inputValue(),
        "",
        "nothing before it is asked for",
      );
      await page.getByRole("button", { name: trip.position.label }).click();
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>("#from")?.value);
      assert.match(await page.locator("[name=fromId]").inputValue(), /^pin:57\.70890,11\.97460$/);
      assert.deepEqual(complaints, []);

      const refused = await atHome(device);
      await refused.page.getByRole("button", { name: trip.position.label }).click();
      await refused.page.getByText(trip.position.denied).waitFor();
    },
  );
}

browserTest(
  "without JavaScript the days are chosen as they stand, and no button is there for nothing",
  async () => {
    const visitor = await aVisitor(stage, { ...PHONE, javaScriptEnabled: false });
    const { page } = visitor;
    await openHome(page, "sv");
    for (const name of [trip.swap, trip.position.label, trip.clock(EXAMPLES).later]) {
      assert.equal(await page.getByRole("button", { name, exact: true }).isVisible(), false, name);
    }
    assert.equal(await tripField(page, "sv", "date").isVisible(), false);
    await page.getByRole("radio", { name: trip.tomorrow }).check();
    await tripField(page, "sv", "from").fill("Göteborg Landvetter flygplats");
    await tripField(page, "sv", "to").fill("Drottningtorget 2");
    await tripField(page, "sv", "time").fill("13:10");
    await showPrice(page, "sv");
    await bookButton(page, "sv").waitFor();
    await page.getByText(/24 november|i morgon/i).first().waitFor();
  },
);
