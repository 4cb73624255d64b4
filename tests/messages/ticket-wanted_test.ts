// A lost link is sent again to whoever booked, and whoever asks learns nothing by it.
import assert from "node:assert/strict";
import { readReach } from "../../lib/accounts/reach.ts";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { askForTickets, WANTED_LIMIT } from "../../lib/messages/ticket-wanted.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { anOutbox, elsasBooking, type Outbox, tell } from "../support/outbox.ts";
import { refusal } from "../support/refusal.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

Deno.test("the links of all rides ahead are sent where they were asked for, and nowhere else", async () => {
  await using test = await anOutbox();
  const first = await elsasBooking(test);
  const second = await elsasBooking(test, { wallTime: "2026-11-25T10:00" });
  const off = await elsasBooking(test, { wallTime: "2026-11-26T10:00" });
  await cancelBooking(test.services, { link: off.link, reason: "", expectedFeeOre: 0 });
  const other = { ...MAJA, name: "Ali", email: "ali@example.org", phone: "+46701740609" };
  await aStoredBooking(test.services, { contact: other, wallTime: "2026-11-27T10:00" });
  await tell(test);
  test.mail.sent.length = test.sms.sent.length = 0;
  await ask(test, " ELSA@example.org ");
  await tell(test);
  const mails = test.mail.sent.map((sent) => sent.channel === "mail" ? sent.mail.text : "");
  assert.equal(mails.length, 2);
  assert(mails.some((text) => text.includes(paths.booking(first.link))));
  assert(mails.some((text) => text.includes(paths.booking(second.link))));
  assert(test.mail.sent.every(({ to }) => to === "elsa@example.org"));
  assert.deepEqual(test.sms.sent, []);
  await ask(test, "070-123 45 67");
  await tell(test);
  assert.deepEqual([test.mail.sent.length, test.sms.sent.length], [2, 2]);
});

Deno.test("who changed their address is no longer written to at the old one", async () => {
  await using test = await anOutbox();
  await elsasBooking(test);
  await tell(test);
  await ask(test, "maja@example.org");
  await tell(test);
  assert.equal(test.mail.sent.length, 1);
});

Deno.test("the page answers the same whether there is a ride or not, and slows down who asks often", async () => {
  await using test = await anOutbox();
  const app = await testApp(test.services);
  await elsasBooking(test);
  await tell(test);
  const send = (reach: string) =>
    app(
      new Request(`${ORIGIN}${paths.sendTicketLink()}`, {
        method: "POST",
        body: new URLSearchParams({ reach }),
      }),
    );
  const answers = await Promise.all(["elsa@example.org", "nobody@example.org"].map(send));
  const told = answers.map(({ status, headers }) => [status, headers.get("location")]);
  assert.deepEqual(told[0], told[1]);
  assert.deepEqual(told[0], [303, paths.sendTicketLink({ sent: "yes" })]);
  assert.equal((await send("elsa@")).status, 422);
  for (let i = 2; i < WANTED_LIMIT.most; i++) {
    assert.equal((await send("x@example.org")).status, 303);
  }
  assert.equal((await send("y@example.org")).status, 429);
});

Deno.test("a reach is asked for so often an hour, from wherever it is asked", async () => {
  await using test = await anOutbox();
  for (let i = 0; i < WANTED_LIMIT.most; i++) await ask(test, "elsa@example.org", `10.0.0.${i}`);
  await refusal(ask(test, "elsa@example.org", "10.0.1.1"), "too-many-tries");
});

async function ask({ services }: Outbox, typed: string, network = ""): Promise<void> {
  const reach = readReach(typed);
  assert(reach.ok);
  await askForTickets(services, { reach: reach.value, network, locale: "sv" });
}
