import assert from "node:assert/strict";
import type { Locator, Page } from "npm:playwright-core@1.65.1";
import { paths } from "../../lib/kernel/paths.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, openHome } from "./support/stage.ts";
import {
  airportTrip,
  askPrice,
  bookButton,
  dayFromNow,
  MAJA,
  openMore,
  showPrice,
  ticketHeading,
  tripField,
  tripValue,
  writeContact,
  writeTrip,
} from "./support/trips.ts";

const stage = makeStage();
const { booking: ticket, quote, trip: words } = textsFor("sv");

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  browserTest(`a double click makes one booking, ${how} JavaScript`, async () => {
    const visitor = await aVisitor(stage, { javaScriptEnabled });
    const { page } = visitor;
    const date = dayFromNow(javaScriptEnabled ? 3 : 4);
    await askPrice(page, "sv", airportTrip({ date }));
    await writeContact(page, "sv");
    await bookButton(page, "sv").dblclick();
    await ticketHeading(page, "sv").waitFor();
    assert.equal((await stage.app.bookingsOn(date)).length, 1);
  });

  browserTest(`Enter and a click make one booking, ${how} JavaScript`, async () => {
    const visitor = await aVisitor(stage, { javaScriptEnabled });
    const { page } = visitor;
    const date = dayFromNow(javaScriptEnabled ? 5 : 6);
    await askPrice(page, "sv", airportTrip({ date }));
    await writeContact(page, "sv");
    const box = await bookButton(page, "sv").boundingBox();
    assert.ok(box !== null, "the button is in sight");
    await page.getByLabel(quote.phone, { exact: true }).press("Enter", { noWaitAfter: true });
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await ticketHeading(page, "sv").waitFor();
    assert.equal((await stage.app.bookingsOn(date)).length, 1);
  });

  browserTest(
    `a form sent again from the page before makes one booking, ${how} JavaScript`,
    async () => {
      const visitor = await aVisitor(stage, { javaScriptEnabled });
      const { page } = visitor;
      const date = dayFromNow(javaScriptEnabled ? 7 : 8);
      await askPrice(page, "sv", airportTrip({ date }));
      await writeContact(page, "sv");
      await bookButton(page, "sv").click();
      await ticketHeading(page, "sv").waitFor();
      const first = page.url();
      await page.goBack();
      await again(page);
      assert.equal((await stage.app.bookingsOn(date)).length, 1);
      assert.ok(page.url() === first || page.url().includes(paths.quotes()), "no second ticket");
    },
  );
}

browserTest("a form that reaches the server twice at once makes one booking", async () => {
  const visitor = await aVisitor(stage);
  const { page } = visitor;
  const date = dayFromNow(9);
  await askPrice(page, "sv", airportTrip({ date }));
  await writeContact(page, "sv");
  const locations: (string | undefined)[] = [];
  await page.route(isPurchase, async (route) => {
    // What the browser says of where a form comes from, it says after this point.
    const headers = { ...route.request().headers(), origin: stage.app.origin };
    const send = () => route.fetch({ maxRedirects: 0, headers });
    const answers = await Promise.all([send(), send(), send()]);
    locations.push(...answers.map((answer) => answer.headers()["location"]));
    await route.fulfill({ response: answers[0] });
  });
  await bookButton(page, "sv").click();
  await ticketHeading(page, "sv").waitFor();
  assert.equal((await stage.app.bookingsOn(date)).length, 1);
  assert.equal(locations.length, 3);
  assert.equal(new Set(locations).size, 1, "every answer leads to the one ticket");
});

