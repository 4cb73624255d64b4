// Open data requests of guests, as many as a test wants, as their store writes them.
import assert from "node:assert/strict";
import type { Services } from "../../lib/assembly/services.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import type { DataRequestEvent } from "../../lib/privacy/data-request.ts";
import { firstDueOn } from "../../lib/privacy/data-request-rules.ts";
import { newRequest } from "../../lib/privacy/create-data-request.ts";

/** Puts some into the queue of `services`; every other one asks for an erasure. */
export async function queuedRequests(
  services: Services,
  many: number,
  nameOf: (i: number) => string = (i) => `Kund ${i}`,
): Promise<void> {
  const at = services.clock.now().toString();
  for (let i = 0; i < many; i++) {
    const id = `01KAS${String(i).padStart(21, "0")}`;
    const subject = { kind: "guest", reach: { kind: "phone", at: `+4670${i}` } } as const;
    const type = i % 2 === 0 ? "access" : "erasure";
    const asked = { type, subject, locale: "sv", identity: "guest-code" } as const;
    const contact = { name: nameOf(i), email: "", phone: "" };
    const request = { ...newRequest(asked, { id, mark: `m${i}`, contact, at }) };
    assert.equal(request.dueOn, firstDueOn(at));
    const { mark, state } = request;
    const by = { kind: "subject" } as const;
    const event: DataRequestEvent = { at, by, mark, type: "received", state, text: "" };
    await commitWithRetry<null>(services.db, (tx) => {
      services.requests.write(tx, { before: null, after: request, event });
      return Promise.resolve(null);
    });
  }
}
