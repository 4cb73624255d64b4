import assert from "node:assert/strict";
import { FORM_TOKEN_HEADER } from "../../../../lib/accounts/form-token-names.ts";
import { fetchCandidates, sendMove, sendUndo } from "../../../../lib/ui/operator/cars/move-api.ts";
import { vehicleId } from "../../../../lib/fleet/vehicle.ts";

/** What the timeline asks, answered by `answer` instead of a server. */
function asking(answer: () => Response) {
  const { fetch } = globalThis;
  const asked: { path: string; init: RequestInit | undefined }[] = [];
  globalThis.fetch = (input, init) => {
    asked.push({ path: String(input), init });
    return Promise.resolve().then(answer);
  };
  return { asked, [Symbol.dispose]: () => void (globalThis.fetch = fetch) };
}

const MOVE = { type: "move", expectedVersion: 2, vehicleId: vehicleId("V08") } as const;

Deno.test("a move carries the session's form token and says until when it can be taken back", async () => {
  const act = { id: "A1", undoUntil: "2026-11-26T14:45:10Z" };
  using server = asking(() => Response.json({ act }));
  const answer = await sendMove("B1", MOVE, "token");
  assert.deepEqual(answer, { ok: true, actId: "A1", undoUntilMs: Date.parse(act.undoUntil) });
  const [sent] = server.asked;
  assert.equal(sent?.path, "/api/admin/bookings/B1/commands");
  assert.equal(new Headers(sent?.init?.headers).get(FORM_TOKEN_HEADER), "token");
  assert.deepEqual(JSON.parse(String(sent?.init?.body)), MOVE);
});

Deno.test("a refusal is told with what somebody else did first", async () => {
  const since = [{ type: "moved", at: "2026-11-26T14:45:00Z", by: "Anders", fields: [] }];
  using _server = asking(() =>
    Response.json({ code: "booking-changed", detail: "Ändrad", since }, { status: 409 })
  );
  const answer = await sendUndo("A1", "token");
  assert.deepEqual(answer, { ok: false, code: "booking-changed", detail: "Ändrad", since });
});

Deno.test("no answer, and one that is not the product's, is being offline", async () => {
  for (
    const answer of [() => new Response("<html>", { status: 502 }), () => {
      throw new TypeError("no network");
    }]
  ) {
    using _server = asking(answer);
    const moved = await sendMove("B1", MOVE, "token");
    assert.equal(moved.ok ? "" : moved.code, "offline");
    assert.equal(await fetchCandidates("B1"), null);
  }
});

Deno.test("the cars of a trip are what the server says of them", async () => {
  const candidates = [{ vehicleId: "V08", sentence: "ledig", warning: "", faults: [] }];
  using server = asking(() => Response.json({ version: 2, candidates }));
  assert.deepEqual(await fetchCandidates("B1"), candidates);
  assert.equal(server.asked[0]?.path, "/api/admin/bookings/B1/candidates");
});
