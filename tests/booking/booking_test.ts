import assert from "node:assert/strict";
import { bookingIdIn, MAX_REASON_LENGTH } from "../../lib/booking/booking.ts";

const ID = "01KAMZ8N00AVANT1B00K1NG001";

Deno.test("bookingIdIn() takes a ULID and nothing else for the id of a booking", () => {
  assert.equal(bookingIdIn(ID), ID);
  const others = [
    undefined,
    "",
    ID.slice(1),
    `${ID}0`,
    ID.toLowerCase(),
    ID.replace("K", "I"),
    ID.replace("K", "U"),
    `${ID}\n`,
    ` ${ID}`,
    "../../etc/passwd",
    "x".repeat(3_000),
  ];
  for (const text of others) assert.equal(bookingIdIn(text), null, text);
});

Deno.test("a reason for a cancellation is kept up to two hundred characters", () => {
  assert.equal(MAX_REASON_LENGTH, 200);
});
