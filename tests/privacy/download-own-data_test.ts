// The file of somebody's own data, over the real app: whole, theirs alone, told everywhere, and never for a stolen session.
import assert from "node:assert/strict";
import { strFromU8, unzipSync } from "fflate";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { ownDataOf } from "../../lib/assembly/own-data.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ANOTHERS } from "../../lib/kernel/own-data.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { ulid } from "../../lib/kernel/ids.ts";
import { DOWNLOAD_LIMIT, downloadOwnData } from "../../lib/privacy/download-own-data.ts";
import { visitorOfGuest } from "../../lib/privacy/visitor.ts";
import { DEMO_DRIVERS } from "../../scripts/demo/demo-fleet.ts";
import { PASSWORD, withPassword } from "../support/accounts.ts";
import { lastCode, noticesOf } from "../support/notices.ts";
import { type TestProduct, testProduct } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";
import { tokenIn, Visitor } from "../support/visitor.ts";

async function signedIn(product: TestProduct, name: string, phone = "") {
  const person = await withPassword(product.services, name, "customer");
  const { id, email } = person;
  const command = { type: "reach", email, phone } as const;
  await changePerson(product.services, { id, command }, { kind: "server" });
  const visitor = new Visitor(product);
  await visitor.post(paths.signIn(), { email, password: PASSWORD });
  const formToken = tokenIn((await visitor.get(paths.privacyCentre())).html);
  return { person, visitor, formToken };
}

Deno.test("who has just shown who they are gets everything in one file, and every channel of theirs is told", async () => {
  await using product = await testProduct();
  const { booking } = await aStoredBooking(product.services);
  const { visitor, formToken } = await signedIn(product, "Maja", MAJA.phone);
  const { status, headers, files } = await visitor.file(paths.ownDataFile(), { formToken });
  assert.equal(status, 200);
  assert.equal(headers.get("content-type"), "application/zip");
  assert.equal(headers.get("cache-control"), "no-store");
  assert.match(headers.get("content-disposition") ?? "", /attachment; filename="avanti-.*\.zip"/);
  const families = ownDataOf(product.services).map(({ family }) => family);
  const wanted = families.flatMap((name) => [`data/${name}.csv`, `data/${name}.json`]);
  assert.deepEqual(Object.keys(files).sort(), [...wanted, "index.html", "schema.json"].sort());
  const [row] = JSON.parse(files["data/booking.json"] ?? "");
  assert.deepEqual([row.reference, row.phone], [booking.reference, MAJA.phone]);
  assert(files["index.html"]?.includes(booking.reference));
  const { properties } = JSON.parse(files["schema.json"] ?? "");
  assert.deepEqual(Object.keys(properties), families);
  const [request] = await product.services.requests.page(null);
  assert.deepEqual([request?.type, request?.state], ["access", "complete"]);
  const told = (await noticesOf(product.services)).flatMap(({ content }) =>
    content.kind === "data-request" ? [[content.what, content.to.phone]] : []
  );
  assert.deepEqual(told, [["received", MAJA.phone], ["done", MAJA.phone]]);
});

Deno.test("a stolen session alone gets no file: after ten minutes it asks again who it is, and so it does without its token", async () => {
  await using product = await testProduct();
  const { visitor, formToken } = await signedIn(product, "Maja");
  assert.equal((await visitor.post(paths.ownDataFile(), {})).status, 403);
  product.test.clock.advance({ minutes: 11 });
  const stale = await visitor.post(paths.ownDataFile(), { formToken });
  assert.equal(stale.location, paths.signInConfirm({ next: paths.privacyCentre() }));
  assert.deepEqual(await product.services.requests.page(null), []);
  assert.equal((await visitor.get(paths.ownDataFile())).location, paths.privacyCentre());
});

Deno.test("a guest gets what is under the number they showed just now, and who showed none gets nothing", async () => {
  await using product = await testProduct();
  const { booking } = await aStoredBooking(product.services);
  const other = await aStoredBooking(product.services, {
    contact: { name: "Olle Ollesson", phone: "+46701740612", email: "olle@olle.example" },
  });
  const visitor = new Visitor(product);
  const next = paths.guestPrivacy();
  const stranger = await visitor.post(paths.guestDataFile(), {});
  assert.equal(stranger.location, paths.signInSend({ next }));
  await visitor.post(paths.signInSend(), { reach: MAJA.phone, next });
  await visitor.post(paths.signInSent(), { code: await lastCode(product.services), next });
  const { files } = await visitor.file(paths.guestDataFile(), {});
  const all = Object.values(files).join("\n");
  assert(all.includes(booking.reference) && all.includes(MAJA.name));
  for (const word of [other.booking.reference, "Olle", "olle@olle.example", "+46701740612"]) {
    assert(!all.includes(word), word);
  }
  product.test.clock.advance({ minutes: 11 });
  const stale = await visitor.post(paths.guestDataFile(), {});
  assert.equal(stale.location, paths.signInSend({ next }));
});

