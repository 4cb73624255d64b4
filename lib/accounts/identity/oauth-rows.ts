// Gives `@deno/kv-oauth` the product's database: its rows become sign-ins under way, sealed and under hashes.
import { invariant } from "../../kernel/invariant.ts";
import type { SessionDeletion, SessionRows } from "../../jsr/kv-oauth/host.ts";
import type { FlowRows } from "./sign-in-flows.ts";

/** The rows, as the package asks for them. */
export function oauthRows(flows: FlowRows): SessionRows {
  return {
    get: (key) => flows.look(...partsOf(key)),
    set: (key, value, { expireIn } = {}) => flows.keep(...partsOf(key), value, expireIn),
    delete: (key) => flows.forget(...partsOf(key)),
    atomic: () => deletion(flows, null),
  };
}

type Checked = { key: Deno.KvKey; versionstamp: string | null };

function deletion(flows: FlowRows, checked: Checked | null): SessionDeletion {
  return {
    check: (entry) => deletion(flows, entry),
    // What is deleted is what was checked: the package takes a row it has read.
    delete: () => deletion(flows, checked),
    async commit() {
      invariant(checked !== null, "A row of a sign-in is taken as it was read");
      return { ok: await flows.use(...partsOf(checked.key), checked.versionstamp) };
    },
  };
}

function partsOf([kind, id]: Deno.KvKey): [kind: string, id: string] {
  invariant(typeof kind === "string" && typeof id === "string", "Not a key of a sign-in");
  return [kind, id];
}
