// The receipt behind a ticket's link: by the product's own reader and jobs, from the driven ride to the page, the file and
// the mail.
import assert from "node:assert/strict";
import { archiveDocuments } from "../../lib/bookkeeping/documents/archive-documents.ts";
import { choosePayment } from "../../lib/checkout/choose-payment.ts";
import type { InvoiceBuyer } from "../../lib/invoicing/buyer.ts";
import { documentsByLink } from "../../lib/bookkeeping/documents/documents-by-link.ts";
import { UNDONE_BY_MS } from "../../lib/bookkeeping/documents/document-rules.ts";
import { sha256Of } from "../../lib/bookkeeping/documents/document-store.ts";
import { BUYER } from "../bookkeeping/documents/any-sale.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { bookkeepingKeys } from "../../lib/bookkeeping/keys.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { stopLabel } from "../../lib/places/place.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { drive, happen } from "../support/driven-rides.ts";
import { veil } from "../support/veiled-world.ts";
import { anOutbox, elsasBooking, type Outbox, tell, toldOf } from "../support/outbox.ts";

/** The books are written, and what nobody can undo any more gets its document. */
async function archives(test: Outbox) {
  await tell(test);
  test.clock.advance({ milliseconds: UNDONE_BY_MS });
  await tell(test);
}

/** A driven ride whose document is in the archive, and the app. */
async function drivenRide(test: Outbox, locale: "sv" | "en" = "sv") {
  const { services } = test;
  const { booking, link } = await elsasBooking(test, { locale });
  await drive(services, booking.id);
  await archives(test);
  const app = await testApp(services);
  const get = (path: string) => app(new Request(ORIGIN + path));
  return { booking, link, get };
}

Deno.test("after the ride its receipt is on the ticket, as a page with the places and a file without", async () => {
  await using test = await anOutbox();
  const { booking, link, get } = await drivenRide(test);
  const ticket = await (await get(paths.booking(link))).text();
  assert.ok(ticket.includes(`href="${paths.bookingReceipt(link)}"`));
  const page = await get(paths.bookingReceipt(link));
  assert.equal(page.status, 200);
  assert.equal(page.headers.get("cache-control"), "private, no-cache");
  assert.equal(page.headers.get("x-robots-tag"), "noindex");
  const html = await page.text();
  const drivers = await test.services.fleet.drivers();
  const { vehicleId } = booking.reservation;
  const driver = drivers.find((one) => one.vehicleId === vehicleId);
  assert.ok(html.includes(stopLabel(booking.trip.from)));
  assert.ok(html.includes(driver?.driverCode ?? "-"));
  assert.ok(!html.includes(driver?.name ?? "-"), "the driver's name is no part of a receipt");
  const file = await get(paths.bookingReceiptFile(link));
  assert.equal(file.headers.get("content-type"), "application/pdf");
  assert.match(
    file.headers.get("content-disposition") ?? "",
    /^attachment; filename="avanti-trafik-ab-F-\d+\.pdf"$/,
  );
  const { places } = await documentsByLink(test.services, link, null);
  assert.equal(places?.to, stopLabel(booking.trip.to));
  const [document] = await archived(test);
  assert(document);
  const bytes = new Uint8Array(await file.arrayBuffer());
  assert.equal(await sha256Of(bytes), document.sha256);
  const words = JSON.stringify(document);
  for (const secret of [booking.contact.name, booking.contact.phone, booking.contact.email]) {
    assert.ok(!words.includes(secret), `${secret} is not kept with the books`);
  }
});

Deno.test("the file has the same bytes when everything it was made of has changed since", async () => {
  await using test = await anOutbox();
  const { booking, link, get } = await drivenRide(test);
  const before = new Uint8Array(await (await get(paths.bookingReceiptFile(link))).arrayBuffer());
  const { services } = test;
  const vehicles = await services.fleet.vehicles();
  await services.fleet.save(vehicles.map((one) => ({ ...one, registration: "NEW 999" })), []);
  const sales = await services.ledger.salesOf(booking.id);
  await archiveDocuments(services, { sales });
  const after = new Uint8Array(await (await get(paths.bookingReceiptFile(link))).arrayBuffer());
  assert.deepEqual(after, before);
  assert.equal((await archived(test)).length, 1);
});

