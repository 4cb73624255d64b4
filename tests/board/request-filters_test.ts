// Which open data requests are shown, page by page.
import assert from "node:assert/strict";
import {
  ANY_REQUEST,
  requestFilterQuery,
  requestFiltersIn,
  requestsPage,
} from "../../lib/board/request-filters.ts";
import type { DataRequest } from "../../lib/privacy/data-request.ts";
import { newRequest } from "../../lib/privacy/create-data-request.ts";

const now = Temporal.Instant.from("2026-11-23T05:00:00Z");

Deno.test("pages go through all that fit, each once, also when some are answered in between", () => {
  const open = Array.from({ length: 25 }, (_, i) => aRequest(i));
  const seen: string[] = [];
  for (let cursor = "", rest = open;; rest = rest.filter(({ id }) => !seen.includes(id))) {
    const page = requestsPage(rest, ANY_REQUEST, { cursor, most: 10, now, me: "kim" });
    seen.push(...page.requests.map(({ id }) => id));
    cursor = page.next;
    if (cursor === "") break;
  }
  assert.deepEqual(seen, open.map(({ id }) => id));
});

Deno.test("type, state and how soon it is due narrow, and counts are of every state that fits the others", () => {
  const handled = { ...aRequest(1), handler: "eva" };
  const late = { ...handled, dueOn: "2026-11-20", state: "extended" } as const;
  const soon = { ...aRequest(2), dueOn: "2026-11-26", handler: "kim" };
  const far = { ...aRequest(3), type: "erasure" } as const;
  const shown = (search: string) => {
    const filters = requestFiltersIn(new URLSearchParams(search));
    const { requests, counts } = requestsPage([late, soon, far], filters, ASKED);
    return [requests.map(({ id }) => id), Object.fromEntries(counts)] as const;
  };
  assert.deepEqual(shown("until=3")[0], [late.id, soon.id]);
  assert.deepEqual(shown("until=0")[0], [late.id]);
  assert.deepEqual(shown("kind=erasure")[0], [far.id]);
  assert.deepEqual(shown("mine=on")[0], [soon.id], "what who looks did something to last");
  const [ids, counts] = shown("until=3&status=extended");
  assert.deepEqual(ids, [late.id]);
  assert.deepEqual([counts.extended, counts.pending], [1, 1]);
  assert.equal(shown("kind=x&status=refused&until=x")[0].length, 3, "what is no filter is none");
  const filters = { type: "erasure", state: "pending", within: 7, isMine: true } as const;
  assert.deepEqual(requestFiltersIn(new URLSearchParams(requestFilterQuery(filters))), filters);
});

const ASKED = { cursor: "", most: 10, now, me: "kim" };

function aRequest(i: number): DataRequest {
  const id = `01KAS${String(i).padStart(21, "0")}`;
  const contact = { name: "", email: "", phone: "" };
  const subject = { kind: "guest", reach: { kind: "phone", at: "+46701234567" } } as const;
  const input = { type: "access", subject, locale: "sv", identity: "guest-code" } as const;
  return newRequest(input, { id, mark: "mark", contact, at: now.toString() });
}
