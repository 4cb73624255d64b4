import assert from "node:assert/strict";
import { bookingId } from "../../../../lib/booking/booking.ts";
import { driverId, vehicleId } from "../../../../lib/fleet/vehicle.ts";
import {
  fetchPlan,
  fetchPlanCars,
  sendAssignments,
} from "../../../../lib/ui/operator/bulk/bulk-api.ts";

const ID = bookingId("B1");
const WISH = { bookingId: ID, vehicleId: vehicleId("V01"), isFixed: true };
const WANTED = { bookingId: ID, expectedVersion: 1, driverId: driverId("D01") };

/** Stands in for the browser's fetch until the test ends. */
function answering(answer: () => Response | Promise<Response>) {
  const former = globalThis.fetch;
  const sent: { body: unknown; headers: Headers }[] = [];
  globalThis.fetch = (_url, init) => {
    sent.push({ body: JSON.parse(String(init?.body)), headers: new Headers(init?.headers) });
    return Promise.resolve(answer());
  };
  return { sent, [Symbol.dispose]: () => void (globalThis.fetch = former) };
}

Deno.test("a plan is asked for with the cars it is to keep, and so are the cars of one trip", async () => {
  using server = answering(() => Response.json({ trips: [], candidates: [] }));
  await fetchPlan([ID], [WISH], "token");
  await fetchPlanCars(ID, [WISH], "token");
  assert.deepEqual(server.sent.map(({ body }) => body), [
    { type: "preview", bookingIds: [ID], cars: [WISH] },
    { type: "candidates", bookingId: ID, cars: [WISH] },
  ]);
});

Deno.test("each trip has its own answer, with what somebody else did first", async () => {
  const since = [{ type: "assigned", at: "2026-11-26T14:45:00Z", role: "operator", by: "Karin" }];
  const act = { id: "A1", kind: "assign", bookings: [] };
  using server = answering(() =>
    Response.json({
      trips: [
        { bookingId: "B1", ok: true, act },
        { bookingId: "B2", ok: false, code: "booking-changed", facts: { since } },
        { bookingId: "B3", ok: false, code: "unheard-of", facts: {} },
      ],
    })
  );
  const outcomes = await sendAssignments([WANTED], "one press", "token");
  assert.deepEqual(outcomes, [
    { bookingId: "B1", ok: true, act },
    { bookingId: "B2", ok: false, problem: "booking-changed", since },
    { bookingId: "B3", ok: false, problem: "other", since: [] },
  ]);
  assert.equal(server.sent[0]?.headers.get("idempotency-key"), "one press");
  assert.deepEqual(server.sent[0]?.body, { type: "assign", trips: [WANTED] });
});

Deno.test("no answer is none; a refusal of the whole is one of each trip", async () => {
  {
    using _none = answering(() => Promise.reject(new TypeError("no network")));
    assert.equal(await sendAssignments([WANTED], "k", "token"), null);
  }
  using _refused = answering(() => Response.json({ code: "token-invalid" }, { status: 403 }));
  const outcomes = await sendAssignments([WANTED], "k", "token");
  assert.deepEqual(outcomes, [{ bookingId: ID, ok: false, problem: "token-invalid", since: [] }]);
});