browserTest(
  "one price bought in two tabs makes one booking, and the other tab says so",
  async () => {
    const visitor = await aVisitor(stage);
    const { page } = visitor;
    const date = dayFromNow(10);
    await askPrice(page, "sv", airportTrip({ date }));
    await writeContact(page, "sv");
    const other = await page.context().newPage();
    await other.goto(page.url());
    await writeContact(other, "sv");
    await bookButton(page, "sv").click();
    await ticketHeading(page, "sv").waitFor();
    await bookButton(other, "sv").click();
    await other.getByRole("heading", { name: quote.usedTitle }).waitFor();
    assert.equal((await stage.app.bookingsOn(date)).length, 1);
  },
);

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  browserTest(`going back from the price keeps the trip, ${how} JavaScript`, async () => {
    const visitor = await aVisitor(stage, { javaScriptEnabled });
    const { page } = visitor;
    const trip = airportTrip({ time: "16:35" });
    await askPrice(page, "sv", trip);
    await page.goBack();
    await assertTripStands(page, trip);
    await showPrice(page, "sv");
    await bookButton(page, "sv").waitFor();
  });

  browserTest(`going to the terms and back keeps the contact, ${how} JavaScript`, async () => {
    const visitor = await aVisitor(stage, { javaScriptEnabled });
    const { page } = visitor;
    await askPrice(page, "sv", airportTrip());
    await page.getByRole("radio", { name: new RegExp(quote.classes.van.name) }).check();
    await writeContact(page, "sv");
    await openMore(page, "sv");
    await page.getByLabel(quote.note).fill("Portkod 1234");
    await page.getByRole("link", { name: quote.termsLink, exact: true }).click();
    await page.waitForURL(`**${paths.terms()}`);
    await page.goBack();
    await assertContactStands(page);
  });
}

browserTest("reloading the price page keeps the contact", async () => {
  const visitor = await aVisitor(stage);
  const { page } = visitor;
  await askPrice(page, "sv", airportTrip());
  // The map opens by itself once the script runs.
  await page.getByRole("img", { name: quote.mapLabel }).waitFor();
  await page.getByRole("radio", { name: new RegExp(quote.classes.van.name) }).check();
  await writeContact(page, "sv");
  await openMore(page, "sv");
  await page.getByLabel(quote.note).fill("Portkod 1234");
  await page.reload();
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>("#name")?.value);
  await assertContactStands(page);
});

browserTest("reloading the start page keeps the trip", async () => {
  const visitor = await aVisitor(stage);
  const { page } = visitor;
  const trip = airportTrip({ time: "17:05" });
  await openHome(page, "sv");
  // The draft is kept by the script: it is there once the field suggests places.
  await page.getByRole("combobox", { name: words.from, exact: true }).waitFor();
  await writeTrip(page, "sv", trip);
  await page.reload();
  await page.getByRole("combobox", { name: words.from, exact: true }).waitFor();
  await assertTripStands(page, trip);
});

browserTest("changing the trip from the price page keeps the trip", async () => {
  const visitor = await aVisitor(stage);
  const { page } = visitor;
  const trip = airportTrip({ time: "18:20" });
  await askPrice(page, "sv", trip);
  await page.getByRole("link", { name: quote.changeTrip }).click();
  await assertTripStands(page, trip);
});

/** True for the address a price is bought at. */
function isPurchase(url: URL): boolean {
  return url.pathname === paths.bookings();
}

/** Sends whatever form the page before shows, as far as it still shows one. */
async function again(page: Page): Promise<void> {
  const used = page.getByRole("heading", { name: quote.usedTitle });
  await bookButton(page, "sv").or(used).waitFor();
  if (await used.isVisible()) return;
  await writeContact(page, "sv");
  await bookButton(page, "sv").click();
  await page.getByText(ticket.confirmedTitle).or(used).first().waitFor();
}

async function assertTripStands(page: Page, trip: ReturnType<typeof airportTrip>): Promise<void> {
  for (const name of ["from", "to", "date", "time"] as const) {
    await filled(tripField(page, "sv", name), trip[name]);
    assert.equal(await tripValue(page, "sv", name), trip[name], name);
  }
}

/** Waits until `field` holds `value`, which is when the page's script has come; what stands there instead is asserted. */
async function filled(field: Locator, value: string): Promise<void> {
  const input = await field.elementHandle();
  await field.page().waitForFunction(
    ([input, value]) =>
      (input as HTMLInputElement | null)?.value.replace(".", ":") === value.replace(".", ":"),
    [input, value] as const,
  ).catch(() => {});
}

async function assertContactStands(page: Page): Promise<void> {
  await filled(page.getByLabel(quote.name, { exact: true }), MAJA.name);
  assert.equal(await page.getByLabel(quote.name, { exact: true }).inputValue(), MAJA.name);
  assert.equal(await page.getByLabel(quote.phone, { exact: true }).inputValue(), MAJA.phone);
  assert.equal(await page.getByLabel(quote.note).inputValue(), "Portkod 1234");
  const van = page.getByRole("radio", { name: new RegExp(quote.classes.van.name) });
  assert.equal(await van.isChecked(), true);
}