Deno.test("of whom drove, who decided, and whom somebody booked for there is no word in the file", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { person, visitor, formToken } = await signedIn(product, "Maja", MAJA.phone);
  const { booking } = await aStoredBooking(services);
  const actor = { kind: "operator", id: "op", name: "Operatör Kanariefågel" } as const;
  const driver = DEMO_DRIVERS.find(({ vehicleId }) => vehicleId === booking.reservation.vehicleId);
  assert(driver);
  const bookingOf = { bookingId: booking.id, actor, expectedVersion: 1 };
  await changeBooking(services, { ...bookingOf, command: { type: "assign", driverId: driver.id } });
  const elsa = { name: "Elsa Kanariefågel", phone: "+46701740613", email: "elsa@kanarie.example" };
  const forElsa = await aStoredBooking(services, { contact: elsa });
  const mark = await reachMark(services.reachKey, "person", person.id);
  await services.db.write.set(
    bookingKeys.bookingByOwner(mark, forElsa.booking.id),
    forElsa.booking.id,
  );
  const { files } = await visitor.file(paths.ownDataFile(), { formToken });
  const all = Object.values(files).join("\n");
  const rows: Record<string, string>[] = JSON.parse(files["data/booking.json"] ?? "");
  const ride = rows.find(({ reference }) => reference === forElsa.booking.reference);
  assert.deepEqual([ride?.name, ride?.phone, ride?.email], [ANOTHERS, ANOTHERS, ANOTHERS]);
  const others = [actor.name, elsa.name, elsa.phone, elsa.email, driver.name, driver.driverCode];
  for (const word of others) assert(!all.includes(word), word);
});

Deno.test("a file that was broken off leaves the request open, and the next press goes on with it", async () => {
  await using test = await testServices();
  const { stream } = await aGuestsFile(test);
  const reader = stream.getReader();
  await reader.read();
  await reader.cancel();
  const [open] = await test.services.requests.open();
  assert.equal(open?.state, "in-progress");
  const { stream: again } = await aGuestsFile(test);
  await bytesOf(again);
  const [request, ...others] = await test.services.requests.page(null);
  assert.deepEqual([request?.id, request?.state, others.length], [open?.id, "complete", 0]);
});

Deno.test("two tabs that ask at once both get a whole file, and it is one request", async () => {
  await using test = await testServices();
  await aStoredBooking(test.services);
  const files = await Promise.all([aGuestsFile(test), aGuestsFile(test)]);
  for (const { stream } of files) assert("index.html" in unzipSync(await bytesOf(stream)));
  const requests = await test.services.requests.page(null);
  assert.deepEqual(requests.map(({ state }) => state), ["complete"]);
});

Deno.test("so many files an hour, and no more", async () => {
  await using test = await testServices();
  for (let i = 0; i < DOWNLOAD_LIMIT.most; i++) await bytesOf((await aGuestsFile(test)).stream);
  await assert.rejects(aGuestsFile(test), /too-many-tries/);
});

Deno.test("somebody with two thousand bookings gets all of them", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const mark = await reachMark(services.reachKey, "phone", MAJA.phone);
  for (let some = 0; some < 40; some++) {
    const tx = new Transaction(services.db);
    for (let i = 0; i < 50; i++) {
      const id = bookingId(
        ulid(Date.parse(booking.createdAt) + some * 50 + i, services.randomBytes),
      );
      tx.set(bookingKeys.booking(id), { ...booking, id, reference: `R${some * 50 + i}` });
      tx.set(bookingKeys.bookingByOwner(mark, id), id);
    }
    await tx.commit();
  }
  const files = unzipSync(await bytesOf((await aGuestsFile(test)).stream));
  const rows: { reference: string }[] = JSON.parse(strFromU8(files["data/booking.json"]!));
  assert.equal(new Set(rows.map(({ reference }) => reference)).size, 2_001);
  assert.equal(strFromU8(files["data/booking.csv"]!).split("\r\n").length, 2_003);
});

async function aGuestsFile({ services, clock }: TestServices) {
  const reach = { kind: "phone", at: MAJA.phone } as const;
  const visitor = await visitorOfGuest(services, { reach, provenAt: clock.now().toString() });
  const families = ownDataOf(services);
  return { stream: await downloadOwnData(services, visitor, { families, locale: "sv" }) };
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
}
