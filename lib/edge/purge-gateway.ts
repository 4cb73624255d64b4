// Asks a cache in front to throw answers away, in the words of its kind: Varnish as ops/varnish/default.vcl takes it, Fastly
// (fastly.com/documentation/reference/api/purging) and Cloudflare (developers.cloudflare.com/api/resources/cache).
import { z } from "zod";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Dependency } from "../resilience/dependency.ts";
import type { SurrogateKey } from "./surrogate-key.ts";
import type { SurrogatePurger } from "./surrogate-purger.ts";

/** The kinds. */
export const EDGE_KINDS = ["varnish", "fastly", "cloudflare"] as const;

/** One of them. */
export type EdgeKind = typeof EDGE_KINDS[number];

/** How long it may take, in milliseconds: all its machines together are done sooner. */
const TIMEOUT_MS = 5_000;
const MAX_ANSWER_BYTES = 65_536;

/** Who is asked. */
export interface PurgeOptions {
  kind: EdgeKind;
  /** Where: the socket of Varnish, `…/service/<id>/purge`, `…/zones/<id>/purge_cache`. */
  url: string;
  /** What it knows us by; Varnish knows us by where we ask from. */
  token: string | undefined;
  dependency: Pick<Dependency, "ask">;
}

/** The cache at `url`. */
export function edgePurger({ kind, url, token = "", dependency }: PurgeOptions): SurrogatePurger {
  return {
    host: new URL(url).host,
    async purge(keys) {
      const { body, headers } = wordsFor(kind, token, keys);
      const question = { url, body, headers, timeoutMs: TIMEOUT_MS, maxBytes: MAX_ANSWER_BYTES };
      const isDone = await dependency.ask({
        ...question,
        read: ({ status, text }) => hasDone(kind, status, text),
      });
      if (isDone === undefined) throw new GatewayError("edge", "The edge is left alone", true);
      if (!isDone) throw new GatewayError("edge", "The edge refused to purge", false);
    },
  };
}

/** To throw away what is gone already changes nothing, so that it may be asked for again. */
function wordsFor(kind: EdgeKind, token: string, keys: readonly SurrogateKey[]) {
  switch (kind) {
    case "varnish":
      return { body: "", headers: { "surrogate-key": keys.join(" ") } };
    case "fastly":
      return { body: "", headers: { "fastly-key": token, "surrogate-key": keys.join(" ") } };
    case "cloudflare": {
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      return { body: JSON.stringify({ tags: keys }), headers };
    }
    default:
      return kind satisfies never;
  }
}

/** Cloudflare says in the body whether it did. */
const said = z.object({ success: z.boolean() });

function hasDone(kind: EdgeKind, status: number, text: string): boolean {
  if (status < 200 || status > 299) return false;
  if (kind !== "cloudflare") return true;
  try {
    return said.parse(JSON.parse(text)).success;
  } catch (cause) {
    throw new GatewayError("edge", "The edge's answer cannot be read", false, { cause });
  }
}
