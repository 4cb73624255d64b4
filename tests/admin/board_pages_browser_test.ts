// A day of more trips than are sent at once: the others join as one scrolls on, and the foot counts truly.
import assert from "node:assert/strict";
import { MAX_ROWS } from "../../lib/board/day-window.ts";
import { browserTest } from "../support/chromium.ts";
import { aDesk, DATE, type Desk, liveBoard, named } from "../support/desk.ts";

const TRIPS = MAX_ROWS + 5;

async function aBigDay(): Promise<Desk> {
  const desk = await aDesk();
  for (let trip = 0; trip < TRIPS; trip++) {
    const [hour, minute] = [Math.floor(trip / 12), trip % 12 * 5];
    const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
    await named(desk, time, `Kund ${trip}`);
  }
  return desk;
}

browserTest(
  "scrolling to where the rows end reads the others, and the foot says how many are shown",
  async () => {
    const desk = await aBigDay();
    const page = await liveBoard(await desk.open(), desk.product.origin);
    const foot = page.locator(".foot-count");
    await foot.getByText(`Visar ${MAX_ROWS} av ${TRIPS}`).waitFor();
    await page.locator(".figures").getByText(String(TRIPS), { exact: true }).first().waitFor();
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 30_000);
    await foot.getByText(`Visar ${TRIPS} av ${TRIPS}`).waitFor();
    assert.equal(await page.locator("[data-more]").count(), 0, "nothing is left to read");

    const plain = await desk.open({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${desk.product.origin}/admin?date=${DATE}`);
    await still.getByRole("link", { name: "Senare resor" }).click();
    await still.locator(".foot-count").getByText(`Visar 5 av ${TRIPS}`).waitFor();
    await still.getByText(`Kund ${TRIPS - 1}`).first().waitFor();
    await still.getByRole("link", { name: "Tidigare resor" }).waitFor();
  },
);
