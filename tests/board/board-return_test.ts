import assert from "node:assert/strict";
import { boardAfterBooking, boardAt } from "../../lib/board/board-return.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import { paths } from "../../lib/kernel/paths.ts";

const BOARD =
  "https://boka.example/admin?date=2026-11-24&show=flight,note&sort=-customer&booking=B1";

Deno.test("the way back leads to the same day, arrangement and booking, as a path of this product", () => {
  const expected = paths.admin({
    date: "2026-11-24",
    booking: "B1",
    show: "flight,note",
    sort: "-customer",
  });
  assert.equal(boardAt(BOARD), expected);
  assert.equal(boardAt(expected), expected, "a path is an address too");
  assert.equal(boardAt("/admin"), paths.admin());
});

Deno.test("a search is gone back to as well, and what the board does not know is left behind", () => {
  assert.equal(boardAt("/admin?q=Maja&lang=en&booked=B2#now"), paths.admin({ q: "Maja" }));
});

Deno.test("what is no board leads nowhere", () => {
  const others = [
    null,
    "",
    "https://boka.example/admin/cars",
    "https://elsewhere.example/",
    "/admin/../bookings",
    "//admin",
    "javascript:alert(1)",
    `/admin?q=${"x".repeat(1_000)}`,
  ];
  for (const address of others) assert.equal(boardAt(address), "", String(address));
  assert.equal(boardAfterBooking("https://elsewhere.example/", bookingId("B2")), "");
});

Deno.test("another host's board is this product's board: only the path is used", () => {
  assert.equal(
    boardAt("https://elsewhere.example/admin?date=2026-11-24"),
    "/admin?date=2026-11-24",
  );
});

Deno.test("the board says what was booked from it, and keeps the booking that was open", () => {
  const address = boardAfterBooking(BOARD, bookingId("B2"));
  assert.equal(
    address,
    paths.admin({
      date: "2026-11-24",
      booking: "B1",
      show: "flight,note",
      sort: "-customer",
      booked: "B2",
    }),
  );
  assert.equal(boardAt(address), boardAt(BOARD), "and says it once");
});
