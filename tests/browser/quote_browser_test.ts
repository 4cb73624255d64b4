// A price page that is left open: it counts down, is renewed in place when the price is over, and never sells the
// old one. The browser's clock and the product's are moved together.
import assert from "node:assert/strict";
import type { Page } from "npm:playwright-core@1.65.1";
import { formatMoney } from "../../lib/i18n/format.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import type { ManualClock } from "../../lib/kernel/clock.ts";
import { type Locale, LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { type Quote, QUOTE_TTL_MINUTES } from "../../lib/pricing/quote.ts";
import { tariffOn } from "../../lib/pricing/tariff-rules.ts";
import { browserTest } from "../support/chromium.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";
import { aVisitor, makeStage, type Visitor } from "./support/stage.ts";
import { plain } from "./support/ticket.ts";
import {
  bookButton,
  dayFromNow,
  MAJA,
  openMore,
  quotedPrice,
  ticketHeading,
  writeContact,
} from "./support/trips.ts";

const stage = makeStage();
const SIZES = [{ width: 360, height: 740 }, { width: 1360, height: 900 }];
let revision = 1;

for (const [i, locale] of LOCALES.entries()) {
  const { quote: words } = textsFor(locale);
  const viewport = SIZES[i % SIZES.length]!;

  browserTest(
    `the minutes of a price count down, and its next one comes in place, in ${locale}`,
    async () => {
      const { page, complaints } = await opened(locale, { viewport });
      const left = page.locator("[data-left]");
      await left.getByText("14").waitFor();
      await writeContact(page, locale);
      await openMore(page, locale);
      await page.getByLabel(words.note).fill("Portkod 1234");
      await page.getByRole("radio", { name: new RegExp(words.classes.van.name) }).check();
      await pass(page, QUOTE_TTL_MINUTES - 1, 30);
      await left.getByText(words.lastMinute.other.replace("{count}", "1")).waitFor();

      const before = plain(await quotedPrice(page));
      await page.getByLabel(words.note).focus();
      await dearerTariff(20_00);
      await pass(page, 1);
      const notice = page.getByRole("status").filter({ hasText: textAbout(words.stillYours) });
      await notice.waitFor();
      const now = plain(await quotedPrice(page));
      assert.notEqual(now, before);
      assert.match(plain(await notice.innerText()), new RegExp(words.causes.tariff));
      assert.ok(plain(await notice.innerText()).includes(now));
      assert.equal(await page.getByLabel(words.note).inputValue(), "Portkod 1234");
      assert.equal(await page.locator(":focus").getAttribute("name"), "note", "focus stays");
      assert.equal(await page.getByRole("radio", { checked: true }).getAttribute("value"), "van");

      const book = page.getByRole("button", { name: words.bookFor("").trim() });
      await book.click();
      await ticketHeading(page, locale).waitFor();
      await page.getByText("Portkod 1234").waitFor();
      assert.ok(plain(await page.getByRole("article").innerText()).includes(now));
      assert.deepEqual(complaints, []);
    },
  );

  browserTest(`a price that stays the same says so when it is renewed, in ${locale}`, async () => {
    const { page, quote } = await opened(locale);
    await pass(page, QUOTE_TTL_MINUTES, 1);
    const same = words.renewedSame(formatMoney(locale, quote.options[0]!.totalOre));
    await page.getByText(plain(same)).filter({ visible: true }).waitFor();
    await bookButton(page, locale).waitFor();
    const id = await page.locator("input[name=quoteId]").inputValue();
    assert.notEqual(id, quote.id);
  });

  browserTest(
    `without JavaScript a late press shows the new price with what was typed, in ${locale}`,
    async () => {
      const { page, quote } = await opened(locale, { javaScriptEnabled: false });
      await writeContact(page, locale);
      serverClock().advance({ minutes: QUOTE_TTL_MINUTES });
      await bookButton(page, locale).click();
      const same = words.renewedSame(formatMoney(locale, quote.options[0]!.totalOre));
      await page.getByText(plain(same)).filter({ visible: true }).waitFor();
      assert.equal(await page.getByLabel(words.name, { exact: true }).inputValue(), MAJA.name);
      assert.equal(await page.getByLabel(words.phone, { exact: true }).inputValue(), MAJA.phone);
      await bookButton(page, locale).click();
      await ticketHeading(page, locale).waitFor();
    },
  );
}

browserTest(
  "without a network the price is not renewed, and is as soon as there is one",
  async () => {
    const { page, quote } = await opened("sv");
    // The map opens by itself once the scripts run; without them nothing is renewed.
    await page.getByRole("img", { name: textsFor("sv").quote.mapLabel }).waitFor();
    await page.context().setOffline(true);
    await pass(page, QUOTE_TTL_MINUTES, 1);
    assert.equal(await page.locator("input[name=quoteId]").inputValue(), quote.id);
    await page.context().setOffline(false);
    await page.getByText(/^Priset är förnyat/).filter({ visible: true }).waitFor();
  },
);

browserTest(
  "a class without a car says when it has one, and leads to the price of that time",
  async () => {
    const words = textsFor("sv").quote;
    const wallTime = `${dayFromNow(12)}T06:40`;
    const quote = await aQuote(stage.app.services, { wallTime });
    const taken = async (): Promise<void> => {
      await aStoredBooking(stage.app.services, { wallTime, vehicleClass: "premium" });
      await taken();
    };
    await taken().catch(() => "every premium car is taken");
    const { page } = await aVisitor(stage);
    await page.goto(paths.quote(quote.id));
    const premium = page.getByRole("radio", { name: /Premium.*Närmast/ });
    await premium.check();
    await page.getByText(/Väljer du Premium flyttas hämtningen till \d\d\.\d\d\./).waitFor();
    await writeContact(page, "sv");
    await page.getByRole("button", { name: /^Byt till/ }).click();
    await page.getByText(/^Hämtningen är flyttad till/).filter({ visible: true }).waitFor();
    assert.equal(await page.getByLabel(words.name, { exact: true }).inputValue(), MAJA.name);
    assert.equal(await page.getByRole("radio", { checked: true }).getAttribute("value"), "premium");
    await bookButton(page, "sv").click();
    await ticketHeading(page, "sv").waitFor();
  },
);

/** The price page of a new quote, with a clock of its own that only `pass` moves. */
async function opened(
  locale: Locale,
  options: Parameters<typeof aVisitor>[1] = {},
): Promise<Visitor & { quote: Quote }> {
  const quote = await aQuote(stage.app.services, { wallTime: `${dayFromNow(11)}T13:00` });
  const visitor = await aVisitor(stage, options);
  if (options.javaScriptEnabled !== false) await visitor.page.clock.install();
  await visitor.page.goto(`${paths.quote(quote.id)}?lang=${locale}`);
  return { ...visitor, quote };
}

async function pass(page: Page, minutes: number, seconds = 0): Promise<void> {
  serverClock().advance({ minutes, seconds });
  await page.clock.runFor((minutes * 60 + seconds) * 1_000);
}

/** The product's clock, which a served app lets a test move. */
function serverClock(): ManualClock {
  return stage.app.services.clock as ManualClock;
}

/** A new revision of the tariff in force, dearer between zones. */
async function dearerTariff(byOre: number): Promise<void> {
  const { tariffs } = stage.app.services;
  const now = tariffOn(await tariffs.list(), dayFromNow(11));
  assert.ok(now !== null);
  const version = `${now.validFrom}.${++revision}`;
  await tariffs.save({
    ...now,
    version,
    fixedPrices: now.fixedPrices.map((price) => ({
      ...price,
      priceOre: Object.fromEntries(
        Object.entries(price.priceOre).map(([name, ore]) => [name, ore + byOre]),
      ),
    })),
  });
}

function textAbout(words: string): RegExp {
  return new RegExp(words.split(",")[0] ?? words);
}
