// What follows a ticket: the same ride once more, the way back, and the calendar of a ride that is off.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aQuote, aStoredBooking, OSTRA_HAMNGATAN } from "../support/trips.ts";
import { readCalendar } from "./support/calendar-file.ts";
import { aVisitor, makeStage } from "./support/stage.ts";
import { bookButton, dayFromNow, showPrice, tripValue, writePickup } from "./support/trips.ts";

const stage = makeStage();
const SCREENS = [
  { viewport: { width: 360, height: 740 }, locale: "sv" },
  { viewport: { width: 1360, height: 900 }, locale: "en" },
] as const;

/** A stop the form need not ask about. */
const CROSSING = { ...OSTRA_HAMNGATAN, placeId: "street:ostra-hamngatan~kyrkogatan" };

for (const { viewport, locale } of SCREENS) {
  const { ticket } = textsFor(locale);
  const where = `${viewport.width} px, in ${locale}`;

  browserTest(`the way back is asked for with both ends changed, ${where}`, async () => {
    const { services } = stage.app;
    const quote = await aQuote(services, { to: CROSSING });
    const { link } = await aStoredBooking(services, { quote });
    const { page, complaints } = await aVisitor(stage, { viewport });
    await page.goto(`${paths.booking(link)}?lang=${locale}`);
    await page.getByRole("link", { name: ticket.return, exact: true }).click();
    assert.match(await tripValue(page, locale, "from"), /^Östra Hamngatan/);
    assert.match(await tripValue(page, locale, "to"), /^(Göteborg )?Landvetter/);
    await writePickup(page, locale, { date: dayFromNow(3), time: "13:00" });
    await showPrice(page, locale);
    await bookButton(page, locale).waitFor();
    assert.deepEqual(complaints, []);
  });

  browserTest(`a ride that is off leaves the calendar, and is booked again, ${where}`, async () => {
    const { booking, link } = await aStoredBooking(stage.app.services);
    await cancelBooking(stage.app.services, { link, reason: "", expectedFeeOre: 0 });
    const { page, complaints } = await aVisitor(stage, { viewport });
    await page.goto(`${paths.booking(link)}?lang=${locale}`);
    const off = page.getByRole("link", { name: ticket.calendarOff });
    const [download] = await Promise.all([page.waitForEvent("download"), off.click()]);
    const { properties } = readCalendar(await readFile(await download.path()));
    assert.equal(properties.get("STATUS"), "CANCELLED");
    assert.equal(properties.get("UID"), `${booking.id}@avanti`);
    assert.equal(properties.get("SEQUENCE"), "1", "later than the file of the booking");

    await page.getByRole("link", { name: ticket.again, exact: true }).click();
    assert.match(await tripValue(page, locale, "from"), /^(Göteborg )?Landvetter/);
    assert.match(await tripValue(page, locale, "to"), /^Östra Hamngatan/);
    assert.deepEqual(complaints, []);
  });
}
