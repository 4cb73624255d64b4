// Throws away what somebody says is not to be given any more: here, in all instances, or in a cache in front.
import type { Cache } from "../cache/cache.ts";
import type { Invalidation } from "../cache/invalidation.ts";
import type { Agreement } from "../cache/agreement.ts";
import type { EdgeTeller } from "../edge/tell-edge.ts";
import { RequestError } from "../errors/request-error.ts";
import type { PurgeWish } from "./purge-form.ts";

/** What the audit log says of it; lib/i18n has it in words. */
const PURGED = "cache purged";

/** What it needs. */
export interface PurgeCacheDeps {
  cache: Pick<Cache, "invalidate">;
  cacheParts: { agreement: Pick<Agreement, "isAlone"> };
  edgeTeller: Pick<EdgeTeller, "purge"> | null;
  audit: { security(event: { kind: string; why: string }): Promise<void> };
}

/** Where it holds. What is `-later` is told again until it is taken. */
export const PURGES_DONE = ["everywhere", "later", "alone", "edge", "edge-later"] as const;

/** One of them: `alone` where no instance shares anything with this one. */
export type PurgeDone = typeof PURGES_DONE[number];

/** Does it, with the reason in the audit log. Throws RequestError("not-found") where there is no cache in front. */
export async function purgeCache(
  { cache, cacheParts, edgeTeller, audit }: PurgeCacheDeps,
  wish: PurgeWish,
  reason: string,
): Promise<PurgeDone> {
  if (wish.of === "edge" && edgeTeller === null) throw new RequestError("not-found", {});
  // Before it is done: nothing goes that nobody has asked for, should this process die in between.
  await audit.security({ kind: PURGED, why: `${named(wish)}: ${reason}` });
  if (wish.of === "edge") return await edgeTeller?.purge(wish.keys) ? "edge" : "edge-later";
  const isAgreed = await cache.invalidate(wish.said);
  if (cacheParts.agreement.isAlone) return "alone";
  return isAgreed ? "everywhere" : "later";
}

function named(wish: PurgeWish): string {
  return wish.of === "edge" ? `edge ${wish.keys.join(" ")}` : namedKept(wish.said);
}

function namedKept(said: Invalidation): string {
  switch (said.kind) {
    case "tag":
      return `tag ${said.tag}`;
    case "category":
      return `category ${said.category}`;
    case "pattern":
      return `pattern ${said.category} ${said.pattern}`;
    case "key":
      return `key of ${said.category}`;
    case "all":
      return "all";
    default:
      return said satisfies never;
  }
}