Deno.test("bytes that were changed in the archive are handed out to nobody", async () => {
  await using test = await anOutbox();
  const { link, get } = await drivenRide(test);
  const [document] = await archived(test);
  assert(document);
  const { date, id } = document;
  const { services } = test;
  await services.db.write.set(bookkeepingKeys.documentPart(date, id, 0), { base64: "JVBERi0=" });
  assert.equal((await get(paths.bookingReceiptFile(link))).status, 500);
});

Deno.test("its customer gets it by mail once, in their language, and what is taken back as a credit note", async () => {
  await using test = await anOutbox();
  const { booking, link, get } = await drivenRide(test, "en");
  await tell(test);
  assert.deepEqual(
    (await toldOf(test, booking.id)).filter((one) => /receipt|credit/.test(one)),
    ["mail receipt sent"],
  );
  const mail = test.mail.sent.at(-1);
  assert(mail?.channel === "mail");
  assert.match(mail.mail.subject, /^Receipt for your ride /);
  const [file] = mail.mail.files;
  assert.match(file?.name ?? "", /^avanti-trafik-ab-F-\d+\.pdf$/);
  const download = await get(paths.bookingReceiptFile(link));
  assert.deepEqual(file?.bytes, new Uint8Array(await download.arrayBuffer()));
});

Deno.test("what an operator may still undo has no document yet, and is sent to nobody", async () => {
  await using test = await anOutbox();
  const { services } = test;
  const { booking } = await elsasBooking(test);
  await drive(services, booking.id);
  await tell(test);
  test.clock.advance({ milliseconds: UNDONE_BY_MS - 1 });
  await tell(test);
  assert.deepEqual(await archived(test), []);
  test.clock.advance({ milliseconds: 1 });
  await tell(test);
  assert.equal((await archived(test)).length, 1);
});

Deno.test("a cancellation with a fee has its document, one without has none, and says so", async () => {
  await using test = await anOutbox();
  const { services } = test;
  const free = await elsasBooking(test);
  const paid = await elsasBooking(test);
  for (const [{ booking }, feeOre] of [[free, 0], [paid, 20_000]] as const) {
    await happen(services, booking.id, () => ({
      ...{ type: "cancel", by: "customer", reason: "", feeOre, feeVat: "none" },
    }));
  }
  await archives(test);
  const app = await testApp(services);
  const get = (path: string) => app(new Request(ORIGIN + path));
  assert.match(
    await (await get(paths.bookingReceipt(free.link))).text(),
    /Kvittot är inte klart än/,
  );
  const none = await get(paths.bookingReceiptFile(free.link));
  assert.equal(none.headers.get("location"), paths.bookingReceipt(free.link));
  // Nobody paid in the car: what is to be paid says when and how.
  const html = await (await get(paths.bookingReceipt(paid.link))).text();
  assert.match(html, /Förenklad faktura: avgift för avbokning/);
  assert.match(html, /Att betala/);
  assert.match(html, /OCR-nummer/);
});

