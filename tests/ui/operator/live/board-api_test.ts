import assert from "node:assert/strict";
import { bookingId } from "../../../../lib/booking/booking.ts";
import {
  fetchBooking,
  fetchDay,
  fetchFound,
  sendCommand,
} from "../../../../lib/ui/operator/live/board-api.ts";
import { aRow } from "../../../support/board.ts";

const ID = bookingId("01KAMZ8N00AVANT1B00K1NG001");
const PAGE = { date: "2026-11-24", cursor: "c1", nowMs: 1, freeVehicles: 3 };

/** What the board asks, answered by `answer` instead of a server. */
function asking(answer: (url: URL, init?: RequestInit) => Response | Promise<Response>) {
  const { fetch } = globalThis;
  const asked: string[] = [];
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), "http://localhost");
    asked.push(url.pathname + url.search);
    return await answer(url, init);
  };
  return { asked, [Symbol.dispose]: () => void (globalThis.fetch = fetch) };
}

Deno.test("fetchDay() joins the pages of a day and keeps the cursor of the first", async () => {
  using server = asking(({ searchParams }) =>
    searchParams.get("cursor") === "p2"
      ? Response.json({ ...PAGE, cursor: "c2", bookings: [aRow(2)], next: null })
      : Response.json({ ...PAGE, bookings: [aRow(1)], next: "p2" })
  );
  const answer = await fetchDay("2026-11-24");
  assert.deepEqual(answer, { ok: true, value: { ...PAGE, bookings: [aRow(1), aRow(2)] } });
  assert.equal(server.asked.length, 2);
});

Deno.test("fetchDay() stops asking at a server that never ends its pages", async () => {
  using server = asking(() => Response.json({ ...PAGE, bookings: [], next: "again" }));
  assert.equal((await fetchDay("2026-11-24")).ok, true);
  assert.equal(server.asked.length, 10);
});

Deno.test("fetchFound() gives the hits of a search", async () => {
  using server = asking(() => Response.json({ ...PAGE, bookings: [aRow(1)], next: null }));
  assert.deepEqual(await fetchFound("Maja & co"), { ok: true, value: [aRow(1)] });
  assert.match(server.asked[0] ?? "", /[?&]q=Maja(\+|%20)%26(\+|%20)co/);
});

Deno.test("sendCommand() carries the session's form token", async () => {
  const sent: (RequestInit | undefined)[] = [];
  using _server = asking((_url, init) => {
    sent.push(init);
    return Response.json({ id: ID });
  });
  await sendCommand(ID, { type: "depart", expectedVersion: 1 }, "token");
  const headers = new Headers(sent[0]?.headers);
  assert.equal(headers.get("x-avanti-form-token"), "token");
  assert.equal(sent[0]?.method, "POST");
  assert.deepEqual(JSON.parse(String(sent[0]?.body)), { type: "depart", expectedVersion: 1 });
});

Deno.test("a refusal is told by its code, and silence or nonsense as no contact", async () => {
  const answers: [() => Response | Promise<Response>, number, string][] = [
    [() => Response.json({ code: "booking-changed" }, { status: 409 }), 409, "booking-changed"],
    [() => Response.json({ code: "token-invalid" }, { status: 403 }), 403, "token-invalid"],
    [() => Response.json({ code: "unheard-of" }, { status: 418 }), 418, "other"],
    [() => new Response("<html>", { status: 502 }), 0, "offline"],
    [() => Promise.reject(new TypeError("no network")), 0, "offline"],
  ];
  for (const [answer, status, problem] of answers) {
    using _server = asking(answer);
    assert.deepEqual(await fetchBooking(ID), { ok: false, status, problem });
  }
});
