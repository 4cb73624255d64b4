import assert from "node:assert/strict";
import {
  callerNumber,
  emptyOrder,
  givenOrder,
  orderValues,
  ticketLanguage,
  whileWriting,
} from "../../lib/board/phone-order-form.ts";

const MOMENT = { now: "2026-11-26T15:45", earliest: "2026-11-26T16:16" };

Deno.test("orderValues() reads what was said about the time, and bounds every field", () => {
  const values = orderValues(
    new Map([["when", "imorgon 5.10"], ["note", "x".repeat(5_000)], ["date", "2020-01-01"]]),
    MOMENT,
  );
  assert.deepEqual([values.date, values.time], ["2026-11-27", "05:10"]);
  assert.equal(values.note.length, 1_000);
  const unread = orderValues(new Map([["when", "snart"]]), MOMENT);
  assert.deepEqual([unread.date, unread.time, unread.when], ["", "", "snart"]);
});

Deno.test("givenOrder() takes a trip from a link, and nothing that was promised", () => {
  const link = {
    from: "Avenyn",
    phone: "070",
    quoteId: "Q",
    idempotencyKey: "K",
    date: "2026-11-27",
  };
  assert.deepEqual(givenOrder(new Map(Object.entries(link))), { from: "Avenyn", phone: "070" });
});

Deno.test("emptyOrder() asks for the day and the time, and keeps the key it was given", () => {
  const empty = emptyOrder(Temporal.Instant.from("2026-11-26T14:45:00Z"), "key");
  assert.deepEqual([empty.date, empty.time, empty.when], ["", "", ""]);
  assert.deepEqual([empty.passengers, empty.bags, empty.idempotencyKey], ["1", "0", "key"]);
});

Deno.test("whileWriting() leaves out what is only missing yet", () => {
  const errors = [
    { field: "from", code: "fromMissing" },
    { field: "to", code: "placeSeveral" },
    { field: "date", code: "dateInvalid" },
    { field: "time", code: "pickupTooSoon" },
  ] as const;
  assert.deepEqual(whileWriting(errors).map(({ field }) => field), ["to", "time"]);
});

Deno.test("callerNumber() and ticketLanguage() take what is valid", () => {
  assert.equal(callerNumber({ phone: "070-174 06 12" }), "+46701740612");
  assert.equal(callerNumber({ phone: "0701" }), null);
  assert.equal(ticketLanguage({ language: "en" }, "sv"), "en");
  assert.equal(ticketLanguage({ language: "xx" }, "sv"), "sv");
});