Deno.test("a ride by invoice has a full invoice to its buyer, mailed there; the ticket shows it too", async () => {
  await using test = await anOutbox();
  const { services } = test;
  const { booking, link } = await elsasBooking(test, { method: "invoice" });
  const buyer: InvoiceBuyer = {
    ...{ kind: "firm", name: "Göteborgs Stad", organisationNumber: "212000-1355" },
    ...{ street: "Gustaf Adolfs torg 4", postcode: "404 82", city: "Göteborg" },
    ...{ reference: "KST 4711", email: "faktura@stad.example", peppolId: "", isCollected: false },
  };
  await choosePayment(services, { link, method: "invoice", buyer });
  await drive(services, booking.id);
  await archives(test);
  await tell(test);
  const [document] = await archived(test);
  const { content } = document ?? {};
  assert.deepEqual([content?.kind, content?.method, content?.buyer?.name], [
    ...["invoice", "invoice", "Göteborgs Stad"],
  ]);
  assert.equal(
    content?.terms?.dueDate,
    Temporal.PlainDate.from(content?.date ?? "").add({ days: 30 }).toString(),
  );
  const mail = test.mail.sent.at(-1);
  assert(mail?.channel === "mail");
  assert.equal(mail.to, buyer.email);
  const app = await testApp(services);
  const html = await (await app(new Request(ORIGIN + paths.bookingReceipt(link)))).text();
  for (const words of ["SE212000135501", "Utan moms", "Resans datum", "OCR-nummer", "KST 4711"]) {
    assert.ok(html.includes(words), words);
  }
  const xml = await (await app(new Request(ORIGIN + paths.bookingInvoiceFile(link)))).text();
  assert.match(xml, /schemeID="0007">2120001355</);
});

Deno.test("no other link, no number of another ride and no address below finds it", async () => {
  await using test = await anOutbox();
  const { link, get } = await drivenRide(test);
  const [document] = await archived(test);
  assert(document);
  const wrong = link.slice(0, -2) + (link.endsWith("AA") ? "BB" : "AA");
  const asked = { document: document.id };
  assert.equal((await get(paths.bookingReceipt(link, asked))).status, 200);
  for (
    const path of [
      paths.bookingReceipt(wrong),
      paths.bookingReceiptFile(wrong),
      paths.bookingReceipt(link, { document: "01KAMZ8N00AVANT1SA1E000001" }),
      `${paths.bookingReceipt(link)}/a.css`,
      `${paths.bookingReceiptFile(link)}/logo.png`,
    ]
  ) {
    const answer = await get(path);
    assert.equal(answer.status, 404, path);
    assert.ok(!(await answer.text()).includes("559990"), path);
  }
});

Deno.test("an invoice to who takes electronic ones is had as XML, a receipt is not", async () => {
  await using test = await anOutbox();
  const { link, get } = await drivenRide(test);
  const none = await get(paths.bookingInvoiceFile(link));
  assert.equal(none.headers.get("location"), paths.bookingReceipt(link));
  const [document] = await archived(test);
  assert(document);
  const content = { ...document.content, kind: "invoice" as const, buyer: BUYER };
  const key = bookkeepingKeys.archivedDocument(document.id);
  await new Transaction(test.services.db).set(key, { ...document, content }).commit();
  const page = await (await get(paths.bookingReceipt(link))).text();
  assert.ok(page.includes("Hämta som e-faktura"));
  const answer = await get(paths.bookingInvoiceFile(link));
  assert.equal(answer.headers.get("content-type"), "application/xml; charset=utf-8");
  assert.match(await answer.text(), /<cbc:EndpointID schemeID="0007">2120001355<\/cbc:EndpointID>/);
});

Deno.test("of a protected customer a link that was passed on shows no receipt and gives no file", async () => {
  await using test = await anOutbox();
  const { booking, link, get } = await drivenRide(test);
  await veil(test.services, booking);
  for (const path of [paths.bookingReceipt(link), paths.bookingReceiptFile(link)]) {
    const answer = await get(path);
    assert.notEqual(answer.headers.get("content-type"), "application/pdf");
    assert.ok(!(await answer.text()).includes("Körd sträcka"), path);
  }
});

async function archived({ services }: Outbox) {
  const rows = services.db.read.list<{ id: string }>({
    prefix: bookkeepingKeys.archivedDocument.prefix,
  });
  const ids = (await Array.fromAsync(rows)).map(({ key }) => String(key[1]));
  const found = await Promise.all(ids.map((id) => services.documents.get(id as never)));
  return found.filter((one) => one !== null);
}
