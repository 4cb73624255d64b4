import assert from "node:assert/strict";
import type { Locator, Page } from "npm:playwright-core@1.65.1";
import { paths } from "../../lib/kernel/paths.ts";
import { boardTexts } from "../../lib/i18n/board-texts.ts";
import { formatReference } from "../../lib/i18n/format.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, type Visitor } from "./support/stage.ts";
import { bookingOf } from "./support/ticket.ts";
import { airportTrip, bookTrip, dayFromNow } from "./support/trips.ts";

const stage = makeStage();
const { booking: ticket } = textsFor("sv");
const board = boardTexts("sv");

browserTest("a customer's booking and its cancellation reach every open board", async () => {
  const date = dayFromNow(3);
  const karin = await anOperator("Karin", date);
  const olle = await anOperator("Olle", date);
  const customer = await aVisitor(stage);
  const name = "Astrid Ek";
  await Promise.all([karin, olle].map(({ page }) => page.getByText(board.table.empty).waitFor()));

  await bookTrip(customer.page, "sv", airportTrip({ date }), { name, phone: "070-222 33 44" });
  for (const { page } of [karin, olle]) {
    const row = tripRow(page, name);
    await row.getByText(board.status.confirmed).waitFor();
    assert.equal(await row.count(), 1);
  }

  await customer.page.getByRole("link", { name: ticket.cancel, exact: true }).click();
  await customer.page.getByRole("button", { name: ticket.cancelConfirm }).click();
  await customer.page.getByRole("heading", { name: ticket.heading.cancelled }).waitFor();
  for (const { page, complaints } of [karin, olle]) {
    await tripRow(page, name).getByText(board.status.cancelled).waitFor();
    assert.equal(await tripRow(page, name).count(), 1);
    assert.deepEqual(complaints, []);
  }
});

browserTest("a customer's booking can be found on the board by its reference", async () => {
  const date = dayFromNow(4);
  const customer = await aVisitor(stage);
  await bookTrip(customer.page, "sv", airportTrip({ date }));
  const { reference, contact } = await bookingOf(stage.app.services, customer.page);
  const karin = await anOperator("Karin", dayFromNow(1));
  await karin.page.getByLabel(board.search.label).fill(formatReference(reference));
  await tripRow(karin.page, contact.name).waitFor();
});

browserTest("a board that was cut off shows each missed booking once", async () => {
  const date = dayFromNow(5);
  const karin = await anOperator("Karin", date);
  const customer = await aVisitor(stage);
  const { page } = karin;
  await bookTrip(customer.page, "sv", airportTrip({ date }), aContact("Bo Ask"));
  await tripRow(page, "Bo Ask").waitFor();

  await page.context().setOffline(true);
  stage.app.services.streams.endAll();
  await page.getByText(board.live.justNow).first().waitFor({ state: "hidden" });
  for (const [at, name] of ["Cilla Björk", "David Ceder"].entries()) {
    await bookTrip(customer.page, "sv", airportTrip({ date, time: `1${at}:30` }), aContact(name));
  }
  assert.equal(await tripRow(page, "Cilla Björk").count(), 0, "the board is cut off");

  await page.context().setOffline(false);
  for (const name of ["Bo Ask", "Cilla Björk", "David Ceder"]) {
    await tripRow(page, name).waitFor();
    assert.equal(await tripRow(page, name).count(), 1, name);
  }
  await page.getByText(board.live.justNow).first().waitFor();
});

/** An operator who used their link and looks at a day that is live. */
async function anOperator(name: string, date: string): Promise<Visitor> {
  const visitor = await aVisitor(stage);
  const { page } = visitor;
  await page.goto(await stage.app.operatorLink(name));
  await page.getByRole("button", { name: board.access.enterButton }).click();
  await page.waitForURL(`**${paths.admin()}`);
  await page.goto(paths.admin({ date }));
  await page.getByText(board.live.justNow).first().waitFor();
  return visitor;
}

function tripRow(page: Page, customer: string): Locator {
  return page.getByRole("row").filter({ hasText: customer });
}

function aContact(name: string) {
  return { name, phone: "070-333 44 55" };
}
