import assert from "node:assert/strict";
import { readBoardQuery } from "../../lib/board/board-query.ts";
import { chosenId } from "../../lib/board/pane-state.ts";
import { bookingId } from "../../lib/booking/booking.ts";

const ID = "01KAMZ8N00AVANT1B00K1NG001";
/** Half past midnight of 23 November in Sweden, still the 22nd in UTC. */
const NOW = Temporal.Instant.from("2026-11-22T23:30:00Z");

function read(query: string) {
  return readBoardQuery(new URLSearchParams(query), NOW);
}

Deno.test("readBoardQuery() reads day, booking, search and page", () => {
  assert.deepEqual(read(`date=2026-12-24&booking=${ID}&q=%20Maja%20%C3%96berg%00&cursor=a.b`), {
    date: "2026-12-24",
    bookingId: ID,
    q: "Maja Öberg",
    cursor: "a.b",
    booked: null,
  });
  assert.equal(read(`booked=${ID}`).booked, ID);
  assert.equal(read("booked=../x").booked, null);
});

Deno.test("a date that is none means today in Sweden", () => {
  for (const query of ["", "date=", "date=2026-02-30", "date=24/12", "date=__proto__"]) {
    assert.deepEqual(
      read(query),
      { date: "2026-11-23", bookingId: null, q: "", cursor: null, booked: null },
      query,
    );
  }
});

Deno.test("what is no id chooses nothing, and a search is cut to eighty letters", () => {
  assert.equal(read("booking=../x").bookingId, null);
  assert.equal(read(`q=${"a".repeat(200)}`).q, "a".repeat(80));
  assert.equal(read(`q=${"a".repeat(79)}%20b`).q, "a".repeat(79), "the cut leaves no blank behind");
});

Deno.test("chosenId() knows the chosen booking in every state of the pane", () => {
  const id = bookingId(ID);
  assert.equal(chosenId({ kind: "none" }), null);
  for (const kind of ["loading", "missing", "failed"] as const) {
    assert.equal(chosenId({ kind, id }), id);
  }
});
