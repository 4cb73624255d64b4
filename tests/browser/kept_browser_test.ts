// What a browser keeps of a trip for where coverage is poor and for the next day: the ticket looked at last and the draft
// of the trip form, and that the person can take both away where it is told of them.
import assert from "node:assert/strict";
import type { Page } from "npm:playwright-core@1.65.1";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, openHome, untilLive } from "./support/stage.ts";
import { airportTrip, bookTrip, dayFromNow, tripField, writeTrip } from "./support/trips.ts";

const stage = makeStage();
const { errors, legal } = textsFor("sv");

/** Frames of the page until a row has to be put away. */
const MOST_FRAMES = 2_000;

/** Waits until a row is put away, with some words in it, or taken. */
async function untilKept(page: Page, name: string, isKept: boolean, words = ""): Promise<void> {
  // A predicate of waitForFunction that is a promise is true at once: this one is asked until it says so.
  await page.evaluate(async ([name, isKept, words, most]) => {
    const rowOf = async () => {
      const known = await indexedDB.databases();
      if (!known.some((one) => one.name === "avanti-kept")) return undefined;
      return await new Promise<unknown>((resolve) => {
        const opening = indexedDB.open("avanti-kept", 1);
        opening.onupgradeneeded = () =>
          opening.result.createObjectStore("rows", { keyPath: "name" });
        opening.onsuccess = () => {
          const request = opening.result.transaction("rows").objectStore("rows").get(name);
          request.onsuccess = () => {
            opening.result.close();
            resolve(request.result);
          };
        };
      });
    };
    for (let frame = 0; frame < most; frame++) {
      const row = await rowOf();
      if ((row !== undefined) === isKept && JSON.stringify(row ?? "").includes(words)) return;
      await new Promise(requestAnimationFrame);
    }
    throw new Error(`${name} was ${isKept ? "never kept" : "kept on"}`);
  }, [name, isKept, words, MOST_FRAMES] as const);
}

browserTest(
  "the ticket opens without a network, says how old it is, and is gone when its person says so",
  async () => {
    const { page } = await aVisitor(stage);
    // The browser's clock is the machine's: a ride far ahead is ahead for both.
    await bookTrip(page, "sv", airportTrip({ date: dayFromNow(20) }));
    const address = page.url();
    const heading = await page.getByRole("heading", { level: 1 }).textContent();
    await untilKept(page, "ticket", true);
    await page.context().setOffline(true);
    await page.goto(address);
    await page.getByText(errors.offlineTicket.kept.split("{time}")[0] ?? "").waitFor();
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), heading);
    assert.equal(await page.locator("script").count(), 0);
    await page.goto(paths.prices());
    await page.getByRole("link", { name: errors.offlineTicket.ticket }).click();
    await page.waitForURL(address);
    await page.context().setOffline(false);
    await page.goto(paths.privacy());
    await untilLive(page);
    await page.getByRole("button", { name: legal.forgetKept.label }).click();
    await page.getByText(legal.forgetKept.done).waitFor();
    await untilKept(page, "ticket", false);
    await page.context().setOffline(true);
    await page.goto(address);
    await page.getByRole("heading", { name: errors.offlineTitle }).waitFor();
  },
);

browserTest(
  "a draft of the trip form outlives its tab, and booking or clearing takes it away",
  async () => {
    const { page } = await aVisitor(stage);
    await openHome(page, "sv");
    await writeTrip(page, "sv", airportTrip());
    // It is put away as it is written: the whole of it, not its beginning.
    await untilKept(page, "draft", true, "Drottningtorget 2");
    const next = await page.context().newPage();
    await page.close();
    await openHome(next, "sv");
    await next.waitForFunction(() =>
      document.querySelector<HTMLInputElement>("[name=to]")?.value === "Drottningtorget 2"
    );
    assert.equal(await tripField(next, "sv", "from").inputValue(), airportTrip().from);
    await next.goto(paths.privacy());
    await untilLive(next);
    await next.getByRole("button", { name: legal.forgetKept.label }).click();
    await next.getByText(legal.forgetKept.done).waitFor();
    const last = await next.context().newPage();
    await openHome(last, "sv");
    assert.equal(await tripField(last, "sv", "to").inputValue(), "");
  },
);
