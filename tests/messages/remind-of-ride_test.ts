// Reminders of rides, through the product's own feed and jobs: for who said yes, once, and for the time that holds.
import assert from "node:assert/strict";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { REMIND_MS } from "../../lib/messages/remind-of-ride.ts";
import { recordConsent } from "../../lib/privacy/record-consent.ts";
import { anOutbox, ELSA, elsasBooking, type Outbox, tell, toldOf } from "../support/outbox.ts";

Deno.test("who said yes is reminded once before the ride, by mail, with the ticket's link", async () => {
  await using test = await anOutbox();
  const { booking, link } = await elsasBooking(test);
  await say(test, true);
  await tell(test);
  await untilReminder(test, booking.trip.pickup.instant, -60);
  assert.deepEqual(await reminders(test, booking.id), []);
  await tell(test, 60);
  await tell(test, 60);
  assert.deepEqual(await reminders(test, booking.id), ["mail reminder sent"]);
  const mail = test.mail.sent.at(-1);
  assert(mail?.channel === "mail" && mail.to === ELSA.email);
  assert(mail.mail.text.includes(`/bookings/${link}`));
});

Deno.test("who was never asked, or said no since, is not reminded", async () => {
  for (const said of [[], [true, false]]) {
    await using test = await anOutbox();
    const { booking } = await elsasBooking(test);
    await tell(test);
    for (const granted of said) await say(test, granted);
    await untilReminder(test, booking.trip.pickup.instant, 60);
    assert.deepEqual(await reminders(test, booking.id), []);
  }
});

Deno.test("who says yes after they booked is reminded, too", async () => {
  await using test = await anOutbox();
  const { booking } = await elsasBooking(test);
  await tell(test);
  await say(test, true);
  await untilReminder(test, booking.trip.pickup.instant, 60);
  await tell(test);
  assert.deepEqual(await reminders(test, booking.id), ["mail reminder sent"]);
});

Deno.test("a ride that was cancelled is nobody's to be reminded of", async () => {
  await using test = await anOutbox();
  const { booking, link } = await elsasBooking(test);
  await say(test, true);
  await tell(test);
  await cancelBooking(test.services, { link, reason: "", expectedFeeOre: 0 });
  await untilReminder(test, booking.trip.pickup.instant, 60);
  assert.deepEqual(await reminders(test, booking.id), []);
});

async function say({ services, clock }: Outbox, granted: boolean): Promise<void> {
  clock.advance({ seconds: 1 });
  await recordConsent(services, {
    subject: { kind: "guest", reach: { kind: "email", at: ELSA.email } },
    ...{ purpose: "reminders", granted, locale: "sv", surface: "guest" },
  });
}

/** Goes to the moment of the reminder, or some seconds before or after it. */
async function untilReminder(test: Outbox, pickup: string, seconds: number): Promise<void> {
  const dueMs = Date.parse(pickup) - REMIND_MS + seconds * 1_000;
  await tell(test, (dueMs - test.clock.now().epochMilliseconds) / 1_000);
}

async function reminders(test: Outbox, id: Parameters<typeof toldOf>[1]): Promise<string[]> {
  return (await toldOf(test, id)).filter((one) => one.includes("reminder"));
}
