import assert from "node:assert/strict";
import { askSheet } from "../../../../lib/ui/operator/change/sheet-api.ts";

/** Asks with `answer` instead of a server. */
async function asked(
  answer: (init?: RequestInit) => Response | Promise<Response>,
  fields: URLSearchParams | null = null,
) {
  const { fetch } = globalThis;
  globalThis.fetch = async (_input, init) => await answer(init);
  try {
    return await askSheet("/sheet", fields, new AbortController().signal);
  } finally {
    globalThis.fetch = fetch;
  }
}

Deno.test("a sheet is asked for as data, sent when there is something to send, and refused sheets are sheets", async () => {
  const sent: (RequestInit | undefined)[] = [];
  const sheet = { version: 2 };
  for (
    const [fields, method] of [[null, undefined], [new URLSearchParams("a=1"), "POST"]] as const
  ) {
    const reply = await asked((init) => {
      sent.push(init);
      return Response.json({ sheet }, { status: 409 });
    }, fields);
    assert.deepEqual(reply, { kind: "sheet", sheet });
    assert.equal(sent.at(-1)?.method, method);
    assert.equal(new Headers(sent.at(-1)?.headers).get("accept"), "application/json");
  }
});

Deno.test("what was done comes with its act", async () => {
  const done = { act: { id: "A" }, bookings: [null] };
  assert.deepEqual(await asked(() => Response.json(done)), { kind: "done", done });
});

Deno.test("a page in place of data, silence and nonsense are told apart", async () => {
  const page = (status: number) => () =>
    new Response("<html>", { status, headers: { "content-type": "text/html" } });
  const cases: [() => Response | Promise<Response>, string][] = [
    [page(401), "not-signed-in"],
    [page(403), "token-invalid"],
    [page(404), "booking-not-found"],
    [page(409), "booking-state"],
    [page(500), "other"],
    [() => Promise.reject(new TypeError("no network")), "offline"],
    [() => new Response("{", { headers: { "content-type": "application/json" } }), "offline"],
  ];
  for (const [answer, problem] of cases) {
    assert.deepEqual(await asked(answer), { kind: "failed", problem });
  }
});
