// A browser that has said yes to nothing: what it keeps after looking for a ride, choosing places and booking is what that
// needs, and nobody else is asked for anything. There is no banner, because there is nothing to ask.
import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, openHome } from "./support/stage.ts";
import { bookButton, showPrice, tripField } from "./support/trips.ts";

const stage = makeStage();
const { trip } = textsFor("sv");

/** What a browser may keep without a yes, and why it is needed. */
const NEEDED: Readonly<Record<string, string>> = {
  "avanti-locale": "the language that was chosen",
};

browserTest("nothing unnecessary is kept, and nobody else asked, before a yes", async () => {
  const { page } = await aVisitor(stage);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).origin));
  await openHome(page, "sv");
  const from = tripField(page, "sv", "from");
  await from.click();
  const popular = page.getByRole("group", { name: trip.place.popular });
  await popular.getByRole("option").first().click();
  await page.getByRole("listbox").waitFor({ state: "hidden" });
  await tripField(page, "sv", "to").fill("Drottningtorget 2");
  await page.keyboard.press("Escape");
  await showPrice(page, "sv");
  await bookButton(page, "sv").waitFor();
  for (const path of [paths.privacy(), paths.prices(), paths.help(), paths.signIn()]) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  const kept = await page.evaluate(() => Object.keys(localStorage));
  const cookies = (await page.context().cookies()).map(({ name }) => name);
  assert.deepEqual(kept, []);
  // At most the draft of the form that was just written, which is told of on the privacy page.
  const databases = await page.evaluate(() => indexedDB.databases());
  assert.deepEqual(databases.filter(({ name }) => name !== "avanti-kept"), []);
  assert.deepEqual(cookies.filter((name) => !(name in NEEDED)), []);
  assert.equal(new Set(asked).size, 1, asked.join(" "));
  assert.equal(await page.getByRole("dialog").count(), 0);
});
