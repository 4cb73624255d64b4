import assert from "node:assert/strict";
import { fetchCandidates } from "../../../../lib/ui/operator/cars/move-api.ts";

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

Deno.test("no answer, and one that is not the product's, says nothing of the cars", async () => {
  for (
    const answer of [() => new Response("<html>", { status: 502 }), () => {
      throw new TypeError("no network");
    }]
  ) {
    using _server = asking(answer);
    assert.equal(await fetchCandidates("B1"), null);
  }
});

Deno.test("the cars of a trip are what the server says of them", async () => {
  const candidates = [{ vehicleId: "V08", sentence: "ledig", warning: "", faults: [] }];
  using server = asking(() => Response.json({ version: 2, candidates }));
  assert.deepEqual(await fetchCandidates("B1"), candidates);
  assert.equal(server.asked[0]?.path, "/api/admin/bookings/B1/candidates");
});
