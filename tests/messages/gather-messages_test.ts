// From what happens to a booking to the messages its customer gets, through the product's own feed and jobs.
import assert from "node:assert/strict";
import { changeDetails } from "../../lib/booking/change-details.ts";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { undoAct } from "../../lib/booking/undo-act.ts";
import { readRoomFeeds } from "../../lib/assembly/work.ts";
import { JOIN_MS } from "../../lib/messages/message-rules.ts";
import {
  anOutbox,
  driverFor,
  elsasBooking,
  operatorDoes,
  tell,
  toldOf,
} from "../support/outbox.ts";

const SARA = { kind: "operator", id: null, name: "Sara" } as const;

Deno.test("who books has the ticket's link by mail and SMS at once", async () => {
  await using test = await anOutbox();
  const { booking, link } = await elsasBooking(test);
  await tell(test);
  assert.deepEqual(
    await toldOf(test, booking.id),
    [
      "mail confirmation sent",
      "sms confirmation sent",
    ].sort(),
  );
  const [mail] = test.mail.sent;
  assert(mail?.channel === "mail");
  assert.equal(mail.to, "elsa@example.org");
  assert(mail.mail.text.includes(`/bookings/${link}`));
  assert(mail.mail.html.includes(`/bookings/${link}`));
  const [sms] = test.sms.sent;
  assert(sms?.channel === "sms");
  assert(sms.text.endsWith(`/bookings/${link}`));
});

Deno.test("what happens within one moment is one message, and says what was", async () => {
  await using test = await anOutbox();
  const { booking, link } = await elsasBooking(test);
  await tell(test);
  const { services } = test;
  await changeDetails(services, { link, phone: "+46701234567", flightNumber: "SK1436", note: "" });
  await tell(test, 5);
  await changeDetails(services, { link, phone: "+46701234567", flightNumber: "SK1437", note: "" });
  await tell(test, JOIN_MS / 1_000);
  const changes = (await toldOf(test, booking.id)).filter((one) => one.includes("change"));
  assert.deepEqual(changes, ["mail change sent"]);
  const [, mail] = test.mail.sent;
  assert(mail?.channel === "mail");
  assert.match(mail.mail.text, /Flyg: SK 1437 \(förut: inget\)/);
});

Deno.test("an act that is undone is never told, whatever was joined to it", async () => {
  await using test = await anOutbox();
  const { booking } = await elsasBooking(test);
  await tell(test);
  const act = await operatorDoes(test, booking.id, { type: "cancel", reason: "fel", feeOre: 0 });
  await readRoomFeeds(test.services);
  await undoAct(test.services, { id: act.id, actor: SARA });
  await tell(test, 60);
  assert.deepEqual(
    (await toldOf(test, booking.id)).filter((one) => !one.includes("confirm")),
    [
      "mail cancellation withdrawn",
      "sms cancellation withdrawn",
    ].sort(),
  );
  assert.equal(test.mail.sent.length, 1);
});

Deno.test("an operator's act is told once it can no longer be undone, and not before", async () => {
  await using test = await anOutbox();
  const { booking } = await elsasBooking(test);
  await tell(test);
  await operatorDoes(test, booking.id, { type: "cancel", reason: "fel", feeOre: 10_000 });
  await tell(test, 9);
  assert.equal(test.mail.sent.length, 1);
  await tell(test, 1);
  const [, mail] = test.mail.sent;
  assert(mail?.channel === "mail");
  assert.match(mail.mail.text, /Avbokningen kostar 100 kr\./);
  assert.equal(mail.mail.calendar?.method, "CANCEL");
});

Deno.test("a ride tells of its driver, its start and its arrival, each while it is so", async () => {
  await using test = await anOutbox({ now: "2026-11-24T08:00:00Z" });
  const { booking } = await elsasBooking(test);
  await tell(test);
  const driverId = await driverFor(test, booking);
  await operatorDoes(test, booking.id, { type: "assign", driverId });
  await tell(test, 30);
  test.clock.set("2026-11-24T08:50:00Z");
  await operatorDoes(test, booking.id, { type: "depart" });
  await tell(test, 11);
  await operatorDoes(test, booking.id, { type: "arrive" });
  await tell(test, 11);
  assert.deepEqual((await toldOf(test, booking.id)).toSorted(), [
    "mail confirmation sent",
    "mail driver sent",
    "mail on-the-way sent",
    "sms arrived sent",
    "sms confirmation sent",
    "sms on-the-way sent",
  ]);
});

Deno.test("a confirmation that could not leave before its ride was cancelled is not sent any more", async () => {
  await using test = await anOutbox();
  test.mail.answer = () => ({ kind: "retry-later", said: "down", afterMs: null });
  const { booking, link } = await elsasBooking(test);
  await tell(test);
  await cancelBooking(test.services, { link, reason: "", expectedFeeOre: 0 });
  test.mail.answer = () => ({ kind: "sent", reference: "" });
  await tell(test, 60);
  await tell(test, 60);
  const mails = (await toldOf(test, booking.id)).filter((one) => one.startsWith("mail"));
  assert.deepEqual(mails, ["mail confirmation withdrawn", "mail cancellation sent"]);
});
