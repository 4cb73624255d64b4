// Rides that are invoiced: who they are invoiced to, and how much one buyer may owe.
import assert from "node:assert/strict";
import { choosePayment } from "../../lib/checkout/choose-payment.ts";
import type { InvoiceBuyer } from "../../lib/invoicing/buyer.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { answerPayForm } from "../../lib/ui/customer/pay/answer-pay-form.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const FIRM: InvoiceBuyer = {
  ...{ kind: "firm", name: "Göteborgs Stad", organisationNumber: "212000-1355" },
  ...{ street: "Gustaf Adolfs torg 4", postcode: "404 82", city: "Göteborg" },
  ...{ reference: "KST 4711", email: "faktura@stad.example", peppolId: "", isCollected: false },
};

const FIELDS = {
  ...{ method: "invoice", buyerName: FIRM.name, organisationNumber: FIRM.organisationNumber },
  ...{ street: FIRM.street, postcode: FIRM.postcode, city: FIRM.city, buyerEmail: FIRM.email },
  ...{ buyerReference: FIRM.reference, peppolId: "" },
};

Deno.test("whoever books by invoice names a buyer on the next page, and has booked; the form comes back until it is whole", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking, link } = await aStoredBooking(services, { method: "invoice" });
  assert.equal(booking.status, "awaiting-payment");
  const app = await testApp(services);
  const send = (changes: Record<string, string>) =>
    app(
      new Request(ORIGIN + paths.payBooking(link), {
        method: "POST",
        body: new URLSearchParams({ ...FIELDS, ...changes }),
      }),
    );
  const none = await answerPayForm(services, { link, fields: new Map(), locale: "sv" });
  assert.deepEqual(none, { to: paths.payBooking(link), paying: null });
  const wrong = await send({ organisationNumber: "212000-1356", city: "<b>" });
  assert.equal(wrong.status, 422);
  const html = await wrong.text();
  assert.match(html, /Kontrollera organisationsnumret/);
  assert.match(html, /value="&lt;b>"/);
  const right = await send({});
  assert.deepEqual([right.status, right.headers.get("location")], [303, paths.booking(link)]);
  const after = (await services.bookings.get(booking.id))?.booking;
  assert.deepEqual([after?.status, after?.payment.method], ["confirmed", "invoice"]);
  assert.deepEqual((await services.buyers.of(booking.id))?.buyer, FIRM);
  await auditBookings(services.db);
});

Deno.test("one buyer owes no more than the limit, however many book at once; what is paid or off no longer counts", async () => {
  await using test = await testServices();
  const { services } = test;
  const held = [];
  for (const _ of Array(4)) held.push(await aStoredBooking(services, { method: "invoice" }));
  const { totalOre = 0 } = held[0]?.booking.trip ?? {};
  const deps = {
    ...services,
    config: { ...services.config, invoiceLimitKronor: Math.ceil(2.5 * totalOre / 100) },
  };
  const choose = (link: string, buyer = FIRM) =>
    choosePayment(deps, { link, method: "invoice", buyer }).then(
      () => "booked",
      (error) => error.code,
    );
  const outcomes = await Promise.all(held.map(({ link }) => choose(link)));
  assert.deepEqual(outcomes.sort(), ["booked", "booked", "invoice-refused", "invoice-refused"]);
  const bookings = await services.bookings.getAll(held.map(({ booking }) => booking.id));
  const isHeld = (i: number) => bookings[i]?.status === "awaiting-payment";
  const waiting = held.filter((_, i) => isHeld(i));
  // Another buyer has a limit of their own.
  const other = { ...FIRM, organisationNumber: "556012-5790" };
  assert.equal(await choose(waiting[0]?.link ?? "", other), "booked");
  const mark = await services.buyers.markOf(FIRM);
  const paid = held.filter((_, i) => !isHeld(i)).map(({ booking }) => booking.id);
  await commitWithRetry(services.db, async (tx) => {
    await services.buyers.free(tx, mark, paid);
    return null;
  });
  assert.equal(await choose(waiting[1]?.link ?? ""), "booked");
  await auditBookings(services.db);
});
