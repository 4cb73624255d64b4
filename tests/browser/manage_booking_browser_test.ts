import assert from "node:assert/strict";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { findBookingByLink } from "../../lib/booking/find-booking.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { formatMoment, formatMoney, formatTime } from "../../lib/i18n/format.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { pickupTimeAt } from "../../lib/kernel/wall-time.ts";
import { browserTest } from "../support/chromium.ts";
import { aQuote, MAJA } from "../support/trips.ts";
import { aVisitor, makeStage } from "./support/stage.ts";
import { bookingOf, linkOf, onTicket, plain } from "./support/ticket.ts";
import { airportTrip, bookTrip, dayFromNow, writePickup } from "./support/trips.ts";

const stage = makeStage();

for (const locale of LOCALES) {
  const { booking: words } = textsFor(locale);

  for (const javaScriptEnabled of [true, false]) {
    const how = `${javaScriptEnabled ? "with" : "without"} JavaScript, in ${locale}`;

    browserTest(`a ride moves once its new price is accepted, ${how}`, async () => {
      const visitor = await aVisitor(stage, { javaScriptEnabled });
      const { page, complaints } = visitor;
      const [date, newDate] = [dayFromNow(3), dayFromNow(6)];
      await bookTrip(page, locale, airportTrip({ date }));
      const before = await bookingOf(stage.app.services, page);
      const link = linkOf(page);

      await page.getByRole("link", { name: words.changeTime }).click();
      // At night a surcharge is added: the new price is another one.
      await writePickup(page, locale, { date: newDate, time: "23:45" });
      await page.getByRole("button", { name: words.showNewPrice }).click();
      const shown = async (term: string) =>
        plain(
          await page.locator("dl.new-price > div")
            .filter({ has: page.getByText(term, { exact: true }) })
            .getByRole("definition").innerText(),
        );
      const oldPrice = await shown(words.oldPrice);
      const newPrice = await shown(words.newPrice);
      assert.equal(oldPrice, plain(formatMoney(locale, before.trip.totalOre)));
      const unmoved = await findBookingByLink(stage.app.services, link);
      assert.deepEqual(unmoved.booking.trip, before.trip, "looking at a price moves nothing");

      const moment = formatMoment(locale, `${newDate}T23:45`, dayFromNow(0));
      await page.getByRole("button", { name: words.confirmNewTime(moment) }).click();
      await page.waitForURL(`**${paths.booking(link)}`);
      const { booking } = await findBookingByLink(stage.app.services, link);
      assert.equal(booking.trip.pickup.wallTime.slice(0, 16), `${newDate}T23:45`);
      assert.equal(plain(formatMoney(locale, booking.trip.totalOre)), newPrice);
      assert.notEqual(newPrice, oldPrice);
      await page.locator(".ticket-head").getByText(formatTime(locale, `${newDate}T23:45`))
        .waitFor();
      assert.ok((await onTicket(page, words.price)).startsWith(newPrice));
      assert.deepEqual(complaints, []);
    });

    browserTest(`cancelling in good time is free, ${how}`, async () => {
      const visitor = await aVisitor(stage, { javaScriptEnabled });
      const { page, complaints } = visitor;
      await bookTrip(page, locale, airportTrip({ date: dayFromNow(4) }));
      const link = linkOf(page);
      await page.getByRole("link", { name: words.cancel, exact: true }).click();
      await page.getByText(words.cancelFree).waitFor();
      await page.getByLabel(words.cancelReason).fill("Flyget är inställt");
      await page.getByRole("button", { name: words.cancelConfirm, exact: true }).click();

      await page.getByRole("heading", { name: words.heading.cancelled }).waitFor();
      await page.getByText(words.cancelledFree).waitFor();
      for (const name of [words.cancel, words.changeTime, textsFor(locale).ticket.calendar]) {
        assert.equal(await page.getByRole("link", { name, exact: true }).count(), 0, name);
      }
      const { booking } = await findBookingByLink(stage.app.services, link);
      assert.equal(booking.status, "cancelled");
      assert.ok(booking.status === "cancelled" && booking.cancellation.feeOre === 0);
      assert.deepEqual(complaints, []);
    });
  }

  browserTest(
    `a late cancellation names its fee before it is confirmed, in ${locale}`,
    async () => {
      const visitor = await aVisitor(stage);
      const { page } = visitor;
      const link = await bookedForSoon();
      await page.goto(`${paths.booking(link)}?lang=${locale}`);
      const { booking: before } = await findBookingByLink(stage.app.services, link);
      const fee = formatMoney(locale, Math.floor(before.trip.totalOre / 200) * 100);
      await page.getByText(words.cancellation.costsNow(fee)).waitFor();
      assert.equal(await page.getByRole("link", { name: words.changeTime }).count(), 0);

      await page.getByRole("link", { name: words.cancel, exact: true }).click();
      await page.getByText(words.cancelFee(fee)).waitFor();
      await page.getByRole("link", { name: words.keepRide }).click();
      await page.waitForURL(`**${paths.booking(link)}`);
      const kept = await findBookingByLink(stage.app.services, link);
      assert.equal(kept.booking.status, "confirmed");

      await page.getByRole("link", { name: words.cancel, exact: true }).click();
      await page.getByRole("button", { name: words.cancelConfirmFee(fee) }).click();
      await page.getByRole("heading", { name: words.heading.cancelled }).waitFor();
      await page.getByText(words.cancelledFee(fee)).waitFor();
    },
  );

  browserTest(`a ticket that was cancelled elsewhere says so, in ${locale}`, async () => {
    const visitor = await aVisitor(stage);
    const { page } = visitor;
    await bookTrip(page, locale, airportTrip({ date: dayFromNow(5) }));
    const other = await page.context().newPage();
    await other.goto(page.url());
    const pages = [page, other];
    for (const each of pages) {
      await each.getByRole("link", { name: words.cancel, exact: true }).click();
      await each.getByText(words.cancelFree).waitFor();
    }
    await page.getByRole("button", { name: words.cancelConfirm, exact: true }).click();
    await page.getByRole("heading", { name: words.heading.cancelled }).waitFor();
    await other.getByRole("link", { name: words.toTicket }).click();
    await other.getByRole("heading", { name: words.heading.cancelled }).waitFor();
    await other.goto(paths.cancelBooking(linkOf(page)));
    await other.getByRole("heading", { name: words.cannotCancelTitle }).waitFor();
  });
}

/** The link of a ride in 40 minutes, booked three hours ago. */
async function bookedForSoon(): Promise<string> {
  const now = stage.app.services.clock.now();
  const earlier = {
    ...stage.app.services,
    clock: manualClock(now.subtract({ hours: 3 }).toString()),
  };
  const pickup = pickupTimeAt(now.add({ minutes: 40 }));
  const quote = await aQuote(earlier, { pickup });
  const { link } = await createBooking(earlier, {
    quoteId: quote.id,
    vehicleClass: "premium",
    contact: MAJA,
    flightNumber: "",
    note: "",
    locale: "sv",
    idempotencyKey: crypto.randomUUID(),
  });
  return link;
}
