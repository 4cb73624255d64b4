import { define } from "../../../../lib/http/define.ts";

export const handler = define.handlers({
  /** Figures of this process, the tiers, and the cache in front. */
  GET({ state: { services } }) {
    const { cacheManager, edgeTeller } = services;
    return Response.json({ ...cacheManager.getAnalytics(), edge: edgeTeller?.state() ?? null });
  },
});
