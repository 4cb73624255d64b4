// A ticket that is open while its ride happens: on a phone and on a wide screen, in both schemes and languages.
import assert from "node:assert/strict";
import axe from "npm:axe-core@4.14.1";
import type { Page } from "npm:playwright-core@1.65.1";
import { changeBooking, type OperatorCommand } from "../../lib/booking/change-booking.ts";
import { cancelBookingAsOperator } from "../../lib/booking/cancel-booking.ts";
import { quoteReschedule, rescheduleBooking } from "../../lib/booking/reschedule-booking.ts";
import type { Booking } from "../../lib/booking/booking.ts";
import { formatTime } from "../../lib/i18n/format.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { carOf } from "../../lib/ticket/ticket-car.ts";
import { browserTest } from "../support/chromium.ts";
import { aStoredBooking, aTrip } from "../support/trips.ts";
import { aVisitor, makeStage } from "./support/stage.ts";

const stage = makeStage();

const SCREENS = [
  { width: 360, scheme: "light", locale: "sv" },
  { width: 360, scheme: "dark", locale: "en" },
  { width: 1360, scheme: "dark", locale: "sv" },
  { width: 1360, scheme: "light", locale: "en" },
] as const;

for (const { width, scheme, locale } of SCREENS) {
  browserTest(
    `a ride is followed from the booking to the door, ${width} px, ${scheme}, ${locale}`,
    async () => {
      const { booking, link } = await aStoredBooking(stage.app.services);
      const { page, complaints } = await aVisitor(stage, {
        viewport: { width, height: 900 },
        colorScheme: scheme,
        reducedMotion: "reduce",
      });
      await page.goto(`${paths.booking(link)}?lang=${locale}`);
      const { ticket, booking: texts } = textsFor(locale);
      await page.getByText(ticket.live).waitFor();
      await page.getByText(ticket.noDriver).waitFor();
      await assertFine(page);

      const assigned = await act(booking, { type: "assign", driverId: await driverOf(booking) });
      const car = await carOf(stage.app.services, assigned);
      assert(car !== null && car.driver !== "");
      await page.locator(".car-card").getByText(car.registration, { exact: true }).waitFor();
      assert.match(await page.locator(".car-card").innerText(), new RegExp(car.driver));
      await mainLink(page, ticket.callCar("031-390 06 10")).waitFor();
      await assertFine(page);

      for (const [type, step] of [["depart", "en-route"], ["arrive", "arrived"]] as const) {
        await act(booking, { type });
        await page.getByRole("heading", { level: 1, name: texts.heading[step] }).waitFor();
        const now = page.locator('.progress [aria-current="step"]');
        assert.equal(await now.innerText(), ticket.steps[step]);
      }
      await assertFine(page);
      await act(booking, { type: "board" });
      await act(booking, { type: "complete" });
      await page.getByRole("heading", { level: 1, name: texts.heading.completed }).waitFor();
      await page.getByRole("link", { name: ticket.return }).waitFor();
      assert.equal(await page.getByText(ticket.live).count(), 0, "nothing more is followed");
      await assertFine(page);
      assert.deepEqual(complaints, []);
    },
  );
}

