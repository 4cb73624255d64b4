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

Deno.test("fetchDay() asks for the rows around now, or for the page it is given", async () => {
  using server = asking(() => Response.json({ ...PAGE, bookings: [aRow(1)] }));
  assert.deepEqual(await fetchDay("2026-11-24"), {
    ok: true,
    value: { ...PAGE, bookings: [aRow(1)] },
  });
  await fetchDay("2026-11-24", "p2");
  assert.deepEqual(server.asked, [
    "/api/admin/bookings?date=2026-11-24",
    "/api/admin/bookings?date=2026-11-24&cursor=p2",
  ]);
});

Deno.test("fetchFound() gives the first page of a search with what is counted of it", async () => {
  const found = { bookings: [aRow(1)], total: 31, before: 0, next: "n" };
  using server = asking(() => Response.json(found));
  assert.deepEqual(await fetchFound("Maja & co"), { ok: true, value: found });
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
    assert.deepEqual(await fetchBooking(ID), { ok: false, status, problem, since: [] });
  }
  const since = [{ type: "assigned", at: "2026-11-26T14:45:00Z", role: "operator", by: "Karin" }];
  using _server = asking(() => Response.json({ code: "booking-changed", since }, { status: 409 }));
  const answer = await fetchBooking(ID);
  assert.deepEqual(answer.ok ? null : answer.since, since, "with what somebody else did first");
});
