import assert from "node:assert/strict";
import { bookingId } from "../../lib/booking/booking.ts";
import { findBookingByLink } from "../../lib/booking/find-booking.ts";
import { manageLink, readManageLink } from "../../lib/booking/manage-link.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { refusal } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const { linkKey, quoteKey } = await deriveCryptoKeys(new Uint8Array(32).fill(7));
const ID = bookingId("01KAMZ8N00AVANT1B00K1NG001");

Deno.test("a manage link is 48 characters fit for an address, the same each time, and leads back", async () => {
  const link = await manageLink(linkKey, ID);
  assert.match(link, /^[A-Za-z0-9_-]{48}$/);
  assert.equal(await manageLink(linkKey, ID), link);
  assert.equal(await readManageLink(linkKey, link), ID);
});

Deno.test("a manage link with any one character changed, left out or added is refused", async () => {
  const link = await manageLink(linkKey, ID);
  const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_ %.=";
  for (let at = 0; at < link.length; at++) {
    for (const letter of letters) {
      if (letter === link[at]) continue;
      const changed = link.slice(0, at) + letter + link.slice(at + 1);
      await refusal(readManageLink(linkKey, changed), "link-invalid");
    }
    const shorter = link.slice(0, at) + link.slice(at + 1);
    await refusal(readManageLink(linkKey, shorter), "link-invalid");
  }
  for (const tail of ["A", "\n", " ", "/"]) {
    await refusal(readManageLink(linkKey, link + tail), "link-invalid");
  }
});

Deno.test("the code of one booking opens no other, and another key's link opens none", async () => {
  const other = bookingId("01KAMZ8N00AVANT1B00K1NG002");
  const [mine, theirs] = await Promise.all([manageLink(linkKey, ID), manageLink(linkKey, other)]);
  await refusal(readManageLink(linkKey, ID + theirs.slice(26)), "link-invalid");
  await refusal(readManageLink(linkKey, other + mine.slice(26)), "link-invalid");
  await refusal(readManageLink(linkKey, await manageLink(quoteKey, ID)), "link-invalid");
});

Deno.test("a genuine link of a booking that does not exist is refused like a forged one", async () => {
  await using test = await testServices();
  const link = await manageLink(test.services.linkKey, ID);
  await refusal(findBookingByLink(test.services, link), "link-invalid");
});

Deno.test("findBookingByLink() shows the holder of a link their booking and its history, and no other", async () => {
  await using test = await testServices();
  const mine = await aStoredBooking(test.services);
  const theirs = await aStoredBooking(test.services);
  const found = await findBookingByLink(test.services, mine.link);
  assert.deepEqual(found.booking, mine.booking);
  assert.deepEqual(found.events.map((event) => event.type), ["confirmed"]);
  const mixed = theirs.booking.id + mine.link.slice(26);
  await refusal(findBookingByLink(test.services, mixed), "link-invalid");
});