for (const locale of LOCALES) {
  const { ticket, booking: texts, quote } = textsFor(locale);

  browserTest(
    `a new time and a cancellation by us appear, and focus stays where it was, in ${locale}`,
    async () => {
      const { services } = stage.app;
      const { booking, link } = await aStoredBooking(services);
      const { page } = await aVisitor(stage);
      await page.goto(`${paths.booking(link)}?lang=${locale}`);
      await page.getByText(ticket.live).waitFor();
      const details = page.getByRole("link", { name: ticket.details });
      await details.focus();
      const { pickup } = aTrip({ wallTime: "2026-11-24T13:15" });
      const moved = await quoteReschedule(services, { link, pickup });
      await rescheduleBooking(services, { link, quoteId: moved.id });
      await page.locator(".ticket-time").getByText(formatTime(locale, "2026-11-24T13:15"))
        .waitFor();
      assert.equal(await details.evaluate((link) => link === document.activeElement), true);
      await cancelBookingAsOperator(services, {
        bookingId: booking.id,
        reason: "",
        feeOre: 0,
        actor: { kind: "operator", id: null, name: "Sara" },
        expectedVersion: 2,
      });
      await page.getByRole("heading", { level: 1, name: texts.heading.cancelled }).waitFor();
      const file = page.getByRole("link", { name: ticket.calendarOff });
      assert.equal(await file.getAttribute("href"), paths.bookingCalendar(link));
      await page.getByRole("link", { name: ticket.again }).click();
      await page.waitForURL("**/?from=*");
    },
  );

  browserTest(
    `without a network the page says how old it is, and comes back by itself, in ${locale}`,
    async () => {
      const { booking, link } = await aStoredBooking(stage.app.services);
      const { page } = await aVisitor(stage);
      await page.goto(`${paths.booking(link)}?lang=${locale}`);
      await page.getByText(ticket.live).waitFor();
      await page.context().setOffline(true);
      stage.app.services.tickets.endAll();
      const words = ticket.offline("§").split("§")[1] ?? "";
      await page.getByText(words.trim()).waitFor();
      await act(booking, { type: "assign", driverId: await driverOf(booking) });
      await page.context().setOffline(false);
      await page.getByText(texts.status.assigned, { exact: true }).first().waitFor();
      await page.getByText(ticket.live).waitFor();
    },
  );

  browserTest(`phone number and message are corrected, in ${locale}`, async () => {
    const { services } = stage.app;
    const { booking, link } = await aStoredBooking(services);
    const viewport = { width: locale === "sv" ? 360 : 1360, height: 740 };
    const { page, complaints } = await aVisitor(stage, { viewport });
    await page.goto(`${paths.booking(link)}?lang=${locale}`);
    await page.getByRole("link", { name: ticket.details }).click();
    await page.getByLabel(quote.phone, { exact: true }).fill("112");
    await page.getByRole("button", { name: ticket.detailsSave }).click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel(quote.phone, { exact: true }).fill("070-999 99 99");
    await page.getByLabel(new RegExp(texts.note)).fill("Vid grinden");
    await page.getByRole("button", { name: ticket.detailsSave }).click();
    await page.waitForURL(`**${paths.booking(link)}`);
    await page.getByText("Vid grinden").waitFor();
    const stored = await services.bookings.get(booking.id);
    assert.equal(stored?.booking.contact.phone, "+46709999999");
    assert.deepEqual(complaints, []);
  });
}

browserTest("where no stream can be had, the page asks and is renewed all the same", async () => {
  const { booking, link } = await aStoredBooking(stage.app.services);
  const { page } = await aVisitor(stage);
  await page.route(`**${paths.api.bookingEvents(link)}`, (route) => route.fulfill({ status: 503 }));
  await page.goto(paths.booking(link));
  const { ticket } = textsFor("sv");
  await act(booking, { type: "assign", driverId: await driverOf(booking) });
  await mainLink(page, ticket.callCar("031-390 06 10")).waitFor();
  await page.getByText(ticket.live).waitFor();
});

for (const { width, scheme, locale } of SCREENS.slice(1, 3)) {
  browserTest(
    `a ticket is found by its code and phone number, ${width} px, ${scheme}, ${locale}`,
    async () => {
      const { booking, link } = await aStoredBooking(stage.app.services);
      const { page, complaints } = await aVisitor(stage, {
        viewport: { width, height: 740 },
        colorScheme: scheme,
      });
      const { shell, booking: texts, quote } = textsFor(locale);
      await page.goto(`${paths.home()}?lang=${locale}`);
      await page.getByRole("banner").getByRole("link", { name: shell.myTicket }).click();
      await page.getByLabel(texts.reference, { exact: true }).fill(booking.reference.toLowerCase());
      await page.getByLabel(quote.phone, { exact: true }).fill("070-123 45 67");
      await page.getByRole("button", { name: texts.findSubmit }).click();
      await page.waitForURL(`**${paths.booking(link)}`);
      assert.deepEqual(complaints, []);
    },
  );
}

async function act({ id }: Booking, command: OperatorCommand): Promise<Booking> {
  const { services } = stage.app;
  const stored = await services.bookings.get(id);
  const expectedVersion = stored?.booking.version ?? 0;
  const actor = { kind: "operator", id: null, name: "Sara" } as const;
  return await changeBooking(services, { bookingId: id, command, actor, expectedVersion });
}

/** The driver of the car that is reserved: any other may be taken. */
async function driverOf({ reservation }: Booking) {
  const drivers = await stage.app.services.fleet.drivers();
  const driver = drivers.find(({ vehicleId }) => vehicleId === reservation.vehicleId);
  assert(driver !== undefined);
  return driver.id;
}

/** Nothing is out of reach for anybody, and nothing sticks out. */
async function assertFine(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document)
  );
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0]?.html]), []);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert(wider <= 0, `${wider} px stick out`);
}

/** A link of the page itself: the header has one to our number too. */
function mainLink(page: Page, name: string) {
  return page.getByRole("main").getByRole("link", { name });
}
